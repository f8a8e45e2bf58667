"""The clock against the record: what is asked, what waits, and what is right again afterwards."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.timeline import ClockState
from smadmin.services.proof import Proof
from smadmin.services.restoring import Restoring
from tests.clocked import YEARS, clocks, confirm, dated_road, faults, proven, state, works, write
from tests.road import Road
from tests.school import make_school
from tests.unit.services.test_backups import backups_of
from tests.unit.services.test_restoring import an_act, restored

SUMMER = timedelta(days=70)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return dated_road(tmp_path)


def test_a_row_of_who_has_a_role_for_good_holds_everybody_up_until_the_time_is_confirmed(road: Road) -> None:
    ahead = write(road, "ana", ahead=YEARS)
    assert not works(road, "dora")
    assert state(road) is ClockState.BEHIND

    confirm(road, "pat")

    assert works(road, "dora")
    assert state(road) is ClockState.RIGHT
    assert clocks(road).look(road.by("pat")) is None
    dated = proven(road).at(ahead)
    assert dated is not None
    assert dated.moment == road.school.clock.now()
    assert faults(road) == []


def test_a_release_waits_until_then_and_goes_on_after(road: Road) -> None:
    post = road.submitted()
    write(road, "ana", ahead=YEARS)
    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("pat"), post)
    assert "approvals.clock-behind" in [reason.message.id for reason in refused.value.reasons]

    confirm(road, "pat")

    road.approvals.release(road.by("pat"), post)


def test_verifying_tells_which_rows_were_dated_ahead_and_who_confirmed_the_time(road: Road) -> None:
    first, second = write(road, "ana", ahead=YEARS), write(road, "eli", ahead=2 * YEARS)
    confirm(road, "cem")

    verdict = road.school.records.verify(by=road.by("pat"))

    assert verdict.whole
    (told,) = verdict.clocks
    assert told.id == "clock.was-confirmed"
    assert told.values["n"] == 2
    assert told.values["on"] == road.school.clock.now()
    assert str(told.values["by"]).find("Cem") >= 0
    rows = told.values["rows"]
    assert isinstance(rows, tuple)
    assert [row.values["row"] for row in rows] == [first, second]


def test_what_the_person_was_shown_is_what_they_confirm(road: Road) -> None:
    first = write(road, "ana", ahead=YEARS)

    with pytest.raises(NotAllowed):
        clocks(road).confirm(road.by("pat"), first - 1)


def test_confirming_takes_a_fresh_passphrase(road: Road) -> None:
    first = write(road, "ana", ahead=YEARS)
    pat = road.by("pat")
    road.school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as refused:
        clocks(road).confirm(pat, first)

    assert [reason.message.id for reason in refused.value.reasons] == ["keys.passphrase-again"]


def test_a_second_row_ahead_takes_a_second_confirmation(road: Road) -> None:
    write(road, "ana", ahead=YEARS)
    confirm(road, "pat")
    write(road, "bo", ahead=2 * YEARS)
    assert state(road) is ClockState.BEHIND

    confirm(road, "cem")

    assert state(road) is ClockState.RIGHT
    assert works(road, "dora")
    assert len(road.school.records.verify(by=road.by("pat")).clocks) == 2


def test_a_confirmation_with_a_clock_that_was_wrong_itself_is_set_right_too(road: Road) -> None:
    write(road, "ana", ahead=2 * YEARS)
    road.school.clock.at += YEARS
    confirm(road, "pat")
    road.school.clock.at -= YEARS
    assert state(road) is ClockState.BEHIND

    confirm(road, "pat")

    assert state(road) is ClockState.RIGHT
    assert faults(road) == []


def test_after_a_long_rest_somebody_says_that_the_date_is_right_before_anything_is_signed(road: Road) -> None:
    road.school.clock.at += SUMMER
    view = clocks(road).look(road.by("ana"))
    assert view is not None
    assert (view.state, view.may) == (ClockState.AHEAD, True)
    assert not works(road, "ana")
    with pytest.raises(NotAllowed) as refused:
        road.plan.remove(road.by("ana"), road.slot)
    assert [reason.message.id for reason in refused.value.reasons] == ["clock.ahead-first"]

    clocks(road).vouch(road.by("ana"))

    assert clocks(road).look(road.by("ana")) is None
    assert works(road, "ana")
    assert faults(road) == []


def test_words_are_kept_meanwhile(road: Road) -> None:
    draft = road.draft()
    road.school.clock.at += SUMMER

    road.posts.keep(road.by("ana"), draft, replace(draft.content, text="Welcome back"))

    assert road.posts.get(road.by("ana"), draft.id).content.text == "Welcome back"


def test_who_has_no_role_on_the_date_cant_say_that_it_is_right(road: Road) -> None:
    road.school.clock.at += YEARS
    view = clocks(road).look(road.by("dora"))
    assert view is not None
    assert not view.may
    assert "Pat Winters" in view.others

    with pytest.raises(NotAllowed):
        clocks(road).vouch(road.by("dora"))

    assert clocks(road).look(road.by("pat")) is not None


def test_saying_it_twice_signs_once(road: Road) -> None:
    road.school.clock.at += SUMMER
    clocks(road).vouch(road.by("ana"))
    before = proven(road).head

    clocks(road).vouch(road.by("bo"))

    assert proven(road).head == before


def test_who_could_confirm_is_named_to_who_cannot(road: Road) -> None:
    write(road, "ana", ahead=YEARS)

    told = clocks(road).look(road.by("ana"))
    own = clocks(road).look(road.by("pat"))

    assert told is not None
    assert own is not None
    assert (told.may, told.others) == (False, ("Cem Aydin", "Pat Winters"))
    assert (own.may, own.others) == (True, ("Cem Aydin",))
    assert own.dated is not None
    assert (own.dated.rows, own.dated.people) == (1, ("Ana Brooks",))


def test_the_principal_takes_a_copy_that_is_older_than_a_summer_without_another_word(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    made = backups_of(school).make().file
    an_act(school)
    school.clock.forward(days=70)
    restored(school, made)
    proof = Proof(school.desk, lambda: school.noted)
    school.desk.proven = proof.trust

    Restoring(school.desk, proof).sign(school.by("pat"))

    with school.desk.look(school.by("pat")) as unit:
        assert proof.now(unit).timeline.state(school.clock.now()) is ClockState.RIGHT
