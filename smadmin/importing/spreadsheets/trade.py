"""The trade of the process that opens lists and archives nobody vouches for.

What is needed later is imported in `prepare`: behind the fences nothing can be opened.
"""

from collections.abc import Mapping, Sequence

from smadmin.importing.spreadsheets import archives, delimited, workbooks
from smadmin.importing.spreadsheets.border import Reason, Verb, packed
from smadmin.jail.trade import Job, Refusal, Reply


def prepare() -> Mapping[int, Job]:
    """Load what reads and give the verbs."""
    import importlib  # noqa: PLC0415 - needed once, before the fences

    # calamine asks for datetime when it meets the first date; codecs are looked up by name.
    for needed in ("datetime", "_strptime", "encodings.utf_16", "encodings.utf_16_le", "encodings.utf_16_be"):
        importlib.import_module(needed)
    for needed in ("encodings.cp1252", "encodings.cp437", "encodings.utf_8_sig"):
        importlib.import_module(needed)
    for name in ("utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437", "utf-8-sig"):
        b"".decode(name)
    return {Verb.GRID: grid, Verb.CONTENTS: contents, Verb.ENTRY: entry}


def grid(_numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the cells of a list."""
    content = bytes(body)
    if not content.strip():
        raise Refusal(Reason.BROKEN)
    found = (
        workbooks.read_workbook(content)
        if workbooks.is_workbook(content)
        else delimited.read_delimited(content)
    )
    return Reply((len(found.rows), found.further_sheets, found.broken_at), packed(found.rows))


def contents(numbers: Sequence[int], body: bytearray) -> Reply:
    """List the files of an archive from its end."""
    listed = list(archives.contents(numbers[0], bytes(body)))
    return Reply((len(listed),), packed(listed))


def entry(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give one file of an archive."""
    method, size, crc = numbers
    return Reply((), archives.unpack(method, size, crc, bytes(body)))
