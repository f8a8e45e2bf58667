"""Excel and ODS workbooks: the values of the first sheet that holds any. Worker only.

Of a formula only the value that was saved with it is read; nothing is ever worked out. What has no
value says so.
"""

import datetime
from io import BytesIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from smadmin.importing.spreadsheets.border import MOST_COLUMNS, MOST_ROWS, Reason
from smadmin.importing.spreadsheets.delimited import Grid
from smadmin.importing.spreadsheets.unsaved import unsaved_cells
from smadmin.importing.spreadsheets.unsaved_xls import errors_in_xls
from smadmin.jail.trade import Refusal

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read_workbook(content: bytes) -> Grid:
    """Read the first visible sheet with something in it; rows keep the numbers that Excel shows."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        sheets = [sheet for name in shown if (sheet := book.get_sheet_by_name(name)).height]
    except PasswordError as error:
        raise Refusal(Reason.LOCKED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refusal(Reason.BROKEN) from error
    if not sheets:
        return Grid([])
    return Grid(_rows(sheets[0], content), further_sheets=len(sheets) - 1)


def _rows(sheet: CalamineSheet, content: bytes) -> list[list[str]]:
    if sheet.total_height > MOST_ROWS:
        raise Refusal(Reason.TOO_LARGE)
    above, left = sheet.start or (0, 0)
    rows = [[_text(cell) for cell in row[:MOST_COLUMNS]] for row in sheet.to_python(skip_empty_area=True)]
    rows = [[] for _ in range(above)] + rows
    if is_zipfile(BytesIO(content)):
        for cell in unsaved_cells(content, sheet.name):
            if cell.row < len(rows) and left <= cell.column < left + len(rows[cell.row]):
                rows[cell.row][cell.column - left] = cell.text
        return rows
    for cell in errors_in_xls(content):
        within = cell.row < len(rows) and left <= cell.column < left + len(rows[cell.row])
        if within and not rows[cell.row][cell.column - left]:
            rows[cell.row][cell.column - left] = cell.text
    return rows


def _text(cell: Cell) -> str:
    """Give a cell as people would type it; dates in ISO form, whole numbers without their zeros."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, datetime.date) else str(cell)


def is_workbook(content: bytes) -> bool:
    """Tell a workbook (ZIP with a sheet in it, or Excel's older form) from a text file."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return True
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError, RuntimeError, ValueError) as error:
        raise Refusal(Reason.BROKEN) from error
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise Refusal(Reason.UNKNOWN_KIND)
    return True
