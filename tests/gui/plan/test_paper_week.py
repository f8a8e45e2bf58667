"""A week that somebody entered from paper: seen with its scan, then countersigned, on the Plan screen."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import say
from smadmin.domain.page_letters import page_letters
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.paper import PaperModel
from smadmin.ui.plan.papercard import PaperCard, ScanDialog
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.shell.badges import waiting_for
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.wording import Wording
from tests.gui.plan.conftest import monday, press
from tests.gui.sitting import Sitting
from tests.sample import sit

_BESIDE_SIDEBAR_PX = 860
"""What the sidebar leaves to a screen on 1280 pixels at 200 % text."""


@pytest.fixture
def principal(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path / "school", words, "ellen-whitcomb")
    yield somebody
    somebody.close()


def enter(sitting: Sitting, folder: Path) -> date:
    """Let Samuel enter that Ellen signed next week on paper, and sit Ellen down again."""
    office, ellen = sitting.office, sitting.actor.person
    assert ellen is not None
    page = QImage(850, 1100, QImage.Format.Format_RGB888)
    page.fill(QColor("white"))
    scan = folder / "page.png"
    page.save(str(scan), "PNG")  # type: ignore[call-overload]  # PySide's own file lacks the path
    samuel = sit(office, "samuel-okoye").actor
    week = office.weeks.week(samuel, office.weeks.waits_for(sitting.actor))
    with office.desk.look() as unit:
        head = unit.record.head()
    struck = frozenset({week.slots[0].slot.id})
    given = GivenWeek(ellen, "paper", week.today, head.seq, page_letters(head.letters, week.monday), struck)
    office.week_paper.enter(samuel, week.monday, given, office.scans.seal(scan))
    sitting.take_the_seat("ellen-whitcomb")
    return week.monday


def plan_of(sitting: Sitting, day: date) -> PlanScreen:
    screen = PlanScreen(sitting.around)
    sitting.show(screen)
    screen.open_subject(day.isoformat())
    sitting.settle()
    return screen


def scan_seen(plan: PlanScreen, sitting: Sitting) -> None:
    sitting.qtbot.waitUntil(lambda: plan.paper.card.scan.shown, timeout=20_000)


def test_it_says_who_entered_it_and_is_countersigned_beside_its_scan(
    principal: Sitting, tmp_path: Path
) -> None:
    day = enter(principal, tmp_path)
    plan = plan_of(principal, day)
    card = plan.paper.card

    assert monday(plan) == day
    assert plan.signature.title.text() == "On paper, entered by Samuel Okoye: countersignature due"
    assert "Ellen Whitcomb" in plan.signature.entered.text()
    assert card.isVisible()
    scan_seen(plan, principal)
    assert card.sign.isEnabled()
    QTest.mouseClick(card.sign, Qt.MouseButton.LeftButton)
    principal.settle()
    principal.settle()

    assert principal.doors.passphrases == 1
    week = principal.office.plan.week(principal.actor, day)
    assert (week.owed, len(week.struck)) == (False, 1)
    assert not card.isVisible()
    assert "countersigned by Ellen Whitcomb" in plan.signature.entered.text()


def test_nobody_countersigns_before_the_scan_is_there(principal: Sitting, tmp_path: Path) -> None:
    plan = plan_of(principal, enter(principal, tmp_path))
    card = plan.paper.card

    card.await_scan()
    assert not card.sign.isEnabled()
    card.show_no_scan("The file is gone.")

    assert card.sign.isEnabled(), "who has the paper at hand"
    assert card.scan.words == "The file is gone."


def test_the_scan_is_seen_large(principal: Sitting, tmp_path: Path) -> None:
    plan = plan_of(principal, enter(principal, tmp_path))
    scan_seen(plan, principal)

    press(plan, "see-scan")

    (dialog,) = plan.findChildren(ScanDialog)
    assert dialog.area.viewport().width() > 5 * plan.paper.card.scan.width() // 2
    assert not dialog.main.isVisible(), "it is only looked at"


def test_a_long_handle_pushes_nothing_sideways_at_200_percent(
    window: QWidget, words: Wording, appearance: Appearance
) -> None:
    while appearance.text_scale < 2:
        appearance.enlarge()
    card = PaperCard(words, window)
    line = say(
        "weekly.approve-post",
        weekday=say("today.wd-1"),
        day=date(2026, 11, 30),
        topic="families",
        account="@LincolnElementarySchoolPerformingArts",
    )
    card.show_paper(
        PaperModel(date(2026, 11, 30), 1, "Samuel Okoye", (line,), MediaId("0"), countersigns=True)
    )
    card.show()

    assert card.minimumSizeHint().width() <= _BESIDE_SIDEBAR_PX


def test_who_didnt_approve_it_says_so_and_it_counts_no_more(principal: Sitting, tmp_path: Path) -> None:
    day = enter(principal, tmp_path)
    plan = plan_of(principal, day)

    press(plan, "disown-week")
    principal.settle()
    principal.settle()

    assert principal.office.plan.week(principal.actor, day).seq is None
    assert not plan.paper.card.isVisible()


def test_who_entered_it_sees_it_and_doesnt_countersign_it(principal: Sitting, tmp_path: Path) -> None:
    day = enter(principal, tmp_path)
    principal.take_the_seat("samuel-okoye")
    plan = plan_of(principal, day)

    assert plan.paper.card.isVisible()
    assert not plan.paper.card.sign.isVisible()
    assert not plan.paper.card.refuse.isVisible()


def test_the_calendar_makes_way_for_the_week_that_today_leads_to(principal: Sitting, tmp_path: Path) -> None:
    day = enter(principal, tmp_path)
    plan = PlanScreen(principal.around)
    principal.show(plan)
    plan.tabs.setCurrentIndex(2)
    principal.settle()
    assert not plan.paper.card.isVisible()

    plan.open_subject(day.isoformat())
    principal.settle()

    principal.qtbot.waitUntil(plan.paper.card.isVisible, timeout=10_000)
    assert not plan.calendar.isVisible()


def test_today_leads_right_there_and_plan_has_its_number(principal: Sitting, tmp_path: Path) -> None:
    before = waiting_for(principal.office, principal.actor)["plan"]
    day = enter(principal, tmp_path)

    today = TodayScreen(principal.around)
    principal.show(today)
    principal.qtbot.waitUntil(lambda: bool(leading(today)), timeout=20_000)
    leading(today)[0].click()

    assert principal.doors.opened[-1] == ("plan", day.isoformat())
    assert before == waiting_for(principal.office, principal.actor)["plan"] == 1, (
        "to approve, then to countersign"
    )
    samuel = sit(principal.office, "samuel-okoye").actor
    assert waiting_for(principal.office, samuel)["plan"] == 0


def test_a_page_is_countersigned_first_and_what_came_later_is_approved_then(
    principal: Sitting, tmp_path: Path
) -> None:
    office, day = principal.office, enter(principal, tmp_path)
    maya = sit(office, "maya-ortega").actor
    account = office.weeks.week(maya, day).slots[0].slot.account
    office.plan.add(maya, account, day + timedelta(days=4), "Friday sports")
    principal.take_the_seat("ellen-whitcomb")
    plan = plan_of(principal, day)

    assert not plan.main.isVisible(), "one thing at a time"
    assert any("1 post came after that" in one.whole_text for one in plan.paper.card.findChildren(PlainLabel))
    scan_seen(plan, principal)
    QTest.mouseClick(plan.paper.card.sign, Qt.MouseButton.LeftButton)
    principal.settle()
    principal.settle()

    assert plan.main.isVisible()
    assert waiting_for(office, principal.actor)["plan"] == 1, "what came later waits on"


def leading(today: TodayScreen) -> list[Button]:
    """Give Today's button that leads to the week from paper."""
    return [one for one in today.findChildren(Button) if one.text() == "See it and countersign"]
