"""Keeping and destroying in words: the schedule, the hold, what is due, certificates. Pure, no Qt."""

from collections.abc import Sequence
from html import escape

from smadmin.domain.messages import Message, say
from smadmin.services.due_records import DueThing
from smadmin.services.retention import RetentionView
from smadmin.services.retention_rows import Certificate, Hold
from smadmin.ui.rows import Row
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_STYLE = "body{font:1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"


def schedule_lines(view: RetentionView) -> tuple[Message, ...]:
    """Say how long each kind is kept, and whose numbers these are."""
    years = view.schedule.years
    kinds = tuple(say(f"retention.keeps-{kind.value}", n=number) for kind, number in years.items())
    source = view.schedule.source
    by = say("retention.by-clause", demand=source) if source else say("retention.by-program")
    return (*kinds, by)


def standing(view: RetentionView) -> tuple[State, Message]:
    """Say in one line what matters most: a hold, an order that waits, what is due."""
    if view.hold is not None:
        return State.DOUBT, say("retention.line-held", at=view.hold.at)
    if view.order is not None:
        return State.DOUBT, say("retention.line-order", by=view.order.by)
    if view.due:
        return State.NOTE, say("retention.line-due", n=len(view.due))
    return State.FINE, say("retention.line-nothing")


def hold_lines(hold: Hold | None) -> tuple[Message, ...]:
    """Say why nothing is destroyed, and who has signed that it may be again."""
    if hold is None:
        return (say("retention.hold-none"),)
    lines = [say("retention.hold-why", why=hold.why, by=hold.by, at=hold.at)]
    lines += [say("retention.hold-lifted-by", by=name) for name in hold.lifted_by]
    return tuple(lines)


def due_rows(due: Sequence[DueThing], words: Wording) -> list[Row]:
    """Give what is due as rows; of what it holds nothing is told."""
    return [
        Row(
            key=f"{one.kind.value}/{one.id}",
            title=words.say(f"retention.kind-{one.kind.value}", n=len(one.details)),
            note=words.say("retention.newest", day=one.newest),
        )
        for one in due
    ]


def certificate_lines(one: Certificate) -> tuple[Message, ...]:
    """Say what was destroyed, by whom, and in which row it stands."""
    return (
        say("retention.certified", n=one.details, at=one.at),
        *(say(f"retention.kind-{kind.value}", n=number) for kind, number in one.kinds),
        say("retention.certified-by", first=one.ordered_by, second=one.signed_by),
        say("retention.certified-row", row=one.row, rows=one.rows),
    )


def certificate_page(one: Certificate, school: str, words: Wording) -> str:
    """Make the certificate as a page to print; it holds nothing of what was destroyed."""
    title = words.say("retention.certificate", school=school)
    lines = "\n".join(f"<p>{escape(words(line))}</p>" for line in certificate_lines(one))
    copies = escape(words.say("retention.certified-copies"))
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{lines}\n<p>{copies}</p>\n</main>\n</body>\n</html>\n"
    )


def certificate_name(one: Certificate) -> str:
    """Name the certificate's file by its row."""
    return f"destroyed-row-{one.row}.html"
