"""Excel workbooks: values only, the first sheet that shows anything, rows by the numbers Excel shows."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from smadmin.importing.spreadsheets.border import Reason
from smadmin.importing.spreadsheets.workbooks import is_workbook, read_workbook
from smadmin.jail.trade import Refusal
from tests.unit.importing.spreadsheets.lists import archive, open_document, workbook
from tests.unit.importing.spreadsheets.older import older_workbook


def test_the_cells_of_the_first_sheet_are_read() -> None:
    grid = read_workbook(workbook([["Number", "Last"], ["123", "García"]]))

    assert grid.rows == [["Number", "Last"], ["123", "García"]]
    assert (grid.further_sheets, grid.broken_at) == (0, 0)


def test_of_a_formula_only_the_saved_value_is_read() -> None:
    grid = read_workbook(workbook([["Last"], ["=1+1"], ['=HYPERLINK("http://x")']]))

    assert grid.rows == [["Last"], ["2"], ["2"]]


def test_what_could_not_be_worked_out_is_not_taken_for_an_empty_cell() -> None:
    sheet = [["", "Last", "Opted out"], ["", "Ash", "#N/A"], ["", "Bay", "==A2&B2"], ["", "Cole", "=1+1"]]

    grid = read_workbook(workbook([["secret"]], sheet, hidden=[0]))

    assert [row[-1] for row in grid.rows] == ["Opted out", "#N/A", "=A2&B2", "2"]


def test_cells_that_do_not_say_their_place_are_counted() -> None:
    with ZipFile(
        BytesIO(workbook([["", "Last", "Opted out"], ["", "Ash", "#N/A"], ["", "Bay", "==A2"]]))
    ) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb' r="[A-Z]*\d+"', b"", parts[sheet])

    grid = read_workbook(archive(parts))

    assert [row[-1] for row in grid.rows] == ["Opted out", "#N/A", "=A2"]


def test_an_error_in_an_open_document_is_not_taken_for_an_empty_cell() -> None:
    def text(said: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{said}</text:p></table:table-cell>'

    def formula(rest: str, shown: str) -> str:
        told = f'table:formula="of:=A1&amp;B1" {rest}'
        return f"<table:table-cell {told}><text:p>{shown}</text:p></table:table-cell>"

    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    empty = 'office:value-type="string" office:string-value=""'
    zero = 'office:value-type="float" office:value="0" calcext:value-type="error"'
    cells = [
        text("Opted out"),
        formula(f'{empty} calcext:value-type="error"', "#N/A"),
        formula(zero, "Err:502"),
        formula(empty, "#NAME?"),
        formula("", ""),
        formula(empty, ""),
    ]
    rows = [f"<table:table-row>{gap}{text('Ash')}{cell}</table:table-row>" for cell in cells]
    above = f'<table:table-row table:number-rows-repeated="3">{gap}</table:table-row>'

    grid = read_workbook(open_document(above, *rows))

    told = ["Opted out", "#N/A", "#ERROR!", "#NAME?", "=A1&B1", ""]
    assert grid.rows == [[], [], [], *(["Ash", cell] for cell in told)]


def test_an_error_in_an_older_workbook_is_not_taken_for_an_empty_cell() -> None:
    rows = [["Last", "Opted out"], ["Ash", "#N/A"], ["Bay", "=#REF!"], ["Cole", "yes"]]

    grid = read_workbook(older_workbook(rows))

    assert [row[-1] for row in grid.rows] == ["Opted out", "#ERROR!", "#ERROR!", "yes"]


def test_hidden_and_empty_sheets_are_passed_over_and_further_ones_are_counted() -> None:
    grid = read_workbook(workbook([["secret"]], [], [["Last"]], [["more"]], hidden=[0]))

    assert grid.rows == [["Last"]]
    assert grid.further_sheets == 1


def test_rows_keep_the_numbers_that_excel_shows() -> None:
    grid = read_workbook(workbook([["Last"], ["Ash"]], first_row=4))

    assert grid.rows == [[], [], [], ["Last"], ["Ash"]]


def test_a_workbook_is_told_from_text_and_from_another_archive() -> None:
    assert is_workbook(workbook([["Last"]]))
    assert not is_workbook(b"Last,First\n")
    with pytest.raises(Refusal) as refused:
        is_workbook(archive({"a.jpg": b"x"}))
    assert refused.value.code == Reason.UNKNOWN_KIND


@pytest.mark.parametrize("content", [b"PK\x03\x04 and nothing else", b"PK\x03\x04"])
def test_a_damaged_archive_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        is_workbook(content)

    assert refused.value.code == Reason.BROKEN


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0" + b"0" * 600, workbook([["Last"]])[:300]])
def test_a_damaged_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_workbook(content)

    assert refused.value.code == Reason.BROKEN
