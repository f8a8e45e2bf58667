"""A week's plan: asked for, read as a page, approved without a struck post; the rest is released under it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smadmin.domain.week import SlotStage
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.plan.weekly_read import WeekDialog
from tests.journeys.roads import AUTHOR, PRINCIPAL, SECOND, X, plan_post, write_planned
from tests.journeys.sitting import Sitting
from tests.journeys.test_sending import save_as

KEPT, STRUCK = "Library", "Raffle"
WORDS = "opens on Friday at nine. Everybody is welcome."


@pytest.mark.demand("BLO-IV-B2")
def test_a_week_is_asked_for_read_approved_without_a_struck_post_and_only_the_rest_goes_out_under_it(
    seat: Sitting, tmp_path: Path
) -> None:
    seat.look_around()
    seat.sit(AUTHOR)
    seat.go("plan")
    for topic in (KEPT, STRUCK):
        plan_post(seat, topic, X)
    seat.hand.say_press("planui.to-principal")

    seat.sit(PRINCIPAL)
    seat.arrive("plan")
    monday = seat.office.weeks.waits_for(seat.office.session.actor)
    assert monday is not None
    keep(seat, "weekly.save-pdf", tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    read_and_strike(seat, STRUCK)
    seat.lock()

    seat.sit(AUTHOR)
    for topic in (KEPT, STRUCK):
        hand_in(seat, topic)
    seat.lock()
    seat.sit(SECOND)
    seat.go("approvals")
    assert not may_release(seat, STRUCK)
    assert may_release(seat, KEPT)
    seat.hand.say_press("approvalui.release")
    after = {KEPT: SlotStage.RELEASED, STRUCK: SlotStage.IN_REVIEW}
    seat.hand.wait("the release", lambda: stages(seat, monday) == after)
    assert seat.office.verify().whole


def keep(seat: Sitting, words: str, file: Path) -> None:
    """Save the page by a line of its menu."""
    hand = seat.hand
    hand.say_press("weekly.hand-on")
    hand.choose_from_menu(hand.said(words))
    save_as(seat, file)
    hand.wait("that it is saved", lambda: hand.says(hand.said("weekly.saved", file=file.name)))


def read_and_strike(seat: Sitting, topic: str) -> None:
    """Read the page in the window, strike one of its posts with the space bar, approve the rest."""
    hand = seat.hand
    hand.say_press("weekly.read")
    hand.wait("the page", lambda: isinstance(QApplication.activeModalWidget(), WeekDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WeekDialog)
    hand.wait("the keyboard on it", dialog.page.hasFocus)
    assert all(one in dialog.page.toPlainText() for one in (KEPT, STRUCK))
    hand.key("Tab")
    assert dialog.posts.hasFocus()
    while topic not in dialog.posts.currentItem().text():
        hand.key("Down")
    hand.key("Space")
    assert len(dialog.posts.struck) == 1
    hand.say_press("weekly.approve")
    hand.wait("the struck post", lambda: hand.says(hand.said("planui.struck")))
    hand.wait("the approval", lambda: hand.says("on paper too"))


def hand_in(seat: Sitting, topic: str) -> None:
    """Write a planned post and hand it in."""
    hand = seat.hand
    seat.go("plan")
    write_planned(seat, topic)
    hand.go_to(hand.said("compose.words"))
    hand.write(f"The {topic.lower()} {WORDS}")
    hand.key("Ctrl+Return")
    hand.say_press("compose.hand-in")
    hand.wait("the post handed in", seat.shown(ComposeScreen).heads.standing.isVisible)


def may_release(seat: Sitting, topic: str) -> bool:
    """Open a post of the queue and tell whether it can be released here and now."""
    hand, screen = seat.hand, seat.shown(ApprovalsScreen)
    queue = screen.queue
    hand.wait("both posts", lambda: queue.model().rowCount() > 1)
    indexes = [queue.model().index(row, 0) for row in range(queue.model().rowCount())]
    wanted = f"The {topic.lower()} "
    index = next(one for one in indexes if wanted in str(one.data(Qt.ItemDataRole.AccessibleTextRole)))
    hand.press_on(queue.viewport(), queue.visualRect(index).center())
    seat.quiet()
    hand.wait("the post with its topic", lambda: hand.says(hand.said("approvalui.topic", topic=topic)))
    return hand.find(hand.said("approvalui.release")) is not None


def stages(seat: Sitting, monday: date) -> dict[str, SlotStage]:
    """Give how the two planned posts stand."""
    week = seat.office.weeks.week(seat.office.session.actor, monday)
    return {one.slot.topic: one.stage for one in week.slots if one.slot.topic in {KEPT, STRUCK}}
