"""Photos in folders, without a store: find faces, compare them with known people, write safe copies.

For `smadmin photos scan|cover|clean`. Nothing is remembered: patterns live while they are compared, and
what is written are new files made of pixels. Whether comparing is allowed is asked before this is called.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.covers import CoverStyle, cover_for_face
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.domain.photos.matching import Judgement, Thresholds, judge_face
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.domain.photos.ports import Decoder, Encoder, EngineName, FaceEngine, PhotoUnreadable
from smadmin.domain.photos.renditions import Rendition
from smadmin.imaging.abreast import abreast
from smadmin.imaging.covering import cover
from smadmin.imaging.files import photos_in, read_photo, sha256, write_new
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.photos.rendering import rendered


class Workers(Decoder, Encoder, FaceEngine, Protocol):
    """Everything that sees photos."""


class Which(StrEnum):
    """Which faces are covered."""

    MATCHED = "matched"  # those that look like a known person, and those that may
    UNKNOWN = "unknown"  # all that don't surely look like a known person
    ALL = "all"

    def takes(self, state: FaceState) -> bool:
        """Tell whether a face of this state is covered; doubt covers."""
        if self is Which.MATCHED:
            return state in {FaceState.MATCH, FaceState.POSSIBLE}
        return self is Which.ALL or state is not FaceState.MATCH


@dataclass(frozen=True)
class Copies:
    """Where copies are written, what their covers look like, and how large they may be."""

    folder: Path
    style: CoverStyle = CoverStyle.SOLID
    rendition: Rendition = field(default_factory=Rendition)


@dataclass(frozen=True)
class KnownPerson:
    """A person given by a folder of portraits or by one file.

    Args:
        unusable: file names with the reason why no pattern came of them.
    """

    name: str
    portraits: tuple[Portrait[str], ...]
    unusable: tuple[tuple[str, Message], ...]


@dataclass(frozen=True)
class SeenFace:
    """A face in a photo and whom it looks like; its pattern is gone by now."""

    face: FoundFace
    judgement: Judgement[str]


@dataclass(frozen=True)
class SeenPhoto:
    """What became of one photo.

    Args:
        error: why it could not be used; everything but the path and perhaps the SHA-256 is then empty.
        copy: the safe copy that was written, if one was asked for.
        covered: how many faces are covered in the copy, if covering was asked for.
        notes: what its file held besides the picture, which no copy has.
    """

    path: Path
    sha256: str | None = None
    width: int | None = None
    height: int | None = None
    error: Message | None = None
    seconds: float = 0.0
    faces: tuple[SeenFace, ...] = ()
    copy: Path | None = None
    covered: int | None = None
    notes: tuple[Message, ...] = ()


class PhotoFolders:
    """Looks through photo files and writes safe copies.

    Args:
        workers: what sees.
        at_once: how many photos are worked on at the same time.
    """

    def __init__(self, workers: Workers, *, at_once: int = 1) -> None:
        self._workers = workers
        self._at_once = at_once

    def engine(self) -> EngineName:
        """Say which engine sees."""
        return self._workers.name()

    def photos(self, places: Iterable[Path]) -> tuple[Path, ...]:
        """Give the photos that are meant by files and folders.

        Raises:
            BadInput: if a place doesn't exist, or there is no photo.
        """
        found = tuple(photos_in(places))
        if not found:
            raise BadInput(say("imaging.no-photos"))
        return found

    def people(self, folder: Path, *, watched: "Watched | None" = None) -> tuple[KnownPerson, ...]:
        """Learn what people look like from a folder per person or a file per person.

        Args:
            folder: where they lie.
            watched: sees how many of so many portraits were opened; a district's take minutes.

        Raises:
            BadInput: if there is no such folder, or nobody in it has a usable portrait.
        """
        if not folder.is_dir():
            raise BadInput(say("imaging.no-such-place", place=str(folder)))
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        files: dict[str, list[Path]] = {}
        for entry in entries:
            name = entry.name if entry.is_dir() else entry.stem
            files.setdefault(name, []).extend(photos_in([entry]))
        all_files = [path for portraits in files.values() for path in portraits]
        all_files.sort(key=_smallness)
        opened = abreast(self._portrait, all_files, at_once=self._at_once)
        seen = opened if watched is None else watched(opened, len(all_files))
        outcomes = dict(zip(all_files, seen, strict=True))
        people = tuple(_person(name, portraits, outcomes) for name, portraits in files.items() if portraits)
        if not any(person.portraits for person in people):
            raise BadInput(say("imaging.no-people"), remedy=say("imaging.people-folder"))
        return people

    def scan(
        self, photos: Sequence[Path], people: Sequence[KnownPerson], thresholds: Thresholds
    ) -> Iterator[SeenPhoto]:
        """Find the faces of each photo and say whom they look like; the largest files come first."""
        known = _gallery(people)

        def look(path: Path) -> SeenPhoto:
            return self._work(path, lambda seen, picture: self._look(seen, picture, known, thresholds))

        return abreast(look, sorted(photos, key=_smallness), at_once=self._at_once)

    def cover(
        self,
        photos: Sequence[Path],
        people: Sequence[KnownPerson],
        thresholds: Thresholds,
        *,
        which: Which,
        copies: Copies,
    ) -> Iterator[SeenPhoto]:
        """Scan, and write a copy of each photo with faces covered, made of pixels only; large files first."""
        known = _gallery(people)

        def deed(numbered: tuple[int, Path]) -> SeenPhoto:
            def look_and_cover(seen: SeenPhoto, picture: Picture) -> SeenPhoto:
                seen = self._look(seen, picture, known, thresholds)
                faces = [one.face for one in seen.faces if which.takes(one.judgement.state)]
                places = [cover_for_face(face.box, face.turn) for face in faces]
                covered = replace(cover(picture, places, copies.style), facts=picture.facts)
                return replace(seen, copy=self._write(numbered[0], covered, copies), covered=len(faces))

            return self._work(numbered[1], look_and_cover)

        return abreast(deed, _numbered(photos), at_once=self._at_once)

    def clean(self, photos: Sequence[Path], copies: Copies) -> Iterator[SeenPhoto]:
        """Write a copy of each photo that holds its pixels and nothing else; large files first."""

        def deed(numbered: tuple[int, Path]) -> SeenPhoto:
            return self._work(
                numbered[1],
                lambda seen, picture: replace(seen, copy=self._write(numbered[0], picture, copies)),
            )

        return abreast(deed, _numbered(photos), at_once=self._at_once)

    def _work(self, path: Path, deed: "_Deed") -> SeenPhoto:
        """Open a photo and do something with it; what is wrong with it concerns no other."""
        begun = time.perf_counter()
        seen = SeenPhoto(path)
        try:
            untrusted = read_photo(path)
            seen = replace(seen, sha256=sha256(untrusted))
            picture = self._workers.decode(untrusted)
            del untrusted
            seen = replace(seen, width=picture.width, height=picture.height, notes=notes_of(picture))
            seen = deed(seen, picture)
        except PhotoUnreadable as unreadable:
            seen = SeenPhoto(path, seen.sha256, error=unreadable.happened)
        return replace(seen, seconds=time.perf_counter() - begun)

    def _look(
        self,
        seen: SeenPhoto,
        picture: Picture,
        known: Gallery[str],
        thresholds: Thresholds,
    ) -> SeenPhoto:
        faces = self._workers.find_and_describe(picture) if known else self._workers.find(picture)
        judged = (
            SeenFace(replace(face, descriptor=None), judge_face(face, known, thresholds)) for face in faces
        )
        return replace(seen, faces=tuple(judged))

    def _write(self, number: int, content: Picture, copies: Copies) -> Path:
        """Write a copy under a name that tells nothing of the original's."""
        lossless = content.facts is not None and content.facts.format in {ImageFormat.PNG, ImageFormat.GIF}
        image_format = ImageFormat.PNG if lossless else ImageFormat.JPEG
        file = rendered(self._workers, replace(content, facts=None), copies.rendition, image_format)
        return write_new(copies.folder, f"photo-{number:03}{'.png' if lossless else '.jpg'}", file)

    def _portrait(self, path: Path) -> "_Outcome":
        try:
            faces = self._workers.find_and_describe(self._workers.decode(read_photo(path)))
        except PhotoUnreadable as unreadable:
            return unreadable.happened
        if len(faces) != 1 or faces[0].descriptor is None:
            return say("imaging.portrait-faces", n=len(faces))
        return faces[0].descriptor


def _smallness(photo: Path) -> int:
    """Order files by size: a large one that came last would be waited for by all other workers."""
    try:
        return -photo.stat().st_size
    except OSError:  # reading it will say why
        return 0


def _numbered(photos: Sequence[Path]) -> list[tuple[int, Path]]:
    """Give each photo the number that its copy bears, the largest file first."""
    return sorted(enumerate(photos, 1), key=lambda numbered: _smallness(numbered[1]))


def notes_of(picture: Picture) -> tuple[Message, ...]:
    """Say what a photo's file held besides the picture that is seen, and what that lacks."""
    facts = picture.facts
    return () if facts is None else (*facts.lacks, *facts.held_besides)


def _gallery(people: Sequence[KnownPerson]) -> Gallery[str]:
    return Gallery([portrait for person in people for portrait in person.portraits])


def _person(name: str, files: Sequence[Path], outcomes: "_Outcomes") -> KnownPerson:
    told = [(path, outcomes[path]) for path in files]
    portraits = tuple(Portrait(name, outcome) for _, outcome in told if not isinstance(outcome, Message))
    unusable = tuple((path.name, outcome) for path, outcome in told if isinstance(outcome, Message))
    return KnownPerson(name, portraits, unusable)


@contextmanager
def open_photo_folders(at_once: int) -> Iterator[PhotoFolders]:
    """Start what sees photos, for so many at the same time; leaving the block ends its processes."""
    with PhotoWorkers.open(at_once=at_once) as workers:
        workers.warm_up()
        yield PhotoFolders(workers, at_once=at_once)


_Outcome = tuple[float, ...] | Message
"""A portrait's pattern, or why there is none."""

_Outcomes = dict[Path, _Outcome]

Watched = Callable[[Iterator[_Outcome], int], Iterator[_Outcome]]
"""Gives what it is given, of which there will be so many."""


class _Deed(Protocol):
    def __call__(self, seen: SeenPhoto, picture: Picture, /) -> SeenPhoto: ...
