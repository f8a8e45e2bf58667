"""Files that aren't what they should be are refused before anything is believed."""

from pathlib import Path
from time import process_time

import pytest

from smadmin.domain.errors import BadInput
from smadmin.importing.tables import Table


def refusal(path: Path) -> tuple[str, object]:
    with pytest.raises(BadInput) as refused:
        Table.read(path)
    told = refused.value.happened
    return getattr(told.values.get("reason"), "id", told.id), told.values.get("line")


def test_a_file_that_isnt_there_is_said_to_be_unreadable(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml") == ("policy.unreadable-file", None)


def test_a_file_that_isnt_text_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'a = "b"\n\xff')

    assert refusal(path) == ("policy.reason-not-utf8", 2)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"#" * ((1 << 20) + 1))

    assert refusal(path) == ("policy.reason-too-large", 1)


@pytest.mark.parametrize("key", ["rows", "table"])
def test_a_section_that_isnt_one_is_refused(tmp_path: Path, key: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text("\nrows = 3\ntable = 3\n", "utf-8")
    table = Table.read(path)

    with pytest.raises(BadInput):
        (table.rows if key == "rows" else table.table)(key)


def test_rows_know_their_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("[[row]]\na = 1\n\n[[row]]\na = 'x'\n", "utf-8")
    first, second = Table.read(path).rows("row")

    assert first.number("a", low=0, high=9) == 1
    with pytest.raises(BadInput) as refused:
        second.number("a", low=0, high=9)
    assert refused.value.happened.values["line"] == 5


def test_brackets_nested_thousands_deep_are_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a = " + "[" * 5000, "utf-8")

    assert refusal(path)[0] == "policy.reason-syntax"


@pytest.mark.parametrize(
    "line",
    ["version = " + "9" * 5_000, ".".join("a" * 50_000) + " = 1", "[" + " . ".join(['"a"'] * 20_000) + "]"],
)
def test_what_would_take_for_ever_to_read_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(f"a = 1\n{line}\n", "utf-8")

    assert refusal(path) == ("policy.reason-syntax", 2)


def test_a_number_too_long_to_read_that_is_written_in_groups_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("version = 9" + "_999" * 2_000, "utf-8")

    assert refusal(path) == ("policy.reason-syntax", 1)


def test_thousands_of_sections_are_read_line_by_line_once(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("".join(f"[clauses.X-{number}]\nsays = 'x'\n" for number in range(6_000)), "utf-8")
    table = Table.read(path)

    began = process_time()
    read = table.named("clauses")

    assert len(read) == 6_000
    assert process_time() - began < 2, "the file was split anew for each"
