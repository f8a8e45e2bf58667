"""The weekly page as the proven record has it."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.meetings import Meeting
from smadmin.domain.page_letters import page_letters
from smadmin.domain.people import Role
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.school_days import CalendarDays, DaysKind
from smadmin.domain.strategies import Strategy, Topic
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.weekly_page import WeeklyPage
from smadmin.services.calendars_out import CalendarsOut
from smadmin.services.excuses import Excuses
from smadmin.services.meetings import Meetings
from smadmin.services.strategies import Strategies
from smadmin.services.students.roster import Students
from smadmin.services.week import Weeks
from smadmin.services.week_paper import WeekPaper
from smadmin.services.weekly_page import Beside, WeeklyPages
from smadmin.services.yearly import YearlyConfirmations
from tests.road import WEEK, Road, make_road
from tests.spoken_road import signed, spoken_of


class NoTasks:
    """Log-ins of which nothing is due."""

    def brief(self, _by: object) -> tuple[()]:
        return ()


class Eyes:
    """Opens pictures, and remembers which bytes it was given."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []

    def preview(self, content: bytes, *, longest_px: int) -> Picture:
        self.seen.append(content)
        return Picture(1, 1, bytes(3))


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def eyes() -> Eyes:
    return Eyes()


@pytest.fixture
def pages(road: Road, eyes: Eyes) -> WeeklyPages:
    desk, proof = road.school.desk, road.proof
    beside = Beside(
        Weeks(desk, road.reader, proof),
        Meetings(desk, proof),
        YearlyConfirmations(desk, proof),
        NoTasks(),  # type: ignore[arg-type]  # all that is asked of it
    )
    return WeeklyPages(desk, road.reader, proof, beside=beside, media=road.media, pictures=eyes)  # type: ignore[arg-type]  # it previews alone


def said(page: WeeklyPage) -> list[str]:
    return [one.id for one in page.decisions.shown]


def test_it_tells_the_week_its_signature_and_the_records_end(road: Road, pages: WeeklyPages) -> None:
    page = pages.page(road.by("pat"))

    with road.school.desk.look() as unit:
        assert page.head == unit.record.head()
    assert (page.monday, [one.planned.slot.topic for one in page.posts]) == (WEEK, ["Book fair"] * 2)
    assert page.signed is not None
    assert page.signed[0] == "Pat Winters"


def test_what_was_released_since_stands_there_with_the_authors_computer_counted(
    road: Road, pages: WeeklyPages
) -> None:
    road.released(by="bo")

    (released,) = pages.page(road.by("pat")).released

    assert (released.by, released.mandate, released.accounts) == ("Bo Lindqvist", "week", ("@lincoln_es",))
    assert released.same_computer, "one computer, two passphrases"


def test_a_picture_stands_there_only_once_everybody_looked(
    road: Road, pages: WeeklyPages, eyes: Eyes
) -> None:
    pat, ana = road.by("pat"), road.by("ana")
    draft = road.draft()
    road.posts.attach(ana, draft, road.photo(second=None), alt="A tower")
    road.posts.submit(ana, draft.id)
    waiting = pages.page(pat)
    assert [one.picture for one in waiting.posts] == [None, None]
    assert pages.small(pat, waiting, longest_px=100) == {}

    with road.school.desk.look(pat) as unit:
        photo = unit.posts.get(draft.id).content.pictures[0].photo
    road.looks.finish(road.by("bo"), photo, other_things_fine=True)
    page = pages.page(pat)

    assert [one.picture is not None for one in page.posts] == [True, False]
    assert list(pages.small(pat, page, longest_px=100).values()) == [Picture(1, 1, bytes(3))]
    assert eyes.seen == [road.pixels[0]], "the covered file, never the original"


def test_a_child_who_came_on_the_list_since_takes_the_picture_away(road: Road, pages: WeeklyPages) -> None:
    road.released(photo=True)
    assert any(one.picture for one in pages.page(road.by("pat")).posts)

    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.PHOTOS})))

    assert not any(one.picture for one in pages.page(road.by("pat")).posts)


@pytest.mark.demand("BAL-B1e3")
def test_minutes_promised_and_used_stand_there(road: Road, pages: WeeklyPages) -> None:
    strategies = Strategies(road.school.desk, road.proof)
    strategy = Strategy("News", "Families", (Topic("Book fair"),), road.school.people["ana"], 40, ())
    strategies.write(road.by("ana"), road.x, strategy)
    road.draft()
    road.school.clock.forward(minutes=7)
    road.submitted(text="Bring a book, take a book.")

    minutes = pages.page(road.by("pat")).minutes

    assert (minutes.promised, minutes.accounts, minutes.without) == (40, 1, 1)
    assert minutes.used == (("Ana Brooks", 7),)


def test_admissions_and_changes_since_are_told(road: Road, pages: WeeklyPages) -> None:
    road.school.clock.forward(days=10)
    road.school.admit("eve", "Eve Novak", {Role.REVIEWER}, by="pat")
    road.plan.add(road.by("ana"), road.x, date(2026, 11, 27), "Chess club")

    page = pages.page(road.by("pat"))

    assert page.admitted == (("Eve Novak", date(2026, 11, 26)),)
    assert [(one.id, one.values["n"]) for one in page.changes] == [("weekly.changed-planned", 1)]


def test_the_most_urgent_decisions_stand_first_and_seven_at_most(road: Road, pages: WeeklyPages) -> None:
    Meetings(road.school.desk, road.proof).set(road.by("ana"), Meeting(date(2026, 11, 17), time(9)))
    road.school.clock.forward(days=35)
    for number in range(9):
        road.submitted(text=f"The book fair opens at {number}.")

    page = pages.page(road.by("pat"))

    assert said(page) == ["weekly.decide-silent"] * 2 + ["weekly.decide-release"] * 5
    assert page.decisions.more == 6


def test_overdue_accounts_are_to_be_decided_and_stand_after_silent_ones(
    road: Road, pages: WeeklyPages
) -> None:
    due = max(one.cadence.due_on or WEEK for one in pages.page(road.by("pat")).accounts)
    road.school.clock.forward(days=max(0, (due - WEEK).days) + 1)

    page = pages.page(road.by("pat"))

    assert {one.cadence.stage for one in page.accounts} == {CadenceStage.OVERDUE}
    assert said(page)[:2] == ["weekly.decide-overdue"] * 2
    assert "weekly.decide-gap" not in said(page)
    assert page.decisions.shown[0].values["day"] == page.accounts[0].cadence.due_on


def test_a_week_that_was_signed_on_paper_is_to_be_countersigned(road: Road, pages: WeeklyPages) -> None:
    road.plan.add(road.by("ana"), road.x, date(2026, 11, 25), "Chess club")
    with road.school.desk.look() as unit:
        head = unit.record.head()
    monday = date(2026, 11, 23)
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, page_letters(head.letters, monday))
    paper = WeekPaper(road.school.desk, road.proof)
    paper.enter(road.by("bo"), monday, given, road.media.seal(b"a scan", "image/png"))

    assert said(pages.page(road.by("pat")))[0] == "weekly.owed"
    paper.countersign(road.by("pat"), monday)
    assert "weekly.owed" not in said(pages.page(road.by("pat")))


def test_a_yes_by_phone_is_to_be_countersigned(road: Road, pages: WeeklyPages) -> None:
    yeses = spoken_of(road)
    post = signed(road, yeses)

    assert said(pages.page(road.by("ana")))[0] == "weekly.decide-yeses"
    yeses.countersign(road.by("pat"), post)
    assert "weekly.decide-yeses" not in said(pages.page(road.by("ana")))


def test_holidays_and_snow_days_of_the_week_stand_there(road: Road, pages: WeeklyPages) -> None:
    monday = date(2026, 11, 23)
    with road.school.desk.deed(road.by("pat")) as deed:
        closed = CalendarDays("1", road.school.id, DaysKind.SNOW, monday, monday, "Ice")
        deed.unit.calendar_days.add(closed)
        deed.record(Act.ADD, Noun.SCHOOL_DAYS, "1", parts={"days": closed.form.to_plain()})

    days = pages.page(road.by("pat"), monday).days

    assert days[monday] == (DaysKind.SNOW, "Ice")
    assert days[date(2026, 11, 26)][0] is DaysKind.HOLIDAY, "Thanksgiving"
    assert all(monday <= day < date(2026, 11, 30) for day in days)


def test_the_plan_for_calendars_and_the_page_name_the_same_posts(road: Road, pages: WeeklyPages) -> None:
    file = CalendarsOut(road.school.desk, road.proof).posts(road.by("pat"))

    assert all(f"UID:{one.id}@smadmin" in file for one in pages.page(road.by("pat")).posts)


def test_an_excused_account_has_its_reason_on_the_page(road: Road, pages: WeeklyPages) -> None:
    until = road.school.clock.now().date() + timedelta(days=10)
    Excuses(road.school.desk, road.proof).excuse(road.by("pat"), road.x, until=until, why="Coach on leave")

    (told,) = (one for one in pages.page(road.by("pat")).accounts if one.account.id == road.x)

    assert (told.cadence.excused_until, told.why) == (until, "Coach on leave")


def test_what_came_after_the_signature_is_to_be_decided(road: Road, pages: WeeklyPages) -> None:
    assert "weekly.decide-later" not in said(pages.page(road.by("pat"), WEEK))

    road.plan.add(road.by("ana"), road.x, WEEK + timedelta(days=4), "Friday sports")

    page = pages.page(road.by("pat"), WEEK)
    assert [one.values["topic"] for one in page.decisions.shown if one.id == "weekly.decide-later"] == [
        "Friday sports"
    ]
