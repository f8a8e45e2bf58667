"""The decoder's trade: opens files that nobody vouches for. Runs in a jailed process only.

Everything Pillow may want later is imported in `prepare`, because behind the fences nothing can be opened.
"""

import struct
import warnings
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.border import FORMATS, LONGEST_PX, MOST_PIXELS, DecoderVerb, Fact, Reason
from smadmin.jail.memory import keep_freed
from smadmin.jail.trade import Job, Refusal, Reply

_NAMES = {
    "JPEG": ImageFormat.JPEG,
    "MPO": ImageFormat.JPEG,  # a JPEG with further JPEGs behind it
    "PNG": ImageFormat.PNG,
    "WEBP": ImageFormat.WEBP,
    "GIF": ImageFormat.GIF,
    "TIFF": ImageFormat.TIFF,
    "HEIF": ImageFormat.HEIF,
    "AVIF": ImageFormat.AVIF,
}
_PLUGINS = ("Jpeg", "Mpo", "Png", "WebP", "Gif", "Tiff", "Avif")
_ORIENTATION, _PLACE, _THUMBNAIL = 0x0112, 0x8825, 1
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow and its plug-ins were seen to raise on broken files."""
_WHITE = (255, 255, 255)
_MOVING_PICTURES = (b"ftypmp4", b"ftypisom", b"ftypqt", b"ftypM4V", b"MotionPhoto")
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_SAMPLES = 64
_SAMPLED, _EMPTY = 64, 0.9
"""A file that ends early is refused where so much of the picture is one colour."""
_HIGH_DEPTH = 255 / 65535

_ready: dict[str, tuple[str, ...]] = {}
_srgb = ImageCms.createProfile("sRGB")


def prepare() -> Mapping[int, Job]:
    """Load the plug-ins and give the verbs."""
    keep_freed()
    import importlib  # noqa: PLC0415 - needed once, before the fences

    for plugin in _PLUGINS:
        importlib.import_module(f"PIL.{plugin}ImagePlugin")
    with suppress(ImportError):  # no wheel for this computer: HEIC is refused in words, the rest opens
        importlib.import_module("pi_heif").register_heif_opener(thumbnails=False)
    importlib.import_module("encodings.utf_16")  # EXIF text
    Image.init()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    _ready["formats"] = tuple(name for name in _NAMES if name in Image.OPEN)
    return {DecoderVerb.DECODE: decode}


def decode(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the upright pixels of a file; `numbers` holds the longest side wanted, or 0 for all there is."""
    longest_px = numbers[0]
    try:
        image = Image.open(BytesIO(body), formats=_ready["formats"])
    except UnidentifiedImageError as error:
        raise Refusal(Reason.NO_HEIC if _is_heic(body) else Reason.NOT_A_PHOTO) from error
    except Image.DecompressionBombError as error:
        raise Refusal(Reason.TOO_LARGE) from error
    except _BROKEN as error:
        raise Refusal(Reason.BROKEN) from error
    if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_PX:
        raise Refusal(Reason.TOO_LARGE)
    image_format = FORMATS.index(_NAMES[str(image.format)])
    try:
        facts = _facts(image, body)
        pixels, more = _seen(image, body, longest_px)
        turn = _TURNS.get(_orientation(image))  # asked after loading: Pillow turns TIFF by itself then
    except Image.DecompressionBombError as error:
        raise Refusal(Reason.TOO_LARGE) from error
    except _BROKEN as error:
        raise Refusal(Reason.BROKEN) from error
    if turn is not None:
        pixels = pixels.transpose(turn)
    return Reply((image_format, facts | more, pixels.width, pixels.height), pixels.tobytes())


def _is_heic(body: bytearray) -> bool:
    """Tell whether a file nothing here opens is a phone's HEIC, because its plug-in is missing."""
    return "HEIF" not in _ready["formats"] and body[4:8] == b"ftyp" and bytes(body[8:12]) in _HEIC_BRANDS


def _seen(image: Image.Image, body: bytearray, longest_px: int) -> tuple[Image.Image, int]:
    """Give the pixels, and whether they are all there: what is missing of a JPEG is grey.

    Raises:
        OSError: if nothing is to be seen.
    """
    try:
        return _pixels(image, longest_px), 0
    except OSError:
        if image.format not in {"JPEG", "MPO"}:
            raise
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        with Image.open(BytesIO(body), formats=("JPEG",)) as cut:
            pixels = _pixels(cut, longest_px)
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
    looked_at = pixels.resize((_SAMPLED, _SAMPLED), Image.Resampling.NEAREST).quantize(256)
    if max(count for count, _ in looked_at.getcolors() or ()) > _SAMPLED * _SAMPLED * _EMPTY:
        raise OSError("hardly a pixel came of it")
    return pixels, Fact.CUT_OFF


def _pixels(image: Image.Image, longest_px: int) -> Image.Image:
    if longest_px:
        image.draft("RGB", (longest_px, longest_px))  # a JPEG can be unpacked at a half, a quarter, an eighth
    image.load()
    flat = _flat(image)
    if longest_px and max(flat.size) > longest_px:
        flat.thumbnail((longest_px, longest_px), reducing_gap=2.0)
    return flat


def _flat(image: Image.Image) -> Image.Image:
    """Turn any mode into plain sRGB; what was transparent becomes white."""
    if image.mode.startswith("I") or image.mode == "F":
        image = _eight_bits(image)
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        flat = Image.new("RGB", seen.size, _WHITE)
        flat.paste(seen, mask=seen.getchannel("A"))
    else:
        flat = image if image.mode == "CMYK" else _rgb(image)
    return _by_profile(flat, image.info.get("icc_profile")) or _rgb(flat)


def _rgb(image: Image.Image) -> Image.Image:
    """Give the image in red, green and blue; what is so already isn't copied (0.1 s for 10 megapixels)."""
    return image if image.mode == "RGB" else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    """Turn a phone's wider colours into sRGB; None if there is nothing to turn."""
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if image.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
            return None  # half a second saved for most photos
        return ImageCms.profileToProfile(image, source, _srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return None  # a profile that can't be read is as good as none


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16 bits (and what holds more than a byte) down; Pillow's own conversion would cut off at 255."""
    wide = image.convert("F")
    high = wide.getextrema()[1]
    if not isinstance(high, float) or high <= 255:  # noqa: PLR2004 - a byte's largest value
        return wide.convert("L")
    return wide.point(lambda value: value * _HIGH_DEPTH + 0).convert("L")


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1  # unreadable metadata doesn't make a photo unreadable


def _facts(image: Image.Image, body: bytearray) -> int:
    frames = getattr(image, "n_frames", 1)
    several_pictures = str(image.format) in {"MPO", "HEIF"} and frames > 1
    facts = Fact.ANIMATED if frames > 1 and not several_pictures else 0
    held_more = (
        several_pictures
        or bool(image.info.get("depth_images"))
        or bool(image.info.get("aux"))
        or any(body.find(mark, _SAMPLES) > 0 for mark in _MOVING_PICTURES)
    )
    try:
        exif = image.getexif()
        if exif.get_ifd(_PLACE):
            facts |= Fact.HAD_PLACE
        held_more = held_more or bool(exif.get_ifd(_THUMBNAIL))
    except _BROKEN:
        held_more = True  # something is there that can't be read
    return facts | (Fact.HAD_MORE if held_more else 0)
