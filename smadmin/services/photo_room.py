"""The room of a school's office where children and photos are: list, portraits, review, covered files.

Each service is made when first asked.
"""

from functools import cached_property

from typing_extensions import override

from smadmin.credentials.files import AgeFiles
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.policy.packs import Pack
from smadmin.domain.schools import School
from smadmin.services.media import Media
from smadmin.services.photos.away import Away
from smadmin.services.photos.board import Board
from smadmin.services.photos.brought import Brought
from smadmin.services.photos.consented import Consented
from smadmin.services.photos.export import Export
from smadmin.services.photos.find import Finder
from smadmin.services.photos.intake import Intake
from smadmin.services.photos.looks import Looks
from smadmin.services.photos.nearest import Nearest
from smadmin.services.photos.previews import Previews
from smadmin.services.photos.recurring import Recurring
from smadmin.services.photos.review import Review
from smadmin.services.photos.taking import Takings
from smadmin.services.photos.unpicked import Unpicked
from smadmin.services.photos.visiting import Visiting
from smadmin.services.policy import Policy
from smadmin.services.sample.pictures import sample_thresholds
from smadmin.services.students.consents import Consents
from smadmin.services.students.imports import Imports
from smadmin.services.students.law import Law
from smadmin.services.students.portrait_imports import PortraitImports
from smadmin.services.students.portraits import Portraits
from smadmin.services.students.roster import Students
from smadmin.services.students.withdrawn import Withdrawn
from smadmin.services.videos.faces import VideoFaces
from smadmin.services.videos.taking import TakingVideos
from smadmin.services.worker_room import WorkerRoom
from smadmin.storage.files import MediaFiles

BY_POLICY = (
    "students", "imports", "portraits", "portrait_imports", "unpicked", "finder", "recurring", "nearest",
    "review", "board", "looks", "export", "away", "visiting", "previews", "video_faces", "video_watching",
)  # fmt: skip
"""Services that were handed values of the policy."""


class PhotoRoom(WorkerRoom):
    """What a school has that shows its children."""

    @cached_property
    def policy(self) -> Policy:
        """The packs and platforms (read from files when first asked)."""
        return Policy.shipped()

    @property
    def pack(self) -> Pack:
        """The policy in force at this school."""
        named = self.school.policy
        if self.policy.knows(named):
            return self.policy.pack(named)
        with self.desk.look() as unit:
            return self.policy.in_force(named, unit)

    def policy_changed(self, school: School) -> None:
        """Go by another policy from now on: what was made by the one before is made anew when asked."""
        self._described = school
        for name in BY_POLICY:
            self.__dict__.pop(name, None)

    @cached_property
    def media(self) -> Media:
        """Sealed files."""
        return Media(self.desk, MediaFiles(self.grounds.place.store / "media"), AgeFiles())

    @cached_property
    def students(self) -> Students:
        """The list of children."""
        return Students(
            self.desk,
            self.media,
            roster_age_days=self.pack.roster_age_days,
            note_erased=self.backups.note_erased,
        )

    @cached_property
    def imports(self) -> Imports:
        """Taking over a school system's list of children."""
        return Imports(self.desk, self.lists, Withdrawn(self.backups), mode=self.pack.roster_mode)

    @cached_property
    def portraits(self) -> Portraits:
        """Children's portraits and face patterns."""
        return Portraits(
            self.desk,
            self.media,
            self.workers,
            mode=self.pack.roster_mode,
            thresholds=self._thresholds,
            at_once=self.grounds.photos_at_once,
        )

    @cached_property
    def portrait_imports(self) -> PortraitImports:
        """Taking over many children's portraits."""
        at_once = self.grounds.photos_at_once
        return PortraitImports(self.desk, self.lists, self.portraits, at_once=at_once)

    @cached_property
    def consents(self) -> Consents:
        """Guardians' consents to face patterns."""
        return Consents(self.desk, Withdrawn(self.backups))

    @cached_property
    def law(self) -> Law:
        """Whether faces may be compared here."""
        return Law(self.desk)

    @cached_property
    def intake(self) -> Intake:
        """Taking photos in."""
        return Intake(self.desk, self.media)

    @cached_property
    def takings(self) -> Takings:
        """Taking folders of photos in, and what of that was interrupted."""
        return Takings(self.intake)

    @cached_property
    def consented(self) -> Consented:
        """Adults who agreed to be shown."""
        return Consented(self.desk)

    @cached_property
    def unpicked(self) -> Unpicked:
        """Removing photos that nobody picked."""
        return Unpicked(self.desk, self.media, days=self.pack.unpicked_photo_days)

    @cached_property
    def finder(self) -> Finder:
        """Finding faces."""
        return Finder(
            self.desk,
            self.media,
            self.workers,
            mode=self.pack.roster_mode,
            at_once=self.grounds.photos_at_once,
            thresholds=self._thresholds,
        )

    @cached_property
    def recurring(self) -> Recurring:
        """The same face in several photos."""
        return Recurring(
            self.desk,
            self.media,
            self.workers,
            mode=self.pack.roster_mode,
            at_once=self.grounds.photos_at_once,
            thresholds=self._thresholds,
        )

    @cached_property
    def nearest(self) -> Nearest:
        """The portrait that a face resembles most."""
        return Nearest(self.desk, self.media, self.workers, mode=self.pack.roster_mode)

    @property
    def _thresholds(self) -> Thresholds:
        """What the district chose; drawn faces lie nearer to one another than real ones."""
        if self.school.sample:
            return sample_thresholds()
        chosen = self.pack.match_hundredths
        return Thresholds() if chosen is None else Thresholds.around(chosen / 100)

    @cached_property
    def review(self) -> Review:
        """Deciding about faces."""
        return Review(self.desk, mode=self.pack.roster_mode)

    @cached_property
    def board(self) -> Board:
        """Deciding about pages of pairs."""
        return Board(self.desk, mode=self.pack.roster_mode, match_hundredths=self.pack.match_hundredths)

    @cached_property
    def looks(self) -> Looks:
        """First and second looks."""
        return Looks(self.desk, mode=self.pack.roster_mode)

    @cached_property
    def export(self) -> Export:
        """Covered, clean files."""
        return Export(
            self.desk,
            self.media,
            self.workers,
            mode=self.pack.roster_mode,
            platforms=self.policy.platforms,
        )

    @cached_property
    def away(self) -> Away:
        """Second looks that others take elsewhere."""
        return Away(self.desk, self.media, self.proof, mode=self.pack.roster_mode)

    @cached_property
    def visiting(self) -> Visiting:
        """Second looks at what others sent."""
        return Visiting(self.desk, self.proof, self.workers, mode=self.pack.roster_mode)

    @cached_property
    def previews(self) -> Previews:
        """Pictures for the screen, in memory only."""
        return Previews(self.desk, self.media, self.workers, mode=self.pack.roster_mode)

    @cached_property
    def video_taking(self) -> TakingVideos:
        """Taking videos in."""
        return TakingVideos(self.desk, self.media, self.video_workers)

    @cached_property
    def video_faces(self) -> VideoFaces:
        """Finding faces in videos."""
        return VideoFaces(
            self.desk,
            self.media,
            self.video_workers,
            self.workers,
            mode=self.pack.roster_mode,
            thresholds=self._thresholds,
        )

    @cached_property
    def brought(self) -> Brought:
        """Photos that aren't taken in yet, small."""
        return Brought(self.workers)

    def stop_taking(self) -> None:
        """Take no more photos in; what is left waits in memory for who brought it."""
        if "takings" in self.__dict__:
            self.takings.stop()

    @override
    def stop_workers(self) -> None:
        self.stop_taking()
        super().stop_workers()
