"""The school's own row, changed from outside: other rules, another kind of school, another day.

Whoever can write the database's file must neither loosen the rules nor be believed for a moment.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.app.opening import with_office
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.errors import Tampered
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.gate import LastGate
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.proof import proven_now
from smadmin.storage.disk import FILE_NAME
from tests.road import make_road
from tests.sample import sample_office, sit

CHANGES: dict[str, dict[str, Plain]] = {
    "opt-in becomes opt-out": {"policy": "socorro-tx"},
    "the sample becomes a real school": {"sample": False},
    "anybody's domain": {"domains": ["evil.example"]},
    "another zone": {"zone": "Pacific/Guam"},
    "another name": {"name": "Lincoln Middle"},
}


def rewritten(folder: Path, change: Callable[[bytes], bytes | None]) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        (body,) = connection.execute("SELECT body FROM school").fetchone()
        newer = change(bytes(body))
        if newer is None:
            connection.execute("DELETE FROM school")
        else:
            connection.execute("UPDATE school SET body = ?", (newer,))
        connection.commit()


def with_facts(**facts: Plain) -> Callable[[bytes], bytes]:
    return lambda body: canonical({**parse(body), **facts})


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return sample_office(tmp_path / "school")


@pytest.mark.parametrize("facts", CHANGES.values(), ids=CHANGES)
def test_a_changed_school_is_an_alarm_and_nothing_is_done(office: Office, facts: dict[str, Plain]) -> None:
    principal = sit(office, "ellen-whitcomb").actor
    before = office.school
    rewritten(office.grounds.place.store, with_facts(**facts))

    alarm = office.alarms.look(principal)
    with pytest.raises(Tampered), office.desk.deed(principal) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    assert alarm is not None
    assert (alarm.school, alarm.changed) == (True, False)
    assert "records.school-differs" in {fault.message.id for fault in office.verify().faults}
    assert office.school == before, "whoever asks is told what was signed"
    office.close()


@pytest.mark.parametrize("facts", CHANGES.values(), ids=CHANGES)
def test_what_was_changed_before_signing_in_is_not_believed(
    tmp_path: Path, office: Office, facts: dict[str, Plain]
) -> None:
    before = office.school
    rewritten(tmp_path / "school", with_facts(**facts))

    principal = sit(office, "ellen-whitcomb").actor

    assert office.school == before
    assert office.pack.id == before.policy
    alarm = office.alarms.look(principal)
    assert alarm is not None
    assert alarm.school
    office.close()


@pytest.mark.parametrize(
    "change",
    [
        with_facts(policy="socorro-tx"),
        lambda body: body[2:],
        lambda body: b" " + body,
        lambda body: body.replace(b'"sample":true', b'"sample":"no"'),
        lambda body: body.replace(b"America/", b"Amerika/"),
        lambda _: b"[" * 5000,
    ],
)
def test_sitting_down_again_puts_the_signed_school_back(
    office: Office, change: Callable[[bytes], bytes]
) -> None:
    before = office.school
    rewritten(office.grounds.place.store, change)

    mended = office.mend_tables()
    principal = sit(office, "ellen-whitcomb").actor

    assert mended
    assert office.school == before
    assert office.alarms.look(principal) is None
    assert office.verify().whole
    office.close()


def test_nothing_is_released_or_leaves_under_another_school(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released()
    by = road.by("ana")
    gate = LastGate(road.school.desk, road.reader, road.proof, road.media)
    before = gate.blockers(by, post, road.x)
    rewritten(road.school.folder, with_facts(domains=["evil.example"]))

    after = gate.blockers(by, post, road.x)

    assert before == ()
    assert after
    assert not proven_now(road.proof, road.school.desk, by).whole


def test_a_school_whose_row_is_gone_is_still_there_and_is_put_back(tmp_path: Path, office: Office) -> None:
    before, secrets = office.school, office.grounds.secrets
    office.close()
    rewritten(tmp_path / "school", lambda _: None)
    grounds = open_grounds(Place(tmp_path / "school", tmp_path / "school"), lambda _store: secrets)

    founded = grounds.founded
    opened = with_office(grounds, grounds.office())

    assert founded, "nobody founds a school over one that is here"
    assert opened.school == before
    grounds.close()


def test_a_row_of_another_school_is_not_taken_for_this_one(tmp_path: Path, office: Office) -> None:
    here, secrets = office.school.id, office.grounds.secrets
    office.close()
    with closing(sqlite3.connect(tmp_path / "school" / FILE_NAME)) as connection:
        zero = "00000000-0000-7000-8000-000000000000"
        connection.execute("INSERT INTO school SELECT ?, ?, version, body FROM school", (zero, zero))
        connection.commit()
    grounds = open_grounds(Place(tmp_path / "school", tmp_path / "school"), lambda _store: secrets)

    again = grounds.office()

    assert again.school.id == here
    assert again.alarms.look(sit(again, "ellen-whitcomb").actor) is None
    again.close()
