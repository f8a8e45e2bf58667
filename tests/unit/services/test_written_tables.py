"""A report in a file: what was said, harmless in a spreadsheet, and never over another file."""

import csv
from pathlib import Path

import pytest

from smadmin.services.written_tables import write_table


def test_a_report_is_a_table_with_its_accents_that_overwrites_nothing(tmp_path: Path) -> None:
    wanted = tmp_path / "report.csv"
    wanted.write_text("older")

    written = write_table(wanted, [["Sofía Núñez, 4b", 'said "no"'], ["second", ""]])

    assert wanted.read_text() == "older"
    assert written != wanted
    with written.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["Sofía Núñez, 4b", 'said "no"'], ["second", ""]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\uff1d1"])
def test_nothing_in_it_is_worked_out(tmp_path: Path, cell: str) -> None:
    written = write_table(tmp_path / "report.csv", [[cell]])

    with written.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [[f"'{cell}"]]


@pytest.mark.parametrize("rest", ["=1+1", ' "=1+1"', "\uff1d1", "-1"])
def test_nothing_in_it_is_worked_out_where_semicolons_part_cells(tmp_path: Path, rest: str) -> None:
    written = write_table(tmp_path / "report.csv", [["1", f"Larks;{rest}", "a; b", "1-1"]])

    with written.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["1", f"Larks;'{rest}", "a; b", "1-1"]]
