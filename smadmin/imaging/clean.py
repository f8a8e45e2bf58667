"""Whether a new file holds pixels and nothing else: every segment or chunk is on a short list.

The encoder rebuilds files from pixels; this looks at the result once more before it is written anywhere.
"""

import struct

from smadmin.domain.photos.pictures import ImageFormat

_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_JPEG_ALLOWED = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, _SCAN, 0xE0})
"""Frames, tables, restart interval, scan, and the JFIF head without a thumbnail."""
_JFIF = 0xE0
_JFIF_BYTES = 16
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_ALLOWED = frozenset({b"IHDR", b"IDAT", b"IEND"})
_PNG_FRAME_BYTES = 12


def is_clean(file: bytes, image_format: ImageFormat) -> bool:
    """Tell whether a JPEG or PNG file holds pixels only and ends where they end."""
    return _clean_png(file) if image_format is ImageFormat.PNG else _clean_jpeg(file)


def _clean_jpeg(file: bytes) -> bool:
    if not (file.startswith(_JPEG_START) and file.endswith(_JPEG_END)):
        return False
    at = 2
    while at + 4 <= len(file) and file[at] == 0xFF:  # noqa: PLR2004 - a marker's first byte
        marker = file[at + 1]
        length = int.from_bytes(file[at + 2 : at + 4])
        if marker not in _JPEG_ALLOWED or (marker == _JFIF and length != _JFIF_BYTES):
            return False
        at += 2 + length
        if marker == _SCAN:
            at = _end_of_scan(file, at)
            if file[at:] == _JPEG_END:
                return True
    return False


def _end_of_scan(file: bytes, at: int) -> int:
    """Give where the next real marker stands; 0xFF00 is data and 0xFFD0 to 0xFFD7 are restarts."""
    while (at := file.find(b"\xff", at)) >= 0:
        if at + 1 < len(file) and (file[at + 1] == 0 or file[at + 1] in range(0xD0, 0xD8)):
            at += 2
        else:
            return at
    return len(file)


def _clean_png(file: bytes) -> bool:
    if not file.startswith(_PNG_START):
        return False
    at = len(_PNG_START)
    while at + _PNG_FRAME_BYTES <= len(file):
        length, kind = struct.unpack_from(">I4s", file, at)
        if kind not in _PNG_ALLOWED:
            return False
        at += _PNG_FRAME_BYTES + length
        if kind == b"IEND":
            return bool(at == len(file))
    return False
