"""Bluesky's own server for the tests: installed by its lock alone, and told when it can't be had."""

import json
import subprocess
from pathlib import Path

import pytest

from house import npm


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(npm, "TARGET", tmp_path / "pds")
    monkeypatch.setattr("shutil.which", lambda _name: "npm")
    return tmp_path / "pds"


def test_the_lock_names_a_digest_for_each_package_and_no_address() -> None:
    lock = json.loads((npm.SOURCE / "package-lock.json").read_text("utf-8"))
    fetched = {name: one for name, one in lock["packages"].items() if name not in {"", "shim"}}

    assert all("integrity" in one or one.get("link") or one.get("inBundle") for one in fetched.values())
    assert {one["resolved"] for one in fetched.values() if "resolved" in one} == {"shim"}


def test_it_is_installed_once_and_anew_when_the_project_has_another(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: asked.append(command))

    npm.try_to_install()
    npm.try_to_install()
    assert npm.ready()
    (target / "server.js").write_text("// older", "utf-8")
    npm.try_to_install()

    assert len(asked) == 2
    assert all("--ignore-scripts" in command for command in asked)


def test_what_could_not_be_had_is_said_and_nothing_counts_as_installed(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(command: tuple[str, ...], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", fails)
    npm.try_to_install()

    assert not npm.ready()
    assert target.exists()
    assert "its tests are skipped" in capsys.readouterr().out
