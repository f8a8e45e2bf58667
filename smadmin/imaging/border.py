"""What both sides of the border agree on: verbs, reasons, formats and sizes, as numbers.

The parent and the workers import this; a number's meaning never changes within one version.
"""

from enum import IntEnum

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.jail.trade import FIRST_OWN_CODE

MOST_PIXELS = 64_000_000
"""A picture with more pixels isn't opened: 64 megapixels are 192 MB unpacked, and a decoder has 1 GiB."""
LONGEST_PX = 30_000
MOST_FILE_BYTES = 150_000_000
"""A larger file isn't read at all."""
MOST_FACES = 2000

FORMATS = tuple(ImageFormat)
"""A format's number is its place here."""


class DecoderVerb(IntEnum):
    """What a decoder does. DECODE: longest side or 0, file -> format, facts, width, height, pixels."""

    DECODE = 1


class EncoderVerb(IntEnum):
    """What an encoder does, from width, height, further numbers, pixels."""

    ENCODE = 1  # format, quality -> file
    SHRINK = 2  # longest side -> width, height, pixels


class EngineVerb(IntEnum):
    """What an engine does, from width, height, pixels; DESCRIBE also takes four numbers for each face."""

    FIND = 1
    FIND_AND_DESCRIBE = 2
    DESCRIBE = 3
    NAME = 4
    FIND_AS_IT_STANDS = 5  # without trying whether the picture lies on its side
    FIND_AS_IT_STANDS_AND_DESCRIBE = 6


class SightKind(IntEnum):
    """Which eyes an engine has."""

    DLIB = 0  # dlib's detector and network, used directly
    REFERENCE = 1  # the same through the package face_recognition
    NETWORKS = 2  # CenterFace, and dlib's network in ONNX


class Reason(IntEnum):
    """Why a trade refuses a job."""

    NOT_A_PHOTO = FIRST_OWN_CODE
    TOO_LARGE = FIRST_OWN_CODE + 1
    BROKEN = FIRST_OWN_CODE + 2
    NO_HEIC = FIRST_OWN_CODE + 3


class Fact(IntEnum):
    """Bits of the facts."""

    HAD_PLACE = 1
    ANIMATED = 2
    HAD_MORE = 4
    CUT_OFF = 8
