"""What tests may be skipped, and on which computer: any other skip fails the part it is in.

A test that isn't run shows nothing, and a run full of such looks as green as any. So each reason that a test
gives is printed with its count, and must stand here with what may be missing where.
"""

import os
import shutil
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from house import npm
from house.environment import ROOT

_MOUNTING = 21
"""CAP_SYS_ADMIN: its bit in what Linux says a process may do."""
_BESIDE = ROOT.parent / "shared"
"""Where photos, tables and documents lie that may not be copied into the project."""


@dataclass(frozen=True)
class Allowed:
    """A reason that a test may give.

    Args:
        reason: how it begins.
        why: what may be missing, and on which computer.
        here: tells whether this is such a computer.
    """

    reason: str
    why: str
    here: Callable[[], bool]


def _always() -> bool:
    return True


def _as_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _as_anybody() -> bool:
    return not _as_root()


def _without_mounting() -> bool:
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return True
    may = next(line for line in status.splitlines() if line.startswith("CapEff")).split()[1]
    return not int(may, 16) >> _MOUNTING & 1


def _no_decoder() -> bool:
    return find_spec("PySide6.QtMultimedia") is None


def _nothing_at(name: str) -> Callable[[], bool]:
    return lambda: not (_BESIDE / name).exists()


def _no_browser() -> bool:
    return shutil.which("chromium") is None


def _no_blog() -> bool:
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"
    programs = ("php", "mariadbd", "mariadb-install-db", "mariadb")
    lacking = [one for one in programs if not shutil.which(one, path=path)]
    return bool(lacking) or not Path("/usr/share/wordpress").is_dir()


def _no_pds() -> bool:
    return shutil.which("node") is None or not npm.ready()


def _no_linux() -> bool:
    return sys.platform != "linux"


ALLOWED = (
    Allowed("", "CI runs on Linux; much of what is tried isn't there elsewhere", _no_linux),
    Allowed("only Windows has", "CI runs on Linux", _always),
    Allowed("what is traced can't be timed", "the domain's own run counts branches; others time it", _always),
    Allowed(
        "the extra `sound` isn't installed", "an extra of 300 MB that the requirements leave out", _always
    ),
    Allowed("root looks into every folder", "root can't be refused a folder", _as_root),
    Allowed(
        "root writes everywhere", "root can't be refused; tests/faults does it as another user", _as_root
    ),
    Allowed("only root can", "mounting, and being two users in turn, is root's", _as_anybody),
    Allowed("a small disk can't be mounted here", "a container may not", _without_mounting),
    Allowed("xdotool is missing", "dev.py installs it for root alone", _as_anybody),
    Allowed("dunst is missing", "dev.py installs it for root alone", _as_anybody),
    Allowed("gnome-keyring isn't installed", "dev.py installs it for root alone", _as_anybody),
    Allowed("strace isn't installed", "dev.py installs it for root alone", _as_anybody),
    Allowed("Debian's age isn't installed", "dev.py installs it for root alone", _as_anybody),
    Allowed("no program that shows PDF files", "dev.py installs it for root alone", _as_anybody),
    Allowed(
        "no browser is installed here",
        "dev.py installs it for root, where it can be had",
        _no_browser,
    ),
    Allowed("NO WORDPRESS", "dev.py installs it for root, where it can be had", _no_blog),
    Allowed("NO BLUESKY SERVER", "dev.py installs it from npm, where that can be reached", _no_pds),
    Allowed("NO REAL PHOTOS", "they aren't the project's to copy", _nothing_at("photos")),
    Allowed("the shared photos of real people", "they aren't the project's to copy", _nothing_at("photos")),
    Allowed("the districts' documents aren't here", "they lie beside it", _nothing_at("policies")),
    Allowed("NOT MEASURED by twitter-text's", "they lie beside it", _nothing_at("conformance")),
)


def reasons(report: Path) -> Counter[str]:
    """Read from pytest's report why tests were skipped, and how many for each reason."""
    cases = ET.parse(report).getroot().iter("skipped")  # noqa: S314  our own pytest wrote it a moment ago
    return Counter(case.get("message") or "no reason" for case in cases)


def told(found: Counter[str], allowed: Sequence[Allowed] = ALLOWED) -> bool:
    """Print each reason; tell whether all of them may be given on this computer."""
    wrong = set(unlisted(found, allowed))
    for reason, count in sorted(found.items()):
        print(
            f"skipped {count}: {reason}{'   NOT ALLOWED HERE (house/skips.py)' * (reason in wrong)}",
            flush=True,
        )
    return not wrong


def unlisted(found: Iterable[str], allowed: Sequence[Allowed]) -> tuple[str, ...]:
    """Give the reasons that none of the list allows on this computer."""
    return tuple(
        reason for reason in found if not any(reason.startswith(one.reason) and one.here() for one in allowed)
    )
