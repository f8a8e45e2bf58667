"""Marks and departures that a changed program of an administrator plants keep nobody from a true one."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.canonical import Plain
from smadmin.domain.departures import How, Leaving, Line, LineKind
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.ids import SeatId
from smadmin.domain.keys import KeyKind, Trust, TrustAct
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import DEPARTURE_PART
from smadmin.services.keys import public_key
from smadmin.services.proof import Proof
from tests.drill import Drill

RIGHTS = LineKind.RIGHTS.value


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    drill = Drill(tmp_path)
    drill.account(Platform.X, "lincoln_es")
    return drill


def mark(drill: Drill, who: str, by: str = "kim", departure: str = "ghost") -> None:
    """Write that somebody leaves, with no departure behind it."""
    person = drill.school.people[who]
    with drill.school.desk.deed(drill.school.by(by)) as deed:
        deed.record_trust(TrustAct.LEAVING, Noun.PEOPLE, person, {"person": person, "departure": departure})


def plant(
    drill: Drill, leaving: Leaving, *kinds: LineKind, by: str = "kim", departure: str = "planted"
) -> None:
    """Write that a departure began, with such lines."""
    lines = [Line(kind).to_plain() for kind in kinds]
    with drill.school.desk.deed(drill.school.by(by)) as deed:
        part: dict[str, Plain] = {"leaving": leaving.to_plain(), "lines": [*lines]}
        deed.record(Act.BEGIN_DEPARTURE, Noun.DEPARTURES, departure, parts={DEPARTURE_PART: part})


def of(drill: Drill, who: str, to: str = "kim") -> Leaving:
    return Leaving(person=drill.school.people[who], successor=drill.school.people[to])


def trust(drill: Drill) -> Trust:
    """Give what the record bears out, as the next start finds it: without a fault."""
    with drill.school.desk.look(drill.school.by("cem")) as unit:
        proven = Proof(drill.school.desk, lambda: drill.school.noted).now(unit)
    assert proven.whole
    return proven.trust


def stopped(drill: Drill, who: str) -> Leaver:
    return leaver(trust(drill), drill.school.people[who], drill.school.clock.at.date())


def refused(drill: Drill, by: str, who: str, to: str = "kim") -> str:
    with pytest.raises(NotAllowed) as error:
        drill.leave(by=by, who=who, to=to)
    return error.value.reasons[0].message.id


@pytest.mark.demand("BAL-B1b3")
def test_a_mark_that_lies_there_already_softens_no_true_departure(drill: Drill) -> None:
    mark(drill, "pat")

    drill.leave(by="cem", who="pat", to="kim")

    assert stopped(drill, "pat") is Leaver.SILENCED


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("by", ["kim", "pat"])
def test_a_planted_mark_outlasts_neither_that_they_stay_nor_the_end(drill: Drill, by: str) -> None:
    mark(drill, "ana", by)
    departure = drill.leave(by="cem")
    drill.departures.settle(drill.school.by("cem"), departure, RIGHTS, How.WAIVED, reason="they stay")
    assert stopped(drill, "ana") is Leaver.STAYS

    mark(drill, "ana", by)
    drill.departures.end(drill.school.by("pat"), departure)

    assert stopped(drill, "ana") is Leaver.STAYS


def test_the_office_is_told_of_a_mark_that_no_departure_stands_behind(drill: Drill) -> None:
    def told(by: str) -> list[str]:
        return [one.name for one in drill.views.without_departure(drill.school.by(by))]

    mark(drill, "pat")
    assert (told("cem"), told("pat"), told("ana")) == (["Pat Winters"], [], [])

    departure = drill.leave(by="cem", who="pat", to="kim")
    assert told("cem") == []
    drill.departures.settle(drill.school.by("cem"), departure, RIGHTS, How.WAIVED, reason="they stay")
    mark(drill, "pat", departure=departure)
    assert told("cem") == ["Pat Winters"]


def test_an_administrator_does_not_weaken_what_the_office_began(drill: Drill) -> None:
    drill.leave(by="cem", who="pat", to="kim")

    with pytest.raises(Tampered):
        mark(drill, "pat")

    assert stopped(drill, "pat") is Leaver.SILENCED


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize("kinds", [(LineKind.ACCOUNTS,), (LineKind.RIGHTS,)])
def test_a_planted_departure_keeps_the_office_from_no_true_one(
    drill: Drill, kinds: tuple[LineKind, ...], *, marked: bool
) -> None:
    """Without the rights, unmarked, or without the passwords: the office begins one with every line."""
    plant(drill, of(drill, "ana"), *kinds)
    if marked:
        mark(drill, "ana", departure="planted")

    departure = drill.leave(by="cem")
    drill.settle_all(departure)
    drill.departures.end(drill.school.by("pat"), departure)

    assert [one.id for one in drill.views.choice(drill.school.by("cem")).departures] == [departure]
    assert not trust(drill).leaving


def test_a_planted_departure_that_sets_nobody_on_the_way_out_is_none(drill: Drill) -> None:
    plant(drill, of(drill, "ana"), LineKind.RIGHTS)
    assert drill.views.see(drill.school.by("cem"), "planted") is None

    plant(drill, of(drill, "ana"), LineKind.ACCOUNTS, departure="without-rights")
    mark(drill, "ana", departure="without-rights")
    assert drill.views.see(drill.school.by("cem"), "without-rights") is None


def test_a_planted_loss_of_a_computer_gives_way_to_the_offices(drill: Drill) -> None:
    lost = Leaving(seat=SeatId("lost"))
    seat = public_key(Identity.new(), KeyKind.SEAT, None, lost.seat)
    with drill.school.desk.deed(drill.school.by("pat")) as deed:
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, seat.id, {"key": seat.to_plain()})
    plant(drill, lost, LineKind.ACCOUNTS)
    plant(drill, lost, LineKind.RIGHTS, departure="with-rights")

    departure = drill.departures.begin(drill.school.by("cem"), lost).value
    drill.end_rights(departure)

    assert [one.id for one in drill.views.choice(drill.school.by("cem")).departures] == [departure]


def test_nobody_begins_a_second_one_over_the_offices(drill: Drill) -> None:
    departure = drill.leave(by="cem")

    plant(drill, of(drill, "ana", "cem"), LineKind.RIGHTS, by="pat")
    mark(drill, "ana", "pat", departure="planted")

    assert drill.views.see(drill.school.by("cem"), "planted") is None
    assert drill.see(departure).departure.going


def test_what_the_office_ended_rights_in_is_not_begun_anew(drill: Drill) -> None:
    departure = drill.leave(by="kim")
    drill.end_rights(departure)

    assert refused(drill, "pat", "ana") == "departures.under-way"
    assert drill.see(departure).departure.open


@pytest.mark.demand("BAL-B1b3")
def test_an_administrator_sets_one_person_at_a_time_on_the_way_out(drill: Drill) -> None:
    first = drill.leave(by="kim", who="pat", to="kim")

    assert refused(drill, "kim", "cem") == "departures.one-at-a-time"
    with pytest.raises(Tampered):
        mark(drill, "cem")
    assert stopped(drill, "cem") is Leaver.STAYS

    drill.departures.settle(drill.school.by("cem"), first, RIGHTS, How.WAIVED, reason="they stay")
    drill.leave(by="kim", who="ana", to="kim")


def test_once_the_office_ended_rights_an_administrator_begins_the_next(drill: Drill) -> None:
    drill.end_rights(drill.leave(by="kim"))

    departure = drill.leave(by="kim", who="bo", to="kim")

    assert drill.see(departure).departure.going


@pytest.mark.demand("BAL-B1b3")
def test_after_they_stayed_a_true_one_begins_before_the_first_is_signed_over(drill: Drill) -> None:
    first = drill.leave(by="kim", who="pat", to="kim")
    drill.departures.settle(drill.school.by("cem"), first, RIGHTS, How.WAIVED, reason="they stay")

    true = drill.leave(by="cem", who="pat", to="kim")
    assert stopped(drill, "pat") is Leaver.SILENCED

    drill.school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL}, by="cem")
    drill.departures.end(drill.school.by("quinn"), first)
    assert stopped(drill, "pat") is Leaver.SILENCED, "the end of the first lifts nothing of the second"
    assert drill.see(true).departure.going


def test_many_planted_departures_are_read_in_one_go_and_of_computers_that_nobody_knows_none_counts(
    drill: Drill,
) -> None:
    asked, cem = list[str](), drill.school.by("cem")
    sa.event.listen(
        drill.school.store._engine, "before_cursor_execute", lambda *given: asked.append(str(given[2]))
    )

    def questions() -> int:
        drill.proof.catch_up(cem)
        asked.clear()
        assert drill.views.open(cem) == ()
        return len(asked)

    plant(drill, Leaving(seat=SeatId("made up")))
    one = questions()
    for n in range(20):
        plant(drill, Leaving(seat=SeatId(f"made up {n}")), departure=f"planted {n}")

    assert questions() == one
