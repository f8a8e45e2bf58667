"""Errors in a sheet of Excel's older form (.xls), wherever they lie in the file. Worker only.

The reader gives them as empty. Which sheet one is in isn't looked for: a place counts that the reader calls
empty, so that of several sheets one may say a doubt too many.
"""

import re
import struct
from collections.abc import Iterator

from smadmin.importing.spreadsheets.unsaved_cells import ERROR, Unsaved

_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a\x2b]"
_PLACE = rb"(.{4}).{2}"
_WRITTEN = rb"\x05\x02\x08\x00" + _PLACE + _CODES + rb"\x01"
_WORKED_OUT = rb"\x06\x00.{2}" + _PLACE + rb"\x02." + _CODES + rb".{3}\xff\xff"
_RECORD = re.compile(_WRITTEN + rb"|" + _WORKED_OUT, re.DOTALL)


def errors_in_xls(content: bytes) -> Iterator[Unsaved]:
    """Give the places of errors, typed or worked out."""
    for found in _RECORD.finditer(content):
        row, column = struct.unpack("<HH", found[1] or found[2])
        yield Unsaved(row, column, ERROR)
