"""A part that was spoilt after its row had been proven: nothing goes on, and nothing is taken for unsaid."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountForm
from smadmin.domain.errors import Tampered
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.entered import entered
from smadmin.services.proof import Proof
from smadmin.services.records import Records
from smadmin.storage.disk import FILE_NAME
from tests.faults.forgeries import put_back, sql
from tests.road import Road, make_road

FLIPPED = "content = CAST(substr(content, 1, length(content) - 1) || x'00' AS BLOB)"
OTHER_KEY = "content = CAST(substr(content, 1, 1) || x'00000063' || substr(content, 6) AS BLOB)"
"""As if it were sealed with a school key that nobody here has yet."""


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    made.proof.catch_up(made.by("ana"))
    return made


def details_of(road: Road) -> int:
    """Give the row that says what the account is."""
    with road.school.desk.look(road.by("ana")) as unit:
        rows = road.proof.now(unit).about(Noun.ACCOUNTS, road.x)
    return next(fact.seq for fact in rows if "account" in fact.body.parts)


def flipped(road: Road, seq: int) -> None:
    sql(road, f"UPDATE record_part SET {FLIPPED} WHERE seq = {seq} AND name = 'account'")


def of_another_key(road: Road, seq: int) -> None:
    sql(road, f"UPDATE record_part SET {OTHER_KEY} WHERE seq = {seq} AND name = 'account'")


def taken_out(road: Road, seq: int) -> None:
    sql(road, f"DELETE FROM record_part WHERE seq = {seq} AND name = 'account'")


def twin(road: Road) -> None:
    """Enter the account once more, with a page of no twin that a plain table would show."""
    accounts = Accounts(
        road.school.desk, held=DistrictHand(road.school.desk, road.proof).held_blockers, proof=road.proof
    )
    held = accounts.get(road.x)
    form = AccountForm(held.platform, "Club", held.handle, held.page, "club@lincoln.example", held.principal)
    accounts.adopt(road.by("ana"), form)


@pytest.mark.demand("BAL-A3")
@pytest.mark.parametrize("spoil", [flipped, of_another_key, taken_out])
def test_no_twin_of_a_held_account_is_entered_while_its_row_says_nothing(
    road: Road, spoil: Callable[[Road, int], None]
) -> None:
    Accounts(road.school.desk).hold(road.by("pat"), road.x, why="Stop.")
    spoil(road, details_of(road))

    with pytest.raises(Tampered):
        twin(road)


@pytest.mark.parametrize("spoil", [flipped, taken_out])
def test_the_record_is_not_whole_any_more_once_somebody_read_such_a_part(
    road: Road, spoil: Callable[[Road, int], None]
) -> None:
    seq = details_of(road)
    spoil(road, seq)

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        fact = proven.at(seq)
        assert fact is not None
        with pytest.raises(Tampered, match=r"records\.part-changed"):
            proven.part(fact, "account")
        assert not proven.whole
        assert not road.proof.now(unit).whole, "for whoever asks next too"


@contextmanager
def spoilt(road: Road, seq: int, spoil: Callable[[Road, int], None] = flipped) -> Iterator[None]:
    """Spoil the part of a row until this ends, and have somebody read it."""
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as store:
        part = "SELECT * FROM record_part WHERE seq = ? AND name = 'account'"
        (was,) = store.execute(part, (seq,))
    spoil(road, seq)
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        fact = proven.at(seq)
        assert fact is not None
        with pytest.raises(Tampered):
            proven.part(fact, "account")
    yield
    put_back(road, "record_part", was)


def is_whole(road: Road, who: str | None = "ana") -> bool:
    with road.school.desk.look(None if who is None else road.by(who)) as unit:
        return road.proof.now(unit).whole


@pytest.mark.parametrize("spoil", [flipped, taken_out])
def test_work_goes_on_without_a_restart_once_the_part_lies_there_again(
    road: Road, spoil: Callable[[Road, int], None]
) -> None:
    seq = details_of(road)
    with spoilt(road, seq, spoil):
        assert not is_whole(road)

    assert not is_whole(road, None), "who can't open it sees nothing of it"
    assert is_whole(road)
    assert is_whole(road, None), "for whoever asks next too"


def test_what_two_ordered_to_be_erased_stops_nobody_once_it_is_gone(road: Road) -> None:
    seq = details_of(road)
    with spoilt(road, seq):
        for who in ("pat", "cem"):
            with road.school.desk.deed(road.by(who)) as deed:
                deed.record(Act.ERASE, Noun.RECORDS, f"{seq}/account")
        road.school.note()
        assert not is_whole(road), "what was put in its place lies there yet"
        taken_out(road, seq)

        assert is_whole(road)


def test_whoever_sits_down_next_is_stopped_by_a_part_that_is_spoilt_still(road: Road) -> None:
    seq = details_of(road)
    with spoilt(road, seq):
        road.proof._afresh(None)

        assert not is_whole(road, None)
        assert not is_whole(road)


@pytest.mark.parametrize("spoil", [flipped, taken_out])
def test_after_a_restart_it_is_a_spoilt_record_that_can_still_be_read(
    road: Road, spoil: Callable[[Road, int], None]
) -> None:
    seq = details_of(road)
    spoil(road, seq)

    with road.school.desk.look(road.by("ana")) as unit:
        proven = Proof(road.school.desk, lambda: road.school.noted).now(unit)

        assert not proven.whole
        assert seq in proven.faulty
        assert entered(proven, road.x).lost


def test_a_part_that_two_ordered_to_be_erased_is_no_alarm(road: Road) -> None:
    seq = details_of(road)
    for who in ("pat", "cem"):
        with road.school.desk.deed(road.by(who)) as deed:
            deed.record(Act.ERASE, Noun.RECORDS, f"{seq}/account")
    taken_out(road, seq)
    road.school.note()

    for proof in (road.proof, Proof(road.school.desk, lambda: road.school.noted)):
        with road.school.desk.look(road.by("ana")) as unit:
            proven = proof.now(unit)
            fact = proven.at(seq)
            assert fact is not None
            assert proven.part(fact, "account") is None
            assert proven.whole
    assert Records(road.school.desk).verify(by=road.by("pat")).whole


def test_what_is_sealed_to_those_who_sit_elsewhere_is_no_alarm(road: Road) -> None:
    with road.school.desk.look() as unit:
        proven = road.proof.now(unit)
        (fact, *_) = (one for one in proven.about(Noun.ACCOUNTS, road.x) if "account" in one.body.parts)

        assert proven.part(fact, "account") is None
        assert proven.whole


@pytest.mark.demand("BAL-A3")
def test_a_lost_row_makes_no_later_one_the_first(road: Road) -> None:
    """Who comes first says whose an account is; the second asks communications."""
    accounts, x = Accounts(road.school.desk, proof=road.proof), None
    seq = details_of(road)
    flipped(road, seq)
    x = accounts.get(road.x)
    form = AccountForm(x.platform, "X", x.handle, x.page, x.login, x.principal, kind=AccountKind.DISTRICT)

    with pytest.raises(Tampered):
        accounts.change(road.by("pat"), x, form)


def test_a_schools_row_in_other_bytes_or_gone_is_not_the_schools(road: Road) -> None:
    def right() -> bool:
        with road.school.desk.look() as unit:
            return road.proof.now(unit).school_right

    turned = "UPDATE school SET body = CAST(replace(CAST(body AS TEXT), '{}', '{}') AS BLOB)"
    assert right()
    sql(road, turned.format("Denver", "Dublin"))
    assert not right()
    sql(road, turned.format("Dublin", "Denver"))
    assert right()
    sql(road, "DELETE FROM school")
    assert not right()
