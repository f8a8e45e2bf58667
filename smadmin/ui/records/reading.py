"""One reading of the record, worded on the store's thread so that the window never waits for dates."""

from smadmin.domain.actors import Actor
from smadmin.services.office import Office
from smadmin.services.records import Entry
from smadmin.ui.records.model import RecordsRead, Worded, line_of
from smadmin.ui.wording import Wording

FIRST_ROWS = 500


def read_record(office: Office, by: Actor, words: Wording, limit: int) -> RecordsRead:
    """Read the newest rows with the names of accounts and people.

    Args:
        office: the school's services.
        by: who looks.
        words: words each row.
        limit: how many rows at most.
    """
    entries = office.records.newest(limit)
    names = {str(one.id): one.name for one in office.accounts.all()}
    names |= {str(one.person.id): one.person.name for one in office.accounts.colleagues()}
    return RecordsRead(
        lines=tuple(_worded(entry, names, words) for entry in entries),
        head=office.records.head(),
        whole=len(entries) < limit,
        export_blockers=office.record_export.blockers(by),
    )


def _worded(entry: Entry, names: dict[str, str], words: Wording) -> Worded:
    line = line_of(entry, names)
    who = line.who or words.say("recordui.by-program")
    return Worded(line, words(line.what), words.say("recordui.by", who=who, when=line.utc))
