"""Approvals with real services: reading, releasing, sending back, and the principal's permissions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.changes import Changes
from smadmin.domain.posts import PostStage
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.appearance import Appearance
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from tests.gui.seated import TEXT, Seat


@pytest.fixture
def screen(seat: Seat) -> ApprovalsScreen:
    return ApprovalsScreen(seat.around)


def texts(widget: QWidget) -> str:
    shown = [one.whole_text for one in widget.findChildren(PlainLabel) if one.isVisible()]
    return "\n".join(shown).replace("\u200b", "")


def left(screen: ApprovalsScreen) -> int:
    return screen.detail.mapTo(screen, screen.detail.rect().topLeft()).x()


def banners(screen: ApprovalsScreen) -> list[BannerModel]:
    shown: list[BannerModel] = []
    screen.bannerAsked.connect(shown.append)
    return shown


def test_an_empty_queue_says_what_this_place_is_for(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.by("maya-ortega")

    seat.show(screen, window)

    assert screen.empty.isVisible()
    assert not screen.main.isVisible()
    assert screen.empty.button is not None
    screen.empty.button.click()
    assert seat.doors.opened == [("compose", None)]


def test_who_doesnt_write_isnt_sent_to_write(seat: Seat, screen: ApprovalsScreen, window: QWidget) -> None:
    seat.by("ellen-whitcomb")

    seat.show(screen, window)

    assert screen.empty.button is not None
    assert not screen.empty.button.isVisible()


def test_a_second_person_in_the_chair_releases_and_gives_it_back(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.post()
    daniel = next(one.person for one in seat.office.session.sitters() if one.name == "Daniel Reyes")
    seat.by("maya-ortega")
    seat.office.session.hand_over(daniel, PASSPHRASE)
    seat.show(screen, window)

    screen.main.click()
    seat.settle()

    assert screen.main.text() == "Give the chair back"
    assert "Next: give the chair back to Maya Ortega, who publishes it." in texts(screen)
    screen.main.click()
    assert seat.doors.handed_over == [("approvals", post)]


def test_a_second_person_reads_and_releases(seat: Seat, screen: ApprovalsScreen, window: QWidget) -> None:
    post = seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    said = banners(screen)

    assert TEXT in texts(screen)
    assert "Under the week's plan that Ellen Whitcomb approved" in texts(screen)
    assert "with Daniel Reyes's passphrase on the author's computer" in texts(screen)
    assert [one.handle for one in seat.doors.accounts] == ["lincoln_larks", "LincolnElementaryLarks"]
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seat.settle()

    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.RELEASED
    assert [one.happened.id for one in said] == ["approvalui.said-released"]
    assert screen.main.text() == "Publish"
    screen.main.click()
    assert seat.doors.opened == [("publish", post)]


def test_without_the_passphrase_nothing_is_released(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    seat.doors.gives_passphrase = False

    screen.main.click()
    seat.settle()

    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.SUBMITTED


def test_the_author_is_told_why_not_and_hands_over_the_chair(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.post()
    seat.show(screen, window)

    assert not screen.main.isEnabled()
    assert screen.header.missing == "You wrote this post. Somebody else has to release it."
    hand_over = screen.findChild(Button, "help-hand-over")
    assert isinstance(hand_over, Button)
    hand_over.click()
    assert seat.doors.handed_over == [("approvals", post)]
    assert not screen.detail.send_back.isVisible()


def test_the_author_takes_it_back_and_goes_on_writing(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.post()
    seat.show(screen, window)

    take_back = screen.findChild(Button, "help-take-back")
    assert isinstance(take_back, Button)
    take_back.click()
    seat.settle()

    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.DRAFT
    assert seat.doors.opened == [("compose", post)]


def test_a_post_is_sent_back_with_a_sentence(seat: Seat, screen: ApprovalsScreen, window: QWidget) -> None:
    post = seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    form = screen.detail.send_back

    form.unfold_button.click()
    assert not form.do_button.isEnabled()
    QTest.keyClicks(form.line, "  Thursday is a holiday.  ")
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    seat.settle()

    sent_back = seat.office.posts.get(seat.around.by, post)
    assert (sent_back.stage, sent_back.sent_back) == (PostStage.SENT_BACK, "Thursday is a holiday.")
    assert screen.empty.isVisible()


def test_escape_folds_the_line_and_keeps_what_was_typed(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    form = screen.detail.send_back
    form.unfold_button.click()
    QTest.keyClicks(form.line, "Thursday")

    QTest.keyClick(form.line, Qt.Key.Key_Escape)

    assert not form.line.isVisible()
    form.unfold_button.click()
    assert form.line.text() == "Thursday"


def test_the_arrow_keys_go_through_the_queue(seat: Seat, screen: ApprovalsScreen, window: QWidget) -> None:
    seat.post(text="The first post of the morning.")
    second = seat.post("x", text="The second post of the morning.")
    seat.by("daniel-reyes")
    seat.show(screen, window)

    QTest.keyClick(screen.queue, Qt.Key.Key_Down)
    seat.settle()

    assert screen.detail.post == second
    assert "The second post of the morning." in texts(screen.detail)
    assert [one.platform.value for one in seat.doors.accounts] == ["x"]


def test_a_post_is_opened_by_its_id_while_the_queue_still_loads(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.post(text="The first post of the morning.")
    second = seat.post(text="The second post of the morning.")
    seat.by("daniel-reyes")
    screen.setParent(window)
    window.show()
    screen.show()

    screen.shown()
    screen.open_subject(second)
    seat.settle()

    assert screen.detail.post == second


def test_who_comes_back_finds_what_waits_and_not_what_was_released_before(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    released = seat.released()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    assert screen.detail.post == released
    waits = seat.post("x", text="The second post of the morning.")
    seat.by("daniel-reyes")
    screen.load()
    seat.settle()
    assert screen.detail.post == released, "nobody is turned away from what they read"

    screen.stale(Changes.of("posts", [waits]))
    screen.shown()
    seat.settle()

    assert screen.detail.post == waits


def test_a_release_is_taken_back_before_anything_is_out(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.released()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    form = screen.detail.void

    form.unfold_button.click()
    QTest.keyClicks(form.line, "A better picture came.")
    form.do_button.click()
    seat.settle()

    assert seat.office.posts.get(seat.around.by, post).stage is PostStage.SUBMITTED
    assert screen.main.text() == "Release"


def test_what_was_released_meanwhile_is_refused_with_its_reason(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.post()
    daniel = seat.by("daniel-reyes")
    seat.show(screen, window)
    said = banners(screen)
    seat.office.approvals.send_back(daniel, post, "Wait a day")

    screen.main.click()
    seat.settle()

    assert [one.happened.id for one in said] == ["approvals.not-waiting"]
    assert screen.empty.isVisible()


def test_what_was_written_anew_meanwhile_is_read_before_it_is_released(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post, posts = seat.post(), seat.office.posts
    maya, _ = seat.by("maya-ortega"), seat.by("daniel-reyes")
    seat.show(screen, window)
    said = banners(screen)
    draft = posts.take_back(maya, post).value
    posts.save(maya, draft, replace(draft.content, text=f"{TEXT} Bring a friend."))
    posts.submit(maya, post)

    screen.main.click()
    seat.settle()

    assert [one.happened.id for one in said] == ["approvals.changed-meanwhile"]
    assert posts.get(maya, post).stage is PostStage.SUBMITTED
    assert "Bring a friend." in texts(screen)
    screen.main.click()
    seat.settle()
    assert posts.get(maya, post).stage is PostStage.RELEASED


def test_at_large_text_the_open_post_stands_below_the_queue(
    seat: Seat, screen: ApprovalsScreen, window: QWidget, appearance: Appearance
) -> None:
    seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    beside = left(screen)
    assert beside > screen.queue.width() > 0

    for _ in range(4):
        appearance.enlarge()
    try:
        seat.qtbot.waitUntil(lambda: left(screen) < beside, timeout=5_000)
    finally:
        appearance.reset_scale()
