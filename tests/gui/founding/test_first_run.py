"""From an empty folder to a school: looking around, setting up, the envelope, letting somebody in."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.domain.people import Role
from smadmin.services.founding import who_may_be_let_in
from smadmin.ui.banners import BannerModel
from smadmin.ui.founding.model import ZONES
from smadmin.ui.founding.newcomer import NewcomerScreen
from smadmin.ui.shell.seating import GATE
from smadmin.ui.theme import State
from smadmin.ui.today.screen import TodayScreen
from tests.gui.founding.conftest import LONG_MS, PHRASE, Run, fill, fill_in, letter_of
from tests.gui.printing import A_WHOLE_PAGE, choose_printer


def test_looking_around_makes_the_sample_school(run: Run, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.first.ready, timeout=LONG_MS):
        run.welcome(qtbot).look_around.click()

    assert run.grounds.founded
    assert run.grounds.office().school.sample


def test_a_weak_passphrase_is_said_beside_its_field_and_nothing_is_made(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)
    fill_in(screen, "lincoln1")

    screen._found()

    passphrase = screen.person._fields["passphrase"]
    qtbot.waitUntil(lambda: bool(passphrase.error), timeout=LONG_MS)
    assert screen.isEnabled()
    assert screen.focusWidget() is screen.person._passphrase
    qtbot.waitUntil(lambda: not passphrase.visibleRegion().isEmpty())
    assert not run.grounds.founded


def test_a_school_for_all_users_that_is_refused_leaves_no_folder_that_everybody_would_find(
    run: Run, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    screen = run.setting_up(qtbot)
    school = replace(screen.form, name="Lincoln", policy="baltimore-city-md", zone=ZONES[0], shared=True)
    fill(screen.person, "Ana Brooks", "lincoln1")

    run.first._found(school, screen.person.form)

    passphrase = screen.person._fields["passphrase"]
    qtbot.waitUntil(lambda: bool(passphrase.error), timeout=LONG_MS)
    assert run.first.grounds is run.grounds
    assert not (tmp_path / "share").exists()


def test_the_recovery_letter_is_proven_by_eight_letters(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    office = run.set_up(qtbot)
    shell = run.shell(office)
    assert run.frame.current == "envelope", "it is shown without being asked for"
    screen, envelope, right = letter_of(run, qtbot)
    said: list[BannerModel] = []
    screen.bannerAsked.connect(said.append)
    screen.save_to(tmp_path / "letter.pdf")
    assert said == [], "a stick may be slow; the window doesn't wait for it"
    qtbot.waitUntil(lambda: len(said) == 1, timeout=LONG_MS)
    screen.save_to(tmp_path / "no stick" / "letter.pdf")
    qtbot.waitUntil(lambda: len(said) == 2, timeout=LONG_MS)
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    assert [one.state for one in said] == [State.FINE, State.STOP]

    shown = screen.groups.words
    assert [f"{i} {group}" for i, group in enumerate(envelope.groups, 1) if f"{i} {group}" not in shown] == []
    assert not screen.letters.isVisible()
    screen.main.click()
    assert not screen.groups.isVisible(), "who is asked for letters reads them from the paper"

    screen.letters.setText("WRONGONE")
    QTest.keyClick(screen.letters, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.field.error), timeout=LONG_MS)
    assert office.keys.envelope_open()

    screen.letters.clear()
    QTest.keyClicks(screen.letters, right)
    assert not screen.field.error, "what was said about other letters is taken back"
    screen.main.click()
    qtbot.waitUntil(lambda: not office.keys.envelope_open(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: screen.groups.words == "", timeout=LONG_MS)
    shell.end()


def test_the_recovery_letter_goes_to_the_printer_that_was_chosen(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = run.shell(run.set_up(qtbot))
    screen, _, _ = letter_of(run, qtbot)
    QTimer.singleShot(0, screen, partial(choose_printer, screen, tmp_path / "paper.pdf"))
    screen.print.click()
    assert (tmp_path / "paper.pdf").stat().st_size > A_WHOLE_PAGE
    shell.end()


def test_once_proven_today_asks_no_more_and_the_page_says_that_it_is_gone(run: Run, qtbot: QtBot) -> None:
    office = run.set_up(qtbot)
    shell = run.shell(office)
    today = run.frame.open_screen("today")
    assert isinstance(today, TodayScreen)
    qtbot.waitUntil(lambda: today._view is not None and today._view.envelope_open, timeout=LONG_MS)
    screen, _, right = letter_of(run, qtbot)

    screen.main.click()
    screen.letters.setText(right)
    screen.main.click()

    qtbot.waitUntil(lambda: run.frame.current == "today", timeout=LONG_MS)
    qtbot.waitUntil(lambda: today._view is not None and not today._view.envelope_open, timeout=LONG_MS)
    shell.open("envelope")
    qtbot.waitUntil(screen.gone.isVisible, timeout=LONG_MS)
    assert not screen.field.isVisible()
    assert not screen.main.isVisible()
    shell.end()


def test_setting_up_begins_in_its_first_field_and_enter_founds_the_school(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)
    assert screen.focusWidget() is screen.person._name
    QTest.keyClick(screen.person._name, Qt.Key.Key_Return)
    assert screen.isEnabled(), "something is missing still"

    fill_in(screen, PHRASE)
    screen._look()
    with qtbot.waitSignal(run.first.ready, timeout=LONG_MS):
        QTest.keyClick(screen.person._again, Qt.Key.Key_Return)


def test_what_was_said_of_a_passphrase_goes_once_it_is_mended(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)
    fill_in(screen, "lincoln1")
    screen._found()
    field = screen.person._fields["passphrase"]
    qtbot.waitUntil(lambda: bool(field.error), timeout=LONG_MS)

    QTest.keyClicks(screen.person._passphrase, " quiet herons wade")

    assert not field.error


def test_the_box_about_employment_says_its_whole_sentence(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)

    assert screen.person._employed.accessibleName() == "Employed by the school or the district"


def test_the_principal_is_let_in_beside_the_founder(run: Run, qtbot: QtBot) -> None:
    office = run.set_up(qtbot)
    shell = run.shell(office)
    shell.open("today")
    before = run.frame.open_screen("today")
    assert isinstance(before, TodayScreen)
    qtbot.waitUntil(lambda: "principal" in before.start.buttons, timeout=LONG_MS)
    shell.open("newcomer")
    screen = run.frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    fill(screen.person, "Pat Winters", "nine loud geese fly by")
    qtbot.waitUntil(lambda: screen.person.form.role is Role.PRINCIPAL, timeout=LONG_MS)
    assert screen._header._missing.whole_text == "", "the only role that the founder may give"

    screen._let_in()

    qtbot.waitUntil(lambda: run.frame.current == "today", timeout=LONG_MS)
    assert len(office.session.sitters()) == 2
    assert screen.person.form.passphrase == ""
    today = run.frame.open_screen("today")
    assert isinstance(today, TodayScreen)
    qtbot.waitUntil(lambda: set(today.start.buttons) == {"letter", "account"}, timeout=LONG_MS)
    shell.end()


def test_whom_one_may_not_let_in_is_said_before_anything_is_typed(run: Run, qtbot: QtBot) -> None:
    office = run.set_up(qtbot)
    shell = run.shell(office)
    shell.open("newcomer")
    screen = run.frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    qtbot.waitUntil(lambda: bool(screen._barred), timeout=LONG_MS)
    role = screen.person._role

    role.setCurrentIndex(role.findData(Role.REVIEWER))
    barred = screen._header._missing.whole_text
    role.setCurrentIndex(role.findData(Role.PRINCIPAL))
    allowed = screen._header._missing.whole_text

    said = screen._words.reasons(who_may_be_let_in(office, (Role.REVIEWER,))[Role.REVIEWER])
    assert said
    assert barred == said[0]
    assert allowed != said[0]
    shell.end()


def test_who_was_let_in_on_the_way_to_the_chair_is_asked_to_take_it(run: Run, qtbot: QtBot) -> None:
    shell = run.shell(run.set_up(qtbot))
    shell.hand_over("approvals")
    qtbot.waitUntil(lambda: run.frame.current == GATE, timeout=LONG_MS)
    shell._seating.newcomerAsked.emit()
    screen = next(one for one in run.frame.screens() if isinstance(one, NewcomerScreen))
    fill(screen.person, "Pat Winters", "nine loud geese fly by")
    qtbot.waitUntil(lambda: screen.person.form.role is Role.PRINCIPAL, timeout=LONG_MS)
    assert screen._header._missing.whole_text == "", "the only role that the founder may give"

    screen._let_in()

    qtbot.waitUntil(lambda: run.frame.current == GATE, timeout=LONG_MS)
    shell.end()
