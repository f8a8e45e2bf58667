"""A records request to a package that verifies on another data folder, in another process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from smadmin.domain.keys import fingerprint
from smadmin.ui.records.screen import RecordsScreen
from tests.journeys.roads import PRINCIPAL
from tests.journeys.sitting import Sitting

WHO, ASKED, WHY = "Dana Reyes, The Tribune", "All posts of this fall", "About one pupil"
MOST_S = 120


@pytest.mark.demand("BLO-II")
@pytest.mark.demand("YEL-R")
def test_a_request_is_answered_and_the_package_proves_itself_elsewhere(seat: Sitting, tmp_path: Path) -> None:
    hand, out = seat.hand, tmp_path / "out"
    out.mkdir()
    seat.look_around()
    seat.sit(PRINCIPAL)
    seat.go("records")
    page = seat.shown(RecordsScreen).answering
    hand.say_press("recordsasked.answer")
    hand.go_to(hand.said("recordsasked.field-who"), QLineEdit)
    hand.write(WHO)
    hand.key("Tab")
    hand.write(ASKED)
    hand.say_press("recordsasked.enter")
    hand.wait("the request", lambda: bool(page.request.request))

    hand.say_press("recordsasked.look")
    hand.wait("what is found", lambda: bool(page.list.rows))
    hand.press_row(page.list, page.list.rows[0].title)
    hand.say_press("recordsasked.leave-out")
    hand.write(WHY)
    chooses(seat, out)
    hand.say_press("recordsasked.give")
    hand.wait("the package", lambda: any(out.glob("*/data/index.html")))
    hand.wait("what was given", lambda: hand.says("The record names the package by"))

    (folder,) = out.iterdir()
    answer = seat.office.records_requests.all(seat.office.session.actor)[0].answers[0]
    told = json.loads((folder / "data" / "posts.json").read_text("utf-8"))
    assert [one["why"] for one in told["left_out"]] == [WHY]
    assert (answer.given, answer.left_out) == (len(told["given"]), 1)
    with seat.office.desk.look() as unit:
        root = unit.trust.read().root
    assert root is not None
    assert verified(folder, tmp_path / "elsewhere", fingerprint(root), answer.head) == 0
    page_told = folder / "data" / "bodies.jsonl"
    page_told.write_bytes(page_told.read_bytes().replace(b'"act":"publish"', b'"act":"punlish"', 1) + b" ")
    assert verified(folder, tmp_path / "elsewhere", fingerprint(root), answer.head) != 0


def chooses(seat: Sitting, folder: Path) -> None:
    """Type a folder into the computer's own dialog as soon as it is there."""
    timer = QTimer(seat.frame, interval=50)

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            timer.deleteLater()
            dialog.setDirectory(str(folder))
            field = dialog.findChild(QLineEdit)
            assert isinstance(field, QLineEdit)
            field.setText(str(folder))
            dialog.accept()

    timer.timeout.connect(type_it)
    timer.start()


def verified(folder: Path, data: Path, root: str, head: str) -> int:
    """Verify a package as somebody else does, who has a data folder of their own; gives the status."""
    command = [sys.executable, "-m", "smadmin", "--data", str(data), "records", "verify", str(folder)]
    done = subprocess.run(
        [*command, "--root", root, "--head", head], check=False, capture_output=True, timeout=MOST_S
    )
    assert not data.exists() or not any(data.rglob("*.db"))
    return done.returncode
