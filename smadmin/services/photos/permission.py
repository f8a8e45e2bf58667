"""Whether the command line may compare faces, asked without anybody signed in.

In the window only what the signed record says counts. Here nobody has opened the record's sealed parts, so
the plain row beside it is asked: who could forge it could as well run the command where no school is.
"""

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act
from smadmin.services.desk import Desk


def comparing_blockers(desk: Desk) -> tuple[Reason, ...]:
    """List why faces may not be compared at this school; empty where its law record allows it."""
    with desk.look() as unit:
        newest = max((row.seq for row in unit.record.rows(acts=(Act.DECIDE_MATCHING,))), default=0)
        decided = next((record for record in unit.law_records.all() if record.seq == newest), None)
    if decided is not None and decided.matching:
        return ()
    return (Reason(say("imaging.comparing-off")),)
