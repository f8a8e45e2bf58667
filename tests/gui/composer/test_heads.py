"""The heads of Compose's steps: what hangs at a button opens at that button, in every step."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from smadmin.ui.composer.heads import Heads, Step
from smadmin.ui.wording import Wording


@pytest.mark.parametrize("step", [Step.WRITE, Step.HANDED_IN])
def test_the_menu_of_drafts_opens_below_its_button(qtbot: QtBot, words: Wording, step: Step) -> None:
    heads = Heads(words)
    qtbot.addWidget(heads)
    heads.resize(1000, 60)
    heads.show_step(step)
    heads.show()

    button = heads.drafts if step is Step.WRITE else heads.others
    assert heads.below_drafts == button.mapToGlobal(QPoint(0, button.height()))
