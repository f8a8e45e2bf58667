"""A week as the plan's screen reads it: slots with their posts, gaps, and the proven signature."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.week import SlotStage
from smadmin.services.week import Weeks, week_to_sign
from smadmin.services.week_rows import signed_until
from tests.road import TEXT, WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def weeks(road: Road) -> Weeks:
    return Weeks(road.school.desk, road.reader, road.proof)


def test_a_slot_shows_the_post_that_is_written_for_it(road: Road) -> None:
    draft = road.draft()

    view = weeks(road).week(road.by("ana"))

    shown = {one.slot.id: one for one in view.slots}
    assert shown[road.slot].stage is SlotStage.DRAFTED
    assert (shown[road.slot].post, shown[road.slot].author) == (draft.id, road.school.people["ana"])
    assert [one.stage for one in view.slots if one.slot.id != road.slot] == [SlotStage.PLANNED]


def test_a_dropped_draft_leaves_its_slot_open(road: Road) -> None:
    draft = road.draft()
    road.posts.drop(road.by("ana"), draft.id)

    view = weeks(road).week(road.by("ana"))

    assert [one.stage for one in view.slots] == [SlotStage.PLANNED] * 2


def test_a_published_post_fills_its_slot(road: Road, tmp_path: Path) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    out = road.handed_out(road.released(), tmp_path)
    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")

    view = weeks(road).week(road.by("ana"))

    assert {one.slot.id: one.stage for one in view.slots}[road.slot] is SlotStage.PUBLISHED


def test_a_post_that_went_out_before_its_week_fills_its_slot(road: Road, tmp_path: Path) -> None:
    both = (road.x, road.facebook)
    later = [road.plan.add(road.by("ana"), one, date(2026, 11, 25), "Winter fair").value for one in both]
    road.plan.sign_week(road.by("pat"), WEEK + timedelta(weeks=1))
    road.plan.sign_week(road.by("pat"), WEEK)
    draft = road.posts.create(road.by("ana"), (road.x,), slot=later[0].id, text=TEXT).value
    road.posts.submit(road.by("ana"), draft.id)
    road.approvals.release(road.by("pat"), draft.id)
    out = road.handed_out(draft.id, tmp_path)
    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")

    view = weeks(road).week(road.by("ana"), WEEK + timedelta(weeks=1))
    waiting = weeks(road).waiting(road.by("ana"), date(2026, 11, 29))

    assert [(one.slot.account, one.stage) for one in view.slots] == [
        (road.x, SlotStage.PUBLISHED),
        (road.facebook, SlotStage.PLANNED),
    ]
    assert later[0].id not in {slot.id for slot in waiting}
    assert later[1].id in {slot.id for slot in waiting}


def test_a_post_to_two_accounts_fills_the_same_topic_of_both(road: Road) -> None:
    road.draft(accounts=(road.x, road.facebook))

    view = weeks(road).week(road.by("ana"))

    assert [one.stage for one in view.slots] == [SlotStage.DRAFTED] * 2


def test_a_post_for_another_slot_fills_none_of_the_day_it_went_out(road: Road, tmp_path: Path) -> None:
    today = road.plan.add(road.by("ana"), road.x, date(2026, 11, 16), "Chess club").value
    road.plan.sign_week(road.by("pat"), WEEK)
    out = road.handed_out(road.released(), tmp_path)
    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")

    view = weeks(road).week(road.by("ana"))

    assert {one.slot.id: one.stage for one in view.slots}[today.id] is not SlotStage.PUBLISHED


def test_the_signature_names_who_when_and_where_the_record_ended(road: Road) -> None:
    signed = road.plan.sign_week(road.by("pat"), WEEK).value

    view = weeks(road).week(road.by("ana"), WEEK)

    assert view.signature is not None
    assert (view.signature.name, view.signature.letters) == ("Pat Winters", signed.letters)
    assert view.signature.signed_at == road.school.clock.at
    assert view.unsigned == frozenset()


def test_a_slot_that_came_after_the_signature_is_unsigned(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    later = road.plan.add(road.by("ana"), road.x, date(2026, 11, 20), "Chess club").value

    assert weeks(road).week(road.by("ana"), WEEK).unsigned == {later.id}


def test_an_unsigned_week_says_how_long_the_last_plan_goes_on(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    road.school.clock.forward(days=7)

    view = weeks(road).week(road.by("ana"))

    assert view.signature is None
    assert view.goes_on == (WEEK, date(2026, 12, 13))


def test_a_signature_that_was_taken_back_is_none(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    road.plan.withdraw_week(road.by("pat"), WEEK)

    view = weeks(road).week(road.by("ana"), WEEK)
    with road.school.desk.look() as unit:
        listed = signed_until(unit, WEEK)

    assert (view.signature, view.goes_on, listed) == (None, None, None)


def test_who_plans_writes_and_signs_follows_from_the_roles(road: Road) -> None:
    ana, pat, bo = (weeks(road).week(road.by(name)) for name in ("ana", "pat", "bo"))

    assert [(one.plans, one.writes) for one in ana.accounts] == [(True, True)] * 2
    assert [(one.plans, one.writes) for one in pat.accounts] == [(True, False)] * 2
    assert [(one.plans, one.writes) for one in bo.accounts] == [(False, False)] * 2
    assert [view.office for view in (ana, pat, bo)] == [False, True, False]


def test_a_gap_is_seen_before_it_happens(road: Road) -> None:
    holiday_later = WEEK + timedelta(days=1)  # Veterans Day is no day of theirs
    late = weeks(road).week(road.by("ana"))
    road.plan.add(road.by("ana"), road.x, WEEK, "Chess club")
    caught_up = weeks(road).week(road.by("ana"))
    in_two_weeks = weeks(road).week(road.by("ana"), WEEK + timedelta(weeks=2))

    assert {one.account.id: one.gap and one.gap.due for one in late.accounts} == {
        road.x: holiday_later,
        road.facebook: holiday_later,
    }
    assert {one.account.id: one.gap for one in caught_up.accounts}[road.x] is None
    gaps = {one.account.id: one.gap and one.gap.due for one in in_two_weeks.accounts}
    assert gaps[road.x] == date(2026, 12, 5)  # Thanksgiving has two days


def test_from_friday_on_the_next_week_is_to_be_signed() -> None:
    assert week_to_sign(date(2026, 11, 19)) == WEEK
    assert week_to_sign(date(2026, 11, 20)) == WEEK + timedelta(weeks=1)


def test_the_principal_signs_this_week_first_and_then_the_next(road: Road) -> None:
    ana, pat, shown = road.by("ana"), road.by("pat"), weeks(road)
    friday, following = date(2026, 11, 20), WEEK + timedelta(weeks=1)
    road.plan.add(ana, road.x, following, "Choir")
    assert shown.waits_for(ana) is None
    assert shown.waits_for(pat) == WEEK

    road.plan.sign_week(pat, WEEK)
    assert shown.waits_for(pat) is None, "next week's plan may still change"

    road.school.clock.forward(days=(friday - WEEK).days)
    assert shown.waits_for(road.by("pat")) == following
    road.plan.add(road.by("ana"), road.x, friday, "Snow")
    assert shown.waits_for(road.by("pat")) == WEEK, "came late, is due first"

    road.plan.sign_week(road.by("pat"), WEEK)
    road.plan.sign_week(road.by("pat"), following)
    assert shown.waits_for(road.by("pat")) is None


@pytest.mark.parametrize("released", [False, True])
def test_what_is_handed_in_is_offered_to_nobody_again(road: Road, *, released: bool) -> None:
    ana, sunday = road.by("ana"), WEEK + timedelta(days=6)
    road.draft()
    assert road.slot in {one.id for one in weeks(road).waiting(ana, sunday)}, "a draft may come to nothing"
    road.plan.sign_week(road.by("pat"), WEEK)

    if released:
        road.released()
    else:
        road.submitted()

    waiting = weeks(road).waiting(ana, sunday)
    assert road.slot not in {one.id for one in waiting}
    assert {one.account for one in waiting} == {road.facebook}, "it goes to one of the two accounts"
