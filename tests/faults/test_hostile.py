"""Files that somebody made to do harm, or that went wrong: each is said in a sentence, the others go on."""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.workers import DECODER_LIMITS, PhotoWorkers
from smadmin.language.catalogue import Catalogue
from smadmin.services.photos.folders import Copies, PhotoFolders, SeenPhoto
from tests.canaries import planted
from tests.pictures import drawn, stored

GOOD = ("a-first.jpg", "z-last.jpg")


@pytest.fixture
def workers() -> Iterator[PhotoWorkers]:
    with PhotoWorkers.open(at_once=2) as workers:
        yield workers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two good photos; what goes wrong lies between them."""
    folder = tmp_path / "camera"
    folder.mkdir()
    for number, name in enumerate(GOOD):
        (folder / name).write_bytes(stored(drawn(seed=number), ImageFormat.JPEG))
    return folder


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_bomb() -> bytes:
    """Give a small file that is a gigabyte when it is unpacked."""
    head = struct.pack(">IIBBBBB", 30_000, 12_000, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(50_000_000), 9) * 2
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """Give a PNG whose text is 200 MB when it is unpacked."""
    plain = stored(drawn(), ImageFormat.PNG)
    text = b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)
    return plain[:33] + chunk(b"zTXt", text) + plain[33:]


def gif_of_many_frames() -> bytes:
    file = BytesIO()
    frames = [drawn(20, 20, seed).quantize(16) for seed in range(200)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


def tiff_that_points_at_itself() -> bytes:
    """Give a TIFF whose directory follows itself for ever."""
    plain = bytearray(stored(drawn(), ImageFormat.TIFF))
    at = struct.unpack_from("<I", plain, 4)[0]
    count = struct.unpack_from("<H", plain, at)[0]
    struct.pack_into("<I", plain, at + 2 + 12 * count, at)
    return bytes(plain)


def scans_without_end() -> bytes:
    """Give a progressive JPEG with thousands of scans."""
    file = BytesIO()
    Image.new("L", (3000, 3000), 90).save(file, "JPEG", progressive=True)
    plain = file.getvalue()
    scan = plain.rindex(b"\xff\xda")
    return plain[:-2] + plain[scan:-2] * 3000 + plain[-2:]


REFUSED: dict[str, Callable[[], bytes]] = {
    "nothing.jpg": bytes,
    "one-byte.jpg": lambda: b"\xff",
    "letter.jpg": lambda: b"Dear parents,\nthis is no photo.\n",
    "page.jpg": lambda: b"<html><script>alert(1)</script></html>",
    "drawing.jpg": lambda: (
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"
    ),
    "script.jpg": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "program.jpg": lambda: b"MZ" + bytes(100),
    "archive.jpg": lambda: b"PK\x03\x04" + bytes(100),
    "old.jpg": lambda: b"BM" + bytes(60),
    "bomb.png": png_bomb,
    "half.png": lambda: stored(drawn(300, 300), ImageFormat.PNG)[:20_000],
    "half.webp": lambda: stored(drawn(300, 300), ImageFormat.WEBP)[:9000],
    "half.heic": lambda: planted(ImageFormat.HEIF)[:600],
}
OPENED: dict[str, Callable[[], bytes]] = {
    "is-a-png.jpg": lambda: stored(drawn(), ImageFormat.PNG),
    "is-a-heic.png": lambda: planted(ImageFormat.HEIF),
    "photo-and-archive.jpg": lambda: stored(drawn(), ImageFormat.JPEG) + b"PK\x03\x04" + bytes(200),
    "photo-and-page.gif": lambda: stored(drawn(), ImageFormat.GIF) + b"<script>alert(1)</script>",
    "many-frames.gif": gif_of_many_frames,
}
EITHER: dict[str, Callable[[], bytes]] = {
    "text-bomb.png": text_bomb,
    "in-circles.tiff": tiff_that_points_at_itself,
    "scans.jpg": scans_without_end,
}
"""Whether these open is the library's affair; that it ends in time and memory is ours."""


def looked_through(workers: PhotoWorkers, folder: Path, out: Path) -> dict[str, SeenPhoto]:
    folders = PhotoFolders(workers, at_once=2)
    return {seen.path.name: seen for seen in folders.clean(folders.photos([folder]), Copies(out))}


@pytest.mark.parametrize("name", [*REFUSED, *OPENED, *EITHER])
def test_a_bad_file_is_said_and_the_others_go_on(
    workers: PhotoWorkers, folder: Path, tmp_path: Path, name: str
) -> None:
    content = (REFUSED | OPENED | EITHER)[name]()
    (folder / name).write_bytes(content)

    seen = looked_through(workers, folder, tmp_path / "out")

    assert [seen[good].error for good in GOOD] == [None, None]
    assert seen[name].seconds < 2 * DECODER_LIMITS.wall_s
    error = seen[name].error
    if name in REFUSED:
        assert error is not None
        assert Catalogue.load("en").word(error).endswith(".")
    elif name in OPENED:
        assert error is None
    written = [path.read_bytes() for path in (tmp_path / "out").iterdir()]
    assert len(written) == 2 + (error is None)
    assert not [file for file in written if b"script" in file or b"PK\x03\x04" in file]


def test_a_folder_named_like_a_photo_is_looked_into(
    workers: PhotoWorkers, folder: Path, tmp_path: Path
) -> None:
    (folder / "photo.jpg").mkdir()
    (folder / "photo.jpg" / "inside.jpg").write_bytes(stored(drawn(), ImageFormat.JPEG))

    seen = looked_through(workers, folder, tmp_path / "out")

    assert {name: photo.error for name, photo in seen.items()} == dict.fromkeys((*GOOD, "inside.jpg"))


def test_files_that_vanish_meanwhile_are_said(workers: PhotoWorkers, folder: Path, tmp_path: Path) -> None:
    for number in range(6):
        (folder / f"m-{number}.jpg").write_bytes(stored(drawn(seed=number), ImageFormat.JPEG))
    folders = PhotoFolders(workers)
    seen = []

    for photo in folders.clean(folders.photos([folder]), Copies(tmp_path / "out")):
        seen.append(photo)
        (folder / "m-5.jpg").unlink(missing_ok=True)

    errors = {photo.path.name: photo.error for photo in seen}
    gone = errors.pop("m-5.jpg")
    assert gone is not None
    assert gone.id == "imaging.unreadable"
    assert set(errors.values()) == {None}


def test_a_share_that_is_gone_is_said(workers: PhotoWorkers, folder: Path, tmp_path: Path) -> None:
    folders = PhotoFolders(workers)
    photos = folders.photos([folder])
    folder.rename(tmp_path / "elsewhere")

    seen = list(folders.clean(photos, Copies(tmp_path / "out")))

    assert [photo.error and photo.error.id for photo in seen] == ["imaging.unreadable"] * 2
