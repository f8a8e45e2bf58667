"""Past posts are taken wholly or not at all: killed at any step, and on a disk that is full."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId
from smadmin.domain.past_posts import Step
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.past_posts import PastPosts
from smadmin.storage.store import Store, only_school
from tests.faults.taking_posts import POSTS, NoFiles, told_file
from tests.road import make_road

ROOT = Path(__file__).parents[2]


def standing(folder: Path, account: AccountId) -> tuple[int, int, int]:
    """Count the posts that count, the imports that are done, and the rows that sign one."""
    store = Store.open(folder)
    try:
        with store.look(only_school(store)) as unit:
            posts = len(tuple(unit.past_posts.of_account(account)))
            done = len(unit.past_imports.find(account_id=account, step=Step.DONE.value))
            rows = unit.record.about(Noun.PAST_POSTS, account)
    finally:
        store.close()
    return posts, done, sum(row.act == Act.IMPORT_POSTS for row in rows)


@pytest.mark.parametrize(("steps", "after_s"), [(1, 0.0), (3, 0.01), (8, 0.0), (8, 0.03), (9, 0.0)])
def test_a_killed_import_is_all_or_nothing(tmp_path: Path, steps: int, after_s: float) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.taking_posts", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    folder, account = child.stdout.readline().split()
    said = [child.stdout.readline() for _ in range(steps)]
    time.sleep(after_s)
    child.kill()
    child.communicate()

    posts, done, rows = standing(Path(folder), AccountId(account))

    assert (posts, done, rows) in {(0, 0, 0), (POSTS, 1, 1)}
    assert posts == POSTS or int(said[-1]) < POSTS, "what was said to be done is done"


@pytest.mark.skipif(
    shutil.which("mount") is None or os.geteuid() != 0, reason="only root can mount a small disk"
)
def test_on_a_full_disk_nothing_is_taken_and_later_all_of_it(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        road = make_road(small)
        past, by = PastPosts(road.school.desk, NoFiles(), road.reader.policy.judge_link), road.by("ana")
        told = past.compare(by, road.x, told_file(POSTS))
        free = shutil.disk_usage(small).free
        (small / "ballast").write_bytes(bytes(max(0, free - 1_000_000)))

        with pytest.raises(OutsideFailed):
            list(past.take(by, told))
        with road.school.desk.look() as unit:
            assert tuple(unit.past_posts.of_account(road.x)) == ()

        (small / "ballast").unlink()
        list(past.take(by, past.compare(by, road.x, told_file(POSTS))))
        with road.school.desk.look() as unit:
            assert len(tuple(unit.past_posts.of_account(road.x))) == POSTS
            assert len(unit.past_imports.all()) == 1
        road.school.rest()
    finally:
        subprocess.run(["umount", str(small)], check=True)
