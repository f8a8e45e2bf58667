"""A banner that lasts: nobody dismisses it, and what else is said stands below it."""

from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import MOST_AT_ONCE, BannerModel, BannerStack
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


def test_what_lasts_stands_on_top_and_nobody_dismisses_it(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    stack = BannerStack(words)
    qtbot.addWidget(stack)
    lasting = BannerModel(State.STOP, say("crisis.banner"), action=say("crisis.see"), key="l", lasting=True)
    others = [BannerModel(State.DOUBT, say("shell.crash-title"), key=str(n)) for n in range(MOST_AT_ONCE + 1)]
    stack.show_banner(others[0])
    stack.show_banner(lasting)
    for one in others[1:]:
        stack.show_banner(one)

    assert [one.key for one in stack.models] == ["l", "3", "2", "1"]
    top = stack._banners[0]
    assert top.close_button.isHidden()
    with qtbot.waitSignal(stack.actionChosen):
        top.actionChosen.emit()
    stack.clear()
    assert stack.models == (lasting,)
    stack.dismiss("l")
    assert not stack.models
