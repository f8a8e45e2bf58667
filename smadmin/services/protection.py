"""Whether this computer is protected against viruses, as far as its system tells (WIC-S3).

Windows keeps a list of protection programs and whether each is on; the Mac brings its own; on Linux the usual
agents are known by the names of their processes, and where none runs nothing is known.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_ASK_WINDOWS = (
    "powershell.exe",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct"
    " | Select-Object displayName,productState | ConvertTo-Json -Compress",
)
_WAIT_S = 20
_ON = 0x1000
"""Bit of a product's state: its protection is on (Windows Security Center's `productState`)."""
_MAC = Path("/Library/Apple/System/Library/CoreServices/XProtect.bundle")
_AGENTS = {
    "clamd": "ClamAV",
    "clamonacc": "ClamAV",
    "falcon-sensor": "CrowdStrike Falcon",
    "wdavdaemon": "Microsoft Defender",
    "s1-agent": "SentinelOne",
    "savd": "Sophos",
    "sophos_managementagent": "Sophos",
    "oaeventd": "ESET",
}


class Guard(StrEnum):
    """What is known of the protection."""

    ON = "on"
    OFF = "off"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Protection:
    """The protection and its name, where the system gives one."""

    guard: Guard
    product: str = ""


UNKNOWN = Protection(Guard.UNKNOWN)


def protection(system: str = sys.platform) -> Protection:
    """Ask the system (an errand; PowerShell may take seconds)."""
    if system == "win32":
        return on_windows(_asked)
    if system == "darwin":
        return Protection(Guard.ON, "XProtect") if _MAC.exists() else UNKNOWN
    return on_linux(_processes())


def on_windows(ask: Callable[[], str]) -> Protection:
    """Read what Windows Security Center says of its products."""
    try:
        told = json.loads(ask() or "[]")
    except (OSError, subprocess.SubprocessError, ValueError):
        return UNKNOWN
    found = [one for one in (told if isinstance(told, list) else [told]) if isinstance(one, dict)]
    products = [(str(one.get("displayName", "")), one.get("productState")) for one in found]
    known = [(name, state) for name, state in products if isinstance(state, int)]
    for name, state in known:
        if state & _ON:
            return Protection(Guard.ON, name)
    return Protection(Guard.OFF, known[0][0]) if known else UNKNOWN


def on_linux(processes: Iterable[str]) -> Protection:
    """Look for the usual agents; their absence proves nothing."""
    for name in processes:
        if name in _AGENTS:
            return Protection(Guard.ON, _AGENTS[name])
    return UNKNOWN


def _asked() -> str:
    return subprocess.run(_ASK_WINDOWS, capture_output=True, text=True, timeout=_WAIT_S, check=True).stdout  # noqa: S603 - a fixed command


def _processes() -> Iterable[str]:
    for comm in Path("/proc").glob("[0-9]*/comm"):
        try:
            yield comm.read_text("utf-8", "replace").strip()
        except OSError:  # it ended meanwhile
            continue
