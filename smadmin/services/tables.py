"""The trust tables before anybody signs in: written anew from the record where they aren't what it says.

They are caches, and yet the gate reads them: whoever ended the principal's key in them, with a row past the
program that says the same, would keep out the one person who could set that row aside.
"""

import logging
from collections.abc import Callable

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import KeyId
from smadmin.domain.messages import say
from smadmin.domain.records import Body, Head, row_hash
from smadmin.services.checked import Checked
from smadmin.services.desk import Desk
from smadmin.services.heads import NoNote, Noted
from smadmin.services.proof import Proof, proven_now
from smadmin.services.records import tables_right
from smadmin.storage.unit import Unit

_log = logging.getLogger(__name__)
_NOBODY = KeyId("")


def mend(desk: Desk, noted: Head | NoNote, notes: Callable[[], Noted]) -> bool:
    """Write them anew where that is needed; gives whether it was (an errand).

    Args:
        desk: whose tables.
        noted: where the record ended here; rows up to it were checked then.
        notes: what was noted of its root.

    Raises:
        OutsideFailed: `store.record-unproven` where the record isn't whole either: a backup is needed.
    """
    with desk.look() as unit:
        right = tables_right(unit)
        if right and _as_noted(unit, noted):
            return False
    # A proof of its own: nobody's keys are here, so what is sealed stays unchecked.
    proof = Proof(desk, notes)
    if right and isinstance(noted, Head):  # somebody else may have worked: no reason to wait for it
        proof.begin(_NOBODY, Checked(_NOBODY, noted, desk.now))
    # Beforehand, for a long record takes seconds: the writer's lock is for what came meanwhile alone.
    proven_now(proof, desk, None)
    with desk.store.deed(desk.school) as unit:
        proven = proof.now(unit)
        lost = not proven.rows_right and not proven.to_set_aside
        if lost and not right:
            kept = say("store.record-unproven-kept")
            raise OutsideFailed(say("store.record-unproven"), kept=kept)
        if lost or (right and unit.trust.read().digest() == proven.trust.digest()):
            return False
        unit.trust.write_anew(proven.trust)
    _log.warning("the trust tables weren't what the record says, and were written anew from it")
    return True


def _as_noted(unit: Unit, noted: Head | NoNote) -> bool:
    """Tell whether nothing of trust changed since this computer noted the record's end.

    A keyring that doesn't answer isn't asked a second time; without a note nothing says so, and the record is
    proven.
    """
    if not isinstance(noted, Head):
        return noted is NoNote.SILENT
    found = unit.record.at(noted.seq)
    if found is None or row_hash(found.row.previous, found.row.body) != noted.row_hash:
        return True  # another record lies here, an older one say: signing in tells of it
    return Body.from_bytes(found.row.body).trust == unit.trust.read().digest()
