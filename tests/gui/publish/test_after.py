"""What the card offers once a post is out: the right words, or taking it down, and how that stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.publishers import Trouble
from smadmin.domain.removals import Ground
from smadmin.ui.publish.after import AfterModel
from smadmin.ui.publish.after_part import AfterPart, TakeDownForm
from smadmin.ui.wording import Wording
from tests.fake_platform import FakePlatform, Fault
from tests.gui.publish.at_publish import X_LINK, AtPublish, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import TEXT, Seat
from tests.unit.ui.publish.cases import account


def sent(seat: Seat, at: AtPublish, window: QWidget) -> tuple[FakePlatform, PostId]:
    """Have a post out on the blog, sent by the program."""
    platform = with_blog(seat)
    connected(seat, platform)
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    return platform, post


def take_down(at: AtPublish, platform: str, why: str = "A child is named") -> None:
    form = at.card(platform).after.take_down
    form.unfold_button.click()
    QTest.keyClicks(form.line, why)
    assert not form.do_button.isEnabled(), "no reason was chosen"
    form.ground.setCurrentIndex(form.ground.findData(Ground.PERSON))
    form.do_button.click()
    at.seat.settle()


@pytest.mark.demand("WIC-S4")
def test_a_post_is_taken_down_and_the_card_says_that_it_is_gone(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform, _ = sent(seat, at, window)
    card = at.card("wordpress")
    assert card.after.take_down.isVisibleTo(at.screen)
    assert card.after.take_down.uncaptured.isHidden()

    take_down(at, "wordpress")

    assert platform.kept == []
    assert card.chip.word == words.say("afterui.chip-gone")
    assert words.say("afterui.kept") in texts(card)
    assert words.say("afterui.cached") in texts(card)
    assert card.after.correct.isHidden()
    assert card.after.take_down.isHidden()
    assert words.say("publishui.all-out", n=1) not in texts(at.screen)
    assert words.say("directui.said-seen") not in texts(card)
    assert at.banners == []


def test_what_can_t_be_kept_is_asked_for_before_it_goes(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform, _ = sent(seat, at, window)
    platform.faults = lambda method: Fault(Trouble.BUSY) if method == "read_back" else None

    take_down(at, "wordpress")

    form = at.card("wordpress").after.take_down
    assert len(platform.kept) == 1
    assert len(at.banners) == 1
    assert form.uncaptured.isVisibleTo(at.screen)
    assert not form.do_button.isEnabled()
    platform.faults = lambda _: None
    form.uncaptured.click()
    form.do_button.click()
    seat.settle()
    assert platform.kept == []


def test_in_a_hurry_a_reason_is_enough_and_only_another_one_is_told(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform, _ = sent(seat, at, window)
    form = at.card("wordpress").after.take_down
    form.unfold_button.click()
    assert form.ground.hasFocus()
    assert words.say("afterui.ground-first") in texts(form)
    assert words.say("afterui.no-names") in texts(form)
    form.ground.setCurrentIndex(form.ground.findData(Ground.OTHER))
    assert not form.do_button.isEnabled()
    assert words.say("removals.words-missing") in texts(form)

    form.ground.setCurrentIndex(form.ground.findData(Ground.PERSON))
    form.do_button.click()
    seat.settle()

    assert platform.kept == []
    assert at.banners == []


def test_why_a_post_can_t_be_corrected_stands_there(words: Wording, qtbot: QtBot) -> None:
    part = AfterPart(words)
    qtbot.addWidget(part)
    why = Reason(say("posts.not-designated-at-all"))

    part.show_model(AfterModel(account(), None, correct=(why,), take_down=()), "")

    assert not part.correct.isEnabled()
    assert part.why.whole_text == words.reasons((why,))[0]
    assert not part.take_down.unfold_button.isHidden()


def test_the_list_of_reasons_is_no_wider_than_a_card_in_large_text(words: Wording, qtbot: QtBot) -> None:
    form = TakeDownForm(words)
    qtbot.addWidget(form)
    longest = max(form.ground.fontMetrics().horizontalAdvance(one) for one in _reasons(form))

    assert form.ground.minimumSizeHint().width() < longest


def _reasons(form: TakeDownForm) -> list[str]:
    return [form.ground.itemText(number) for number in range(form.ground.count())]


def test_a_corrected_post_says_what_visitors_read_now_and_its_correction_what_it_corrects(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform, first = sent(seat, at, window)
    platform.can_correct = True
    maya, office = seat.by("maya-ortega"), seat.office
    draft = office.corrections.begin(maya, first, "Corrected on November 23, 2026.").value
    text = draft.content.text.replace("Thursday", "Friday")
    office.posts.save(maya, draft, replace(draft.content, text=text))
    office.posts.submit(maya, draft.id)
    office.approvals.release(seat.by("ellen-whitcomb"), draft.id)
    seat.by("maya-ortega")
    at.open(draft.id, window)
    assert words.say("afterui.corrects", words=TEXT) in texts(at.screen.overview)
    assert at.screen.main.text() == words.say("afterui.act-in-place", platform="WordPress")
    assert at.card("wordpress").chip.word == words.say("afterui.chip-ready")
    assert at.card("wordpress").direct.queue.isHidden(), "it goes out at once"
    at.press()

    at.open(first, window)

    card = at.card("wordpress")
    assert card.chip.word == words.say("afterui.chip-corrected")
    assert "Friday" in texts(card.after)
    assert words.say("directui.said-seen") not in texts(card)


def test_a_platform_that_keeps_it_is_said_and_asked_again(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform, _ = sent(seat, at, window)
    platform.faults = lambda method: Fault(Trouble.BUSY) if method == "remove" else None
    card = at.card("wordpress")

    take_down(at, "wordpress")

    assert card.chip.word == words.say("afterui.chip-not-seen")
    assert words.say("afterui.not-seen") in texts(card)
    platform.faults = lambda _: None
    card.after.again.click()
    seat.settle()
    assert card.chip.word == words.say("afterui.chip-gone")


def test_by_hand_the_post_is_opened_and_the_person_says_that_it_is_gone(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    at.hand_out("x")
    at.paste("x", X_LINK)
    at.press()
    after = at.card("x").after
    assert after.take_down.isVisibleTo(at.screen)

    form = after.take_down
    form.unfold_button.click()
    QTest.keyClicks(form.line, "It has passed")
    form.ground.setCurrentIndex(form.ground.findData(Ground.OVER))
    assert not form.do_button.isEnabled(), "nobody can keep what visitors see there"
    form.uncaptured.click()
    form.do_button.click()
    seat.settle()
    assert at.outside.pages[-1] == X_LINK
    assert words.say("afterui.begun-by-hand") in texts(at.card("x"))

    after.gone.click()
    seat.settle()
    assert at.card("x").chip.word == words.say("afterui.chip-gone")


def test_the_statement_is_shown_before_and_the_draft_opens(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    _, post = sent(seat, at, window)
    after = at.card("wordpress").after

    after.correct.click()
    assert "Corrected on" in texts(after)
    after.begin.click()
    seat.settle()

    screen, draft = seat.doors.opened[-1]
    assert screen == "compose"
    kept = seat.office.posts.get(seat.by("maya-ortega"), PostId(str(draft)))
    assert kept.id != post
    assert "Corrected on" in kept.content.text


@pytest.mark.demand("BAL-B1f3")
def test_by_hand_a_screenshot_is_kept_before_it_goes(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording, tmp_path: Path
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    at.hand_out("x")
    at.paste("x", X_LINK)
    at.press()
    form = at.card("x").after.take_down
    form.unfold_button.click()
    form.ground.setCurrentIndex(form.ground.findData(Ground.OVER))
    no_picture = tmp_path / "page.png"
    no_picture.write_bytes(b"<html>")

    assert words.say("afterui.shot-first") in texts(form)
    form.shot.take(no_picture)
    form.do_button.click()
    seat.settle()

    assert words.say("scans.unreadable") in texts(form), "it was looked at in a worker"
    assert not form.do_button.isEnabled()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(tmp_path / "shot.png"))
    form.shot.take(tmp_path / "shot.png")
    assert form.uncaptured.isHidden()
    at.card("x").after.open_post.click()
    assert at.outside.pages[-1] == X_LINK, "it is opened to be photographed"
    form.do_button.click()
    seat.settle()
    assert words.say("afterui.kept") in texts(at.card("x"))
