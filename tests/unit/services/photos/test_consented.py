"""An adult's consent is a row: recorded once, used again, withdrawn; kept with each folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.canonical import parse
from smadmin.domain.errors import NotAllowed
from smadmin.domain.photos.adults import AdultsSaid, AdultsShown, ConsentKind, said_of
from smadmin.domain.vocabulary import Act
from smadmin.services.photos.consented import Consented
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.seeing import CAM, picture


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    return make_darkroom(tmp_path / "data")


def agreed(room: Darkroom, *names: str, kind: ConsentKind = ConsentKind.WRITTEN) -> AdultsSaid:
    return AdultsSaid(AdultsShown.CONSENTED, names, kind, room.school.clock.now().date())


def consent_rows(room: Darkroom) -> int:
    with room.school.desk.look(room.by("ana")) as unit:
        return len(list(unit.record.rows(acts=(Act.ADULT_CONSENT,))))


@pytest.mark.demand("WIC-S1")
@pytest.mark.demand("SOC-M2")
def test_a_consent_is_recorded_once_and_stands_for_later_folders(room: Darkroom) -> None:
    ana = room.by("ana")
    first = room.taken(ana, picture((CAM, 60)), facts=replace(FACTS, adults=agreed(room, "Ida Ash")))
    later = agreed(room, "ida ash", "Bo Ott", kind=ConsentKind.SPOKEN)

    second = room.taken(ana, picture((CAM, 90)), facts=replace(FACTS, adults=later))

    assert consent_rows(room) == 2
    told = {one.name: one.kind for one in Consented(room.school.desk).recorded(ana).values()}
    assert told == {"Ida Ash": ConsentKind.WRITTEN, "Bo Ott": ConsentKind.SPOKEN}
    kept = [room.review.set(ana, one).set.adults.named for one in (first, second)]
    assert [[one.name for one in named] for named in kept] == [["Ida Ash"], ["Ida Ash", "Bo Ott"]]


def test_the_row_about_the_folder_says_on_what_it_rests(room: Darkroom) -> None:
    ana = room.by("ana")
    event = AdultsSaid(AdultsShown.PUBLIC_EVENT, on=room.school.clock.now().date())
    made = room.taken(ana, picture((CAM, 60)))
    seen = room.review.set(ana, made).set

    room.intake.change_facts(ana, made, replace(FACTS, adults=event), version=seen.version)

    with room.school.desk.look(ana) as unit:
        (row,) = unit.record.rows(acts=(Act.CHANGE,))
        part = unit.record.part(row.seq, "facts")
    assert part is not None
    assert parse(part.content)["adults"] == {"shown": "public-event", "on": str(event.on), "named": []}
    assert said_of(room.review.set(ana, made).set.adults) == event


def test_a_withdrawn_consent_is_asked_for_again(room: Darkroom) -> None:
    ana = room.by("ana")
    consented = Consented(room.school.desk)
    room.taken(ana, picture((CAM, 60)), facts=replace(FACTS, adults=agreed(room, "Ida Ash")))

    consented.withdraw(ana, "IDA ASH")

    assert consented.recorded(ana) == {}
    with pytest.raises(NotAllowed):
        consented.withdraw(ana, "Ida Ash")


def test_correcting_a_folder_records_no_withdrawn_consent_again(room: Darkroom) -> None:
    ana = room.by("ana")
    made = room.taken(ana, picture((CAM, 60)), facts=replace(FACTS, adults=agreed(room, "Ida Ash")))
    Consented(room.school.desk).withdraw(ana, "Ida Ash")
    seen = room.review.set(ana, made).set

    corrected = replace(FACTS, event="Sports day", adults=said_of(seen.adults))
    room.intake.change_facts(ana, made, corrected, version=seen.version)

    assert Consented(room.school.desk).recorded(ana) == {}
    assert [one.name for one in room.review.set(ana, made).set.adults.named] == ["Ida Ash"]


def test_only_who_may_take_photos_in_withdraws(room: Darkroom) -> None:
    ana = room.by("ana")
    room.taken(ana, picture((CAM, 60)), facts=replace(FACTS, adults=agreed(room, "Ida Ash")))

    with pytest.raises(NotAllowed):
        Consented(room.school.desk).withdraw(room.by("bo"), "Ida Ash")


def test_a_consent_of_a_day_to_come_is_refused_and_nothing_is_taken_in(room: Darkroom) -> None:
    ana = room.by("ana")
    on = room.school.clock.now().date().replace(year=2099)
    said = AdultsSaid(AdultsShown.CONSENTED, ("Ida Ash",), on=on)

    with pytest.raises(NotAllowed):
        room.taken(ana, picture((CAM, 60)), facts=replace(FACTS, adults=said))

    assert room.review.sets(ana) == ()
    assert consent_rows(room) == 0
