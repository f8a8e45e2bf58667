"""What a drawn person looks like: numbers and colours only, read from `looks.toml`.

Lengths are in half face heights: the chin is at 1, the top of the skull at -1, eyes near 0.
"""

from dataclasses import dataclass

from .field import Rgb, hexed


@dataclass(frozen=True)
class Look:
    """A face that stays the same person in every picture."""

    seed: int
    skin: str = "#e0ac7e"
    cheek: float = 0.78
    jaw: float = 1.0
    chin: float = 0.99
    forehead: float = 1.0
    eye_gap: float = 0.37
    eye_y: float = 0.04
    eye_w: float = 0.165
    eye_h: float = 0.10
    eye_tilt: float = 0.06
    crease: float = 0.6
    iris: str = "#5b3a21"
    brow_y: float = -0.19
    brow_w: float = 0.22
    brow_thick: float = 0.038
    brow_arch: float = 0.06
    brow_tilt: float = 0.0
    nose_w: float = 0.12
    nose_y: float = 0.36
    nose_bump: float = 0.20
    bridge: float = 0.5
    mouth_y: float = 0.63
    mouth_w: float = 0.27
    lip_up: float = 0.045
    lip_low: float = 0.07
    lip_red: float = 0.35
    ear: float = 0.88
    freckles: float = 0.0
    blush: float = 0.4
    age: float = 0.0
    beard: float = 0.0
    glasses: str = ""
    glasses_colour: str = "#2b2b33"
    hair: str = "short"
    hair_colour: str = "#3a2416"
    hair_size: float = 1.0
    scarf: str = "#4a6fa5"

    @property
    def skin_rgb(self) -> Rgb:
        """The skin's colour in even light."""
        return hexed(self.skin)

    @property
    def hair_rgb(self) -> Rgb:
        """The hair's colour in even light."""
        return hexed(self.hair_colour)


@dataclass(frozen=True)
class Pose:
    """How a person holds the head in one picture.

    Args:
        yaw: turn to the right of the picture, about -0.2 to 0.2.
        pitch: down positive.
        roll: degrees, clockwise positive.
        smile: -0.2 to 1.
        teeth: 0 closed to 1.
        gaze: where the eyes look, right positive.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    smile: float = 0.5
    teeth: float = 0.0
    gaze: float = 0.0
