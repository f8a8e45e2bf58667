"""Publish with real services: who one must be, what is carried over, the post's address, and halfway."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.ui.publish.lane import ANOTHER
from tests.gui.publish.at_publish import FACEBOOK_LINK, X_LINK, AtPublish, texts
from tests.gui.seated import TEXT, Seat
from tests.road import publications_of


def test_without_a_post_it_says_what_this_place_is_for(seat: Seat, at: AtPublish, window: QWidget) -> None:
    seat.by("maya-ortega")

    seat.show(at.screen, window)

    assert at.screen.empty.isVisible()
    assert not at.screen.main.isVisible()
    assert at.screen.empty.button is not None
    at.screen.empty.button.click()
    assert seat.doors.opened == [("approvals", None)]


def test_a_post_goes_out_on_two_accounts_and_the_cadence_turns_green(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released()
    seat.by("maya-ortega")
    at.open(post, window)
    acts = 0

    for platform, link in (("x", X_LINK), ("facebook", FACEBOOK_LINK)):
        at.press()  # opens the page
        at.hand_out(platform)
        at.copy_in_browser(link)
        at.press()  # it is out
        acts += 3

    stored = seat.office.posts.get(seat.around.by, post)
    assert stored.stage is PostStage.PUBLISHED
    assert at.outside.pages == [
        "https://x.com/compose/post",
        "https://www.facebook.com/LincolnElementaryLarks",
    ]
    assert at.outside.clipboard == [TEXT, X_LINK, TEXT, FACEBOOK_LINK]
    assert "It is out on its 2 accounts." in texts(at.screen)
    assert "X @lincoln_larks: on time until" in texts(at.screen)
    assert acts / 2 <= 3
    assert [one.platform.value for one in seat.doors.accounts] == ["x", "facebook"]  # it can be taken down
    at.press()
    assert seat.doors.opened == [("today", None)]


def test_halfway_says_exactly_what_is_out(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.released()
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")
    assert "Handed out, and not confirmed yet: X @lincoln_larks." in texts(at.screen.overview)

    at.paste("x", X_LINK)
    at.press()

    assert "Out on X @lincoln_larks." in texts(at.screen.overview)
    assert "Not out on Facebook @LincolnElementaryLarks." in texts(at.screen.overview)
    assert X_LINK in texts(at.card("x"))


def test_where_no_browser_opens_it_is_said_and_the_address_copied(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.outside.has_browser = False
    at.open(post, window)

    at.press()

    assert at.outside.clipboard == ["https://x.com/compose/post"]
    assert "No Chrome, Edge, Chromium or Firefox could be opened" in texts(at.card("x"))
    assert "https://x.com/lincoln_larks" in texts(at.card("x"))


def test_enter_in_the_line_of_the_address_confirms_once_it_is_right(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")
    link = at.card("x").link

    QTest.keyClick(link, Qt.Key.Key_Return)
    seat.settle()
    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.RELEASED

    at.paste("x", X_LINK)
    QTest.keyClick(link, Qt.Key.Key_Return)
    seat.settle()
    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.PUBLISHED


def test_another_handle_stops_everything(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)

    at.card("x").choice.buttons[ANOTHER].click()

    assert not at.screen.main.isEnabled()
    assert "Stop: this post is for @lincoln_larks." in at.screen.header.missing
    assert publications_of(seat.office.desk, post) == ()
    assert not at.outside.folder.exists()


def test_nothing_is_picked_beforehand(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)

    assert {button.isChecked() for button in at.card("x").choice.buttons.values()} == {False}


def test_an_address_of_another_account_is_refused_beside_the_line(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")

    at.paste("x", "https://x.com/somebody_else/status/1990000000000000001")

    assert at.card("x").link_field.error == "This link is a post of somebody_else, not of lincoln_larks."
    assert not at.screen.main.isEnabled()
    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.HANDED_OUT


def test_the_line_for_the_address_has_the_keyboard_after_handing_out(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)

    at.hand_out("x")

    assert window.focusWidget() is at.card("x").link


def test_an_address_without_account_asks_what_stands_beside_the_post(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")

    at.paste("x", "https://x.com/i/web/status/1990000000000000001")
    card = at.card("x")
    assert card.seen.isVisible()
    assert not at.screen.main.isEnabled()
    card.seen.buttons["@lincoln_larks"].click()
    at.press()

    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.CONFIRMED


def test_the_question_that_an_address_raises_comes_into_view(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    window.resize(1000, 300)
    at.open(post, window)
    at.hand_out("x")

    area = at.screen.findChild(QScrollArea, "page")
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(0)

    at.paste("x", "https://x.com/i/web/status/1990000000000000001")

    seen, view = at.card("x").seen, area.viewport()

    def in_view() -> bool:
        top = seen.mapTo(view, QPoint(0, 0)).y()
        return top >= 0 and top + seen.height() <= view.height()

    seat.qtbot.waitUntil(in_view, timeout=2_000)


def test_giving_up_needs_a_reason_and_may_begin_anew(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")
    form = at.card("x").give_up

    form.unfold_button.click()
    assert not form.do_button.isEnabled()
    QTest.keyClicks(form.line, "The page was down")
    form.do_button.click()
    seat.settle()

    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.GIVEN_UP
    assert [one.happened.id for one in at.banners] == ["publishui.gave-up"]
    assert at.screen.main.text() == "Open X"


def test_what_an_earlier_start_left_open_is_asked_about(
    seat: Seat, at: AtPublish, window: QWidget, tmp_path: Path
) -> None:
    left, other = seat.released("x"), seat.released("facebook")
    maya = seat.by("maya-ortega")
    begun = seat.office.publications.intend(maya, left, seat.accounts()["x"].id).value
    seat.office.publications.hand_out(maya, begun, folder=tmp_path / "before", handle="@lincoln_larks")
    seat.office.publications.note_handed_out(maya, begun)
    at.open(other, window)

    (row,) = at.screen.overview.rows
    assert "You began “The book fair opens" in row.title.whole_text
    assert row.button is not None
    row.button.click()
    seat.settle()

    assert at.screen.overview.rows == []
    assert at.screen.main.text() == "Copy the text"
    at.press()
    at.paste("x", X_LINK)
    at.press()
    assert seat.office.posts.get(maya, left).stage is PostStage.PUBLISHED


def test_a_folder_that_cant_be_written_is_said_and_the_way_goes_on(
    seat: Seat, at: AtPublish, window: QWidget, tmp_path: Path
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.outside.folder.write_text("a file stands in the way")
    at.open(post, window)

    at.hand_out("x")

    assert [one.happened.id for one in at.banners] == ["publications.not-written"]
    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.INTENDED
    at.outside.chosen = tmp_path / "elsewhere"
    at.screen.folder_row.changeAsked.emit()
    at.press()
    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.HANDED_OUT


def test_what_the_gate_says_stands_there_before_anybody_begins(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    x = seat.accounts()["x"]
    seat.office.accounts.hold(seat.by("ellen-whitcomb"), x.id, why="A stranger posted there")
    seat.by("maya-ortega")

    at.open(post, window)

    assert not at.screen.main.isVisible()
    assert at.card("x").chip.word == "Can't go out"


def test_an_unreleased_post_offers_nothing(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.post("x")

    at.open(post, window)

    assert not at.screen.main.isEnabled()
    assert at.screen.header.missing == "This post isn't released."


def test_ctrl_enter_does_the_next_act(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)

    QTest.keyClick(at.screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert at.outside.pages == ["https://x.com/compose/post"]
