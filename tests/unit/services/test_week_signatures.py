"""Rows that say a week was signed on paper are proven anew: a changed program writes them in vain."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.page_letters import page_letters
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.plan import plans_in_force
from smadmin.services.week_paper import WeekPaper
from smadmin.services.week_parts import plan_part, slot_plain
from smadmin.services.week_signatures import COUNTER_PART, GIVEN_PART, PLAN_PART
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def planted(road: Road, by: str, slots: list[Plain] | None = None, **changes: object) -> None:
    """Write the row of a page that Pat signed, past every refusal; `slots` instead of the week's own."""
    actor = road.by(by)
    kept = road.media.seal(b"a scan", "image/png")
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(road.school.people["pat"], "paper", WEEK, head.seq, page_letters(head.letters, WEEK))
    told: dict[str, Plain] = {**given.to_plain(kept.id), **changes}  # type: ignore[dict-item]  # what a test changes
    part = plan_part(WEEK, road.plan.week(actor, WEEK).slots, frozenset())
    parts: dict[str, Plain] = {
        PLAN_PART: part if slots is None else {**part, "slots": slots},
        GIVEN_PART: told,
    }
    with road.school.desk.deed(actor) as deed:
        deed.unit.media.add(kept)
        deed.record(Act.ENTER_WEEK, Noun.WEEKS, WEEK.isoformat(), parts=parts)


def own_slots(road: Road) -> list[dict[str, Plain]]:
    return [slot_plain(one) for one in road.plan.week(road.by("ana"), WEEK).slots]


def in_force(road: Road) -> bool:
    return road.plan_in_force(road.by("ana"), WEEK) is not None


def test_a_page_that_fits_the_record_is_believed(road: Road) -> None:
    planted(road, "bo")

    assert in_force(road)


@pytest.mark.parametrize(
    "changes",
    [
        {"letters": "0" * 16},
        {"seq": 1},
        {"seq": 10_000},
        {"scan": None},
        {"scan": "no-such"},
        {"day": "2027-01-01"},
        {"how": 1},
    ],
)
def test_a_page_that_doesnt_is_not(road: Road, changes: dict[str, object]) -> None:
    planted(road, "bo", None, **changes)

    assert not in_force(road)


@pytest.mark.parametrize("who", ["ana", "pat"])
def test_nor_one_that_its_planner_or_signer_entered(road: Road, who: str) -> None:
    planted(road, who)

    assert not in_force(road)


def test_nor_one_signed_by_an_administrator(road: Road) -> None:
    planted(road, "bo", said_by=road.school.people["dee"])

    assert not in_force(road)


def test_an_administrators_row_takes_nobodys_signature_away(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    planted(road, "bo", letters="0" * 16)

    assert in_force(road)


def test_a_countersignature_of_another_row_is_none(road: Road) -> None:
    planted(road, "bo")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: {"row": 1}})

    plan = road.plan_in_force(road.by("ana"), WEEK)
    assert plan is not None
    assert plan.owed


def test_who_entered_a_page_doesnt_countersign_it(road: Road) -> None:
    road.school.admit("vic", "Vic Alvarez", {Role.DEPUTY}, by="pat")
    planted(road, "vic")
    with road.school.desk.look() as unit:
        row = unit.record.head().seq

    with road.school.desk.deed(road.by("vic")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: {"row": row}})

    plan = road.plan_in_force(road.by("ana"), WEEK)
    assert plan is not None
    assert plan.owed


def test_a_page_from_before_a_post_came_signs_nothing(road: Road) -> None:
    with road.school.desk.look() as unit:
        head = unit.record.head()
    road.plan.add(road.by("ana"), road.x, WEEK, "Raffle")

    planted(road, "bo", seq=head.seq, letters=page_letters(head.letters, WEEK))

    assert not in_force(road)


@pytest.mark.parametrize("changes", [{"id": "made-up"}, {"topic": "Raffle"}, {"day": "2026-11-20"}])
def test_a_page_names_posts_as_they_were_planned(road: Road, changes: dict[str, Plain]) -> None:
    first, *rest = own_slots(road)

    planted(road, "bo", [{**first, **changes}, *rest])

    assert not in_force(road)


def test_its_author_signs_no_week_with_posts_that_nobody_planned(road: Road) -> None:
    post = road.submitted()
    before = road.approvals.blockers(road.by("bo"), post)

    planted(road, "ana", [{**one, "id": f"made-up-{place}"} for place, one in enumerate(own_slots(road))])

    assert before
    assert road.approvals.blockers(road.by("bo"), post) == before


def test_nor_one_that_leaves_her_own_posts_out(road: Road) -> None:
    road.school.admit("kim", "Kim Diaz", {Role.ADMINISTRATOR}, by="pat")
    others = road.plan.add(road.by("kim"), road.x, WEEK, "Book fair").value

    planted(road, "ana", [slot_plain(others)])

    assert not in_force(road)


def test_who_plans_only_after_entering_it_ends_it_not(road: Road) -> None:
    road.school.admit("kim", "Kim Diaz", {Role.ADMINISTRATOR}, by="pat")
    planted(road, "kim")

    road.plan.add(road.by("kim"), road.x, WEEK, "Raffle")

    assert in_force(road)


def test_what_waits_for_a_countersignature_changes_nothing_the_principal_signed(road: Road) -> None:
    left_out = next(
        one.id for one in road.plan.week(road.by("ana"), WEEK).slots if one.account == road.facebook
    )
    road.plan.sign_week(road.by("pat"), WEEK, struck=frozenset({left_out}))
    planted(road, "bo")
    with road.school.desk.look() as unit:
        row = unit.record.head().seq

    kept = road.plan_in_force(road.by("bo"), WEEK)
    assert kept is not None
    assert [one.id for one in kept.struck] == [left_out]
    assert not kept.owed
    assert road.plan_in_force(road.by("bo"), WEEK + timedelta(days=7)) is not None, "its three weeks go on"

    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: {"row": row}})

    after = road.plan_in_force(road.by("bo"), WEEK)
    assert after is not None
    assert after.struck == ()


def test_nor_what_they_took_back(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    road.plan.withdraw_week(road.by("pat"), WEEK)

    planted(road, "bo")

    assert not in_force(road)


def test_the_weeks_that_an_earlier_signature_goes_on_outlast_an_uncountersigned_one(road: Road) -> None:
    before = WEEK - timedelta(days=7)
    road.plan.add(road.by("ana"), road.x, before, "Raffle")
    road.plan.sign_week(road.by("pat"), before)
    planted(road, "bo")

    plan = road.plan_in_force(road.by("bo"), WEEK + timedelta(days=7))

    assert plan is not None
    assert plan.monday == before


def test_in_its_own_week_too_it_ends_nothing_that_was_signed_before(road: Road) -> None:
    """Who enters a page would otherwise silence every topic of the principal's that it leaves out."""
    ana, pat, before = road.by("ana"), road.by("pat"), WEEK - timedelta(days=7)
    road.plan.add(ana, road.x, before, "Raffle")
    road.plan.sign_week(pat, before)
    later = road.plan.add(ana, road.x, WEEK, "Raffle").value
    planted(road, "bo", [one for one in own_slots(road) if one["topic"] == "Book fair"])

    draft = road.posts.create(ana, (road.x,), slot=later.id, text="Win a bike.").value
    road.posts.submit(ana, draft.id)
    fair = road.submitted(text="Bring a book.")

    with road.school.desk.look(ana) as unit:
        plans = plans_in_force(road.proof.now(unit), WEEK)
    assert [one.monday for one in plans] == [WEEK, before]
    assert road.approvals.blockers(road.by("bo"), draft.id) == ()
    assert road.approvals.blockers(road.by("bo"), fair) == (), "the page covers its own posts as well"


def test_what_was_struck_on_it_doesnt_go_out_all_the_same(road: Road) -> None:
    ana, pat, before = road.by("ana"), road.by("pat"), WEEK - timedelta(days=7)
    road.plan.add(ana, road.x, before, "Raffle")
    road.plan.sign_week(pat, before)
    later = road.plan.add(ana, road.x, WEEK, "Raffle").value
    with road.school.desk.look() as unit:
        head = unit.record.head()
    given = GivenWeek(
        road.school.people["pat"],
        "paper",
        WEEK,
        head.seq,
        page_letters(head.letters, WEEK),
        frozenset({later.id}),
    )
    WeekPaper(road.school.desk, road.proof).enter(
        road.by("bo"), WEEK, given, road.media.seal(b"a scan", "image/png")
    )

    draft = road.posts.create(ana, (road.x,), slot=later.id, text="Win a bike.").value
    road.posts.submit(ana, draft.id)

    refused = [one.message.id for one in road.approvals.blockers(road.by("bo"), draft.id)]
    assert refused == ["approvals.not-in-plan"]
