"""A sweep as it is shown: where what was found is out, what is done about it, what is left to look at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from smadmin.domain.ids import PhotoId, PhotoSetId, PostId, StudentId
from smadmin.domain.photos.review import PhotoSet
from smadmin.domain.posts import Draft, opening
from smadmin.domain.publications import PERHAPS_OUT, Publication
from smadmin.domain.removals import RemovalStage
from smadmin.domain.schools import School
from smadmin.domain.sweeps import Decided, LeftOut, Narrowed, Sweep, SweepItem
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Desk
from smadmin.services.proof import Proven
from smadmin.services.published import out_as, out_on
from smadmin.services.removal_rows import is_gone, removal_of
from smadmin.services.sealed_searches import sealed_searches
from smadmin.services.students.patterns import lawful
from smadmin.services.sweep_pictures import KeptPicture
from smadmin.services.sweep_views import FoundLine, FoundPost, LeftOutLine, Looking, LookPicture
from smadmin.storage.unit import Unit

_RESULTS_WAIT = timedelta(days=7)
Posts = Mapping[str, frozenset[PostId]]
"""By an item's key, the posts that it concerns."""


def lines_of(
    unit: Unit, proven: Proven, sweep: Sweep, posts: Posts, kept: Mapping[str, KeptPicture]
) -> tuple[FoundLine, ...]:
    """Give what was found, as the worklist tells it."""
    school = unit.schools.get(unit.school)
    told = {post: found_post(unit, proven, post) for post in sorted(frozenset().union(*posts.values()))}
    sets: dict[str, PhotoSet] = {one.id: one for one in unit.photo_sets.all()} if kept else {}
    shown = _Shown(unit, school, sweep.student, sets, kept)
    return tuple(
        shown.line(item, tuple(told[one] for one in sorted(posts[item.key]))) for item in sweep.items
    )


@dataclass(frozen=True)
class _Shown:
    unit: Unit
    school: School
    student: StudentId
    sets: Mapping[str, PhotoSet]
    kept: Mapping[str, KeptPicture]

    def line(self, item: SweepItem, posts: tuple[FoundPost, ...]) -> FoundLine:
        out = any(one.accounts for one in posts)
        if item.photo is not None:
            return self._photo(item, self.kept.get(item.photo), posts, out=out)
        if item.video is not None:
            video = self.unit.videos.maybe(item.video)
            name = "" if video is None else video.name
            there = video is not None
            return FoundLine(item, posts, event=name, there=there, done=_done(item, out=out))
        return FoundLine(item, posts, done=_done(item, out=out))

    def _photo(
        self, item: SweepItem, kept: KeptPicture | None, posts: tuple[FoundPost, ...], *, out: bool
    ) -> FoundLine:
        if kept is None:  # nobody picked it, and its days were over
            return FoundLine(item, posts, there=False, done=_done(item, out=out))
        folder = self.sets.get(kept.set)
        covered = self.student in kept.covered
        return FoundLine(
            item,
            posts,
            file=kept.file if kept.exported else None,
            event="" if folder is None else folder.event,
            day=None if folder is None else self.school.local(folder.created_at).date(),
            covered=covered,
            done=_done(item, out=out),
        )


def _done(item: SweepItem, *, out: bool) -> bool:
    """Tell whether nothing is left to do: what goes or is covered is gone wherever it was out."""
    goes = item.decided in {Decided.TAKE_DOWN, Decided.COVER}
    return item.decided is not None and not (goes and out)


def found_post(unit: Unit, proven: Proven, post: PostId) -> FoundPost:
    """Tell where a post is out, by the signed rows of its removals."""
    draft = unit.posts.maybe(post)
    published = _published(unit, proven, post, draft)
    removals = {one.id: removal_of(proven, one.id, one.account) for one in published}
    gone = {one: kept.ended for one, kept in removals.items() if kept and kept.stage is RemovalStage.GONE}
    out = [one for one in published if one.id not in gone]
    ends = [one for one in gone.values() if one is not None]
    return FoundPost(
        post,
        "" if draft is None else opening(draft.content),
        tuple(sorted(_labels(unit, out))),
        next((one.link for one in (*out, *published) if one.link), ""),
        min((one.published_at for one in published if one.published_at is not None), default=None),
        max(ends, default=None) if not out else None,
        text=_text(None if draft is None else draft.content.text, published),
        was=tuple(sorted(_labels(unit, published))),
    )


def is_out(unit: Unit, proven: Proven, post: PostId) -> bool:
    """Tell whether a post is out on any account still, or may be."""
    out = _published(unit, proven, post, unit.posts.maybe(post))
    return any(not is_gone(proven, one.id, one.account) for one in out)


def _published(unit: Unit, proven: Proven, post: PostId, draft: Draft | None) -> tuple[Publication, ...]:
    """Give where a post went out, by signed rows whatever the store's own say, and where it perhaps did."""
    listed = {one.account: one for one in unit.publications.find(post_id=post)}
    perhaps = (one for one in listed.values() if one.step in PERHAPS_OUT)
    if draft is None:
        found = out_on(unit, proven, post)
    else:
        accounts = dict.fromkeys((*listed, *draft.content.accounts))
        known = (out_as(unit, proven, post, account, listed.get(account)) for account in accounts)
        found = tuple(one for one in known if one is not None)
    return tuple({one.id: one for one in (*perhaps, *found)}.values())


def _text(draft: str | None, published: Iterable[Publication]) -> str:
    return next((one.text for one in published if one.text), draft or "")


def _labels(unit: Unit, out: Iterable[Publication]) -> Iterator[str]:
    for one in out:
        account = unit.accounts.maybe(one.account)
        if account is not None:
            yield account.label


def still_to_look(sweep: Sweep, kept: Mapping[str, KeptPicture]) -> tuple[KeptPicture, ...]:
    """Give the pictures that nobody looked through, no engine searched, and on which nobody was found."""
    if not sweep.pictures:
        return ()
    seen = sweep.looked_at
    return tuple(one for one in kept.values() if one.readable and one.photo not in seen)


def looking_of(
    unit: Unit, sweep: Sweep, kept: Mapping[str, KeptPicture], narrowed: Narrowed, most: int
) -> Looking:
    """Give the next pictures that a person looks through, the newest folder first."""
    sets, days = _sets(unit)
    left = [one for one in still_to_look(sweep, kept) if one.set in sets]
    wanted = [one for one in left if narrowed.holds(days[one.set], one.set)]
    wanted.sort(key=lambda one: one.photo)
    wanted.sort(key=lambda one: (sets[one.set].created_at, one.set), reverse=True)
    waiting = (
        LookPicture(
            one.photo, one.file if one.exported else None, one.set, sets[one.set].event, days[one.set]
        )
        for one in wanted[:most]
    )
    with_pictures = {one.set for one in kept.values()} & set(sets)
    newest = sorted(with_pictures, key=lambda one: sets[one].created_at, reverse=True)
    came = sorted(days[one] for one in with_pictures)
    return Looking(
        tuple(waiting),
        len(wanted),
        len(left),
        sum(one.readable for one in kept.values()) if sweep.pictures else 0,
        tuple((one, sets[one].event) for one in newest),
        (came[0], came[-1]) if came else None,
    )


def photos_of(
    unit: Unit, sweep: Sweep, kept: Mapping[str, KeptPicture], narrowed: Narrowed
) -> tuple[PhotoId, ...]:
    """Give the photos that are still to be looked through, as narrowed; without a folder, only where not."""
    left, (_, days) = still_to_look(sweep, kept), _sets(unit)
    if narrowed == Narrowed():
        return tuple(one.photo for one in left)
    return tuple(one.photo for one in left if one.set in days and narrowed.holds(days[one.set], one.set))


def _sets(unit: Unit) -> tuple[dict[PhotoSetId, PhotoSet], dict[PhotoSetId, date]]:
    """Give the folders, and by the school's clock on which days they came in."""
    school = unit.schools.get(unit.school)
    sets = {one.id: one for one in unit.photo_sets.all()}
    return sets, {one: school.local(folder.created_at).date() for one, folder in sets.items()}


def left_out_lines(unit: Unit, proven: Proven, sweep: Sweep) -> tuple[LeftOutLine, ...]:
    """Give what was settled without a look, as it is told."""
    return tuple(_left_out(unit, proven, sweep, one) for one in sweep.left_out)


def _left_out(unit: Unit, proven: Proven, sweep: Sweep, one: LeftOut) -> LeftOutLine:
    event = one.narrowed.event
    folder = None if event is None else unit.photo_sets.maybe(event)
    name = "" if folder is None else folder.event
    return LeftOutLine(one, len(sweep.unseen_of(one)), name, name_in(proven, one.by))


def matched_now(unit: Unit, desk: Desk, today: date) -> frozenset[StudentId]:
    """Give the children whose faces may be compared: decided on, consented to, and a pattern is there."""
    return frozenset(one.student for one in lawful(unit, desk, today))


def being_searched(proven: Proven, sweep: Sweep, now: datetime) -> bool:
    """Tell whether computers are at it still, or results wait; once all is searched, their file is gone.

    Results that nobody took in for so long were sealed to people who aren't here any more.
    """
    shelf = proven.unit.sweep_tasks
    mine = [one for one in shelf.all() if one.sweep == sweep.id and one.ends_at > now]
    if any(shelf.free_at(one.id, now) is not None for one in mine):
        return True
    newest = [one.sealed for one in sealed_searches(proven, sweep.id)][-1:]  # it holds what older ones left
    return any(one.task in shelf.waiting() and now < one.ends_at + _RESULTS_WAIT for one in newest)


def known_photos(sweep: Sweep, kept: Mapping[str, KeptPicture], photos: Iterable[PhotoId]) -> set[PhotoId]:
    """Give those of some photos that are still to be looked through."""
    left = {one.photo for one in still_to_look(sweep, kept)}
    return left & set(photos)
