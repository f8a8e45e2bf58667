"""The other side of a second look by file: opening what was sent, and signing what was seen (decision 8).

It opens only where the school's list of children lies: whoever doesn't know for whom to look sees nobody.
Nothing is written here; the pictures live in memory until the page is left.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.photos.away import Asked, AskedPhoto
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import Decoder
from smadmin.domain.photos.statement import Statement, answer_bytes, answered_in, signed_statement
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.imaging.files import write_new
from smadmin.services.desk import Desk
from smadmin.services.photos.lookfiles import LookFile, not_ours, packed, read_file, unpacked
from smadmin.services.photos.views import beside
from smadmin.services.proof import Proof
from smadmin.services.roles import any_roles, person_of, refuse, today_of


@dataclass(frozen=True, repr=False)
class Visit:
    """A question as the second person sees it.

    Args:
        asked: what is asked.
        sender: the name of who asks.
        pictures: each photo's covered file, as it came.
        beside: the children who must not be shown, of this computer's own list.
        groups: the folder's, whose children come first.
        mode: the policy's.
    """

    asked: Asked
    sender: str
    pictures: Mapping[PhotoId, bytes]
    beside: tuple[Student, ...]
    groups: tuple[str, ...]
    mode: RosterMode


@dataclass(frozen=True, repr=False)
class Reply:
    """An answer that came back: statements, each with its signature; none is believed yet."""

    said: tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True)
class Answer:
    """What the second person says of one photo, besides that it may go out like this.

    Args:
        nobody: the asked faces that are nobody who must not be shown.
        covered: faces that are to be covered.
        added: frames that were drawn, to be covered.
    """

    nobody: frozenset[FaceId] = frozenset()
    covered: frozenset[FaceId] = frozenset()
    added: tuple[Box, ...] = ()

    def left(self, photo: AskedPhoto) -> tuple[FaceId, ...]:
        """Give the faces that are still to be answered, from left to right."""
        faces = sorted(photo.faces, key=lambda face: (face.box.left, face.box.top))
        return tuple(face.id for face in faces if face.asked and face.id not in self.nobody | self.covered)


class Visiting:
    """Second looks at what others sent.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(self, desk: Desk, proof: Proof, pictures: Decoder, *, mode: RosterMode) -> None:
        """Stand on the desk, the proven record and what opens pictures."""
        self._desk = desk
        self._proof = proof
        self._pictures = pictures
        self._mode = mode

    def open(self, by: Actor, path: Path) -> Visit | Reply:
        """Open a file that somebody brought: a question, or the answer to one (an errand).

        Raises:
            BadInput: it is for somebody else, was changed, isn't from somebody of this school, is too old.
            NotAllowed: who acts took the first look, or may do nothing at the school today.
        """
        file = unpacked(by, read_file(path))
        try:
            said = answered_in(file.head)
            asked = Asked.from_bytes(file.head) if said is None else None
        except (KeyError, TypeError, ValueError) as error:
            raise not_ours() from error
        if said is not None:
            return Reply(said)
        if asked is None:
            raise not_ours()
        return self._visit(by, asked, file)

    def picture(self, visit: Visit, photo: PhotoId, *, longest_px: int) -> Picture:
        """Give a photo's picture, opened in a jailed process (an errand).

        Raises:
            PhotoUnreadable: if it isn't a picture.
        """
        return self._pictures.preview(visit.pictures[photo], longest_px=longest_px)

    def answer(self, by: Actor, visit: Visit, answers: Mapping[PhotoId, Answer]) -> bytes:
        """Sign what was seen, and give the file for who asked (an errand).

        Raises:
            NotAllowed: a photo or a face has no answer yet, or it is too late.
        """
        asked = visit.asked
        unseen = [one for one in asked.photos if one.id not in answers or answers[one.id].left(one)]
        if unseen:
            raise NotAllowed((Reason(say("away.unseen", n=len(unseen)), "SOC-M4"),))
        with self._desk.look(by) as unit:
            trust = self._proof.now(unit).trust
        sender = trust.key_alive(asked.key)
        if sender is None:
            raise _stranger()
        refuse(self._too_late(asked))
        bodies = [self._statement(by, asked, one, answers[one.id]) for one in asked.photos]
        signed = [(body, by.signer.sign(signed_statement(body))) for body in bodies]
        return packed(by, answer_bytes(signed), recipients=[sender.recipient])

    def _visit(self, by: Actor, asked: Asked, file: LookFile) -> Visit:
        person = person_of(by)
        if asked.school != self._desk.school:
            raise BadInput(say("away.other-school"), remedy=say("away.open-that-school"))
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, today_of(unit, self._desk)
            sender = self._sender(trust, asked, file)
            if asked.reviewer != person:
                raise BadInput(say("away.not-for-you"), remedy=say("away.not-for-you-remedy"))
            if not any_roles(trust, person, today):
                raise NotAllowed((Reason(say("photos.not-your-role")),))
            refuse(self._too_late(asked))
            refuse(
                tuple(
                    Reason(say("photos.second-is-first"), "SOC-M4", f"photo:{photo.id}")
                    for one in asked.photos
                    if (photo := unit.photos.maybe(one.id)) is not None
                    and photo.first is not None
                    and photo.first.by == person
                )
            )
            folder = unit.photo_sets.maybe(asked.set)
            if folder is None:
                raise BadInput(say("away.other-school"), remedy=say("away.open-that-school"))
            children = beside(unit, folder, self._mode)
        pictures = _pictures(asked, file.pictures)
        return Visit(asked, sender, pictures, children, folder.groups, self._mode)

    def _sender(self, trust: Trust, asked: Asked, file: LookFile) -> str:
        """Give the name of who sent a file, once their signature holds."""
        key = trust.key_alive(asked.key)
        person = trust.people.get(asked.sender)
        if key is None or person is None or key.kind is not KeyKind.PERSON or key.person != person.id:
            raise _stranger()
        text = signed_statement(file.head)
        if not self._desk.verifier.verifies(public=key.public, message=text, signature=file.signature):
            raise _stranger()
        return person.name

    def _too_late(self, asked: Asked) -> tuple[Reason, ...]:
        return () if self._desk.now <= asked.ends else (Reason(say("away.too-late")),)

    def _statement(self, by: Actor, asked: Asked, photo: AskedPhoto, answer: Answer) -> bytes:
        drawn = tuple((FaceId(self._desk.ids.new()), box) for box in answer.added)
        return Statement(
            question=asked.id,
            asked=asked.digest,
            school=asked.school,
            photo=photo.id,
            state=photo.state,
            file=photo.file,
            reviewer=person_of(by),
            key=by.signer.key,
            ends=asked.ends,
            answered=tuple(sorted(answer.nobody - answer.covered)),
            covered=tuple(sorted(answer.covered)),
            added=drawn,
        ).to_bytes()


def write_look(path: Path, content: bytes) -> Path:
    """Write a file where somebody wants it; nothing is overwritten (an errand).

    Raises:
        OutsideFailed: no space, no permission.
    """
    return write_new(path.parent, path.name, content)


def _pictures(asked: Asked, together: bytes) -> dict[PhotoId, bytes]:
    """Take the pictures apart; each must be the very file that the question names."""
    pictures, place = dict[PhotoId, bytes](), 0
    for photo in asked.photos:
        content = together[place : place + photo.size]
        if hashlib.sha256(content).hexdigest() != photo.file:
            raise not_ours()
        pictures[photo.id] = content
        place += photo.size
    if place != len(together) or len(pictures) != len(asked.photos):
        raise not_ours()
    return pictures


def _stranger() -> BadInput:
    return BadInput(say("away.stranger"), remedy=say("away.stranger-remedy"))
