"""Slots, the week's signature, and the cadence of every account."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.errors import Conflict, NotAllowed
from smadmin.domain.ids import PublicationId
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.services.week_parts import slots_digest
from tests.road import TEXT, WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def test_a_signed_week_shows_who_signed_and_where_the_record_ends(road: Road) -> None:
    signed = road.plan.sign_week(road.by("pat"), WEEK).value

    week = road.plan.week(road.by("ana"), WEEK)
    with road.school.desk.look() as unit:
        head = unit.record.head()
    assert (week.seq, week.signed_by) == (signed.seq, road.school.people["pat"])
    assert (head.seq, head.letters) == (signed.seq, signed.letters)
    assert week.topics == {(slot.account, slot.topic) for slot in week.slots}


def test_a_slot_added_after_the_signature_is_not_covered(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)

    road.plan.add(road.by("ana"), road.x, date(2026, 11, 20), "Chess club")

    week = road.plan.week(road.by("ana"), WEEK)
    assert [slot.topic for slot in week.slots] == ["Book fair", "Book fair", "Chess club"]
    assert {topic for _, topic in week.topics} == {"Book fair"}


def test_a_slot_that_came_or_changed_after_the_week_was_seen_is_not_signed(road: Road) -> None:
    pat, ana = road.by("pat"), road.by("ana")

    def seen() -> str:
        return slots_digest(road.plan.week(pat, WEEK).slots)

    first = seen()
    added = road.plan.add(ana, road.x, date(2026, 11, 20), "Chess club").value
    second = seen()
    road.plan.change(ana, added, day=added.day, topic="Chess final")
    for stale in (first, second):
        with pytest.raises(Conflict) as refused:
            road.plan.sign_week(pat, WEEK, seen=stale)
        assert refused.value.happened.id == "plan.changed-meanwhile"

    assert road.plan.week(pat, WEEK).seq is None
    road.plan.sign_week(pat, WEEK, seen=seen())
    assert "Chess final" in {topic for _, topic in road.plan.week(pat, WEEK).topics}


def test_a_week_that_ended_while_it_was_read_is_not_signed(road: Road) -> None:
    pat = road.by("pat")
    seen = slots_digest(road.plan.week(pat, WEEK).slots)
    road.school.clock.forward(days=7)

    with pytest.raises(NotAllowed) as refused:
        road.plan.sign_week(road.by("pat"), WEEK, seen=seen)

    assert [one.message.id for one in refused.value.reasons] == ["plan.week-over"]


def test_only_the_office_signs_and_only_a_week_with_something_in_it(road: Road) -> None:
    with pytest.raises(NotAllowed) as not_hers:
        road.plan.sign_week(road.by("ana"), WEEK)
    with pytest.raises(NotAllowed) as empty:
        road.plan.sign_week(road.by("pat"), WEEK + timedelta(weeks=1))
    with pytest.raises(NotAllowed) as tuesday:
        road.plan.sign_week(road.by("pat"), WEEK + timedelta(days=1))

    assert ids(not_hers) == ["plan.office-signs"]
    assert ids(empty) == ["plan.week-empty"]
    assert "plan.not-a-monday" in ids(tuesday)
    assert road.plan.sign_blockers(road.by("pat"), WEEK) == ()


def test_signing_asks_the_passphrase_again_after_five_minutes(road: Road) -> None:
    pat = road.by("pat")
    road.school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as refused:
        road.plan.sign_week(pat, WEEK)

    assert ids(refused) == ["approvals.passphrase-again"]


def test_the_last_signed_week_is_in_force_until_it_is_withdrawn_or_over(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    ana = road.by("ana")

    def holds(day: date) -> bool:
        return road.plan_in_force(ana, day) is not None

    assert holds(WEEK)
    assert holds(WEEK + timedelta(days=27))
    assert not holds(WEEK + timedelta(days=28))
    assert not holds(WEEK - timedelta(days=1))

    road.plan.withdraw_week(road.by("pat"), WEEK)

    assert not holds(WEEK)
    assert road.plan.week(ana, WEEK).seq is None


def test_only_the_office_takes_a_signature_back(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)

    with pytest.raises(NotAllowed):
        road.plan.withdraw_week(road.by("ana"), WEEK)


def test_slots_are_moved_and_removed_by_who_works_with_the_account(road: Road) -> None:
    (slot, _) = road.plan.week(road.by("ana"), WEEK).slots
    moved = road.plan.change(road.by("ana"), slot, day=date(2026, 11, 18), topic="Book fair!").value

    with pytest.raises(Conflict):
        road.plan.change(road.by("ana"), slot, day=slot.day, topic="old")
    with pytest.raises(NotAllowed) as reviewer:
        road.plan.remove(road.by("bo"), moved.id)
    with pytest.raises(NotAllowed) as nameless:
        road.plan.add(road.by("ana"), road.x, WEEK, " ")
    road.plan.remove(road.by("ana"), moved.id)

    assert ids(reviewer) == ["plan.not-your-account"]
    assert ids(nameless) == ["plan.topic-missing"]
    assert len(road.plan.week(road.by("ana"), WEEK).slots) == 1


def post_out(road: Road, moment: datetime, step: PublicationStep = PublicationStep.CONFIRMED) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        published = Publication(
            PublicationId(road.school.desk.ids.new()), road.school.id, road.x, step, published_at=moment
        )
        deed.unit.publications.add(published)


def test_cadence_is_known_with_nobody_signed_in(road: Road) -> None:
    road.school.session.lock()

    assert {one.account.id for one in road.plan.cadence()} == {road.x, road.facebook}


def test_only_what_was_seen_out_counts(road: Road) -> None:
    post_out(road, datetime(2026, 11, 15, 18, tzinfo=UTC), PublicationStep.HANDED_OUT)

    found = {one.account.id: one.cadence for one in road.plan.cadence()}

    assert found[road.x].last_post is None
    assert found[road.x].stage is CadenceStage.DUE_SOON


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), date(2026, 10, 31)),  # 23:30 the evening before fall-back
        (datetime(2026, 11, 1, 8, 30, tzinfo=UTC), date(2026, 11, 1)),  # the hour that happens twice
        (datetime(2026, 11, 2, 6, 59, tzinfo=UTC), date(2026, 11, 1)),  # an hour later than in summer
        (datetime(2026, 3, 8, 9, 30, tzinfo=UTC), date(2026, 3, 8)),  # after the hour that never was
        (datetime(2027, 1, 1, 6, 59, tzinfo=UTC), date(2026, 12, 31)),  # New Year in UTC, not yet in Denver
        (datetime(2028, 3, 1, 6, 0, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_post_counts_on_the_schools_own_day(road: Road, moment: datetime, day: date) -> None:
    post_out(road, moment)

    found = {one.account.id: one.cadence for one in road.plan.cadence(day + timedelta(days=3))}

    assert found[road.x].last_post == day


def test_a_day_in_the_past_is_judged_as_it_stood(road: Road) -> None:
    post_out(road, datetime(2026, 11, 15, 18, tzinfo=UTC))

    found = {one.account.id: one.cadence for one in road.plan.cadence(date(2026, 11, 13))}

    assert found[road.x].last_post is None


def test_an_accounts_stricter_promise_counts_and_one_on_hold_rests(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        promising, held = deed.unit.accounts.get(road.x), deed.unit.accounts.get(road.facebook)
        deed.unit.accounts.change(replace(promising, promised_days=5))
        deed.unit.accounts.change(replace(held, stage=AccountStage.ON_HOLD))

    found = {one.account.id: one.cadence.stage for one in road.plan.cadence()}

    assert found == {road.x: CadenceStage.OVERDUE, road.facebook: CadenceStage.RESTING}


def test_a_topic_is_kept_without_marks_that_turn_its_letters(road: Road) -> None:
    slot = road.plan.add(road.by("ana"), road.x, WEEK, " Book\u202e fair\u2069 ").value
    changed = road.plan.change(road.by("ana"), slot, day=WEEK, topic="\u2066Raffle").value

    assert (slot.topic, changed.topic) == ("Book fair", "Raffle")


def test_a_struck_post_isnt_covered_though_its_topic_is_signed_elsewhere(road: Road) -> None:
    pat = road.by("pat")
    later = road.plan.add(road.by("ana"), road.x, date(2026, 11, 20), "Book fair").value

    road.plan.sign_week(pat, WEEK, struck=frozenset({later.id}))

    named = road.posts.create(road.by("ana"), (road.x,), slot=road.slot, text=TEXT).value
    struck = road.posts.create(road.by("ana"), (road.x,), slot=later.id, text="Come to the book fair!").value
    for one in (named, struck):
        road.posts.submit(road.by("ana"), one.id)
    assert road.approvals.blockers(road.by("bo"), named.id) == ()
    refused = [one.message.id for one in road.approvals.blockers(road.by("bo"), struck.id)]
    assert refused == ["approvals.not-in-plan"]
    said = [road.approvals.planned(road.by("ana"), one.id) for one in (named, struck)]
    assert said == [True, False]


def test_a_post_planned_anew_isnt_covered_by_a_topic_that_was_struck(road: Road) -> None:
    later = road.plan.add(road.by("ana"), road.x, date(2026, 11, 20), "Book fair").value
    road.plan.sign_week(road.by("pat"), WEEK, struck=frozenset({later.id}))

    road.plan.remove(road.by("ana"), later.id)
    again = road.plan.add(road.by("ana"), road.x, date(2026, 11, 21), "Book fair").value

    plan = road.plan.week(road.by("ana"), WEEK)
    assert not plan.signs(again)
    assert not plan.leaves_out(again), "it is asked about anew"


def test_a_week_of_struck_posts_alone_isnt_signed(road: Road) -> None:
    every = frozenset(slot.id for slot in road.plan.week(road.by("ana"), WEEK).slots)

    with pytest.raises(NotAllowed) as refused:
        road.plan.sign_week(road.by("pat"), WEEK, struck=every)

    assert ids(refused) == ["plan.all-struck"]
