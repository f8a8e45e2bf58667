"""A week is signed on paper: somebody else enters it, and the principal countersigns beside the scan."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox

from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.weekly_forms import PaperDialog
from tests.journeys.roads import AUTHOR, OFFICE, PRINCIPAL, X, plan_post
from tests.journeys.sitting import Sitting
from tests.journeys.test_weekly_page import keep

STRUCK = "Raffle"


def test_a_week_from_paper_is_said_to_be_one_until_the_principal_countersigned_it_beside_its_scan(
    seat: Sitting, tmp_path: Path
) -> None:
    hand = seat.hand
    seat.look_around()
    seat.sit(AUTHOR)
    seat.go("plan")
    plan_post(seat, STRUCK, X)
    keep(seat, "weekly.save-html", tmp_path / "page.html")
    seat.lock()

    seat.sit(OFFICE)
    seat.go("plan")
    enter(seat, tmp_path)
    hand.wait("what it is", lambda: hand.says(hand.said("planui.entered-paper", person=OFFICE)))
    assert hand.find(hand.said("weekly.countersign")) is None, "who entered it doesn't countersign it"
    seat.lock()

    seat.sit(PRINCIPAL)
    seat.go("today")
    hand.say_press("weekly.owed-do")
    seat.arrive("plan")
    card = seat.shown(PlanScreen).paper.card
    hand.wait("the scan", lambda: card.scan.shown)
    assert hand.says(STRUCK)
    hand.say_press("weekly.countersign")
    hand.wait("the countersignature", lambda: hand.says(f"countersigned by {PRINCIPAL}"))

    assert not card.isVisible()
    assert seat.office.verify().whole


def enter(seat: Sitting, folder: Path) -> None:
    """Type what stands on the page, strike a post, add the scan."""
    hand, told = seat.hand, (folder / "page.html").read_text("utf-8")
    found = re.search(r"Record number (\d+), record letters ([0-9A-Z-]+), week letters (\w+)", told)
    assert found is not None
    hand.say_press("weekly.hand-on")
    hand.choose_from_menu(hand.said("weekly.enter"))
    hand.wait("the form", lambda: isinstance(QApplication.activeModalWidget(), PaperDialog))
    form = QApplication.activeModalWidget()
    assert isinstance(form, PaperDialog)
    hand.choose(hand.said("weekly.said-by"), PRINCIPAL)
    fields = (
        ("weekly.end-number", QSpinBox, found[1]),
        ("weekly.end-letters", QLineEdit, found[2]),
        ("weekly.week-letters", QLineEdit, found[3]),
    )
    for field, kind, written in fields:
        hand.go_to(hand.said(field), kind)
        hand.key("Ctrl+A")  # a number stands there already
        hand.write(written)
    form.posts.setFocus()
    while STRUCK not in form.posts.currentItem().text():
        hand.key("Down")
    hand.key("Space")
    form.scan.take(scan(folder / "scan.png", told))  # the system's own dialog gives it
    hand.say_press("weekly.enter-do")


def scan(file: Path, told: str) -> Path:
    """Draw the signed page."""
    page = QImage(850, 1100, QImage.Format.Format_RGB888)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawText(page.rect().adjusted(60, 60, -60, -60), int(Qt.TextFlag.TextWordWrap), told[-900:])
    painter.end()
    page.save(str(file), "PNG")  # type: ignore[call-overload]  # PySide's own file lacks the path
    return file
