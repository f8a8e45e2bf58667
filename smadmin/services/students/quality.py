"""How good the portraits are, and which children look alike: what enrolling reports, in values.

What an engine saw in a portrait is noted in memory while the program runs, by the portrait's id; it isn't
stored. Children are compared where their patterns may lawfully be; the same file is noticed without any.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
from smadmin.services.students.patterns import lawful, matching_allowed
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class _Compared:
    """What comparing gave, as long as nothing of `state` changes."""

    state: tuple[object, ...]
    differ: frozenset[MediaId] = frozenset()
    alike: tuple[Alike, ...] = ()


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
        self._last = _Compared(())

    def note(self, portrait: MediaId, faces: Sequence[FoundFace]) -> None:
        """Note what was seen in a portrait."""
        self._noted[portrait] = flaws_of(faces)

    def noted(self, portrait: MediaId) -> tuple[Flaw, ...]:
        """Say what wasn't good in a portrait that was looked at."""
        return self._noted.get(portrait, ())

    def report(self, by: Actor) -> PortraitReport:
        """Say what is known, without opening a portrait; patterns are opened only where any came or went."""
        with self._desk.look(by) as unit:
            media = unit.media.column("id")
            state = (
                unit.templates.column("id"),
                media,
                today_of(unit, self._desk),
                matching_allowed(unit, self._desk),
            )
            if self._last.state != state:
                self._last = self._compared(unit, state)
        differ = self._last.differ
        flaws = {
            portrait: (*self._noted.get(portrait, ()), *((Flaw.DIFFERS,) if portrait in differ else ()))
            for portrait in self._noted.keys() | differ
            if portrait in media
        }
        return PortraitReport(flaws, self._last.alike)

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

    def _compared(self, unit: Unit, state: tuple[object, ...]) -> _Compared:
        enrolled = tuple(
            EnrolledFace(template.portrait, template.student, template.numbers, template.engine)
            for template in lawful(unit, self._desk, today_of(unit, self._desk))
        )
        sums = {file.id: file.sha256 for file in unit.media.all()}
        students = unit.students.readable()[0]
        copies = same_files({one.id: [sums[p] for p in one.portraits if p in sums] for one in students})
        copied = {pair.children for pair in copies}
        near = [pair for pair in look_alikes(enrolled, self._match) if pair.children not in copied]
        return _Compared(state, differing(enrolled, self._match), (*copies, *near))
