"""How wide and how high a picture is, from the first bytes of its file: nothing of it is opened."""

_MARK = 0xFF
"""Before the name of each part of a JPEG; more of them may fill the space."""
_STARTS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The second byte of a JPEG's part that says its size, for each way of packing."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Of parts without a length."""


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Give width and height in pixels of a JPEG or PNG; None for another file."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return _known(int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
    return _of_jpeg(content) if content.startswith(b"\xff\xd8") else None


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == _MARK:
        part = content[at + 1]
        if part in _STARTS:
            high, wide = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return _known(int.from_bytes(wide, "big"), int.from_bytes(high, "big"))
        filled = part == _MARK
        at += 1 if filled else 2
        if not filled and part not in _ALONE:
            at += max(2, int.from_bytes(content[at : at + 2], "big"))
    return None


def _known(wide: int, high: int) -> tuple[int, int] | None:
    return (wide, high) if wide and high else None
