"""What Today shows of the store, as plain values of one moment; who has to do what follows from them.

Nothing here is proven. Whether a post may go out is judged elsewhere, from the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.addresses import AddressDue
from smadmin.domain.cadence import Cadence
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PhotoSetId, PostId, SlotId
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.posts import PostStage
from smadmin.domain.schools import School
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.week import PastWeek, Planned
from smadmin.services.off_plan import OffPlan


@dataclass(frozen=True)
class AccountToday:
    """An account: how long it has been quiet, its last weeks, who writes for it, what is planned next."""

    account: Account
    cadence: Cadence
    days: int
    weeks: tuple[PastWeek, ...]
    writers: tuple[str, ...]
    mine: bool
    next: Planned | None


@dataclass(frozen=True)
class PostToday:
    """A post that isn't out.

    Args:
        words: its first ones.
        looked: whether I took a first look for it.
        releasers: who may release it, at first sight: fewer where a block was let stand.
        late: its photos that were searched before a child came on the list.
        film_late: whether its video was.
        run_out: whether its release is over, or was given under another policy.
    """

    id: PostId
    stage: PostStage
    words: str
    author: str
    mine: bool
    looked: bool
    edited_at: datetime
    sentence: str
    accounts: tuple[AccountId, ...]
    releasers: frozenset[Role] = OFFICE | {Role.ADMINISTRATOR, Role.REVIEWER}
    late: tuple[PhotoId, ...] = ()
    film_late: bool = False
    run_out: bool = False

    @property
    def look_at(self) -> tuple[str, str] | None:
        """The screen and what on it somebody must look at once more; None where that is nothing."""
        if self.late:
            return "photos", self.late[0]
        return ("approvals", self.id) if self.film_late else None


@dataclass(frozen=True)
class PhotosToday:
    """A folder of photos in which something waits.

    Args:
        to_decide: picked photos that nobody finished looking at.
        second_mine: those that wait for the second look of somebody else, because I took the first.
        second_others: those whose second look I can take.
    """

    set: PhotoSetId
    event: str
    to_decide: int
    second_mine: int
    second_others: int


@dataclass(frozen=True)
class Halfway:
    """A publication that was begun and neither confirmed nor given up."""

    post: PostId
    words: str
    account: str
    handed_out: bool
    mine: bool
    sending: bool = False  # by the program itself
    queued_at: datetime | None = None  # it goes out by itself then, UTC
    missed: bool = False  # and didn't
    kept: bool = False  # its address, until somebody can look whose post it is
    trouble: str = ""  # what the platform answered; the value of a `Trouble`
    platform: str = ""
    due: AddressDue = AddressDue.LATER  # how urgent its address is
    since: date | None = None  # the school's day on which it was handed out


@dataclass(frozen=True)
class HiddenPost:
    """A post that is out, and that no visitor could see when it was read back."""

    post: PostId
    words: str
    account: str
    mine: bool


@dataclass(frozen=True)
class ListToday:
    """The list of children: the day of the oldest check (None: never), whether that is too long ago."""

    checked_on: date | None
    too_old: bool
    empty: bool


@dataclass(frozen=True)
class WeekToSign:
    """The week whose plan is to be signed now: its Monday, how many posts it has, whether it is signed."""

    monday: date
    posts: int
    signed: bool


@dataclass(frozen=True)
class TodayView:
    """Everything that Today shows of the store, as one moment had it.

    Args:
        week: this week's slots, by day.
        off_plan: what went out this week for none of them.
        signed: whether the record has a signature for this week.
        owed: whether it was entered from paper and its countersignature is due.
        struck: which of this week's slots whoever signed left out.
        hidden: what is out lately and no visitor saw.
        stopped: whether everything is on hold, by the rows as they lie.
        to_sign: the week whose signature is due: this one, from Friday on the next.
        plan_until: the last day on which the last signed plan goes on; None where none does.
        envelope_open: whether the school's recovery letter still waits to be read back.
        principal_in: whether the school has a principal today.
        second_in: whether two people share its daily work, so that each can look at the other's photos.
        hushed: the checks that only hint, because people kept letting them stand.
    """

    school: School
    today: date
    person: PersonId | None
    roles: frozenset[Role]
    accounts: tuple[AccountToday, ...]
    week: tuple[Planned, ...]
    signed: bool
    to_sign: WeekToSign
    plan_until: date | None
    posts: tuple[PostToday, ...]
    halfway: tuple[Halfway, ...]
    photos: tuple[PhotosToday, ...]
    students: ListToday
    envelope_open: bool
    principal_in: bool
    second_in: bool
    off_plan: tuple[OffPlan, ...] = ()
    hushed: tuple[str, ...] = ()
    owed: bool = False
    struck: frozenset[SlotId] = frozenset()
    hidden: tuple[HiddenPost, ...] = ()
    stopped: bool = False

    @property
    def office(self) -> bool:
        """Tell whether this person is principal or deputy today."""
        return bool(self.roles & OFFICE)

    @property
    def writes(self) -> bool:
        """Tell whether this person writes for any account."""
        return any(one.mine for one in self.accounts)

    @property
    def all_on_hold(self) -> bool:
        """Tell whether nothing goes out at all, because every account that was live is on hold."""
        stages = {one.account.stage for one in self.accounts}
        return AccountStage.ON_HOLD in stages and AccountStage.LIVE not in stages

    @property
    def to_release(self) -> tuple[PostToday, ...]:
        """The posts that wait for a release which isn't barred to this person at first sight."""
        return tuple(
            post
            for post in self.posts
            if self.roles & post.releasers
            and post.stage is PostStage.SUBMITTED
            and not post.mine
            and not post.looked
        )

    @property
    def to_publish(self) -> tuple[PostToday, ...]:
        """The released posts that nobody has begun to hand out and that can still go out.

        Not where all its accounts are on hold: that stands on Today by itself, with who lets them go on.
        """
        held = {one.account.id for one in self.accounts if one.account.stage is AccountStage.ON_HOLD}
        stopped = {one.id for one in self._lying if one.accounts and held >= {*one.accounts}}
        return tuple(post for post in self._lying if not post.run_out and post.id not in stopped)

    @property
    def to_release_anew(self) -> tuple[PostToday, ...]:
        """The released posts that nobody has begun to hand out and that can't go out by that release."""
        return tuple(post for post in self._lying if post.run_out)

    @property
    def _lying(self) -> tuple[PostToday, ...]:
        begun = {one.post for one in self.halfway}
        return tuple(p for p in self.posts if p.stage is PostStage.RELEASED and p.id not in begun)

    @property
    def to_look_again(self) -> tuple[PostToday, ...]:
        """The posts under way whose photos or video must be looked at once more before they can go out."""
        return tuple(post for post in self.posts if post.look_at)

    @property
    def waiting(self) -> Mapping[str, int]:
        """How many things wait on each screen but Today, whose cards have many sources; for the side bar."""
        mine = [post for post in self.posts if post.mine and post.stage is PostStage.SENT_BACK]
        second = sum(one.second_others + (one.second_mine if self.writes else 0) for one in self.photos)
        decide = sum(one.to_decide for one in self.photos) if self.writes else 0
        return {
            "compose": len(mine),
            "photos": decide + second,
            "approvals": len(self.to_release) + (len(self._lying) if self.writes else 0),
            "plan": int(self.office and not self.to_sign.signed and self.to_sign.posts > 0),
            "students": int(self.students.too_old and not self.students.empty and bool(self._lists)),
        }

    @property
    def _lists(self) -> frozenset[Role]:
        return self.roles & (ROSTER_ROLES - OFFICE)
