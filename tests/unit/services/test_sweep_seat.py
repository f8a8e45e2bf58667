"""A piece of a search at one computer login: taken, searched turn by turn, signed; what is wrong there."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.domain import sweep_tasks as pieces
from smadmin.domain.errors import NotAllowed, OutsideFailed, Tampered
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.vocabulary import Act
from smadmin.services.sweep_seat import BESIDE
from tests.seeing import Eyes
from tests.sweeping import Sweeping, make_sweeping


@pytest.fixture
def sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sweeping:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    made = make_sweeping(tmp_path)
    made.tasks.seal(made.ana, made.sweep)
    return made


def refused(sweeping: Sweeping, eyes: Eyes | None = None) -> list[str]:
    login = sweeping.login(eyes=eyes)
    with pytest.raises(NotAllowed) as caught:
        list(login.seat.go_on(login.by))
    return [one.message.id for one in caught.value.reasons]


def test_a_turn_that_is_over_leaves_the_rest_of_the_piece_to_the_next(sweeping: Sweeping) -> None:
    login = sweeping.login()
    login.seat._turn_s = 0.0

    assert list(login.seat.go_on(login.by)) == []
    assert login.seat.under_way
    login.seat._turn_s = 60.0
    assert list(login.seat.go_on(login.by)) == [sweeping.sweep]
    assert not login.seat.under_way


def test_once_all_is_searched_the_patterns_go_and_what_was_found_waits(sweeping: Sweeping) -> None:
    list(sweeping.login().turns())

    with sweeping.room.school.desk.look() as unit:
        assert unit.sweep_tasks.ids() == ()
        assert len(unit.sweep_tasks.waiting()) == 1


def test_who_is_still_at_it_keeps_the_piece_and_who_was_away_loses_it(sweeping: Sweeping) -> None:
    clock, login = sweeping.room.school.clock, sweeping.login()
    login.seat._turn_s = 0.0
    list(login.seat.go_on(login.by))
    clock.forward(minutes=6)
    list(login.seat.go_on(login.by))  # says so again
    clock.forward(minutes=6)
    other = sweeping.login()
    assert list(other.seat.go_on(other.by)) == [sweeping.sweep]  # another piece

    clock.forward(minutes=11)
    assert len(list(other.turns())) == 2  # the first one too
    login.seat._turn_s = 60.0
    assert list(login.seat.go_on(login.by)) == []
    assert not login.seat.under_way


def test_a_picture_that_is_gone_or_cant_be_read_is_told_and_holds_up_no_other(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.look(sweeping.ana) as unit:
        names = {one.id: one.name for one in unit.media.all()}
        gone, changed = (names[unit.photos.get(one).original] for one in sweeping.photos[:2])
    (sweeping.files / gone).unlink()
    (sweeping.files / changed).write_bytes(b"something else")

    list(sweeping.login().turns())
    sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)

    errors = {photo: found[0].error for photo, found in sweeping.taken().items()}
    assert errors == {
        **dict.fromkeys(sweeping.photos),
        sweeping.photos[0]: "media.missing",
        sweeping.photos[1]: "media.changed",
    }
    assert sweeping.tasks.seal(sweeping.ana, sweeping.sweep).value == 2  # they are still to be searched


def test_where_no_worker_starts_the_piece_is_free_again_at_once(
    sweeping: Sweeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Picture:
        raise OutsideFailed(say("imaging.worker-no-start"))

    login = sweeping.login()
    with monkeypatch.context() as without:
        without.setattr(Eyes, "decode", broken)
        with pytest.raises(OutsideFailed):
            list(login.seat.go_on(login.by))

    assert len(list(sweeping.login().turns())) == 3


def test_other_eyes_than_those_that_made_the_pattern_search_nothing(sweeping: Sweeping) -> None:
    assert refused(sweeping, Eyes(descriptor="others")) == ["sweeptask.other-engine"]


def test_a_file_that_was_put_in_its_place_is_not_worked_by(sweeping: Sweeping) -> None:
    school = sweeping.room.school
    with school.desk.look() as unit:
        (task,) = unit.sweep_tasks.ids()
        original = unit.sweep_tasks.sealed(task)
    assert original is not None
    assert school.seat.identity is not None
    opened = school.seat.identity.open(original)
    planted = seal(opened.replace(b'"possible":6600', b'"possible":6000'), [school.seat.identity.recipient])
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql("UPDATE sweep_task SET sealed = ?", (planted,))

    assert refused(sweeping) == ["sweeptask.other-file"]


def test_a_record_that_isnt_the_noted_one_is_not_worked_by(sweeping: Sweeping) -> None:
    login, school = sweeping.login(), sweeping.room.school
    with school.store.deed(school.id, None) as unit:
        unit._connection.exec_driver_sql(
            "UPDATE record_row SET utc = '2026-01-01T00:00:00.000+00:00' WHERE seq = 2"
        )

    with pytest.raises((NotAllowed, Tampered)):
        list(login.seat.go_on(login.by))
    with school.desk.look() as unit:
        assert not tuple(unit.record.rows(acts=(Act.SWEEP_PART,)))


def test_a_later_sealing_takes_the_place_of_the_one_before(sweeping: Sweeping) -> None:
    login = sweeping.login()
    login.seat._turn_s = 0.0
    list(login.seat.go_on(login.by))
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)

    login.seat._turn_s = 60.0
    assert list(login.seat.go_on(login.by)) == []
    assert len(list(login.turns())) == 3
    sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)
    assert {len(found) for found in sweeping.taken().values()} == {1}


def test_a_login_that_the_school_let_go_opens_nothing(sweeping: Sweeping) -> None:
    stranger = Identity.new()

    assert list(sweeping.login(stranger).turns()) == []
    assert timedelta(hours=24) == pieces.LASTS


def test_programs_of_one_login_dont_pile_up(sweeping: Sweeping) -> None:
    for _ in range(BESIDE):
        login = sweeping.login()
        login.seat._turn_s = 0.0
        list(login.seat.go_on(login.by))
        assert login.seat.under_way

    third = sweeping.login()
    assert list(third.turns()) == []
    sweeping.room.school.clock.forward(minutes=10)
    assert len(list(third.turns())) == 3
