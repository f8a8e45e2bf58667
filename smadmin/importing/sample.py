"""Reads the drawn sample school (`resources/sample/school.toml`): shipped, so trusted, yet read strictly.

Times in it are relative to the day of looking; turning them into dates is the caller's.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cattrs


@dataclass(frozen=True)
class SampleSchoolFacts:
    """The school itself."""

    name: str
    zone: str
    policy: str
    domains: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class SampleStaff:
    """An employee and the roles they hold."""

    slug: str
    first: str
    last: str
    email: str
    roles: tuple[str, ...]
    phone: str = ""

    @property
    def name(self) -> str:
        """The real name (of an invented person)."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True)
class SampleAccount:
    """An official account; `opened_days_ago` and `confirmed_days_ago` count back from today."""

    slug: str
    platform: str
    handle: str
    name: str
    page: str
    colour: str
    pattern: str
    administrator: str
    opened_days_ago: int
    confirmed_days_ago: int
    confirmed_by: str


@dataclass(frozen=True)
class SampleStudent:
    """An invented, drawn child. `opt_out` is what the guardian said no to, with commas, or None."""

    slug: str
    first: str
    last: str
    number: str
    class_: str
    clubs: tuple[str, ...] = ()
    consent_days_ago: int | None = None
    opt_out: str | None = None


@dataclass(frozen=True)
class SampleFace:
    """Who stands where: `box` is left, top, right, bottom in pixels of the upright photo."""

    who: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class SamplePhoto:
    """A drawn group photo with known who-is-where."""

    file: str
    event: str
    classes: tuple[str, ...]
    clubs: tuple[str, ...]
    taken_by: str
    purpose: str
    alt: str
    opted_out: tuple[str, ...] = ()
    faces: tuple[SampleFace, ...] = ()


@dataclass(frozen=True)
class SamplePost:
    """A post from before the day of looking."""

    account: str
    days_ago: int
    at: str
    topic: str
    text: str
    link: str
    by: str


@dataclass(frozen=True)
class SampleSlot:
    """A slot of the current week."""

    account: str
    weekday: str
    topic: str


@dataclass(frozen=True)
class SampleLaw:
    """The sample's decision about matching; it says itself that it is a sample."""

    state: str
    matching: bool
    decided_by: str
    basis: str


@dataclass(frozen=True)
class SampleMatching:
    """The distance up to which drawn faces count as one person; they lie closer together than real ones."""

    match: float


@dataclass(frozen=True)
class Sample:
    """The whole sample school, and the folder its pictures lie in."""

    folder: Path
    school: SampleSchoolFacts
    law: SampleLaw
    staff: tuple[SampleStaff, ...]
    accounts: tuple[SampleAccount, ...]
    students: tuple[SampleStudent, ...]
    photos: tuple[SamplePhoto, ...]
    posts: tuple[SamplePost, ...]
    slots: tuple[SampleSlot, ...]
    matching: SampleMatching

    def portraits(self, student: SampleStudent) -> tuple[Path, ...]:
        """Give the files of a child's portraits, in order."""
        return tuple(sorted((self.folder / "portraits" / student.slug).glob("*.jpg")))


def read_sample(folder: Path) -> Sample:
    """Read the sample school in a folder.

    Raises:
        ValueError: if the file was damaged (it is shipped, so that is a broken installation).
    """
    text = (folder / "school.toml").read_text("utf-8")
    raw: dict[str, Any] = tomllib.loads(text)
    plural = {
        "account": "accounts",
        "student": "students",
        "photo": "photos",
        "post": "posts",
        "slot": "slots",
    }
    for one, many in plural.items():
        raw[many] = raw.pop(one)
    for student in raw["students"]:
        student["class_"] = student.pop("class")
    converter = cattrs.Converter()
    converter.register_structure_hook(Path, lambda value, _: value)
    try:
        return converter.structure({**raw, "folder": folder}, Sample)
    except cattrs.BaseValidationError as error:
        raise ValueError("the sample school is damaged") from error


@dataclass(frozen=True)
class DemoWords:
    """What the demo posts, and the words for its photo; `waits` and `released` are two short posts more."""

    text: str
    alt: str
    waits: str
    released: str


def read_demo_words(folder: Path) -> DemoWords:
    """Read the demo's words in the sample's folder."""
    raw = tomllib.loads((folder / "demo.toml").read_text("utf-8"))
    return DemoWords(*(str(raw[name]) for name in ("text", "alt", "waits", "released")))
