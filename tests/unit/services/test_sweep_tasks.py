"""A search that a person seals, logins work off and a person takes in: what counts and what doesn't."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import seal
from smadmin.domain import sweep_tasks as pieces
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.law import LawDecision
from smadmin.domain.sweep_results import RESULT_PART, PartResult, Searched, Signed, readers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.disk import FILE_NAME
from tests.sweeping import Sweeping, make_sweeping


@pytest.fixture
def sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sweeping:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    return make_sweeping(tmp_path)


def refused(caught: pytest.ExceptionInfo[NotAllowed]) -> set[str]:
    return {one.message.id for one in caught.value.reasons}


@pytest.mark.demand("BAL-B1i1")
def test_what_a_login_finds_with_nobody_signed_in_becomes_part_of_the_sweep(sweeping: Sweeping) -> None:
    count = sweeping.tasks.seal(sweeping.ana, sweeping.sweep).value
    login = sweeping.login()

    done = list(login.turns())
    took = sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)

    assert count == 5
    assert done == [sweeping.sweep] * 3
    assert (took.value.pictures, took.value.refused) == (5, ())
    assert took.changes.ids("sweeps") == {sweeping.sweep}
    taken = sweeping.taken()
    assert {photo: len(found) for photo, found in taken.items()} == dict.fromkeys(sweeping.photos, 1)
    hits = {photo: found[0].hits for photo, found in taken.items() if found[0].hits}
    assert list(hits) == [sweeping.photos[1]]
    assert [one.sure for one in hits[sweeping.photos[1]]] == [True]
    assert taken[sweeping.photos[1]][0].faces == 2


def test_two_logins_share_a_task_and_no_piece_is_done_twice(sweeping: Sweeping) -> None:
    identity, other = sweeping.admitted()
    mine = sweeping.room.school.seat.id
    assert mine is not None
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep, [mine, other])
    one, two = sweeping.login(), sweeping.login(identity)

    first = list(one.seat.go_on(one.by))
    done = [*first, *two.turns(), *one.turns()]

    assert len(done) == 3
    sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)
    assert {len(found) for found in sweeping.taken().values()} == {1}
    assert len(sweeping.taken()) == 5
    with sweeping.room.school.desk.look() as unit:
        rows = sweeping.proof.now(unit).acts(Act.SWEEP_PART)
    assert {row.body.seat for row in rows} == {mine, other}
    assert all(row.body.person is None for row in rows)


def test_a_login_that_isnt_named_does_nothing(sweeping: Sweeping) -> None:
    identity, _ = sweeping.admitted()
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)

    assert list(sweeping.login(identity).turns()) == []


def test_progress_says_how_far_computers_are_and_what_waits(sweeping: Sweeping) -> None:
    ana = sweeping.ana
    assert sweeping.tasks.progress(ana, sweeping.sweep) is None
    sweeping.tasks.seal(ana, sweeping.sweep)
    login = sweeping.login()
    list(login.seat.go_on(login.by))

    progress = sweeping.tasks.progress(ana, sweeping.sweep)
    assert progress is not None
    assert (progress.done, progress.total, progress.waiting, progress.running) == (2, 5, 2, True)
    assert progress.per_image_s is not None
    sweeping.tasks.take_in(ana, sweeping.sweep)
    list(login.turns())
    progress = sweeping.tasks.progress(ana, sweeping.sweep)
    assert progress is not None
    assert (progress.done, progress.waiting, progress.running) == (5, 3, False)


def test_after_a_day_nothing_is_searched_and_what_is_left_is_sealed_anew(sweeping: Sweeping) -> None:
    ana, clock = sweeping.ana, sweeping.room.school.clock
    sweeping.tasks.seal(ana, sweeping.sweep)
    login = sweeping.login()
    list(login.seat.go_on(login.by))

    clock.forward(hours=24)
    with pytest.raises(NotAllowed) as over:
        list(login.seat.go_on(login.by))

    assert refused(over) == {"sweeptask.over"}
    sweeping.tasks.take_in(ana, sweeping.sweep)  # what was found in time counts
    assert sweeping.tasks.seal(ana, sweeping.sweep).value == 3
    list(sweeping.login().turns())
    sweeping.tasks.take_in(ana, sweeping.sweep)
    assert len(sweeping.taken()) == 5
    with pytest.raises(NotAllowed) as nothing:
        sweeping.tasks.seal(ana, sweeping.sweep)
    assert refused(nothing) == {"sweeptask.nothing-left"}


@pytest.mark.demand("BAL-B1j2")
def test_a_consent_that_ends_takes_the_patterns_and_what_was_found_with_it(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    login = sweeping.login()
    list(login.seat.go_on(login.by))

    sweeping.room.end_consent(sweeping.room.by("pat"), sweeping.ann)

    assert list(login.turns()) == []
    with sweeping.room.school.desk.look() as unit:
        assert unit.sweep_tasks.ids() == ()
        assert unit.sweep_tasks.waiting() == ()
    with pytest.raises(NotAllowed) as why:
        sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    assert refused(why) == {"sweeptask.not-allowed"}


def test_another_childs_consent_ends_no_search(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    with sweeping.room.school.desk.look(sweeping.ana) as unit:
        (ben,) = (one.student for one in unit.templates.all() if one.student != sweeping.ann)

    sweeping.room.end_consent(sweeping.room.by("pat"), ben)

    assert len(list(sweeping.login().turns())) == 3


def test_a_later_decision_about_comparing_faces_stops_it(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    pat = sweeping.room.by("pat")
    sweeping.room.law.decide(pat, LawDecision("TX", "Pat Winters", "none", matching=False))

    assert list(sweeping.login().turns()) == []
    with sweeping.room.school.desk.look() as unit:
        assert unit.sweep_tasks.ids() == ()


def test_without_a_lawful_pattern_or_the_role_nothing_is_sealed(sweeping: Sweeping) -> None:
    bo = sweeping.room.by("bo")
    assert {one.message.id for one in sweeping.tasks.seal_blockers(bo, sweeping.sweep)} == {
        "sweeptask.not-your-role"
    }
    without = replace(sweeping.ana, seat=None)
    reasons = sweeping.tasks.seal_blockers(without, sweeping.sweep)
    assert {one.message.id for one in reasons} == {"sweeptask.no-keyring"}
    assert sweeping.tasks.seal_blockers(sweeping.ana, sweeping.sweep) == ()
    with pytest.raises(NotAllowed) as role:
        sweeping.tasks.take_in(bo, sweeping.sweep)
    assert refused(role) == {"sweeptask.not-your-role"}


def forged(sweeping: Sweeping, sealed: bytes, chunk: int = 0) -> None:
    """Lay a result there as somebody does who can write the store."""
    school = sweeping.room.school
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql("UPDATE sweep_part SET result = ? WHERE chunk = ?", (sealed, chunk))


def a_result(sweeping: Sweeping, task: str, chunk: int = 0, pictures: int = 2) -> bytes:
    with sweeping.room.school.desk.look() as unit:
        keys = readers(unit.trust.read(), sweeping.room.school.clock.now().date())
    searched = tuple(Searched(one) for one in sweeping.photos[:pictures])
    return seal(PartResult(task, chunk, searched).to_bytes(), [key.recipient for key in keys])


def task_of(sweeping: Sweeping) -> str:
    with sweeping.room.school.desk.look() as unit:
        return unit.sweep_tasks.ids()[0]


def test_a_result_that_nobody_signed_is_refused_told_and_searched_again(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    forged(sweeping, a_result(sweeping, task_of(sweeping)))

    took = sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value

    assert took.pictures == 0
    assert [one.id for one in took.refused] == ["sweeptask.forged"]
    assert sweeping.taken() == {}
    assert len(list(sweeping.login().turns())) == 3


@pytest.mark.parametrize("wrong", ["task", "chunk", "pictures", "digest"])
def test_a_result_that_isnt_what_its_row_says_is_refused(sweeping: Sweeping, wrong: str) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    task, login = task_of(sweeping), sweeping.login()
    sealed = a_result(sweeping, "another" if wrong == "task" else task, 1 if wrong == "chunk" else 0)
    digest = hashlib.sha256(b"other" if wrong == "digest" else sealed).hexdigest()
    signed = Signed(task, 0, digest, 5 if wrong == "pictures" else 2, 10)
    forged(sweeping, sealed)
    with login.desk.first_deed(login.by) as deed:
        deed.record(Act.SWEEP_PART, Noun.SWEEPS, sweeping.sweep, parts={RESULT_PART: signed.to_plain()})

    took = sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value

    assert (took.pictures, [one.id for one in took.refused]) == (0, ["sweeptask.forged"])


@pytest.mark.parametrize("late", [False, True])
def test_a_login_that_isnt_named_and_one_that_is_late_signed_nothing(sweeping: Sweeping, late: bool) -> None:
    identity, _ = sweeping.admitted()
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    login, task = sweeping.login(None if late else identity), task_of(sweeping)
    sealed = a_result(sweeping, task)
    forged(sweeping, sealed)
    if late:
        sweeping.room.school.clock.forward(hours=24, seconds=1)
    signed = Signed(task, 0, hashlib.sha256(sealed).hexdigest(), 2, 10)
    with login.desk.first_deed(login.by) as deed:
        deed.record(Act.SWEEP_PART, Noun.SWEEPS, sweeping.sweep, parts={RESULT_PART: signed.to_plain()})

    took = sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value

    assert (took.pictures, [one.id for one in took.refused]) == (0, ["sweeptask.forged"])


def test_a_login_signs_nothing_else_of_a_sweep_and_a_person_no_part(sweeping: Sweeping) -> None:
    login = sweeping.login()
    for act in (Act.TAKE_SWEEP, Act.SEAL_SWEEP, Act.DECIDE_SWEEP, Act.END_SWEEP, Act.BEGIN_SWEEP):
        with pytest.raises((NotAllowed, Tampered)), login.desk.first_deed(login.by) as deed:
            deed.record(act, Noun.SWEEPS, sweeping.sweep)
    for name in ("pat", "ana", "cem"):
        with pytest.raises(NotAllowed), sweeping.room.school.desk.deed(sweeping.room.by(name)) as deed:
            deed.record(Act.SWEEP_PART, Noun.SWEEPS, sweeping.sweep)


def test_everything_that_waits_is_taken_in_at_once_by_who_may(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    list(sweeping.login().turns())

    assert not sweeping.tasks.take_in_all(sweeping.room.by("bo"))
    assert sweeping.tasks.take_in_all(sweeping.ana).ids("sweeps") == {sweeping.sweep}
    assert not sweeping.tasks.take_in_all(sweeping.ana)
    assert len(sweeping.taken()) == 5


def test_no_child_stands_in_what_a_database_shows_of_a_search(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    list(sweeping.login().turns())
    folder = sweeping.room.school.folder

    kept = b"".join(path.read_bytes() for path in folder.glob(f"{FILE_NAME}*"))

    assert sweeping.sweep.encode() in kept
    assert b"Annabel" not in kept
    with sweeping.room.school.desk.look() as unit:
        told = [unit.record.part(row.seq, RESULT_PART) for row in unit.record.rows(acts=(Act.SWEEP_PART,))]
        for part in told:
            assert part is not None
            assert not any(photo.encode() in part.content for photo in sweeping.photos)
            assert sweeping.ann.encode() not in part.content


def test_whoever_keeps_the_list_stops_it_and_what_was_found_stays(sweeping: Sweeping) -> None:
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    login = sweeping.login()
    next(login.turns())
    with pytest.raises(NotAllowed):
        sweeping.tasks.stop(sweeping.room.by("bo"), sweeping.sweep)

    assert sweeping.tasks.stop(sweeping.ana, sweeping.sweep).ids("sweeps") == {sweeping.sweep}

    assert list(sweeping.login().turns()) == []
    stopped = sweeping.tasks.progress(sweeping.ana, sweeping.sweep)
    assert stopped is not None
    assert (stopped.running, stopped.done, stopped.waiting) == (False, 2, 2)
    assert sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value.pictures == 2
