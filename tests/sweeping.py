"""A darkroom whose pictures are searched for a child by computers where nobody is signed in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from smadmin.credentials.files import AgeFiles
from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.domain.actors import Actor
from smadmin.domain.ids import MediaId, PhotoId, SeatId, StudentId
from smadmin.domain.joining import seat_of
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.sweep_results import TAKEN_PART, Searched, Taken
from smadmin.domain.sweeps import BEGUN_PART, Sweep, SweepId, SweepWhy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.keys import public_key
from smadmin.services.proof import Proof, Proven
from smadmin.services.sweep_seat import Seeing, SweepSeat
from smadmin.services.sweep_tasks import SweepTasks
from smadmin.storage.files import MediaFiles
from smadmin.storage.store import Store
from tests.darkroom import Darkroom, make_darkroom
from tests.school import CountedIds
from tests.seeing import ANN, BEN, STRANGER, picture


@dataclass
class Login:
    """A computer login that works with nobody signed in, on a store of its own."""

    desk: Desk
    by: Actor
    seat: SweepSeat

    def turns(self, most: int = 100) -> Iterator[str]:
        """Take turns until a piece is whole, again and again, until nothing is left to do."""
        for _ in range(most):
            done = tuple(self.seat.go_on(self.by))
            yield from done
            if not done and not self.seat.under_way:
                return


@dataclass
class Sweeping:
    """The school, and a sweep for Ann."""

    room: Darkroom
    proof: Proof
    tasks: SweepTasks
    ann: StudentId
    sweep: SweepId
    photos: tuple[PhotoId, ...]
    files: Path

    @property
    def ana(self) -> Actor:
        return self.room.by("ana")

    def login(self, identity: Identity | None = None, *, eyes: Seeing | None = None) -> Login:
        """Begin anew with nobody signed in, as another process does."""
        school = self.room.school
        school.note()
        desk = Desk(Store.open(school.folder), school.id, school.clock, CountedIds(10**6), Ed25519Verifier())
        noted = replace(school.noted, seat=None if identity else school.seat.id)
        proof = Proof(desk, lambda: noted)
        desk.proven = proof.trust
        signer = identity or school.seat.identity
        assert signer is not None
        by = Actor(None, seat_of(signer.key), signer, None, desk.now)
        seat = SweepSeat(
            desk, proof, MediaFiles(self.files), AgeFiles(), workers=lambda: eyes or self.room.eyes
        )
        return Login(desk, by, seat)

    def admitted(self) -> tuple[Identity, SeatId]:
        """Let another computer login into the school."""
        identity = Identity.new()
        key = public_key(identity, KeyKind.SEAT, None, seat_of(identity.key))
        with self.room.school.desk.deed(self.room.by("pat")) as deed:
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain()})
        return identity, seat_of(identity.key)

    def taken(self) -> dict[PhotoId, list[Searched]]:
        """Give what was taken in, by photo."""
        found: dict[PhotoId, list[Searched]] = {}
        with self.room.school.desk.look(self.ana) as unit:
            for searched in taken_of(self.proof.now(unit), self.sweep):
                found.setdefault(searched.photo, []).append(searched)
        return found


def taken_of(proven: Proven, sweep: SweepId) -> list[Searched]:
    rows = [one for one in proven.about(Noun.SWEEPS, sweep) if one.body.act == Act.TAKE_SWEEP]
    told = proven.parts(TAKEN_PART, rows)
    return [
        one for row in rows for result in Taken.from_plain(told[row.seq]).results for one in result.searched
    ]


def read_sweep(proven: Proven, sweep: SweepId) -> Sweep | None:
    """Tell a sweep as far as a search needs it."""
    rows = proven.about(Noun.SWEEPS, sweep)
    begun = next((one for one in rows if one.body.act == Act.BEGIN_SWEEP), None)
    said = None if begun is None else proven.part(begun, BEGUN_PART)
    if begun is None or said is None:
        return None
    ended = next((one.moment for one in rows if one.body.act == Act.END_SWEEP), None)
    searched = frozenset(one.photo for one in taken_of(proven, sweep) if one.error is None)
    at, student = begun.moment, StudentId(str(said["student"]))
    return Sweep(
        sweep, student, SweepWhy.OPTED_OUT, at, begun.body.person, at, searched=searched, ended_at=ended
    )


def kept_files(desk: Desk, by: Actor) -> list[tuple[PhotoId, MediaId]]:
    with desk.look(by) as unit:
        return [(one.id, one.exported or one.original) for one in unit.photos.all()]


def make_sweeping(folder: Path, pictures: tuple[Picture, ...] | None = None) -> Sweeping:
    """Found it: Ann is compared, and on the second of five pictures; the third shows Ben."""
    room = make_darkroom(folder)
    pat, school = room.by("pat"), room.school
    children = room.children(by=pat)
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    shown = pictures or (
        picture((STRANGER, 10)),
        picture((ANN, 10), (STRANGER, 100)),
        picture((BEN, 20)),
        picture(width=340),
        picture((STRANGER, 30)),
    )
    photos = room.review.set(pat, room.taken(pat, *shown)).photos
    proof = Proof(school.desk, lambda: school.noted)
    school.note()
    school.desk.proven, school.desk.proof = proof.trust, proof.now
    sweep = SweepId(school.desk.ids.new())
    with school.desk.deed(pat) as deed:
        said = {"student": children["ann"], "why": "opted-out"}
        deed.record(Act.BEGIN_SWEEP, Noun.SWEEPS, sweep, parts={BEGUN_PART: said})
    tasks = SweepTasks(school.desk, proof, read_sweep, partial(kept_files, school.desk))
    ids = tuple(one.id for one in photos)
    return Sweeping(room, proof, tasks, children["ann"], sweep, ids, folder / "media")
