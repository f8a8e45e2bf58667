"""What a system tells of its protection against viruses."""

import json
import subprocess
from pathlib import Path

import pytest

from smadmin.services import protection as reading
from smadmin.services.protection import Guard, Protection, on_linux, on_windows, protection

ON, OFF = 397568, 393472  # 0x61100 and 0x60100, as Windows Security Center gives them


@pytest.mark.demand("WIC-S3")
@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            {"displayName": "Microsoft Defender", "productState": ON},
            Protection(Guard.ON, "Microsoft Defender"),
        ),
        ({"displayName": "Shield", "productState": OFF}, Protection(Guard.OFF, "Shield")),
        (
            [
                {"displayName": "Shield", "productState": OFF},
                {"displayName": "Microsoft Defender", "productState": ON},
            ],
            Protection(Guard.ON, "Microsoft Defender"),
        ),
        ([], Protection(Guard.UNKNOWN)),
        ([{"displayName": "Shield", "productState": None}, 7], Protection(Guard.UNKNOWN)),
    ],
)
def test_windows_lists_its_products(told: object, found: Protection) -> None:
    assert on_windows(lambda: json.dumps(told)) == found


@pytest.mark.parametrize(
    "error", [FileNotFoundError("powershell.exe"), subprocess.TimeoutExpired("powershell.exe", 20)]
)
def test_where_windows_does_not_answer_nothing_is_known(error: Exception) -> None:
    def ask() -> str:
        raise error

    assert on_windows(ask).guard is Guard.UNKNOWN
    assert on_windows(lambda: "no list").guard is Guard.UNKNOWN
    assert on_windows(lambda: "").guard is Guard.UNKNOWN


def test_linux_is_known_by_its_agents_and_silence_proves_nothing() -> None:
    assert on_linux(["bash", "clamd"]) == Protection(Guard.ON, "ClamAV")
    assert on_linux(["bash"]).guard is Guard.UNKNOWN


def test_the_mac_brings_its_own_and_without_it_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "XProtect.bundle"
    monkeypatch.setattr(reading, "_MAC", bundle)
    without = protection("darwin")
    bundle.mkdir()

    assert protection("darwin") == Protection(Guard.ON, "XProtect")
    assert without == Protection(Guard.UNKNOWN)


def test_this_system_answers_without_a_crash() -> None:
    assert protection().guard in set(Guard)
