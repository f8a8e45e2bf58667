"""Whoever sees that a post is gone can always say so, also where the program takes it down by itself."""

from types import SimpleNamespace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from smadmin.services.clearing import OutLine
from smadmin.ui.cases import line_offer
from smadmin.ui.cases.line_offer import LineOffer
from smadmin.ui.wording import Wording

LINE = cast("OutLine", SimpleNamespace(account=SimpleNamespace(id="a", label="WordPress @larks")))


@pytest.mark.parametrize("itself", [True, False])
def test_that_a_post_is_gone_can_always_be_said(
    words: Wording, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, itself: bool
) -> None:
    monkeypatch.setattr(line_offer, "by_itself", lambda _: itself)
    offer = LineOffer(LINE, words)
    qtbot.addWidget(offer)

    with qtbot.waitSignal(offer.goneSaid) as said:
        offer.buttons["is-gone:a"].click()

    assert said.args == [LINE]
    assert ("try-again:a" in offer.buttons) is itself
