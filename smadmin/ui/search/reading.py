"""One question, asked and worded beside the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.searching import Hit, HitKind
from smadmin.services.office import Office
from smadmin.services.search_rows import RowWords
from smadmin.ui.records.reading import worded
from smadmin.ui.wording import Wording

_LIVES = {
    HitKind.ACCOUNT: "accounts",
    HitKind.PERSON: "people",
    HitKind.STUDENT: "students",
    HitKind.DRAFT: "compose",
    HitKind.WISH: "wishes",
    HitKind.COMMENT: "comments",
}


@dataclass(frozen=True)
class Opens:
    """Where something is opened: a screen, and its subject for it."""

    screen: str
    subject: str


@dataclass(frozen=True)
class Line:
    """Something that was found, worded.

    Args:
        kind: what it is, in a word.
        title: its name or first words.
        note: whose it is, and when.
        opens: where it lives.
    """

    kind: str
    title: str
    note: str
    opens: Opens


def ask(
    office: Office, by: Actor, text: str, *, words: Wording, rows: RowWords, still: Callable[[], bool]
) -> tuple[Line, ...]:
    """Give what fits a question, kind by kind.

    Args:
        office: the school's services.
        by: who asks.
        text: as somebody typed it.
        words: words what was found.
        rows: what acts and months are called.
        still: whether the question still stands.
    """
    found = office.search.find(by, text, rows, still=still)
    told = (worded(one, words) for one in found.rows)
    return (
        *(_line(one, words) for one in found.hits),
        *(
            Line(words.say("search.kind-row"), one.what, one.by, Opens("records", str(one.line.seq)))
            for one in told
        ),
    )


def _line(hit: Hit, words: Wording) -> Line:
    when = "" if hit.at is None else words.say("search.when", when=hit.at)
    before = hit.kind is HitKind.POST and not hit.post
    from_before = words.say("search.from-before") if before else ""  # no screen shows it
    note = " · ".join(one for one in (hit.where, when, from_before) if one)
    title = hit.title or words.say("search.untitled")
    return Line(words.say(f"search.kind-{hit.kind}"), title, note, opens(hit))


def opens(hit: Hit) -> Opens:
    """Say where a hit lives."""
    if hit.row:
        return Opens("records", str(hit.row))
    if hit.kind is HitKind.POST:
        return Opens("publish", hit.post) if hit.post else Opens("accounts", hit.account)
    return Opens(_LIVES[hit.kind], hit.id)
