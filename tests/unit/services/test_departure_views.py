"""Who may be chosen for a departure, and to whom one under way is told."""

from pathlib import Path

from smadmin.domain.accounts import Platform
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
