"""Pictures for tests: drawn here, stored in each format, with hidden data wherever there is room for it."""

import json
import struct
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, PngImagePlugin

from smadmin.domain.photos.pictures import ImageFormat, Picture

CANARY = b"CANARY"
HEIC = Path(__file__).parent / "unit" / "imaging" / "sample.heic"
"""96 x 64: red, a yellow disc, blue; drawn and stored once, with canaries in EXIF, place and XMP."""
PHOTOS = Path(__file__).resolve().parents[2] / "shared" / "photos"
"""Real photos, where this checkout has them beside it."""
ORIENTATION, MAKER, DESCRIPTION, COMMENT, PLACE = 0x0112, 0x010F, 0x010E, 0x9286, 0x8825


def drawn(width: int = 96, height: int = 64, seed: int = 7) -> Image.Image:
    """Draw smooth colours that no two seeds share."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 255, (4, 6, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)


def as_picture(image: Image.Image) -> Picture:
    """Give Pillow's picture as ours."""
    return Picture(image.width, image.height, image.convert("RGB").tobytes())


def stored(image: Image.Image, image_format: ImageFormat, *, orientation: int = 1) -> bytes:
    """Store without loss where the format can, with an orientation in its metadata."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = BytesIO()
    lossless = {"lossless": True} if image_format is ImageFormat.WEBP else {}
    image.save(file, image_format.value, exif=exif.tobytes(), **lossless)
    return file.getvalue()


def with_canaries(image_format: ImageFormat) -> bytes:
    """Store a picture with hidden data wherever this format takes any."""
    if image_format is ImageFormat.HEIF:
        return HEIC.read_bytes()
    extras: dict[str, object] = {
        "exif": _exif().tobytes(),
        "icc_profile": _profile(),
        "xmp": b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>CANARY-xmp</x:xmpmeta>",
    }
    if image_format in {ImageFormat.JPEG, ImageFormat.GIF}:
        extras["comment"] = b"CANARY-comment"
    if image_format is ImageFormat.PNG:
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Author", "CANARY-text")
        texts.add_itxt("Title", "CANARY-itxt")
        extras["pnginfo"] = texts
    file = BytesIO()
    drawn().save(file, image_format.value, **extras)
    content = file.getvalue()
    if image_format is ImageFormat.JPEG:
        photoshop = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0fCANARY-iptc\0\0\0\0"
        content = content[:2] + _segment(0xED, photoshop) + _segment(0xE2, b"MPF\0CANARY-mpf") + content[2:]
    return content + b"ftypmp42CANARY-trailer"


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[MAKER] = "CANARY-maker"
    exif[DESCRIPTION] = "CANARY-description"
    exif.get_ifd(0x8769)[COMMENT] = b"ASCII\0\0\0CANARY-user-comment"
    exif.get_ifd(PLACE).update({1: "N", 2: (39.0, 17.0, 0.0), 29: "CANARY-date"})
    return exif


def wide_profile() -> bytes:
    """Give a profile with the primaries of Display P3, as phones store it, and a gamma of 2.2."""
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2920, 0.6922, 0.0419),
        b"bXYZ": (0.1571, 0.0666, 0.7841),
    }
    described = b"desc" + bytes(4) + struct.pack(">I", 3) + b"P3\0" + bytes(78)
    tags = {name: b"XYZ " + bytes(4) + _fixed(*numbers) for name, numbers in primaries.items()}
    tags |= {
        name: b"curv" + bytes(4) + struct.pack(">IH", 1, 563) + bytes(2)
        for name in (b"rTRC", b"gTRC", b"bTRC")
    }
    tags |= {
        b"wtpt": b"XYZ " + bytes(4) + _fixed(0.9642, 1.0, 0.8249),
        b"desc": described + bytes(-len(described) % 4),
    }
    table, contents, at = b"", b"", 132 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", at + len(contents), len(content))
        contents += content
    head = (
        struct.pack(">I4sI4s4s4s", 0, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ") + bytes(12) + b"acsp"
    )
    head = (head + bytes(28) + _fixed(0.9642, 1.0, 0.8249)).ljust(128, b"\0")
    whole = head + struct.pack(">I", len(tags)) + table + contents
    return struct.pack(">I", len(whole)) + whole[4:]


def _fixed(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + b"CANARY-profile"


@cache
def labels() -> dict[str, dict[str, object]]:
    """Give what is known about the real photos."""
    known: dict[str, dict[str, object]] = json.loads((PHOTOS / "labels.json").read_text("utf-8"))
    return known
