"""Where a list's titles stand, and which number a person sees beside a row."""

from smadmin.domain.enrolling.columns import is_known
from smadmin.domain.enrolling.tables import table_of


def test_titles_are_found_below_a_report_head() -> None:
    rows = [
        ["Lincoln Elementary", "", ""],
        [],
        ["Printed 11/20/2026"],
        ["Student Number", "LastFirst", "Gr"],
        ["7", "Ash, Ann", "4"],
    ]

    table = table_of(rows, is_known)

    assert table.titles == ("Student Number", "LastFirst", "Gr")
    assert [line.number for line in table.lines] == [5]
    assert table.lines[0].cells == ("7", "Ash, Ann", "4")


def test_without_a_known_title_the_first_line_is_the_head() -> None:
    table = table_of([["A", "B"], ["1", "2"]], is_known)

    assert table.titles == ("A", "B")
    assert len(table.lines) == 1


def test_empty_lines_are_left_out_and_numbers_stay() -> None:
    table = table_of([["First name", "Last name"], [], ["Ann", "Ash"], ["", ""], ["Ben", "Bay"]], is_known)

    assert [(line.number, line.cells[0]) for line in table.lines] == [(3, "Ann"), (5, "Ben")]


def test_a_short_row_has_empty_cells_and_a_long_one_gets_a_column_without_title() -> None:
    table = table_of([["First name", "Last name"], ["Ann"], ["Ben", "Bay", "4b"]], is_known)

    assert table.lines[0].cell(1) == ""
    assert table.titles == ("First name", "Last name", "")
    assert table.samples(2) == ("4b",)
    assert table.values(0) == ("Ann", "Ben")


def test_an_empty_file_is_an_empty_table() -> None:
    assert table_of([[], ["", " "]], is_known).titles == ()


def test_samples_are_different_and_few() -> None:
    rows = [["First name", "Last name"], *([name, "x"] for name in ("A", "A", "B", "C", "D"))]

    assert table_of(rows, is_known).samples(0) == ("A", "B", "C")
