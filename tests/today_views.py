"""Made-up views of Today for tests: one school, three accounts, and whatever a test adds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.cadence import Pace, Promise, cadence
from smadmin.domain.ids import AccountId, PersonId, PhotoSetId, PostId, SchoolId, SlotId
from smadmin.domain.people import Role
from smadmin.domain.plan import Slot
from smadmin.domain.posts import PostStage
from smadmin.domain.schools import School
from smadmin.domain.week import Planned, SlotStage, past_weeks
from smadmin.services.today.view import (
    AccountToday,
    Halfway,
    ListToday,
    PhotosToday,
    PostToday,
    TodayView,
    WeekToSign,
)

TODAY = date(2026, 11, 18)
"""A Wednesday."""
MONDAY = date(2026, 11, 16)
ME, SHE = PersonId("me"), PersonId("she")
SCHOOL = School(SchoolId("school"), "Lincoln Elementary", "America/Denver", "baltimore-city-md")


def account(name: str, platform: Platform = Platform.X, **changed: object) -> Account:
    made = Account(
        id=AccountId(f"account-{platform.value}"),
        school=SCHOOL.id,
        platform=platform,
        name=name,
        handle=platform.value,
        page="",
        stage=AccountStage.LIVE,
        principal=SHE,
        live_since=TODAY - timedelta(days=400),
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # a test names fields of the account


def account_today(
    one: Account, quiet: int, *, mine: bool = True, planned: Planned | None = None
) -> AccountToday:
    """Give an account whose last post was so many days ago."""
    posted = [TODAY - timedelta(days=quiet + 7 * week) for week in range(20)]
    live = one.live_since if one.stage is AccountStage.LIVE else None
    pace = None if live is None else Pace((Promise(14, 10),), live)
    judged = cadence(one.id, today=TODAY, pace=pace, posts=posted)
    weeks = past_weeks(one.id, today=TODAY, number=24, pace=pace, posted=posted)
    return AccountToday(one, judged, 14, weeks, ("Maya Ortega",), mine, planned)


def planned(
    topic: str,
    day: date,
    stage: SlotStage = SlotStage.PLANNED,
    platform: Platform = Platform.X,
    post: str | None = None,
) -> Planned:
    slot = Slot(SlotId(f"slot-{topic}"), SCHOOL.id, AccountId(f"account-{platform.value}"), day, topic)
    return Planned(slot, stage, None if post is None else PostId(post), None if post is None else ME)


def post(name: str, stage: PostStage, *, mine: bool = True, **changed: object) -> PostToday:
    made = PostToday(
        id=PostId(name),
        stage=stage,
        words=f"The words of {name}",
        author="Maya Ortega" if mine else "Daniel Reyes",
        mine=mine,
        looked=False,
        edited_at=datetime(2026, 11, 18, 15, 0, tzinfo=UTC),
        sentence="",
        accounts=(),
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # a test names fields of the post


def photos(*, to_decide: int = 0, second_mine: int = 0, second_others: int = 0) -> PhotosToday:
    return PhotosToday(PhotoSetId("set"), "the chess finals", to_decide, second_mine, second_others)


def halfway(*, mine: bool = True) -> Halfway:
    return Halfway(PostId("out"), "The words of out", "Lincoln on X", handed_out=True, mine=mine)


def view(*roles: Role, **changed: object) -> TodayView:
    """Give a calm day: everything on time and signed, for somebody with these roles."""
    made = TodayView(
        school=SCHOOL,
        today=TODAY,
        person=ME,
        roles=frozenset(roles),
        accounts=(account_today(account("Lincoln on X"), 2, mine=Role.ADMINISTRATOR in roles),),
        week=(planned("Book club", TODAY, SlotStage.PUBLISHED),),
        signed=True,
        to_sign=WeekToSign(MONDAY, 1, signed=True),
        plan_until=date(2026, 12, 13),
        posts=(),
        halfway=(),
        photos=(),
        students=ListToday(TODAY, too_old=False, empty=False),
        envelope_open=False,
        principal_in=True,
        second_in=True,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # a test names fields of the view
