"""The board's pages in words: which pairs are asked about, and what one press on the main button says. Pure.

The words of that button name both answers, those that were marked and those that weren't; nobody is to find
out afterwards what they confirmed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.pairing import Answer, Pair, pairable, pairs_of
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.students import Student
from smadmin.ui.photos.model import picked_of
from smadmin.ui.photos.reading import SheetRead

LEAST = 2
"""From so many faces on a board saves presses."""
KEYS = "12345678"
MOST = len(KEYS)
"""So many pairs are asked about at once; fewer where the text is large."""
NOT_IT = Decision.NOT_THIS_CHILD

Marks = Mapping[FaceId, Decision]
"""What somebody said of pairs, by their key; of the others nothing was said."""


@dataclass(frozen=True)
class Asked:
    """A pair with the child in it."""

    pair: Pair
    child: Student


def wants_board(sheet: SheetRead) -> bool:
    """Tell whether a folder has enough pairs for a board, however the faces will be grouped."""
    known = _with_portraits(sheet)
    faces = (face for photo in _open_photos(sheet) for face in photo.faces)
    return sheet.pairs and sum(pairable(face) and face.near[0] in known for face in faces) >= LEAST


def asked_of(sheet: SheetRead, groups: Mapping[FaceId, Sequence[FaceId]]) -> tuple[Asked, ...]:
    """Give the pairs of a folder; a child without a portrait can't be compared here."""
    known = _with_portraits(sheet)
    pairs = pairs_of(_open_photos(sheet), groups) if sheet.pairs else ()
    return tuple(Asked(pair, known[pair.child]) for pair in pairs if pair.child in known)


def answers_of(page: Sequence[Asked], marks: Marks) -> tuple[Answer, ...]:
    """Give what a press on the main button says: what isn't marked isn't the child."""
    return tuple(Answer(one.pair, marks.get(one.pair.key, NOT_IT)) for one in page)


def confirm_words(page: Sequence[Asked], marks: Marks) -> Message:
    """Word the main button."""
    covered = sum(answer.decision is not NOT_IT for answer in answers_of(page, marks))
    others = len(page) - covered
    if not covered:
        return say("pairs.confirm-none", n=others)
    if not others:
        return say("pairs.confirm-all", n=covered)
    return say("pairs.confirm-some", covered=covered, n=others)


def decides_words(page: Sequence[Asked]) -> Message:
    """Say how many faces in how many photos one press decides about."""
    faces = [face for one in page for face in one.pair.faces]
    photos = len({photo for photo, _ in faces})
    return say("pairs.decides", n=len(faces), photos=say("photoui.photos", n=photos))


def place_words(page: Sequence[Asked], *, answered: int, left: int) -> Message:
    """Say which pairs these are, of how many."""
    first, last = answered + 1, answered + len(page)
    return say("pairs.place", first=first, last=last, total=answered + left)


def mark_words(mark: Decision | None) -> Message | None:
    """Name a mark, or None for a pair of which nothing was said."""
    if mark is None or mark is NOT_IT:
        return None
    return say("pairs.is-child" if mark is Decision.OPTED_OUT else "pairs.unsure")


def told(asked: Asked, number: int, mark: Decision | None) -> tuple[Message, ...]:
    """Say a pair in words, for screen readers."""
    also = len(asked.pair.faces) - 1
    more = [say("pairs.also", n=also)] if also else []
    said = mark_words(mark)
    return (say("pairs.pair", number=number, name=asked.child.name), *more, *([said] if said else []))


def _open_photos(sheet: SheetRead) -> tuple[Photo, ...]:
    return tuple(photo for photo in picked_of(sheet.view.photos) if photo.first is None and photo.looked_for)


def _with_portraits(sheet: SheetRead) -> dict[str, Student]:
    return {child.id: child for child in sheet.view.beside if child.portraits}
