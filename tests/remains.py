"""Looks through files for anything by which a picture could be recognised (R3)."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import Picture

_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM")
_BEFORE_BRAND = 4
_STRIP_PX = 12
_CHUNK = 48


def files_below(places: Iterable[Path]) -> dict[Path, bytes]:
    """Read every file below some folders."""
    return {path: path.read_bytes() for place in places for path in place.rglob("*") if path.is_file()}


def images_in(content: bytes) -> list[str]:
    """Name the pictures that open at any place of a file."""
    return [kind for at in _places(content) if (kind := _opened(content[at:]))]


def strips_of(picture: Picture, box: Box) -> dict[str, bytes]:
    """Give parts of a face as raw pixels lie in memory: as ours, as Qt's, each colour by itself."""
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(picture.height, picture.width, 3)
    strips: dict[str, bytes] = {}
    for number, share in enumerate((0.3, 0.45, 0.6, 0.75)):
        row = box.top + round(box.height * share)
        left = box.left + (box.width - _STRIP_PX) // 2
        strip = pixels[row, left : left + _STRIP_PX]
        opaque = np.full((len(strip), 1), 255, dtype=np.uint8)
        strips |= {
            f"rgb {number}": strip.tobytes(),
            f"bgra {number}": np.hstack([strip[:, ::-1], opaque]).tobytes(),
            f"green {number}": strip[:, 1].tobytes(),
        }
    return {name: strip for name, strip in strips.items() if len(set(strip)) > 3}


def chunks_of(file: bytes) -> dict[str, bytes]:
    """Give parts of a file, from all over it."""
    step = max(1, len(file) // 40)
    return {f"file {at}": file[at : at + _CHUNK] for at in range(0, len(file) - _CHUNK, step)}


def _places(content: bytes) -> Iterator[int]:
    for start in _STARTS:
        at = content.find(start)
        while at >= 0:
            yield at
            at = content.find(start, at + 1)
    at = content.find(b"ftyp")
    while at >= 0:
        yield max(0, at - _BEFORE_BRAND)
        at = content.find(b"ftyp", at + 1)


def _opened(content: bytes) -> str:
    try:
        with Image.open(BytesIO(content)) as image:
            image.load()
            return f"{image.format} {image.size}"
    except Exception:  # noqa: BLE001  whatever doesn't open is no picture
        return ""
