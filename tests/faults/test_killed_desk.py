"""K1, D1 and W1 of `safety.md` for comments, cards, wished posts and records; 200 kills at random moments.

The seeded part; `bench safety K1-desk` and those beside it set the counts to all of it.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.cases import CaseId
from smadmin.domain.errors import KnownError, OutsideFailed
from tests.faults.acting import ACKNOWLEDGED, KILLED
from tests.faults.desk_deeds import DEEDS, WISH, Stand, copy_of, lay, signed_in, stand_in
from tests.faults.desk_state import State, state, unsound
from tests.faults.desk_work import work

ROOT = Path(__file__).parents[2]
SEED = 0
KILLS = [("pwrite64", 9), ("unlink", 2)]
FULL = [("pwrite64", 2)]
TRIED: tuple[str, ...] = ("hide-comment", "answer-request", "destroy")
"""Which deeds meet a fault here; in `bench safety` all do."""
MOMENTS = 3
"""So many kills at random moments while somebody works."""
WRITERS, CHANGES = 3, 1
START_S = 5.0

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace isn't installed")


@cache
def right(folder: Path, deed: str) -> tuple[State, State]:
    """Give how a school stands before and after a deed where nothing goes wrong."""
    school, act = DEEDS[deed]
    stand = stand_in(folder, school, copy_of(folder, school, folder / f"right-{deed}"))
    before = state(stand.folder)
    act(stand)
    stand.road.school.rest()
    after = state(stand.folder)
    assert before.acts != after.acts
    return before, after


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which the schools lie."""
    made = tmp_path_factory.mktemp("desk")
    lay(made)
    return made


def injected(folder: Path, there: Path, call: str, fault: str) -> Iterator[tuple[Path, str, str]]:
    """Do every deed, each on a copy, with a fault at one of its system calls; gives what each said."""
    there.mkdir()
    done = subprocess.run(
        [
            *("strace", "-f", "-qqq", "-o", "/dev/null"),
            *("-e", f"trace={call}", "-e", f"inject={call}:{fault}"),
            *(sys.executable, "-m", "tests.faults.desk_deeds", str(folder)),
        ],
        input="".join(f"{deed} {there / deed}\n" for deed in TRIED),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,  # the whole sweep on a busy computer
    )
    said = [line.split() for line in done.stdout.splitlines()]
    assert [deed for _, deed, _ in said] == list(TRIED)
    return ((Path(at), deed, answer) for at, deed, answer in said)


def wrong_with(folder: Path, at: Path, deed: str, said: str) -> list[str]:
    """Name what is wrong with a school after a fault; what was acknowledged must be there, whole."""
    before, after = right(folder, deed)
    began = time.monotonic()
    stand = stand_in(folder, DEEDS[deed][0], at)
    wrong = unsound(stand)
    stand.road.school.rest()
    wrong += ["slow start"] if time.monotonic() - began > START_S else []
    now = state(at)
    wrong += ["half an act"] if now not in {before, after} else []
    wrong += ["an acknowledged act is lost"] if said == ACKNOWLEDGED and now != after else []
    return wrong


@needs_strace
def test_a_kill_at_any_write_loses_nothing_acknowledged_and_leaves_nothing_half(
    folder: Path, tmp_path: Path
) -> None:
    killed, wrong = 0, []

    for call, k in KILLS:
        for at, deed, said in injected(folder, tmp_path / f"{call}{k}", call, f"signal=KILL:when={k}"):
            killed += said == KILLED
            wrong += [(call, k, deed, said, what) for what in wrong_with(folder, at, deed, said)]
        shutil.rmtree(tmp_path / f"{call}{k}")

    assert wrong == []
    assert killed >= len(KILLS)


@needs_strace
def test_a_full_disk_is_said_loses_nothing_and_the_deed_is_done_once_there_is_space(
    folder: Path, tmp_path: Path
) -> None:
    full, wrong = 0, []

    for call, k in FULL:
        for at, deed, said in injected(folder, tmp_path / f"{call}{k}", call, f"error=ENOSPC:when={k}+"):
            wrong += [(call, k, deed, said, what) for what in wrong_with(folder, at, deed, said)]
            if said == "store.disk-full":
                full += 1
                wrong += [(call, k, deed, said, what) for what in once_more(folder, at, deed)]
            elif said != ACKNOWLEDGED:
                wrong.append((call, k, deed, said, "said"))
        shutil.rmtree(tmp_path / f"{call}{k}")

    assert wrong == []
    assert full >= len(FULL)


def once_more(folder: Path, at: Path, deed: str) -> list[str]:
    """Do a deed again where the disk was full, now that there is space."""
    if state(at) == right(folder, deed)[1]:
        return []  # it was done, and only what came behind it met the full disk
    shutil.rmtree(at / "package", ignore_errors=True)
    stand = stand_in(folder, DEEDS[deed][0], at)
    DEEDS[deed][1](stand)
    stand.road.school.rest()
    return wrong_with(folder, at, deed, ACKNOWLEDGED)


def test_whoever_is_killed_at_any_moment_of_mixed_work_finds_all_that_was_acknowledged(
    folder: Path, tmp_path: Path
) -> None:
    chance, wrong, killed, told = random.Random(SEED), list[object](), 0, 0  # noqa: S311  a seed that repeats
    actors, acknowledged = signed_in(folder), dict[str, dict[int, str]]()
    for number in range(MOMENTS):
        school = chance.choice(("desk", "desk", "old"))
        at = tmp_path / school
        if school == "old":  # what is destroyed there is destroyed once
            shutil.rmtree(at, ignore_errors=True)
        if not at.exists():
            copy_of(folder, school, at)
            acknowledged[school] = {}
        heads, was_killed = killed_at_work(folder, at, chance, actors[school])
        killed += was_killed
        told += len(heads)
        acknowledged[school] |= heads
        stand = stand_in(folder, school, at)
        began = time.monotonic()
        wrong += [(number, what) for what in unsound(stand)]
        wrong += [(number, "slow start")] if time.monotonic() - began > START_S else []
        with stand.road.school.desk.look() as unit:
            there = {row.seq: row.row.row_hash.hex() for row in unit.record.rows()}
        stand.road.school.rest()
        lost = [seq for seq, head in acknowledged[school].items() if there.get(seq) != head]
        wrong += [(number, "acknowledged and lost", seq) for seq in lost]

    assert wrong == []
    assert told >= MOMENTS
    assert killed >= MOMENTS - 1


def use(stand: Stand, actors: dict[str, Actor]) -> None:
    """Take those who signed in before."""
    stand.actors.update(actors)


def killed_at_work(
    folder: Path, at: Path, chance: random.Random, actors: dict[str, Actor]
) -> tuple[dict[int, str], bool]:
    """Work in a fork and kill it; gives the ends of the record that it acknowledged, and whether it died."""
    end, written = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            stand = stand_in(folder, at.name, at)
            use(stand, actors)
            work(stand, chance, lambda seq, head: os.write(written, f"{seq} {head}\n".encode()))
        except KnownError as error:
            os.write(written, f"0 {error.happened.id}\n".encode())
        finally:
            os._exit(0)
    os.close(written)
    first = os.read(end, 64)  # it is at work now
    time.sleep(chance.uniform(0, 1))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(end, "rb") as rest:
        lines = (first + rest.read()).decode().splitlines()
    said = [line.split() for line in lines]
    assert [line for line in said if line[0] == "0"] == []
    return {int(seq): head for seq, head in said}, os.WIFSIGNALED(status)


@pytest.mark.skipif(
    shutil.which("mount") is None or os.geteuid() != 0, reason="only root can mount a small disk"
)
def test_on_a_small_full_disk_each_deed_says_so_and_is_done_once_there_is_space(
    folder: Path, tmp_path: Path
) -> None:
    small, wrong, full = tmp_path / "small", list[tuple[str, ...]](), 0
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        for deed in TRIED:
            school, act = DEEDS[deed]
            stand = stand_in(folder, school, copy_of(folder, school, small / deed))
            for name in ("ana", "pat", "bo", "cem"):
                stand.by(name)
            filled(small)
            try:
                act(stand)
                said = ACKNOWLEDGED
            except OutsideFailed as error:
                said = error.happened.id
                full += 1
            (small / "ballast").unlink()
            stand.road.school.rest()
            wrong += [(deed, said, what) for what in wrong_with(folder, stand.folder, deed, said)]
            wrong += [(deed, said, what) for what in once_more(folder, stand.folder, deed)]
            wrong += [(deed, said)] if said not in {"store.disk-full", ACKNOWLEDGED} else []
            shutil.rmtree(stand.folder)
    finally:
        subprocess.run(["umount", str(small)], check=True)

    assert wrong == []
    assert full >= len(TRIED) - 2


def filled(folder: Path) -> None:
    """Fill a disk to its last byte."""
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(1 << 16)):
                pass
        except OSError:
            return


def test_several_at_once_lose_no_comment_no_word_and_no_wish(folder: Path, tmp_path: Path) -> None:
    at, actors = copy_of(folder, "desk", tmp_path / "desk"), signed_in(folder)["desk"]
    before = state(at)

    children = [os.fork() or _write(folder, at, number, actors) for number in range(WRITERS)]
    ends = [os.waitpid(child, 0)[1] for child in children]

    assert ends == [0] * WRITERS
    stand = stand_in(folder, "desk", at)
    assert unsound(stand) == []
    stand.road.school.rest()
    new = list(state(at).acts[len(before.acts) :])
    each = {"enter-comment", "answer-comment", "escalate", "ask-post", "decline-post", "remove-comment"}
    assert {act: new.count(act) for act in each} == dict.fromkeys(each, WRITERS * CHANGES)


def _write(folder: Path, at: Path, number: int, actors: dict[str, Actor]) -> int:
    """Write in a fork what the others write too, and end it."""
    try:
        stand = stand_in(folder, "desk", at)
        use(stand, actors)
        stand.road.school.desk.ids.given += (number + 1) * 1_000_000  # type: ignore[attr-defined]  # CountedIds
        for _ in range(CHANGES):
            comment = stand.enter("Buy pills!")
            stand.comments.answer(stand.by("ana"), comment, "At eight, in the gym.")
            stand.hide(comment)
            stand.tell(CaseId(stand.waiting["open"]))
            wish = stand.wishes.hand_in(stand.by("bo"), WISH).value
            stand.wishes.decline(stand.by("ana"), wish, "It is over.")
        os._exit(0)
    finally:
        os._exit(1)
