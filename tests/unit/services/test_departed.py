"""A departure is what the record proves: a forged receipt and a forged end count for nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import departures_in
from smadmin.services.proof import Proof
from tests.drill import Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def test_a_forged_receipt_and_a_forged_end_count_for_nothing(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    departure = drill.leave()
    school = drill.school
    with school.desk.deed(school.by("cem")) as deed:
        deed.record(Act.END_DEPARTURE, Noun.DEPARTURES, departure, parts={"end": {"minutes": 1, "lines": 9}})
        line = {"key": f"password:{account}", "how": "waived", "reason": ""}
        deed.record(Act.SETTLE, Noun.DEPARTURES, departure, parts={"line": line})

    signed = drill.see(departure).departure
    assert signed.open
    assert f"password:{account}" not in signed.receipts

    school.rest()
    with closing(sqlite3.connect(school.folder / "store.db", isolation_level=None)) as raw:
        last = "SELECT max(seq) FROM record_row"
        raw.execute(f"UPDATE record_row SET act = 'end-departure', noun = 'departures' WHERE seq = ({last})")
    with school.desk.look(school.by("cem")) as unit:
        assert departures_in(Proof(school.desk, lambda: school.noted).now(unit))[0].open


def test_what_an_administrator_of_one_account_begins_and_settles_counts(drill: Drill) -> None:
    account = drill.account(Platform.X, "lincoln_es")
    school = drill.school
    school.admit("dan", "Dan Ito", set(), by="pat")
    drill.accounts.designate(school.by("pat"), account, school.people["dan"])

    departure = drill.leave(by="dan")
    line = f"log-in:{account}"
    drill.departures.settle(school.by("dan"), departure, line, How.WAIVED, reason="told")

    signed = drill.see(departure).departure
    assert signed.begun_by == school.people["dan"]
    assert signed.receipts[line].by == school.people["dan"]
