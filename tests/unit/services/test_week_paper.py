"""A week that was signed on paper is entered by another employee, and countersigned."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.keys import TrustAct
from smadmin.domain.media import MediaFile
from smadmin.domain.page_letters import page_letters
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.week_paper import WeekPaper
from tests.road import WEEK, Road, make_road
from tests.unit.services.test_leavers_word import leaving

THURSDAY = date(2026, 11, 19)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def paper(road: Road) -> WeekPaper:
    return WeekPaper(road.school.desk, road.proof)


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def printed(road: Road, **changes: object) -> GivenWeek:
    """Give what a page says that is printed now and signed by Pat."""
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, page_letters(head.letters, WEEK))
    return replace(given, **changes)  # type: ignore[arg-type]  # what a test changes


def scan(road: Road, by: Actor) -> MediaFile:
    return road.media.seal(b"a scan", "image/png")


def deputy(road: Road, *, ends: date | None) -> None:
    """Make Cem deputy from today on."""
    cem = road.school.people["cem"]
    grant = Grant(road.school.desk.ids.new(), cem, Role.DEPUTY, WEEK, None, ends)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, cem, {"grant": grant.to_plain()})


def test_a_page_is_entered_by_another_and_countersigned(road: Road, paper: WeekPaper) -> None:
    bo, given = road.by("bo"), printed(road)

    paper.enter(bo, WEEK, given, scan(road, bo))

    plan = road.plan_in_force(bo, WEEK)
    assert plan is not None
    assert plan.signed_by == road.school.people["pat"]
    assert plan.owed
    road.released(by="bo")
    assert road.plan_in_force(bo, WEEK + timedelta(days=7)) is None, "it doesn't go on uncountersigned"
    assert [one.plan.monday for one in paper.owed(road.by("pat"))] == [WEEK]
    paper.countersign(road.by("pat"), WEEK)
    after = road.plan_in_force(bo, WEEK + timedelta(days=7))
    assert after is not None
    assert not after.owed
    assert paper.owed(road.by("pat")) == ()


def test_who_planned_or_signed_doesnt_enter_it(road: Road, paper: WeekPaper) -> None:
    for name in ("ana", "pat"):
        by = road.by(name)
        with pytest.raises(NotAllowed) as refused:
            paper.enter(by, WEEK, printed(road), scan(road, by))
        assert ids(refused) == ["weeksign.other-enters"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"letters": "0" * 16}, "weeksign.letters-wrong"),
        ({"seq": 9_999}, "weeksign.letters-wrong"),
        ({"day": THURSDAY}, "weeksign.day-ahead"),
        ({"how": "telepathy"}, "weeksign.how-missing"),
    ],
)
def test_a_page_says_what_it_must(road: Road, paper: WeekPaper, changes: dict[str, object], why: str) -> None:
    bo = road.by("bo")

    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, WEEK, printed(road, **changes), scan(road, bo))

    assert why in ids(refused)


def test_a_page_holds_for_the_plan_it_was_printed_with(road: Road, paper: WeekPaper) -> None:
    bo, given = road.by("bo"), printed(road)
    road.plan.add(road.by("ana"), road.x, THURSDAY, "Raffle")

    with pytest.raises(NotAllowed) as changed:
        paper.enter(bo, WEEK, given, scan(road, bo))
    with pytest.raises(NotAllowed) as bare:
        paper.enter(bo, WEEK, printed(road), None)
    with pytest.raises(NotAllowed) as no_principal:
        paper.enter(bo, WEEK, printed(road, said_by=road.school.people["cem"]), scan(road, bo))

    assert ids(changed) == ["weeksign.changed-since-page"]
    assert ids(bare) == ["weeksign.scan-missing"]
    assert ids(no_principal) == ["weeksign.not-office"]


def test_an_administrators_countersignature_is_none(road: Road, paper: WeekPaper) -> None:
    bo = road.by("bo")
    paper.enter(bo, WEEK, printed(road), scan(road, bo))

    with pytest.raises(NotAllowed):
        paper.countersign(road.by("ana"), WEEK)
    with pytest.raises(NotAllowed), road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat())

    assert paper.owed(road.by("ana")) == ()


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_page_isnt_entered_over_what_the_principal_decided(
    road: Road, paper: WeekPaper, *, taken_back: bool
) -> None:
    bo, pat = road.by("bo"), road.by("pat")
    road.plan.sign_week(pat, WEEK)
    if taken_back:
        road.plan.withdraw_week(pat, WEEK)

    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, WEEK, printed(road), scan(road, bo))

    assert ids(refused) == ["weeksign.decided-here"]
    assert (road.plan_in_force(bo, WEEK) is None) == taken_back


def test_who_planned_the_week_is_told_before_the_page_is_asked_about(road: Road, paper: WeekPaper) -> None:
    (told,) = paper.begin_blockers(road.by("ana"), WEEK)

    assert told.message.id == "weeksign.other-enters"
    assert paper.begin_blockers(road.by("bo"), WEEK) == ()


def test_a_page_of_another_week_is_refused_in_words(road: Road, paper: WeekPaper) -> None:
    later = WEEK + timedelta(days=7)
    road.plan.add(road.by("ana"), road.x, later, "Book fair")
    bo, given = road.by("bo"), printed(road)

    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, later, given, scan(road, bo))

    assert ids(refused) == ["weeksign.other-weeks-page"]
    assert [one.place for one in refused.value.reasons] == ["week"]
    letters = page_letters(given.letters[:16], later)
    paper.enter(bo, later, replace(given, letters=letters), scan(road, bo))
    assert road.plan_in_force(bo, later) is not None


@pytest.mark.demand("BAL-B1b3")
def test_whose_word_counts_no_more_isnt_offered_and_their_page_is_refused(
    road: Road, paper: WeekPaper
) -> None:
    deputy(road, ends=None)
    bo, given = road.by("bo"), printed(road)
    leaving(road)
    bo = road.by("bo")

    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, WEEK, given, scan(road, bo))

    assert ids(refused) == ["weeksign.signer-leaves"]
    assert [one.place for one in refused.value.reasons] == ["said_by"]
    assert [one.id for one in paper.signers(bo, WEEK)] == [road.school.people["cem"]]


@pytest.mark.parametrize(
    ("day", "entered", "why"),
    [
        (22, 22, None),
        (16, 29, None),
        (16, 30, "weeksign.page-late"),
        (23, 25, "weeksign.day-after-week"),
    ],
)
def test_a_page_is_of_its_own_week_and_entered_soon_after(
    road: Road, paper: WeekPaper, day: int, entered: int, why: str | None
) -> None:
    given = printed(road, day=date(2026, 11, day))
    road.school.clock.forward(days=entered - WEEK.day)
    bo = road.by("bo")

    if why is None:
        paper.enter(bo, WEEK, given, scan(road, bo))
        paper.countersign(road.by("pat"), WEEK)
        assert road.plan_in_force(bo, WEEK) is not None
        return
    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, WEEK, given, scan(road, bo))

    assert ids(refused) == [why]
    begun = [one.message.id for one in paper.begin_blockers(bo, WEEK)]
    assert begun == ([why] if why == "weeksign.page-late" else [])


def test_nobody_signed_a_page_before_it_was_printed(road: Road, paper: WeekPaper) -> None:
    road.school.clock.forward(days=1)
    road.plan.add(road.by("ana"), road.x, WEEK + timedelta(days=7), "Raffle")
    bo = road.by("bo")

    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, WEEK, printed(road, day=WEEK), scan(road, bo))

    assert ids(refused) == ["weeksign.day-before-page"]


def test_a_deputys_page_counts_by_the_day_on_which_it_was_signed(road: Road, paper: WeekPaper) -> None:
    deputy(road, ends=WEEK)
    given = printed(road, said_by=road.school.people["cem"])
    road.school.clock.forward(days=1)
    bo = road.by("bo")

    assert road.school.people["cem"] in [one.id for one in paper.signers(bo, WEEK)]
    with pytest.raises(NotAllowed) as refused:
        paper.enter(bo, WEEK, replace(given, day=WEEK + timedelta(days=1)), scan(road, bo))
    assert ids(refused) == ["weeksign.not-office"]
    paper.enter(bo, WEEK, given, scan(road, bo))

    plan = road.plan_in_force(bo, WEEK)
    assert plan is not None
    assert plan.signed_by == road.school.people["cem"]
