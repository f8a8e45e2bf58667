"""What is said about portraits: how good each is, and which children look alike. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.portraits import Alike, PortraitReport
from smadmin.domain.students import Roster, Student

_PAIRS_SHOWN = 3


@dataclass(frozen=True)
class PortraitNotes:
    """What stands at a child's portraits.

    Args:
        said: what is said of each portrait that was looked at.
        flawed: those of which something isn't good.
        unseen: portraits that weren't looked at since the program began.
        doubts: sentences about whom the child looks like.
        advice: how the child would be found more surely.
    """

    said: dict[MediaId, tuple[Message, ...]]
    flawed: frozenset[MediaId] = frozenset()
    unseen: tuple[MediaId, ...] = ()
    doubts: tuple[Message, ...] = ()
    advice: Message | None = None


def notes_of(student: Student, report: PortraitReport, roster: Roster) -> PortraitNotes:
    """Say what is known about a child's portraits."""
    known = {one: report.flaws[one] for one in student.portraits if one in report.flaws}
    return PortraitNotes(
        said={
            one: tuple(say(f"studentui.flaw-{flaw.value}") for flaw in flaws) or (say("studentui.flaw-none"),)
            for one, flaws in known.items()
        },
        flawed=frozenset(one for one, flaws in known.items() if flaws),
        unseen=tuple(one for one in student.portraits if one not in known),
        doubts=tuple(_alike(pair, roster) for pair in report.alike_with(student.id)),
        advice=say("studentui.portraits-few") if len(student.portraits) == 1 else None,
    )


def alike_lines(report: PortraitReport, roster: Roster) -> tuple[Message, ...]:
    """Say which children of the list look alike, the first few by name."""
    shown = tuple(_alike(pair, roster) for pair in report.alike[:_PAIRS_SHOWN])
    more = len(report.alike) - len(shown)
    return (*shown, say("studentui.alike-more", n=more)) if more else shown


def _alike(pair: Alike, roster: Roster) -> Message:
    one, other = sorted(_name(roster, child) for child in (pair.one, pair.other))
    return say("studentui.same-file" if pair.same_file else "studentui.alike", one=one, other=other)


def _name(roster: Roster, student: StudentId) -> str:
    found = roster.get(student)
    return "" if found is None else found.name
