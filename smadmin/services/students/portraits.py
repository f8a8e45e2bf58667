"""Portraits and the face patterns made of them. A portrait shows one usable face, or it is refused.

A pattern is made only where the law record allows matching and the child's consent stands; it goes with
either.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import BadInput, KnownError, OutsideFailed, Tampered
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.portraits import REFUSED, flaws_of
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student, Template
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.files import read_photo
from smadmin.services.desk import Desk
from smadmin.services.jobs import Progress
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers
from smadmin.services.roles import today_of
from smadmin.services.students.patterns import drop, matching_allowed
from smadmin.services.students.quality import PortraitQuality
from smadmin.services.students.roster import begin, finish
from smadmin.storage.unit import Unit

KIND = "application/octet-stream"


class PortraitUnusable(BadInput):
    """This picture doesn't show exactly one usable face."""


@dataclass(frozen=True)
class Pattern:
    """A pattern on its way to the store."""

    student: StudentId
    portrait: MediaId
    numbers: tuple[float, ...]
    engine: str


class Portraits:
    """Portraits of the children of one school; `quality` says how good they are."""

    def __init__(
        self,
        desk: Desk,
        media: Media,
        workers: Workers,
        *,
        mode: RosterMode,
        thresholds: Thresholds | None = None,
    ) -> None:
        """Stand on the desk, the sealed files, what sees, and whom the policy has looked for."""
        self._desk = desk
        self._media = media
        self._workers = workers
        self._mode = mode
        self.quality = PortraitQuality(desk, media, workers, thresholds or Thresholds())

    def add(self, by: Actor, student: StudentId, path: Path) -> Changes:
        """Add a portrait from a file, and make its pattern where that is lawful (a chain).

        Raises:
            PhotoUnreadable: if the file isn't a photo.
            PortraitUnusable: unless there is exactly one face, large enough.
            NotAllowed: no right to change the list.
        """
        file = self.seal(read_photo(path))
        try:
            changes = self.keep(by, student, file)
        except KnownError:
            self._media.shred([file])
            raise
        for step in self._patterns(by, [(student, file.id)]):
            changes |= step.changes
        return changes

    def seal(self, content: bytes) -> MediaFile:
        """Look at a portrait's file and seal it (an errand); the row is kept by a deed that follows.

        Raises:
            PhotoUnreadable: if it isn't a photo.
            PortraitUnusable: unless there is exactly one face, large enough.
        """
        faces = self._workers.find(self._workers.decode(content))
        _refuse_unusable(faces)
        sealed = self._media.seal(content, KIND)
        self.quality.note(sealed.id, faces)
        return sealed

    def keep(self, by: Actor, student: StudentId, file: MediaFile) -> Changes:
        """Give a child a sealed portrait (a deed)."""
        return self.keep_all(by, [(student, file)])

    def keep_all(self, by: Actor, files: Sequence[tuple[StudentId, MediaFile]]) -> Changes:
        """Give children their sealed portraits (a deed)."""
        with self._desk.deed(by) as deed:
            begin(deed)
            for student, file in files:
                seen = deed.unit.students.get(student)
                deed.unit.media.add(file)
                deed.unit.students.change(replace(seen, portraits=(*seen.portraits, file.id)))
            deed.roster_changed()
            for student, file in files:
                part = {"student": student, "sha256": file.sha256}
                deed.record(Act.ADD_PORTRAIT, Noun.STUDENTS, None, parts={"student": part})
        return Changes.of("students", [student for student, _ in files])

    def shred(self, files: Iterable[MediaFile]) -> None:
        """Remove sealed portraits that no deed kept (an errand)."""
        self._media.shred(files)

    def remove(self, by: Actor, student: StudentId, portrait: MediaId) -> Changes:
        """Remove a portrait and its pattern: the rows, then the file (a chain)."""
        with self._desk.deed(by) as deed:
            begin(deed)
            seen = deed.unit.students.get(student)
            file = deed.unit.media.get(portrait)
            left = tuple(one for one in seen.portraits if one != portrait)
            deed.unit.students.change(replace(seen, portraits=left))
            deed.unit.media.remove(portrait)
            gone = drop(deed.unit, lambda t: t.portrait == portrait)
            finish(deed, Act.REMOVE_PORTRAIT, {"student": student, "patterns_removed": gone})
        self._media.shred([file])
        return Changes.of("students", [student])

    def picture(self, by: Actor, portrait: MediaId, *, longest_px: int) -> Picture:
        """Give a portrait to look at, in memory only (an errand)."""
        return self._workers.preview(self._media.open(by, portrait), longest_px=longest_px)

    def keeps_patterns(self, by: Actor) -> bool:
        """Tell whether this computer keeps face patterns at all; without a keyring of its own it doesn't."""
        with self._desk.look() as unit:
            return _may_keep(unit, by)

    def make_patterns(self, by: Actor) -> Generator[Progress, None, None]:
        """Make the patterns that are lawful and missing (a job, after a law decision or a consent)."""
        with self._desk.look(by) as unit:
            missing = self._missing(unit)
        yield from self._patterns(by, missing)

    def _patterns(self, by: Actor, wanted: list[tuple[StudentId, MediaId]]) -> Iterator[Progress]:
        with self._desk.look() as unit:
            if not _may_keep(unit, by):
                return
        for done, (student, portrait) in enumerate(wanted, 1):
            with self._desk.look(by) as unit:
                lawful = self._is_lawful(unit, unit.students.maybe(student), portrait)
            pattern = self._describe(by, student, portrait) if lawful else None
            changes = Changes() if pattern is None else self.keep_pattern(by, pattern)
            yield Progress(done, len(wanted), changes)

    def keep_pattern(self, by: Actor, pattern: Pattern) -> Changes:
        """Keep a pattern, if it is still lawful at this moment (a deed)."""
        with self._desk.deed(by) as deed:
            begin(deed)
            child = deed.unit.students.maybe(pattern.student)
            if not _may_keep(deed.unit, by) or not self._is_lawful(deed.unit, child, pattern.portrait):
                return Changes()
            drop(deed.unit, lambda t: t.portrait == pattern.portrait)
            template = Template(
                id=self._desk.ids.new(),
                school=deed.unit.school,
                student=pattern.student,
                portrait=pattern.portrait,
                numbers=pattern.numbers,
                engine=pattern.engine,
            )
            deed.unit.templates.add(template)
            finish(deed, Act.MAKE_PATTERN, {"student": pattern.student})
        return Changes.of("students", [pattern.student])

    def _describe(self, by: Actor, student: StudentId, portrait: MediaId) -> Pattern | None:
        """Compute the pattern of a portrait (an errand); None where it can't be had."""
        try:
            picture = self._workers.decode(self._media.open(by, portrait))
            faces = self._workers.find_and_describe(picture)
            engine = self._workers.name().descriptor
        except (PhotoUnreadable, Tampered, OutsideFailed):
            return None
        if len(faces) != 1 or faces[0].descriptor is None:
            return None
        return Pattern(student, portrait, faces[0].descriptor, engine)

    def _missing(self, unit: Unit) -> list[tuple[StudentId, MediaId]]:
        have = {template.portrait for template in unit.templates.readable()[0]}
        return [
            (student.id, portrait)
            for student in unit.students.readable()[0]
            for portrait in student.portraits
            if portrait not in have and self._is_lawful(unit, student, portrait)
        ]

    def _is_lawful(self, unit: Unit, student: Student | None, portrait: MediaId) -> bool:
        return (
            student is not None
            and portrait in student.portraits
            # A pattern of a child who may be shown would be of no use, so there is none.
            and student.not_shown(self._mode)
            and student.may_match(today_of(unit, self._desk))
            and matching_allowed(unit, self._desk)
        )


def _refuse_unusable(faces: Sequence[FoundFace]) -> None:
    for flaw in flaws_of(faces):
        if flaw in REFUSED:
            happened = say(f"students.portrait-{flaw.value}", n=len(faces))
            raise PortraitUnusable(happened, remedy=say("students.portrait-remedy"))


def _may_keep(unit: Unit, by: Actor) -> bool:
    """Keep no face pattern where a passphrase alone would guard it (`keys.md`, No keyring).

    What the school is counts inside a deed alone, which has just been held to the record.
    """
    return by.seat is not None or unit.schools.get(unit.school).sample
