"""A copy of a large file, made and blanked a piece at a time.

To copy 100 MB at once holds every other thread for a quarter of a second: the window would stand still.
"""

import time
from io import BytesIO

_PIECE = 1 << 20
_ZEROS = bytes(_PIECE)


def copied(content: bytes) -> BytesIO:
    """Copy bytes; `getbuffer` lets them be changed, `getvalue` gives them without copying them again."""
    copy, whole = BytesIO(), memoryview(content)
    for at in range(0, len(whole), _PIECE):
        copy.write(whole[at : at + _PIECE])
        time.sleep(0)
    return copy


def blank(copy: bytearray | memoryview, start: int, size: int) -> None:
    """Overwrite with zeros."""
    for at in range(start, start + size, _PIECE):
        end = min(at + _PIECE, start + size)
        copy[at:end] = _ZEROS[: end - at]
        time.sleep(0)
