"""Portraits of many children at once, from a folder, an archive or a photographer's disc.

A job: each picture is looked at in the workers, sealed, and kept with a few others in one deed. Stopping
keeps what is kept and removes what was only sealed; next time, what is here already is passed over.
"""

import hashlib
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.enrolling.portraits import Placed, PortraitFile, Unplaced, place_portraits
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import StudentId
from smadmin.domain.media import MediaFile
from smadmin.domain.photos.portraits import Flaw
from smadmin.imaging.abreast import abreast
from smadmin.importing.spreadsheets.reading import ListReader
from smadmin.services.desk import Desk
from smadmin.services.jobs import Progress
from smadmin.services.students.portrait_sources import Source, source_of
from smadmin.services.students.portraits import A_DEED, Portraits


@dataclass(frozen=True)
class PortraitPlan:
    """What is in a folder or archive, and whose portraits they are."""

    name: str
    source: Source
    placed: Placed


@dataclass(frozen=True)
class Flawed:
    """A portrait that was kept though something in it isn't good."""

    name: str
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True)
class PortraitStep(Progress):
    """How far it is; how many were kept by now, or were here already.

    Args:
        unusable: what couldn't be used since the last step.
        flawed: what was kept since the last step and isn't good.
    """

    kept: int = 0
    same: int = 0
    unusable: tuple[Unplaced, ...] = ()
    flawed: tuple[Flawed, ...] = ()


@dataclass(frozen=True)
class _Looked:
    """A picture that was looked at: sealed, or why not; neither where the child has it already."""

    file: PortraitFile
    sealed: MediaFile | None = None
    why: Unplaced | None = None


class PortraitImports:
    """Portraits taken over into the children of one school."""

    def __init__(self, desk: Desk, lists: ListReader, portraits: Portraits, *, at_once: int = 1) -> None:
        """Stand on the desk, what opens archives, and what looks at portraits."""
        self._desk = desk
        self._lists = lists
        self._portraits = portraits
        self._at_once = at_once

    def look(self, by: Actor, place: Path) -> PortraitPlan:
        """Say whose portraits lie in a folder or archive (an errand); no picture is opened yet.

        Raises:
            BadInput: it can't be read, or no picture is in it.
        """
        source = source_of(place, self._lists)
        index = source.index()
        with self._desk.look(by) as unit:
            students = unit.students.readable()[0]
        return PortraitPlan(place.name, source, place_portraits(source.names, students, index))

    def take(self, by: Actor, plan: PortraitPlan) -> Generator[PortraitStep, None, None]:
        """Keep the portraits whose child is known (a job).

        Raises:
            NotAllowed: no right to change the list of children.
        """
        have = self._have(by)
        files, total = plan.placed.files, len(plan.placed.files)
        waiting: list[tuple[PortraitFile, MediaFile]] = []
        kept = same = 0

        def look(file: PortraitFile) -> _Looked:
            return self._look(plan.source, file, have)

        try:
            for done, looked in enumerate(abreast(look, files, at_once=self._at_once), 1):
                if looked.sealed is not None:
                    waiting.append((looked.file, looked.sealed))
                changes, flawed = Changes(), tuple[Flawed, ...]()
                if waiting and (len(waiting) == A_DEED or done == total):
                    changes = self._portraits.keep_all(
                        by, [(file.student, sealed) for file, sealed in waiting]
                    )
                    kept += len(waiting)
                    flawed = self._flawed(waiting)
                    waiting.clear()
                same += looked.sealed is None and looked.why is None
                unusable = () if looked.why is None else (looked.why,)
                yield PortraitStep(done, total, changes, kept, same, unusable, flawed)
        finally:
            self._portraits.shred([sealed for _, sealed in waiting])

    def _flawed(self, kept: Iterable[tuple[PortraitFile, MediaFile]]) -> tuple[Flawed, ...]:
        noted = ((file.name, self._portraits.quality.noted(sealed.id)) for file, sealed in kept)
        return tuple(Flawed(name, flaws) for name, flaws in noted if flaws)

    def _look(self, source: Source, file: PortraitFile, have: Mapping[StudentId, Iterable[str]]) -> _Looked:
        """Look at one picture (an errand); what is wrong with it concerns no other."""
        try:
            content = source.read(file.name)
            if hashlib.sha256(content).hexdigest() in have.get(file.student, ()):
                return _Looked(file)
            return _Looked(file, self._portraits.seal(content))
        except KnownError as error:
            return _Looked(file, why=Unplaced(file.name, error.happened))

    def _have(self, by: Actor) -> dict[StudentId, frozenset[str]]:
        """Give what each child has already, by the sum of its bytes."""
        with self._desk.look(by) as unit:
            sums = {file.id: file.sha256 for file in unit.media.all()}
            students = unit.students.readable()[0]
        return {
            one.id: frozenset(sums[portrait] for portrait in one.portraits if portrait in sums)
            for one in students
        }
