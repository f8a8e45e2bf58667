"""A school with roles that end by date, and hands that sign rows with a clock that is wrong.

`dated_road(tmp_path)` gives it; `write(road, "ana", ahead=YEARS)` holds it up, until `confirm(road, "pat")`.
"""

from datetime import date, timedelta
from pathlib import Path

from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.timeline import ClockState
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.clocks import Clocks
from smadmin.services.proof import Proof, Proven
from tests.road import Road, make_road
from tests.unasked import record_unasked

YEARS = timedelta(days=3650)
WEEK = timedelta(days=7)
DATED = {
    "dora": (Role.ADMINISTRATOR, 300),
    "eli": (Role.REVIEWER, 0),
    "fay": (Role.DEPUTY, 0),
    "gus": (Role.PRINCIPAL, 0),
}


def dated_road(folder: Path) -> Road:
    """A school in which some roles end by date: Dora's this year, those of Eli, Fay and Gus a week ago."""
    road = make_road(folder)
    for name in DATED:
        road.school.admit(name, name.title(), set(), by="pat")
    for name, (role, days) in DATED.items():
        grant(road, name, role, ends=days)
    road.school.clock.at += WEEK
    write(road, "pat")
    return road


def grant(road: Road, name: str, role: Role, *, ends: int) -> None:
    last = road.school.clock.now().date() + timedelta(days=ends)
    given = Grant(f"{name}s-{last}", road.school.people[name], role, date(2020, 1, 1), ends=last)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, given.person, {"grant": given.to_plain()})


def write(road: Road, who: str, *, ahead: timedelta = timedelta()) -> int:
    """Sign a row, as a program does that asks nobody about the date."""
    road.school.clock.at += ahead
    with road.school.desk.deed(road.by(who)) as deed:
        row = record_unasked(deed, Act.OVERRIDE, Noun.POSTS, "a-post")
    road.school.clock.at -= ahead
    return row


def works(road: Road, who: str) -> bool:
    """Tell whether the program lets somebody sign what an administrator may."""
    try:
        with road.school.desk.deed(road.by(who)) as deed:
            deed.record(Act.CONFIRM, Noun.ACCOUNTS, road.x)
    except NotAllowed:
        return False
    return True


def clocks(road: Road) -> Clocks:
    return Clocks(road.school.desk, road.proof)


def confirm(road: Road, who: str) -> None:
    view = clocks(road).look(road.by(who))
    assert view is not None
    assert view.dated is not None
    clocks(road).confirm(road.by(who), view.dated.first)


def forge(road: Road, who: str, names: int, *, ahead: timedelta = timedelta()) -> int:
    """Sign what time it is with a program that asks nobody."""
    road.school.clock.at += ahead
    with road.school.desk.deed(road.by(who)) as deed:
        row = record_unasked(deed, Act.CONFIRM_CLOCK, Noun.RECORDS, str(names))
    road.school.clock.at -= ahead
    return row


def proven(road: Road) -> Proven:
    with road.school.desk.look(road.by("pat")) as unit:
        return Proof(road.school.desk).now(unit)


def state(road: Road) -> ClockState:
    return proven(road).timeline.state(road.school.clock.now())


def faults(road: Road) -> list[tuple[int, str]]:
    return [(one.seq, one.message.id) for one in road.school.records.verify(by=road.by("pat")).faults]
