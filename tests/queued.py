"""A school whose posts go out by themselves: queued by Ana, sent by her computer with nobody signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, PostId, SchoolId
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Publisher
from smadmin.services.connections import Publishers
from smadmin.services.desk import Desk
from smadmin.services.entrusting_seat import EntrustingSendings, SeatRoad
from smadmin.services.gate import LastGate
from smadmin.services.heads import Heads, Noted
from smadmin.services.proof import Proof
from smadmin.services.queueing import Queueing
from smadmin.services.ready import Standing
from smadmin.services.seat_room import SeatReport
from smadmin.services.seats import pinned_root, take_seat
from smadmin.storage.store import Store
from tests.direct import Direct, drive, make_direct
from tests.school import CountedIds, MovableClock

IN_AN_HOUR = timedelta(hours=1)


@dataclass
class Seat:
    """A computer login that works with nobody signed in, on a store of its own."""

    desk: Desk
    proof: Proof
    by: Actor
    sendings: EntrustingSendings
    road: SeatRoad

    def go(self, publication: Publication, *, killed_after: int | None = None) -> Standing:
        return drive(self.road.go(self.by, publication), killed_after=killed_after)

    def go_or_refused(self, publication: Publication) -> Standing | None:
        """Go on with it; None where nothing may leave."""
        try:
            return self.go(publication)
        except NotAllowed:
            return None


@dataclass
class Queued:
    """The school, and what queues."""

    direct: Direct
    queueing: Queueing

    @property
    def in_an_hour(self) -> datetime:
        return self.direct.road.school.clock.now() + IN_AN_HOUR

    def queue(
        self, post: PostId, blog: AccountId | None = None, *, at: datetime | None = None
    ) -> Publication:
        """Have Ana let it go out by itself."""
        ana, where = self.direct.road.by("ana"), blog or self.direct.blogs[0]
        packed = self.queueing.pack(ana, post, where, at or self.in_an_hour)
        self.direct.intended(post, where)
        return self.queueing.enter(ana, packed).value

    def seat(self) -> Seat:
        """Begin anew with nobody signed in, as another process does."""
        school = self.direct.road.school
        school.note()
        return seat_at(school.folder, school.id, school.secrets, school.clock, self.direct.platform)


def seat_at(
    folder: Path, school: SchoolId, secrets: MemorySecrets, clock: MovableClock, platform: Publisher
) -> Seat:
    """Open a folder with nobody signed in."""
    desk = Desk(Store.open(folder), school, clock, CountedIds(), Ed25519Verifier())
    seat = take_seat(secrets, found=False)
    noted = Noted(Heads(secrets, school).kept(), pinned_root(secrets), seat.id)
    proof = Proof(desk, lambda: noted)
    desk.proven = proof.trust
    assert seat.identity is not None
    by = Actor(None, seat.id, seat.identity, None, desk.now)
    publishers: Publishers = {platform.platform: platform}
    sendings = EntrustingSendings(desk, proof, publishers)
    return Seat(desk, proof, by, sendings, SeatRoad(sendings, SeatReport(desk, proof)))


def make_queued(folder: Path, *, blogs: int = 1) -> Queued:
    """Found it."""
    return queueing_at(make_direct(folder, blogs=blogs))


def queueing_at(direct: Direct) -> Queued:
    """Give the same for a school that is connected already."""
    road = direct.road
    desk = road.school.desk
    gate = LastGate(desk, road.reader, road.proof, road.media)
    queueing = Queueing(desk, road.proof, gate, sendings=direct.sendings, vault=direct.vault)
    return Queued(direct, queueing)
