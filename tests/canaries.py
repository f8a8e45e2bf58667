"""Photo files with fourteen canaries, in every place where a file keeps more than its picture (R2).

Each canary lies where that kind of data lies in that format; where a format has no such place, in a block of
its own or behind the end, as a careless program would leave it.
"""

import struct
import zlib
from io import BytesIO

from PIL import ImageCms, PngImagePlugin, TiffImagePlugin

from smadmin.domain.photos.pictures import ImageFormat
from tests.pictures import HEIC, drawn

NAMES = (
    "place", "description", "user-comment", "maker-note", "thumbnail", "xmp", "depth-map", "iptc",
    "profile", "comment", "second-picture", "film", "private-block", "behind-the-end",
)  # fmt: skip
IN_EXIF = NAMES[:5]
_ASCII, _LONG, _UNDEFINED = 2, 4, 7
_ICC_HEAD = 128


def canary(name: str) -> bytes:
    """Give a canary's bytes: nothing like it is in any picture."""
    return f"CANARY-{name}-YRANAC".encode()


def left_in(file: bytes) -> list[str]:
    """Name the canaries that are in a file, plain or as Windows writes text."""
    return [
        name for name in NAMES if canary(name) in file or canary(name).decode().encode("utf-16-le") in file
    ]


def planted(image_format: ImageFormat) -> bytes:
    """Give a file of this format with all of them."""
    return _MAKERS[image_format]()


def _jpeg() -> bytes:
    plain = _saved("JPEG", icc_profile=_profile())
    second = plain[:2] + _segment(0xFE, canary("second-picture")) + plain[2:]
    segments = [
        _segment(0xE1, b"Exif\0\0" + _exif()),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _xmp("xmp")),
        _segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + bytes(40) + _xmp("depth-map")),
        _segment(0xED, b"Photoshop 3.0\0" + _iptc()),
        _segment(0xE2, b"MPF\0II*\0\x08\0\0\0\0\0"),
        _segment(0xEB, b"JP" + canary("private-block")),
        _segment(0xFE, canary("comment")),
    ]
    return plain[:2] + b"".join(segments) + plain[2:] + second + _film() + canary("behind-the-end")


def _png() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", canary("comment").decode())
    texts.add_text("Raw profile type iptc", canary("iptc").decode())
    texts.add_itxt("XML:com.adobe.xmp", _xmp("xmp", "depth-map").decode())
    plain = _saved("PNG", exif=_exif(), pnginfo=texts)
    blocks = _chunk(b"prVt", canary("private-block")) + _chunk(b"prVu", canary("profile"))
    whole = plain[:33] + blocks + plain[33:]
    return whole + canary("second-picture") + _film() + canary("behind-the-end")


def _webp() -> bytes:
    plain = _saved("WEBP", exif=_exif(), icc_profile=_profile(), xmp=_xmp("xmp", "depth-map"))
    blocks = b"".join(
        _riff(kind, canary(name))
        for kind, name in ((b"IPTC", "iptc"), (b"CMNT", "comment"), (b"PRIV", "private-block"))
    )
    whole = plain[:4] + struct.pack("<I", len(plain) - 8 + len(blocks)) + plain[8:] + blocks
    return whole + canary("second-picture") + _film() + canary("behind-the-end")


def _gif() -> bytes:
    plain = _saved("GIF", comment=canary("comment"))
    blocks = b"".join(
        b"\x21\xff\x0b" + kind + _sub_blocks(content) + b"\0"
        for kind, content in (
            (b"XMP DataXMP", _xmp("xmp", "depth-map")),
            (b"ICCRGBG1012", canary("profile")),
            (b"EXIFEXIF1.0", _exif()),
            (b"IPTCIPTC1.0", canary("iptc")),
            (b"PRIVPRIV1.0", canary("private-block")),
        )
    )
    whole = plain[:-1] + blocks + plain[-1:]
    return whole + canary("second-picture") + _film() + canary("behind-the-end")


def _tiff() -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[270], tags[315] = canary("description").decode(), canary("comment").decode()
    for tag, kind, content in (
        (700, 1, _xmp("xmp", "depth-map")),
        (33723, _UNDEFINED, canary("iptc")),
        (34675, _UNDEFINED, _profile()),
        (37500, _UNDEFINED, canary("maker-note")),
        (37510, _UNDEFINED, b"ASCII\0\0\0" + canary("user-comment")),
        (65000, _UNDEFINED, canary("private-block") + canary("place")),
        (65001, _UNDEFINED, canary("thumbnail")),
    ):
        tags.tagtype[tag] = kind
        tags[tag] = content
    return _saved("TIFF", tiffinfo=tags) + canary("second-picture") + _film() + canary("behind-the-end")


def _heif() -> bytes:
    return _with_boxes(HEIC.read_bytes())


def _avif() -> bytes:
    plain = _saved("AVIF", exif=_exif(), icc_profile=_profile(), xmp=_xmp("xmp", "depth-map"))
    return _with_boxes(plain)


def _with_boxes(file: bytes) -> bytes:
    """Put what the file has no place for into boxes of its own."""
    boxes = b"".join(_box(b"uuid", bytes(16) + canary(name)) for name in NAMES if name not in left_in(file))
    return file + boxes + _box(b"mpvd", _film()) + canary("behind-the-end")


_MAKERS = {
    ImageFormat.JPEG: _jpeg,
    ImageFormat.PNG: _png,
    ImageFormat.WEBP: _webp,
    ImageFormat.GIF: _gif,
    ImageFormat.TIFF: _tiff,
    ImageFormat.HEIF: _heif,
    ImageFormat.AVIF: _avif,
}


def _saved(name: str, **extras: object) -> bytes:
    file = BytesIO()
    drawn().save(file, name, **extras)
    return file.getvalue()


def _exif() -> bytes:
    """Make EXIF with a place, a maker's note and a thumbnail: little-endian, offsets by hand."""
    out = bytearray(b"II*\0" + struct.pack("<I", 8))
    thumbnail = b"\xff\xd8" + _segment(0xFE, canary("thumbnail")) + b"\xff\xd9"
    # IFD0: description, Exif IFD, GPS IFD; then the thumbnail's IFD
    directories: list[list[tuple[int, int, bytes | int]]] = [
        [(0x010E, _ASCII, canary("description")), (0x8769, _LONG, 2), (0x8825, _LONG, 3)],
        [(0x0201, _LONG, thumbnail), (0x0202, _LONG, len(thumbnail))],
        [(0x927C, _UNDEFINED, canary("maker-note")), (0x9286, _UNDEFINED, bytes(8) + canary("user-comment"))],
        [(0x0001, _ASCII, b"N\0"), (0x001B, _UNDEFINED, b"ASCII\0\0\0" + canary("place"))],
    ]
    starts, at = [], 8
    for entries in directories:
        starts.append(at)
        at += 2 + 12 * len(entries) + 4
    contents = bytearray()
    for number, entries in enumerate(directories):
        out += struct.pack("<H", len(entries))
        for tag, kind, value in entries:
            if isinstance(value, int):
                pointed = starts[value] if tag in {0x8769, 0x8825} else value
                out += struct.pack("<HHII", tag, kind, 1, pointed)
            elif len(value) <= 4:
                out += struct.pack("<HHI4s", tag, kind, len(value), value)
            else:
                count = 1 if kind == _LONG else len(value)
                out += struct.pack("<HHII", tag, kind, count, at + len(contents))
                contents += value
        out += struct.pack("<I", starts[1] if number == 0 else 0)
    return bytes(out + contents)


def _xmp(*names: str) -> bytes:
    inside = b"".join(canary(name) for name in names)
    return b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + inside + b"</x:xmpmeta>"


def _iptc() -> bytes:
    caption = b"\x1c\x02\x78" + struct.pack(">H", len(canary("iptc"))) + canary("iptc")
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(caption)) + caption


def _profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + canary("profile")
    return struct.pack(">I", len(profile)) + profile[4:]


def _film() -> bytes:
    return _box(b"ftyp", b"mp42" + bytes(4) + b"mp42") + _box(b"mdat", canary("film"))


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _riff(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _sub_blocks(content: bytes) -> bytes:
    parts = [content[at : at + 255] for at in range(0, len(content), 255)]
    return b"".join(bytes([len(part)]) + part for part in parts)
