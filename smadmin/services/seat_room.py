"""What goes out from this computer with nobody signed in: the room in which its own login works.

It stands on a store and a proof of its own, with nobody's keys, beside whatever a window has open. Each round
takes what is due, one part after the other; whoever drives it decides how often (`smadmin worker`, a window).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId, PublicationId
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.direct import direct_publishers
from smadmin.publishing.web import Web
from smadmin.services.backroom import BackRoom
from smadmin.services.connections import Publishers
from smadmin.services.desk import Desk
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.queued import in_queue, queued_at_first_sight
from smadmin.services.ready import Standing
from smadmin.services.send_road import SendRoad
from smadmin.services.sent import borne_out
from smadmin.services.unattended import SeatSendings
from smadmin.services.wrong_identity import LONGEST_SEEN

WRONG_IDENTITY = "wrong-identity"
"""What the row `not-out` of a computer login says where another account was logged in."""


@dataclass(frozen=True)
class Done:
    """What a round did with a post: how it stands now, or what speaks against it."""

    account: AccountId
    publication: PublicationId
    standing: Standing | None
    error: KnownError | None = None


class SeatRoom(BackRoom):
    """One school's queue at this computer login."""

    @cached_property
    def web(self) -> Web:
        """The way to the platforms' servers."""
        return Web()

    @cached_property
    def _policy(self) -> Policy:
        return Policy.shipped()

    @cached_property
    def publishers(self) -> Publishers:
        """The platforms; from the sample school nothing goes out."""
        return (
            {} if self.school.sample else direct_publishers(self.web, lambda one: self._policy.platforms[one])
        )

    @cached_property
    def sendings(self) -> SeatSendings:
        """The steps."""
        return SeatSendings(self.desk, self.proof, self.publishers)

    def begin(self) -> Actor | None:
        """Take this login's key and the notes of the record (an errand); None where there is no keyring."""
        identity = self.find_seat().identity
        if identity is None:
            return None
        self.note_outside()
        self.desk.proven = self.proof.trust
        return Actor(None, self.seat.id, identity, None, self.desk.now)

    def waiting(self) -> bool:
        """Tell whether anything lies in the queue, without proving or opening anything."""
        with self.desk.look() as unit:
            return bool(unit.outbox.ids())

    def round(self) -> Iterator[Done]:
        """Go on with everything that is due (store, files, keyring and network: never on a window's thread).

        Raises:
            KnownError: where this login can't work at all.
        """
        if not self.waiting():
            return
        by = self.begin()
        if by is None:
            raise self.seat.missing or NotAllowed((Reason(say("queue.no-keyring")),))
        road = SendRoad(self.sendings, Stopped(self.desk, self.proof))
        for publication in self._mine():
            yield self._go(road, by, publication)
        self.settle()

    def changes(self) -> Changes:
        """Do a round where anything is due, and tell which publications are further than before."""
        if not self._due():
            return Changes()
        with self.desk.look() as unit:
            before = {one: unit.publications.maybe(one) for one in unit.outbox.ids()}
        for _ in self.round():
            pass
        with self.desk.look() as unit:
            moved = [one for one, kept in before.items() if unit.publications.maybe(one) != kept]
        return Changes.of("publications", moved)

    def next_at(self) -> datetime | None:
        """Give when something is due next, UTC; None where nothing waits for a time."""
        with self.desk.look() as unit:
            proven = self.proof.now(unit)
            kept = [unit.publications.maybe(one) for one in unit.outbox.ids()]
            decided = [self.sendings.stands(proven, one).decision for one in kept if one is not None]
        times = [one.at for one in decided if one.next is Next.WAIT and one.at is not None]
        return min(times, default=None)

    def labels(self) -> Mapping[AccountId, str]:
        """Give what the accounts are called."""
        with self.desk.look() as unit:
            return {one.id: one.label for one in unit.accounts.all()}

    def stop(self) -> None:
        """End what is under way on the network: whether it went out, the next round looks."""
        self.web.stop()

    def stop_all_but_notices(self) -> None:
        """End the same when everything is stopped; what was signed in advance for such days goes on."""
        self.web.stop(self.sendings.spared)

    def _due(self) -> bool:
        """Tell at first sight whether there is anything to do: it asks no keyring and proves nothing."""
        now = self.desk.now
        with self.desk.look() as unit:
            queued = queued_at_first_sight(unit)
            kept = [unit.publications.maybe(one) for one in unit.outbox.ids()]
        for one in kept:
            if one is None or one.id not in queued or one.step is not PublicationStep.INTENDED:
                return True
            wait = None if one.sending is None else one.sending.not_before
            if queued[one.id].at <= now <= queued[one.id].until and (wait is None or wait <= now):
                return True
        return False

    def _mine(self) -> tuple[Publication, ...]:
        """Give what was queued at this login; a file whose queueing is over, with nothing out, is erased."""
        over = []
        with self.desk.look() as unit:
            proven, found = self.proof.now(unit), []
            for one in unit.outbox.ids():
                kept = unit.publications.maybe(one)
                queue = None if kept is None else in_queue(proven, kept)
                if kept is not None and queue is not None:
                    found += [kept] if queue.fact.body.seat == self.seat.id else []  # others send their own
                elif kept is None or borne_out(proven, kept).stage in _NOTHING_OUT:
                    over.append(one)
        if over and self.proof_stands:
            self._shred(over)
        return tuple(found)

    @property
    def proof_stands(self) -> bool:
        """Tell whether the record is whole and the one that this computer noted."""
        with self.desk.look() as unit:
            proven = self.proof.now(unit)
            return proven.whole and proven.head_right

    def _shred(self, over: list[PublicationId]) -> None:
        identity = self.seat.identity
        if identity is None:
            return
        with self.desk.first_deed(Actor(None, self.seat.id, identity, None, self.desk.now)) as deed:
            for one in over:
                deed.unit.outbox.drop(one)

    def _go(self, road: SendRoad, by: Actor, publication: Publication) -> Done:
        account, id_ = publication.account, publication.id
        try:
            going = road.go(by, publication)
            part = next(going)
            while True:
                try:
                    given = part.do()
                except KnownError as error:
                    part = going.throw(error)
                else:
                    part = going.send(given)
        except StopIteration as end:
            return Done(account, id_, end.value)
        except KnownError as error:
            return Done(account, id_, None, error)


_NOTHING_OUT = frozenset({SendStage.INTENDED, SendStage.GIVEN_UP, SendStage.SEEN})


class Stopped:
    """What stops a queued post where another account is logged in; the account itself a person stops."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def report(self, by: Actor, account: AccountId, seen: str, *, again: bool = True) -> Changes:
        """Write at each queued post of the account which one it was instead (a deed)."""
        changed = []
        with self._desk.first_deed(by) as deed:
            proven = self._proof.now(deed.unit)
            for id_ in deed.unit.outbox.ids():
                kept = deed.unit.publications.maybe(id_)
                if kept is None or kept.account != account or in_queue(proven, kept) is None:
                    continue
                stands = borne_out(proven, kept)
                if stands.stage is not SendStage.INTENDED:
                    continue
                sending = replace(stands, trouble=Trouble.REFUSED)
                deed.unit.publications.change(replace(kept, sending=sending))
                parts: dict[str, Plain] = {
                    "trouble": WRONG_IDENTITY,
                    "seen": {"handle": seen.strip()[:LONGEST_SEEN]},
                }
                deed.record(Act.NOT_OUT, Noun.PUBLICATIONS, id_, parts=parts)
                changed.append(id_)
        return Changes.of("publications", changed)
