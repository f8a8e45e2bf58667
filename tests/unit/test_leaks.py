"""The fixture that nothing escapes would itself be worth nothing if it saw nothing."""

import subprocess
import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests import leaks


def test_a_thread_that_goes_on_is_seen() -> None:
    before = leaks.look()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="still counting")
    thread.start()

    left = leaks.left_since(before)

    assert left == ["thread still counting"]
    stop.set()
    thread.join()


def test_a_process_that_goes_on_is_seen() -> None:
    before = leaks.look()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        left = leaks.left_since(before)

    assert left == [f"process {sys.executable} -c input()"]
    assert child.returncode == 1


def test_a_window_and_a_running_timer_are_seen(qapp: QApplication) -> None:
    before = leaks.look()
    window = QWidget()
    timer = QTimer(window)
    timer.setObjectName("autosave")
    timer.start(1000)

    left = leaks.left_since(before)

    assert left == ["window QWidget", "timer autosave of QWidget, 1000 ms"]
    window.deleteLater()
    del window, timer


def test_a_timer_that_was_there_before_and_runs_since_is_seen(qapp: QApplication) -> None:
    timer = QTimer()
    timer.setObjectName("waiting")
    assert leaks.left_since(leaks.look()) == []
    before = leaks.look()
    timer.start(1000)

    left = leaks.left_since(before)

    assert left == ["timer waiting of NoneType, 1000 ms"]
    timer.stop()


def test_what_ends_within_the_grace_is_forgiven() -> None:
    before = leaks.look()
    thread = threading.Timer(0.1, int)
    thread.start()

    assert leaks.left_since(before) == []
