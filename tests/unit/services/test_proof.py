"""The record, proven row by row, once."""

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
import sqlalchemy as sa

from smadmin.domain.errors import KnownError
from smadmin.domain.people import Role
from smadmin.domain.records import Head
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.heads import NoNote, Noted
from smadmin.services.proof import Proof
from tests.faults.forgeries import sql
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def test_rows_are_known_with_the_roles_of_their_person_at_that_place(road: Road) -> None:
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (signed,) = proven.acts(Act.SIGN_WEEK)

        assert proven.whole
        assert proven.head_right
        assert proven.roster_right
        assert signed.roles == {Role.PRINCIPAL}
        assert proven.at(signed.seq) == signed
        assert proven.alive(signed) == road.school.people["pat"]
        assert proven.stands(signed)
        assert [fact.seq for fact in proven.about(Noun.WEEKS, "2026-11-16")] == [signed.seq]
        assert proven.part(signed, "nothing") is None


def test_a_part_that_a_row_doesnt_name_is_asked_of_no_store(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of bare rows would make every release slow otherwise."""
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (signed,) = proven.acts(Act.SIGN_WEEK)
        asked = list[str]()
        monkeypatch.setattr(unit.record, "part", lambda _seq, name: asked.append(name))

        assert proven.part(signed, "statement") is None
        assert asked == []


def test_new_rows_are_taken_as_they_come(road: Road) -> None:
    road.proof.catch_up(road.by("ana"))
    post = road.submitted()

    with road.school.desk.look(road.by("ana")) as unit:
        assert [fact.body.act for fact in road.proof.now(unit).about(Noun.POSTS, post)] == ["submit"]


def test_a_row_changed_after_it_was_proven_is_not_believed(road: Road) -> None:
    post = road.submitted()
    road.proof.catch_up(road.by("ana"))
    sql(
        road,
        f"UPDATE record_row SET body = CAST(replace(CAST(body AS TEXT), 'submit', 'absorb') AS BLOB) "
        f"WHERE noun_id = '{post}'",
    )

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (fact,) = proven.about(Noun.POSTS, post)

        assert fact.body.act == Act.SUBMIT
        assert not proven.stands(fact)


def test_a_changed_row_is_found_by_a_new_start(road: Road) -> None:
    post = road.submitted()
    sql(road, f"UPDATE record_row SET noun = 'nothing' WHERE noun_id = '{post}'")

    with road.school.desk.look(road.by("ana")) as unit:
        assert not Proof(road.school.desk).now(unit).whole


def test_a_chain_that_ends_before_the_note_is_too_short(road: Road) -> None:
    with road.school.desk.look(road.by("ana")) as unit:
        head = unit.record.head()
        ahead = Proof(road.school.desk, lambda: Noted(Head(head.seq + 1, bytes(32))))
        other = Proof(road.school.desk, lambda: Noted(Head(head.seq, bytes(32))))
        same = Proof(road.school.desk, lambda: Noted(head))

        assert not ahead.now(unit).head_right
        assert not other.now(unit).head_right
        assert same.now(unit).head_right


def test_a_chain_cut_while_the_program_runs_is_noticed(road: Road) -> None:
    post = road.submitted()
    road.proof.catch_up(road.by("ana"))
    sql(road, f"DELETE FROM record_row WHERE noun_id = '{post}'")

    with road.school.desk.look(road.by("ana")) as unit:
        assert not road.proof.now(unit).head_right


def test_another_root_than_the_pinned_one_proves_nothing(road: Road) -> None:
    other = Proof(road.school.desk, lambda: Noted(root=road.by("ana").signer.key))

    with road.school.desk.look(road.by("ana")) as unit:
        assert not other.now(unit).whole


def test_many_rows_are_proven_by_as_many_questions_as_few(road: Road) -> None:
    ana, asked = road.by("ana"), list[str]()
    road.proof.catch_up(ana)
    sa.event.listen(
        road.school.store._engine, "before_cursor_execute", lambda *given: asked.append(str(given[2]))
    )

    def questions(rows: int) -> int:
        with road.school.desk.deed(ana) as deed:
            for _ in range(rows):
                deed.record(Act.CONFIRM, Noun.ACCOUNTS, None, parts={"one": "a", "two": "b"})
        asked.clear()
        road.proof.catch_up(ana)
        return len(asked)

    assert questions(40) == questions(2)


def test_a_lost_or_unanswered_note_isnt_taken_for_fine(road: Road) -> None:
    school = road.school
    head, root, seat = school.noted.head, school.root.key, school.seat.id
    assert isinstance(head, Head)

    def end(noted: Noted) -> End:
        with school.desk.look(road.by("ana")) as unit:
            return Proof(school.desk, lambda: noted).now(unit).end

    assert end(Noted(head, root, seat)) is End.RIGHT
    assert end(Noted(NoNote.NEVER, root, seat)) is End.UNNOTED
    assert end(Noted(head, NoNote.NEVER, seat)) is End.UNNOTED
    assert end(Noted(NoNote.SILENT, root, seat)) is End.UNANSWERED
    assert end(Noted(head, NoNote.SILENT, seat)) is End.UNANSWERED
    assert end(Noted()) is End.RIGHT, "without a keyring it stands on paper"


def test_a_root_that_is_answered_later_is_held_against_the_first_row(road: Road) -> None:
    noted = [Noted(root=NoNote.SILENT)]
    proof = Proof(road.school.desk, lambda: noted[-1])

    with road.school.desk.look(road.by("ana")) as unit:
        assert proof.now(unit).whole
        noted.append(Noted(root=road.by("ana").signer.key))
        assert not proof.now(unit).whole


def test_who_waits_for_the_store_holds_up_nobody_who_reads(road: Road, tmp_path: Path) -> None:
    ana, desk, errors = road.by("ana"), road.school.desk, list[KnownError]()
    road.proof.catch_up(ana)
    reads = Event()
    with ExitStack() as looks:  # three open connections: a new one would wait for the store by itself
        for _ in range(3):
            looks.enter_context(desk.look(ana)).record.head()

    def confirm() -> None:
        reads.wait()
        try:
            with desk.deed(ana) as deed:
                deed.record(Act.CONFIRM, Noun.ACCOUNTS, "x")
        except KnownError as error:
            errors.append(error)

    deed = Thread(target=confirm)
    errand = Thread(target=lambda: road.proof.catch_up(ana))
    deed.start()
    with desk.look(ana) as unit:
        unit.record.head()
        reads.set()
        _wait_until_somebody_ends_a_deed(tmp_path / "store.db")
        errand.start()
        sleep(0.2)  # the errand stands before the store, or before the turn
        road.proof.now(unit)
    deed.join()
    errand.join()

    assert errors == []


def test_what_was_read_within_a_deed_that_failed_never_was(road: Road) -> None:
    ana = road.by("ana")
    road.proof.catch_up(ana)

    with pytest.raises(ZeroDivisionError):
        _proven_within_a_deed_that_fails(road)

    with road.school.desk.look(ana) as unit:
        proven = road.proof.now(unit)
        assert proven.whole
        assert proven.head_right
        assert proven.acts(Act.CONFIRM) == ()


def test_a_chain_cut_beneath_a_deed_that_failed_is_noticed_all_the_same(road: Road) -> None:
    ana, post = road.by("ana"), road.submitted()
    road.proof.catch_up(ana)
    with pytest.raises(ZeroDivisionError):
        _proven_within_a_deed_that_fails(road)

    sql(road, f"DELETE FROM record_row WHERE noun_id = '{post}'")

    with road.school.desk.look(ana) as unit:
        assert not road.proof.now(unit).head_right


def _proven_within_a_deed_that_fails(road: Road) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, road.x, parts={"one": "a"})
        assert len(road.proof.now(deed.unit).acts(Act.CONFIRM)) == 1
        raise ZeroDivisionError


def _wait_until_somebody_ends_a_deed(store: Path) -> None:
    probe = sqlite3.connect(store, timeout=0)
    for _ in range(500):
        try:
            probe.execute("SELECT count(*) FROM meta").fetchone()
        except sqlite3.OperationalError:
            probe.close()
            return
        sleep(0.01)
    pytest.fail("no deed waits for who reads")
