"""The form of a week that was signed on paper: what is refused leaves all that was typed where it was."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import SlotId
from smadmin.domain.page_letters import week_letters
from smadmin.ui.appearance import Appearance
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.weekly_forms import PaperDialog
from smadmin.ui.wording import Wording
from tests.gui.fitting import nested_bars
from tests.gui.plan.conftest import monday
from tests.gui.plan.test_week_signed_elsewhere import opened
from tests.gui.sitting import Sitting


@pytest.fixture
def samuel(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path / "school", words, "samuel-okoye")
    yield somebody
    somebody.close()


@pytest.fixture
def plan(samuel: Sitting) -> PlanScreen:
    screen = PlanScreen(samuel.around)
    samuel.show(screen)
    screen.tabs.setCurrentIndex(1)
    samuel.settle()
    return screen


@pytest.fixture
def form(plan: PlanScreen, samuel: Sitting) -> PaperDialog:
    """Fill the form in, but for the scan."""
    plan.weekly.mailing.enter_paper(monday(plan))
    dialog = opened(plan, samuel, PaperDialog)
    with samuel.office.desk.look() as unit:
        head = unit.record.head()
    dialog.number.setValue(head.seq)
    dialog.letters.setText(head.letters)
    dialog.week.setText(week_letters(head.letters, monday(plan)))
    return dialog


def send(form: PaperDialog) -> None:
    QTest.mouseClick(form.main, Qt.MouseButton.LeftButton)


def scan(file: Path) -> Path:
    page = QImage(85, 110, QImage.Format.Format_RGB888)
    page.fill(QColor("white"))
    page.save(str(file), "PNG")  # type: ignore[call-overload]  # PySide's own file lacks the path
    return file


def still_filled(form: PaperDialog) -> bool:
    return form.isVisible() and bool(form.number.value() and form.letters.text() and form.week.text())


def test_a_scan_that_lacks_is_an_error_as_any_other(form: PaperDialog, samuel: Sitting) -> None:
    send(form)
    samuel.qtbot.waitUntil(lambda: bool(form.scan.error))

    assert form.scan.error == form.scan.button.accessibleDescription() == "Add a scan or photo of it."
    assert form.scan.button.property("wrong") == "yes"
    assert still_filled(form)


def test_a_scan_that_cant_be_opened_is_told_beside_it_and_nothing_typed_is_lost(
    form: PaperDialog, plan: PlanScreen, samuel: Sitting, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.png"
    spoilt.write_bytes(b"not a picture")
    form.scan.take(spoilt)
    send(form)
    samuel.qtbot.waitUntil(lambda: bool(form.scan.error), timeout=15_000)

    assert form.scan.error.startswith("This file can't be opened as a picture")
    assert still_filled(form)
    assert not plan.banners.models, "it is said where it is mended"

    form.scan.take(scan(tmp_path / "page.png"))
    assert not form.scan.error
    send(form)
    samuel.qtbot.waitUntil(lambda: bool(plan.banners.models), timeout=15_000)
    assert [one.happened.id for one in plan.banners.models] == ["weekly.entered"]


@pytest.mark.parametrize("name", ["scan.pdf", "scan.png"])
def test_a_pdf_is_told_what_to_do_by_its_name_or_by_what_is_in_it(
    form: PaperDialog, samuel: Sitting, tmp_path: Path, name: str
) -> None:
    copied = tmp_path / name
    copied.write_bytes(b"%PDF-1.4\n")
    form.scan.take(copied)
    send(form)
    samuel.qtbot.waitUntil(lambda: bool(form.scan.error), timeout=15_000)

    if name == "scan.png":
        assert "as a picture (JPEG or PNG)" in form.scan.error
    else:
        form.scan.take(copied)
        assert "as a picture (JPEG or PNG)" in form.scan.error
    assert still_filled(form)


def test_where_every_post_is_struck_it_says_so_beside_the_posts(form: PaperDialog, samuel: Sitting) -> None:
    for row in range(form.posts.count()):
        form.posts.item(row).setCheckState(Qt.CheckState.Unchecked)
    send(form)
    samuel.qtbot.waitUntil(lambda: bool(form.parts["posts"].error))

    assert form.parts["posts"].error.startswith("Every post of this week is struck")
    assert still_filled(form)


def test_the_keyboard_goes_into_the_field_that_is_wrong(form: PaperDialog, samuel: Sitting) -> None:
    form.activateWindow()
    form.letters.setText("ZZZZ")
    send(form)

    samuel.qtbot.waitUntil(form.letters.hasFocus)
    assert "aren't the number and letters" in form.parts["letters"].error


def test_what_is_wrong_with_no_field_is_said_above_them(
    form: PaperDialog, samuel: Sitting, plan: PlanScreen, tmp_path: Path
) -> None:
    form.scan.take(scan(tmp_path / "page.png"))
    samuel.office.plan.add(
        samuel.actor,
        samuel.office.plan.week(samuel.actor, monday(plan)).slots[0].account,
        monday(plan),
        "Late",
    )
    send(form)
    samuel.qtbot.waitUntil(form.trouble.isVisible, timeout=15_000)

    assert still_filled(form)


def test_the_longest_name_leaves_every_field_in_sight(samuel: Sitting, plan: PlanScreen) -> None:
    (one, *_) = samuel.office.week_paper.signers(samuel.actor, monday(plan))
    long = replace(one, name="Bartholomew Maximilian Featherstonehaugh-Cholmondeley Delgado de la Vega Ruiz")
    posts = [(SlotId("1"), "Book fair")]
    form = PaperDialog((long,), posts, samuel.around.words, plan)
    form.open()
    across = form.middle.viewport().rect()

    def seen(part: QWidget) -> bool:
        left = part.mapTo(form.middle.viewport(), QPoint(0, 0)).x()
        needs = part.minimumSizeHint().width()
        return 0 <= left <= left + part.width() - 1 <= across.right() and part.width() >= needs

    samuel.qtbot.waitUntil(lambda: all(seen(form.parts[name]) for name in ("said_by", "how", "day")))
    assert form.said_by.currentText() == form.said_by.toolTip() == long.name
    form.reject()


def test_a_long_week_scrolls_with_the_form_and_the_arrow_keys_lead_through_it(
    samuel: Sitting, plan: PlanScreen
) -> None:
    posts = [(SlotId(str(number)), f"Post {number}") for number in range(60)]
    form = PaperDialog(
        samuel.office.week_paper.signers(samuel.actor, monday(plan)), posts, samuel.around.words, plan
    )
    form.open()
    form.activateWindow()
    form.posts.setFocus()
    samuel.qtbot.waitUntil(form.posts.hasFocus)

    assert nested_bars(form) == []
    QTest.keyClick(form.posts, Qt.Key.Key_End)
    last = form.posts.visualItemRect(form.posts.item(59)).center()
    seen = form.middle.viewport().rect()
    samuel.qtbot.waitUntil(lambda: seen.contains(form.posts.viewport().mapTo(form.middle.viewport(), last)))
    form.reject()
