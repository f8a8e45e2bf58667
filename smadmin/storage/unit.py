"""A unit of work: one transaction with a shelf per noun. Made by `Store`, used by services only."""

from functools import cached_property

import sqlalchemy as sa

from smadmin.domain.accounts import Account
from smadmin.domain.cells import Cells
from smadmin.domain.credentials import Credential
from smadmin.domain.holdings import RoleHolding
from smadmin.domain.ids import SchoolId
from smadmin.domain.media import MediaFile
from smadmin.domain.past_posts import PastImport
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.plan import Slot
from smadmin.domain.policy.learnt import Learnt
from smadmin.domain.policy.own import OwnPack
from smadmin.domain.posts import Draft, Revision
from smadmin.domain.publications import Publication
from smadmin.domain.school_days import CalendarDays
from smadmin.domain.schools import LawRecord, School
from smadmin.domain.students import Student, Template
from smadmin.domain.videos.video import Video
from smadmin.storage import shapes
from smadmin.storage.full_text import FullText
from smadmin.storage.notes import NoteShelf
from smadmin.storage.outbox import OutboxShelf
from smadmin.storage.past_posts import PastPostShelf
from smadmin.storage.planned import PlannedShelf
from smadmin.storage.posted import PostedShelf
from smadmin.storage.published import PublishedShelf
from smadmin.storage.record import RecordShelf
from smadmin.storage.record_words import RecordWords
from smadmin.storage.renewing import RenewShelf
from smadmin.storage.rows import E, Shape
from smadmin.storage.shelf import Shelf
from smadmin.storage.sweep_tasks import SweepTaskShelf
from smadmin.storage.trust import TrustShelf
from smadmin.storage.wraps import WrapShelf


class Unit:
    """Everything that one transaction can read and write."""

    def __init__(self, connection: sa.Connection, school: SchoolId, cells: Cells | None) -> None:
        """Stand on a transaction; without cells only plain nouns can be read."""
        self._connection = connection
        self.school = school
        self.cells = cells

    def _shelf(self, shape: Shape[E]) -> Shelf[E]:
        return Shelf(self._connection, shape, self.school, self.cells)

    @cached_property
    def record(self) -> RecordShelf:
        """The chain."""
        return RecordShelf(self._connection, self.school, self.cells)

    @cached_property
    def full_text(self) -> FullText:
        """Words of what is public."""
        return FullText(self._connection, self.school)

    @cached_property
    def record_words(self) -> RecordWords:
        """The rows of the record by who, what and when."""
        return RecordWords(self._connection, self.school)

    @cached_property
    def sweep_tasks(self) -> SweepTaskShelf:
        """Searches for a child's face, as work for computers where nobody is signed in."""
        return SweepTaskShelf(self._connection, self.school)

    @cached_property
    def trust(self) -> TrustShelf:
        """The caches of the trust rows."""
        return TrustShelf(self._connection, self.school)

    @cached_property
    def notes(self) -> NoteShelf:
        """The store's notes about itself."""
        return NoteShelf(self._connection)

    @cached_property
    def wraps(self) -> WrapShelf:
        """The wrapped school keys."""
        return WrapShelf(self._connection, self.school)

    @cached_property
    def renewing(self) -> RenewShelf:
        """Cells under an older school key."""
        return RenewShelf(self._connection, self.school, self.cells)

    @cached_property
    def schools(self) -> Shelf[School]:
        """The school itself."""
        return self._shelf(shapes.SCHOOLS)

    @cached_property
    def law_records(self) -> Shelf[LawRecord]:
        """Why matching is allowed here."""
        return self._shelf(shapes.LAW_RECORDS)

    @cached_property
    def packs(self) -> Shelf[OwnPack]:
        """Own policies that are or were in force."""
        return self._shelf(shapes.PACKS)

    @cached_property
    def accounts(self) -> Shelf[Account]:
        """Official accounts."""
        return self._shelf(shapes.ACCOUNTS)

    @cached_property
    def credentials(self) -> Shelf[Credential]:
        """Sealed log-ins."""
        return self._shelf(shapes.CREDENTIALS)

    @cached_property
    def role_holdings(self) -> Shelf[RoleHolding]:
        """Who holds the accounts that have no password of their own."""
        return self._shelf(shapes.ROLE_HOLDINGS)

    @cached_property
    def students(self) -> Shelf[Student]:
        """Children (sealed)."""
        return self._shelf(shapes.STUDENTS)

    @cached_property
    def templates(self) -> Shelf[Template]:
        """Face patterns (sealed)."""
        return self._shelf(shapes.TEMPLATES)

    @cached_property
    def media(self) -> Shelf[MediaFile]:
        """Files beside the store (sealed)."""
        return self._shelf(shapes.MEDIA)

    @cached_property
    def posts(self) -> Shelf[Draft]:
        """Posts being written (sealed)."""
        return self._shelf(shapes.POSTS)

    @cached_property
    def revisions(self) -> Shelf[Revision]:
        """Submitted contents (sealed)."""
        return self._shelf(shapes.REVISIONS)

    @cached_property
    def photo_sets(self) -> Shelf[PhotoSet]:
        """Folders of photos (sealed)."""
        return self._shelf(shapes.PHOTO_SETS)

    @cached_property
    def photos(self) -> Shelf[Photo]:
        """Photos under review (sealed)."""
        return self._shelf(shapes.PHOTOS)

    @cached_property
    def videos(self) -> Shelf[Video]:
        """Videos under posts (sealed)."""
        return self._shelf(shapes.VIDEOS)

    @cached_property
    def learnt(self) -> Shelf[Learnt]:
        """What the school taught the checks (sealed)."""
        return self._shelf(shapes.LEARNT)

    @cached_property
    def slots(self) -> Shelf[Slot]:
        """The plan's slots."""
        return self._shelf(shapes.SLOTS)

    @cached_property
    def calendar_days(self) -> Shelf[CalendarDays]:
        """The school's calendar."""
        return self._shelf(shapes.CALENDAR_DAYS)

    @cached_property
    def published(self) -> PublishedShelf:
        """What went out, piece by piece."""
        return PublishedShelf(self._connection, self.school, self.cells)

    @cached_property
    def planned(self) -> PlannedShelf:
        """The plan, by index alone."""
        return PlannedShelf(self._connection, self.school, self.slots)

    @cached_property
    def posted(self) -> PostedShelf:
        """When something went out, by index alone."""
        return PostedShelf(self._connection, self.school)

    @cached_property
    def publications(self) -> Shelf[Publication]:
        """What went out, and what is about to."""
        return self._shelf(shapes.PUBLICATIONS)

    @cached_property
    def outbox(self) -> OutboxShelf:
        """What goes out with nobody signed in."""
        return OutboxShelf(self._connection, self.school)

    @cached_property
    def past_imports(self) -> Shelf[PastImport]:
        """Lists and archives of past posts that were taken, or are being taken."""
        return self._shelf(shapes.PAST_IMPORTS)

    @cached_property
    def past_posts(self) -> PastPostShelf:
        """What they told of."""
        return PastPostShelf(self._connection, self.school)
