"""The decision about matching: signed, off by default, and undone at once with every pattern."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.errors import NotAllowed
from smadmin.domain.law import LAW_PART, LawDecision, law_part
from smadmin.domain.schools import LawRecord
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.heads import Noted
from smadmin.services.proof import Proof
from smadmin.storage import schema
from tests.darkroom import Darkroom, make_darkroom
from tests.unasked import record_unasked

FOR = LawDecision(
    "TX", "Pat Winters, principal", "counsel's letter", matching=True, decided_on=date(2026, 9, 1)
)
AGAINST = LawDecision("TX", "Pat Winters, principal", "parents asked", matching=False)


def test_matching_starts_off(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)

    assert room.law.in_force(room.by("ana")) is None


def test_the_principals_decision_is_in_force_with_who_when_and_why(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    pat = room.by("pat")

    room.law.decide(pat, FOR)

    decided = room.law.in_force(pat)
    assert decided is not None
    assert (decided.state, decided.decided_by, decided.matching) == ("TX", "Pat Winters, principal", True)
    assert decided.decided_on.date() == date(2026, 9, 1)
    assert decided.sample
    assert room.school.records.verify(by=pat).whole


def test_an_older_decision_entered_later_doesnt_take_the_place_of_the_one_in_force(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    pat = room.by("pat")
    room.law.decide(pat, replace(AGAINST, decided_on=date(2026, 9, 2)))

    with pytest.raises(NotAllowed) as refused:
        room.law.decide(pat, FOR)

    assert [(one.message.id, one.place) for one in refused.value.reasons] == [
        ("students.law-older", "decided_on")
    ]
    assert refused.value.reasons == room.law.blockers(pat, FOR)
    held = room.law.in_force(pat)
    assert held is not None
    assert not held.matching
    room.law.decide(pat, replace(FOR, decided_on=date(2026, 9, 2)))  # the same day: what is said last


def test_an_administrator_does_not_decide(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")

    with pytest.raises(NotAllowed) as refused:
        room.law.decide(ana, FOR)

    assert refused.value.reasons == room.law.blockers(ana, FOR)
    assert room.law.in_force(ana) is None


def test_deciding_against_takes_every_pattern_at_once(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    pat = room.by("pat")

    room.law.decide(pat, AGAINST)

    with room.school.desk.look(pat) as unit:
        assert unit.templates.all() == ()
    decided = room.law.in_force(pat)
    assert decided is not None
    assert not decided.matching


@pytest.mark.parametrize("attack", ["delete the newest", "edit the newest", "put one in"])
def test_a_decision_that_the_record_does_not_bear_out_counts_as_none(tmp_path: Path, attack: str) -> None:
    room = make_darkroom(tmp_path)
    pat = room.by("pat")
    if attack != "put one in":
        room.law.decide(pat, FOR)
        room.law.decide(pat, AGAINST)
    table, engine = schema.law_record, room.school.store._engine
    forged = (
        b'{"basis":"x","decided_by":"x","decided_on":"2026-01-01T00:00:00+00:00","id":"f","matching":true,'
    )
    forged += b'"sample":false,"school":"%s","seq":0,"state":"TX","v":1}' % room.school.id.encode()
    with engine.connect() as connection, connection.begin():
        bodies = connection.execute(sa.select(table.c.id, table.c.body).order_by(table.c.id)).all()
        if attack == "delete the newest":
            connection.execute(sa.delete(table).where(table.c.id == bodies[-1].id))
        elif attack == "edit the newest":
            edited = bytes(bodies[-1].body).replace(b'"matching":false', b'"matching":true')
            connection.execute(sa.update(table).where(table.c.id == bodies[-1].id).values(body=edited))
        else:
            values = {"id": "f", "school_id": room.school.id, "version": 1, "body": forged}
            connection.execute(sa.insert(table).values(**values))

    assert room.law.in_force(pat) is None


def signed_in(room: Darkroom) -> None:
    """Let the desk judge by the checked rows, as it does from signing in on."""
    proof = Proof(room.school.desk, lambda: Noted(room.school.heads.kept()))
    room.school.desk.proven, room.school.desk.proof = proof.trust, proof.now


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE record_row SET act = 'x' WHERE seq = (SELECT max(seq) FROM record_row)",
        "DELETE FROM record_row WHERE seq = (SELECT max(seq) FROM record_row)",
    ],
)
def test_a_decision_hidden_by_sql_brings_no_earlier_one_back(
    tmp_path: Path, attack: str, restarted: bool
) -> None:
    room = make_darkroom(tmp_path)
    pat = room.by("pat")
    room.law.decide(pat, FOR)
    room.law.decide(pat, AGAINST)
    room.school.note()
    signed_in(room)
    before = room.law.in_force(pat)
    engine = room.school.store._engine
    with engine.connect() as connection, connection.begin():
        connection.execute(sa.text(attack))
    if restarted:
        signed_in(room)

    after = room.law.in_force(pat)

    assert before is not None
    assert not before.matching
    assert after is None or not after.matching


def test_a_decision_signed_by_no_office_past_the_program_counts_for_nothing(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    record = LawRecord(
        "f", room.school.id, "TX", "x", "x", datetime(2026, 11, 1, tzinfo=UTC), matching=True, sample=True
    )
    with room.school.desk.deed(room.by("ana")) as deed:
        told = law_part(record)
        seq = record_unasked(deed, Act.DECIDE_MATCHING, Noun.LAW, record.id, parts={LAW_PART: told})
        deed.unit.law_records.add(replace(record, seq=seq))
    signed_in(room)

    assert room.law.in_force(room.by("pat")) is None
