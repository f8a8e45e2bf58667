"""A new log-in for an account reaches what is queued there: packed anew for the same computer and time.

Whoever renewed it does so, where they could have queued the post themselves and nothing else changed since;
the row `queue` that they sign stands instead of the older one. Else the post stays here and is asked about:
with the older token nothing is tried (`since_queued.py`).
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publications import Publication
from smadmin.domain.sending import SendStage
from smadmin.services.connected import connection_of
from smadmin.services.desk import Desk
from smadmin.services.packing import Packed
from smadmin.services.proof import Proof, Proven
from smadmin.services.queued import InQueue, in_queue, waiting
from smadmin.services.queueing import Queueing
from smadmin.services.refusals import renewed_since
from smadmin.services.releases import newest_release
from smadmin.services.sent import borne_out
from smadmin.services.since_queued import held_back
from smadmin.services.spent import connected_since
from smadmin.storage.unit import Unit


class PackedAnew(NamedTuple):
    """What was packed anew, and how many more posts were to be, which something kept from it."""

    packed: tuple[Packed, ...]
    stayed: int


class QueueRenewal:
    """Packs anew what is queued in one school."""

    def __init__(self, desk: Desk, proof: Proof, queueing: Queueing) -> None:
        """Stand on the desk, the proven record, and what packs."""
        self._desk, self._proof, self._queueing = desk, proof, queueing

    def pack(self, by: Actor, account: AccountId) -> PackedAnew:
        """Pack what is queued for an account with the log-in that stands now (an errand).

        What this person can't pack, or what a person has to look at first, is left out: it stays as it is.
        """
        with self._desk.look(by) as unit:
            waits = tuple(self._waits(unit, self._proof.now(unit), account))
        # The row names who sits here: what another computer login sends, that one has packed anew.
        todo = [one for one in waits if one[1].fact.body.seat == by.seat]
        packed, stayed = list[Packed](), 0
        for kept, queue in todo:
            try:
                packed.append(self._packed(by, kept, queue))
            except NotAllowed:  # it isn't this person's, or changed: it is asked about
                continue
            except KnownError:  # a locked keyring, a changed file: whoever renewed the log-in is told
                stayed += 1
        return PackedAnew(tuple(packed), stayed)

    def enter(self, by: Actor, packed: Iterable[Packed]) -> Changes:
        """Put them into the queue instead of the older ones, each in a deed of its own."""
        changes = Changes()
        for one in packed:
            with suppress(NotAllowed):  # it changed, or isn't this person's: it is asked about
                changes |= self._queueing.enter(by, one).changes
        return changes

    def _waits(self, unit: Unit, proven: Proven, account: AccountId) -> Iterator[tuple[Publication, InQueue]]:
        for kept in unit.publications.readable_among(waiting(unit))[0].values():
            queue = None if kept.account != account else in_queue(proven, kept)
            if queue is not None and self._only_renewed(proven, kept, queue):
                yield kept, queue

    def _only_renewed(self, proven: Proven, kept: Publication, queue: InQueue) -> bool:
        """Tell whether nothing keeps it here but that its log-in is an older one, of the same account."""
        now, since, account = self._desk.now, queue.fact.seq, kept.account
        renewed = connected_since(proven, account, since) or renewed_since(proven, account, since)
        before, after = connection_of(proven, account, before=since), connection_of(proven, account)
        same = before is not None and after is not None and before.same_account(after)
        release = newest_release(proven, kept.post or PostId(""))
        if not (renewed and same) or now > queue.queued.until or release is None or release.manifest is None:
            return False
        if borne_out(proven, kept).stage is not SendStage.INTENDED:
            return False
        return not held_back(proven, queue, kept, release.manifest, now, renewed=True)

    def _packed(self, by: Actor, kept: Publication, queue: InQueue) -> Packed:
        post, at, seat = kept.post or PostId(""), queue.queued.at, queue.fact.body.seat
        packed = self._queueing.pack_for(by, post, kept.account, at, seat=seat)
        until = queue.queued.handed_until  # whether the platform keeps it was somebody's wish
        still = until is not None and self._desk.now <= until
        queued = replace(packed.queued, handed_until=until if still else None)
        return replace(packed, queued=queued, instead_of=queue.fact.seq)
