"""Tampering that somebody goes on working upon, and that is put back: no deed may make a lie true.

The verifying that looks afterwards sees a store without a trace; so the deed in between must refuse.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.errors import Tampered
from smadmin.domain.keys import Key, KeyKind, TrustAct
from smadmin.domain.records import row_hash, signed_text, state_digest
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Proof
from smadmin.services.students.roster import Students
from smadmin.storage.disk import FILE_NAME
from tests.road import Road, make_road
from tests.unasked import record_unasked

NEWEST = "WHERE seq = (SELECT max(seq) FROM record_row)"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def with_a_child(road: Road) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.PHOTOS})))


def newest_says(road: Road, **fields: str) -> bytes:
    """Change what the newest row's body says, and nothing else; gives what it said."""
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        (body,) = connection.execute(f"SELECT body FROM record_row {NEWEST}").fetchone()
        connection.execute(
            f"UPDATE record_row SET body = ? {NEWEST}", (canonical({**parse(body), **fields}),)
        )
        connection.commit()
    return bytes(body)


def without_children(road: Road) -> str:
    """Delete the children's rows; gives the digest of what is left."""
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        connection.execute("DELETE FROM student")
        connection.commit()
    return state_digest({})


def test_nobody_signs_a_list_of_children_that_was_written_into_the_newest_row(road: Road) -> None:
    with_a_child(road)
    newest_says(road, roster=without_children(road))

    with pytest.raises(Tampered) as refused:
        road.plan.add(road.by("ana"), road.x, road.school.clock.now().date(), "Anything")

    assert refused.value.happened.id == "records.newest-changed"


def test_a_newest_row_signed_by_nobody_is_not_built_upon(road: Road) -> None:
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        connection.execute(f"UPDATE record_row SET signature = zeroblob(64) {NEWEST}")
        connection.commit()

    with pytest.raises(Tampered) as refused:
        road.plan.add(road.by("ana"), road.x, road.school.clock.now().date(), "Anything")

    assert refused.value.happened.id == "records.newest-changed"


def test_the_newest_row_is_the_one_after_the_row_before_it(road: Road) -> None:
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        connection.execute("DELETE FROM record_row WHERE seq = (SELECT max(seq) - 1 FROM record_row)")
        connection.commit()

    with pytest.raises(Tampered):
        road.plan.add(road.by("ana"), road.x, road.school.clock.now().date(), "Anything")


def test_an_act_that_is_not_about_children_cannot_change_what_is_known_of_them(road: Road) -> None:
    with_a_child(road)
    without_children(road)
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.roster_changed()
        deed.record(Act.ADD_SLOT, Noun.SLOTS, "a slot")

    verdict = road.school.records.verify(by=road.by("ana"))

    assert [fault.message.id for fault in verdict.faults] == ["records.roster-not-by-act"]


def test_who_reads_the_keyring_signs_no_opt_out_away_with_the_computers_own_key(road: Road) -> None:
    """Whoever has this OS login has the seat's key, and needs nobody's passphrase for it."""
    with_a_child(road)
    seat = road.school.seat.identity
    assert seat is not None
    without_children(road)
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.by = replace(deed.by, person=None, signer=seat)
        deed.roster_changed()
        record_unasked(deed, Act.REMOVE, Noun.STUDENTS, None)

    assert not road.school.records.verify(by=road.by("ana")).whole
    with road.school.desk.look(road.by("ana")) as unit:
        assert not Proof(road.school.desk).now(unit).whole


def test_a_computer_does_no_deed(road: Road) -> None:
    seat = road.school.seat.identity
    assert seat is not None

    with (
        pytest.raises(Tampered) as refused,
        road.school.desk.deed(replace(road.by("ana"), person=None, signer=seat)),
    ):
        pass

    assert refused.value.happened.id == "records.not-your-key"


def into_the_tables(road: Road, planted: Identity) -> Key:
    """Write a key of the principal's into the trust tables; the record knows nothing of it."""
    key = Key(planted.public, planted.recipient, KeyKind.PERSON, road.school.people["pat"])
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        connection.execute(
            "INSERT INTO key (school_id, id, version, body) VALUES (?, ?, 1, ?)",
            (road.school.id, key.id, canonical({**key.to_plain(), "root": False})),
        )
        connection.commit()
    return key


def plant_a_key(road: Road, planted: Identity) -> None:
    """Write a key into the trust tables, and the newest row anew, signed with it."""
    key, pat = into_the_tables(road, planted), road.school.people["pat"]
    with road.school.desk.look() as unit:
        digest = unit.trust.read().digest()
    newest_says(road, trust=digest, key=key.id, person=pat)
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        previous, body = connection.execute(f"SELECT previous, body FROM record_row {NEWEST}").fetchone()
        linked = row_hash(previous, body)
        connection.execute(
            f"UPDATE record_row SET row_hash = ?, signature = ?, person = ? {NEWEST}",
            (linked, planted.sign(signed_text(linked)), pat),
        )
        connection.commit()


def test_a_key_planted_by_sql_is_built_upon_by_nobody(road: Road) -> None:
    plant_a_key(road, Identity.new())
    road.school.desk.proven = Proof(road.school.desk).trust

    with pytest.raises(Tampered) as refused:
        road.plan.add(road.by("ana"), road.x, road.school.clock.now().date(), "Anything")

    assert refused.value.happened.id == "records.trust-differs-now"


def test_a_key_in_the_tables_alone_is_built_upon_by_nobody(road: Road) -> None:
    road.school.desk.proven = Proof(road.school.desk).trust
    into_the_tables(road, Identity.new())

    with pytest.raises(Tampered) as refused:
        road.plan.add(road.by("ana"), road.x, road.school.clock.now().date(), "Anything")

    assert refused.value.happened.id == "records.trust-differs-now"


def test_a_trust_row_that_is_not_as_it_was_signed_lets_nobody_in(road: Road) -> None:
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        connection.execute(
            "UPDATE record_row SET signature = zeroblob(64) "
            "WHERE seq = (SELECT max(seq) FROM record_row WHERE act = 'admit')"
        )
        connection.commit()
    with road.school.desk.look(road.by("ana")) as unit:
        trust = Proof(road.school.desk).trust(unit)

        assert len(trust.keys) == len(unit.trust.read().keys) - 1


def test_a_key_retired_while_it_is_unlocked_signs_nothing_more(road: Road) -> None:
    dee = road.by("dee")
    with road.school.desk.deed(road.by("pat")) as deed:
        key = dee.signer.key
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, key, {"key": key})

    with pytest.raises(Tampered) as refused:
        road.plan.add(dee, road.x, road.school.clock.now().date(), "Anything")

    assert refused.value.happened.id == "records.not-your-key"
    assert road.school.records.verify(by=road.by("ana")).whole
