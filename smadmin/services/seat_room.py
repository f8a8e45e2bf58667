"""What this computer does with nobody signed in: the room in which its own login works.

It stands on the store of whatever a window has open, or of `smadmin worker`, with a desk and a proof of its
own and nobody's keys. Each round takes what is due, one part after the other; whoever drives it decides how
often. A look that finds nothing due asks no keyring and proves nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.entrusting import ENTRUSTED_PART
from smadmin.domain.errors import KnownError, NotAllowed, Reason, Tampered
from smadmin.domain.ids import AccountId, PublicationId
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Trouble
from smadmin.domain.records import Head
from smadmin.domain.schools import School
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.direct import direct_publishers
from smadmin.publishing.web import Web
from smadmin.services.backroom import BackRoom
from smadmin.services.connections import Publishers
from smadmin.services.desk import Desk
from smadmin.services.entrusted_rows import told_there
from smadmin.services.entrusting_seat import EntrustingSendings, SeatRoad
from smadmin.services.grounds import DataFolder
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.queued import Sight, first_sights, in_queue, waiting
from smadmin.services.ready import Standing
from smadmin.services.send_road import GOES_ON, SendRoad
from smadmin.services.sent import borne_out
from smadmin.services.spent import shred_spent, spent
from smadmin.services.wrong_identity import LONGEST_SEEN
from smadmin.storage.files import MediaFiles

if TYPE_CHECKING:
    from smadmin.services.seat_searches import SearchedPart, SeatSearches

WRONG_IDENTITY = "wrong-identity"
"""What the row `not-out` of a computer login says where another account was logged in."""

RETRY = timedelta(minutes=5)
"""What was refused is asked again once the record goes on, or after this: a clock is put right by no row."""


@dataclass(frozen=True)
class RoundResult:
    """What a round did with a post: how it stands now, or what speaks against it (a bug as well)."""

    account: AccountId
    publication: PublicationId
    standing: Standing | None
    error: Exception | None = None

    @property
    def is_told(self) -> bool:
        """Tell whether a window says it: a bug, or a row that nobody can read."""
        return self.error is not None and (not isinstance(self.error, KnownError) or not self.account)


class SeatRoom(BackRoom):
    """One school's queue at this computer login."""

    def __init__(self, grounds: DataFolder, desk: Desk) -> None:
        """Stand on an open data folder and a desk of this room's own (an errand)."""
        super().__init__(grounds, desk)
        self.web = Web()
        self.sendings = EntrustingSendings(self.desk, self.proof, platforms_of(self.school, self.web))
        self.sendings.holds.stop = self.stop_all_but_notices
        self._refused: tuple[frozenset[PublicationId], Head, datetime] | None = None
        self._seen: tuple[Sight, ...] = ()
        self._searched: SeatSearches | None = None
        self.searching = self.found_waits = False  # as of the last turn: of one's own; of anybody's

    def begin(self) -> Actor | None:
        """Take this login's key and the notes of the record (an errand); None where there is no keyring."""
        identity = self.find_seat().identity
        if identity is None:
            return None
        self.note_outside()
        self.desk.proven = self.proof.trust
        return Actor(None, self.seat.id, identity, None, self.desk.now)

    def round(self) -> Iterator[RoundResult]:
        """Go on with everything that is queued (store, files, keyring and network: never a window's thread).

        Raises:
            KnownError: where this login can't work at all.
        """
        with self.desk.look() as unit:
            if not waiting(unit):
                return
        by = self.begin()
        if by is None:
            raise self.seat.missing or NotAllowed((Reason(say("queue.no-keyring")),))
        road = SeatRoad(self.sendings, SeatReport(self.desk, self.proof))
        mine, spoilt = self._mine()
        for publication in mine:
            yield self._go(road, by, publication)
        for one, error in spoilt.items():
            yield RoundResult(AccountId(""), PublicationId(one), None, error)
        self._shred()
        self.settle()
        self._note_refused()

    def search(self) -> "Iterator[SearchedPart]":
        """Take a turn of a search where one is due (as `round`): some seconds, and a post's turn is next."""
        searches, self.searching = self._searches(), False
        if searches is None or not searches.due():
            return
        by = self.begin()
        if by is None:
            searches.leave()
            return
        yield from searches.turn(by)
        self.searching = searches.settled()
        self.settle()

    def end(self) -> None:
        """End what is under way; the next start looks what became of it."""
        self.web.end()
        if self._searched is not None:
            self._searched.stop()

    def changes(self) -> Done[tuple[Exception, ...]]:
        """Do a round, and a turn of a search, where anything is due; tells what is further, and errors."""
        sent = self._sent()
        found = Changes.of("sweeps", [one.sweep for one in self.search() if one.sweep])
        with self.desk.look() as unit:
            self.found_waits = bool(unit.sweep_tasks.waiting())
        return Done(sent.value, sent.changes | found)

    def _sent(self) -> Done[tuple[Exception, ...]]:
        if not self._due(self._sights()):
            return Done((), Changes())
        with self.desk.look() as unit:
            before = unit.publications.readable_among(waiting(unit))[0]
        told = [one.error for one in self.round() if one.is_told and one.error is not None]
        with self.desk.look() as unit:
            after = unit.publications.readable_among(tuple(before))[0]
        moved = [PublicationId(one) for one, kept in before.items() if after.get(one) != kept]
        return Done(tuple(told), Changes.of("publications", moved))

    def has_news(self) -> bool:
        """Tell at first sight whether a round would do anything, or find another state than the last one."""
        sights = self._sights()
        return self._due(sights) or sights != self._seen

    def next_at(self) -> datetime | None:
        """Give when something is due next, UTC, at first sight; None where nothing waits for a time."""
        decided = [one.decision for one in self._sights() if one.decision is not None]
        times = [one.at for one in decided if one.next is Next.WAIT and one.at is not None]
        searches = self._searches()
        searched = None if searches is None else searches.next_at()
        return min((*times, *(() if searched is None else (searched,))), default=None)

    def labels(self) -> Mapping[AccountId, str]:
        """Give what the accounts are called."""
        with self.desk.look() as unit:
            return {one.id: one.label for one in unit.accounts.all()}

    def stop_all_but_notices(self) -> None:
        """End what is on its way when everything is stopped; what was signed for such days goes on."""
        self.web.stop(self.sendings.spared)

    def _searches(self) -> "SeatSearches | None":
        """Give the searches that people sealed to computer logins; None while there never were any."""
        if self._searched is None:
            with self.desk.look() as unit:
                if not unit.sweep_tasks.ids():
                    return None
            from smadmin.services.seat_searches import SeatSearches  # noqa: PLC0415 - what sees is heavy

            files = MediaFiles(self.grounds.place.store / "media")
            self._searched = SeatSearches(self.desk, self.proof, files)
        return self._searched

    def _sights(self) -> tuple[Sight, ...]:
        """Give what may be this login's to do; that is known once the keyring was asked."""
        with self.desk.look() as unit:
            sights = first_sights(unit, self.desk.now)
        mine = self.seat.id if "seat" in self.__dict__ and self.seat.missing is None else None
        return tuple(one for one in sights if mine is None or one.spent or one.seat in {None, mine})

    def _due(self, sights: tuple[Sight, ...]) -> bool:
        """Tell whether there is anything to do that wasn't refused already, as things stand."""
        due = {one.publication for one in sights if _is_due(one)}
        if not due or self._refused is None:
            return bool(due)
        refused, head, at = self._refused
        with self.desk.look() as unit:
            same = unit.record.head() == head
        return not (same and due <= refused and timedelta() <= self.desk.now - at < RETRY)

    def _note_refused(self) -> None:
        """Note what a round left as due as it was: it would come to the same again."""
        with self.desk.look() as unit:
            head = unit.record.head()
        self._seen = self._sights()
        left = frozenset(one.publication for one in self._seen if _is_due(one) and not one.comes_back)
        self._refused = left, head, self.desk.now

    def _mine(self) -> tuple[tuple[Publication, ...], Mapping[str, Tampered]]:
        """Give what was queued at this login, for others send their own; and rows that nobody can read."""
        with self.desk.look() as unit:
            proven, found = self.proof.now(unit), list[Publication]()
            read, spoilt = unit.publications.readable_among(waiting(unit))
            for kept in read.values():
                queue = in_queue(proven, kept)
                if queue is not None and queue.fact.body.seat == self.seat.id:
                    found.append(kept)
        return tuple(found), spoilt

    def _shred(self) -> None:
        """Erase what goes out no more, whoever was to send it."""
        with self.desk.look() as unit:
            proven = self.proof.now(unit)
            over = any(spent(proven, one, self.desk.now) for one in unit.outbox.ids())
        if over:
            self._erase()

    def _erase(self) -> None:
        """Erase it as far as it still is so: somebody may have queued it anew meanwhile (a deed)."""
        identity = self.seat.identity
        if identity is not None:
            with self.desk.first_deed(Actor(None, self.seat.id, identity, None, self.desk.now)) as deed:
                shred_spent(deed, self.proof.now(deed.unit))

    def _go(self, road: SendRoad, by: Actor, publication: Publication) -> RoundResult:
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
            return RoundResult(account, id_, end.value)
        except KnownError as error:
            return RoundResult(account, id_, None, error)
        except Exception as error:  # noqa: BLE001  a border: a bug at one post keeps no other one here
            return RoundResult(account, id_, None, error)


def platforms_of(school: School, web: Web) -> Publishers:
    """Give the platforms; from the sample school nothing goes out."""
    policy = Policy.shipped()
    return {} if school.sample else direct_publishers(web, lambda one: policy.platforms[one])


def _is_due(sight: Sight) -> bool:
    goes_on = sight.decision is None or sight.decision.next in GOES_ON
    return sight.spent or sight.entrusted or goes_on


class SeatReport:
    """What stops a queued post where another account is logged in; the account itself a person stops."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def report(self, by: Actor, account: AccountId, seen: str, *, again: bool = True) -> Changes:
        """Write at each queued post of the account which one it was instead (a deed)."""
        changed = []
        with self._desk.first_deed(by) as deed:
            proven = self._proof.now(deed.unit)
            for kept in deed.unit.publications.readable_among(deed.unit.outbox.ids())[0].values():
                if kept.account != account or in_queue(proven, kept) is None:
                    continue
                stands = borne_out(proven, kept)
                there = stands.stage is SendStage.ENTRUSTED
                told_already = stands.trouble is Trouble.REFUSED
                if told_already or not (there or stands.stage is SendStage.INTENDED):
                    continue
                sending = replace(stands, trouble=Trouble.REFUSED)
                deed.unit.publications.change(replace(kept, sending=sending))
                parts: dict[str, Plain] = {
                    "trouble": WRONG_IDENTITY,
                    "seen": {"handle": seen.strip()[:LONGEST_SEEN]},
                }
                if there:  # it waits there as before
                    parts[ENTRUSTED_PART] = dict(told_there(proven, kept))
                act = Act.ENTRUST if there else Act.NOT_OUT
                deed.record(act, Noun.PUBLICATIONS, kept.id, parts=parts)
                changed.append(kept.id)
        return Changes.of("publications", changed)
