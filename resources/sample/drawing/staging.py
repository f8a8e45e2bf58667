"""Reads the cast's looks and the photos' staging; works out who stands where, how and in what.

Poses and clothes come from the photo's own seed, so that a new photo changes no other.
"""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .body import Outfit
from .look import Look, Pose

HERE = Path(__file__).parent
SIZE = (2400, 1600)
SHIRTS = (
    ("#d95f4b", "#f7e3c4"), ("#3f78b5", "#f3f1ea"), ("#4f9d8a", "#f4d78a"), ("#f0b541", "#3b4a66"),
    ("#8a62a8", "#f0d9ef"), ("#e58fa0", "#fff3ee"), ("#6a9a4f", "#f3ead2"), ("#e8e3d8", "#3f78b5"),
    ("#2f4a6d", "#e8c15a"), ("#b5533c", "#f0d9b8"), ("#58a5b8", "#20405c"), ("#c74f74", "#fbe7ee"),
)  # fmt: skip
TROUSERS = ("#3b4a66", "#55606e", "#7a5f45", "#2f3540", "#4f6b8a", "#6a4a4a")
KINDS = ("plain", "stripes", "dots", "band", "overalls", "jacket", "star", "plain")
WHOLE, TO_THE_KNEE = 9.2, 7.2
"""How far down people are drawn, in half face heights."""
CALM = 0.75
"""How much heads are turned in group photos; at 1 a detector misses some."""
GROWN_UP = 0.4
"""From this `Look.age` on a person has a grown-up's body."""


@dataclass(frozen=True)
class Standing:
    """One person in one photo; pixels of the upright photo."""

    slug: str
    look: Look
    pose: Pose
    outfit: Outfit
    at: tuple[float, float]
    scale: float
    length: float

    @property
    def whole(self) -> bool:
        """Whether the feet are drawn too."""
        return self.length == WHOLE

    def box(self) -> tuple[int, int, int, int]:
        """Give the face as left, top, right, bottom (brows to chin, cheek to cheek)."""
        x, y = self.at
        reach = 0.82 * self.scale
        return (
            round(x - reach),
            round(y - 0.48 * self.scale),
            round(x + reach),
            round(y + 1.11 * self.scale),
        )


@dataclass(frozen=True)
class Photo:
    """A group photo before it is drawn."""

    file: str
    scene: str
    seed: int
    size: tuple[int, int]
    people: tuple[Standing, ...]
    turned: bool = False
    gps: tuple[float, float] | None = None


def school() -> dict[str, Any]:
    """Read the sample school's data."""
    return tomllib.loads((HERE.parent / "school.toml").read_text("utf-8"))


def looks() -> dict[str, Look]:
    """Read everybody's look by slug."""
    found = tomllib.loads((HERE / "looks.toml").read_text("utf-8"))
    return {slug: Look(**values) for slug, values in found.items()}


def photos() -> tuple[Photo, ...]:
    """Read all group photos."""
    known = looks()
    staged = tomllib.loads((HERE / "staging.toml").read_text("utf-8"))
    return tuple(_photo(p, known) for p in staged["photo"])


def pose(draw: random.Random, calm: float = 1.0) -> Pose:
    """Throw the dice for somebody's pose; a `calm` below 1 moves the head less."""
    return Pose(
        yaw=draw.uniform(-0.10, 0.10) * calm,
        pitch=draw.uniform(-0.02, 0.04) * calm,
        roll=draw.uniform(-5, 5) * calm,
        smile=draw.uniform(0.65, 1.0),
        teeth=draw.choice((0.0, 0.55, 0.8)),
        gaze=draw.uniform(-0.15, 0.15) * calm,
    )


def outfit(
    look: Look, draw: random.Random, arms: str = "down", shirt: tuple[str, str] | None = None
) -> Outfit:
    """Dress somebody."""
    grown_up = look.age >= GROWN_UP
    first, second = shirt or draw.choice(SHIRTS)
    kind = draw.choice(("plain", "jacket", "stripes")) if grown_up else draw.choice(KINDS)
    return Outfit(first, second, "star" if shirt else kind, draw.choice(TROUSERS), arms, grown_up)


def _photo(staged: dict[str, Any], known: dict[str, Look]) -> Photo:
    draw = random.Random(staged["seed"])
    people: list[Standing] = []
    shirt = (staged["shirts"][0], staged["shirts"][1]) if "shirts" in staged else None
    for row in staged["rows"]:
        slugs: list[str] = row["people"]
        gap = (row["right"] - row["left"]) / max(len(slugs) - 1, 1)
        for i, (slug, arms) in enumerate(zip(slugs, row["arms"], strict=True)):
            look = known[slug]
            tall = 55 if look.age >= GROWN_UP else 0
            at = (
                row["left"] + gap * i + draw.uniform(-0.16, 0.16) * row["scale"],
                row["y"] - tall + draw.uniform(-0.22, 0.22) * row["scale"],
            )
            dressed = outfit(look, draw, arms, shirt if look.age < GROWN_UP else None)
            length = row.get("length", WHOLE if row.get("legs") else TO_THE_KNEE)
            people.append(Standing(slug, look, pose(draw, CALM), dressed, at, row["scale"], length))
    size = tuple(staged.get("size", SIZE))
    gps = (staged["gps"][0], staged["gps"][1]) if "gps" in staged else None
    return Photo(
        file=staged["file"],
        scene=staged["scene"],
        seed=staged["seed"],
        size=(size[0], size[1]),
        people=tuple(people),
        turned=staged.get("turned", False),
        gps=gps,
    )
