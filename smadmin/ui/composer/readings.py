"""What the screen reads of the office. All of it runs on the store's thread, never on the window's.

Each function gives plain values; nothing here changes anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.approvals import release_blockers
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.plan import Slot, monday_of
from smadmin.domain.platforms import Count, PlatformFacts
from smadmin.domain.policy.findings import Finding
from smadmin.domain.policy.packs import Pack
from smadmin.domain.posts import WRITABLE, Content, Draft, PostStage
from smadmin.services.drafting import Alike
from smadmin.services.office import Office
from smadmin.services.questions import QuestionSheet
from smadmin.ui.composer.closed import NONE_LIVE, Closed, closed_for
from smadmin.ui.composer.counters import counts_of
from smadmin.ui.videos.model import named

_ONCE_WRITTEN = tuple(PostStage)
_WRITTEN_FOR = frozenset({AccountStage.LIVE, AccountStage.ON_HOLD})
"""What is only asked for or being set up has no readers yet, and what is closed never has any again."""

_PHOTO_SETS = 6
"""So many recent folders are offered when photos are chosen."""


@dataclass(frozen=True)
class Grounds:
    """What composing stands on, read when the screen is opened.

    Args:
        accounts: those this person may post for, once they are live.
        drafts: this person's posts that aren't out yet, newest edit first.
        last: the accounts of the post that was written last.
        slots: this week's and next week's planned posts from today on that aren't out yet.
        closed: why this person can't write at all; None where they can.
        others: accounts of their drafts that can only be taken away: closed, or they aren't named any more.
    """

    pack: Pack
    person: PersonId
    accounts: tuple[Account, ...]
    drafts: tuple[Draft, ...]
    last: tuple[AccountId, ...]
    slots: tuple[Slot, ...]
    platforms: Mapping[Platform, PlatformFacts]
    closed: Closed | None = None
    others: tuple[Account, ...] = ()

    @property
    def order(self) -> tuple[AccountId, ...]:
        """The accounts' ids in the register's order, those to be taken away last."""
        return tuple(account.id for account in (*self.accounts, *self.others))

    def chosen(self, content: Content) -> tuple[Account, ...]:
        """Give the accounts of a content."""
        return tuple(one for one in (*self.accounts, *self.others) if one.id in content.accounts)

    def offered(self, chosen: tuple[AccountId, ...]) -> tuple[Account, ...]:
        """Give what can be pressed: one's own accounts, and those that may only leave the draft."""
        return (*self.accounts, *(one for one in self.others if one.id in chosen))

    def writable(self) -> tuple[Draft, ...]:
        """Give the drafts that can be written on."""
        return tuple(draft for draft in self.drafts if draft.stage in WRITABLE)

    def first_accounts(self) -> tuple[AccountId, ...]:
        """Give the accounts that a new draft begins with: the only one there is, else none.

        Never those of the last post: whoever presses an account to choose it would unchoose it.
        """
        return tuple(one.id for one in self.accounts) if len(self.accounts) == 1 else ()

    def last_accounts(self) -> tuple[Account, ...]:
        """Give the accounts of the post that was written last, as one press offers them."""
        return tuple(account for account in self.accounts if account.id in self.last)

    def slots_for(self, accounts: tuple[AccountId, ...]) -> tuple[Slot, ...]:
        """Give the planned posts of these accounts, the next one first; of one occasion only one.

        Also what only some of them have planned: the post is then for that account's planned post, and goes
        out on the others beside the plan.
        """
        mine = [slot for slot in self.slots if slot.account in accounts]
        once = {(slot.day, slot.topic): slot for slot in reversed(mine)}
        return tuple(sorted(once.values(), key=lambda slot: (slot.day, slot.topic)))

    def _having(self, topic: str, accounts: tuple[AccountId, ...]) -> tuple[AccountId, ...]:
        """Give those of these accounts that have a topic planned."""
        planned = {slot.account for slot in self.slots if slot.topic == topic}
        return tuple(one for one in accounts if one in planned)

    def next_planned(self, accounts: tuple[AccountId, ...]) -> tuple[Slot | None, tuple[Account, ...]]:
        """Give the next planned post of these accounts; where none is chosen, with those it is for."""
        if accounts:
            found = self.slots_for(accounts)
            shared = (one for one in found if len(self._having(one.topic, accounts)) == len(accounts))
            return next(shared, next(iter(found), None)), ()
        mine = [slot for slot in self.slots if slot.account in {one.id for one in self.accounts}]
        first = min(
            mine, key=lambda slot: (slot.day, slot.topic, self.order.index(slot.account)), default=None
        )
        return first, self.accounts_of(None if first is None else first.id)

    def accounts_of(self, slot: SlotId | None) -> tuple[Account, ...]:
        """Give the accounts that have planned the same: one topic on one day."""
        same = {(one.day, one.topic) for one in self.slots if one.id == slot}
        where = {one.account for one in self.slots if (one.day, one.topic) in same}
        return tuple(account for account in self.accounts if account.id in where)

    def still_for(self, slot: SlotId | None, accounts: tuple[AccountId, ...]) -> SlotId | None:
        """Give the planned post of the same topic and day for these accounts; None where none of them has it.

        An account more takes nothing away: the release judges every account by itself. A planned post that
        isn't ahead any more stays as it is, and none is ever chosen unasked: who may release depends on it.
        """
        mine = [(one.day, one.topic) for one in self.slots if one.id == slot]
        if slot is not None and not mine:
            return slot if accounts else None
        return next((one.id for one in self.slots_for(accounts) if (one.day, one.topic) in mine), None)

    def partly_planned(self, accounts: tuple[AccountId, ...], chosen: SlotId | None) -> Message | None:
        """Say that the chosen planned post, or the next one, is planned for some of these accounts only.

        The signed week doesn't cover the others, so nobody but the principal or the deputy releases it. Where
        none is chosen, nobody knows whether the next one is meant, so it is said with an *if*.
        """
        found = self.slots_for(accounts)
        slot = next((one for one in found if one.id == chosen), None)
        if slot is None and chosen is None:
            slot = self.next_planned(accounts)[0] if accounts else None
        having = () if slot is None else self._having(slot.topic, accounts)
        if slot is None or len(having) == len(accounts):
            return None
        names = tuple(say("compose.name", name=one.label) for one in self.accounts if one.id in having)
        if chosen is None:
            return say("compose.next-for-some", topic=slot.topic, accounts=names)
        return say("compose.planned-for-some", topic=slot.topic, accounts=names)


@dataclass(frozen=True)
class Reading:
    """What was found in a content: findings and lengths per account, and its photos as they stand."""

    content: Content
    findings: Mapping[AccountId, tuple[Finding, ...]] = field(default_factory=dict)
    counts: Mapping[AccountId, Count] = field(default_factory=dict)
    photos: Mapping[PhotoId, Photo] = field(default_factory=dict)
    video: Message | None = None


NOTHING_READ = Reading(Content())


@dataclass(frozen=True)
class Readiness:
    """Whether a saved draft can be handed in, and whether its author may release it alone.

    Args:
        alike: posts of the last days that say nearly the same.
        named: accounts and schools of ours that the text names and that it doesn't go to.
        asked: what the principal was asked about it, oldest first.
        askable: whether there is somebody to ask.
    """

    post: PostId | None = None
    version: int = 0
    blockers: tuple[Reason, ...] = ()
    alone: bool = False
    alike: tuple[Alike, ...] = ()
    named: tuple[str, ...] = ()
    asked: tuple[QuestionSheet, ...] = ()
    askable: bool = False


def read_grounds(office: Office, by: Actor) -> Grounds:
    """Read what composing stands on."""
    person = by.person or PersonId("")
    today = office.school.local(office.desk.now).date()
    mine = [draft for draft in office.posts.at_stage(by, *_ONCE_WRITTEN) if draft.author == person]
    last = next((draft.content.accounts for draft in mine if draft.content.accounts), ())
    designated, drafts = office.posts.may_post(by), office.posts.mine(by)
    accounts = tuple(one for one in designated if one.stage in _WRITTEN_FOR)
    begun = {one for draft in drafts if draft.stage in WRITABLE for one in draft.content.accounts}
    left = begun - {one.id for one in accounts}
    return Grounds(
        pack=office.pack,
        person=person,
        accounts=accounts,
        drafts=drafts,
        last=last,
        slots=office.weeks.waiting(by, monday_of(today) + timedelta(days=13)),
        platforms=office.policy.platforms,
        closed=_closed(office, by, designated, drafts),
        others=tuple(one for one in office.accounts.all() if one.id in left),
    )


def _closed(
    office: Office, by: Actor, designated: tuple[Account, ...], drafts: tuple[Draft, ...]
) -> Closed | None:
    """Say why somebody can't write at all; what is begun already can be written on."""
    if any(one.stage is AccountStage.LIVE for one in designated) or any(d.stage in WRITABLE for d in drafts):
        return None
    if designated:
        return NONE_LIVE
    sitters = office.session.sitters()
    roles = next((one.roles for one in sitters if one.person == by.person), frozenset[Role]())
    return closed_for(
        registered=bool(office.accounts.all()),
        writers=tuple(one.name for one in sitters if office.posts.writes(one.person)),
        names_others=bool(roles & OFFICE),
    )


def read_content(office: Office, by: Actor, content: Content, accounts: tuple[Account, ...]) -> Reading:
    """Read what is being typed: findings, lengths, photos."""
    counts = counts_of(content, accounts, office.policy.platforms)
    findings, photos = office.posts.findings(by, content), photos_of(office, by, content)
    return Reading(content, findings, counts, photos, video=video_name(office, by, content))


def read_readiness(office: Office, by: Actor, draft: Draft) -> Readiness:
    """Read whether a draft, as it was saved, can be handed in, and released by its author alone."""
    blockers = office.posts.submit_blockers(by, draft.id)
    alone = not blockers and not release_blockers(office.approvals.case(by, draft.id))
    alike = office.drafting.alike(by, draft.content, draft.id)
    named = office.drafting.others_named(by, draft.content)
    asked, askable = office.questions.about(by, draft.id), office.questions.anybody(by)
    return Readiness(draft.id, draft.version, blockers, alone, alike, named, asked, askable)


def read_photo_sets(office: Office, by: Actor) -> tuple[tuple[PhotoSet, tuple[Photo, ...]], ...]:
    """Read the recent folders with the photos that can go under a post: picked, or looked at already."""
    found = []
    for photo_set in office.review.sets(by)[:_PHOTO_SETS]:
        view = office.review.set(by, photo_set.id)
        usable = tuple(one for one in view.photos if one.error is None and (one.picked or one.first))
        if usable:
            found.append((photo_set, usable))
    return tuple(found)


def video_name(office: Office, by: Actor, content: Content) -> Message | None:
    """Name the post's video; None where it has none."""
    return None if content.video is None else named(office.video_watching.view(by, content.video).video)


def photos_of(office: Office, by: Actor, content: Content) -> dict[PhotoId, Photo]:
    """Read the photos of a content; one that is removed since is missing."""
    photos = {}
    for picture in content.pictures:
        try:
            photos[picture.photo] = office.review.photo(by, picture.photo).photo
        except KnownError:  # removed since; `submit_blockers` says so
            continue
    return photos
