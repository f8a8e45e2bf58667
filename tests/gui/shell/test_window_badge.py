"""The window's icon takes its number from one's own school alone; the sample has none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin.app.reminding import Reminding
from smadmin.domain.warned import WarningView
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.rings import Ring
from tests.school import TinySchool, make_school

LATE = ("a", "b", "c")
"""So many accounts need a post, in whichever school is asked."""


@pytest.fixture
def own(tmp_path: Path, ring: Ring) -> TinySchool:
    """A founded school of one's own whose store is closed."""
    made = make_school(tmp_path / "own", staff=("ana", "pat"), sample=False)
    ring.keep(made.store.id, made.secrets._items)
    made.rest()
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[WarningView]:
    """What was counted of a school, each time that somebody asked."""
    found: list[WarningView] = []

    def spoken(view: WarningView, _times: object) -> tuple[str, ...]:
        found.append(view)
        return LATE

    monkeypatch.setattr(WarningView, "spoken_of", spoken)
    return found


def begun(opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Reminding, list[int]]:
    """Offer the reminders; gives what the icon of the window is told, too."""
    numbers: list[int] = []
    monkeypatch.setattr(opened.frame.application, "setBadgeNumber", numbers.append)
    return Reminding(opened.window, folder), numbers


def test_ones_own_school_has_its_number_on_the_icon_until_the_window_goes(
    open_on: Callable[[Path | None], Opened],
    own: TinySchool,
    asked: list[WarningView],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = open_on(own.folder)
    reminding, numbers = begun(opened, own.folder, monkeypatch)

    opened.arrive(GATE)
    opened.qtbot.waitUntil(lambda: bool(asked) and len(LATE) in numbers, timeout=LONG_MS)
    assert opened.window.opened is not None
    assert reminding._own_office() is opened.window.opened.office

    reminding.end()
    assert numbers[-1] == 0


def test_the_samples_accounts_are_no_number_on_the_icon(
    open_on: Callable[[Path | None], Opened],
    school: TinySchool,
    asked: list[WarningView],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = open_on(school.folder)
    reminding, numbers = begun(opened, school.folder, monkeypatch)

    opened.arrive(GATE)
    opened.qtbot.waitUntil(lambda: bool(numbers), timeout=LONG_MS)

    assert set(numbers) == {0}
    assert asked == []
    assert reminding._own_office() is None
    reminding.end()
