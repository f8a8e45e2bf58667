"""What the contact sheet says: how each photo stands, and what the folder wants next. Pure, no Qt."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.ids import PersonId, PhotoId, PhotoSetId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.deciding import PhotoState, state_of
from smadmin.domain.photos.likeness import stacks
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.schools import LawRecord
from smadmin.domain.students import Student
from smadmin.services.photos.views import SetView
from smadmin.ui.theme import State


class Step(StrEnum):
    """What a folder wants of the person who looks at it."""

    PICK = "pick"
    DECIDE = "decide"
    SECOND_LOOK = "second-look"
    HAND_OVER = "hand-over"
    EXPORT = "export"
    USE = "use"


@dataclass(frozen=True)
class Tile:
    """A photo on the contact sheet.

    Args:
        short: the word for small tiles.
        why: what is wrong with it, or None.
        alike: how many photos are nearly equal to it, itself included; 1 where it stands alone.
        covers: what is covered as it stands, in the photo's pixels.
        width_px: the photo's own width; 0 until it was looked through.
        stack: the first photo of those it is nearly equal to, or None where it stands alone.
        folded: whether it stands for its whole stack.
    """

    id: PhotoId
    name: str
    state: State
    word: Message
    short: Message
    why: Message | None
    picked: bool
    alike: int
    covers: tuple[Box, ...]
    width_px: int
    stack: PhotoId | None = None
    folded: bool = False


@dataclass(frozen=True)
class FolderLine:
    """A folder in the list of folders."""

    id: PhotoSetId
    state: State
    title: str
    note: Message


def standing(photo: Photo, *, twice: bool) -> tuple[State, Message]:
    """Say how a photo stands.

    Args:
        photo: as it is.
        twice: whether the policy wants a second look where faces show.
    """
    state = state_of(photo)
    if state is PhotoState.LOOKED and needs_second(photo, twice=twice):
        return State.WAITS, say("photoui.second-waits")
    n = len(photo.open_faces())
    return {
        PhotoState.UNREADABLE: (State.STOP, say("photoui.unreadable")),
        PhotoState.LOOKING: (State.NOTE, say("photoui.finding")),
        PhotoState.OPTED_OUT: (State.STOP, say("photoui.opted-out-child")),
        PhotoState.TO_DECIDE: (State.WAITS, say("photoui.to-decide", n=n)),
        PhotoState.NOTHING_TO_DECIDE: (State.NOTE, say(f"photoui.nothing-to-decide{_faces(photo)}")),
        PhotoState.LOOKED: (State.FINE, say("photoui.looked")),
        PhotoState.SEEN_TWICE: (State.FINE, say("photoui.seen-twice")),
    }[state]


def _faces(photo: Photo) -> str:
    """Tell where no face was found: then nothing was compared either, and nobody shall think so."""
    return "" if photo.faces else "-no-face"


def _short(photo: Photo, *, twice: bool) -> Message:
    state = state_of(photo)
    if state is PhotoState.LOOKED and needs_second(photo, twice=twice):
        return say("photoui.short-second-waits")
    return say(f"photoui.short-{state.value}", n=len(photo.open_faces()))


def takes_second(photo: Photo) -> bool:
    """Tell whether somebody else may still look: a face shows, and only one person has looked (SOC-M4)."""
    return photo.first is not None and bool(photo.faces) and photo.second is None


def needs_second(photo: Photo, *, twice: bool) -> bool:
    """Tell whether somebody else must look too: where the policy says so and a face shows (SOC-M4)."""
    return twice and bool(photo.faces) and photo.second is None


def tiles_of(view: SetView, *, twice: bool) -> tuple[Tile, ...]:
    """Give the tiles; nearly equal photos stand side by side, in the order the first of them came."""
    known = {photo.id: photo for photo in view.photos}
    tiles = []
    for stack in _stacks(view.photos):
        for photo_id in stack:
            photo = known[photo_id]
            state, word = standing(photo, twice=twice)
            why = None if photo.error is None else say(photo.error)
            short = _short(photo, twice=twice)
            tiles.append(
                Tile(
                    id=photo.id,
                    name=photo.name,
                    state=state,
                    word=word,
                    short=short,
                    why=why,
                    picked=photo.picked,
                    alike=len(stack),
                    covers=view.covers[photo.id],
                    width_px=photo.width,
                    stack=stack[0] if len(stack) > 1 else None,
                )
            )
    return tuple(tiles)


def picked_of(photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """Give the photos that are wanted and can be read, in the contact sheet's order."""
    known = {photo.id: photo for photo in _wanted(photos)}
    return tuple(known[one] for stack in _stacks(photos) for one in stack if one in known)


def _wanted(photos: Sequence[Photo]) -> list[Photo]:
    """Give what `picked_of` gives, in no order, which is quick also with thousands."""
    return [photo for photo in photos if photo.picked and photo.error is None]


def second_looks(photos: Sequence[Photo], me: PersonId) -> tuple[Photo, ...]:
    """Give the picked photos at which this person can take the second look, be it needed or only advised."""
    return tuple(photo for photo in picked_of(photos) if _waits_for(photo, me))


def _waits_for(photo: Photo, me: PersonId) -> bool:
    """Tell whether this person can take the second look at it."""
    return photo.first is not None and photo.first.by != me and takes_second(photo)


def step_of(photos: Sequence[Photo], me: PersonId, *, twice: bool) -> Step:
    """Say what the folder wants next of this person."""
    picked = _wanted(photos)
    if any(_waits_for(photo, me) for photo in picked):
        return Step.SECOND_LOOK
    if not picked:
        return Step.PICK
    if any(photo.first is None for photo in picked):
        return Step.DECIDE
    if any(needs_second(photo, twice=twice) for photo in picked):
        return Step.HAND_OVER
    if any(photo.exported is None for photo in picked):
        return Step.EXPORT
    return Step.USE


def main_step(photos: Sequence[Photo], me: PersonId, *, twice: bool, awaited: bool) -> Step:
    """Say what the main button leads to: before somebody else looks, the post is written.

    Args:
        photos: the folder's.
        me: who looks at it.
        twice: whether the policy wants a second look where faces show.
        awaited: whether a post that was handed in waits for the second look.
    """
    step = step_of(photos, me, twice=twice)
    return Step.USE if step is Step.HAND_OVER and not awaited else step


def folder_line(photo_set: PhotoSet, photos: Sequence[Photo], me: PersonId, *, twice: bool) -> FolderLine:
    """Say how a folder stands in the list."""
    step, n = step_of(photos, me, twice=twice), len(photos)
    if any(not photo.looked_for and photo.error is None for photo in photos):
        return FolderLine(photo_set.id, State.NOTE, photo_set.event, say("photoui.folder-finding", n=n))
    state = {
        Step.PICK: State.NOTE,
        Step.DECIDE: State.WAITS,
        Step.SECOND_LOOK: State.WAITS,
        Step.HAND_OVER: State.WAITS,
        Step.EXPORT: State.WAITS,
        Step.USE: State.FINE,
    }[step]
    asked = say(f"photoui.folder-{step.value}", n=_counted(photos, step, me, twice=twice))
    note = say(
        "photoui.folder-note", photos=say("photoui.photos", n=n), taken_by=photo_set.taken_by, asked=asked
    )
    return FolderLine(photo_set.id, state, photo_set.event, note)


def main_words(step: Step, photos: Sequence[Photo], me: PersonId, *, twice: bool) -> Message:
    """Word the contact sheet's one main button, which leads to a step."""
    return say(f"photoui.main-{step.value}", n=_counted(photos, step, me, twice=twice))


def then_words(step: Step) -> Message:
    """Word the main button of a photo that was looked at: the next photo, or what the folder wants then."""
    return say("photoui.next-photo" if step in {Step.PICK, Step.DECIDE} else f"photoui.then-{step.value}")


def matching_words(
    children: Sequence[Student], today: date, patterned: Collection[StudentId], *, matching: bool
) -> Message:
    """Say whether faces are compared, and with how many of the children: those of whom there is a pattern."""
    if not matching:
        return say("photoui.matching-off")
    known = sum(child.may_match(today) and child.id in patterned for child in children)
    return say("photoui.matching-on", known=known, total=len(children))


def matching_reasons(law: LawRecord | None, day: date | None, *, keyless: bool) -> tuple[Message, ...]:
    """Say why faces are compared here, or why not (`law.md`).

    Args:
        law: the decision that holds.
        day: when it was taken.
        keyless: whether this computer, without a keyring, keeps no face patterns (`keys.md`).
    """
    if law is None or day is None:
        return (say("photoui.nobody-decided"), say("photoui.by-eye"))
    decided = say("photoui.decided", who=law.decided_by, day=day, basis=law.basis, state=law.state)
    if not law.matching:
        return (decided, say("photoui.decided-against"), say("photoui.by-eye"))
    kept = (say("studentui.law-keyless"),) if keyless else ()
    return (decided, say("photoui.decided-for"), *kept, say("photoui.never-safe"))


def _stacks(photos: Sequence[Photo]) -> tuple[tuple[PhotoId, ...], ...]:
    """Stack nearly equal photos, in the order of the camera's names ("IMG_9" before "IMG_10")."""
    return stacks(sorted(photos, key=lambda photo: (_natural(photo.name), photo.id)))


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def _counted(photos: Sequence[Photo], step: Step, me: PersonId, *, twice: bool) -> int:
    picked = _wanted(photos)
    return {
        Step.PICK: 0,
        Step.DECIDE: sum(photo.first is None for photo in picked),
        Step.SECOND_LOOK: sum(_waits_for(photo, me) for photo in picked),
        Step.HAND_OVER: sum(needs_second(photo, twice=twice) for photo in picked),
        Step.EXPORT: sum(photo.exported is None for photo in picked),
        Step.USE: len(picked),
    }[step]
