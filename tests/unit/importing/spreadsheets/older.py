"""Makes the smallest workbook of Excel's older form (.xls) that the reader takes."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST_STREAM = 4096
_ERRORS = {"#N/A": 0x2A, "#REF!": 0x17}


def older_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Make it of texts; a cell that begins with `#` is an error, with `=#` one that a formula gave."""
    cells = b"".join(_cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text)
    width = max(map(len, rows))
    size = _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    sheet = _begin(0x10) + size + cells + _record(0x0A, b"")
    listed = _listed(len(_listed(0)))
    return _as_file((listed + sheet).ljust(_LEAST_STREAM, b"\0"))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0x600))


def _listed(sheet_at: int) -> bytes:
    sheet = struct.pack("<IBBBB", sheet_at, 0, 0, 1, 0) + b"S"
    return _begin(5) + _record(0x42, struct.pack("<H", 1200)) + _record(0x85, sheet) + _record(0x0A, b"")


def _cell(row: int, column: int, text: str) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if text.startswith("=#"):
        given = bytes([2, 0, _ERRORS[text[1:]], 0, 0, 0, 0xFF, 0xFF])
        return _record(0x06, place + given + struct.pack("<HIH", 0, 0, 2) + b"\x1c\x2a")
    if text.startswith("#"):
        return _record(0x205, place + bytes([_ERRORS[text], 1]))
    return _record(0x204, place + struct.pack("<HB", len(text), 0) + text.encode("latin-1"))


def _as_file(stream: bytes) -> bytes:
    sectors = len(stream) // _SECTOR
    assert sectors * _SECTOR == len(stream)
    ids = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<9I", 0, 1, 1, 0, _LEAST_STREAM, _END, 0, _END, 0)
    head = ids + bytes(6) + places + struct.pack("<I", 0) + b"\xff" * (108 * 4)
    follows = [_TABLE, _END, *range(3, 2 + sectors), _END]
    table = struct.pack("<128I", *follows, *[_FREE] * (128 - len(follows)))
    inside = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return head + table + inside.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = f"{name}\0".encode("utf-16le")
    about = struct.pack("<HBBIII", len(written), kind, 1, _FREE, _FREE, child)
    return written.ljust(64, b"\0") + about + bytes(36) + struct.pack("<IQ", start, size)
