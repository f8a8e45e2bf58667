"""A row that is dated ahead holds the school up until the office says what time it is, and nobody else can.

Once with a computer whose year is wrong, or on purpose with a key of the school: releases wait and roles that
end by date are over for every row that follows. The office's own signed row is the way back.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.timeline import ClockState
from smadmin.domain.vocabulary import Noun
from tests.clocked import (
    WEEK,
    YEARS,
    clocks,
    confirm,
    dated_road,
    faults,
    forge,
    grant,
    proven,
    state,
    works,
    write,
)
from tests.faults.forgeries import sql
from tests.road import Road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return dated_road(tmp_path)


def test_a_row_of_somebody_whose_roles_are_over_ends_nobodys_role(road: Road) -> None:
    write(road, "eli", ahead=YEARS)

    assert works(road, "dora")
    assert state(road) is ClockState.RIGHT
    assert faults(road) == []


def test_nor_does_a_row_of_somebody_whose_own_role_is_over_on_that_day(road: Road) -> None:
    write(road, "dora", ahead=YEARS)

    assert works(road, "dora")
    assert state(road) is ClockState.RIGHT


@pytest.mark.parametrize("who", ["ana", "bo", "dora", "eli", "fay", "gus"])
def test_nobody_else_may_confirm_the_time(road: Road, who: str) -> None:
    first = write(road, "ana", ahead=YEARS)

    with pytest.raises(NotAllowed):
        clocks(road).confirm(road.by(who), first)

    assert state(road) is ClockState.BEHIND


@pytest.mark.parametrize("who", ["gus", "fay"])
@pytest.mark.parametrize("back", [timedelta(), -WEEK, -2 * WEEK])
def test_whose_office_ended_confirms_nothing_by_dating_it_back(road: Road, who: str, back: timedelta) -> None:
    """Neither in a record that is right, to get the own role back, nor in one that is ahead."""
    first = write(road, "pat")
    forged = forge(road, who, first, ahead=back)
    write(road, "ana", ahead=YEARS)
    again = forge(road, who, first, ahead=back)

    assert {(forged, "records.no-right"), (again, "records.no-right")} <= set(faults(road))
    assert state(road) is ClockState.BEHIND
    assert proven(road).timeline.confirmed == []


def test_an_office_that_ends_before_the_disturbed_time_does_not_suffice(road: Road) -> None:
    grant(road, "gus", Role.PRINCIPAL, ends=300)
    first = write(road, "ana", ahead=YEARS)

    with pytest.raises(NotAllowed):
        clocks(road).confirm(road.by("gus"), first)
    assert faults(road) == []
    forged = forge(road, "gus", first)

    assert faults(road) == [(forged, "records.no-right")]


def test_nor_does_an_office_that_only_begins_later(road: Road) -> None:
    """The record would go back to a time at which nobody has the office."""
    road.school.admit("hal", "Hal", set(), by="pat")
    starts = road.school.clock.now().date() + timedelta(days=30)
    given = Grant("hals", road.school.people["hal"], Role.PRINCIPAL, starts)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, given.person, {"grant": given.to_plain()})
    first = write(road, "ana", ahead=YEARS)

    with pytest.raises(NotAllowed):
        clocks(road).confirm(road.by("hal"), first)
    forged = forge(road, "hal", first)

    assert faults(road) == [(forged, "clock.not-set")]


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_confirmation_that_names_other_rows_has_no_effect(road: Road, shift: int) -> None:
    """Nor can it say a time before rows that it doesn't dispute."""
    first = write(road, "ana", ahead=YEARS)
    forged = forge(road, "pat", first + shift)

    assert faults(road) == [(forged, "clock.not-set")]
    assert state(road) is ClockState.BEHIND


def test_a_time_before_undisputed_rows_is_not_confirmed(road: Road) -> None:
    first = write(road, "ana", ahead=YEARS)
    forged = forge(road, "pat", first, ahead=-2 * WEEK)

    assert faults(road) == [(forged, "clock.not-set")]
    assert state(road) is ClockState.BEHIND


def test_where_nothing_is_dated_ahead_there_is_nothing_to_confirm(road: Road) -> None:
    forged = forge(road, "pat", 1)

    assert faults(road) == [(forged, "clock.not-set")]


def test_a_confirmation_laid_in_again_has_no_effect(road: Road) -> None:
    first = write(road, "ana", ahead=YEARS)
    confirm(road, "pat")
    write(road, "ana", ahead=YEARS)

    replayed = forge(road, "pat", first)

    assert (replayed, "clock.not-set") in faults(road)
    assert state(road) is ClockState.BEHIND


def test_an_edited_confirmation_is_told_and_has_no_effect(road: Road) -> None:
    write(road, "ana", ahead=YEARS)
    confirm(road, "pat")
    row = proven(road).head.seq
    sql(road, f"UPDATE record_row SET body = replace(body, '2026-11', '2026-10') WHERE seq = {row}")

    assert {message for _, message in faults(road)} >= {"records.row-changed"}
    assert proven(road).timeline.confirmed == []


def test_after_a_confirmation_was_rolled_back_the_record_is_not_the_noted_one(road: Road) -> None:
    write(road, "ana", ahead=YEARS)
    before = proven(road).head
    confirm(road, "pat")
    noted = proven(road).head
    sql(road, f"DELETE FROM record_row WHERE seq > {before.seq}")

    told = road.school.records.verify(by=road.by("pat"), head=noted).faults

    assert "records.shorter-than-head" in [one.message.id for one in told]
