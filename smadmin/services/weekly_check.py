"""Once a week every signature of the record is checked anew, beside the work (`keys.md`, Start).

A start leans on what its person's own key noted as checked (`checked.py`): links, parts and rights are
proven each time, only signatures of rows before the note aren't. Here these are, some hundred rows at a time,
so that nobody waits for the store meanwhile. What doesn't hold is proven anew from the first row on, and the
alarm says what is wrong.
"""

import logging
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from itertools import islice

from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import Key
from smadmin.domain.records import START, Head, links, signed_text
from smadmin.domain.refused import MALFORMED
from smadmin.services.backroom import BackRoom
from smadmin.services.desk import Desk

_log = logging.getLogger(__name__)
_NOBODY = KeyId("")
SLICE = 200
"""Rows whose signatures are checked between two looks into the store; a look takes some milliseconds."""


def signatures_hold(
    desk: Desk,
    keys: Mapping[KeyId, Key],
    head: Head,
    *,
    aside: Collection[int] = (),
    go_on: Callable[[], bool] = lambda: True,
) -> bool | None:
    """Tell whether every row up to a head was signed by the key that it names (an errand).

    Args:
        desk: whose record it is.
        keys: every key that the proven record ever let in.
        head: where what was leaned on ends; reached byte for byte, it stands for all rows before it.
        aside: the places of rows that the office set aside: they count for nothing, whoever signed them.
        go_on: asked between the slices; where it says no, None is the answer.
    """
    previous, seq = START, 0
    while seq < head.seq:
        if not go_on():
            return None
        with desk.look() as unit:
            rows = list(islice(unit.record.signed(after=seq), min(SLICE, head.seq - seq)))
        if not rows:
            return False
        try:
            for named, previous, signature in links(previous, rows):  # noqa: B020  goes on where it ended
                seq, key = seq + 1, keys.get(named)
                if seq in aside:
                    continue
                text = signed_text(previous)
                if key is None or not desk.verifier.verifies(
                    public=key.public, message=text, signature=signature
                ):
                    return False
        except MALFORMED:
            return False
    return previous == head.row_hash


def check_weekly(room: BackRoom) -> None:
    """Check every signature where that is due, for whoever is signed in (an errand).

    It ends early where they lock the window or the program ends; then the next start takes it up.
    """
    sitting = room.session.signed_in
    if sitting is None or room.seat.identity is None:
        return
    by, now, turns = sitting.actor, room.desk.now, room.desk.store.turns
    note = room.checked.of(by, now)
    if note is None or not note.due(now):
        return

    def go_on() -> bool:
        return room.session.signed_in is sitting and not turns.hurried  # it is their key that notes it

    proven = room.proven()
    hold = signatures_hold(room.desk, proven.trust.keys, note.head, aside=proven.aside, go_on=go_on)
    if not go_on():
        return
    with suppress(NoKeyring):  # then it is noted another time
        if hold:
            room.checked.keep_anew(by, note.head, now)
        elif hold is not None:
            _log.warning("the weekly check: a signature of the record doesn't hold")
            room.checked.forget(by)
            room.proof.begin(_NOBODY, None)  # what was leaned on counts for nobody any more
            room.prove(by)
