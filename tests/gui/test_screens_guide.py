"""The example in `docs/screens.md` is a screen that works."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.ui.appearance import Appearance
from smadmin.ui.cards import Card
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Freshness, Screen
from smadmin.ui.wording import Wording

GUIDE = Path(__file__).parents[2] / "docs" / "screens.md"


class AtOnce(QObject):
    """A performer that runs at once."""

    def perform(self, operation: Callable[[], Any], *, done: Callable[[Any], None], origin: QObject) -> None:
        done(operation())


def example() -> dict[str, Any]:
    found = re.search(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    names: dict[str, Any] = {
        "__name__": __name__,
        "dataclass": dataclass,
        "override": override,
        "Callable": Callable,
        "Signal": Signal,
        "Performer": AtOnce,
    }
    names |= {
        one.__name__: one for one in (Card, PlainLabel, Reason, Screen, ScreenHeader, TextKind, Wording)
    }
    exec(compile(found[1], str(GUIDE), "exec"), names)  # noqa: S102  our own guide
    return names


def test_the_example_loads_renders_and_says_what_is_missing(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    names = example()
    models = iter(
        [
            names["NoticesModel"](("Snow day", "Late bus"), (Reason(say("shell.no-account")),)),
            names["NoticesModel"](("Snow day",), ()),
        ]
    )
    screen = names["NoticesScreen"](words, AtOnce(), lambda: next(models))
    qtbot.addWidget(screen)
    screen.show()

    screen.shown()
    assert "Late bus" in [label.text() for label in screen.findChildren(PlainLabel)]
    assert screen.findChild(ScreenHeader).missing == "No account chosen"

    screen.changed(Changes.of("posts", ["one"]), None)
    qtbot.waitUntil(lambda: "Late bus" not in [one.text() for one in screen.findChildren(PlainLabel)])
    assert screen.findChild(ScreenHeader).missing == ""
    assert screen.freshness is Freshness.FRESH


def test_the_guide_stays_short() -> None:
    assert len(GUIDE.read_text("utf-8").splitlines()) <= 60
