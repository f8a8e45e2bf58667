"""Searches faces that a face engine tells apart: casting.toml in, looks.toml out.

Run by hand when the cast changes (`python -m drawing.search first second` in resources/sample, a word
a turn, each up to a quarter of an hour on one core); drawing itself never needs it. It climbs: a face is
changed a little, looked at by the engine, and kept if it lies further from those it should be far from.
Seeded throughout.
"""

import random
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import dlib
import face_recognition
import numpy as np

from .body import Outfit, draw_person
from .field import Field
from .look import Look, Pose

HERE = Path(__file__).parent
SKIN = ("#f6d5bb", "#f0c4a0", "#e3b184", "#d09a6b", "#b57a4c", "#8f5c3b", "#70472f", "#5a3823")
IRIS = (("#4f86b0", "#5f8a5c", "#7a8a94", "#6b4a2a"), ("#5f8a5c", "#6b4a2a"), ("#6b4a2a", "#4a2f1a"))
SCARVES = ("#4a6fa5", "#8c4a6b", "#3f7d6e", "#b0683a")
FRAMES = ("#2b2b33", "#8c2f39", "#2f5f8f", "#6b4a2a")
FAR = 0.72
"""Wished distance between two opted-out children (portraits and photos later lie a little closer)."""
APART = 0.69
"""Wished distance between an opted-out child and anybody else; the engine's usual limit is 0.6."""
ENOUGH = 0.63
"""Who is as far as this from all guarded ones is left alone."""
ALIKE = (0.555, 0.595)
"""Wished distance of a look-alike: doubtful, neither the same nor a stranger.
In portraits and photos it comes out about 0.05 less."""
STEADY = 0.30
"""A face whose two poses lie further apart than this is dropped."""
SURE = 0.22
"""Least score of the detector; below 0 it finds nothing."""
GUARDED_TRIES, OTHER_TRIES, ROUNDS = 45, 40, 3
WIDTHS = (0.28, 0.14, 0.55, 0.2)
"""How much a number changes in turn, in shares of its range."""
SCALE = 56
POSES = (Pose(smile=0.75), Pose(yaw=0.09, roll=4, smile=0.95, teeth=0.6))
RANGES: dict[str, tuple[float, float]] = {
    "cheek": (0.71, 0.91), "jaw": (0.89, 1.09), "chin": (0.95, 1.03), "forehead": (0.985, 1.06),
    "eye_gap": (0.31, 0.435), "eye_y": (-0.05, 0.12), "eye_w": (0.13, 0.205), "eye_h": (0.075, 0.145),
    "eye_tilt": (-0.16, 0.27), "brow_y": (-0.32, -0.13), "brow_w": (0.16, 0.29), "brow_thick": (0.014, 0.066),
    "brow_arch": (0.01, 0.13), "brow_tilt": (-0.20, 0.04), "nose_w": (0.078, 0.20), "nose_y": (0.27, 0.46),
    "nose_bump": (0.12, 0.29), "bridge": (0.05, 1.0), "mouth_y": (0.57, 0.72), "mouth_w": (0.185, 0.37),
    "lip_up": (0.02, 0.085), "lip_low": (0.035, 0.12), "lip_red": (0.12, 0.5), "ear": (0.7, 1.05),
    "blush": (0.15, 0.75), "hair_size": (0.9, 1.2),
}  # fmt: skip
Cast = dict[str, dict[str, Any]]
Score = Callable[[Field], float]


@dataclass(frozen=True)
class Face:
    """A face that was tried, and what the engine makes of it."""

    look: Look
    seen: Field


def random_look(wish: dict[str, Any], dice: random.Random) -> Look:
    """Throw the dice for everything that the wish leaves open."""
    tone = dice.choice(wish["skin"])
    return Look(
        seed=dice.randrange(1, 10**6),
        skin=SKIN[tone],
        iris=dice.choice(IRIS[min(tone, 2)]),
        crease=dice.choice((0.1, 0.5, 0.9)),
        freckles=wish.get("freckles", 0.0),
        age=wish.get("age", 0.0),
        beard=wish.get("beard", 0.0),
        glasses=dice.choice(wish.get("glasses", [""])),
        glasses_colour=dice.choice(FRAMES),
        hair=dice.choice(wish["hair"]),
        hair_colour=dice.choice(wish["colours"]),
        scarf=dice.choice(SCARVES),
        **{name: round(dice.uniform(*span), 3) for name, span in RANGES.items()},
    )


def changed(look: Look, dice: random.Random, width: float) -> Look:
    """Change some of a face's numbers, by about `width` of their range."""
    new = {}
    for name in dice.sample(sorted(RANGES), dice.randrange(3, 9)):
        low, high = RANGES[name]
        value = getattr(look, name) + dice.gauss(0, width) * (high - low)
        new[name] = round(min(max(value, low), high), 3)
    return replace(look, **new)


@cache
def detector() -> Any:
    """Give the detector; making one takes longer than using it."""
    return dlib.get_frontal_face_detector()


def seen(look: Look, pose: Pose) -> Field | None:
    """Give the engine's description of a face, or None where it isn't sure to find one."""
    picture = np.full((round(4.0 * SCALE), round(3.8 * SCALE), 3), 0.72, np.float32)
    clothes = Outfit("#7d8794", "#d8d4c8", adult=look.age > 0)
    draw_person(picture, look, pose, clothes, at=(1.9 * SCALE, 1.75 * SCALE), scale=SCALE, length=2.4)
    pixels = (np.clip(picture, 0, 1) * 255).astype(np.uint8)
    boxes, scores, _ = detector().run(pixels, 1, 0.0)
    if len(boxes) != 1 or scores[0] < SURE:
        return None
    box = (boxes[0].top(), boxes[0].right(), boxes[0].bottom(), boxes[0].left())
    return np.asarray(face_recognition.face_encodings(pixels, [box])[0], np.float32)


def tried(look: Look, score: Score | None = None, beat: float = 0.0) -> Face | None:
    """Look at a face in two poses; the second only if the first scores better than `beat`."""
    first = seen(look, POSES[0])
    if first is None or (score and score(first) >= beat):
        return None
    second = seen(look, POSES[1])
    if second is None or np.linalg.norm(first - second) > STEADY:
        return None
    face = Face(look, (first + second) / 2)
    return None if score and score(face.seen) >= beat else face


def start(wish: dict[str, Any], dice: random.Random) -> Face:
    """Throw until the engine sees a face."""
    while True:
        face = tried(random_look(wish, dice))
        if face:
            return face


def climb(face: Face, score: Score, dice: random.Random, tries: int) -> Face:
    """Change a face step by step until its score is 0 or the tries are used up."""
    best = score(face.seen)
    for step in range(tries):
        if best <= 0:
            break
        better = tried(changed(face.look, dice, WIDTHS[step % len(WIDTHS)]), score, best)
        if better:
            face, best = better, score(better.seen)
    return face


def keep_away(others: list[tuple[Field, float]]) -> Score:
    """Score 0 when each of the others is at least as far as wished."""

    def score(mine: Field) -> float:
        gaps = (max(0.0, wished - float(np.linalg.norm(mine - other))) for other, wished in others)
        return sum(gap * gap for gap in gaps)

    return score


def stay_alike(original: Field, others: list[tuple[Field, float]]) -> Score:
    """Score 0 when the face is doubtful beside its original and far from the others."""
    away = keep_away(others)

    def score(mine: Field) -> float:
        distance = float(np.linalg.norm(mine - original))
        return max(0.0, ALIKE[0] - distance, distance - ALIKE[1]) ** 2 + away(mine)

    return score


def first_faces(cast: Cast) -> dict[str, Face]:
    """Throw everybody's face and drive the guarded ones apart from one another."""
    guarded = [n for n, wish in cast.items() if wish.get("guarded")]
    faces = {n: start(wish, random.Random(n)) for n, wish in cast.items() if "like" not in wish}
    for turn in range(ROUNDS):
        for name in guarded:
            score = keep_away([(faces[n].seen, FAR) for n in guarded if n != name])
            faces[name] = climb(faces[name], score, random.Random(f"{name} {turn}"), GUARDED_TRIES)
            sys.stderr.write(f"{name}: {score(faces[name].seen):.4f}\n")
    for name, wish in cast.items():
        if "like" in wish:
            original = faces[wish["like"]]
            faces[name] = Face(replace(original.look, hair=wish["hair"][0], seed=len(name)), original.seen)
    return faces


def known_faces(looks: dict[str, Look]) -> dict[str, Face]:
    """Look at the faces that an earlier search found."""
    found = {name: tried(look) for name, look in looks.items()}
    return {name: face or Face(looks[name], np.zeros(128, np.float32)) for name, face in found.items()}


def drive_others(cast: Cast, faces: dict[str, Face], turn: str) -> Iterator[str]:
    """Drive the others away from the guarded, look-alikes to their distance, in place; gives the names."""
    guarded = [n for n, wish in cast.items() if wish.get("guarded")]
    for name, wish in cast.items():
        if name in guarded:
            continue
        score = keep_away([(faces[n].seen, APART) for n in guarded])
        if "like" in wish:
            others = [(faces[n].seen, APART) for n in guarded if n != wish["like"]]
            score = stay_alike(faces[wish["like"]].seen, others)
        if "like" in wish or _nearest(faces, name, guarded) < ENOUGH:
            faces[name] = climb(faces[name], score, random.Random(f"{name} {turn}"), OTHER_TRIES)
        sys.stderr.write(
            f"{name}: {score(faces[name].seen):.4f}, nearest {_nearest(faces, name, guarded):.2f}\n"
        )
        yield name


def _nearest(faces: dict[str, Face], name: str, guarded: list[str]) -> float:
    return min(float(np.linalg.norm(faces[name].seen - faces[n].seen)) for n in guarded)


def written(cast: Cast, faces: dict[str, Face]) -> str:
    """Give all looks as TOML."""
    lines = ["# Written by search.py; the numbers are explained in look.py.\n"]
    for slug in cast:
        lines.append(f"[{slug}]")
        for key, value in asdict(faces[slug].look).items():
            lines.append(f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Search on from looks.toml, or from nothing where there is none, and write it."""
    cast: Cast = tomllib.loads((HERE / "casting.toml").read_text("utf-8"))
    looks = HERE / "looks.toml"
    if looks.exists():
        values = tomllib.loads(looks.read_text("utf-8"))
        faces = known_faces({name: Look(**values[name]) for name in cast})
    else:
        faces = first_faces(cast)
    for turn in sys.argv[1:] or ["first"]:
        for _ in drive_others(cast, faces, turn):
            looks.write_text(written(cast, faces), "utf-8")


if __name__ == "__main__":
    main()
