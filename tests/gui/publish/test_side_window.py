"""The small window beside the browser leads through an account's acts, stays on top, and holds nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import PhotoId
from smadmin.domain.posts import Picture
from smadmin.domain.publications import PublicationStep
from smadmin.language.catalogue import Catalogue
from smadmin.services.outgoing import Going, Outgoing
from smadmin.ui.publish.elsewhere import ReportElsewhere
from smadmin.ui.publish.side_window import WIDTH_PX, SideWindow
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import X_LINK, AtPublish, texts
from tests.gui.seated import TEXT, Seat
from tests.road import publications_of

MOST_ACTS = 12
"""An account may take no more (issue text: assisted)."""
ALTS = ("A tower of books", "A child reads aloud")


def beside(at: AtPublish) -> SideWindow:
    window = at.screen.side.window
    assert window is not None
    return window


def begin(seat: Seat, at: AtPublish, window: QWidget) -> SideWindow:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    return beside(at)


@pytest.fixture
def two_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever goes out carry two pictures; only what is said of them counts here."""
    real: Callable[..., Going] = Outgoing.of
    shown = tuple((Picture(PhotoId(alt), alt), None) for alt in ALTS)
    monkeypatch.setattr(Outgoing, "of", lambda *given: replace(real(*given), pictures=shown))


def test_an_account_with_text_and_two_pictures_takes_at_most_twelve_acts(
    seat: Seat, at: AtPublish, window: QWidget, two_pictures: None
) -> None:
    side = begin(seat, at, window)
    acts = ["open the page"]
    copied = at.outside.clipboard

    def do(act: str, press: QAbstractButton) -> None:
        acts.append(act)
        press.click()
        seat.settle()

    do("say which handle", side.choice.buttons["@lincoln_larks"])
    acts += ["paste the text", "drag the pictures"]
    for alt in ALTS:
        do(f"next: {alt}", side.next)
        acts.append("paste it")
    acts += ["post it", "copy its address"]
    at.copy_in_browser(X_LINK)
    do("it is out", side.next)

    assert copied == [TEXT, *ALTS, X_LINK]
    assert at.screen.lanes.current is None
    assert len(acts) <= MOST_ACTS, acts
    assert not side.isVisible()


def test_it_stays_on_top_comes_with_the_browser_and_leaves_with_the_screen(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    side = begin(seat, at, window)

    assert side.isVisible()
    assert side.isWindow()
    assert side.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    handle = side.windowHandle()
    assert handle is not None
    assert handle.transientParent() is None  # it doesn't go down with the big window
    at.screen.hide()
    assert not side.isVisible()


def test_it_comes_back_by_its_button_and_goes_by_escape(seat: Seat, at: AtPublish, window: QWidget) -> None:
    side = begin(seat, at, window)

    QTest.keyClick(side, Qt.Key.Key_Escape)
    gone = not side.isVisible()
    at.screen.side.button.click()

    assert gone
    assert side.isVisible()


def test_the_big_window_comes_back_from_where_it_was_put_away(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    side = begin(seat, at, window)
    window.showMinimized()
    seat.qtbot.waitUntil(window.isMinimized)
    beside_still = side.isVisible()

    side.backAsked.emit()

    assert beside_still
    assert not window.isMinimized()


def test_the_keyboard_alone_leads_through_it(seat: Seat, at: AtPublish, window: QWidget) -> None:
    side = begin(seat, at, window)
    assert side.focusWidget() in side.choice.buttons.values()
    picked = side.choice.buttons["@lincoln_larks"]

    picked.setFocus()
    QTest.keyClick(picked, Qt.Key.Key_Space)
    seat.settle()
    side.link.setFocus()
    QTest.keyClicks(side.link, X_LINK)
    QTest.keyClick(side.link, Qt.Key.Key_Return)
    seat.settle()

    assert at.outside.clipboard == [TEXT]
    assert at.screen.lanes.current is None


def test_everything_in_it_has_a_name_that_is_read_aloud(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    side = begin(seat, at, window)

    parts = [*side.findChildren(QAbstractButton), *side.findChildren(QLineEdit)]

    assert parts
    assert all(one.accessibleName() for one in parts)
    assert side.accessibleName() == side.windowTitle()
    assert side.next.hint == words.say("publishui.act-hint")


@pytest.mark.demand("BAL-D2")
def test_when_everything_is_stopped_it_hands_nothing_on(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording, two_pictures: None
) -> None:
    side = begin(seat, at, window)
    side.choice.buttons["@lincoln_larks"].click()
    seat.settle()
    copied = list(at.outside.clipboard)
    assert side.files.isVisible()
    assert side.next.isEnabled()

    seat.office.crises.hold(seat.by("ellen-whitcomb"))
    seat.by("maya-ortega")
    at.screen.load()
    seat.settle()

    assert words.say("publishui.held-handed", platform="X") in texts(side)
    assert "stopped everything on" in texts(side)
    assert not side.files.isVisible()
    assert not side.next.isEnabled()
    side.next.click()
    assert at.outside.clipboard == copied


def test_before_it_is_begun_a_stop_leaves_nothing_to_press(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    side = begin(seat, at, window)

    seat.office.crises.hold(seat.by("ellen-whitcomb"))
    seat.by("maya-ortega")
    at.screen.load()
    seat.settle()

    assert not side.choice.isVisible()
    assert not side.next.isVisible()


def test_an_address_without_account_asks_there_which_handle_stands_beside_the_post(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    side = begin(seat, at, window)
    side.choice.buttons["@lincoln_larks"].click()
    seat.settle()

    QTest.keyClicks(side.link, "https://x.com/i/web/status/1990000000000000001")
    assert side.seen.isVisibleTo(side)
    assert not side.next.isEnabled()
    side.seen.buttons["@lincoln_larks"].click()
    side.next.click()
    seat.settle()

    post = at.screen._post
    assert post is not None
    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.CONFIRMED


def test_it_needs_little_room_and_its_words_are_whole(seat: Seat, at: AtPublish, window: QWidget) -> None:
    side = begin(seat, at, window)
    side.choice.buttons["@lincoln_larks"].click()
    seat.settle()

    area = side.link.mapTo(side, QPoint(side.link.width(), 0)).x()

    assert area <= side.width()
    assert side.width() <= 400


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_button_that_stops_an_account_fits_the_small_window(language: str, qtbot: QtBot) -> None:
    report = ReportElsewhere(Wording(Catalogue.load(language)))
    qtbot.addWidget(report)

    assert report.minimumSizeHint().width() < WIDTH_PX - 40  # its margins, and the bar
