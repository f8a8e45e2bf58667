"""Sending a released post: deeds on the store and errands on the network, never both in one method.

A row is written before bytes leave and after each answer, so a kill between any two leaves either *surely
nothing is out* or *look first*. `services/send_road.py` chains them; the last gate is asked in the very
transaction that writes that the bytes leave.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.connections import Connection, foreign_reasons
from smadmin.domain.credentials import HOLDERS
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import MediaId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, PUBLISHERS
from smadmin.domain.posts import Content
from smadmin.domain.publications import UNFINISHED, Publication, PublicationStep
from smadmin.domain.publishers import (
    Outgoing,
    Posted,
    PublisherFailed,
    Seen,
    Trouble,
    differences,
)
from smadmin.domain.sending import (
    FIRST_WAIT,
    FRESH,
    Around,
    Decision,
    Next,
    Sending,
    SendStage,
    absent,
    begun,
    decide,
    failed,
    gone_on,
    hindered,
    read,
    taken,
    unseen,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.connected import connection_of
from smadmin.services.connections import Publishers, Wish, access_of, at_home_now
from smadmin.services.desk import Deed, Desk
from smadmin.services.gate import LastGate
from smadmin.services.leaving_now import LeavingNow
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.publications import note_out
from smadmin.services.ready import Asked, Ready, Standing, require_same
from smadmin.services.releases import Facts, newest_release
from smadmin.services.sent import borne_out, outgoing_of, seen_parts, sent_parts
from smadmin.services.vault import Vault
from smadmin.storage.unit import Unit

_READ_WITHIN = timedelta(days=2)
"""After this long a post that went out is no longer read back by itself."""
_MAY_BEGIN = frozenset({Act.INTEND, Act.NOT_OUT})
_SENT = frozenset({Act.SEND})
_LEFT_FOR_LOST = frozenset({Act.NOT_OUT, Act.HAND_OUT, Act.GIVE_UP})


class Sendings:
    """Posts of one school that go out through the program itself."""

    def __init__(
        self, desk: Desk, proof: Proof, gate: LastGate, *, facts: Facts, vault: Vault, publishers: Publishers
    ) -> None:
        """Stand on desk, proven record, last gate, the facts of a release, vault and platforms."""
        self._desk, self._proof, self._gate = desk, proof, gate
        self._facts, self._vault, self._publishers = facts, vault, publishers
        self._leaving = LeavingNow()

    # ---- reading

    def standing(self, by: Actor, publication: Publication) -> Standing:
        """Give how far a publication is and what comes next."""
        with self._desk.look(by) as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            return self.stands(proven, kept)

    def stands(self, proven: Proven, kept: Publication) -> Standing:
        """Give the same for a publication that was just read, in its transaction."""
        sending = borne_out(proven, kept)
        if kept.id in self._leaving:  # nothing is proven by not finding it, whoever began it
            return Standing(kept, sending, Decision(Next.WAIT, self._desk.now + FIRST_WAIT))
        return Standing(kept, sending, decide(sending, self._around(proven, kept)))

    def left(self, by: Actor) -> tuple[Standing, ...]:
        """Give what this person began to send, and what isn't over: whoever comes back goes on with it."""
        since = self._desk.now - _READ_WITHIN
        with self._desk.look(by) as unit:
            proven, kept = self._proof.now(unit), unit.publications
            begun = [one for step in UNFINISHED for one in kept.find(step=step.value)]
            out = kept.find_since("published_at", since, step=PublicationStep.CONFIRMED.value)
            mine = (one for one in (*begun, *out) if one.sending is not None and one.by == by.person)
            standing = [self.stands(proven, one) for one in mine]
        return tuple(one for one in standing if one.decision.next is not Next.DONE)

    def way(self, proven: Proven, by: Actor, content: Content, account: Account) -> Connection | None:
        """Give whom the program posts as there, where this person can open its token; None: by hand."""
        if account.platform not in self._publishers or content.video is not None or by.person is None:
            return None
        on = proven.trust.day_of(self._desk.now)
        holds = proven.trust.roles(by.person, on, account.id) & HOLDERS
        return connection_of(proven, account.id) if holds else None

    def prepare(self, by: Actor, publication: Publication) -> Ready:
        """Open what goes out and the token it goes with, and ask the last gate (an errand).

        Raises:
            NotAllowed: with everything that speaks against it.
            Tampered: if the log-in isn't what was signed.
        """
        ready = self.look_ready(by, publication)
        post = publication.post or PostId("")
        with self._desk.look(by) as unit:
            reasons = self._gate.reasons(unit, self._proof.now(unit), post, publication.account, ready.files)
        if reasons:
            raise NotAllowed(reasons)
        return ready

    def look_ready(self, by: Actor, publication: Publication) -> Ready:
        """Open the same without asking whether it may leave: to look whether it is out (an errand)."""
        post = publication.post or PostId("")
        copy, files = self._vault.fetch(publication.account), self._gate.files(by, post)
        with self._desk.look(by) as unit:
            proven, kept = self._proof.now(unit), unit.publications.get(publication.id)
            connection, account = at_home_now(unit, proven, kept.account), unit.accounts.get(kept.account)
            publisher = self._publishers.get(account.platform)
            if publisher is None:
                raise NotAllowed((Reason(say("sending.not-connected")),))
            wish = Wish(connection.server, connection.user, connection.token)
            access = access_of(self._desk, by, unit, proven, copy=copy, wish=wish)
            outgoing = self._outgoing(unit, proven, kept, files)
        return Ready(kept, publisher, connection, access, outgoing, files)

    # ---- on the network

    def ask(self, ready: Ready) -> Asked:
        """Ask the platform whom it takes the log-in for (an errand)."""
        at = self._desk.now
        return Asked(ready.publisher.who_am_i(ready.access), at)

    def publish(self, ready: Ready) -> Posted:
        """Let the bytes leave (an errand); `begin` wrote that they do, and since when."""
        sending = ready.publication.sending or Sending()
        with self._leaving.during(ready.publication.id):
            if sending.began is None or not timedelta() <= self._desk.now - sending.began <= FRESH:
                raise PublisherFailed(Trouble.UNREACHABLE, ready.access.host)
            return ready.publisher.publish(ready.access, ready.outgoing)

    def find(self, ready: Ready) -> Posted | None:
        """Look whether it is out (an errand)."""
        return ready.publisher.find(ready.access, ready.outgoing)

    def read_back(self, ready: Ready) -> Seen:
        """Read it as a visitor does who isn't signed in (an errand)."""
        publication = ready.publication
        posted = Posted(publication.posted_id, publication.link)
        return ready.publisher.read_back(ready.access.server, posted)

    # ---- deeds

    def begin(self, by: Actor, ready: Ready, asked: Asked) -> Done[Ready]:
        """Write that the bytes leave now, directly after the head that the gate proved (a deed).

        Raises:
            OtherIdentity: the log-in belongs to another account; `WrongIdentities.report` stops it then.
            NotAllowed: with everything that speaks against it.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept, proven = self._own(deed, ready.publication, _MAY_BEGIN)
            connection = at_home_now(deed.unit, proven, kept.account)
            require_same(replace(ready, connection=connection), asked)
            if ready.connection != connection or not timedelta() <= deed.now - asked.at <= FRESH:
                raise KnownError(say("sending.asked-long-ago"), remedy=say("sending.again"))
            post = kept.post or PostId("")
            # The register may name another account by now than the one that was connected then.
            foreign = foreign_reasons(deed.unit.accounts.get(kept.account), asked.who)
            gate = self._gate.reasons(deed.unit, proven, post, kept.account, ready.files)
            reasons = (*foreign, *gate)
            roles = self._facts.roles(deed.unit, deed.trust, by.person, (kept.account,))
            if not roles & PUBLISHERS:
                reasons = (Reason(say("publications.no-role"), "BAL-A2"), *reasons)
            if reasons:
                raise NotAllowed(reasons)
            outgoing = self._outgoing(deed.unit, proven, kept, ready.files)
            sending = begun(borne_out(proven, kept), deed.now)
            sent = self._put(deed, replace(kept, step=PublicationStep.SENDING), sending)
            deed.record(Act.SEND, Noun.PUBLICATIONS, kept.id, parts=sent_parts(asked.who, outgoing, sending))
        return Done(replace(ready, publication=sent, outgoing=outgoing), _changed(sent))

    def hindered(self, by: Actor, publication: Publication, error: PublisherFailed) -> Changes:
        """Note that the platform didn't say who one is: nothing left (a deed)."""
        return self._note(by, publication, _MAY_BEGIN, lambda one: hindered(one, *self._what(error)))

    def took(self, by: Actor, publication: Publication, posted: Posted) -> Done[Publication]:
        """Write that the platform has it: as the answer to its bytes, or because it was found (a deed)."""
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            # An answer that comes late, after a try was given up for lost, tells of a post all the same.
            kept, proven = self._own(deed, publication, _SENT | _LEFT_FOR_LOST)
            stands = borne_out(proven, kept)
            late = stands.stage in {SendStage.INTENDED, SendStage.GIVEN_UP}
            sending = taken(replace(stands, stage=SendStage.LOOKING) if late else stands)
            return note_out(deed, replace(kept, sending=sending), posted.link, posted.id)

    def failed(self, by: Actor, publication: Publication, error: PublisherFailed) -> Changes:
        """Write what came of the bytes that left: surely nothing, or nobody knows (a deed)."""
        return self._note(by, publication, _SENT, lambda one: failed(one, *self._what(error)))

    def absent(self, by: Actor, publication: Publication) -> Changes:
        """Write that it was looked for and isn't there (a deed)."""
        return self._note(by, publication, _SENT, lambda one: absent(one, self._desk.now))

    def unseen(self, by: Actor, publication: Publication, error: PublisherFailed) -> Changes:
        """Note that a look, or a reading, got no answer (a deed)."""
        return self._note(by, publication, _SENT | {Act.PUBLISH}, lambda one: unseen(one, *self._what(error)))

    def seen(self, by: Actor, ready: Ready, seen: Seen) -> Done[Publication]:
        """Write what a visitor reads, and what of it is otherwise than it was sent (a deed)."""
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept, proven = self._own(deed, ready.publication, frozenset({Act.PUBLISH}))
            found = differences(ready.outgoing, seen)
            newer = self._put(deed, replace(kept, differs=found), read(borne_out(proven, kept)))
            parts = seen_parts(seen, tuple(one.value for one in found))
            deed.record(Act.READ_BACK, Noun.PUBLICATIONS, kept.id, parts=parts)
        return Done(newer, _changed(newer))

    def go_on(self, by: Actor, publication: Publication) -> Changes:
        """Try again, or look again, after a person was asked (a deed)."""
        return self._note(by, publication, _MAY_BEGIN | _SENT, gone_on)

    # ---- helpers

    def _note(
        self, by: Actor, publication: Publication, acts: frozenset[Act], step: Callable[[Sending], Sending]
    ) -> Changes:
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept, proven = self._own(deed, publication, acts)
            before = borne_out(proven, kept)
            after = step(before)
            if after.stage is SendStage.INTENDED and before.stage is not SendStage.INTENDED:
                kept = replace(kept, step=PublicationStep.INTENDED)
                why = "" if after.trouble is None else after.trouble.value
                deed.record(Act.NOT_OUT, Noun.PUBLICATIONS, kept.id, parts={"trouble": why})
            newer = self._put(deed, kept, after)
        return _changed(newer)

    def _own(self, deed: Deed, publication: Publication, acts: frozenset[Act]) -> tuple[Publication, Proven]:
        """Give the publication as it stands, where its newest row is one of these and this person goes on."""
        kept, proven = deed.unit.publications.get(publication.id), self._proof.now(deed.unit)
        rows = publication_rows(proven, kept.id, kept.account)
        if not rows or rows[-1].body.act not in acts:
            raise NotAllowed((Reason(say("publications.not-at-this-step")),))
        begun_by = next((row.body.person for row in reversed(rows) if row.body.act == Act.INTEND), None)
        office = self._facts.roles(deed.unit, deed.trust, deed.by.person, (kept.account,)) & OFFICE
        if deed.by.person != begun_by and not office:
            raise NotAllowed((Reason(say("publications.not-yours")),))
        return kept, proven

    def _put(self, deed: Deed, kept: Publication, sending: Sending) -> Publication:
        return deed.unit.publications.change(replace(kept, sending=sending))

    def _outgoing(
        self, unit: Unit, proven: Proven, kept: Publication, files: Mapping[MediaId, bytes]
    ) -> Outgoing:
        passed = self._gate.going(unit, proven, kept, files)
        if passed.video is not None:
            raise NotAllowed((Reason(say("sending.no-video")),))
        return outgoing_of(proven, kept, passed, unit.schools.get(self._desk.school).languages)

    def _around(self, proven: Proven, kept: Publication) -> Around:
        release = newest_release(proven, kept.post or PostId(""))
        signed = None if release is None else release.manifest
        now = self._desk.now
        # Without a release nothing is sent, whatever the time.
        opens, closes = (now, now - timedelta(1)) if signed is None else (signed.opens, signed.closes)
        account = proven.unit.accounts.maybe(kept.account)
        return Around(now, opens, closes, held=account is None or account.stage is not AccountStage.LIVE)

    def _what(self, error: PublisherFailed) -> tuple[Trouble, datetime, timedelta | None]:
        wish = None if error.retry_after_s is None else timedelta(seconds=error.retry_after_s)
        return error.kind, self._desk.now, wish


def _changed(publication: Publication) -> Changes:
    return Changes.of("publications", [publication.id])
