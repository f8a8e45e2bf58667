"""What the demo tells with: a drawn group photo with known who-is-where, and words to post."""

from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.matching import Thresholds
from smadmin.importing.sample import read_demo_words, read_sample
from smadmin.resources import find

_DOUBT = 0.078
"""So that each look-alike is asked about at least once (0.52 to 0.577), at the cost of nine strangers."""


@dataclass(frozen=True)
class SamplePicture:
    """A drawn group photo and who stands where in it, by full name.

    Args:
        text: a post about it, with faults for the policy to find.
        alt: what it shows once covered, in words.
    """

    file: Path
    people: tuple[tuple[str, Box], ...]
    text: str
    alt: str


def sample_thresholds() -> Thresholds:
    """Give the limits for drawn faces, measured in `docs/sample-school.md`; never used for a real school."""
    match = read_sample(find("sample")).matching.match
    return Thresholds(match=match, possible=match + _DOUBT, same=match / 2)


def sample_picture(name: str) -> SamplePicture:
    """Give a drawn group photo by its file's name (`01-science-fair.jpg`)."""
    sample = read_sample(find("sample"))
    found = next(one for one in sample.photos if one.file.endswith(name))
    names = {one.slug: f"{one.first} {one.last}" for one in sample.students}
    names |= {one.slug: one.name for one in sample.staff}
    people = tuple((names[face.who], Box(*face.box)) for face in found.faces)
    words = read_demo_words(sample.folder)
    return SamplePicture(sample.folder / found.file, people, words.text, words.alt)
