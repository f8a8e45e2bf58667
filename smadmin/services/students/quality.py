"""How good the portraits are, and which children look alike: what enrolling reports, in values.

What an engine saw in a portrait is noted in memory while the program runs, by the portrait's id; it isn't
stored. Children are compared where their patterns may lawfully be; the same file is noticed without any.
"""

from collections.abc import Iterable, Sequence

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed, Tampered
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.portraits import (
    Alike,
    EnrolledFace,
    Flaw,
    PortraitReport,
    differing,
    flaws_of,
    look_alikes,
    same_files,
)
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers
from smadmin.services.roles import today_of
from smadmin.services.students.patterns import lawful
from smadmin.storage.unit import Unit


class PortraitQuality:
    """What is known about the portraits of one school.

    Args:
        thresholds: how near two patterns of one person lie.
    """

    def __init__(self, desk: Desk, media: Media, workers: Workers, thresholds: Thresholds) -> None:
        """Begin without having looked at any."""
        self._desk = desk
        self._media = media
        self._workers = workers
        self._match = thresholds.match
        self._noted: dict[MediaId, tuple[Flaw, ...]] = {}
        self._compared: tuple[frozenset[str], tuple[Alike, ...]] = (frozenset(), ())

    def note(self, portrait: MediaId, faces: Sequence[FoundFace]) -> None:
        """Note what was seen in a portrait."""
        self._noted[portrait] = flaws_of(faces)

    def report(self, by: Actor) -> PortraitReport:
        """Say what is known, without opening a portrait."""
        with self._desk.look(by) as unit:
            enrolled = self._enrolled(unit)
            sums = {file.id: file.sha256 for file in unit.media.all()}
            students = unit.students.readable()[0]
        strangers = differing(enrolled, self._match)
        have = {portrait for student in students for portrait in student.portraits}
        flaws = {
            portrait: (*self._noted.get(portrait, ()), *((Flaw.DIFFERS,) if portrait in strangers else ()))
            for portrait in have & (self._noted.keys() | strangers)
        }
        copies = same_files({one.id: [sums[p] for p in one.portraits if p in sums] for one in students})
        copied = {pair.children for pair in copies}
        near = [pair for pair in self._near(enrolled) if pair.children not in copied]
        return PortraitReport(flaws, (*copies, *near))

    def measure(self, by: Actor, portraits: Iterable[MediaId], student: StudentId) -> Changes:
        """Look at portraits of a child that weren't looked at since the program began (an errand)."""
        for portrait in portraits:
            if portrait not in self._noted:
                try:
                    picture = self._workers.decode(self._media.open(by, portrait))
                    self.note(portrait, self._workers.find(picture))
                except (PhotoUnreadable, Tampered, OutsideFailed):
                    continue  # it can't be shown either, and its place says why
        return Changes.of("students", [student])

    def _enrolled(self, unit: Unit) -> tuple[EnrolledFace, ...]:
        return tuple(
            EnrolledFace(template.portrait, template.student, template.numbers, template.engine)
            for template in lawful(unit, self._desk, today_of(unit, self._desk))
        )

    def _near(self, enrolled: Sequence[EnrolledFace]) -> tuple[Alike, ...]:
        """Compare all with all, once for the same portraits."""
        which = frozenset(face.portrait for face in enrolled)
        if which != self._compared[0]:
            self._compared = (which, look_alikes(enrolled, self._match))
        return self._compared[1]
