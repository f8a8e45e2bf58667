"""By what somebody releases, as the record has it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.approvals import Mandate, ReleaseBy
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, PostId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.posts import Content
from smadmin.domain.vocabulary import Act
from smadmin.services.mandates import mandate_alive, mandate_for, permissions, planned_topic
from tests.faults.forgeries import sign_row
from tests.road import WEEK, Road, make_road
from tests.unit.domain.test_manifests import manifest

YEAR_END = date(2027, 6, 1)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def mandate(road: Road, who: str, *, on: date = WEEK, slot: SlotId | None = None) -> Mandate | None:
    people = road.school.people
    with road.school.desk.look(road.by("ana")) as unit:
        return mandate_for(
            road.proof.now(unit),
            people[who],
            post=PostId(""),
            author=people["ana"],
            content=Content(accounts=(road.x,), slot=slot or road.slot),
            today=on,
        )


def test_the_office_stands_on_its_grant_everybody_else_on_the_week(road: Road) -> None:
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        signed = proven.acts(Act.SIGN_WEEK)[-1].seq
        grants = {fact.seq for fact in proven.acts(Act.GRANT) if fact.body.id == road.school.people["pat"]}

    office, reviewer, author = (mandate(road, who) for who in ("pat", "bo", "ana"))

    assert office is not None
    assert (office.by, {office.seq}) == (ReleaseBy.EACH, grants)
    assert reviewer == Mandate(ReleaseBy.WEEK, signed)
    assert author is None


def test_a_slot_that_the_record_doesn_t_know_has_no_topic(road: Road) -> None:
    found = mandate(road, "bo", slot=SlotId("nowhere"))

    assert found is not None
    assert not found.covers


def test_a_removed_slot_has_no_topic(road: Road) -> None:
    road.plan.remove(road.by("ana"), road.slot)

    with road.school.desk.look(road.by("ana")) as unit:
        assert planned_topic(road.proof.now(unit), road.slot) is None


def test_four_weeks_later_there_is_no_mandate(road: Road) -> None:
    assert mandate(road, "bo", on=WEEK + timedelta(days=27)) is not None
    assert mandate(road, "bo", on=WEEK + timedelta(days=28)) is None


def test_a_mandate_lives_as_long_as_it_would_be_given_again(road: Road) -> None:
    week = mandate(road, "bo")
    assert week is not None
    signed = manifest(mandate=ReleaseBy.WEEK, mandate_seq=week.seq)
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)

        assert mandate_alive(proven, signed, week)
        assert mandate_alive(proven, signed, replace(week, seq=week.seq + 1))  # signed anew
        assert not mandate_alive(proven, signed, None)
        assert not mandate_alive(proven, signed, replace(week, covers=False))
        assert not mandate_alive(proven, signed, replace(week, by=ReleaseBy.EACH))
        assert not mandate_alive(proven, replace(signed, mandate_seq=1), week)
        each = replace(signed, mandate=ReleaseBy.EACH)
        assert not mandate_alive(proven, each, Mandate(ReleaseBy.EACH, week.seq + 1))


def test_a_standing_permission_covers_only_what_the_signed_plan_in_force_plans(road: Road) -> None:
    ana = road.by("ana")
    road.approvals.permit(
        road.by("pat"), road.school.people["ana"], starts=WEEK, ends=YEAR_END, accounts=(road.x,)
    )
    own = road.plan.add(ana, road.x, WEEK, "Whatever I like").value.id
    elsewhere = road.plan.add(ana, road.facebook, date(2030, 1, 1), "Bake sale").value.id

    planned, invented, other = (mandate(road, "ana", slot=slot) for slot in (road.slot, own, elsewhere))

    assert [one and (one.by, one.covers) for one in (planned, invented, other)] == [
        (ReleaseBy.STANDING, True),
        (ReleaseBy.STANDING, False),
        (ReleaseBy.STANDING, False),
    ]


def permitted(road: Road, *accounts: AccountId) -> None:
    """Let Ana release planned posts for these accounts alone."""
    ana = road.school.people["ana"]
    road.approvals.permit(road.by("pat"), ana, starts=WEEK, ends=YEAR_END, accounts=accounts or (road.x,))


def alone(road: Road, *accounts: AccountId, slot: SlotId) -> Mandate:
    """Give by what Ana would release a post of her own."""
    ana = road.school.people["ana"]
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        content = Content(accounts=accounts, slot=slot)
        found = mandate_for(proven, ana, post=PostId(""), author=ana, content=content, today=WEEK)
    assert found is not None
    return found


def slots(road: Road) -> tuple[Slot, Slot]:
    """Give the two signed slots, for X and for Facebook."""
    with road.school.desk.look(road.by("ana")) as unit:
        signed = {one.account: one for one in unit.slots.all()}
    return signed[road.x], signed[road.facebook]


def test_a_standing_permission_covers_no_slot_of_ones_own_for_a_signed_topic(road: Road) -> None:
    permitted(road)
    own = road.plan.add(road.by("ana"), road.x, WEEK + timedelta(days=4), "Book fair").value.id
    draft = road.posts.create(road.by("ana"), (road.x,), slot=own, text="The book fair once more.").value
    road.posts.submit(road.by("ana"), draft.id)

    reasons = [reason.message.id for reason in road.approvals.blockers(road.by("ana"), draft.id)]

    assert reasons == ["approvals.not-in-plan"]


def test_a_signed_slot_that_was_moved_or_taken_out_is_covered_no_more(road: Road) -> None:
    permitted(road, road.x, road.facebook)
    ana, (on_x, on_facebook) = road.by("ana"), slots(road)
    signed = alone(road, road.x, road.facebook, slot=on_x.id)

    road.plan.remove(ana, on_facebook.id)
    taken_out, on_its_own = (
        alone(road, road.x, road.facebook, slot=on_x.id),
        alone(road, road.x, slot=on_x.id),
    )
    road.plan.change(ana, on_x, day=on_x.day + timedelta(days=1), topic=on_x.topic)
    moved = alone(road, road.x, slot=on_x.id)

    assert [one.covers for one in (signed, taken_out, on_its_own, moved)] == [True, False, True, False]


def test_next_weeks_signed_slot_is_covered_ahead_and_four_weeks_later_none(road: Road) -> None:
    permitted(road)
    next_week = WEEK + timedelta(weeks=1)
    ahead = road.plan.add(road.by("ana"), road.x, next_week, "Book fair").value.id
    unsigned = alone(road, road.x, slot=ahead)
    road.plan.sign_week(road.by("pat"), next_week)

    signed = alone(road, road.x, slot=ahead)
    later = mandate(road, "ana", on=WEEK + timedelta(weeks=4))

    assert later is not None
    assert (unsigned.covers, signed.covers, later.covers) == (False, True, False)


def test_moving_a_used_slot_frees_nothing_that_was_signed_with_it(road: Road, tmp_path: Path) -> None:
    permitted(road, road.x, road.facebook)
    ana, (on_x, on_facebook) = road.by("ana"), slots(road)
    post = road.submitted(accounts=(road.x, road.facebook))
    road.approvals.release(ana, post)
    road.handed_out(post, tmp_path, account=road.facebook)

    road.plan.change(ana, on_x, day=on_x.day + timedelta(days=1), topic=on_x.topic)

    again = alone(road, road.facebook, slot=on_facebook.id)
    assert (again.covers, again.used) == (True, True)


def test_what_is_handed_out_uses_the_permission_until_it_is_given_up(road: Road, tmp_path: Path) -> None:
    permitted(road)
    ana = road.by("ana")
    first = road.submitted()
    road.approvals.release(ana, first)
    in_hand = road.handed_out(first, tmp_path)

    while_in_hand = alone(road, road.x, slot=road.slot).used
    road.publications.give_up(ana, in_hand, "The page is down.")

    assert (while_in_hand, alone(road, road.x, slot=road.slot).used) == (True, False)


def test_a_standing_permission_is_used_once_for_a_planned_post(road: Road, tmp_path: Path) -> None:
    ana, link = road.by("ana"), "https://x.com/lincoln_es/status/1950000000000000000"
    road.approvals.permit(
        road.by("pat"), road.school.people["ana"], starts=WEEK, ends=YEAR_END, accounts=(road.x,)
    )
    first, second = road.submitted(), road.submitted(text="The book fair again.")
    road.approvals.release(ana, second)
    road.approvals.release(ana, first)
    late = road.publications.intend(ana, second, road.x).value

    road.publications.confirm(ana, road.handed_out(first, tmp_path), link)
    third = road.submitted(text="The book fair a third time.")

    reasons = [reason.message.id for reason in road.approvals.blockers(ana, third)]
    assert reasons == ["approvals.planned-post-is-out"]
    with pytest.raises(NotAllowed):
        road.publications.hand_out(ana, late, folder=tmp_path / "late", handle="lincoln_es")


def test_a_standing_permission_needs_a_signed_plan(road: Road) -> None:
    road.approvals.permit(
        road.by("pat"), road.school.people["ana"], starts=WEEK, ends=YEAR_END, accounts=(road.x,)
    )
    road.plan.withdraw_week(road.by("pat"), WEEK)

    found = mandate(road, "ana")

    assert found is not None
    assert not found.covers


def test_only_a_principals_permission_for_somebody_else_counts(road: Road) -> None:
    ana, pat = road.school.people["ana"], road.school.people["pat"]
    part = {"accounts": [road.x], "starts": "2026-11-16", "ends": "2027-06-01"}
    sign_row(
        road, road.by("ana"), "standing-permission", "permissions", "1", permission={**part, "person": ana}
    )
    sign_row(
        road, road.by("pat"), "standing-permission", "permissions", "2", permission={**part, "person": pat}
    )
    sign_row(
        road, road.by("pat"), "standing-permission", "permissions", "3", permission={**part, "person": ana}
    )
    sign_row(road, road.by("ana"), "withdraw-permission", "permissions", "3")

    with road.school.desk.look(road.by("ana")) as unit:
        assert [one.id for one in permissions(road.proof.now(unit))] == ["3"]
