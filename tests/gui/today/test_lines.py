"""*Going out by themselves*: the list that the office opens from Today, with what stays here and why."""

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId, PublicationId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.outbox import Queued
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.services.queue_states import InLine, LineBrief, Lines, ListedInLine, QueueState
from smadmin.ui.today.lines import line_needs
from smadmin.ui.today.lines_dialog import POSTS_AT_ONCE, LinesDialog
from smadmin.ui.today.need import Beside
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting
from tests.today_views import account

AT = datetime(2026, 11, 16, 21, tzinfo=UTC)


def listed(number: int, state: QueueState, *why: Reason) -> ListedInLine:
    fair, at = account("fair"), AT + timedelta(hours=number)
    kept = Publication(PublicationId(str(number)), SchoolId("s"), fair.id, PublicationStep.INTENDED)
    queued = Queued("0" * 64, at, at + timedelta(hours=1), ReleaseBy.EACH)
    words = "A very long beginning of a post about the book fair in the library " * 2
    return ListedInLine(InLine(kept, queued, state, why), PostId(str(number)), words, fair, mine=False)


BRIEF = LineBrief(
    (
        listed(1, QueueState.BY_ITSELF),
        listed(2, QueueState.KEPT, Reason(say("queue.children-changed"))),
        listed(3, QueueState.MISSED),
    ),
    oversees=True,
)


def test_the_office_opens_the_list_from_today_and_closes_it_by_keys(sitting: Sitting, qtbot: QtBot) -> None:
    sitting.take_the_seat("ellen-whitcomb")
    screen = TodayScreen(sitting.around)
    sitting.show(screen)
    sitting.office.__dict__["lines"] = type("Read", (Lines,), {"brief": lambda *_: BRIEF})(None, None)
    screen._beside = Beside().told("lines", tuple(line_needs(BRIEF)))
    screen._show()
    screen._unfold()
    row = next(one for one in screen.rows if one.objectName() == "lines")
    assert row.button is not None

    row.button.click()
    qtbot.waitUntil(lambda: bool(screen.findChildren(LinesDialog)))
    (dialog,) = screen.findChildren(LinesDialog)

    assert len(dialog.lines) == 4
    assert dialog.close_button.hasFocus() or dialog.focusWidget() is dialog.close_button
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not screen.findChildren(LinesDialog))


def test_an_empty_list_says_so(sitting: Sitting) -> None:
    dialog = LinesDialog(LineBrief(), sitting.around.words)

    assert dialog.lines == ()


def test_of_hundreds_the_soonest_are_shown_and_the_rest_at_presses(qtbot: QtBot, words: Wording) -> None:
    why = Reason(say("queue.children-changed"))
    brief = LineBrief(
        tuple(listed(one, QueueState.KEPT, why) for one in range(3 * POSTS_AT_ONCE - 1)), oversees=True
    )
    dialog = LinesDialog(brief, words)
    qtbot.addWidget(dialog)
    dialog.open()
    assert len(dialog.lines) == 2 * POSTS_AT_ONCE
    assert not dialog.more_button.isHidden()

    for posts in (2 * POSTS_AT_ONCE, 3 * POSTS_AT_ONCE - 1):
        dialog.more_button.click()
        assert len(dialog.lines) == 2 * posts

    assert dialog.more_button.isHidden()
    assert dialog.focusWidget() is not dialog.more_button
