"""Searches faces that a face engine tells apart: casting.toml in, looks.toml out.

Run by hand when the cast changes (`python -m drawing.search` in resources/sample; about a quarter of
an hour on one core); drawing itself never needs it. Seeded throughout: the same cast, the same looks.
"""

import random
import sys
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import face_recognition
import numpy as np

from .field import Field, over
from .head import draw_head
from .look import Look, Pose

HERE = Path(__file__).parent
SKIN = ("#f6d5bb", "#f0c4a0", "#e3b184", "#d09a6b", "#b57a4c", "#8f5c3b", "#70472f", "#5a3823")
IRIS = (("#4f86b0", "#5f8a5c", "#7a8a94", "#6b4a2a"), ("#5f8a5c", "#6b4a2a"), ("#6b4a2a", "#4a2f1a"))
SCARVES = ("#4a6fa5", "#8c4a6b", "#3f7d6e", "#b0683a")
FRAMES = ("#2b2b33", "#8c2f39", "#2f5f8f", "#6b4a2a")
APART = 0.66
"""Wished distance between an opted-out child and anybody else; the engine's usual limit is 0.6."""
ALIKE = (0.515, 0.57)
"""Wished distance of a look-alike: doubtful, neither the same nor a stranger."""
STEADY = 0.33
"""A face whose two poses lie further apart than this is dropped."""
FEW = 16
"""Faces tried for somebody who needn't be far from others."""
SCALE = 72
RANGES: dict[str, tuple[float, float]] = {
    "cheek": (0.72, 0.90), "jaw": (0.90, 1.08), "chin": (0.95, 1.03), "forehead": (0.985, 1.06),
    "eye_gap": (0.32, 0.43), "eye_y": (-0.02, 0.11), "eye_w": (0.135, 0.20), "eye_h": (0.08, 0.14),
    "eye_tilt": (-0.12, 0.24), "brow_y": (-0.29, -0.14), "brow_w": (0.17, 0.28), "brow_thick": (0.016, 0.06),
    "brow_arch": (0.02, 0.12), "brow_tilt": (-0.18, 0.03), "nose_w": (0.085, 0.185), "nose_y": (0.28, 0.45),
    "nose_bump": (0.13, 0.28), "bridge": (0.1, 0.95), "mouth_y": (0.58, 0.71), "mouth_w": (0.20, 0.36),
    "lip_up": (0.022, 0.08), "lip_low": (0.035, 0.115), "lip_red": (0.12, 0.5), "ear": (0.7, 1.05),
    "blush": (0.15, 0.75), "hair_size": (0.9, 1.2),
}  # fmt: skip
Cast = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Candidate:
    """A face that was tried, and what the engine makes of it."""

    look: Look
    seen: Field


def random_look(wish: dict[str, Any], draw: random.Random) -> Look:
    """Throw the dice for everything that the wish leaves open."""
    tone = draw.choice(wish["skin"])
    values = {name: round(draw.uniform(*span), 3) for name, span in RANGES.items()}
    if wish.get("age"):
        values["eye_h"] = round(values["eye_h"] * 0.8, 3)
        values["eye_y"] = round(values["eye_y"] - 0.03, 3)
    return Look(
        seed=draw.randrange(1, 10**6),
        skin=SKIN[tone],
        iris=draw.choice(IRIS[min(tone, 2)]),
        crease=draw.choice((0.1, 0.5, 0.9)),
        freckles=wish.get("freckles", 0.0),
        age=wish.get("age", 0.0),
        beard=wish.get("beard", 0.0),
        glasses=draw.choice(wish.get("glasses", [""])),
        glasses_colour=draw.choice(FRAMES),
        hair=draw.choice(wish["hair"]),
        hair_colour=draw.choice(wish["colours"]),
        scarf=draw.choice(SCARVES),
        **values,
    )


def seen(look: Look, pose: Pose) -> Field | None:
    """Give the engine's description of a face, or None where it finds none."""
    head = draw_head(look, pose, SCALE)
    ground = np.full((*head.front.shape[:2], 3), 0.78, np.float32)
    for patch in (head.behind, head.front):
        over(ground, patch[..., :3], patch[..., 3], (0, 0))
    pixels = (ground * 255).astype(np.uint8)
    boxes = face_recognition.face_locations(pixels, 1)
    if len(boxes) != 1:
        return None
    return np.asarray(face_recognition.face_encodings(pixels, boxes)[0], np.float32)


def candidate(look: Look) -> Candidate | None:
    """Try a face in two poses; both must be found and agree."""
    first = seen(look, Pose(smile=0.7))
    second = seen(look, Pose(yaw=0.09, roll=4, smile=0.95, teeth=0.6)) if first is not None else None
    if first is None or second is None or np.linalg.norm(first - second) > STEADY:
        return None
    return Candidate(look, (first + second) / 2)


def try_faces(cast: Cast) -> dict[str, list[Candidate]]:
    """Draw and look at all candidates."""
    found: dict[str, list[Candidate]] = {}
    for number, (slug, wish) in enumerate(cast.items()):
        if "like" in wish:
            continue
        draw = random.Random(7000 + number)
        tried = (candidate(random_look(wish, draw)) for _ in range(wish.get("sought", FEW)))
        found[slug] = [c for c in tried if c is not None]
        sys.stderr.write(f"{slug}: {len(found[slug])}\n")
    return found


def choose(found: dict[str, list[Candidate]], apart: set[str]) -> dict[str, Candidate]:
    """Pick one face each so that those in `apart` are far from everybody (coordinate descent, restarts)."""
    names = list(found)
    dice = random.Random(42)
    best: tuple[float, dict[str, int]] = (1e9, {})
    for _ in range(40):
        pick = {n: dice.randrange(len(found[n])) for n in names}
        cost, last = 1e8, 1e9
        while cost < last - 1e-9:
            last, cost = cost, 0.0
            for name in names:
                costs = [_cost(found, pick, name, i, apart) for i in range(len(found[name]))]
                pick[name] = int(np.argmin(costs))
            cost = sum(_cost(found, pick, n, pick[n], apart) for n in names)
        best = min(best, (cost, dict(pick)), key=lambda b: b[0])
    return {n: found[n][i] for n, i in best[1].items()}


def _cost(
    found: dict[str, list[Candidate]], pick: dict[str, int], name: str, i: int, apart: set[str]
) -> float:
    mine = found[name][i].seen
    cost = 0.0
    for other, j in pick.items():
        if other == name:
            continue
        distance = float(np.linalg.norm(mine - found[other][j].seen))
        guarded = name in apart or other in apart
        cost += (max(0.0, APART - distance) * 4) ** 2 if guarded else max(0.0, 0.46 - distance) ** 2
    return cost


def look_alike(
    wish: dict[str, Any], original: Candidate, others: list[Candidate], dice: random.Random
) -> Candidate:
    """Bend a face until it is doubtful: near enough to its original, far from the other guarded ones."""
    best: tuple[float, Candidate] | None = None
    for _ in range(90):
        share = dice.uniform(0.25, 0.8)
        stray = random_look({"skin": [0], "hair": wish["hair"], "colours": [original.look.hair_colour]}, dice)
        kept = asdict(original.look)
        bent = {n: round(kept[n] + share * (getattr(stray, n) - kept[n]), 3) for n in RANGES}
        tried = candidate(replace(original.look, **bent, hair=stray.hair, seed=stray.seed))
        if tried is None:
            continue
        distance = float(np.linalg.norm(tried.seen - original.seen))
        miss = max(0.0, ALIKE[0] - distance, distance - ALIKE[1])
        nearest = min(float(np.linalg.norm(tried.seen - o.seen)) for o in others)
        cost = miss + max(0.0, APART - nearest) * 0.5
        if best is None or cost < best[0]:
            best = (cost, tried)
        if cost == 0:
            break
    if best is None:
        raise RuntimeError("no face of this kind is found by the engine")
    return best[1]


def main() -> None:
    """Search and write looks.toml."""
    cast: Cast = tomllib.loads((HERE / "casting.toml").read_text("utf-8"))
    apart = {n for n, wish in cast.items() if wish.get("sought", FEW) > FEW}
    chosen = choose(try_faces(cast), apart)
    for slug, wish in cast.items():
        if "like" in wish:
            others = [chosen[n] for n in apart if n != wish["like"]]
            chosen[slug] = look_alike(wish, chosen[wish["like"]], others, random.Random(slug))
    lines = ["# Written by search.py; the numbers are explained in look.py.\n"]
    for slug in cast:
        lines.append(f"[{slug}]")
        for key, value in asdict(chosen[slug].look).items():
            lines.append(f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}")
        lines.append("")
    (HERE / "looks.toml").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
