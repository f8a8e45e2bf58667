"""Portraits and the face patterns made of them. A portrait shows one usable face, or it is refused.

A pattern is made only where the law record allows matching and the child's consent stands; it goes with
either.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from smadmin.imaging.abreast import abreast
from smadmin.imaging.cutting import cut_out
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
_ROOM = 0.5
"""How much is shown around a face, as a share of its box, as in photos."""
A_DEED = 40
"""So many portraits or patterns are kept in one transaction; its cost is that of signing the whole list."""


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
        at_once: int = 1,
    ) -> None:
        """Stand on the desk, the sealed files, what sees so many at once, and the policy's mode."""
        self._desk = desk
        self._media = media
        self._workers = workers
        self._mode = mode
        self._at_once = at_once
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

    def face(self, by: Actor, portrait: MediaId, *, longest_px: int) -> Picture:
        """Give the face of a portrait with some room around it, to compare with one in a photo (an errand).

        Where it isn't found now, because other eyes look, it is the whole portrait.
        """
        whole = self._workers.decode(self._media.open(by, portrait))
        seen = self._workers.find(whole)
        box = max((one.box for one in seen), key=lambda one: one.height, default=None)
        around = None if box is None else box.grown(sides=_ROOM, top=_ROOM, bottom=_ROOM)
        shown = None if around is None else around.within(whole.width, whole.height)
        return self._workers.shrink(whole if shown is None else cut_out(whole, shown), longest_px=longest_px)

    def keeps_patterns(self, by: Actor) -> bool:
        """Tell whether this computer keeps face patterns at all; without a keyring of its own it doesn't."""
        with self._desk.look() as unit:
            return _may_keep(unit, by)

    def make_patterns(self, by: Actor) -> Generator[Progress, None, None]:
        """Make the patterns that are lawful and missing (a job, after a law decision or a consent)."""
        with self._desk.look(by) as unit:
            missing = self._missing(unit)
        yield from self._patterns(by, missing)

    def _patterns(self, by: Actor, wanted: Sequence[tuple[StudentId, MediaId]]) -> Iterator[Progress]:
        with self._desk.look() as unit:
            if not _may_keep(unit, by):
                return

        def describe(one: tuple[StudentId, MediaId]) -> Pattern | None:
            with self._desk.look(by) as unit:
                lawful = matching_allowed(unit, self._desk) and self._agreed(unit, *one)
            return self._describe(by, *one) if lawful else None

        waiting: list[Pattern] = []
        for done, pattern in enumerate(abreast(describe, wanted, at_once=self._at_once), 1):
            waiting += [] if pattern is None else [pattern]
            changes = Changes()
            if len(waiting) == A_DEED or done == len(wanted):
                changes = self.keep_patterns(by, waiting)
                waiting = []
            yield Progress(done, len(wanted), changes)

    def keep_patterns(self, by: Actor, patterns: Sequence[Pattern]) -> Changes:
        """Keep the patterns that are still lawful at this moment (a deed)."""
        if not patterns:
            return Changes()
        with self._desk.deed(by) as deed:
            begin(deed)
            if not _may_keep(deed.unit, by) or not matching_allowed(deed.unit, self._desk):
                return Changes()
            kept = [one for one in patterns if self._agreed(deed.unit, one.student, one.portrait)]
            if not kept:
                return Changes()
            again = {one.portrait for one in kept}
            drop(deed.unit, lambda t: t.portrait in again)
            for pattern in kept:
                deed.unit.templates.add(self._template(deed.unit, pattern))
            deed.roster_changed()
            for pattern in kept:
                part = {"student": {"student": pattern.student}}
                deed.record(Act.MAKE_PATTERN, Noun.STUDENTS, None, parts=part)
        return Changes.of("students", [one.student for one in kept])

    def _template(self, unit: Unit, pattern: Pattern) -> Template:
        return Template(
            id=self._desk.ids.new(),
            school=unit.school,
            student=pattern.student,
            portrait=pattern.portrait,
            numbers=pattern.numbers,
            engine=pattern.engine,
        )

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
        if not matching_allowed(unit, self._desk):
            return []
        today = today_of(unit, self._desk)
        have = {template.portrait for template in unit.templates.readable()[0]}
        return [
            (student.id, portrait)
            for student in unit.students.readable()[0]
            for portrait in student.portraits
            if portrait not in have and self._of_use(student, today)
        ]

    def _agreed(self, unit: Unit, child: StudentId, portrait: MediaId) -> bool:
        """Tell whether the child still has this portrait, and the consent to compare with it stands."""
        student = unit.students.maybe(child)
        return (
            student is not None
            and portrait in student.portraits
            and self._of_use(student, today_of(unit, self._desk))
        )

    def _of_use(self, student: Student, today: date) -> bool:
        """Tell whether a pattern may be made; one of a child who may be shown would be of no use."""
        return student.not_shown(self._mode) and student.may_match(today)


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
