"""Rows that nobody had a right to: they stop everybody, until the office sets them aside by name."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.records import Body, row_hash
from smadmin.domain.timeline import Timeline
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.aside import SettingAside
from smadmin.services.desk import Deed
from smadmin.services.proof import Proof
from smadmin.services.records import Records
from tests.faults.forgeries import sign_row, sql
from tests.road import WEEK, Road, make_road
from tests.unasked import record_unasked


@dataclass
class Left:
    """A school whose Bo left: his key is retired, and he can still write to the file."""

    road: Road
    bo: Actor

    @property
    def grant(self) -> Grant:
        assert self.bo.person is not None
        return Grant("g-1", self.bo.person, Role.PRINCIPAL, WEEK)

    def restarted(self) -> Proof:
        """Start the program again: nothing that was proven before is remembered."""
        school = self.road.school
        proof = Proof(school.desk, lambda: school.noted)
        school.desk.proven, school.desk.timeline = proof.trust, None
        return proof

    def aside(self) -> SettingAside:
        return SettingAside(self.road.school.desk, self.restarted())

    def work(self) -> None:
        """Do what anybody does on a day."""
        Accounts(self.road.school.desk).confirm(self.road.by("ana"), self.road.x, handle_seen="lincoln_es")

    def faults(self) -> set[str]:
        verdict = Records(self.road.school.desk).verify(by=self.road.by("pat"), noted=self.road.school.noted)
        return {one.message.id for one in verdict.faults}


@pytest.fixture
def left(tmp_path: Path) -> Left:
    road = make_road(tmp_path)
    bo = road.by("bo")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, bo.signer.key, {"key": bo.signer.key})
    road.school.note()
    return Left(road, bo)


def a_role_of_his_own(left: Left) -> None:
    """The row alone: the tables stay as they were."""
    trust = {"grant": left.grant.to_plain()}
    sign_row(left.road, left.bo, Act.GRANT, Noun.PEOPLE, left.grant.person, trust=trust)


def the_tables_too(left: Left) -> None:
    """The row and what it would lead to: the newest row and the tables agree."""
    desk = left.road.school.desk
    with desk.store.deed(desk.school, left.bo.cells) as unit:
        before, head = unit.trust.read(), unit.record.head()
        last = unit.record.at(head.seq)
        assert last is not None
        told = replace(before, grants={**before.grants, left.grant.id: left.grant})
        unit.trust.write(before, told)
        roster, timeline = Body.from_bytes(last.row.body).roster, desk.timeline or Timeline()
        deed = Deed(unit, left.bo, desk.now, trust=told, head=head, roster=roster, timeline=timeline)
        trust = {"grant": left.grant.to_plain()}
        record_unasked(deed, Act.GRANT, Noun.PEOPLE, left.grant.person, parts={"trust": trust})


def a_key_of_nobody(left: Left) -> None:
    stranger = replace(left.bo, signer=Identity.new())
    sign_row(left.road, stranger, Act.OPT_OUT, Noun.STUDENTS, "s-1", roster="told")


def without_a_signature(left: Left) -> None:
    """His row, whose signature was spoilt: it had no right either way."""
    a_role_of_his_own(left)
    sql(
        left.road,
        "UPDATE record_row SET signature = zeroblob(64) WHERE seq = (SELECT max(seq) FROM record_row)",
    )


FORGED = (a_role_of_his_own, the_tables_too, a_key_of_nobody, without_a_signature)


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("forge", FORGED)
@pytest.mark.parametrize("by", ["pat", "cem"])
def test_work_goes_on_once_the_office_sets_aside_what_somebody_who_left_forged(
    left: Left, forge: Callable[[Left], None], by: str
) -> None:
    forge(left)
    aside, before = left.aside(), left.road.school.desk.newest
    assert left.faults()

    aside.set_aside(left.road.by(by))

    left.restarted()
    left.work()
    assert left.faults() == set()
    verdict = Records(left.road.school.desk).verify(by=left.road.by("pat"))
    (told,) = [one for one in verdict.clocks if one.id == "records.was-set-aside"]
    assert told.values["by"] == {"pat": "Pat Winters", "cem": "Cem Aydin"}[by]
    assert before is not None
    with left.road.school.desk.look() as unit:
        assert left.grant.id not in unit.trust.read().grants
        assert unit.record.at(int(str(told.values["row"]))) is not None, "it stays for whoever reads it"
    assert left.aside().blockers(left.road.by(by))[0].message.id == "records.nothing-to-set-aside"


def test_until_then_nobody_does_anything_and_whoever_isnt_of_the_office_sets_nothing_aside(
    left: Left,
) -> None:
    the_tables_too(left)
    aside = left.aside()

    with pytest.raises(KnownError):
        left.work()
    with pytest.raises(NotAllowed) as refused:
        aside.set_aside(left.road.by("ana"))

    assert [one.message.id for one in refused.value.reasons] == ["records.office-sets-aside"]
    pat = left.road.by("pat")
    left.road.school.clock.forward(minutes=6)
    with pytest.raises(NotAllowed) as stale:
        aside.set_aside(pat)
    assert [one.place for one in stale.value.reasons] == ["passphrase"]


def test_what_counted_is_never_made_one_of_these_by_spoiling_it(left: Left) -> None:
    """Bo's retirement isn't undone by who spoils its row: only a backup mends that."""
    newest = "WHERE seq = (SELECT max(seq) FROM record_row)"
    for spoil in (
        f"UPDATE record_row SET signature = zeroblob(64) {newest}",
        f"DELETE FROM record_part {newest}",
        f"UPDATE record_part SET content = zeroblob(64) {newest}",
        f"UPDATE record_row SET act = 'grant' {newest}",
    ):
        with closing(sqlite3.connect(left.road.school.folder / "store.db")) as file:
            kept = (
                file.execute("SELECT * FROM record_row").fetchall(),
                file.execute("SELECT * FROM record_part").fetchall(),
            )
        sql(left.road, spoil)

        reasons = left.aside().blockers(left.road.by("pat"))

        assert left.faults()
        assert reasons[0].message.id == "records.nothing-to-set-aside", spoil
        _put_back(left, *kept)


def test_a_right_row_that_somebody_made_anothers_is_not_set_aside(left: Left) -> None:
    """Linked anew it is one by a key of nobody; that the noted end lacks says what it was."""
    with closing(sqlite3.connect(left.road.school.folder / "store.db")) as file, file:
        query = "SELECT seq, body, previous FROM record_row ORDER BY seq DESC LIMIT 1"
        seq, stored, previous = file.execute(query).fetchone()
        body = canonical({**parse(stored), "person": left.road.school.people["ana"]})
        named = left.road.school.people["ana"], body, row_hash(previous, body), seq
        file.execute("UPDATE record_row SET person = ?, body = ?, row_hash = ? WHERE seq = ?", named)
    proof = left.restarted()
    with left.road.school.desk.look() as unit:
        assert proof.now(unit).to_set_aside, "it looks as one to which nobody had a right"

    with pytest.raises(NotAllowed, match=r"records\.nothing-to-set-aside"):
        SettingAside(left.road.school.desk, proof).set_aside(left.road.by("cem"))

    with left.road.school.desk.look() as unit:
        assert unit.trust.read().keys[left.bo.signer.key].retired


def _put_back(left: Left, rows: list[tuple[object, ...]], parts: list[tuple[object, ...]]) -> None:
    with closing(sqlite3.connect(left.road.school.folder / "store.db")) as file, file:
        for table, kept in (("record_row", rows), ("record_part", parts)):
            file.execute(f"DELETE FROM {table}")
            file.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(kept[0]))})", kept)


def test_a_forged_row_that_says_it_sets_another_aside_sets_nothing_aside(left: Left) -> None:
    a_role_of_his_own(left)
    seq = sign_row(left.road, left.bo, Act.SET_ASIDE, Noun.RECORDS, "1-9999")
    assert left.faults()

    left.aside().set_aside(left.road.by("pat"))

    assert left.faults() == set()
    with left.road.school.desk.look() as unit:
        last = unit.record.at(unit.record.head().seq)
    assert last is not None
    assert last.noun_id == f"{seq - 1}-{seq}"
