"""The school's calendar on the screen: days off entered, taken out, and taken from a calendar's file."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smadmin.app.stage import staged
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.school_days import DaysForm, DaysKind, days_of
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.school.days_model import file_model
from smadmin.ui.school.days_page import DaysPage
from smadmin.ui.school.screen import CALENDAR, SchoolScreen
from smadmin.ui.theme import TEXT_SCALES
from tests.gui.fitting import cut_words, mute_controls, nested_bars
from tests.gui.registers import seat_of
from tests.gui.seated import Seat
from tests.sample import sample_office, sit

ENTRIES = (
    ("20261221", "20270102", "Winter Break"),
    ("20261127", "20261128", "Thanksgiving"),
    ("20261212", "20261213", "Winter Concert"),
)


seat = seat_of("ellen-whitcomb", "store")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> SchoolScreen:
    made = SchoolScreen(seat.around)
    seat.show(made, window)
    seat.settle()
    return made


@pytest.fixture
def page(screen: SchoolScreen, seat: Seat) -> DaysPage:
    screen.days_asked.click()
    seat.settle()
    return screen.days


@pytest.fixture
def large(appearance: Appearance) -> Iterator[None]:
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    yield
    appearance.reset_scale()


def said(widget: QWidget) -> list[str]:
    return [label.whole_text for label in widget.findChildren(PlainLabel) if label.isVisible()]


def kinds(seat: Seat) -> list[DaysKind]:
    return [one.kind for one in seat.office.school_calendar.sheet().entered]


def written(folder: Path, *more: str) -> Path:
    inside = "".join(
        f"BEGIN:VEVENT\nDTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{end}\nSUMMARY:{name}\nEND:VEVENT\n"
        for first, end, name in ENTRIES
    )
    path = folder / "school.ics"
    path.write_text(f"BEGIN:VCALENDAR\n{inside}{''.join(more)}END:VCALENDAR\n")
    return path


def test_public_holidays_stand_by_school_year_and_nobody_takes_them_out(page: DaysPage) -> None:
    told = said(page.days)

    assert "School year 2026\N{EN DASH}2027" in told
    assert any(one.endswith("Public holiday") for one in told)
    assert not page.days.findChildren(Button)


def test_a_break_is_entered_by_the_keyboard_and_taken_out(page: DaysPage, seat: Seat) -> None:
    first = page.adding.first.day
    page.adding.last.show_day(first + timedelta(days=4))
    page.adding.name.setFocus()
    QTest.keyClicks(page.adding.name, "Spring break")
    QTest.keyClick(page.adding.name, Qt.Key.Key_Return)
    seat.settle()

    assert kinds(seat) == [DaysKind.BREAK]
    assert "Spring break" in said(page.days)
    assert not page.adding.name.text()

    page.days.findChildren(Button)[0].click()
    seat.settle()
    assert kinds(seat) == []
    assert "Spring break" not in said(page.days)


def test_a_snow_day_is_one_act(page: DaysPage, seat: Seat) -> None:
    page.closed.closed.click()
    seat.settle()

    (entered,) = seat.office.school_calendar.sheet().entered
    assert (entered.kind, entered.first) == (DaysKind.SNOW, page.adding.first.day)


def test_a_snow_day_and_the_file_are_seen_without_scrolling(page: DaysPage, screen: SchoolScreen) -> None:
    window = screen.window()
    window.resize(1280, 800)
    QApplication.sendPostedEvents()

    for button in (page.closed.closed, page.closed.on_day, page.file.choose):
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()


def test_posts_planned_for_days_that_come_to_be_off_are_said_moved_and_moved_back(
    page: DaysPage, seat: Seat
) -> None:
    first = page.adding.first.day + timedelta(weeks=3)
    day = next(one for one in days_of(first, first + timedelta(days=7)) if one.weekday() == 3)
    by = seat.around.by
    account = next(one.account.id for one in seat.office.weeks.week(by).accounts if one.plans)
    made = seat.office.plan.add(by, account, day, "Chess club").value

    def planned() -> date:
        with seat.office.desk.look(by) as unit:
            return unit.slots.get(made.id).day

    page.closed.day.show_day(day)
    page.closed.on_day.click()
    seat.qtbot.waitUntil(lambda: bool(page.banners.models))
    (told,) = page.banners.models
    page.banners.actionChosen.emit(told)
    seat.settle()
    moved = planned()
    page.banners.actionChosen.emit(page.banners.models[0])
    seat.settle()

    assert seat.around.words(told.happened) == "1 planned post lies on these days off"
    assert "Chess club" in seat.around.words(told.details[0])
    assert moved == day + timedelta(days=1)
    assert planned() == day


def test_posts_planned_for_days_of_exams_are_said_and_moved_past_them(page: DaysPage, seat: Seat) -> None:
    first = page.adding.first.day + timedelta(weeks=3)
    day = next(one for one in days_of(first, first + timedelta(days=7)) if one.weekday() == 2)
    by = seat.around.by
    account = next(one.account.id for one in seat.office.weeks.week(by).accounts if one.plans)
    made = seat.office.plan.add(by, account, day, "Chess club").value

    page.adding.formEntered.emit(DaysForm(DaysKind.EXAMS, day, day + timedelta(days=1), "Finals"))
    seat.qtbot.waitUntil(lambda: bool(page.banners.models))
    (told,) = page.banners.models
    page.banners.actionChosen.emit(told)
    seat.settle()

    words = "1 planned post lies on these days: posts stay out of the way of exams"
    assert seat.around.words(told.happened) == words
    assert "Chess club" in seat.around.words(told.details[0])
    with seat.office.desk.look(by) as unit:
        assert unit.slots.get(made.id).day == day + timedelta(days=2)


def test_days_that_end_before_they_begin_are_refused_beside_their_field(page: DaysPage, seat: Seat) -> None:
    page.adding.last.show_day(page.adding.first.day - timedelta(days=2))
    page.adding.add.click()
    seat.settle()

    assert page.adding.last_field.error == "The last day is before the first one."
    assert kinds(seat) == []


def test_of_a_file_only_what_is_ticked_is_taken(page: DaysPage, seat: Seat, tmp_path: Path) -> None:
    page.read(written(tmp_path))
    seat.settle()
    assert page.file.offers.count() == len(ENTRIES)
    assert page.file.ticked == (0, 1)
    assert page.file.take.text() == "Put 2 entries in the calendar"
    days_first = "Nov 27, 2026 \N{MIDDLE DOT} School holiday \N{EM DASH} Thanksgiving"
    assert page.file.offers.item(0).text() == days_first
    page.file.offers.setCurrentRow(0)
    QTest.keyClick(page.file.offers, Qt.Key.Key_Space)
    assert page.file.take.text() == "Put 1 entry in the calendar"

    page.file.take.click()
    seat.settle()

    assert [one.name for one in seat.office.school_calendar.sheet().entered] == ["Winter Break"]
    assert page.file.choose.isVisible()


def test_nothing_ticked_takes_nothing_and_not_now_puts_the_file_away(
    page: DaysPage, seat: Seat, tmp_path: Path
) -> None:
    page.read(written(tmp_path))
    seat.settle()
    for place in page.file.ticked:
        page.file.offers.item(place).setCheckState(Qt.CheckState.Unchecked)

    assert not page.file.take.isEnabled()

    page.file.leave.click()
    assert page.file.choose.isVisible()
    assert kinds(seat) == []


def test_an_entry_that_says_no_days_is_named_with_its_reason(
    page: DaysPage, seat: Seat, tmp_path: Path
) -> None:
    bad = "BEGIN:VEVENT\nSUMMARY:Band camp\nDTSTART:soon\nEND:VEVENT\n"
    page.read(written(tmp_path, bad))
    seat.settle()

    assert page.file.refused.item(0).text() == "Entry 4, Band camp: it names no day that can be read"


def test_what_is_no_calendar_is_said_and_the_file_can_be_chosen_again(
    page: DaysPage, screen: SchoolScreen, seat: Seat, tmp_path: Path
) -> None:
    banners: list[BannerModel] = []
    screen.bannerAsked.connect(banners.append)
    path = tmp_path / "school.ics"
    path.write_text("Subject,Start Date\n")

    page.read(path)
    seat.settle()

    assert [one.happened.id for one in banners] == ["daysfile.no-calendar"]
    assert page.file.choose.isVisible()


def test_who_keeps_no_calendar_sees_why_nothing_can_be_entered(page: DaysPage) -> None:
    blockers = (Reason(say("schooldays.not-yours")),)

    page.adding.show_today(page.adding.first.day, blockers)
    page.closed.show_today(page.adding.first.day, blockers)
    page.file.show_blockers(blockers)

    for button in (page.adding.add, page.closed.closed, page.closed.on_day, page.file.choose):
        assert not button.isEnabled()
        assert "kept by principal" in button.toolTip()


def test_who_reads_the_calendar_only_reads_whose_it_is(page: DaysPage, seat: Seat) -> None:
    assert not page.days.barred.isVisible()

    sheet = seat.office.school_calendar.sheet()
    page._show(replace(sheet, blockers=(Reason(say("schooldays.not-yours")),)))

    assert page.days.barred.isVisible()
    assert "kept by principal" in page.days.barred.whole_text


def test_the_calendar_is_a_place_to_be_opened_and_left(screen: SchoolScreen, seat: Seat) -> None:
    screen.open_subject(CALENDAR)
    seat.settle()
    assert screen.days.isVisible()
    assert not screen.header.isVisible()

    screen.days.left.emit()
    assert screen.header.isVisible()
    assert not screen.days.isVisible()


@pytest.mark.usefixtures("large")
def test_it_fits_at_200_percent_with_a_long_name_and_an_open_file(tmp_path: Path, qapp: QApplication) -> None:
    office = sample_office(tmp_path / "store")
    by = sit(office, "ellen-whitcomb").actor
    office.school_calendar.add(
        by, DaysForm(DaysKind.BREAK, date(2026, 12, 21), date(2027, 1, 1), "Winter break " * 8)
    )

    with closing(office), staged(office, qapp, language="es", text_scale=TEXT_SCALES[-1]) as stage:
        screen = stage.open("school", CALENDAR)
        assert isinstance(screen, SchoolScreen)
        screen.days.file.show_told(file_model(office.school_calendar.read(written(tmp_path))))
        stage.rest(50)

        assert [*cut_words(stage.frame), *nested_bars(stage.frame), *mute_controls(stage.frame)] == []
