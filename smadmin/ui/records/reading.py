"""One reading of the record, worded on the store's thread so that the window never waits for dates."""

from collections.abc import Callable

from smadmin.domain.actors import Actor
from smadmin.services.office import Office
from smadmin.services.told import Told
from smadmin.ui.records.model import TOPICS, RecordsRead, Wanted, Worded, intakes_once, line_of
from smadmin.ui.search.phrases import row_words
from smadmin.ui.wording import Wording

FIRST_ROWS, FOUND_ROWS = 200, 500
"""So many rows are there when the screen opens, and so many of those further back that fit."""


def read_record(office: Office, by: Actor, words: Wording, limit: int) -> RecordsRead:
    """Read the newest rows with what each is about.

    Args:
        office: the school's services.
        by: who looks.
        words: words each row.
        limit: how many rows at most.
    """
    rows = office.teller.newest(by, limit)
    return RecordsRead(
        lines=tuple(worded(told, words) for told in intakes_once(rows)),
        head=office.records.head(),
        whole=len(rows) < limit,
        export_blockers=office.record_export.blockers(by),
    )


def read_deeper(
    office: Office, by: Actor, words: Wording, wanted: Wanted, *, still: Callable[[], bool]
) -> tuple[Worded, ...]:
    """Read the newest rows that fit, however far back they are.

    Args:
        office: the school's services.
        by: who looks.
        words: words each row.
        wanted: what is looked for.
        still: whether it still is.
    """
    if not still():
        return ()
    nouns = None if wanted.topic is None else frozenset(n for n, one in TOPICS.items() if one is wanted.topic)
    rows = office.search.rows(
        by, wanted.text, row_words(words), limit=FOUND_ROWS, who=wanted.who, nouns=nouns
    )
    return tuple(worded(told, words) for told in intakes_once(rows))


def worded(told: Told, words: Wording) -> Worded:
    """Put a row into words."""
    line = line_of(told)
    if line.utc is None:
        return Worded(line, words(line.what), words.say("recordui.changed-since"))
    who = line.who or words.say("recordui.by-program")
    return Worded(line, words(line.what), words.say("recordui.by", who=who, when=line.utc))
