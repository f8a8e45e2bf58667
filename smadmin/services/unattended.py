"""Sending what a person queued here, with nobody signed in: this computer login opens it, judges, and signs.

It holds no school key: no child, draft or list can be opened. What it is judged by are the signed rows, which
are plain, and the parts that came in the packet, each held against its row. Where anything is other than when
it was queued, nothing leaves and a person is asked.
"""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

from typing_extensions import override

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.changes import Changes, Done
from smadmin.domain.connections import Connection, at_home
from smadmin.domain.crisis import reasons_for
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.outbox import Packet, Queued
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Outgoing, Posted
from smadmin.domain.sending import Around, SendStage
from smadmin.domain.vocabulary import Act
from smadmin.services.connections import Publishers
from smadmin.services.crisis_rows import crisis_in
from smadmin.services.desk import Deed, Desk
from smadmin.services.entrusted_rows import id_there
from smadmin.services.facts import Fact
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.publications import confirm_out
from smadmin.services.published import as_recorded
from smadmin.services.queued import in_queue
from smadmin.services.ready import Asked, Ready
from smadmin.services.seat_judging import judged
from smadmin.services.send_steps import SendSteps
from smadmin.services.sent import begun_since, borne_out
from smadmin.storage.unit import Unit


@dataclass(frozen=True, repr=False)
class SeatReady(Ready):
    """The same with the packet from which it comes: it is opened once, and lives as long as that step."""

    packet: Packet = field(kw_only=True)
    queued: Queued = field(kw_only=True)
    there: str = field(kw_only=True)
    """What a platform's scheduler calls it, where a row says that one has it."""


class SeatSendings(SendSteps):
    """Posts that were queued at this computer login."""

    may_begin = frozenset({Act.QUEUE, Act.NOT_OUT})

    def __init__(self, desk: Desk, proof: Proof, publishers: Publishers) -> None:
        """Stand on the desk, a proof that opens nothing, and the platforms."""
        super().__init__(desk, proof)
        self._publishers = publishers

    @override
    def prepare(self, by: Actor, publication: Publication) -> SeatReady:
        ready = self.look_ready(by, publication)
        with self._desk.look() as unit:
            reasons = self._judged(unit, self._proof.now(unit), ready)
        if reasons:
            raise NotAllowed(reasons)
        return ready

    @override
    def look_ready(self, by: Actor, publication: Publication) -> SeatReady:
        with self._desk.look() as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            packet, queued = _opened(by, unit, proven, kept)
            account = unit.accounts.get(kept.account)
            publisher = self._publishers.get(account.platform)
            connected = packet.connected
            # The token is sent to the account's own server and nowhere else.
            if publisher is None or not at_home(account, connected.server):
                raise NotAllowed((Reason(say("sending.not-connected")),))
            outgoing, placed = _since(proven, kept, packet), as_recorded(proven, kept)
            there = id_there(proven, kept)
        access = packet.access
        return SeatReady(
            placed, publisher, connected, access, outgoing, packet=packet, queued=queued, there=there
        )

    @override
    def _deed(self, by: Actor) -> AbstractContextManager[Deed]:
        return self._desk.first_deed(by)

    @override
    def _around(self, proven: Proven, kept: Publication) -> Around:
        now, queue = self._desk.now, in_queue(proven, kept)
        if queue is None:  # nobody has it go out by itself, whatever the time
            return Around(now, now, now, held=True)
        account = proven.unit.accounts.maybe(kept.account)
        live = account is not None and account.stage is AccountStage.LIVE
        stopped = reasons_for(crisis_in(proven), queue.queued.mandate)
        gone = not proven.unit.outbox.has(kept.id)  # erased, since it could no longer go by itself
        entrusted = borne_out(proven, kept).stage is SendStage.ENTRUSTED
        opens = queue.queued.at if entrusted else queue.queued.opens(now)
        return Around(now, opens, queue.queued.until, held=gone or not live or bool(stopped))

    @override
    def goes_on(self, deed: Deed, rows: tuple[Fact, ...], kept: Publication) -> bool:
        mine = [row for row in rows if row.body.act in {Act.QUEUE, Act.SEND}]
        key = deed.trust.key_alive(deed.by.signer.key)
        return key is not None and bool(mine) and mine[-1].body.seat == deed.by.seat == key.seat

    @override
    def _connection(self, deed: Deed, proven: Proven, kept: Publication, ready: Ready) -> Connection:
        _sealed(deed.unit, proven, kept)
        return ready.connection

    @override
    def _reasons(self, deed: Deed, proven: Proven, ready: Ready, asked: Asked) -> tuple[Reason, ...]:
        return self._judged(deed.unit, proven, ready)

    @override
    def _outgoing(self, unit: Unit, proven: Proven, kept: Publication, ready: Ready) -> Outgoing:
        return ready.outgoing

    @override
    def _out(self, deed: Deed, kept: Publication, posted: Posted) -> Done[Publication]:
        words = _opened(deed.by, deed.unit, self._proof.now(deed.unit), kept)[0].outgoing.text
        confirmed = confirm_out(deed, kept, words, link=posted.link, posted_id=posted.id)
        return Done(confirmed, Changes.of("publications", [kept.id]))

    @override
    def _is_notice(self, proven: Proven, kept: Publication) -> bool:
        queue = in_queue(proven, kept)
        return queue is not None and queue.queued.mandate is ReleaseBy.NOTICE

    def _judged(self, unit: Unit, proven: Proven, ready: Ready) -> tuple[Reason, ...]:
        if not isinstance(ready, SeatReady):
            return (_OTHER,)
        _sealed(unit, proven, ready.publication)
        now, queued = self._desk.now, ready.queued
        leaves_at = queued.at if queued.handed_over(now) else None
        return judged(unit, proven, ready.publication, ready.packet, now, leaves_at=leaves_at)

    def _speaks_against(self, by: Actor, publication: Publication) -> tuple[Reason, ...]:
        """List why what a platform's scheduler has should not go out any more."""
        with self._desk.look() as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            packet, queued = _opened(by, unit, proven, kept)
            return judged(unit, proven, kept, packet, self._desk.now, leaves_at=queued.at)


def _sealed(unit: Unit, proven: Proven, publication: Publication) -> tuple[bytes, Queued]:
    """Give the file of what was queued, where it is exactly the one that a signed row names.

    Raises:
        NotAllowed: nothing lies there, or something else than was signed.
    """
    sealed, queue = unit.outbox.sealed(publication.id), in_queue(proven, publication)
    if sealed is None or queue is None or hashlib.sha256(sealed).hexdigest() != queue.queued.sha256:
        raise NotAllowed((_OTHER,))
    return sealed, queue.queued


def _opened(by: Actor, unit: Unit, proven: Proven, publication: Publication) -> tuple[Packet, Queued]:
    """Open it.

    Raises:
        NotAllowed: as `_sealed`, or it is another post's.
        Tampered: it was sealed to another login, or changed.
    """
    sealed, queued = _sealed(unit, proven, publication)
    if not isinstance(by.signer, Identity):
        raise NotAllowed((_OTHER,))
    try:
        packet = Packet.from_bytes(by.signer.open(sealed))
    except ValueError as error:
        raise NotAllowed((_OTHER,)) from error
    mine = (publication.id, publication.post, publication.account)
    if (packet.publication, packet.post, packet.account) != mine:
        raise NotAllowed((_OTHER,))
    return packet, queued


def _since(proven: Proven, kept: Publication, packet: Packet) -> Outgoing:
    rows = publication_rows(proven, kept.id, kept.account)
    return replace(packet.outgoing, since=begun_since(rows))


_OTHER = Reason(say("queue.other-packet"))
