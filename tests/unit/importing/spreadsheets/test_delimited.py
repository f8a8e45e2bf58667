"""Text lists in the encodings and with the delimiters that schools' systems use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.importing.spreadsheets.delimited import decoded, read_delimited

TEXT = "Number,Last,First\r\n1,García,María\r\n2,Ñandú,Zoë\r\n"
ROWS = [["Number", "Last", "First"], ["1", "García", "María"], ["2", "Ñandú", "Zoë"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same_cells(encoding: str, delimiter: str) -> None:
    content = TEXT.replace(",", delimiter).encode(encoding)

    assert read_delimited(content).rows == ROWS


def test_excels_own_hint_about_the_delimiter_is_followed_and_rows_keep_their_numbers() -> None:
    grid = read_delimited(b"sep=;\r\nLast;First\r\nAsh, Jr.;Ann\r\n")

    assert grid.rows == [[], ["Last", "First"], ["Ash, Jr.", "Ann"]]


def test_a_cell_over_several_lines_is_one_cell_and_later_rows_keep_their_numbers() -> None:
    grid = read_delimited(b'Last,Note\nAsh,"two\nlines"\nBay,x\n')

    assert grid.rows == [["Last", "Note"], ["Ash", "two\nlines"], [], ["Bay", "x"]]


def test_a_quotation_mark_that_is_never_closed_breaks_off_at_its_line() -> None:
    grid = read_delimited(b'Last,First\nAsh,Ann\nBay,"Ben\nCole,Cam\n')

    assert grid.broken_at == 3
    assert grid.rows == [["Last", "First"], ["Ash", "Ann"]]


def test_a_number_that_is_kept_from_excel_is_that_number() -> None:
    grid = read_delimited(b'Number,Last\n="00123",Ash\n"=""00124""",Bay\n="",=1+1\n')

    assert grid.rows[1:] == [["00123", "Ash"], ["00124", "Bay"], ["", "=1+1"]]


def test_commas_in_quoted_cells_dont_choose_the_delimiter() -> None:
    grid = read_delimited(b'"Ash, Ann, Lee";4b\n"Bay, Ben, Bo";4b\n')

    assert grid.rows[0] == ["Ash, Ann, Lee", "4b"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_ends_a_line(ending: str) -> None:
    assert len(read_delimited(TEXT.replace("\r\n", ending).encode()).rows) == 3


@given(st.binary(max_size=400))
def test_any_bytes_give_text_and_rows_without_an_error(content: bytes) -> None:
    assert isinstance(decoded(content), str)
    assert isinstance(read_delimited(content).rows, list)
