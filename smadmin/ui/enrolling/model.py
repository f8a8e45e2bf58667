"""What the page says of a list: its columns, what taking it over would do, what is asked, what isn't taken.

Pure, no Qt. Nothing is decided here: `domain/enrolling` compares, a person ticks.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from smadmin.domain.enrolling.columns import mapping_blockers
from smadmin.domain.enrolling.comparing import Comparison, Weakening
from smadmin.domain.enrolling.entries import Told
from smadmin.domain.enrolling.meanings import Meaning, Meanings
from smadmin.domain.enrolling.portraits import Placed, Unplaced
from smadmin.domain.enrolling.tables import Table
from smadmin.domain.errors import Reason
from smadmin.domain.ids import StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.portraits import Flaw
from smadmin.services.students.portrait_imports import Flawed, PortraitStep
from smadmin.ui.students.model import KINDS
from smadmin.ui.theme import State

MOST_COLUMNS = 60
"""Columns that are asked about; what a school's list has beyond them is passed over."""


@dataclass(frozen=True)
class ColumnRow:
    """One column: its title, what stands below it, and what it means (None: passed over)."""

    place: int
    title: Message
    samples: tuple[str, ...]
    meaning: Meaning | None


@dataclass(frozen=True)
class WeakerRow:
    """A child of whom the list says less than is known."""

    student: StudentId
    name: str
    lost: Message


@dataclass(frozen=True)
class ToldRow:
    """A row of the list that a person should know of: who, in which line (None for a file), and what."""

    line: Message | None
    name: str
    what: Message


@dataclass(frozen=True)
class PreviewModel:
    """What taking the list over would do.

    Args:
        lines: a state and a sentence each.
        missing: how many of our children the list doesn't have.
        main: the words of the main button.
        blockers: why it can't be taken over.
    """

    lines: tuple[tuple[State, Message], ...]
    weaker: tuple[WeakerRow, ...]
    missing: int
    refused: tuple[ToldRow, ...]
    doubts: tuple[ToldRow, ...]
    main: Message
    blockers: tuple[Reason, ...]


def column_rows(table: Table, meanings: Meanings) -> tuple[ColumnRow, ...]:
    """Give the columns in which anything stands, in the list's order."""
    rows = []
    for place, title in enumerate(table.titles):
        samples = table.samples(place)
        if title or samples:
            named = (
                say("enrollui.column", title=title) if title else say("enrollui.untitled", number=place + 1)
            )
            rows.append(ColumnRow(place, named, samples, meanings.get(place)))
    return tuple(rows[:MOST_COLUMNS])


def preview_model(found: Comparison, meanings: Meanings) -> PreviewModel:
    """Say what taking a list over would do."""
    return PreviewModel(
        lines=tuple(_lines(found)),
        weaker=tuple(WeakerRow(one.student, one.name, lost_in(one)) for one in found.weakenings),
        missing=len(found.missing),
        refused=told_rows(found.refused),
        doubts=told_rows(found.doubts),
        main=say("enrollui.take", n=found.rows),
        blockers=_blockers(found, meanings),
    )


def report_lines(found: Comparison, *, left: int, weakened: int) -> tuple[tuple[State, Message], ...]:
    """Say what was done; `left` were marked as having left, of `weakened` the list's word counted."""
    lines = [(State.FINE, say("enrollui.taken", n=found.rows)), *_lines(found, were="were-")]
    if left:
        lines.append((State.NOTE, say("enrollui.marked-left", n=left)))
    if found.weakenings:
        kept = len(found.weakenings) - weakened
        lines += [(State.NOTE, say("enrollui.kept-as-was", n=kept))] if kept else []
        lines += [(State.WAITS, say("enrollui.let-go", n=weakened))] if weakened else []
    return tuple(lines)


def told_rows(told: Sequence[Told]) -> tuple[ToldRow, ...]:
    """Give rows for what was told of a list's lines."""
    return tuple(ToldRow(say("enrollui.line", line=one.line), one.name, one.what) for one in told)


def lost_in(less: Weakening) -> Message:
    """Say what would be lost, or come, in a sentence."""
    kinds = tuple(say(f"studentui.kind-{kind}") for kind in KINDS if kind in less.gone)
    parts = [say("enrollui.lost-name", name=less.known_as)] if less.known_as else []
    parts += [say("enrollui.lost-kinds", kinds=kinds)] if kinds else []
    parts += [say("enrollui.lost-photos")] if less.photos else []
    parts += [say("enrollui.lost-matching", day=less.matching)] if less.matching is not None else []
    return parts[0] if len(parts) == 1 else say("enrollui.lost-several", parts=tuple(parts))


def _lines(found: Comparison, *, were: str = "") -> list[tuple[State, Message]]:
    same = len(found.matched) - found.changed
    counts = (
        (State.FINE, "new", len(found.added)),
        (State.FINE, "changed", found.changed),
        (State.FINE, "same", same),
        (State.STOP, "refused", len(found.refused)),
    )
    lines = [(state, say(f"enrollui.{were}{what}", n=count)) for state, what, count in counts if count]
    opted_out = sum(bool(entry.said_no) for entry in found.added)
    lines.append((State.NOTE, say("enrollui.new-opted-out", n=opted_out)))
    return lines


def _blockers(found: Comparison, meanings: Meanings) -> tuple[Reason, ...]:
    reasons = (*mapping_blockers(meanings), *found.blockers)
    return reasons if reasons or found.rows else (Reason(say("enrollui.nobody")),)


def portrait_lines(placed: Placed) -> tuple[tuple[State, Message], ...]:
    """Say whose portraits lie in a folder or archive."""
    children = len({file.student for file in placed.files})
    counts = (
        (State.FINE, say("enrollui.portraits-found", n=len(placed.files))),
        (State.NOTE, say("enrollui.portraits-of", n=children)),
        (State.DOUBT, say("enrollui.portraits-unplaced-n", n=len(placed.unplaced))),
    )
    return tuple((state, message) for state, message in counts if message.values["n"])


def portrait_report(
    done: PortraitStep, *, unusable: int, unplaced: int, flawed: Sequence[Flawed] = ()
) -> tuple[tuple[State, Message], ...]:
    """Say what was done, and how many of each flaw were kept.

    `unplaced` weren't tried, because it isn't known whose they are.
    """
    lines = [(State.FINE if done.kept else State.NOTE, say("enrollui.portraits-kept", n=done.kept))]
    counted = Counter(flaw for one in flawed for flaw in one.flaws)
    lines += [
        (State.DOUBT, say(f"enrollui.portraits-{flaw}", n=counted[flaw])) for flaw in Flaw if counted[flaw]
    ]
    lines += [(State.FINE, say("enrollui.portraits-same", n=done.same))] if done.same else []
    if done.done < done.total:
        lines.append((State.WAITS, say("enrollui.portraits-stopped", n=done.total - done.done)))
    lines += [(State.STOP, say("enrollui.portraits-unusable", n=unusable))] if unusable else []
    lines += [(State.DOUBT, say("enrollui.portraits-unplaced-n", n=unplaced))] if unplaced else []
    return tuple(lines)


def flawed_rows(files: Sequence[Flawed]) -> tuple[ToldRow, ...]:
    """Give rows for portraits that were added and aren't good."""
    return tuple(
        ToldRow(None, one.name, say(f"studentui.flaw-{flaw}")) for one in files for flaw in one.flaws
    )


def file_rows(files: Sequence[Unplaced]) -> tuple[ToldRow, ...]:
    """Give rows for files that belong to nobody or can't be used."""
    return tuple(ToldRow(None, one.name, one.why) for one in files)
