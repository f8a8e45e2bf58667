"""The encoder's trade: makes new files from pixels. Runs in a process that never saw an untrusted file.

A decoder that a hostile photo took over could put back what was covered; so encoders are other processes.
Each image is rebuilt from raw pixels: a copy "because nothing had to be changed" is the classic leak.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO

from PIL import Image, JpegImagePlugin, PngImagePlugin

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.border import FORMATS, EncoderVerb
from smadmin.jail.trade import Job, Reply


def prepare() -> Mapping[int, Job]:
    """Load the two plug-ins and give the verbs."""
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = None  # the pixels are here already
    for plugin in (JpegImagePlugin, PngImagePlugin):
        if plugin.__name__.rpartition(".")[2].removesuffix("ImagePlugin").upper() not in Image.SAVE:
            raise RuntimeError("Pillow can't write this format")
    return {EncoderVerb.ENCODE: encode, EncoderVerb.SHRINK: shrink}


def encode(numbers: Sequence[int], body: bytearray) -> Reply:
    """Make a JPEG or PNG file of width, height, format, quality and pixels."""
    width, height, image_format, quality = numbers
    image = Image.frombytes("RGB", (width, height), bytes(body))
    file = BytesIO()
    if FORMATS[image_format] is ImageFormat.PNG:
        image.save(file, "PNG")
    else:
        image.save(file, "JPEG", quality=quality, optimize=True)
    return Reply((), file.getbuffer())


def shrink(numbers: Sequence[int], body: bytearray) -> Reply:
    """Make a picture smaller: width, height, longest side and pixels to width, height and pixels."""
    width, height, longest_px = numbers
    image = Image.frombytes("RGB", (width, height), bytes(body))
    image.thumbnail((longest_px, longest_px), reducing_gap=2.0)
    return Reply((image.width, image.height), image.tobytes())
