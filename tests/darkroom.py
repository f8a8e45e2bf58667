"""A tiny school with everything that sees, for tests about children and photos.

Ann and Ben are opted out of photos, Cam is not; all three are in 4b. The squares of `seeing` are their faces.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from smadmin.credentials.files import AgeFiles
from smadmin.domain.actors import Actor
from smadmin.domain.ids import PhotoId, PhotoSetId, StudentId
from smadmin.domain.law import LawDecision
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.receipts import Receipt
from smadmin.domain.students import MatchingConsent, OptOut, Student, StudentEntry
from smadmin.services.media import Media
from smadmin.services.photos.export import Export
from smadmin.services.photos.find import Finder
from smadmin.services.photos.folders import Workers
from smadmin.services.photos.intake import Intake, SetFacts
from smadmin.services.photos.looks import Looks
from smadmin.services.photos.previews import Previews
from smadmin.services.photos.review import Review
from smadmin.services.policy import Policy
from smadmin.services.students.consents import Consents
from smadmin.services.students.law import Law
from smadmin.services.students.portraits import Portraits
from smadmin.services.students.roster import Students
from smadmin.services.students.withdrawn import Withdrawn
from smadmin.storage.files import MediaFiles
from tests.noted import NotedHere
from tests.school import TinySchool, make_school
from tests.seeing import ANN, BEN, CAM, Eyes, as_file, picture

FACTS = SetFacts("Field day", "Ana Brooks", RightOfUse.STAFF, "Facebook", ("4b",))
COLOURS = {"ann": ANN, "ben": BEN, "cam": CAM}


@dataclass
class Darkroom:
    """Services over a tiny school, and shortcuts for what most tests begin with."""

    school: TinySchool
    eyes: Eyes
    media: Media
    students: Students
    portraits: Portraits
    law: Law
    consents: Consents
    intake: Intake
    finder: Finder
    review: Review
    looks: Looks
    export: Export
    previews: Previews

    @property
    def folder(self) -> Path:
        return self.school.folder

    def by(self, name: str) -> Actor:
        return self.school.by(name)

    def children(self, *, by: Actor) -> dict[str, StudentId]:
        """Enter Ann and Ben, opted out of photos, and Cam."""
        no_photos = frozenset({OptOut.PHOTOS})
        entries = {
            "ann": StudentEntry("Annabel", "Quillfeather", ("4b",), no_photos),
            "ben": StudentEntry("Benedict", "Rookwood", ("4b",), no_photos),
            "cam": StudentEntry("Camila", "Sandoval", ("4b",)),
        }
        return {name: self.students.add(by, entry).value for name, entry in entries.items()}

    def student(self, by: Actor, student: StudentId) -> Student:
        found = self.students.roster(by).get(student)
        assert found is not None
        return found

    def consent(self, by: Actor, student: StudentId, until: date) -> None:
        """Enter a guardian's consent to a face pattern, given today."""
        given = MatchingConsent(self.school.clock.now().date(), until, "Ida Ash")
        self.consents.give(by, student, given, version=self.student(by, student).version)

    def end_consent(self, by: Actor, student: StudentId) -> Receipt:
        """End it."""
        return self.consents.end(by, student, version=self.student(by, student).version).value

    def allow_matching(self, students: Sequence[tuple[str, StudentId]]) -> None:
        """Let the principal decide for matching, and enter consents and portraits."""
        pat = self.by("pat")
        self.law.decide(pat, LawDecision("TX", "Pat Winters, principal", "district policy", matching=True))
        until = self.school.clock.now().date() + timedelta(days=200)
        for name, student in students:
            self.consent(pat, student, until)
            self.portraits.add(pat, student, self.file(f"{name}.pic", picture((COLOURS[name], 100))))

    def file(self, name: str, content: Picture | bytes) -> Path:
        """Write a file outside the data folder, as a camera would."""
        path = self.folder.parent / f"{self.folder.name}-camera" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else as_file(content))
        return path

    def taken(self, by: Actor, *pictures: Picture | bytes, facts: SetFacts = FACTS) -> PhotoSetId:
        """Take pictures in and look for faces in them."""
        files = [self.file(f"IMG_{number}.pic", content) for number, content in enumerate(pictures)]
        made = self.intake.take_in(by, facts, files).value
        for _ in self.finder.run(by, made.set):
            pass
        return made.set

    def one_photo(self, by: Actor, content: Picture) -> PhotoId:
        """Take one picture in and look for faces in it."""
        return self.review.set(by, self.taken(by, content)).photos[0].id

    def photo(self, by: Actor, photo: PhotoId) -> Photo:
        return self.review.photo(by, photo).photo


def make_darkroom(
    folder: Path,
    *,
    mode: RosterMode = RosterMode.OPT_OUT,
    workers: Workers | None = None,
    sample: bool = True,
) -> Darkroom:
    """Make a school in a folder with services that see squares as faces (or with real workers)."""
    school, eyes = make_school(folder, sample=sample), Eyes()
    seeing: Workers = workers or eyes
    desk = school.desk
    media = Media(desk, MediaFiles(folder / "media"), AgeFiles())
    return Darkroom(
        school=school,
        eyes=eyes,
        media=media,
        students=Students(desk, media, roster_age_days=30),
        portraits=Portraits(desk, media, seeing, mode=mode),
        law=Law(desk),
        consents=Consents(desk, Withdrawn(NotedHere())),
        intake=Intake(desk, media),
        finder=Finder(desk, media, seeing, mode=mode),
        review=Review(desk, mode=mode),
        looks=Looks(desk, mode=mode),
        export=Export(desk, media, seeing, mode=mode, platforms=Policy.shipped().platforms),
        previews=Previews(desk, media, seeing, mode=mode),
    )
