"""Sending what a person queued here, with nobody signed in: this computer login opens it, judges, and signs.

It holds no school key: no child, draft or list can be opened. What it is judged by are the signed rows, which
are plain, and the parts that came in the packet, each held against its row. Where anything is other than when
it was queued, nothing leaves and a person is asked.
"""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from typing_extensions import override

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.changes import Changes, Done
from smadmin.domain.connections import CONNECTION_PART, Connection, at_home
from smadmin.domain.crisis import reasons_for
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.outbox import Packet
from smadmin.domain.people import PUBLISHERS
from smadmin.domain.publications import Gate, Publication, before_bytes_leave
from smadmin.domain.publishers import Outgoing, Posted
from smadmin.domain.sending import Around
from smadmin.domain.timeline import ClockState
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.connections import Publishers
from smadmin.services.crisis_rows import crisis_in
from smadmin.services.departed import left_then
from smadmin.services.desk import Deed, Desk
from smadmin.services.facts import Fact
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.publications import confirm_out
from smadmin.services.queued import in_queue
from smadmin.services.ready import Asked, Ready
from smadmin.services.send_steps import SendSteps
from smadmin.services.sent import begun_since
from smadmin.storage.unit import Unit

_CHANGES_ACCOUNT = frozenset(
    {Act.ADOPT, Act.CHANGE, Act.CONNECT, Act.HOLD, Act.CLOSE, Act.STAND_IN, Act.HAND_OVER}
)
"""Acts on an account after which a person looks before anything queued for it leaves."""


class SeatSendings(SendSteps):
    """Posts that were queued at this computer login."""

    may_begin = frozenset({Act.QUEUE, Act.NOT_OUT})

    def __init__(self, desk: Desk, proof: Proof, publishers: Publishers) -> None:
        """Stand on the desk, a proof that opens nothing, and the platforms."""
        super().__init__(desk, proof)
        self._publishers = publishers

    @override
    def prepare(self, by: Actor, publication: Publication) -> Ready:
        ready = self.look_ready(by, publication)
        with self._desk.look() as unit:
            packet = self._packet(by, unit, ready.publication)
            reasons = self._judged(unit, self._proof.now(unit), ready.publication, packet)
        if reasons:
            raise NotAllowed(reasons)
        return ready

    @override
    def look_ready(self, by: Actor, publication: Publication) -> Ready:
        with self._desk.look() as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            packet, account = self._packet(by, unit, kept), unit.accounts.get(kept.account)
            publisher = self._publishers.get(account.platform)
            connected = packet.connected
            # The token is sent to the account's own server and nowhere else.
            if publisher is None or not at_home(account, connected.server):
                raise NotAllowed((Reason(say("sending.not-connected")),))
            outgoing = _since(proven, kept, packet)
        return Ready(kept, publisher, connected, packet.access, outgoing)

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
        return Around(now, queue.queued.at, queue.queued.until, held=not live or bool(stopped))

    @override
    def goes_on(self, deed: Deed, rows: tuple[Fact, ...], kept: Publication) -> bool:
        mine = [row for row in rows if row.body.act in {Act.QUEUE, Act.SEND}]
        key = deed.trust.key_alive(deed.by.signer.key)
        return key is not None and bool(mine) and mine[-1].body.seat == deed.by.seat == key.seat

    @override
    def _connection(self, deed: Deed, proven: Proven, kept: Publication, ready: Ready) -> Connection:
        return self._packet(deed.by, deed.unit, kept).connected

    @override
    def _reasons(self, deed: Deed, proven: Proven, ready: Ready, asked: Asked) -> tuple[Reason, ...]:
        packet = self._packet(deed.by, deed.unit, ready.publication)
        return self._judged(deed.unit, proven, ready.publication, packet)

    @override
    def _outgoing(self, unit: Unit, proven: Proven, kept: Publication, ready: Ready) -> Outgoing:
        return ready.outgoing

    @override
    def _out(self, deed: Deed, kept: Publication, posted: Posted) -> Done[Publication]:
        words = self._packet(deed.by, deed.unit, kept).outgoing.text
        confirmed = confirm_out(deed, kept, words, link=posted.link, posted_id=posted.id)
        return Done(confirmed, Changes.of("publications", [kept.id]))

    @override
    def _is_notice(self, proven: Proven, kept: Publication) -> bool:
        queue = in_queue(proven, kept)
        return queue is not None and queue.queued.mandate is ReleaseBy.NOTICE

    # ---- opening and judging

    def _packet(self, by: Actor, unit: Unit, publication: Publication) -> Packet:
        """Open what was queued, where it is exactly what a signed row names.

        Raises:
            NotAllowed: nothing lies there, or something else than was signed.
            Tampered: it was sealed to another login, or changed.
        """
        sealed, proven = unit.outbox.sealed(publication.id), self._proof.now(unit)
        queue = in_queue(proven, publication)
        signed = None if queue is None else queue.queued.sha256
        if (
            sealed is None
            or hashlib.sha256(sealed).hexdigest() != signed
            or not isinstance(by.signer, Identity)
        ):
            raise NotAllowed((Reason(say("queue.other-packet")),))
        try:
            packet = Packet.from_bytes(by.signer.open(sealed))
        except ValueError as error:
            raise NotAllowed((Reason(say("queue.other-packet")),)) from error
        mine = (publication.id, publication.post, publication.account)
        if (packet.publication, packet.post, packet.account) != mine:
            raise NotAllowed((Reason(say("queue.other-packet")),))
        return packet

    def _judged(
        self, unit: Unit, proven: Proven, publication: Publication, packet: Packet
    ) -> tuple[Reason, ...]:
        """List why these very bytes may not leave now, as far as this login can tell."""
        queue = in_queue(proven, publication)
        rows = [one for one in proven.about(Noun.POSTS, packet.post) if one.body.act == Act.APPROVE]
        release = rows[-1] if rows else None
        if queue is None or release is None or release.body.parts.get("manifest") != packet.manifest.digest:
            return (Reason(say("publications.no-release")),)
        try:
            signed = packet.signed
        except ValueError:
            return (Reason(say("publications.no-release")),)
        now, since = self._desk.now, queue.fact.seq
        day = proven.trust.day_of(now)
        gate = Gate(
            manifest=signed,
            rebuilt=_rebuilt(signed, packet),
            row_proven=proven.whole and proven.stands(release) and proven.stands(queue.fact),
            releaser_alive=_releaser_stands(proven, release, packet, day),
            mandate_alive=_mandate_stands(proven, signed, since),
            edited_later=any(one.seq > release.seq for one in proven.about(Noun.POSTS, packet.post)),
            roster_right=proven.roster_right and proven.roster == queue.fact.body.roster,
            head_right=proven.head_right,
            account_reasons=_account_reasons(unit, proven, packet, since),
            already=_is_out(proven, publication),
            now=now,
            clock_right=proven.timeline.state(now) is ClockState.RIGHT,
            answered=proven.end is not End.UNANSWERED,
            stopped=reasons_for(crisis_in(proven), signed.mandate),
        )
        reasons = list(before_bytes_leave(gate))
        if not _may_still(proven, queue.fact, packet, day):
            reasons.append(Reason(say("queue.sender-gone"), "BAL-A2"))
        if any(one.seq > since for one in proven.acts(Act.RESTORE)):  # it may have gone out in what was lost
            reasons.append(Reason(say("queue.restored")))
        if any(one.seq > since for one in proven.acts(Act.PUT_IN_FORCE)):
            changed = (say("publications.changed-policy"),)
            reasons.append(Reason(say("publications.not-what-was-released", what=changed)))
        if packet.ends is not None and packet.ends < day:
            reasons.append(Reason(say("sending.token-ended", token=packet.connected.token, on=packet.ends)))
        if not queue.queued.at <= now <= queue.queued.until:
            reasons.append(Reason(say("publications.outside-window")))
        return tuple(dict.fromkeys(reasons))


def _since(proven: Proven, kept: Publication, packet: Packet) -> Outgoing:
    rows = publication_rows(proven, kept.id, kept.account)
    return replace(packet.outgoing, since=begun_since(rows))


def _rebuilt(signed: Manifest, packet: Packet) -> Manifest:
    """Give the manifest with the words and bytes in it that would leave."""
    account, files, digests = packet.account, signed.files.get(packet.account, ()), packet.digests
    # What the platform takes fewer of was left out when it was packed; what came are the first of them.
    came = tuple((one[0], *told) for one, told in zip(files, digests, strict=False))
    kept = (*came, *files[len(came) :]) if len(digests) <= len(files) else ()
    return replace(
        signed,
        post=packet.post,
        texts={**signed.texts, account: packet.outgoing.text},
        files={**signed.files, account: kept},
    )


def _releaser_stands(proven: Proven, release: Fact, packet: Packet, day: date) -> bool:
    """Tell whether who released still is all that they were for the account then, with the same key."""
    person, account = release.body.person, packet.account
    if person is None or proven.alive(release) is None or left_then(proven, release):
        return False
    then = {one.role for one in release.held if one.account in {None, account}}
    stays = leaver(proven.trust, person, day) is Leaver.STAYS
    return bool(then) and stays and then <= proven.trust.roles(person, day, account)


def _mandate_stands(proven: Proven, signed: Manifest, since: int) -> bool:
    """Tell whether nothing was written since about what let them release; their office is asked by itself."""
    given = proven.at(signed.mandate_seq)
    if given is None or not proven.stands(given):
        return False
    if signed.mandate is ReleaseBy.EACH:
        return True
    return all(one.seq <= since for one in proven.about(Noun(given.body.noun), given.body.id))


def _account_reasons(unit: Unit, proven: Proven, packet: Packet, since: int) -> tuple[Reason, ...]:
    """Say that the account stands still, or isn't surely the one any more that was connected."""
    account, rows = unit.accounts.maybe(packet.account), proven.about(Noun.ACCOUNTS, packet.account)
    place = f"account:{packet.account}"
    if account is None:
        return (Reason(say("approvals.account-gone"), None, place),)
    if account.stage is not AccountStage.LIVE:
        return (Reason(say("accounts.not-now", account=account.label), None, place),)
    digests = [one.body.parts.get(CONNECTION_PART) for one in rows if one.body.act == Act.CONNECT]
    pinned = packet.signed.accounts.get(packet.account)
    same_pin = pinned is not None and proven.trust.pins.get(packet.account) == pinned.pin == account.pin
    changed = any(one.seq > since and one.body.act in _CHANGES_ACCOUNT for one in rows)
    if changed or not same_pin or packet.connection.digest not in digests:
        return (Reason(say("approvals.account-changed", account=account.label), None, place),)
    return ()


def _is_out(proven: Proven, publication: Publication) -> bool:
    acts = [one.body.act for one in publication_rows(proven, publication.id, publication.account)]
    return Act.PUBLISH in acts or (bool(acts) and acts[-1] in {Act.HAND_OUT, Act.SEND})


def _may_still(proven: Proven, queued: Fact, packet: Packet, day: date) -> bool:
    """Tell whether who queued it could still send it themselves."""
    person = proven.alive(queued)
    if person is None or leaver(proven.trust, person, day) is not Leaver.STAYS:
        return False
    return bool(proven.trust.roles(person, day, packet.account) & PUBLISHERS)
