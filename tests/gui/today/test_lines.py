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
from smadmin.ui.today.lines_dialog import LinesDialog
from smadmin.ui.today.need import Beside
from smadmin.ui.today.screen import TodayScreen
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
