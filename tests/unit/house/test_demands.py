"""The table of demands is read from packs and tests, and says what is open."""

import json
from pathlib import Path

import pytest

from house import demands

LIST = '[here]\nHER-1 = { clause = "I", asks = "a" }\nHER-2 = { clause = "II", asks = "b" }\n'
PACK = """
[clauses.HER-1]
number = "I"
says = "…"
enforced_by = ["step:release"]

[clauses.HER-2]
number = "II"
says = "…"
open = ["step:video"]
"""
TESTS = """
import pytest

@pytest.mark.demand("HER-1")
@pytest.mark.parametrize("one", [1, 2])
def test_it() -> None: ...

@pytest.mark.parametrize("one", [pytest.param(1, marks=pytest.mark.demand("HER-1"))])
def test_a_case() -> None: ...
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    packs = tmp_path / "resources" / "policies"
    packs.mkdir(parents=True)
    (packs / "demands.toml").write_text(LIST, "utf-8")
    (packs / "here.toml").write_text(PACK, "utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_here.py").write_text(TESTS, "utf-8")
    return tmp_path


def test_a_demand_is_kept_once_something_keeps_it_and_a_test_shows_it(root: Path) -> None:
    kept, still = demands.demands(root)

    assert (kept.state, still.state) == ("kept", "open")
    assert kept.tests == ("tests/test_here.py::test_it", "tests/test_here.py::test_a_case")


def test_the_document_has_ids_clauses_what_keeps_them_tests_and_what_is_open(root: Path) -> None:
    told = json.loads(demands.as_json(demands.demands(root)))

    assert told["demands"][1] == {"id": "HER-2", "clause": "II", "enforced_by": [], "tests": []}
    assert told["open"] == {"HER-2": ["step:video", "test"]}


def test_people_read_a_line_for_each_and_the_sum(root: Path) -> None:
    table = demands.as_table(demands.demands(root))

    assert "open: step:video" in table
    assert table.endswith("2 demands: 1 kept, 0 partly, 1 open")


def test_what_nothing_shows_is_kept_in_part_only(root: Path) -> None:
    (root / "tests" / "test_here.py").unlink()

    one = demands.demands(root)[0]

    assert one.state == "partly"
    assert "open: a test" in demands.as_table((one,))


def test_a_pack_without_a_demand_of_its_district_is_named(root: Path) -> None:
    (root / "resources" / "policies" / "here.toml").write_text(PACK.replace("HER-2", "HER-3"), "utf-8")

    with pytest.raises(demands.Unknown, match=r"here\.toml lacks HER-2"):
        demands.demands(root)


def test_a_test_of_a_demand_that_there_isnt_is_named(root: Path) -> None:
    (root / "tests" / "test_here.py").write_text(TESTS.replace("HER-1", "HER-9"), "utf-8")

    with pytest.raises(demands.Unknown, match=r"test_here\.py::test_it.* names HER-9"):
        demands.demands(root)


def test_this_projects_own_packs_and_tests_agree() -> None:
    found = demands.demands()

    assert {one.state for one in found} >= {"kept"}
    assert all(one.enforced_by or one.awaits for one in found)
