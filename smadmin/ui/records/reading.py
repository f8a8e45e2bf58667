"""One reading of the record, worded on the store's thread so that the window never waits for dates."""

from smadmin.domain.actors import Actor
from smadmin.services.office import Office
from smadmin.services.told import Told
from smadmin.ui.records.model import RecordsRead, Worded, intakes_once, line_of
from smadmin.ui.wording import Wording

FIRST_ROWS = 500


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
        lines=tuple(_worded(told, words) for told in intakes_once(rows)),
        head=office.records.head(),
        whole=len(rows) < limit,
        export_blockers=office.record_export.blockers(by),
    )


def _worded(told: Told, words: Wording) -> Worded:
    line = line_of(told)
    if line.utc is None:
        return Worded(line, words(line.what), words.say("recordui.changed-since"))
    who = line.who or words.say("recordui.by-program")
    return Worded(line, words(line.what), words.say("recordui.by", who=who, when=line.utc))
