"""Operations run beside the GUI thread and come back to it, in order."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.ui.perform import ERRAND_THREADS, NETWORK_THREADS, Performer


@pytest.fixture
def performer(qtbot: QtBot) -> Iterator[Performer]:
    made = Performer()
    yield made
    made.close()


def test_a_result_arrives_on_the_gui_thread_and_the_work_is_done_elsewhere(
    performer: Performer, qtbot: QtBot
) -> None:
    arrived: list[tuple[str, str]] = []

    performer.perform(
        lambda: threading.current_thread().name,
        done=lambda name: arrived.append((name, threading.current_thread().name)),
    )

    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived[0][0].startswith("smadmin-store")
    assert arrived[0][1] == threading.main_thread().name


def test_nothing_runs_before_the_call_returns_to_the_event_loop(performer: Performer, qtbot: QtBot) -> None:
    arrived: list[int] = []

    performer.perform(lambda: 1, done=arrived.append)
    before = list(arrived)

    qtbot.waitUntil(lambda: arrived == [1])
    assert before == []


def test_deeds_run_one_after_the_other_in_order(performer: Performer, qtbot: QtBot) -> None:
    ran: list[int] = []
    arrived: list[int] = []

    for number in range(20):
        performer.perform(partial(_run, ran, number), done=arrived.append)

    qtbot.waitUntil(lambda: len(arrived) == 20)
    assert ran == arrived == list(range(20))


def test_a_deeds_changes_are_told_with_their_origin(performer: Performer, qtbot: QtBot) -> None:
    origin = QObject()
    changes = Changes.of("posts", ["one"])

    with qtbot.waitSignal(performer.changed) as told:
        performer.perform(lambda: Done("new-id", changes), origin=origin)

    assert told.args == [changes, origin]


def test_a_reading_tells_no_change(performer: Performer, qtbot: QtBot) -> None:
    arrived: list[str] = []

    with qtbot.assertNotEmitted(performer.changed):
        performer.perform(lambda: "read", done=arrived.append)
        qtbot.waitUntil(lambda: arrived == ["read"])


def test_a_known_error_goes_to_the_one_who_asked(performer: Performer, qtbot: QtBot) -> None:
    failed: list[KnownError] = []

    performer.perform(_refuse, failed=failed.append)

    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].happened == say("shell.no-account")


def test_a_known_error_nobody_takes_is_told_to_the_window(performer: Performer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(performer.failedUnheard) as told:
        performer.perform(_refuse)

    assert isinstance(told.args[0], KnownError)


def test_a_bug_is_told_apart_from_what_is_known(performer: Performer, qtbot: QtBot) -> None:
    failed: list[KnownError] = []

    with qtbot.waitSignal(performer.crashed) as told:
        performer.perform(lambda: 1 // 0, failed=failed.append)

    assert isinstance(told.args[0], ZeroDivisionError)
    assert failed == []


def test_nobody_is_called_back_once_the_origin_is_gone(performer: Performer, qtbot: QtBot) -> None:
    origin = QObject()
    arrived: list[int] = []
    gate = threading.Event()

    performer.perform(gate.wait, done=lambda _: arrived.append(1), origin=origin)
    with qtbot.waitSignal(origin.destroyed):
        origin.deleteLater()
    gate.set()
    performer.perform(lambda: 2, done=arrived.append)

    qtbot.waitUntil(lambda: arrived == [2])


def test_errands_do_not_wait_for_one_another(performer: Performer, qtbot: QtBot) -> None:
    both = threading.Barrier(2, timeout=5)
    arrived: list[int] = []

    performer.errand(both.wait, done=arrived.append)
    performer.errand(both.wait, done=arrived.append)

    qtbot.waitUntil(lambda: len(arrived) == 2)


def test_servers_that_take_minutes_keep_no_errand_waiting(performer: Performer, qtbot: QtBot) -> None:
    answers, arrived = threading.Event(), list[str]()
    for _ in range(NETWORK_THREADS + ERRAND_THREADS):
        performer.network(answers.wait, done=lambda _: arrived.append("server"))
    performer.errand(lambda: None, done=lambda _: arrived.append("errand"))

    try:
        qtbot.waitUntil(lambda: bool(arrived))
        assert arrived == ["errand"]
    finally:
        answers.set()


def test_dead_web_sites_that_are_only_tried_keep_no_post_from_leaving(
    performer: Performer, qtbot: QtBot
) -> None:
    answers, arrived = threading.Event(), list[str]()
    for _ in range(NETWORK_THREADS + 1):
        performer.trial(answers.wait, done=lambda _: arrived.append("page"))
    performer.network(lambda: None, done=lambda _: arrived.append("post"))

    try:
        qtbot.waitUntil(lambda: bool(arrived))
        assert arrived == ["post"]
    finally:
        answers.set()


def test_closing_lets_queued_deeds_end_and_takes_no_more(qtbot: QtBot) -> None:
    performer = Performer()
    ran: list[int] = []
    for number in range(5):
        performer.perform(partial(_run, ran, number))

    performer.close()
    performer.perform(lambda: ran.append(99))

    assert ran == [0, 1, 2, 3, 4]


def _run(ran: list[int], number: int) -> int:
    ran.append(number)
    return number


def _refuse() -> None:
    raise KnownError(say("shell.no-account"))
