"""The weekly page in words: short, whole, and harmless wherever its words came from."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.cadence import Cadence, CadenceStage
from smadmin.domain.ids import AccountId, MediaId, SchoolId, SlotId
from smadmin.domain.messages import say
from smadmin.domain.page_letters import week_letters
from smadmin.domain.plan import Slot
from smadmin.domain.records import Head
from smadmin.domain.school_days import DaysKind
from smadmin.domain.schools import School
from smadmin.domain.week import Planned, SlotStage
from smadmin.domain.weekly_page import (
    Decision,
    Decisions,
    FromPaper,
    Minutes,
    PageAccount,
    PagePost,
    PageRelease,
    Urgency,
    WeeklyPage,
)
from smadmin.language.catalogue import Catalogue
from smadmin.ui.plan.weekly import MOST_LINES, weekly_model
from smadmin.ui.plan.weekly_html import data_source, weekly_html
from smadmin.ui.wording import Wording

MONDAY, TODAY = date(2026, 11, 16), date(2026, 11, 13)
SCHOOL = School(SchoolId("s"), "Lincoln Elementary", "America/Denver", "baltimore-city-md")
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 3
FOUR_MINUTES = 900
"""Words; a grown-up reads some 240 a minute."""


@cache
def words(language: str) -> Wording:
    return Wording(Catalogue.load(language))


def empty() -> WeeklyPage:
    return WeeklyPage(SCHOOL, TODAY, MONDAY, date(2026, 11, 6), Head(65, bytes(32)))


def account(number: int, name: str, stage: CadenceStage) -> PageAccount:
    id_ = AccountId(str(number))
    known = Account(id_, SCHOOL.id, Platform.X, name, f"account_{number}", "", stage=AccountStage.LIVE)
    return PageAccount(known, Cadence(id_, stage, 30, None, None))


def post(number: int, topic: str, picture: MediaId | None = None) -> PagePost:
    slot = Slot(SlotId(str(number)), SCHOOL.id, AccountId("0"), MONDAY, topic)
    return PagePost(Planned(slot, SlotStage.RELEASED), "@lincoln", picture=picture)


def full(name: str = "Chess club") -> WeeklyPage:
    """Forty accounts, all silent, a post on each, and as much of everything."""
    release = PageRelease(name, ("@lincoln",), name, TODAY, ReleaseBy.WEEK, same_computer=True, overridden=2)
    every = [Decision(Urgency.SILENT, say("weekly.decide-silent", account=name, n=30)) for _ in range(40)]
    return replace(
        empty(),
        posts=tuple(post(number, name) for number in range(40)),
        accounts=tuple(account(number, name, CadenceStage.SILENT) for number in range(40)),
        released=(release,) * 60,
        waiting=((name, name),) * 30,
        log_ins=tuple(say("weekly.log-in-due", account=name, day=TODAY) for _ in range(40)),
        seated=tuple(say("planui.seated", name=name, day=TODAY) for _ in range(40)),
        admitted=((name, TODAY),) * 12,
        minutes=Minutes(400, 38, 2, ((name, 90),) * 3),
        changes=(say("weekly.changed-planned", n=60),),
        decisions=Decisions.of(every),
        meeting=datetime(2026, 11, 17, 15, 30, tzinfo=UTC),
    )


def text_of(html: str) -> str:
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)


def html_of(page: WeeklyPage, language: str = "en", pictures: dict[MediaId, bytes] | None = None) -> str:
    sources = {one: data_source(png) for one, png in (pictures or {}).items()}
    return weekly_html(weekly_model(page), words(language), sources, alt="covered")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", [empty(), full()], ids=["nothing", "forty accounts"])
def test_it_reads_in_four_minutes(page: WeeklyPage, language: str) -> None:
    assert len(text_of(html_of(page, language)).split()) <= FOUR_MINUTES


def test_an_empty_week_has_no_empty_headings() -> None:
    model = weekly_model(empty())

    assert [one.title.id for one in model.parts] == ["weekly.decisions", "weekly.posts"]
    assert all(one.lines for one in model.parts)


def test_seven_decisions_stand_there_and_the_rest_is_counted() -> None:
    (decisions, *_rest) = weekly_model(full()).parts

    assert len(decisions.lines) == 8
    assert decisions.lines[-1].said == say("weekly.more-on-today", n=33)


def test_forty_silent_accounts_are_cut_and_counted() -> None:
    accounts = next(one for one in weekly_model(full()).parts if one.title.id == "weekly.accounts")

    assert len(accounts.lines) == MOST_LINES + 1
    assert accounts.lines[-1].said == say("weekly.and-more", n=40 - MOST_LINES)


def test_whatever_something_is_called_stays_text() -> None:
    html = html_of(full('<script>alert("x")</script>'))

    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_picture_stands_in_the_page_once_and_nothing_is_fetched() -> None:
    picture = MediaId("m")
    page = replace(empty(), posts=(post(1, "Fair", picture), post(2, "Fair", picture)))

    html = html_of(page, pictures={picture: b"a png"})

    assert html.count("<img") == 1
    assert re.findall(r'(?:src|href)="([^"]{0,16})', html) == ["data:image/png;b"]


def test_a_holiday_stands_on_its_day_and_a_break_has_one_line() -> None:
    friday, off = MONDAY + timedelta(days=4), (DaysKind.BREAK, "Fall break")
    days = {MONDAY + timedelta(days=n): off for n in (1, 2)} | {friday: (DaysKind.HOLIDAY, "")}
    page = replace(empty(), posts=(post(1, "Fair"),), days=days)

    lines = next(one for one in weekly_model(page).parts if one.title.id == "weekly.posts").lines

    assert [(words("en").optional(one.before), words("en")(one.said)) for one in lines[1:]] == [
        ("Mon", words("en")(lines[1].said)),
        ("Tue", "Break: Fall break, until Wednesday"),
        ("Fri", "Holiday"),
    ]


def test_struck_and_late_posts_say_so_and_the_records_end_stands_below() -> None:
    signed = ("Pat Winters", datetime(2026, 11, 13, tzinfo=UTC))
    posts = (replace(post(1, "Fair"), struck=True), replace(post(2, "Chess"), unsigned=True))

    model = weekly_model(replace(empty(), posts=posts, signed=signed))

    said = [line.said.id for part in model.parts for line in part.lines]
    assert said[-3:] == ["weekly.signed", "weekly.post-struck", "weekly.post-unsigned"]
    week = week_letters("0" * 16, empty().monday)
    assert model.foot[0] == say("weekly.head", n=65, letters="0000-0000-0000-0000", week=week)


def test_a_signature_that_somebody_entered_from_paper_says_so_on_the_page() -> None:
    signed = ("Pat Winters", datetime(2026, 11, 13, tzinfo=UTC))
    papers = [FromPaper("Bo Lindqvist", date(2026, 11, 12), owed) for owed in (True, False)]

    pages = [weekly_model(replace(empty(), signed=signed, paper=one)) for one in papers]

    said = [line.said for page in pages for part in page.parts for line in part.lines]
    told = [one for one in said if one.id.startswith("weekly.signed")]
    assert [one.id for one in told] == ["weekly.signed-paper-owed", "weekly.signed-paper"]
    assert {one.values["by"] for one in told} == {"Bo Lindqvist"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_enters_a_page_is_asked_in_the_words_that_stand_on_it(language: str) -> None:
    foot = " ".join(words(language)(one) for one in weekly_model(empty()).foot).casefold()

    for asked in ("weekly.end-number", "weekly.end-letters"):
        assert words(language).say(asked).casefold() in foot
