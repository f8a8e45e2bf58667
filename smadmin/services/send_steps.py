"""The steps of a post that goes out: deeds on the store and errands on the network, never both in one method.

A row is written before bytes leave and after each answer, so a kill between any two leaves either *surely
nothing is out* or *look first*. `services/send_road.py` chains them; the last gate is asked in the very
transaction that writes that the bytes leave. Who sends (a person, `sending.py`; a computer login on its own,
`unattended.py`) opens what goes out, judges whether it may, and signs.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.connections import Connection
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import PostId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication, PublicationStep, publication_id
from smadmin.domain.publishers import Outgoing, Posted, PublisherFailed, Seen, Trouble, differences
from smadmin.domain.reading_back import read_back
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
from smadmin.services.as_corrected import as_corrected
from smadmin.services.crisis_rows import is_notice
from smadmin.services.desk import Deed, Desk
from smadmin.services.hold_watch import HoldWatch
from smadmin.services.leaving_now import LeavingNow
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.ready import Asked, Ready, Standing, require_same
from smadmin.services.sent import borne_out, seen_parts, sent_parts
from smadmin.storage.unit import Unit

_MAY_BEGIN = frozenset({Act.INTEND, Act.NOT_OUT})
_SENT = frozenset({Act.SEND, Act.ENTRUST, Act.RECALL})
_LEFT_FOR_LOST = frozenset({Act.NOT_OUT, Act.HAND_OUT, Act.GIVE_UP})


class SendSteps(ABC):
    """The steps, for one school."""

    may_begin = _MAY_BEGIN
    """The rows after which bytes may leave."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof
        self._leaving, self.holds = LeavingNow(), HoldWatch(desk, proof)

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

    # ---- on the network

    def ask(self, ready: Ready) -> Asked:
        """Ask the platform whom it takes the log-in for (an errand)."""
        at, sent = self._desk.now, ready.publication.step is PublicationStep.SENDING
        asked = Asked(ready.publisher.who_am_i(ready.access), at)
        # By a wrong clock nothing leaves; what has left is looked for all the same.
        if not sent and not asked.by_the_clock(self._desk.now):
            raise PublisherFailed(Trouble.CLOCK, ready.access.host)
        return asked

    def publish(self, ready: Ready) -> Posted:
        """Let the bytes leave (an errand); `begin` wrote that they do, and since when."""
        sending = ready.publication.sending or Sending()
        leaving = self._leaving.during(ready.publication.id, spared=ready.notice)
        with leaving, self.holds.watched(goes_on=ready.notice):
            fresh = sending.began is not None and timedelta() <= self._desk.now - sending.began <= FRESH
            if not fresh or (not ready.notice and self.holds.all_stopped()):
                raise PublisherFailed(Trouble.UNREACHABLE, ready.access.host)
            return self._leave(ready)

    def _leave(self, ready: Ready) -> Posted:
        return ready.publisher.publish(ready.access, ready.outgoing)

    @property
    def spared(self) -> frozenset[int]:
        """Give the threads on which notices leave: a crisis hold doesn't stop them."""
        return self._leaving.spared

    def find(self, ready: Ready) -> Posted | None:
        """Look whether it is out (an errand)."""
        return ready.publisher.find(ready.access, ready.outgoing)

    def read_back(self, ready: Ready) -> Seen:
        """Read it as a visitor does, and what only the account is told (an errand)."""
        publication = ready.publication
        posted = Posted(publication.posted_id, publication.link)
        return read_back(ready.publisher, ready.access, posted)

    def keep(self, seen: Seen) -> MediaFile | None:
        """Keep the page that a visitor saw (an errand); None for who can't."""
        del seen
        return None

    # ---- deeds

    def begin(self, by: Actor, ready: Ready, asked: Asked) -> Done[Ready]:
        """Write that the bytes leave now, directly after the head that the gate proved (a deed).

        Raises:
            OtherIdentity: the log-in belongs to another account; `WrongIdentities.report` stops it then.
            NotAllowed: with everything that speaks against it.
        """
        self._proof.catch_up(by)
        with self._deed(by) as deed:
            kept, proven = self._own(deed, ready.publication, self.may_begin)
            connection = self._connection(deed, proven, kept, ready)
            require_same(replace(ready, connection=connection), asked)
            if ready.connection != connection or not asked.fresh(deed.now):
                raise KnownError(say("sending.asked-long-ago"), remedy=say("sending.again"))
            if reasons := self._reasons(deed, proven, ready, asked):
                raise NotAllowed(reasons)
            outgoing = self._outgoing(deed.unit, proven, kept, ready)
            sending = begun(borne_out(proven, kept), deed.now)
            sent = self._put(deed, replace(kept, step=PublicationStep.SENDING), sending)
            deed.record(Act.SEND, Noun.PUBLICATIONS, kept.id, parts=sent_parts(asked.who, outgoing, sending))
            notice = self._is_notice(proven, sent)
        going = replace(ready, publication=sent, outgoing=outgoing, notice=notice)
        return Done(going, _changed(sent))

    def hindered(self, by: Actor, publication: Publication, error: PublisherFailed) -> Changes:
        """Note that the platform didn't say who one is: nothing left (a deed)."""
        return self._note(by, publication, self.may_begin, lambda one: hindered(one, *self._what(error)))

    def took(self, by: Actor, publication: Publication, posted: Posted) -> Done[Publication]:
        """Write that the platform has it: as the answer to its bytes, or because it was found (a deed)."""
        self._proof.catch_up(by)
        with self._deed(by) as deed:
            # An answer that comes late, after a try was given up for lost, tells of a post all the same.
            kept, proven = self._own(deed, publication, _SENT | _LEFT_FOR_LOST)
            stands = borne_out(proven, kept)
            late = stands.stage in {SendStage.INTENDED, SendStage.GIVEN_UP}
            sending = taken(replace(stands, stage=SendStage.LOOKING) if late else stands)
            return self._out(deed, replace(kept, sending=sending), posted)

    def failed(self, by: Actor, publication: Publication, error: PublisherFailed) -> Changes:
        """Write what came of the bytes that left: surely nothing, or nobody knows (a deed)."""
        return self._note(by, publication, _SENT, lambda one: failed(one, *self._what(error)))

    def absent(self, by: Actor, publication: Publication) -> Changes:
        """Write that it was looked for and isn't there (a deed)."""
        return self._note(by, publication, _SENT, lambda one: absent(one, self._desk.now))

    def unseen(self, by: Actor, publication: Publication, error: PublisherFailed) -> Changes:
        """Note that a look, or a reading, got no answer (a deed)."""
        return self._note(by, publication, _SENT | {Act.PUBLISH}, lambda one: unseen(one, *self._what(error)))

    def seen(self, by: Actor, ready: Ready, seen: Seen, file: MediaFile | None = None) -> Done[Publication]:
        """Write what a visitor reads, and what of it is otherwise than it was sent (a deed).

        Args:
            by: who sends.
            ready: what was sent.
            seen: what a visitor reads.
            file: in which the page is kept, where it could be.
        """
        self._proof.catch_up(by)
        with self._deed(by) as deed:
            kept, proven = self._own(deed, ready.publication, frozenset({Act.PUBLISH, Act.READ_BACK}))
            found = differences(ready.outgoing, seen)
            newer = self._put(deed, replace(kept, differs=found), read(borne_out(proven, kept)))
            if file is not None:
                deed.unit.media.add(file)
            parts = seen_parts(seen, tuple(one.value for one in found), file)
            deed.record(Act.READ_BACK, Noun.PUBLICATIONS, kept.id, parts=parts)
        return Done(newer, _changed(newer))

    def ready_again(self, by: Actor, publication: Publication) -> Ready:
        """Open what is out, to be read against the words that stand there by now (an errand)."""
        ready = self.look_ready(by, publication)
        with self._desk.look(by) as unit:
            return as_corrected(self._proof.now(unit), ready)

    def go_on(self, by: Actor, publication: Publication) -> Changes:
        """Try again, or look again, after a person was asked (a deed)."""
        return self._note(by, publication, self.may_begin | _SENT, gone_on)

    def _is_notice(self, proven: Proven, kept: Publication) -> bool:
        """Tell whether it goes on though everything else is stopped."""
        return is_notice(proven, kept)

    # ---- helpers

    def _note(
        self, by: Actor, publication: Publication, acts: frozenset[Act], step: Callable[[Sending], Sending]
    ) -> Changes:
        self._proof.catch_up(by)
        with self._deed(by) as deed:
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
        """Give the publication as it stands, where its newest row is one of these and its sender goes on."""
        kept, proven = deed.unit.publications.get(publication.id), self._proof.now(deed.unit)
        if kept.id != publication_id(kept.post or PostId(""), kept.account):
            raise NotAllowed((Reason(say("publications.release-not-proven")),))
        rows = publication_rows(proven, kept.id, kept.account)
        if not rows or rows[-1].body.act not in acts:
            raise NotAllowed((Reason(say("publications.not-at-this-step")),))
        if not self.goes_on(deed, rows, kept):
            raise NotAllowed((Reason(say("publications.not-yours")),))
        return kept, proven

    def _put(self, deed: Deed, kept: Publication, sending: Sending) -> Publication:
        if sending.stage in {SendStage.SEEN, SendStage.GIVEN_UP}:
            deed.unit.outbox.drop(kept.id)
        return deed.unit.publications.change(replace(kept, sending=sending))

    def _what(self, error: PublisherFailed) -> tuple[Trouble, datetime, timedelta | None]:
        wish = None if error.retry_after_s is None else timedelta(seconds=error.retry_after_s)
        return error.kind, self._desk.now, wish

    # ---- what each sender has its own way of

    @abstractmethod
    def prepare(self, by: Actor, publication: Publication) -> Ready:
        """Open what goes out and the token it goes with, and ask the last gate (an errand).

        Raises:
            NotAllowed: with everything that speaks against it.
            Tampered: if the log-in isn't what was signed.
        """

    @abstractmethod
    def look_ready(self, by: Actor, publication: Publication) -> Ready:
        """Open the same without asking whether it may leave: to look whether it is out (an errand)."""

    @abstractmethod
    def _deed(self, by: Actor) -> AbstractContextManager[Deed]:
        """Begin a deed."""

    @abstractmethod
    def _around(self, proven: Proven, kept: Publication) -> Around:
        """Give what else decides: the time it may go out, and whether it is held."""

    @abstractmethod
    def goes_on(self, deed: Deed, rows: tuple[Fact, ...], kept: Publication) -> bool:
        """Tell whether who does the deed goes on with it; `rows` are those about it."""

    @abstractmethod
    def _connection(self, deed: Deed, proven: Proven, kept: Publication, ready: Ready) -> Connection:
        """Give whom it goes out as by now."""

    @abstractmethod
    def _reasons(self, deed: Deed, proven: Proven, ready: Ready, asked: Asked) -> tuple[Reason, ...]:
        """List what speaks against it in the moment that it leaves."""

    @abstractmethod
    def _outgoing(self, unit: Unit, proven: Proven, kept: Publication, ready: Ready) -> Outgoing:
        """Give what leaves, found anew."""

    @abstractmethod
    def _out(self, deed: Deed, kept: Publication, posted: Posted) -> Done[Publication]:
        """Write that it is out."""


def _changed(publication: Publication) -> Changes:
    return Changes.of("publications", [publication.id])
