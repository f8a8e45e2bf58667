"""K1, D1 and W1 of `safety.md`, the seeded part: kills and full disks at write calls, and writers at once."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Proof
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import KeyId, SchoolId
from smadmin.domain.vocabulary import Act
from smadmin.services.export import Paper, check_package
from smadmin.services.places import Place
from smadmin.services.records import Records
from smadmin.services.restoring import restore
from smadmin.services.soundness import Soundness
from tests.faults.acting import ACKNOWLEDGED, DEEDS, KILLED, begin, desk_at, sign_in

ROOT = Path(__file__).parents[2]
CHANCE = random.Random(20_261_122)  # noqa: S311  a seed that repeats, not a secret
KILLS = [
    *(("pwrite64", k) for k in sorted(CHANCE.sample(range(1, 16), 8))),
    *(("fdatasync", k) for k in (1, 2, 3)),
    ("unlink", 1),
    *(("fsync", k) for k in (1, 2, 4)),
]
FULL = [("pwrite64", k) for k in (1, 2, 4, 7, 11)] + [("fsync", 1), ("fsync", 3)]
START_S = 5.0
WRITERS, CHANGES = 4, 50
"""So many processes at once, so many acts each (W1)."""

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace isn't installed")


class Outcome(NamedTuple):
    """What became of a deed in its copy of the school."""

    folder: Path
    deed: str
    said: str


def injected(folder: Path, call: str, fault: str) -> list[Outcome]:
    """Do every deed, each on a copy, with a fault at one of its system calls."""
    begin(folder)
    command = [
        "strace",
        "-f",
        "-qqq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:{fault}",
    ]
    done = subprocess.run(
        [*command, sys.executable, "-m", "tests.faults.acting", str(folder)],
        input="".join(f"{deed}\n" for deed in DEEDS),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    outcomes = [
        Outcome(folder / name, deed, said) for name, deed, said in map(str.split, done.stdout.splitlines())
    ]
    assert [outcome.deed for outcome in outcomes] == list(DEEDS)
    return outcomes


def half_done(outcome: Outcome) -> list[str]:
    """Name what is wrong with a school after a fault; an acknowledged deed must be there, whole."""
    id_, account, _person, seat, root = json.loads((outcome.folder.parent / "noted.json").read_text())
    began = time.monotonic()
    desk = desk_at(outcome.folder, SchoolId(id_))
    try:
        verdict = Records(desk).verify(root=KeyId(root))
        seconds = time.monotonic() - began
        with desk.look() as unit:
            acts = [row.act for row in unit.record.rows()]
            credentials, accounts = unit.credentials.all(), unit.accounts.all()
            proof = unit.accounts.get(account).identity.proof
            grants = len(unit.trust.read().grants)
            videos, files = len(unit.videos.column("id")), unit.media.column("name")
    finally:
        desk.store.close()
    wrong = [fault.message.id for fault in verdict.faults]
    wrong += [message.id for message in Soundness(Place(outcome.folder, outcome.folder)).database()]
    wrong += ["slow start"] if seconds > START_S else []
    there = {
        "adopt": (len(accounts) == 2, acts.count("adopt") == 2),
        "confirm": (proof is Proof.CONFIRMED, "confirm" in acts),
        "designate": (grants == 4, acts.count("grant") == 4),
        "keep-log-in": (bool(credentials), "keep-log-in" in acts),
        "back-up": (_backup_whole(outcome.folder, Identity(seat)),) * 2,
        "export": (_package_whole(outcome.folder),) * 2,
        "take-in-video": (videos == len(files) == 2, acts.count("take-in-video") == 2),
        "remove-video": (videos == len(files) == 0, "remove" in acts),
    }[outcome.deed]
    lost = [name for name in files if not (outcome.folder / "media" / name).is_file()]
    wrong += ["a video's row without its file"] if lost else []
    wrong += ["half an act"] if there[0] != there[1] else []
    wrong += ["an acknowledged act is lost"] if outcome.said == ACKNOWLEDGED and not there[0] else []
    return wrong


def _backup_whole(folder: Path, seat: Identity) -> bool:
    """Tell whether a backup is there; one that is there must be whole."""
    found = list((folder / "backups").glob("smadmin-*"))
    for file in found:
        there = folder / "restored"
        restore(Place(there, there), file, seat)
    return bool(found)


def _package_whole(folder: Path) -> bool:
    try:
        return check_package(folder / "bag", Paper()).whole
    except KnownError:
        return False


@needs_strace
def test_a_kill_at_any_write_loses_no_acknowledged_act_and_leaves_no_half_one(tmp_path: Path) -> None:
    killed, wrong = 0, []

    for number, (call, k) in enumerate(KILLS):
        for outcome in injected(tmp_path / str(number), call, f"signal=KILL:when={k}"):
            killed += outcome.said == KILLED
            wrong += [(call, k, outcome.deed, outcome.said, what) for what in half_done(outcome)]
        shutil.rmtree(tmp_path / str(number))

    assert wrong == []
    assert killed >= 60


@needs_strace
def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    full, wrong = 0, []

    for number, (call, k) in enumerate(FULL):
        for outcome in injected(tmp_path / str(number), call, f"error=ENOSPC:when={k}+"):
            full += outcome.said == "store.disk-full"
            wrong += [(call, k, outcome.deed, outcome.said, what) for what in half_done(outcome)]
            if outcome.said not in {"store.disk-full", ACKNOWLEDGED}:
                wrong.append((call, k, outcome.deed, outcome.said, "said"))
        shutil.rmtree(tmp_path / str(number))

    assert wrong == []
    assert full >= 20


def test_processes_write_at_once_and_no_change_is_lost(tmp_path: Path) -> None:
    begin(tmp_path)
    command = [sys.executable, "-m", "tests.faults.writing", str(tmp_path), str(CHANGES)]

    writers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(WRITERS)
    ]
    said = [writer.communicate(timeout=60 + WRITERS * CHANGES) for writer in writers]

    assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, said, strict=True)] == [
        (0, "")
    ] * WRITERS
    desk, by, account = sign_in(tmp_path)
    with desk.look() as unit:
        found = unit.accounts.get(account)
        total = WRITERS * CHANGES
        changes = sum(row.act == Act.CHANGE for row in unit.record.rows())
    assert (found.promised_days, found.version, changes) == (total, total + 1, total)
    assert Records(desk).verify(by=by).whole
    desk.store.close()
