"""A second look by file on the tiny school: Ana takes the first look and sends, Bo answers.

`make_mail(tmp_path)` gives it with a folder of two photos, looked at and covered; `mail.sent()` and
`mail.answered()` take it so far. Ann is covered in the first photo; Ben is cleared in it, and asked again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.approvals import PhotoLooks
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId, PhotoSetId, StudentId
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Content, Picture
from smadmin.services.heads import Noted
from smadmin.services.looked import looks_at
from smadmin.services.photos.away import Away, TakenIn
from smadmin.services.photos.visiting import Answer, Reply, Visit, Visiting
from smadmin.services.proof import Proof
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, BEN, STRANGER, picture


@dataclass
class Mail:
    """Both ends of the way that a file goes."""

    room: Darkroom
    proof: Proof
    away: Away
    visiting: Visiting
    set: PhotoSetId
    children: dict[str, StudentId]
    actors: dict[str, Actor] = field(default_factory=dict)

    @property
    def photos(self) -> tuple[PhotoId, ...]:
        return tuple(photo.id for photo in self.room.review.set(self.by("ana"), self.set).photos)

    def by(self, name: str) -> Actor:
        """Give somebody who signed in once; a lock takes its time."""
        return self.actors.setdefault(name, self.actors.get(name) or self.room.by(name))

    def photo(self, place: int = 0) -> Photo:
        return self.room.photo(self.by("ana"), self.photos[place])

    def ask(self, to: str = "bo", *, by: str = "ana") -> bytes:
        """Ask somebody, and give the sealed file."""
        return self.away.ask(self.by(by), self.set, self.photos, self.room.school.people[to]).value

    def file(self, content: bytes) -> Path:
        """Carry a file to another place."""
        path = self.room.folder.parent / "carried.smlook"
        path.write_bytes(content)
        return path

    def visit(self, sealed: bytes, *, by: str = "bo") -> Visit:
        """Open a question."""
        opened = self.visiting.open(self.by(by), self.file(sealed))
        assert isinstance(opened, Visit)
        return opened

    def answers(self, visit: Visit, **others: Answer) -> Mapping[PhotoId, Answer]:
        """Say of every photo that it is fine, and of every asked face that it is nobody."""
        return {
            photo.id: others.get(
                f"photo_{place}", Answer(nobody=frozenset(face.id for face in photo.faces if face.asked))
            )
            for place, photo in enumerate(visit.asked.photos)
        }

    def answered(self, sealed: bytes | None = None, **others: Answer) -> bytes:
        """Answer as Bo, and give the sealed file."""
        visit = self.visit(self.ask() if sealed is None else sealed)
        return self.visiting.answer(self.by("bo"), visit, self.answers(visit, **others))

    def take(self, sealed: bytes, *, by: str = "ana") -> Done[TakenIn]:
        """Take an answer in."""
        opened = self.visiting.open(self.by(by), self.file(sealed))
        assert isinstance(opened, Reply)
        return self.away.take_in(self.by(by), opened.said)

    def proven(self, place: int = 0) -> PhotoLooks:
        """Say what the record proves about a photo."""
        return self.proven_of(self.photos[place])

    def proven_of(self, photo: PhotoId) -> PhotoLooks:
        """Say what the record proves about any photo."""
        with self.room.school.desk.look(self.by("ana")) as unit:
            content = Content(pictures=(Picture(photo),))
            (looks,) = looks_at(unit, self.proof.now(unit), content)
        return looks


def make_mail(folder: Path) -> Mail:
    """Take two photos in, decide, look and make the covered files."""
    room = make_darkroom(folder)
    school, ana = room.school, room.by("ana")
    proof = Proof(school.desk, lambda: Noted(school.heads.kept()))
    school.desk.proven = proof.trust
    children = room.children(by=room.by("pat"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    set_id = room.taken(ana, picture((ANN, 40), (BEN, 160)), picture((STRANGER, 100)))
    away = Away(school.desk, room.media, proof, mode=RosterMode.OPT_OUT)
    visiting = Visiting(school.desk, proof, room.eyes, mode=RosterMode.OPT_OUT)
    mail = Mail(room, proof, away, visiting, set_id, children)
    ann, ben = sorted(mail.photo().faces, key=lambda face: face.box.left)
    room.review.decide(ana, mail.photos[0], ann.id, Decision.OPTED_OUT, children["ann"])
    room.review.decide(ana, mail.photos[0], ben.id, Decision.NOT_THIS_CHILD, children["ben"])
    room.review.pick(ana, mail.photos)
    for photo in mail.photos:
        room.looks.finish(ana, photo, other_things_fine=True)
        room.export.export(ana, photo)
    return mail


def refused(deed: Callable[[], object]) -> str:
    """Give why something can't be done."""
    with pytest.raises(KnownError) as error:
        deed()
    return error.value.happened.id
