"""An older copy of the record undoes no departure: this computer noted who was on the way out."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, LineKind
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PersonId, SchoolId
from smadmin.domain.leavers import Leaver
from smadmin.domain.people import Role
from smadmin.domain.verification import End
from smadmin.services.going import going_at, leaves_as_noted
from smadmin.services.heads import Heads
from smadmin.services.proof import Proof
from smadmin.services.restoring import Restoring
from tests.drill import Drill
from tests.unit.services.test_backroom import back_room
from tests.unit.services.test_backups import backups_of
from tests.unit.services.test_restoring import restored

pytestmark = pytest.mark.demand("BAL-B1b3")
TODAY = datetime(2026, 11, 16, 15, tzinfo=UTC).date()


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def brought_back(drill: Drill, *, who: str = "pat") -> Restoring:
    """Begin a departure, settle, and put the record of before back."""
    school = drill.school
    school.note()
    made = backups_of(school).make().file
    drill.leave(by="cem", who=who, to="kim")
    assert back_room(school).settle()
    school.desk.proven = None
    restored(school, made)
    noted = replace(school.noted, leaving=school.heads.leaving())
    return Restoring(school.desk, Proof(school.desk, lambda: noted))


def test_who_leaves_is_noted_with_the_record_s_end_and_no_more_once_they_stay(drill: Drill) -> None:
    school, pat = drill.school, drill.school.people["pat"]
    school.note()
    departure = drill.leave(by="cem", who="pat", to="kim")
    back_room(school).settle()
    assert school.heads.leaving() == {pat}

    stays = LineKind.RIGHTS.value
    drill.departures.settle(school.by("cem"), departure, stays, How.WAIVED, reason="they stay")
    back_room(school).settle()
    assert school.heads.leaving() == frozenset()


def test_a_seat_that_begins_its_notes_knows_who_is_on_the_way_out(drill: Drill) -> None:
    school = drill.school
    drill.leave(by="cem", who="pat", to="kim")
    room = back_room(school)
    root, newest = room.proven().begun_by, school.desk.newest
    assert root is not None
    assert newest is not None

    room.begin_notes(newest, root)

    assert school.heads.leaving() == {school.people["pat"]}


def test_nothing_noted_and_junk_name_nobody() -> None:
    heads = Heads(MemorySecrets(), SchoolId("s"))
    assert heads.leaving() == frozenset()

    heads.keep_leaving([PersonId("pat"), PersonId("ana")])
    assert heads.leaving() == {"ana", "pat"}
    heads.keep_leaving([])

    assert heads.leaving() == frozenset()


def test_a_principal_on_the_way_out_decides_about_no_older_record_and_the_rest_of_the_office_does(
    drill: Drill,
) -> None:
    restoring, school = brought_back(drill), drill.school

    with pytest.raises(NotAllowed, match=r"departures\.leaves-oneself"):
        restoring.sign(school.by("pat"))
    with pytest.raises(NotAllowed, match=r"store\.restore-principal"):
        restoring.sign(school.by("kim"))

    restoring.sign(school.by("cem"))
    assert restoring.pending() is None


def test_who_was_leaving_is_named_until_their_departure_is_begun_anew(drill: Drill) -> None:
    restoring, school = brought_back(drill), drill.school
    restoring.sign(school.by("cem"))
    school.note()
    school.desk.proven = drill.proof.trust

    told = {who: drill.views.left_behind(school.by(who)) for who in ("cem", "kim", "bo", "pat")}
    departure = drill.leave(by="cem", who="pat", to="kim")

    assert [one.name for who in ("cem", "kim") for one in told[who]] == ["Pat Winters"] * 2
    assert (told["bo"], told["pat"]) == ((), ())
    assert drill.views.left_behind(school.by("cem")) == ()
    assert drill.see(departure).departure.open


def test_a_restore_that_lost_nobodys_departure_names_nobody(drill: Drill) -> None:
    school = drill.school
    school.note()
    made = backups_of(school).make().file
    drill.account(Platform.X, "lincoln_es")
    assert back_room(school).settle()
    school.desk.proven = None
    restored(school, made)
    Restoring(school.desk, Proof(school.desk, lambda: school.noted)).sign(school.by("pat"))

    assert drill.views.left_behind(school.by("pat")) == ()


def test_the_office_leaves_the_decision_to_a_principal_who_stays(drill: Drill) -> None:
    restoring, school = brought_back(drill, who="ana"), drill.school

    assert [one.message.id for one in restoring.blockers(school.by("cem"))] == ["store.restore-principal"]
    assert restoring.blockers(school.by("pat")) == ()


def test_on_an_older_record_who_was_noted_does_nothing_that_binds(drill: Drill) -> None:
    brought_back(drill)
    school, pat = drill.school, drill.school.people["pat"]
    noted = replace(school.noted, leaving=school.heads.leaving())
    with school.desk.look(school.by("pat")) as unit:
        proven = Proof(school.desk, lambda: noted).now(unit)

    stops = leaves_as_noted(proven)

    assert proven.end is End.OTHER
    assert going_at(proven, TODAY) == {pat}
    assert stops(proven.trust, pat, TODAY) is Leaver.SILENCED
    assert stops(proven.trust, school.people["cem"], TODAY) is Leaver.STAYS
    school.desk.leaves = stops
    with pytest.raises(NotAllowed, match=r"departures\.leaves-oneself"):
        school.admit("mal", "Mal Ory", {Role.PRINCIPAL}, by="pat")
