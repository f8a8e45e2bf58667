"""The road from draft to published on the tiny school: services, two live accounts, a signed week.

`make_road(tmp_path)` gives it; `road.submitted()` and `road.released()` take a post so far.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from smadmin.credentials.files import AgeFiles
from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, MediaId, PhotoId, PhotoSetId, PostId, SlotId, StudentId
from smadmin.domain.media import RightOfUse
from smadmin.domain.people import Role
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.renditions import renditions_for
from smadmin.domain.photos.review import Decision, Face, Photo, PhotoSet
from smadmin.domain.plan import WeekPlan
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Draft
from smadmin.domain.publications import Publication
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.approvals import Approvals
from smadmin.services.desk import Desk
from smadmin.services.heads import Noted
from smadmin.services.media import Media
from smadmin.services.photos.export import Covered, Export
from smadmin.services.photos.intake import facts_part
from smadmin.services.photos.looks import Looks
from smadmin.services.plan import Plan, plans_in_force
from smadmin.services.policy import Policy
from smadmin.services.posts import Posts
from smadmin.services.proof import Proof
from smadmin.services.publications import Publications
from smadmin.services.reading import Reader
from smadmin.services.students.roster import Students
from smadmin.storage.files import MediaFiles
from tests.school import TinySchool, copied, make_school, template_folder

WEEK = date(2026, 11, 16)
TEXT = "The book fair opens on Thursday at 8 in the library."
PIXELS = b"\xff\xd8\xff\xe0 a covered picture \xff\xd9"


shipped = cache(Policy.shipped)
"""The packs, read once for all tests."""


@dataclass
class Road:
    """A school with everything between a draft and a published post."""

    school: TinySchool
    reader: Reader
    proof: Proof
    posts: Posts
    plan: Plan
    approvals: Approvals
    publications: Publications
    media: Media
    looks: Looks
    x: AccountId
    facebook: AccountId
    slot: SlotId
    pixels: tuple[bytes, ...] = (PIXELS, PIXELS)
    goes_to: tuple[Platform, ...] = (Platform.X, Platform.FACEBOOK)

    @property
    def platforms(self) -> tuple[PlatformFacts, ...]:
        """What the platforms of its accounts take."""
        return tuple(shipped().platforms[one] for one in self.goes_to)

    def by(self, name: str) -> Actor:
        return self.school.by(name)

    def plan_in_force(self, by: Actor, on: date) -> WeekPlan | None:
        """Give the newest signed plan that holds on a day."""
        with self.school.desk.look(by) as unit:
            return next(iter(plans_in_force(self.proof.now(unit), on)), None)

    def draft(self, *, text: str = TEXT, accounts: tuple[AccountId, ...] | None = None) -> Draft:
        """Write a draft as Ana, in the signed slot."""
        wanted = (self.x,) if accounts is None else accounts
        return self.posts.create(self.by("ana"), wanted, slot=self.slot, text=text).value

    def submitted(
        self, *, text: str = TEXT, accounts: tuple[AccountId, ...] | None = None, photo: bool = False
    ) -> PostId:
        """Submit a post as Ana, with a photo that Ana and Bo looked at if asked for."""
        draft = self.draft(text=text, accounts=accounts)
        if photo:
            self.posts.attach(self.by("ana"), draft, self.photo(), alt="Children build a tower")
        self.posts.submit(self.by("ana"), draft.id)
        return draft.id

    def released(
        self, *, by: str = "bo", accounts: tuple[AccountId, ...] | None = None, photo: bool = False
    ) -> PostId:
        """Submit a post and let somebody release it."""
        post = self.submitted(accounts=accounts, photo=photo)
        self.approvals.release(self.by(by), post)
        return post

    def photo(self, *, first: str | None = "ana", second: str | None = "bo") -> PhotoId:
        """Keep a photo with one cleared face, looked at and exported; the list of children is right today."""
        Students(self.school.desk, self.media, roster_age_days=30).still_right(self.by("pat"))
        photo = taken_in(self.school.desk, self.by("ana"))
        if first is not None:
            self.looks.finish(self.by(first), photo, other_things_fine=True)
            self.export(photo)
        if second is not None:
            self.looks.finish(self.by(second), photo, other_things_fine=True)
        return photo

    def export(self, photo: PhotoId) -> None:
        """Set covered files on a photo, as the export does: `pixels`, for X and for Facebook."""
        ana = self.by("ana")
        cover(self.school.desk, self.media, ana, photo, self.platforms, pixels=self.pixels)

    def handed_out(self, post: PostId, folder: Path, *, account: AccountId | None = None) -> Publication:
        """Hand a released post out as Ana."""
        to, ana = account or self.x, self.by("ana")
        intended = self.publications.intend(ana, post, to).value
        handle = "lincoln_es" if to == self.x else "lincolnes"
        self.publications.hand_out(ana, intended, folder=folder, handle=handle)
        return self.publications.note_handed_out(ana, intended).value


def taken_in(desk: Desk, by: Actor, *, sought: tuple[StudentId, ...] = ()) -> PhotoId:
    """Keep a photo with one cleared face, in which these children were sought and nobody looked yet."""
    ids = desk.ids
    folder = PhotoSet(
        PhotoSetId(ids.new()), desk.school, "Fair", "Ana", RightOfUse.STAFF, "news", (), desk.now
    )
    face = Face("f", Box(1, 1, 9, 9), FaceState.FOUND, decision=Decision.CLEARED)  # type: ignore[arg-type]  # short id
    photo = Photo(
        PhotoId(ids.new()),
        desk.school,
        folder.id,
        "1.jpg",
        MediaId(ids.new()),
        "00",
        looked_for=True,
        sought=sought,
        faces=(face,),
    )
    with desk.deed(by) as deed:
        deed.unit.photo_sets.add(folder)
        deed.unit.photos.add(photo)
        deed.record(Act.TAKE_IN, Noun.PHOTO_SETS, folder.id, parts={"facts": facts_part(folder)})
    return photo.id


def cover(
    desk: Desk,
    media: Media,
    by: Actor,
    photo: PhotoId,
    platforms: Sequence[PlatformFacts],
    *,
    pixels: Sequence[bytes],
) -> None:
    """Set covered files on a photo, as the export does: `pixels`, one for each rendition of the platforms."""
    with desk.look(by) as unit:
        made_from = unit.photos.get(photo)
    wanted = zip((one.within for one in renditions_for(platforms)), pixels, strict=False)
    missing = {within: content for within, content in wanted if made_from.made_for(within) is None}
    sealed = {content: media.seal(content, "image/jpeg") for content in set(missing.values())}
    covered = Covered(made_from, {within: sealed[content] for within, content in missing.items()})
    workers = PhotoWorkers.open()  # none of them starts: the picture is covered already
    Export(desk, media, workers, mode=RosterMode.OPT_OUT, platforms={}).keep(by, covered)


def publications_of(desk: Desk, post: PostId) -> tuple[Publication, ...]:
    """Give a post's publications, one per account at most."""
    with desk.look() as unit:
        return unit.publications.find(post_id=post)


def account(school: TinySchool, platform: Platform, handle: str, page: str) -> Account:
    """Make a live account that Pat answers for."""
    return Account(
        AccountId(school.desk.ids.new()),
        school.id,
        platform,
        "Lincoln Elementary",
        handle,
        page,
        stage=AccountStage.LIVE,
        principal=school.people["pat"],
        live_since=date(2026, 11, 2),
    )


def make_road(folder: Path, *, policy: str = "baltimore-city-md", signed: bool = True) -> Road:
    """Give the school with two live accounts, a planned slot and, if so, the week that Pat signed.

    It is made once per run, then copied, because that takes its time.
    """
    return copied_road(_laid(policy, signed=signed), folder)


def copied_road(laid: Road, folder: Path) -> Road:
    """Give a road of its own that is as another, whose school lies closed, was left."""
    return _stand_on(copied(laid.school, folder), laid.x, laid.facebook, laid.slot)


@cache
def _laid(policy: str, *, signed: bool) -> Road:
    school = make_school(template_folder(), policy=policy)
    school.admit("dee", "Dee Okafor", {Role.ADMINISTRATOR}, by="pat")
    x = account(school, Platform.X, "lincoln_es", "https://x.com/lincoln_es")
    facebook = account(school, Platform.FACEBOOK, "lincolnes", "https://www.facebook.com/lincolnes")
    road = _stand_on(school, x.id, facebook.id, SlotId(""))
    with school.desk.deed(school.by("pat")) as deed:
        for one in (x, facebook):
            deed.unit.accounts.add(one)
            deed.record(Act.ADOPT, Noun.ACCOUNTS, one.id, parts={"account": one.to_plain()})
            deed.record(Act.GO_LIVE, Noun.ACCOUNTS, one.id)
    for name in ("ana", "dee"):
        school.designate(name, x.id, facebook.id)
    road.slot = road.plan.add(school.by("ana"), x.id, date(2026, 11, 19), "Book fair").value.id
    road.plan.add(school.by("ana"), facebook.id, date(2026, 11, 19), "Book fair")
    if signed:
        road.plan.sign_week(school.by("pat"), WEEK)
    school.store.close()
    return road


def _stand_on(school: TinySchool, x: AccountId, facebook: AccountId, slot: SlotId) -> Road:
    desk = school.desk
    reader, proof = Reader(desk, shipped()), Proof(desk, lambda: Noted(school.heads.kept()))
    desk.proven = proof.trust
    media = Media(desk, MediaFiles(school.folder / "media"), AgeFiles())
    looks = Looks(desk, mode=RosterMode.OPT_OUT)
    posts, plan = Posts(desk, reader), Plan(desk, reader, proof)
    approvals, publications = Approvals(desk, reader, proof), Publications(desk, reader, proof, media)
    return Road(school, reader, proof, posts, plan, approvals, publications, media, looks, x, facebook, slot)
