"""No cell of an exported table is ever worked out, and each reads back as it was."""

import csv
import io

import pytest

from smadmin.domain.spreadsheet_cells import harmless_cell, plain_cell


@pytest.mark.demand("WIC-P5")
@pytest.mark.parametrize(
    "cell", ["=1+1", "+1 505", "-1", "@x", "\t=1", "\tx", "\r=", " =1", "'=1", "\uff1d1"]
)
def test_what_would_be_worked_out_is_made_text_and_reads_back_equal(cell: str) -> None:
    written = io.StringIO()
    csv.writer(written).writerow([harmless_cell(cell)])

    (read,) = next(csv.reader(io.StringIO(written.getvalue(), newline="")))

    assert read.startswith("'")
    assert plain_cell(read) == cell


@pytest.mark.parametrize("cell", ["", "Lincoln", "a=b", "'quoted'", "505 555-0100", "O'Brien"])
def test_what_is_harmless_stays_as_it_is(cell: str) -> None:
    assert harmless_cell(cell) == cell
    assert plain_cell(cell) == cell
