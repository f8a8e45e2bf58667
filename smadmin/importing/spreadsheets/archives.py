"""ZIP archives of portraits, read piece by piece. Worker only.

The parent hands over the archive's end for its table of contents, then one slice for each file: an archive of
a gigabyte passes through a small worker, and nothing is ever written anywhere under a name from it.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from smadmin.importing.spreadsheets.border import MOST_ENTRIES, MOST_ENTRY_BYTES, MOST_NAME, Reason
from smadmin.jail.trade import Refusal

STORED, DEFLATED = 0, 8
_LOCAL = struct.Struct("<4s5HL2L2H")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED = 1


class _Tail(io.RawIOBase):
    """An archive of which only the last bytes are here; reading elsewhere gives nothing."""

    def __init__(self, whole: int, tail: bytes) -> None:
        self._whole, self._tail, self._at = whole, tail, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._whole}[whence]
        if base + offset < 0:
            raise OSError("before the beginning")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        start = self._at - (self._whole - len(self._tail))
        if start < 0:
            raise OSError("not here")
        piece = self._tail[start:] if size < 0 else self._tail[start : start + size]
        self._at += len(piece)
        return piece


def contents(whole: int, tail: bytes) -> Iterator[tuple[str, ...]]:
    """List the files of an archive: offset, packed and unpacked size, method, CRC, name."""
    try:
        with ZipFile(_Tail(whole, tail)) as archive:
            entries = archive.infolist()
    except (BadZipFile, LargeZipFile, OSError, RuntimeError, ValueError, struct.error) as error:
        raise Refusal(Reason.BROKEN) from error
    if len(entries) > MOST_ENTRIES:
        raise Refusal(Reason.TOO_LARGE)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refusal(Reason.LOCKED)
    for entry in entries:
        if _is_file(entry):
            numbers = (
                entry.header_offset,
                entry.compress_size,
                entry.file_size,
                entry.compress_type,
                entry.CRC,
            )
            yield (*map(str, numbers), entry.filename[:MOST_NAME])


def _is_file(entry: ZipInfo) -> bool:
    kept = 0 < entry.file_size <= MOST_ENTRY_BYTES and entry.compress_type in {STORED, DEFLATED}
    return kept and not entry.is_dir() and entry.filename.isprintable()


def unpack(method: int, size: int, crc: int, piece: bytes) -> bytes:
    """Give one file from the slice that begins with its local head.

    Raises:
        Refusal: if it isn't what the table of contents said, in size or sum.
    """
    if len(piece) < _LOCAL.size or not piece.startswith(_LOCAL_MARK) or not 0 < size <= MOST_ENTRY_BYTES:
        raise Refusal(Reason.BROKEN)
    *_, name, extra = _LOCAL.unpack_from(piece)
    packed = piece[_LOCAL.size + name + extra :]
    try:
        content = packed[:size] if method == STORED else zlib.decompressobj(-15).decompress(packed, size)
    except zlib.error as error:
        raise Refusal(Reason.BROKEN) from error
    if len(content) != size or zlib.crc32(content) != crc:
        raise Refusal(Reason.BROKEN)
    return content
