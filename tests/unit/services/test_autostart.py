"""Starting at log-in: one contract, held by each system's own place."""

import configparser
import plistlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin import __version__
from smadmin.domain.errors import OutsideFailed
from smadmin.services.autostart import (
    Autostart,
    LaunchAgent,
    RunKey,
    WindowsRegistry,
    XdgAutostart,
    autostart_here,
    own_command,
)

ODD = ("/opt/a program", "--data=/home/ana/50% \"new\" $HOME `x` \\y 'z'", "--tray")


STRING_ESCAPES = {"\\": "\\", "s": " ", "n": "\n", "t": "\t", "r": "\r"}
FIELD_CODES = {"%": "%"}
"""What the desktop entry specification reads; anything else in a file of ours would be a mistake."""


class KeptRegistry:
    """A registry in memory."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.values.get(name)

    def write(self, name: str, value: str) -> None:
        self.values[name] = value

    def remove(self, name: str) -> None:
        if name not in self.values:
            raise FileNotFoundError(name)
        del self.values[name]


class ClosedRegistry(KeptRegistry):
    """A registry that a policy of the computer closed."""

    def write(self, name: str, value: str) -> None:
        raise PermissionError(name, value)

    def remove(self, name: str) -> None:
        raise PermissionError(name)


PLACES: dict[str, Callable[[Path], Autostart]] = {
    "xdg": lambda folder: XdgAutostart(folder / "autostart"),
    "macos": lambda folder: LaunchAgent(folder / "LaunchAgents"),
    "windows": lambda _folder: RunKey(KeptRegistry()),
}


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    return PLACES[request.param](tmp_path)


def test_nothing_starts_before_it_is_put_there_and_after_it_was_taken_back(place: Autostart) -> None:
    assert [place.on] == [False]
    place.take_back()

    place.put(ODD)
    place.put(ODD)

    assert [place.on] == [True]
    place.take_back()
    assert [place.on] == [False]


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    for place in (XdgAutostart(tmp_path / "file"), LaunchAgent(tmp_path / "file"), RunKey(ClosedRegistry())):
        with pytest.raises(OutsideFailed):
            place.put(ODD)
    with pytest.raises(OutsideFailed):
        RunKey(ClosedRegistry()).take_back()


@pytest.mark.skipif(sys.platform != "linux", reason="only a Linux desktop reads desktop entries")
@pytest.mark.parametrize(
    "command", [ODD, ("/opt/a\nExec=evil\nX=\r\t\\n", "--tray"), ("\n[Desktop Action evil]", "--tray")]
)
def test_the_desktop_entry_runs_the_very_command(tmp_path: Path, command: tuple[str, ...]) -> None:
    """As the specification has it: first the file's strings are read, then quoting, then field codes."""
    XdgAutostart(tmp_path).put(command)

    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # its keys have capitals
    entry.read(tmp_path / "smadmin.desktop", "utf-8")  # a key twice, or another section, is refused here
    assert entry.sections() == ["Desktop Entry"]

    section = entry["Desktop Entry"]
    assert (section["Type"], section["Terminal"]) == ("Application", "false")
    line = re.sub(r"\\(.)", lambda found: STRING_ESCAPES[found[1]], section["Exec"])
    shell = ["sh", "-c", f"printf '%s\\0' {line}"]  # inside double quotes both escape the same four letters
    read = subprocess.run(shell, capture_output=True, check=True).stdout.decode().split("\0")[:-1]
    assert tuple(re.sub("%(.)", lambda found: FIELD_CODES[found[1]], one) for one in read) == command


def test_an_entry_that_the_desktops_settings_switched_off_doesnt_start(tmp_path: Path) -> None:
    place = XdgAutostart(tmp_path)
    place.put(ODD)
    file = tmp_path / "smadmin.desktop"

    file.write_text(file.read_text("utf-8") + "X-GNOME-Autostart-enabled=false\n", "utf-8")

    assert not place.on


def test_the_agent_of_macos_has_the_command_word_by_word(tmp_path: Path) -> None:
    LaunchAgent(tmp_path).put(ODD)

    agent = plistlib.loads((tmp_path / "org.smadmin.tray.plist").read_bytes())

    assert agent["ProgramArguments"] == list(ODD)
    assert agent["RunAtLoad"] is True


def test_the_value_of_windows_is_quoted_as_windows_reads_it() -> None:
    registry = KeptRegistry()

    RunKey(registry).put(("C:\\Program Files\\smadmin\\smadmin.exe", "--tray"))

    assert registry.values == {"smadmin": '"C:\\Program Files\\smadmin\\smadmin.exe" --tray'}


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has a registry")
def test_windows_own_registry_keeps_the_contract() -> None:
    place = RunKey(WindowsRegistry())
    place.put(ODD)
    assert place.on
    place.take_back()
    assert not place.on


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own")
def test_here_it_lies_in_the_logins_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    autostart_here().put(own_command("--tray"))

    assert [one.name for one in (tmp_path / "autostart").iterdir()] == ["smadmin.desktop"]


def test_the_own_command_starts_this_very_program() -> None:
    done = subprocess.run(own_command("--version"), capture_output=True, text=True, check=True)

    assert done.stdout.strip() == __version__
