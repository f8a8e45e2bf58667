"""The file of locked identities survives what computers do."""

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import close_lock
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PersonId
from smadmin.domain.tries import Tries
from smadmin.services.seats import identities_in
from tests.school import CHEAP, MONDAY

ANA = PersonId("ana")


def test_locks_and_tries_are_kept_over_a_restart(tmp_path: Path) -> None:
    lock = close_lock(Identity.new(), "x", seat="", fields={"person": "ana"}, costs=CHEAP, floor=CHEAP)
    identities_in(tmp_path).keep(ANA, lock)
    identities_in(tmp_path).count_try(ANA, Tries(4, MONDAY))

    assert identities_in(tmp_path).locks() == {ANA: lock}
    assert identities_in(tmp_path).tries(ANA) == Tries(4, MONDAY)

    identities_in(tmp_path).count_try(ANA, Tries())

    assert identities_in(tmp_path).tries(ANA) == Tries()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"people": []}', '{"tries": {}}', "[" * 5000])
def test_a_damaged_file_is_said_not_guessed(tmp_path: Path, text: str) -> None:
    (tmp_path / "identities.json").write_text(text)

    with pytest.raises(OutsideFailed):
        identities_in(tmp_path).locks()


@pytest.mark.parametrize(
    ("name", "value"), [("sealed", "zz"), ("costs", [1 << 30, 1, 1]), ("fields", {"x": 0.5}), ("salt", None)]
)
def test_one_spoilt_entry_is_left_out_and_named(tmp_path: Path, name: str, value: object) -> None:
    lock = close_lock(Identity.new(), "x", seat="", fields={"person": "ana"}, costs=CHEAP, floor=CHEAP)
    people = {"bo": {**lock.to_plain(), name: value}, "ana": lock.to_plain(), "cem": None}
    (tmp_path / "identities.json").write_text(json.dumps({"people": people, "tries": [], "waiting": people}))

    file = identities_in(tmp_path)

    assert file.locks() == file.waiting() == {ANA: lock}
    assert file.spoilt() == ("bo", "cem")
    file.keep(PersonId("bo"), lock)
    assert identities_in(tmp_path).spoilt() == ("cem",)


@pytest.mark.parametrize("entry", [[], ["x", "y"], [4, "2026-11-16T15:00:00"], "many"])
def test_a_count_of_tries_that_is_none_stops_nobody(tmp_path: Path, entry: object) -> None:
    (tmp_path / "identities.json").write_text(json.dumps({"people": {}, "tries": {"ana": entry}}))

    assert identities_in(tmp_path).tries(ANA).wait_until(MONDAY) is None


def test_a_lock_is_dropped_again(tmp_path: Path) -> None:
    lock = close_lock(Identity.new(), "x", seat="", fields={"person": "ana"}, costs=CHEAP, floor=CHEAP)
    identities_in(tmp_path).keep(ANA, lock)

    identities_in(tmp_path).drop(ANA)
    identities_in(tmp_path).drop(ANA)

    assert identities_in(tmp_path).locks() == {}


def test_two_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    lock = close_lock(Identity.new(), "x", seat="", fields={"person": "ana"}, costs=CHEAP, floor=CHEAP)

    def keep(writer: int) -> None:
        for n in range(20):
            identities_in(tmp_path).keep(PersonId(f"{writer}-{n}"), lock)

    with ThreadPoolExecutor(3) as writers:
        list(writers.map(keep, range(3)))

    assert len(identities_in(tmp_path).locks()) == 60
    assert {path.name for path in tmp_path.iterdir()} == {"identities.json", "identities.lock"}


def test_a_full_disk_is_said_and_the_old_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    identities_in(tmp_path).count_try(ANA, Tries(1, MONDAY))

    def full(_end: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutsideFailed) as refusal:
        identities_in(tmp_path).count_try(ANA, Tries(2, MONDAY))

    assert refusal.value.happened.id == "store.disk-full"
    assert identities_in(tmp_path).tries(ANA).wrong == 1
    assert len(list(tmp_path.iterdir())) == 2
