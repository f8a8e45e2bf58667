"""The weekly page from the Plan screen: as files, to be signed elsewhere, and without struck posts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from smadmin.domain.given_weeks import GivenWeek
from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.striking import StrikeButton
from smadmin.ui.plan.weekly_forms import PaperDialog
from smadmin.ui.plan.weekly_read import WeekDialog
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording
from tests.gui.plan.conftest import monday, slots
from tests.gui.sitting import Sitting
from tests.sample import sit


@pytest.fixture
def principal(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, "ellen-whitcomb")
    yield somebody
    somebody.close()


def plan_of(sitting: Sitting) -> PlanScreen:
    screen = PlanScreen(sitting.around)
    sitting.show(screen)
    screen.tabs.setCurrentIndex(1)
    sitting.settle()
    return screen


D = TypeVar("D", bound=QDialog)


def dialog_of(plan: PlanScreen, kind: type[D]) -> D:
    (found,) = plan.findChildren(kind)
    return found


def told(plan: PlanScreen, sitting: Sitting, said: str) -> None:
    """Wait until a banner says something; errands run beside one another."""
    sitting.qtbot.waitUntil(
        lambda: any(one.happened.id == said for one in plan.banners.models), timeout=15_000
    )
    sitting.settle()


def test_the_page_and_the_planning_are_saved_as_files(
    plan: PlanScreen, sitting: Sitting, tmp_path: Path
) -> None:
    plan.weekly.keep_pdf(tmp_path / "page.pdf")
    plan.weekly.keep_html(tmp_path / "page.html")
    plan.weekly.keep_posts(tmp_path / "plan.ics")
    files = [tmp_path / name for name in ("page.pdf", "page.html", "plan.ics")]
    sitting.qtbot.waitUntil(lambda: all(one.exists() for one in files), timeout=15_000)
    sitting.settle()

    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    html = (tmp_path / "page.html").read_text("utf-8")
    assert "The week at Lincoln Elementary School" in html
    assert "http" not in html.replace("http-equiv", ""), "nothing is fetched"
    events = Calendar.from_ical((tmp_path / "plan.ics").read_text("utf-8")).walk("VEVENT")
    assert len(events) >= 9


def read(plan: PlanScreen, sitting: Sitting) -> WeekDialog:
    """Press *Read the page*, and give what opens."""
    QTest.mouseClick(plan.weekly.read, Qt.MouseButton.LeftButton)
    sitting.qtbot.waitUntil(lambda: bool(plan.findChildren(WeekDialog)), timeout=15_000)
    return dialog_of(plan, WeekDialog)


def seen(plan: PlanScreen) -> list[StrikeButton]:
    return [one for one in plan.findChildren(StrikeButton) if one.isVisible()]


def strike_buttons(plan: PlanScreen, sitting: Sitting) -> list[StrikeButton]:
    """Give *Strike* of each post once the whole week is shown."""
    every = len(slots(plan, sitting))
    sitting.qtbot.waitUntil(lambda: plan.days.whole and len(seen(plan)) == every, timeout=15_000)
    return seen(plan)


def offered(plan: PlanScreen) -> list[str]:
    return [said for said, _ in plan.weekly.deeds()]


def test_the_principal_reads_the_page_strikes_a_post_and_approves_the_rest(principal: Sitting) -> None:
    plan = plan_of(principal)
    dialog = read(plan, principal)
    before = dialog.posts.count()

    assert "Posts of the week" in dialog.page.toPlainText()
    assert dialog.main.text() == plan.main.text() == "Approve the week"
    QTest.keyClick(dialog.posts, Qt.Key.Key_Space)
    struck = dialog.posts.struck
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    principal.settle()
    principal.settle()

    week = principal.office.plan.week(principal.actor, monday(plan))
    assert len(struck) == 1
    assert {one.id for one in week.struck} == struck
    assert len(week.signed) == before - 1
    assert plan._model is not None
    assert plan._model.all_signed, "what was struck isn't asked about again"
    extras = [one.extra.id for day in plan._model.days for one in day.slots if one.extra is not None]
    assert extras == ["planui.struck"]


def test_a_post_is_struck_with_one_press_and_put_back_with_another(principal: Sitting) -> None:
    plan = plan_of(principal)
    every = slots(plan, principal)
    first, second = strike_buttons(plan, principal)[:2]
    assert any("counts once you approve the week" in one.whole_text for one in plan.findChildren(PlainLabel))
    name = first.objectName()

    for button in (first, second, second):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (first.text(), second.text()) == ("Put back", "Strike")
    plan.load()
    principal.settle()
    again = strike_buttons(plan, principal)
    assert [one.struck for one in again[:2]] == [True, False], "it outlasts a reading"
    plan.main.click()
    principal.settle()

    week = principal.office.plan.week(principal.actor, monday(plan))
    assert len(week.signed) == len(every) - 1
    assert [f"strike:{one.id}" for one in week.struck] == [name]
    principal.qtbot.waitUntil(lambda: seen(plan) == [])


def test_what_was_struck_stays_struck_when_a_later_post_is_approved(principal: Sitting) -> None:
    plan = plan_of(principal)
    day, (first, *_rest) = monday(plan), slots(plan, principal)
    principal.office.plan.sign_week(principal.actor, day, struck=frozenset({first.id}))
    principal.office.plan.add(principal.actor, first.account, first.day, "Chess club")
    plan.load()
    principal.settle()

    plan.main.click()
    principal.settle()

    week = principal.office.plan.week(principal.actor, day)
    assert [one.id for one in week.struck] == [first.id]
    assert "Chess club" in [one.topic for one in week.signed]


def test_what_the_principal_struck_is_nobody_elses(principal: Sitting) -> None:
    plan = plan_of(principal)
    QTest.mouseClick(strike_buttons(plan, principal)[0], Qt.MouseButton.LeftButton)

    assert plan._model is not None
    assert len(plan.approving.struck(plan._model)) == 1
    plan.settle()

    assert plan.approving.struck(plan._model) == frozenset()


def test_an_approved_week_is_offered_to_nobody_again_and_can_be_taken_back(principal: Sitting) -> None:
    plan = plan_of(principal)
    assert "Send the week to be approved elsewhere…" in offered(plan)
    plan.main.click()
    principal.settle()

    asks = ("Send the week to be approved elsewhere…", "Enter what was signed on paper…")
    assert not {*asks, "Countersign the week from paper"} & {*offered(plan)}
    assert read(plan, principal).main.isHidden(), "it is only read"
    dict(plan.weekly.deeds())["Take the approval back"]()
    principal.settle()
    assert principal.office.plan.week(principal.actor, monday(plan)).seq is None


def test_undo_brings_the_approval_before_back_with_what_was_struck(principal: Sitting) -> None:
    plan = plan_of(principal)
    day, (first, *_rest) = monday(plan), slots(plan, principal)
    principal.office.plan.sign_week(principal.actor, day, struck=frozenset({first.id}))
    principal.office.plan.add(principal.actor, first.account, first.day, "Chess club")
    plan.load()
    principal.settle()
    plan.main.click()
    principal.settle()

    (said,) = [one for one in plan.banners.models if one.action is not None]
    plan.banners.actionChosen.emit(said)
    principal.settle()
    principal.settle()

    week = principal.office.plan.week(principal.actor, day)
    assert [one.id for one in week.struck] == [first.id]
    assert "Chess club" not in [one.topic for one in week.signed]


def test_a_snow_day_stands_on_its_day_at_once(principal: Sitting) -> None:
    plan = plan_of(principal)
    calendar, by, day = principal.office.school_calendar, principal.actor, monday(plan)

    principal.performer.perform(lambda: calendar.snow_day(by, day))

    principal.qtbot.waitUntil(
        lambda: any(one.whole_text == "Closed" for one in plan.days.findChildren(PlainLabel)), timeout=15_000
    )
    assert "Closed" in read(plan, principal).page.toPlainText()


def test_the_author_reads_the_page_and_approves_nothing(plan: PlanScreen, sitting: Sitting) -> None:
    dialog = read(plan, sitting)

    assert "Posts of the week" in dialog.page.toPlainText()
    assert dialog.main.isHidden()
    assert dialog.posts.isHidden()
    assert seen(plan) == []


def test_a_week_goes_by_file_and_comes_back_signed(
    plan: PlanScreen, sitting: Sitting, tmp_path: Path
) -> None:
    day, mailing = monday(plan), plan.weekly.mailing
    ellen = next(
        one for one in sitting.office.week_away.signers(sitting.actor) if one.name == "Ellen Whitcomb"
    )
    mailing.send(day, ellen, tmp_path / "a.smweek")
    told(plan, sitting, "weekly.sent")

    office = sitting.office
    visit = office.week_away.open(sit(office, "ellen-whitcomb").actor, tmp_path / "a.smweek")
    answer = office.week_away.sign(office.session.actor, visit)  # type: ignore[arg-type]  # a visit
    (tmp_path / "b.smweek").write_bytes(answer)
    sit(office, "maya-ortega")
    mailing.open(tmp_path / "b.smweek")

    told(plan, sitting, "weekly.taken")
    assert office.plan.week(office.session.actor, day).signed_by == ellen.id


def test_who_planned_a_week_is_told_that_another_enters_the_paper_before_they_fill_it_in(
    plan: PlanScreen, sitting: Sitting
) -> None:
    plan.weekly.mailing.enter_paper(monday(plan))

    sitting.qtbot.waitUntil(lambda: bool(plan.banners.models), timeout=15_000)

    assert not plan.findChildren(PaperDialog)
    assert [one.happened.id for one in plan.banners.models] == ["weeksign.other-enters"]


def test_letters_are_taken_as_they_are_read(plan: PlanScreen, sitting: Sitting) -> None:
    dialog = PaperDialog(
        sitting.office.week_paper.signers(sitting.actor, monday(plan)), (), sitting.around.words, plan
    )
    given: list[GivenWeek] = []
    dialog.given.connect(lambda said, _scan: given.append(said))

    dialog.letters.setText("abcd-efgh-jkmn-pqrs")
    dialog.week.setText("o2l4")
    dialog.show()
    room = dialog.letters.width() - 3 * SPACE_PX
    assert dialog.letters.fontMetrics().horizontalAdvance("ABCD-EFGH-JKMN-PQRS") <= room, "all are seen"
    dialog.parts["week"].label.setStyleSheet("font-size: 20px")  # as wide as another desktop draws it
    sitting.settle()
    label = dialog.parts["week"].label
    assert label.height() < 2 * label.fontMetrics().lineSpacing(), "it doesn't break in two"
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    assert [one.letters for one in given] == ["ABCDEFGHJKMNPQRS0214"]
