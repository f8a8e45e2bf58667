"""What the photos screen reads of the store, each in one go on the store thread; nothing here is written.

Services are asked for here and not on the GUI thread, because making them reads the school's policy.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PhotoId, PhotoSetId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.photos.unpicked import kept_until, unpicked
from smadmin.domain.policy.packs import Duty
from smadmin.domain.posts import WRITABLE, Draft, PostStage
from smadmin.domain.schools import LawRecord
from smadmin.domain.students import Roster
from smadmin.services.jobs import Progress
from smadmin.services.office import Office
from smadmin.services.photos.views import PhotoView, SetView
from smadmin.services.roles import person_of
from smadmin.ui.photos.model import FolderLine, Step, Tile, folder_line, main_step, picked_of, tiles_of

MOST_FOLDERS = 40
"""The newest folders are listed; older ones are found from their posts."""


@dataclass(frozen=True)
class FoldersRead:
    """The list of folders."""

    lines: tuple[FolderLine, ...]
    sample: bool
    groups: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class SheetRead:
    """A folder and what stands around it.

    Args:
        twice: whether the policy wants a second look where faces show.
        today: the school's own date.
        decided: the day of the decision about matching, at the school.
        tiles: of all photos, made here because of thousands the window has no time to.
        late: whether children came on the list after a photo was searched.
        goes: when the photos that nobody picks are removed; None where all are picked.
        pairs: whether faces that may be a child's are asked about in pages of pairs.
        awaited: whether a post that was handed in waits for the second look at one of them.
        keyless: whether faces would be compared, but this computer keeps no face patterns.
    """

    view: SetView
    me: PersonId
    twice: bool
    today: date
    law: LawRecord | None
    decided: date | None
    tiles: tuple[Tile, ...]
    late: bool
    goes: Message | None = None
    pairs: bool = False
    awaited: bool = False
    keyless: bool = False

    @property
    def unlooked(self) -> int:
        """How many photos weren't searched yet."""
        return sum(not photo.looked_for and photo.error is None for photo in self.view.photos)

    @property
    def main(self) -> Step:
        """What the folder's main button leads to."""
        return main_step(self.view.photos, self.me, twice=self.twice, awaited=self.awaited)


@dataclass(frozen=True)
class PhotoRead:
    """One photo, and why this person can't finish their look at it."""

    view: PhotoView
    me: PersonId
    reasons: tuple[Reason, ...]


def read_folders(office: Office, by: Actor) -> FoldersRead:
    """Read the list of folders."""
    me, twice = person_of(by), wants_two(office)
    sets = office.review.sets(by)[:MOST_FOLDERS]
    lines = tuple(folder_line(one, office.review.set(by, one.id).photos, me, twice=twice) for one in sets)
    roster: Roster = office.students.roster(by)
    return FoldersRead(lines, office.school.sample, roster.groups, ())


def read_sheet(office: Office, by: Actor, set_id: PhotoSetId, before: SheetRead | None = None) -> SheetRead:
    """Read a folder; what is as it was read before isn't opened again."""
    law, school = office.law.in_force(by), office.school
    known = None if before is None else before.view
    view, twice = office.review.set(by, set_id, before=known), wants_two(office)
    return SheetRead(
        view=view,
        me=person_of(by),
        twice=twice,
        today=school.local(office.desk.now).date(),
        law=law,
        decided=None if law is None else law.decided_on.date(),
        tiles=tiles_of(view, twice=twice),
        late=_searched_for_fewer(view),
        goes=_goes(office, view),
        pairs=view.matching and office.board.offered,
        awaited=waiting_post(office, by, picked_of(view.photos)) is not None,
        keyless=view.matching and not office.portraits.keeps_patterns(by),
    )


def _goes(office: Office, view: SetView) -> Message | None:
    """Say on which day what nobody picked is removed."""
    if not unpicked(view.photos):
        return None
    taken_in = office.school.local(view.set.created_at).date()
    return say("unpicked.goes", day=kept_until(taken_in, office.pack.unpicked_photo_days))


def _searched_for_fewer(view: SetView) -> bool:
    """Tell whether children came on the list after a photo was searched."""
    children = {child.id for child in view.beside}
    searched = (photo for photo in view.photos if photo.looked_for and photo.error is None)
    return any(not children.issubset(photo.sought) for photo in searched)


def read_photo(office: Office, by: Actor, photo: PhotoId) -> PhotoRead:
    """Read a photo."""
    view = office.review.photo(by, photo)
    asked = [face.id for face in view.photo.faces if face.asks_again]
    return PhotoRead(view, person_of(by), office.looks.blockers(view, person_of(by), again=asked))


def read_both(office: Office, by: Actor, photo: PhotoId) -> tuple[PhotoRead, SheetRead]:
    """Read a photo and the folder it lies in."""
    read = read_photo(office, by, photo)
    return read, read_sheet(office, by, read.view.set.id)


def make_ready(office: Office, by: Actor) -> Iterator[Progress]:
    """Make the patterns that are lawful and missing (a job): no photo is compared before.

    Who may not change the children's list makes none; photos are searched with those there are.
    """
    if office.law.in_force(by) is not None and not office.students.blockers(by):
        for step in office.portraits.make_patterns(by):
            yield Progress(0, 0, step.changes)


def look_for_faces(
    office: Office, by: Actor, set_id: PhotoSetId, stopped: Callable[[], bool]
) -> Iterator[Progress]:
    """Look for faces in a folder (a job); what may lawfully be compared is made ready first."""
    yield from make_ready(office, by)
    yield from office.finder.run(by, set_id, stopped=stopped)


def find_set(office: Office, by: Actor, subject: str) -> tuple[PhotoSetId, PhotoId | None]:
    """Tell which folder an id means: its own, or that of a photo."""
    if any(one.id == subject for one in office.review.sets(by)):
        return PhotoSetId(subject), None
    photo = PhotoId(subject)
    return office.review.photo(by, photo).set.id, photo


def waiting_post(office: Office, by: Actor, photos: tuple[Photo, ...]) -> PostId | None:
    """Give the newest submitted post that shows one of these photos, or None."""
    wanted = {photo.id for photo in photos}
    for draft in office.posts.at_stage(by, PostStage.SUBMITTED):
        if wanted & {picture.photo for picture in draft.content.pictures}:
            return draft.id
    return None


def open_draft(office: Office, by: Actor) -> Draft | None:
    """Give this person's draft that was edited last, or None."""
    return next((draft for draft in office.posts.mine(by) if draft.stage in WRITABLE), None)


def wants_two(office: Office) -> bool:
    """Tell whether the policy wants a second look where students' faces show (SOC-M4)."""
    return office.pack.second_look is Duty.REQUIRED


def may_release(office: Office, by: Actor, post: PostId) -> bool:
    """Tell whether nothing keeps this person from releasing a post: nobody else is led there."""
    return not office.approvals.blockers(by, post)
