"""Who may be chosen for a departure, and to whom one under way is told."""

from datetime import timedelta
from pathlib import Path

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.ids import SeatId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import public_key
from smadmin.ui.departures.saying import computer_said
from tests.drill import Drill


def test_everybody_but_oneself_can_leave_and_only_who_administers_goes_on(tmp_path: Path) -> None:
    drill = Drill(tmp_path)

    choice = drill.views.choice(drill.school.by("cem"))

    assert [one.name for one in choice.people] == [
        "Ana Brooks",
        "Bo Lindqvist",
        "Kim Nakamura",
        "Pat Winters",
    ]
    assert [one.name for one in choice.successors] == [
        "Ana Brooks",
        "Cem Aydin",
        "Kim Nakamura",
        "Pat Winters",
    ]
    assert drill.views.choice(drill.school.by("bo")).blockers


def test_two_computers_of_the_same_people_say_since_when_each_is_known(tmp_path: Path) -> None:
    drill = Drill(tmp_path)
    school, seats = drill.school, (SeatId("desk"), SeatId("laptop"), SeatId("cart"))
    for seat, whose in zip(seats, ("ana", "ana", "kim"), strict=True):
        school.clock.forward(days=1)
        with school.desk.deed(school.by("pat")) as deed:
            for kind, person in ((KeyKind.SEAT, None), (KeyKind.PERSON, school.people[whose])):
                key = public_key(Identity.new(), kind, person, seat)
                deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain()})

    found = {one.seat: one for one in drill.views.choice(school.by("cem")).computers}
    said = {str(computer_said(one)) for one in found.values()}

    assert [found[seat].people for seat in seats] == [("Ana Brooks",), ("Ana Brooks",), ("Kim Nakamura",)]
    first, second, other = (found[seat].since for seat in seats)
    assert first is not None
    assert second is not None
    assert second - first == timedelta(days=1)
    assert other is None, "nothing else is called so"
    assert len(said) == len(found)


def test_a_departure_under_way_is_told_to_whoever_can_go_on_with_it_and_not_to_who_leaves(
    tmp_path: Path,
) -> None:
    drill = Drill(tmp_path)
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave()

    told = {name: drill.views.open(drill.school.by(name)) for name in ("ana", "bo", "kim", "pat")}

    assert (told["ana"], told["bo"]) == ((), ())
    assert [(one.id, who) for one, who in told["kim"]] == [(departure, "Ana Brooks")]
    assert told["pat"] == told["kim"]


def test_the_end_waits_for_its_lines_and_for_the_principal(tmp_path: Path) -> None:
    drill = Drill(tmp_path)
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave()
    drill.settle_all(departure)

    assert drill.see(departure, by="pat").to_end == ()
    assert [one.message.id for one in drill.see(departure, by="cem").to_end] == ["departures.principal-signs"]
    assert drill.see(departure, by="bo").to_settle
