"""The board's pages in words: which pairs are asked about, and what one press on the main button says. Pure.

A pair is a face beside each child it resembles. The words of that button name both answers, those that were
marked and those that weren't; nobody is to find out afterwards what they confirmed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smadmin.domain.ids import FaceId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.pairing import Answer, Pair, pairable, pairs_of
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.students import Student
from smadmin.ui.photos.model import picked_of
from smadmin.ui.photos.pair_places import span_of
from smadmin.ui.photos.reading import SheetRead

LEAST = 2
"""From so many faces on a board saves presses."""
KEYS = "12345678"
MOST = len(KEYS)
"""So many pairs are asked about at once; fewer where the text is large."""
NOT_IT = Decision.NOT_THIS_CHILD


@dataclass(frozen=True)
class Mark:
    """What somebody said of a pair: which child it is, or that nobody can tell."""

    decision: Decision
    child: StudentId | None = None


Marks = Mapping[FaceId, Mark]
"""What somebody said of pairs, by their key; of the others nothing was said."""
UNSURE = Mark(Decision.COVERED)


@dataclass(frozen=True)
class Asked:
    """A pair with each child in it, the likeliest first."""

    pair: Pair
    children: tuple[Student, ...]

    @property
    def alone(self) -> bool:
        """Whether there is one child only."""
        return len(self.children) == 1


def it_is(child: Student) -> Mark:
    """Say that a face is this child."""
    return Mark(Decision.OPTED_OUT, child.id)


def next_mark(asked: Asked, mark: Mark | None) -> Mark | None:
    """Give what one more press says: each child in turn, then none of them."""
    turns: list[Mark | None] = [None, *map(it_is, asked.children)]
    here = turns.index(mark) if mark in turns else 0
    return turns[(here + 1) % len(turns)]


def wants_board(sheet: SheetRead) -> bool:
    """Tell whether a folder has enough pairs for a board, however the faces will be grouped."""
    known = _with_portraits(sheet)
    faces = (face for photo in _open_photos(sheet) for face in photo.faces)
    return sheet.pairs and sum(pairable(face) and known.keys() >= set(face.near) for face in faces) >= LEAST


def asked_of(sheet: SheetRead, groups: Mapping[FaceId, Sequence[FaceId]]) -> tuple[Asked, ...]:
    """Give the pairs of a folder; a child without a portrait can't be compared here.

    Those of one child come first, in the order of photos and faces: so pages are filled.
    """
    known = _with_portraits(sheet)
    pairs = pairs_of(_open_photos(sheet), groups) if sheet.pairs else ()
    asked = [
        Asked(pair, tuple(known[child] for child in pair.children))
        for pair in pairs
        if known.keys() >= set(pair.children)
    ]
    return tuple(sorted(asked, key=lambda one: span_of(len(one.children))))


def answers_of(page: Sequence[Asked], marks: Marks) -> tuple[Answer, ...]:
    """Give what a press on the main button says: what isn't marked isn't the child."""
    said = ((one.pair, marks.get(one.pair.key, Mark(NOT_IT))) for one in page)
    return tuple(Answer(pair, mark.decision, mark.child) for pair, mark in said)


def confirm_words(page: Sequence[Asked], marks: Marks) -> Message:
    """Word the main button."""
    others = [one for one in page if one.pair.key not in marks]
    covered = len(page) - len(others)
    if not others:
        return say("pairs.confirm-all", n=covered)
    several = len(others) == 1 and not others[0].alone
    if not covered:
        return say("pairs.confirm-none-of") if several else say("pairs.confirm-none", n=len(others))
    if several:
        return say("pairs.confirm-some-of", covered=covered)
    return say("pairs.confirm-some", covered=covered, n=len(others))


def decides_words(page: Sequence[Asked]) -> Message:
    """Say how many faces in how many photos one press decides about."""
    faces = [face for one in page for face in one.pair.faces]
    photos = len({photo for photo, _ in faces})
    return say("pairs.decides", n=len(faces), photos=say("photoui.photos", n=photos))


def place_words(page: Sequence[Asked], *, answered: int, left: int) -> Message:
    """Say which pairs these are, of how many."""
    first, last = answered + 1, answered + len(page)
    return say("pairs.place", first=first, last=last, total=answered + left)


def mark_words(asked: Asked, mark: Mark | None) -> Message | None:
    """Name a mark, or None for a pair of which nothing was said."""
    if mark is None:
        return None
    named = next((child.name for child in asked.children if child.id == mark.child), None)
    if named is None:
        return say("pairs.unsure")
    return say("pairs.is-child") if asked.alone else say("pairs.is-named", name=named)


def title_words(asked: Asked) -> Message:
    """Say whom a face resembles; several stand each under their own picture."""
    if asked.alone:
        return say("photoui.child-named", name=asked.children[0].name)
    return say("pairs.several", n=len(asked.children))


def told(asked: Asked, number: int, mark: Mark | None) -> tuple[Message, ...]:
    """Say a pair in words, for screen readers."""
    also = len(asked.pair.faces) - 1
    more = [say("pairs.also", n=also)] if also else []
    said = mark_words(asked, mark)
    names = tuple(say("photoui.child-named", name=child.name) for child in asked.children)
    return (say("pairs.pair", number=number, name=names), *more, *([said] if said else []))


def _open_photos(sheet: SheetRead) -> tuple[Photo, ...]:
    return tuple(photo for photo in picked_of(sheet.view.photos) if photo.first is None and photo.looked_for)


def _with_portraits(sheet: SheetRead) -> dict[str, Student]:
    return {child.id: child for child in sheet.view.beside if child.portraits}
