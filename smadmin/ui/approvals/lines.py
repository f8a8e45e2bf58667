"""Lines of an open post: a sentence with its state, a picture, a finding. Plain values, no Qt."""

from dataclasses import dataclass

from smadmin.domain.messages import Message
from smadmin.domain.photos.review import Photo
from smadmin.ui.theme import State


@dataclass(frozen=True)
class Line:
    """A state and its sentence."""

    state: State
    said: Message


@dataclass(frozen=True)
class PictureLine:
    """A picture of the post. `photo` is None where it was removed."""

    photo: Photo | None
    number: int
    alt: str
    looked: Line


@dataclass(frozen=True)
class FindingLine:
    """What the policy says about some words. `reason` is the author's, empty where nobody spoke about it."""

    words: str
    said: Message | None
    citation: str
    reason: str
