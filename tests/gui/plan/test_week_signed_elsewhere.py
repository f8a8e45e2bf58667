"""A week that is signed elsewhere, at the two other windows: who enters an e-mail, and who answers a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from smadmin.domain.page_letters import week_letters
from smadmin.services.week_away import WeekReply
from smadmin.ui.appearance import Appearance
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.weekly_forms import PaperDialog
from smadmin.ui.plan.weekly_pages import sections_of
from smadmin.ui.plan.weekly_read import WeekDialog
from smadmin.ui.wording import Wording
from tests.gui.plan.conftest import monday
from tests.gui.sitting import Sitting
from tests.sample import sit

Sit = Callable[[str], tuple[PlanScreen, Sitting]]
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def at_plan(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sit]:
    """Let somebody open next week's plan."""
    del appearance
    sat: list[Sitting] = []

    def take(who: str) -> tuple[PlanScreen, Sitting]:
        sitting = Sitting(qtbot, tmp_path / "school", words, who)
        sat.append(sitting)
        screen = PlanScreen(sitting.around)
        sitting.show(screen)
        screen.tabs.setCurrentIndex(1)
        sitting.settle()
        return screen, sitting

    yield take
    for one in sat:
        one.close()


def opened(plan: PlanScreen, sitting: Sitting, kind: type[D]) -> D:
    sitting.qtbot.waitUntil(lambda: bool(plan.findChildren(kind)), timeout=15_000)
    (found,) = plan.findChildren(kind)
    return found


def told(plan: PlanScreen, sitting: Sitting, said: str) -> None:
    sitting.qtbot.waitUntil(
        lambda: any(one.happened.id == said for one in plan.banners.models), timeout=15_000
    )
    sitting.settle()


def test_a_week_approved_by_e_mail_is_entered_as_one_and_waits_for_the_principals_hand(
    at_plan: Sit, tmp_path: Path
) -> None:
    plan, samuel = at_plan("samuel-okoye")
    office, day = samuel.office, monday(plan)
    mail = QImage(850, 1100, QImage.Format.Format_RGB888)
    mail.fill(QColor("white"))
    mail.save(str(tmp_path / "mail.png"), "PNG")  # type: ignore[call-overload]  # PySide's own file lacks the path
    with office.desk.look() as unit:
        head = unit.record.head()
    plan.weekly.mailing.enter_paper(day)
    dialog = opened(plan, samuel, PaperDialog)

    dialog.said_by.setCurrentIndex(dialog.said_by.findText("Ellen Whitcomb"))
    dialog.how.setCurrentIndex(dialog.how.findData("e-mail"))
    dialog.number.setValue(head.seq)
    dialog.letters.setText(head.letters)
    dialog.week.setText(week_letters(head.letters, day))
    dialog.scan.take(tmp_path / "mail.png")
    assert dialog.how.currentText() == "by e-mail"
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    told(plan, samuel, "weekly.entered")

    signature = office.weeks.week(samuel.actor, day).signature
    assert signature is not None
    assert (signature.name, signature.paper and signature.paper.how) == ("Ellen Whitcomb", "e-mail")
    assert [one.plan.monday for one in office.week_paper.owed(sit(office, "ellen-whitcomb").actor)] == [day]


def test_the_principal_reads_a_week_that_came_strikes_a_post_and_saves_the_answer(
    at_plan: Sit, tmp_path: Path
) -> None:
    plan, principal = at_plan("ellen-whitcomb")
    office, day, file = principal.office, monday(plan), tmp_path / "asked.smweek"
    ellen = principal.actor.person
    assert ellen is not None
    maya = sit(office, "maya-ortega").actor
    page = sections_of(office.weekly_pages, maya, day, principal.around.words)
    file.write_bytes(office.week_away.ask(maya, day, ellen, *page))
    principal.take_the_seat("ellen-whitcomb")

    plan.weekly.mailing.open(file)
    dialog = opened(plan, principal, WeekDialog)
    asked = len(office.weeks.week(principal.actor, day).slots)
    assert dialog.posts.count() == asked
    assert "Posts of the week" in dialog.page.toPlainText()
    QTest.keyClick(dialog.posts, Qt.Key.Key_Space)
    (struck,) = dialog.posts.struck
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    where = opened(plan, principal, QFileDialog)
    where.fileSelected.emit(str(tmp_path / "answer.smweek"))
    where.done(QDialog.DialogCode.Rejected)
    told(plan, principal, "weekly.answer-saved")

    assert principal.doors.passphrases == 1, "nobody signs for others without it"
    assert office.plan.week(principal.actor, day).seq is None, "it holds where it was asked for"
    maya = sit(office, "maya-ortega").actor
    reply = office.week_away.open(maya, tmp_path / "answer.smweek")
    assert isinstance(reply, WeekReply)
    office.week_away.take_in(maya, reply)
    week = office.plan.week(maya, day)
    assert (week.signed_by, [one.id for one in week.struck]) == (ellen, [struck])
    assert len(week.signed) == asked - 1
