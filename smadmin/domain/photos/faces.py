"""Faces: what an engine found, and what a face is called in front of people.

The engine's words are guesses (`match` is shown as *Looks like …*); only a person makes them a fact.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Clarity

DESCRIPTOR_NUMBERS = 128

Descriptor = tuple[float, ...]
"""A face pattern: 128 numbers. From a photo it lives only while it is compared and is written nowhere."""


class FaceState(StrEnum):
    """What the engine says about a face in a photo. `no_match` never means safe."""

    FOUND = "found"  # nothing was compared
    MATCH = "match"
    POSSIBLE = "possible"
    TOO_SMALL = "too_small"
    NO_MATCH = "no_match"


@dataclass(frozen=True)
class FoundFace:
    """A face that an engine found.

    Args:
        box: from eyebrows to chin, roughly; hair and ears stand out of it.
        confidence: the engine's own, 0 to 1; comparable within one engine only.
        descriptor: the face pattern, if it was asked for.
        turn: how far the face is turned, in degrees clockwise.
        clarity: how clearly it is seen, where the engine measured that.
    """

    box: Box
    confidence: float
    descriptor: Descriptor | None = field(default=None, repr=False)
    turn: int = 0
    clarity: Clarity | None = None
