"""The set-up list: a tick changes its own row and leaves the page where it is."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.set_up import SetUpItem
from smadmin.ui.accounts.opening_model import ItemRow, Next, OpeningModel
from smadmin.ui.accounts.set_up_list import SetUpList
from smadmin.ui.appearance import Appearance
from smadmin.ui.wording import Wording


def rows_of(*, done: set[SetUpItem]) -> tuple[ItemRow, ...]:
    ticked = say("accounts.person", name="Ana, today")
    return tuple(
        ItemRow(one, say("accounts.person", name=one.value), "", None, ticked if one in done else None)
        for one in SetUpItem
    )


def test_a_tick_makes_its_own_row_anew_and_no_other(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    """Made anew as a whole, the list was empty for a moment and the page jumped."""
    del appearance
    shown = SetUpList(words)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_opening(opening(rows_of(done=set())))
    qtbot.waitUntil(lambda: len(shown.boxes) == len(SetUpItem))
    first, second, *_ = SetUpItem
    before = dict(shown.boxes)
    before[first].setFocus()

    shown.show_opening(opening(rows_of(done={first})))

    fresh: QCheckBox = shown.boxes[first]
    assert fresh is not before[first]
    assert fresh.isChecked()
    assert shown.focusWidget() is fresh
    assert all(shown.boxes[one] is before[one] for one in SetUpItem if one is not first)
    assert shown.boxes[second].isVisible()


def opening(items: tuple[ItemRow, ...]) -> OpeningModel:
    return replace(NOTHING, items=items)


NOTHING = OpeningModel(
    AccountId("chess"),
    (),
    Next.ENTER,
    say("accounts.person", name=""),
    "",
    *(False, False),
    works=True,
    acts=True,
    ticks=True,
    answers=(),
    facts=(),
    carried=(),
    lacks=(),
    due=None,
    due_soon=False,
    items=(),
    mail_to="",
    letter=(say("accounts.person", name=""), ()),
)
