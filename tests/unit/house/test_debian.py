"""Missing Debian packages are installed by root, and named for everybody else."""

import sys
from pathlib import Path

import pytest

from house import debian


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand on a Debian with `libc6` alone; gives the file in which its apt-get writes how it was called."""
    calls = tmp_path / "calls"
    programs = {"dpkg-query": "echo libc6 installed", "apt-get": f'echo "$@" >> {calls}'}
    for name, does in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return calls


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="apt-get is Debian's")


def test_without_root_the_command_is_printed_and_nothing_is_installed(
    ran: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    debian.install(["libc6", "libegl1", "xauth"])

    assert capsys.readouterr().out.endswith("  sudo apt-get install libegl1 xauth\n")
    assert not ran.exists()


def test_root_installs_what_is_missing_and_only_that(ran: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)

    debian.install(["libc6", "libegl1", "xauth"])

    assert ran.read_text("utf-8").splitlines()[-1].endswith("--no-install-recommends libegl1 xauth")


def test_where_nothing_is_missing_nothing_is_said(ran: Path, capsys: pytest.CaptureFixture[str]) -> None:
    debian.install(["libc6"])

    assert capsys.readouterr().out == ""
    assert not ran.exists()


@pytest.mark.parametrize(
    ("told", "has"), [("  Candidate: 156.0", True), ("  Candidate: (none)", False), ("", False)]
)
def test_a_package_is_there_to_have_where_the_system_has_a_candidate(
    ran: Path, told: str, *, has: bool
) -> None:
    program = ran.with_name("apt-cache")
    program.write_text(f'#!/bin/sh\necho "{told}"\n', "utf-8")
    program.chmod(0o755)

    assert debian.has(["chromium"]) == has


@pytest.mark.usefixtures("ran")
def test_where_no_apt_is_nothing_is_there_to_have() -> None:
    assert not debian.has(["chromium"])


def test_what_the_tests_can_do_without_stops_nothing_where_it_cant_be_installed(
    ran: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    ran.with_name("apt-get").write_text("#!/bin/sh\nexit 100\n", "utf-8")

    debian.try_to_install(["chromium"])

    assert "Could not install chromium" in capsys.readouterr().out
