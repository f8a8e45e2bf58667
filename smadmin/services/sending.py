"""Sending a released post, by whoever is signed in: with their key to the token, judged by the whole gate."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.connections import Connection, foreign_reasons
from smadmin.domain.credentials import HOLDERS
from smadmin.domain.entrusting import may_be_out, taken_back
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import MediaId, PostId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, PUBLISHERS
from smadmin.domain.posts import Content
from smadmin.domain.publications import UNFINISHED, Publication, PublicationStep
from smadmin.domain.publishers import Outgoing, Posted, PublisherFailed, Seen, Trouble
from smadmin.domain.sending import (
    FIRST_WAIT,
    LEAVES_WITHIN,
    Around,
    Decision,
    Next,
    SendStage,
)
from smadmin.domain.vocabulary import Act
from smadmin.services.around import around_of
from smadmin.services.captures import Captures
from smadmin.services.connected import connection_of
from smadmin.services.connections import Publishers, Wish, access_of, at_home_now
from smadmin.services.correcting import publisher_of
from smadmin.services.desk import Deed, Desk
from smadmin.services.entrusted_rows import ENTRUSTED_ROWS, address_there, id_there
from smadmin.services.gate import LastGate
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.publications import note_out
from smadmin.services.published import as_recorded
from smadmin.services.queue_states import around_queued, kept_here, left_alone
from smadmin.services.queued import InQueue, in_queue
from smadmin.services.ready import Asked, Ready, Standing
from smadmin.services.releases import Facts
from smadmin.services.roles import refuse
from smadmin.services.send_steps import SendSteps
from smadmin.services.sent import borne_out, outgoing_of
from smadmin.services.vault import Vault
from smadmin.storage.unit import Unit

_AT_THE_SEAT = frozenset({SendStage.SENDING, SendStage.LOOKING, SendStage.ENTRUSTED})
_READ_WITHIN = timedelta(days=2)
"""After this long a post that went out is no longer read back by itself."""


class Sendings(SendSteps):
    """Posts of one school that go out through the program itself."""

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        gate: LastGate,
        *,
        facts: Facts,
        vault: Vault,
        publishers: Publishers,
        captures: Captures,
    ) -> None:
        """Stand on desk, proven record, last gate, the facts of a release, vault, platforms, kept pages."""
        super().__init__(desk, proof)
        self._captures = captures
        self._gate, self._facts = gate, facts
        self._vault, self._publishers = vault, publishers

    # ---- reading

    def left(self, by: Actor) -> tuple[Standing, ...]:
        """Give what this person began to send, and what isn't over: whoever comes back goes on with it."""
        since = self._desk.now - _READ_WITHIN
        with self._desk.look(by) as unit:
            proven, kept = self._proof.now(unit), unit.publications
            begun = [one for step in UNFINISHED for one in kept.find(step=step.value)]
            out = kept.find_since("published_at", since, step=PublicationStep.CONFIRMED.value)
            mine = (one for one in (*begun, *out) if one.sending is not None and one.by == by.person)
            standing = [self.stands(proven, one) for one in mine if not self._unnamed(unit, proven, by, one)]
        return tuple(one for one in standing if one.decision.next is not Next.DONE)

    def way(self, proven: Proven, by: Actor, content: Content, account: Account) -> Connection | None:
        """Give whom the program posts as there, where this person can open its token; None: by hand."""
        if account.platform not in self._publishers or content.video is not None or by.person is None:
            return None
        on = proven.trust.day_of(self._desk.now)
        holds = proven.trust.roles(by.person, on, account.id) & HOLDERS
        return connection_of(proven, account.id) if holds else None

    @override
    def keep(self, seen: Seen) -> MediaFile | None:
        return self._captures.keep(seen)

    @override
    def prepare(self, by: Actor, publication: Publication) -> Ready:
        ready = self.look_ready(by, publication)
        post = publication.post or PostId("")
        with self._desk.look(by) as unit:
            reasons = self._gate.reasons(unit, self._proof.now(unit), post, publication.account, ready.files)
        if reasons:
            raise NotAllowed(reasons)
        return ready

    @override
    def look_ready(self, by: Actor, publication: Publication) -> Ready:
        post = publication.post or PostId("")
        self._require_named(by, publication)
        copy, files = self._vault.fetch(publication.account), self._gate.files(by, post)
        with self._desk.look(by) as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            connection, account = at_home_now(unit, proven, kept.account), unit.accounts.get(kept.account)
            publisher = self._publishers.get(account.platform)
            if publisher is None:
                raise NotAllowed((Reason(say("sending.not-connected")),))
            wish = Wish(connection.server, connection.user, connection.token)
            access = access_of(self._desk, by, unit, proven, copy=copy, wish=wish)
            outgoing = self.outgoing_for(unit, proven, kept, files)
            carries = publisher_of(proven, kept, publisher)
            placed = as_recorded(proven, kept)
        return Ready(placed, carries, connection, access, outgoing, files)

    @override
    def find(self, ready: Ready) -> Posted | None:
        with self._desk.look() as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(ready.publication.id)
            queue, there = in_queue(proven, kept), id_there(proven, kept)
        if queue is not None and there:
            waits = ready.publisher.waiting(ready.access, ready.outgoing, at=queue.queued.at, id=there)
            if waits is not None:
                raise PublisherFailed(Trouble.LOST, ready.access.host)
        return super().find(ready)

    @override
    def absent(self, by: Actor, publication: Publication) -> Changes:
        with self._desk.look(by) as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            queue = in_queue(proven, kept)
            alone = queue is not None and left_alone(proven, queue, borne_out(proven, kept))
        if alone and queue is not None and not may_be_out(queue.queued, self._desk.now):
            return self._note(by, publication, ENTRUSTED_ROWS, taken_back)
        return super().absent(by, publication)

    @override
    def go_on(self, by: Actor, publication: Publication) -> Changes:
        self._require_named(by, publication)
        return super().go_on(by, publication)

    def outgoing_for(
        self, unit: Unit, proven: Proven, kept: Publication, files: Mapping[MediaId, bytes]
    ) -> Outgoing:
        """Give what goes out for a publication, by the opened files; whether it may, the gate says."""
        passed = self._gate.going(unit, proven, kept, files)
        if passed.video is not None:
            raise NotAllowed((Reason(say("sending.no-video")),))
        return outgoing_of(proven, kept, passed, unit.schools.get(self._desk.school).languages)

    # ---- what a person has their own way of

    @override
    def _deed(self, by: Actor) -> AbstractContextManager[Deed]:
        return self._desk.deed(by)

    @override
    def stands(self, proven: Proven, kept: Publication) -> Standing:
        standing, queue = super().stands(proven, kept), in_queue(proven, kept)
        if queue is None:
            return standing
        if queue.queued.handed_until is not None and standing.sending.stage in _AT_THE_SEAT:
            return self._entrusted(proven, kept, queue, standing)
        if standing.sending.stage is SendStage.SENDING:
            return replace(standing, decision=self._left_to_seat(proven, kept, standing.decision))
        decision, queued = standing.decision, queue.queued
        why = kept_here(proven, kept, queue, standing.sending, self._desk.now)
        if decision.next in {Next.SEND, Next.WAIT} and why:  # nobody waits for what won't go out
            return replace(standing, decision=Decision(Next.HOLD), queued=queued, kept_here=why)
        if decision.next in {Next.SEND, Next.WAIT}:  # the computer login does it, not who sits here
            soon = queued.at if self._desk.now < queued.at else self._desk.now + FIRST_WAIT
            decision = Decision(Next.WAIT, max(soon, decision.at or soon))
        return replace(standing, decision=decision, queued=queued, kept_here=why)

    def _entrusted(self, proven: Proven, kept: Publication, queue: InQueue, standing: Standing) -> Standing:
        """Leave it to the computer login that hands it to the platform's scheduler, whatever comes next."""
        why = kept_here(proven, kept, queue, standing.sending, self._desk.now)
        looks = Decision(Next.WAIT, self._desk.now + FIRST_WAIT)
        if left_alone(proven, queue, standing.sending):  # its own login looks no more
            at = address_there(proven, kept)
            return replace(standing, queued=queue.queued, kept_here=why, alone_at=at)
        decision = looks if standing.decision.next is Next.LOOK else standing.decision
        return replace(standing, decision=decision, queued=queue.queued, kept_here=why)

    def _left_to_seat(self, proven: Proven, kept: Publication, otherwise: Decision) -> Decision:
        """Leave it to the computer login while its bytes may be leaving, in a program that isn't this one."""
        newest = publication_rows(proven, kept.id, kept.account)[-1].body
        over = newest.utc + LEAVES_WITHIN
        return Decision(Next.WAIT, over) if newest.person is None and self._desk.now < over else otherwise

    @override
    def _around(self, proven: Proven, kept: Publication) -> Around:
        now, queue = self._desk.now, in_queue(proven, kept)
        return around_of(proven, kept, now) if queue is None else around_queued(proven, kept, queue, now)

    @override
    def goes_on(self, deed: Deed, rows: tuple[Fact, ...], kept: Publication) -> bool:
        begun_by = next((row.body.person for row in reversed(rows) if row.body.act == Act.INTEND), None)
        office = self._facts.roles(deed.unit, deed.trust, deed.by.person, (kept.account,)) & OFFICE
        return deed.by.person == begun_by or bool(office)

    @override
    def _connection(self, deed: Deed, proven: Proven, kept: Publication, ready: Ready) -> Connection:
        return at_home_now(deed.unit, proven, kept.account)

    @override
    def _reasons(self, deed: Deed, proven: Proven, ready: Ready, asked: Asked) -> tuple[Reason, ...]:
        post, account = ready.publication.post or PostId(""), ready.publication.account
        # The register may name another account by now than the one that was connected then.
        foreign = foreign_reasons(deed.unit.accounts.get(account), asked.who)
        gate = self._gate.reasons(deed.unit, proven, post, account, ready.files)
        return (*self._unnamed(deed.unit, proven, deed.by, ready.publication), *foreign, *gate)

    @override
    def _outgoing(self, unit: Unit, proven: Proven, kept: Publication, ready: Ready) -> Outgoing:
        return self.outgoing_for(unit, proven, kept, ready.files)

    @override
    def _out(self, deed: Deed, kept: Publication, posted: Posted) -> Done[Publication]:
        return note_out(deed, kept, posted.link, posted.id)

    # ---- helpers

    def _unnamed(self, unit: Unit, proven: Proven, by: Actor, kept: Publication) -> tuple[Reason, ...]:
        """List why this person has nothing to do there any more: asked before the platform is."""
        roles = self._facts.roles(unit, proven.trust, by.person, (kept.account,))
        return () if roles & PUBLISHERS else (Reason(say("publications.no-role"), "BAL-A2"),)

    def _require_named(self, by: Actor, publication: Publication) -> None:
        with self._desk.look(by) as unit:
            refuse(self._unnamed(unit, self._proof.now(unit), by, publication))
