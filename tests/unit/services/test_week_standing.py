"""How a week stands after signatures, withdrawals and undoing; what any of these lets out."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import Conflict, NotAllowed, Tampered
from smadmin.domain.ids import PostId, SlotId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.week import Weeks
from smadmin.services.week_paper import WeekPaper
from tests.road import WEEK, Road, make_road
from tests.unit.services.test_week_signatures import planted

BEFORE = WEEK - timedelta(days=7)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school whose principal approved the book fair in the week before."""
    road = make_road(tmp_path, signed=False)
    road.plan.add(road.by("ana"), road.x, BEFORE + timedelta(days=4), "Book fair")
    road.plan.sign_week(road.by("pat"), BEFORE)
    road.plan.add(road.by("ana"), road.x, WEEK, "Raffle")
    return road


def sign(road: Road, *struck: SlotId) -> int:
    return road.plan.sign_week(road.by("pat"), WEEK, struck=frozenset(struck)).value.seq


def refused(road: Road, post: PostId) -> list[str]:
    return [one.message.id for one in road.approvals.blockers(road.by("bo"), post)]


def test_withdrawing_an_approval_lets_nothing_more_out(road: Road) -> None:
    sign(road, road.slot)
    post = road.submitted()
    assert refused(road, post) == ["approvals.not-in-plan"]

    road.plan.withdraw_week(road.by("pat"), WEEK)

    assert refused(road, post)
    assert road.plan_in_force(road.by("bo"), WEEK) is None
    assert road.plan_in_force(road.by("bo"), WEEK + timedelta(days=7)) is None
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("bo"), post)


def test_nor_does_its_week_say_that_an_earlier_one_goes_on(road: Road) -> None:
    weeks = Weeks(road.school.desk, road.reader, road.proof)
    following = WEEK + timedelta(days=7)
    road.plan.add(road.by("ana"), road.x, following, "Raffle")
    sign(road)
    assert weeks.week(road.by("pat"), following).goes_on is not None

    road.plan.withdraw_week(road.by("pat"), following)

    assert weeks.week(road.by("pat"), following).goes_on is None
    assert weeks.week(road.by("pat"), WEEK).goes_on is not None


def test_nor_does_a_signature_whose_part_somebody_took_away(road: Road) -> None:
    """What can't be read may have struck anything."""
    seq = sign(road, road.slot)
    post = road.submitted()
    with road.school.store.deed(road.school.id) as unit:
        unit._connection.exec_driver_sql(f"DELETE FROM record_part WHERE seq = {seq}")

    with pytest.raises(Tampered):
        refused(road, post)


def test_approving_anew_after_a_withdrawal_counts(road: Road) -> None:
    sign(road)
    road.plan.withdraw_week(road.by("pat"), WEEK)
    sign(road)

    assert refused(road, road.submitted()) == []


def test_undo_brings_back_the_approval_before_it_with_what_was_struck(road: Road) -> None:
    first = sign(road, road.slot)
    post = road.submitted()
    second = sign(road)
    assert refused(road, post) == []

    road.plan.undo_week(road.by("pat"), WEEK, second)

    week = road.plan.week(road.by("pat"), WEEK)
    assert (week.seq, [one.id for one in week.struck]) == (first, [road.slot])
    assert refused(road, post) == ["approvals.not-in-plan"]


def test_undoing_the_only_one_lets_the_week_before_go_on_but_for_what_was_struck(road: Road) -> None:
    seq = sign(road, road.slot)
    post = road.submitted()

    road.plan.undo_week(road.by("pat"), WEEK, seq)

    assert road.plan.week(road.by("pat"), WEEK).seq is None
    plan = road.plan_in_force(road.by("bo"), WEEK)
    assert plan is not None
    assert plan.monday == BEFORE
    assert refused(road, post) == ["approvals.not-in-plan"]


def test_undoing_one_in_which_nothing_was_struck_changes_nothing_of_before(road: Road) -> None:
    road.plan.undo_week(road.by("pat"), WEEK, sign(road))

    assert refused(road, road.submitted()) == []


def test_undo_is_refused_once_the_week_was_decided_anew(road: Road) -> None:
    first = sign(road)
    sign(road, road.slot)

    with pytest.raises(Conflict):
        road.plan.undo_week(road.by("pat"), WEEK, first)


@pytest.mark.parametrize("name", ["ana", "vic"])
def test_nobody_undoes_what_another_person_approved(road: Road, name: str) -> None:
    road.school.admit("vic", "Vic Alvarez", {Role.DEPUTY}, by="pat")
    sign(road, road.slot)
    seq = sign(road)

    with pytest.raises(NotAllowed):
        road.plan.undo_week(road.by(name), WEEK, seq)


def test_a_deputys_row_that_undoes_the_principals_approval_withdraws_the_week(road: Road) -> None:
    """The program doesn't write it; what it brings back, its signer never approved."""
    road.school.admit("vic", "Vic Alvarez", {Role.DEPUTY}, by="pat")
    sign(road)
    sign(road, road.slot)
    post = road.submitted()
    with road.school.desk.deed(road.by("vic")) as deed:
        deed.record(Act.UNDO_WEEK, Noun.WEEKS, WEEK.isoformat())

    assert refused(road, post)
    assert road.plan_in_force(road.by("bo"), WEEK) is None


def test_an_administrators_row_that_undoes_one_counts_for_nothing(road: Road) -> None:
    sign(road)
    with road.school.desk.deed(road.by("ana")) as deed, pytest.raises(NotAllowed):
        deed.record(Act.UNDO_WEEK, Noun.WEEKS, WEEK.isoformat())


def test_disowning_a_page_leaves_what_was_approved_and_what_the_page_struck(road: Road) -> None:
    planted(road, "bo")
    road.plan.disown_week(road.by("pat"), WEEK)

    assert WeekPaper(road.school.desk, road.proof).owed(road.by("pat")) == ()
    plan = road.plan_in_force(road.by("bo"), WEEK)
    assert plan is not None
    assert plan.monday == BEFORE
    with pytest.raises(Conflict):
        road.plan.disown_week(road.by("pat"), WEEK)


def test_a_planted_page_that_is_disowned_takes_no_approval_along(road: Road) -> None:
    seq = sign(road, road.slot)
    planted(road, "bo")

    road.plan.disown_week(road.by("pat"), WEEK)

    assert road.plan.week(road.by("pat"), WEEK).seq == seq
