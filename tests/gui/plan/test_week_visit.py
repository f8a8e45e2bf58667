"""A week that came by file, where it is approved: which week it is, and what is kept for who leaves it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import SlotId
from smadmin.domain.messages import Message
from smadmin.domain.page_letters import week_letters
from smadmin.domain.records import grouped
from smadmin.services.week_away import WeekVisit
from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import FILE, PlanScreen
from smadmin.ui.plan.weekly_forms import SignerDialog
from smadmin.ui.plan.weekly_pages import sections_of, sent_page
from smadmin.ui.plan.weekly_read import WeekDialog
from smadmin.ui.surroundings import files_subject
from smadmin.ui.wording import Wording
from tests.gui.plan.conftest import monday
from tests.gui.plan.test_week_signed_elsewhere import opened
from tests.gui.sitting import Sitting
from tests.sample import sit


@pytest.fixture
def ellen(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path / "school", words, "ellen-whitcomb")
    yield somebody
    somebody.close()


@pytest.fixture
def plan(ellen: Sitting) -> PlanScreen:
    screen = PlanScreen(ellen.around)
    ellen.show(screen)
    screen.tabs.setCurrentIndex(1)
    ellen.settle()
    return screen


@pytest.fixture
def asked(ellen: Sitting, plan: PlanScreen, tmp_path: Path) -> Path:
    """Have Maya ask Ellen about next week."""
    office, day, person = ellen.office, monday(plan), ellen.actor.person
    assert person is not None
    maya, file = sit(office, "maya-ortega").actor, tmp_path / "asked.smweek"
    file.write_bytes(
        office.week_away.ask(
            maya, day, person, *sections_of(office.weekly_pages, maya, day, ellen.around.words)
        )
    )
    ellen.take_the_seat("ellen-whitcomb")
    return file


def visit(plan: PlanScreen, ellen: Sitting, file: Path) -> WeekDialog:
    plan.weekly.mailing.open(file)
    return opened(plan, ellen, WeekDialog)


def test_it_says_which_week_of_which_school_and_where_the_record_ended(
    plan: PlanScreen, ellen: Sitting, asked: Path
) -> None:
    day, words = monday(plan), ellen.around.words
    with ellen.office.desk.look() as unit:
        school, head = unit.schools.get(ellen.office.desk.school).name, unit.record.head()
    dialog = visit(plan, ellen, asked)
    said = [one.whole_text for one in dialog.findChildren(PlainLabel)]
    page = dialog.page.toPlainText()

    assert dialog.windowTitle() == words.say("weekly.approve-week", day=day)
    assert any(school in one and "Maya Ortega asks" in one for one in said)
    assert page.startswith(words.say("weekly.title", school=school))
    assert grouped(head.letters) in page
    assert week_letters(head.letters, day) in page
    (slot, *_) = ellen.office.plan.week(ellen.actor, day).slots
    on = words.say("weekly.approve-week", day=slot.day).removeprefix("Approve the week of ")
    assert on in dialog.posts.item(0).text()


def test_the_answer_counts_no_longer_than_its_week(plan: PlanScreen, ellen: Sitting, asked: Path) -> None:
    came, words = ellen.office.week_away.open(ellen.actor, asked), ellen.around.words
    assert isinstance(came, WeekVisit)
    first, last = monday(plan), monday(plan) + timedelta(days=6)
    late = replace(came, asked=replace(came.asked, ends=came.asked.ends + timedelta(days=30)))
    with ellen.office.desk.look() as unit:
        school = unit.schools.get(ellen.office.desk.school)

    page = sent_page(ellen.office.weekly_pages, late, school, words)

    assert words.say("weekly.asked-note", first=first, last=last, day=last) in page.html


def test_return_while_reading_approves_nothing(plan: PlanScreen, ellen: Sitting, asked: Path) -> None:
    dialog = visit(plan, ellen, asked)
    struck: list[frozenset[SlotId]] = []
    dialog.approved.connect(struck.append)
    dialog.activateWindow()

    for reading in (dialog.page, dialog.posts):
        reading.setFocus()
        QTest.keyClick(reading, Qt.Key.Key_Return)
        QTest.keyClick(reading, Qt.Key.Key_Enter)

    assert (dialog.isVisible(), struck) == (True, [])
    QTest.keyClick(dialog.main, Qt.Key.Key_Space)
    assert struck == [frozenset()]
    for one in QApplication.topLevelWidgets():
        if one.isModal():
            one.close()


def test_leaving_the_passphrase_keeps_the_week_and_what_was_struck(
    plan: PlanScreen, ellen: Sitting, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left(_then: Callable[[], None], _what: Message | None = None) -> None:
        """Leave it."""

    monkeypatch.setattr(ellen.doors, "with_passphrase", left)
    dialog = visit(plan, ellen, asked)
    QTest.keyClick(dialog.posts, Qt.Key.Key_Space)
    struck = dialog.posts.struck
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    (banner,) = plan.banners.models
    assert banner.happened.id == "weekly.visit-waits"
    ellen.qtbot.waitUntil(lambda: not plan.findChildren(WeekDialog))
    plan.banners.actionChosen.emit(banner)
    again = opened(plan, ellen, WeekDialog)
    assert again.posts.struck == struck != frozenset()
    QTest.keyClick(again.posts, Qt.Key.Key_Space)
    later = again.posts.struck
    again.reject()
    (still,) = plan.banners.models
    assert still.happened.id == "weekly.visit-waits"
    ellen.qtbot.waitUntil(lambda: not plan.findChildren(WeekDialog))
    plan.banners.actionChosen.emit(still)
    third = opened(plan, ellen, WeekDialog)
    assert third.posts.struck == later != struck
    third.reject()
    plan.settle()
    assert not plan.banners.models, "whoever sits down next didn't open it"


def test_a_post_of_an_account_that_this_copy_doesnt_know_says_so(
    plan: PlanScreen, ellen: Sitting, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weeks = ellen.office.weeks
    whole = weeks.week

    def older(by: object, day: date) -> object:
        return replace(whole(by, day), accounts=())  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr(weeks, "week", older)
    dialog = visit(plan, ellen, asked)

    assert "newer than this computer's copy" in dialog.posts.item(0).text()


def test_nobody_is_asked_whose_only_key_lies_here_and_it_says_why(plan: PlanScreen, ellen: Sitting) -> None:
    ellen.take_the_seat("maya-ortega")

    plan.weekly.mailing.ask_whom(monday(plan))
    ellen.qtbot.waitUntil(lambda: bool(plan.banners.models), timeout=15_000)

    assert not plan.findChildren(SignerDialog)
    (told,) = plan.banners.models
    assert told.happened.id == "weekly.only-here"
    assert "Ellen Whitcomb" in ellen.around.words(told.happened)


def test_a_file_that_is_dropped_on_the_window_is_opened_by_the_plan(
    plan: PlanScreen, ellen: Sitting, asked: Path
) -> None:
    plan.open_subject(files_subject([asked]))

    assert opened(plan, ellen, WeekDialog).posts.count() > 0


def test_the_menu_asks_for_the_file(plan: PlanScreen, ellen: Sitting) -> None:
    plan.open_subject(FILE)

    asked = opened(plan, ellen, QFileDialog)
    assert any("smweek" in one for one in asked.nameFilters())
    asked.reject()
