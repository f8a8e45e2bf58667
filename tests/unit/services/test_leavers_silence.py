"""Whoever is on the way out loosens nothing any more: the program refuses it, and a row of it is none."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.cadence import EXCUSE_PART, LONGEST_EXCUSE, begun
from smadmin.domain.departures import Leaving
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.rights import RIGHTS
from smadmin.domain.school_days import DaysForm, DaysKind
from smadmin.domain.still_free import LETS_RELEASE, STILL_FREE
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.calendars.reading import CalendarReader
from smadmin.services.departures import Departures
from smadmin.services.proof import Proof
from smadmin.services.school_calendar import SchoolCalendar
from smadmin.services.students.roster import Students
from smadmin.services.unsigned import Unsigned
from tests.drill import SECRET, Drill
from tests.road import Road, make_road

pytestmark = pytest.mark.demand("BAL-B1b3")


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def leaves(road: Road, who: str, by: str = "cem") -> None:
    people = road.school.people
    going = Departures(road.school.desk, road.proof, lambda: road.reader.policy.platforms)
    going.begin(road.by(by), Leaving(person=people[who], successor=people["dee"]))
    road.school.clock.forward(minutes=1)


def proof_of(road: Road) -> Proof:
    """Prove the record as the next start does."""
    return Proof(road.school.desk, lambda: road.school.noted)


@contextmanager
def changed_program(road: Road | Drill) -> Iterator[None]:
    """Let the desk ask nobody whether they leave, as a changed program does."""
    desk = road.school.desk
    desk.leaves = lambda *_who: Leaver.STAYS
    yield
    desk.leaves = leaver


def refused() -> AbstractContextManager[object]:
    return pytest.raises(NotAllowed, match=r"departures\.leaves-oneself")


def unwritten() -> NoReturn:
    """Let nothing of a deed be kept."""
    raise InterruptedError


def test_what_stays_free_are_acts_that_there_are() -> None:
    for table in (STILL_FREE, LETS_RELEASE):
        assert all(acts <= RIGHTS[noun].keys() for noun, acts in table.items())
    assert not any(STILL_FREE.get(noun, frozenset()) & acts for noun, acts in LETS_RELEASE.items())


def test_whoever_is_silenced_signs_only_what_is_named(road: Road) -> None:
    """New acts are barred until somebody says that they only tighten."""
    leaves(road, "pat")

    def barred(noun: Noun, act: Act) -> bool:
        about = road.x if noun in {Noun.ACCOUNTS, Noun.CREDENTIALS} else "x"
        try:
            with road.school.desk.deed(road.by("pat")) as deed:
                deed.record(act, noun, about)
                unwritten()
        except InterruptedError:
            return False
        except NotAllowed as error:
            return "departures.leaves-oneself" in {one.message.id for one in error.reasons}

    every = [(noun, act) for noun, acts in RIGHTS.items() for act in acts]
    free = {(noun, act) for noun, acts in STILL_FREE.items() for act in acts}
    assert {one for one in every if not barred(*one)} == free


def test_an_excuse_by_who_leaves_lets_no_account_rest(road: Road) -> None:
    leaves(road, "pat")
    day = road.school.clock.at.date()
    until = day + LONGEST_EXCUSE
    with changed_program(road), road.school.desk.deed(road.by("pat")) as deed:
        account = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(account, pauses=begun(account.pauses, day, until)))
        deed.record(
            Act.EXCUSE,
            Noun.ACCOUNTS,
            road.x,
            parts={EXCUSE_PART: {"until": until.isoformat(), "reason": "-"}},
        )
    road.school.note()

    told = [one.id for one in Unsigned(road.school.desk, proof_of(road)).look(road.by("cem"))]
    verdict = road.school.records.verify(by=road.by("cem"), noted=road.school.noted)

    assert told == ["records.rests-unsigned"]
    assert [one.message.id for one in verdict.faults] == ["records.rests-unsigned"]


FAR = DaysForm(DaysKind.BREAK, date(2026, 11, 20), date(2027, 10, 1), "A long rest")


def test_a_break_by_who_leaves_is_refused_and_planted_it_is_none(road: Road) -> None:
    leaves(road, "pat")
    with CalendarReader() as files:
        calendar = SchoolCalendar(road.school.desk, road.reader, files)
        with refused():
            calendar.add(road.by("pat"), FAR)
        with changed_program(road):
            calendar.add(road.by("pat"), FAR)
    road.school.note()

    told = [one.id for one in Unsigned(road.school.desk, proof_of(road)).look(road.by("cem"))]
    verdict = road.school.records.verify(by=road.by("cem"), noted=road.school.noted)

    assert told == ["records.days-planted"]
    assert [one.message.id for one in verdict.faults] == ["records.days-planted"]


@pytest.mark.parametrize("by", ["cem", "dee"])
def test_a_look_by_who_leaves_is_refused_and_planted_it_is_none(road: Road, by: str) -> None:
    photo = road.photo(second=None)
    leaves(road, "bo", by)
    with refused():
        road.looks.finish(road.by("bo"), photo, other_things_fine=True)
    with changed_program(road):
        road.looks.finish(road.by("bo"), photo, other_things_fine=True)
    road.proof = proof_of(road)
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, photo, alt="Children build a tower")
    road.posts.submit(road.by("ana"), draft.id)

    reasons = [one.message.id for one in road.approvals.blockers(road.by("pat"), draft.id)]

    assert reasons


def test_a_child_s_no_is_added_by_who_leaves_and_never_taken_away(road: Road) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    child = students.add(road.by("ana"), StudentEntry("Ann", "Quill")).value
    leaves(road, "pat")
    pat = road.by("pat")

    students.set_opt_outs(pat, child, frozenset({OptOut.PHOTOS}), version=1)
    with refused():
        students.set_opt_outs(pat, child, frozenset(), version=2)
    with refused():
        students.set_photo_consent(pat, child, version=2, given=True)
    students.set_photo_consent(pat, child, version=2, given=False)

    with road.school.desk.look(pat) as unit:
        assert unit.students.get(child).opt_outs == {OptOut.PHOTOS}
        assert proof_of(road).now(unit).roster_right


def test_a_list_that_who_leaves_changed_isn_t_borne_out_until_the_principal_decides(road: Road) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    child = students.add(road.by("ana"), StudentEntry("Ann", "Quill")).value
    leaves(road, "pat")
    with changed_program(road):
        students.remove(road.by("pat"), child)
    with road.school.desk.look(road.by("cem")) as unit:
        planted = proof_of(road).now(unit)
        assert planted.whole
        assert not planted.roster_right

    students.add(road.by("ana"), StudentEntry("Bea", "Stone"))

    with road.school.desk.look(road.by("cem")) as unit:
        assert not proof_of(road).now(unit).roster_right


def test_a_log_in_that_who_leaves_kept_is_shown_to_nobody(tmp_path: Path) -> None:
    drill = Drill(tmp_path)
    account, kim = drill.account(Platform.X, "lincoln_es"), drill.school.by("kim")
    drill.vault.keep(drill.school.by("ana"), account, SECRET)
    drill.leave(by="cem", who="pat", to="kim")
    with changed_program(drill):
        drill.vault.keep(drill.school.by("pat"), account, replace(SECRET, password="wrong-Tower-77"))

    with pytest.raises(KnownError):
        drill.vault.reveal(kim, drill.vault.fetch(account), why="to post the news")


def test_at_sign_in_who_leaves_goes_on_with_no_other_school_key(tmp_path: Path) -> None:
    """It would be refused, and stand in the way of signing in."""
    drill = Drill(tmp_path)
    departure = drill.leave(by="cem", who="bo", to="kim")
    drill.departures.end_rights(drill.school.by("cem"), departure)
    drill.leave(by="cem", who="ana", to="kim")

    assert not drill.renewal.owed(drill.school.by("ana"))
    assert drill.renewal.owed(drill.school.by("kim"))
