"""The window's side of the warnings: a pressed message leads on after signing in, and the icon may stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin.app.choosing import folder_of, wants_tray
from smadmin.app.reminding import STOP, LogInStart, Reminding, place_of
from smadmin.services.autostart import XdgAutostart
from smadmin.ui.shell.seating import GATE
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.tray.prefs import Watch
from tests.gui.shell.conftest import Opened, have_read
from tests.rings import Ring
from tests.school import TinySchool, make_school

SUBJECT = "account:01993a1e-0000-7000-8000-000000000001"


@pytest.fixture
def own(tmp_path: Path, ring: Ring) -> TinySchool:
    """A founded school of one's own whose store is closed."""
    made = make_school(tmp_path / "own", staff=("ana", "pat"), sample=False)
    have_read(made, "ana", "pat")
    ring.keep(made.store.id, made.secrets._items)
    made.rest()
    return made


def test_a_pressed_message_leads_to_its_account_once_somebody_has_sat_down(
    open_on: Callable[[Path | None], Opened], own: TinySchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    led: list[str] = []
    monkeypatch.setattr(TodayScreen, "open_subject", lambda _screen, subject: led.append(subject))
    opened = open_on(own.folder)
    reminding = Reminding(opened.window, own.folder, subject=SUBJECT)

    opened.arrive(GATE)
    assert led == []
    opened.sit("Ana Brooks", "ana")
    opened.qtbot.waitUntil(lambda: led == [SUBJECT], timeout=20_000)

    shell = opened.window.shell
    assert shell is not None
    shell.lock()
    opened.sit("Ana Brooks", "ana")
    opened.arrive("today")
    assert led == [SUBJECT], "once, not at each signing in"
    reminding.end()


def test_the_icons_stop_waits_at_the_gate_and_stops_everything_once_somebody_has_sat_down(
    open_on: Callable[[Path | None], Opened], own: TinySchool
) -> None:
    opened = open_on(own.folder)
    reminding = Reminding(opened.window, own.folder, subject=STOP)

    opened.arrive(GATE)
    opened.sit("Pat Winters", "pat")
    office = opened.window.opened.office if opened.window.opened else None
    assert office is not None

    def stopped() -> bool:
        return office.session_if_any is not None and office.crises.now(office.session.actor) is not None

    opened.qtbot.waitUntil(stopped, timeout=20_000)
    reminding.end()


def test_what_is_yearly_leads_to_its_own_screen() -> None:
    assert place_of(SUBJECT) == ("today", SUBJECT)
    assert place_of("log-in:1") == ("accounts", "log-in:1")
    assert place_of("child-out") == ("cases", "child-out")
    assert place_of("reviewers") == ("reviewers", None)


@pytest.mark.parametrize(
    ("watch", "stays"), [(Watch.ON, True), (Watch.OFF, False), (Watch.NEVER_ASKED, False)]
)
def test_the_icon_stays_where_that_was_chosen(
    open_on: Callable[[Path | None], Opened], own: TinySchool, watch: Watch, stays: bool
) -> None:
    opened = open_on(own.folder)
    reminding = Reminding(opened.window, own.folder)
    reminding.prefs.choose_watch(watch)
    assert not reminding.stays, "nothing is open yet"

    opened.arrive(GATE)

    assert reminding.stays is stays
    reminding.end()


def test_the_sample_is_never_watched(open_on: Callable[[Path | None], Opened], school: TinySchool) -> None:
    opened = open_on(school.folder)
    reminding = Reminding(opened.window, school.folder)
    reminding.prefs.choose_watch(Watch.ON)

    opened.arrive(GATE)

    assert not reminding.stays
    reminding.end()


def test_what_starts_at_log_in_is_the_icon_of_that_folder(tmp_path: Path) -> None:
    commands: list[tuple[str, ...]] = []

    class Noted(XdgAutostart):
        def put(self, command: object) -> None:
            assert isinstance(command, tuple)
            commands.append(command)

    start = LogInStart(tmp_path, Noted(tmp_path))
    start.choose(on=True)

    program, dash_m, name, *arguments = commands[0]
    assert Path(program).exists()
    assert (dash_m, name) == ("-m", "smadmin")
    assert wants_tray(arguments)
    assert folder_of(arguments) == tmp_path
    assert not start.starts
    start.choose(on=False)
    assert start.task_command == f"smadmin --data {tmp_path} cadence"
