"""Boxes: where a face is, in pixels of the upright image."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle; left and top inclusive, right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int
