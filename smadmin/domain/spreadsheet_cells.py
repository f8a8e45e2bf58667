"""Cells of a table that a spreadsheet opens: none of them is ever worked out as a formula.

Excel, LibreOffice and Google Sheets take a cell that begins so for a formula, also from a CSV file. An
apostrophe before it makes it text; `plain_cell` takes that apostrophe away again, so that what is read back
is what was written.
"""

import re

_WORKED_OUT = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
_PARTED = re.compile(r"""([;|])(?=[\s"']*[-=+@\uff1d\uff0b\uff0d\uff20])""")


def harmless_cell(cell: str) -> str:
    """Give a cell that no spreadsheet works out."""
    return f"'{cell}" if _would_be_worked_out(cell) else cell


def harmless_parts(cell: str) -> str:
    """Give a cell of which no part is worked out either, where something else than a comma parts cells.

    A Spanish Excel parts them by semicolons, whatever stands in quotation marks; this isn't taken away again.
    """
    return _PARTED.sub(r"\1'", cell)


def plain_cell(cell: str) -> str:
    """Give what `harmless_cell` was given."""
    return cell[1:] if cell.startswith("'") and _would_be_worked_out(cell[1:]) else cell


def _would_be_worked_out(cell: str) -> bool:
    # One that began with an apostrophe before a sign gets another, or it would lose its own when read back.
    return cell.startswith(_WORKED_OUT) or cell.strip().lstrip("'").startswith(_WORKED_OUT)
