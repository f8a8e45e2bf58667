"""What the computer remembers of the window."""

from pathlib import Path

from smadmin.ui.memory import SettingsFile


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = SettingsFile(tmp_path / "window.ini")
    first.keep("window/screen", "photos")
    del first

    assert SettingsFile(tmp_path / "window.ini").value("window/screen") == "photos"


def test_what_was_never_kept_is_empty(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "window.ini").value("window/geometry") == ""


def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_bytes(b"\x00\xff[[[=")

    assert SettingsFile(path).value("window/screen") == ""
