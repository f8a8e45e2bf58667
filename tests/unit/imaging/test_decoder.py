"""Files become upright pixels, or a sentence; never anything else."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.imaging import decoder
from smadmin.imaging.border import Reason
from smadmin.imaging.workers import PhotoWorkers
from smadmin.jail.trade import Refusal
from tests.pictures import as_picture, drawn, stored, wide_profile, with_canaries

Pixels = NDArray[np.uint8]

LOSSLESS = (ImageFormat.PNG, ImageFormat.TIFF, ImageFormat.WEBP)
TURNS: dict[int, Callable[[Pixels], Pixels]] = {
    1: lambda array: array,
    2: np.fliplr,
    3: lambda array: np.rot90(array, 2),
    4: np.flipud,
    5: lambda array: np.swapaxes(array, 0, 1),
    6: lambda array: np.rot90(array, -1),
    7: lambda array: np.rot90(np.swapaxes(array, 0, 1), 2),
    8: np.rot90,
}
"""How a viewer turns what is stored, by EXIF orientation."""


def why(workers: PhotoWorkers, untrusted: bytes) -> str:
    with pytest.raises(PhotoUnreadable) as caught:
        workers.decode(untrusted)
    return caught.value.happened.id


def mean(picture: Picture) -> float:
    return float(np.frombuffer(picture.pixels, dtype=np.uint8).mean())


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("image_format", ImageFormat)
def test_each_allowed_format_opens(photo_workers: PhotoWorkers, image_format: ImageFormat) -> None:
    picture = photo_workers.decode(with_canaries(image_format))

    assert (picture.width, picture.height) == (96, 64)
    assert picture.facts is not None
    assert picture.facts.format is image_format


@pytest.mark.parametrize("image_format", LOSSLESS)
def test_lossless_files_keep_every_pixel(photo_workers: PhotoWorkers, image_format: ImageFormat) -> None:
    image = drawn()

    picture = photo_workers.decode(stored(image, image_format))

    assert picture.pixels == as_picture(image).pixels


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("image_format", LOSSLESS)
def test_pictures_come_upright(
    photo_workers: PhotoWorkers, image_format: ImageFormat, orientation: int
) -> None:
    image = drawn(6, 4)

    picture = photo_workers.decode(stored(image, image_format, orientation=orientation))

    expected = TURNS[orientation](np.asarray(image))
    assert (picture.height, picture.width) == expected.shape[:2]
    assert picture.pixels == expected.tobytes()


@pytest.mark.parametrize("image_format", [ImageFormat.JPEG, ImageFormat.AVIF])
def test_lossy_pictures_come_upright_too(photo_workers: PhotoWorkers, image_format: ImageFormat) -> None:
    image = Image.new("RGB", (64, 32), "blue")
    image.paste("red", (0, 0, 32, 32))

    picture = photo_workers.decode(stored(image, image_format, orientation=6))

    assert (picture.width, picture.height) == (32, 64)
    assert picture.pixels[0] > 200  # red is on top
    assert picture.pixels[-1] > 200  # blue below


def test_a_place_and_more_pictures_behind_are_reported(photo_workers: PhotoWorkers) -> None:
    told = photo_workers.decode(with_canaries(ImageFormat.JPEG)).facts
    plain = photo_workers.decode(stored(drawn(), ImageFormat.JPEG)).facts

    assert told is not None
    assert plain is not None
    assert (told.had_place, told.had_more) == (True, True)
    assert (plain.had_place, plain.had_more, plain.animated) == (False, False, False)


def test_of_an_animation_the_first_frame_is_kept(photo_workers: PhotoWorkers) -> None:
    file = BytesIO()
    first, second = drawn(seed=1).quantize(), drawn(seed=2).quantize()
    first.save(file, "GIF", save_all=True, append_images=[second])

    picture = photo_workers.decode(file.getvalue())

    assert picture.facts is not None
    assert picture.facts.animated
    assert picture.pixels == first.convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_every_kind_of_pixel_becomes_plain_colour(photo_workers: PhotoWorkers, mode: str) -> None:
    file = BytesIO()
    drawn().convert(mode).save(file, "TIFF" if mode == "CMYK" else "PNG")

    picture = photo_workers.decode(file.getvalue())

    assert mean(picture) == pytest.approx(np.asarray(drawn()).mean(), abs=25)


def test_sixteen_bits_a_pixel_are_scaled_not_cut(photo_workers: PhotoWorkers) -> None:
    file = BytesIO()
    Image.fromarray(np.full((4, 6), 128 * 257, dtype=np.uint16)).save(file, "PNG")

    assert photo_workers.decode(file.getvalue()).pixels == bytes([128]) * 72


def test_what_was_transparent_becomes_white(photo_workers: PhotoWorkers) -> None:
    file = BytesIO()
    Image.new("RGBA", (3, 2), (10, 20, 30, 0)).save(file, "PNG")

    assert photo_workers.decode(file.getvalue()).pixels == b"\xff" * 18


def test_a_preview_has_no_longer_side_than_asked(photo_workers: PhotoWorkers) -> None:
    picture = photo_workers.preview(stored(drawn(900, 600), ImageFormat.JPEG, orientation=6), longest_px=90)

    assert (picture.width, picture.height) == (60, 90)


def test_a_text_file_named_jpg_is_refused(photo_workers: PhotoWorkers) -> None:
    assert why(photo_workers, b"Dear parents,\nthis is no photo.\n") == "imaging.not-a-photo"


@pytest.mark.parametrize(
    "content", [b"", b"BM" + bytes(60), b"%!PS-Adobe-3.0 EPSF-3.0\n", b"8BPS" + bytes(40)]
)
def test_formats_that_are_not_on_the_list_are_refused(photo_workers: PhotoWorkers, content: bytes) -> None:
    assert why(photo_workers, content) == "imaging.not-a-photo"


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_that_ends_early_is_seen_as_far_as_it_goes_and_says_so(
    photo_workers: PhotoWorkers, progressive: bool
) -> None:
    file = BytesIO()
    drawn(400, 300).save(file, "JPEG", progressive=progressive)
    whole = file.getvalue()

    picture = photo_workers.decode(whole[: len(whole) * 3 // 4])

    assert (picture.width, picture.height) == (400, 300)
    assert picture.facts is not None
    assert [note.id for note in picture.facts.lacks] == ["imaging.cut-off"]
    assert picture.pixels[:300] == photo_workers.decode(whole).pixels[:300] or progressive


def test_a_jpeg_of_which_nothing_is_left_is_refused(photo_workers: PhotoWorkers) -> None:
    whole = stored(drawn(400, 300), ImageFormat.JPEG)

    assert why(photo_workers, whole[: whole.index(b"\xff\xda") + 14]) == "imaging.broken"


def test_wide_colours_become_plain_ones(photo_workers: PhotoWorkers) -> None:
    wide, plain = BytesIO(), BytesIO()
    half = Image.new("RGB", (40, 40), (200, 60, 60))
    half.save(wide, "PNG", icc_profile=wide_profile())
    half.save(plain, "PNG")

    red = photo_workers.decode(wide.getvalue()).pixels[:3]

    assert photo_workers.decode(plain.getvalue()).pixels[:3] == bytes((200, 60, 60))
    assert red[0] > 205  # the same red is farther out there
    assert red[1] < 55


def test_wide_colours_become_plain_ones_where_something_is_transparent_too(
    photo_workers: PhotoWorkers,
) -> None:
    opaque, see_through = BytesIO(), BytesIO()
    Image.new("RGB", (40, 40), (200, 60, 60)).save(opaque, "PNG", icc_profile=wide_profile())
    Image.new("RGBA", (40, 40), (200, 60, 60, 255)).save(see_through, "PNG", icc_profile=wide_profile())

    one, other = (photo_workers.decode(file.getvalue()).pixels[:3] for file in (opaque, see_through))

    assert one == other


@pytest.mark.parametrize("image_format", [ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.HEIF])
def test_half_a_photo_is_refused(photo_workers: PhotoWorkers, image_format: ImageFormat) -> None:
    whole = HALVES[image_format]()

    assert why(photo_workers, whole[: len(whole) // 2]) in {"imaging.broken", "imaging.not-a-photo"}


HALVES = {
    ImageFormat.PNG: lambda: stored(drawn(400, 300), ImageFormat.PNG),
    ImageFormat.WEBP: lambda: stored(drawn(400, 300), ImageFormat.WEBP),
    ImageFormat.HEIF: lambda: with_canaries(ImageFormat.HEIF),
}


@pytest.mark.parametrize("size", [(30_001, 10), (20_000, 20_000), (65_535, 65_535), (2**31 - 1, 2**31 - 1)])
def test_a_small_file_that_claims_a_huge_picture_is_refused(
    photo_workers: PhotoWorkers, size: tuple[int, int]
) -> None:
    assert why(photo_workers, png_that_claims(*size)) in {"imaging.too-large", "imaging.broken"}


def test_a_bad_photo_does_not_spoil_the_next(photo_workers: PhotoWorkers) -> None:
    why(photo_workers, png_that_claims(20_000, 20_000))

    assert isinstance(photo_workers.decode(stored(drawn(), ImageFormat.PNG)), Picture)


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_a_jpeg_in_any_order_of_inks_opens(photo_workers: PhotoWorkers, mode: str) -> None:
    file = BytesIO()
    drawn().convert(mode).save(file, "JPEG", progressive=True)

    assert mean(photo_workers.decode(file.getvalue())) == pytest.approx(np.asarray(drawn()).mean(), abs=25)


def test_a_wrong_ending_does_not_matter(photo_workers: PhotoWorkers) -> None:
    told = photo_workers.decode(with_canaries(ImageFormat.HEIF)).facts  # bytes alone: no name is asked

    assert told is not None
    assert told.format is ImageFormat.HEIF


def test_a_hundred_megapixels_are_refused_before_they_are_unpacked(photo_workers: PhotoWorkers) -> None:
    file = BytesIO()
    Image.new("1", (10_000, 10_000)).save(file, "PNG")

    assert why(photo_workers, file.getvalue()) == "imaging.too-large"


def test_without_its_plug_in_heic_is_refused_by_name_and_the_rest_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(decoder._ready, "formats", ("JPEG", "PNG"))

    with pytest.raises(Refusal) as raised:
        decoder.decode((0,), bytearray(with_canaries(ImageFormat.HEIF)))
    opened = decoder.decode((0,), bytearray(stored(drawn(), ImageFormat.PNG)))

    assert raised.value.code == Reason.NO_HEIC
    assert opened.numbers[2:] == (96, 64)
