"""Clubs' sites and doubles on the screen: put on the list, looked at, reported, closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.escalations import Trouble, Whom
from smadmin.domain.reported import ReportState
from smadmin.domain.sites import SiteForm, SiteKind
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.labels import PlainLabel
from smadmin.ui.sites.screen import REPORT, SitesScreen
from smadmin.ui.typed import typed_words
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("samuel-okoye")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> SitesScreen:
    made = SitesScreen(seat.around)
    seat.show(made, window)
    return made


@pytest.mark.demand("BLO-IV-C6")
def test_a_site_is_put_on_the_list_looked_at_and_taken_off(screen: SitesScreen, seat: Seat) -> None:
    assert screen.empty.isVisibleTo(screen)
    screen.add_button.click()
    form = screen.site_form
    form.name.setText("Chess Club")
    form.button.click()
    seat.settle()
    assert form.fields["page"].error.startswith("Paste its whole address")

    form.page.setText("https://chess.example/")
    form.button.click()
    seat.settle()
    (row,) = screen.list.rows
    assert (row.title, row.chip) == ("Chess Club", "Watched")
    screen.site.seen.setText("All fine.")
    screen.site.look_button.click()
    seat.settle()
    assert "All fine." in screen.site.note.whole_text
    screen.site.contacts.click()
    assert seat.doors.opened[-1] == ("school", None)

    screen.site.remove_button.click()
    screen.findChildren(ConfirmDialog)[0].confirmed.emit()
    seat.settle()
    assert screen.list.rows == ()


@pytest.mark.demand("SOC-C2")
def test_a_double_is_reported_and_followed_until_it_is_closed(screen: SitesScreen, seat: Seat) -> None:
    screen.open_subject(REPORT)
    form = screen.report_form
    form.page.setText(seat.office.accounts.all()[0].page)
    form.button.click()
    seat.settle()
    assert form.fields["page"].error == "This is an official account of the register."
    form.page.setText("https://x.com/lincoln_fans")
    form.name.setText("Lincoln Fans")
    form.button.click()
    seat.settle()
    assert (screen.list.rows[0].title, screen.list.rows[0].chip) == ("Lincoln Fans", "reported")

    steps = screen.reported.form
    steps.state.setCurrentIndex(steps.state.findData(ReportState.GONE.value))
    assert not steps.fields["again"].isVisibleTo(steps)
    steps.button.click()
    seat.settle()
    assert steps.fields["note"].error.startswith("Say in a sentence")
    steps.note.setText("Taken down.")
    steps.button.click()
    seat.settle()

    assert screen.list.rows[0].chip == "closed: it is gone"
    assert not steps.isVisibleTo(screen)


def test_what_was_chosen_for_a_site_is_kept_at_lock_as_its_words_are(screen: SitesScreen) -> None:
    screen.add_button.click()
    form = screen.site_form
    assert typed_words(screen) == ()

    QTest.keyClicks(form.name, "Chess Club")
    form.kind.setCurrentIndex(form.kind.currentIndex() + 1)
    form.days.setValue(form.days.value() + 7)

    assert set(dict(typed_words(screen)).values()) == {
        "Chess Club",
        form.kind.currentText(),
        form.days.text(),
    }


@pytest.fixture
def watched(screen: SitesScreen, seat: Seat) -> SitesScreen:
    samuel = seat.by("samuel-okoye")
    form = SiteForm("Chess Club", "https://chess.example/", SiteKind.CLUB, samuel.person)
    seat.office.sites.add(samuel, form)
    screen.load()
    seat.settle()
    return screen


def said(screen: SitesScreen, seat: Seat) -> str:
    seat.settle()
    shown = (one for one in screen.site.trouble.findChildren(PlainLabel) if one.isVisibleTo(screen))
    return "\n".join(one.whole_text for one in shown)


@pytest.mark.demand("BLO-IV-C6")
def test_a_card_opens_by_keyboard_says_what_to_do_and_keeps_who_was_told(
    watched: SitesScreen, seat: Seat, window: QWidget
) -> None:
    part = watched.site.trouble
    assert not any(one.isVisibleTo(watched) for one in (*part.cards.values(), part.form))
    window.activateWindow()
    part.button.setFocus()
    QTest.keyClick(part.button, Qt.Key.Key_Space)
    assert window.focusWidget() is part.cards[Trouble.THREAT]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)

    text = said(watched, seat)
    principal = next(one for one in seat.office.escalations.help(seat.by("samuel-okoye")).principals)
    assert "Call 911" in text
    assert "That doesn't replace your own report." in text
    assert f"Principal {principal.name}: {principal.phone}" in text
    part.form.whom.setCurrentIndex(part.form.whom.findData(Whom.PRINCIPAL.value))
    QTest.keyClick(part.form.button, Qt.Key.Key_Space)
    seat.settle()

    text = said(watched, seat)
    assert "The principal. Suspected abuse or neglect; noted by Samuel Okoye." in text
    assert "no report of it to child protection or police is noted" in text
    assert part.form.isVisibleTo(watched)
    part.form.leave.click()
    assert window.focusWidget() is part.button
    assert "Call 911" not in said(watched, seat)


@pytest.mark.demand("BLO-IV-C6")
def test_each_card_has_its_own_steps_and_says_what_is_still_to_come(watched: SitesScreen, seat: Seat) -> None:
    part = watched.site.trouble
    part.button.click()
    texts = {}
    for trouble, button in part.cards.items():
        button.click()
        texts[trouble] = said(watched, seat)
    assert "a threat of violence to the police" in texts[Trouble.THREAT]
    assert "Tell the principal today" in texts[Trouble.BULLYING]
    assert "reports it themselves" in texts[Trouble.ABUSE]

    part.form.day.show_day(seat.today.replace(year=seat.today.year + 1))
    part.form.button.click()
    seat.settle()

    assert part.form.fields["day"].error.startswith("That is still to come")
    assert seat.office.sites.all(seat.by("samuel-okoye"))[0].site.told == ()
