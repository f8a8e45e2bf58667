"""Makes `.venv` from the hashed requirements, and does nothing when nothing changed.

The stamp is written last, so that an interrupted installation is taken up again. Two traps decide the
order: face_recognition_models exists as source only, so the pinned setuptools goes in first and builds
it without isolation; and face_recognition quits with status 0 where pkg_resources is missing, so
setuptools stays below 82.
"""

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from house import debian

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "stamp.json"
PYTHON = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
PIP = (str(PYTHON), "-m", "pip", "--disable-pip-version-check")
MODELS = ROOT / "resources" / "models"
TESTED = (3, 11)
KEPT = {"pip", "smadmin"}
"""Not in the requirements, yet not superfluous."""


def prepare(kind: str) -> None:
    """Have everything of `requirements/<kind>.txt` in `.venv`.

    Args:
        kind: `runtime`, or `dev`, which holds all of runtime as well.
    """
    with _alone():
        stamp = _read_stamp()
        if not PYTHON.exists() or stamp.get("python") != sys.version:
            _make()
            stamp = {"python": sys.version}
            _write_stamp(stamp)
        wanted = _digest(f"requirements/{kind}.txt")
        if wanted not in (stamp.get("runtime"), stamp.get("dev")):
            _install(kind)
            stamp = {"python": sys.version, kind: wanted}
            if kind == "dev":
                stamp["runtime"] = _digest("requirements/runtime.txt")
            _write_stamp(stamp)
        project = _digest("pyproject.toml", "setup.py", "smadmin/__init__.py")
        if stamp.get("project") != project:
            offline = ("--no-deps", "--no-index", "--no-build-isolation")
            _run(*PIP, "install", "--quiet", *offline, "--editable", str(ROOT))
            stamp = stamp | {"project": project}
            _write_stamp(stamp)
        makers = (ROOT / "house/models").glob("*.py")
        models = _digest(*sorted(str(path.relative_to(ROOT)) for path in makers))
        if stamp.get("models") != models or not MODELS.is_dir():
            print("Making the face models …", flush=True)
            _run(str(PYTHON), "-m", "house.models")
            _write_stamp(stamp | {"models": models})


def in_venv(name: str) -> str:
    """Give the path of a program in `.venv`."""
    return str(PYTHON.parent / name)


@contextmanager
def _alone() -> Iterator[None]:
    """Hold off a second dev.py until this one has finished installing."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415  exists on POSIX systems only

    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make() -> None:
    if sys.version_info[:2] < TESTED:
        sys.exit("smadmin needs Python 3.11 or later.")
    if sys.version_info[:2] > TESTED:
        print("Python later than 3.11: the requirements resolve, but nobody has tested it.")
    if importlib.util.find_spec("ensurepip") is None:
        debian.install(["python3-venv"])
    print("Making .venv …", flush=True)
    # A new process: ensurepip may have arrived only now, and must not be looked for in stale caches.
    _run(sys.executable, "-m", "venv", "--clear", str(FOLDER))


def _install(kind: str) -> None:
    print(f"Installing requirements/{kind}.txt (about 1 GB on disk) …", flush=True)
    install = (*PIP, "install", "--quiet", "--require-hashes", "--no-deps")
    _run(*install, "-r", str(ROOT / "requirements/build.txt"))
    _run(*install, "--no-build-isolation", "-r", str(ROOT / f"requirements/{kind}.txt"))
    listed = subprocess.run(
        [*PIP, "list", "--format=json"], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout
    present = {_plain(entry["name"]) for entry in json.loads(listed)}
    if superfluous := sorted(present - _named(kind) - _named("build") - KEPT):
        _run(*PIP, "uninstall", "--quiet", "--yes", *superfluous)


def _named(kind: str) -> set[str]:
    lines = (ROOT / f"requirements/{kind}.txt").read_text("utf-8").splitlines()
    return {_plain(line.partition("==")[0]) for line in lines if re.match(r"[A-Za-z0-9]", line)}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _digest(*paths: str) -> str:
    together = hashlib.sha256()
    for path in paths:
        together.update((ROOT / path).read_bytes())
    return together.hexdigest()


def _read_stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def _write_stamp(stamp: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp), "utf-8")


def _run(*command: str) -> None:
    """Run to the end or leave with the command's own words above ours."""
    environment = os.environ | {"PYTHONPATH": "", "PIP_NO_INPUT": "1"}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        sys.exit(f"This step failed: {' '.join(command[:6])} …")
