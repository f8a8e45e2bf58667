"""What both sides of a video worker agree on: verbs, reasons and sizes, as numbers.

The parent and the worker import this; a number's meaning never changes within one version.
"""

from enum import IntEnum

from smadmin.jail.trade import FIRST_OWN_CODE

MOST_VIDEO_BYTES = 500_000_000
"""A larger file isn't read at all: it is held in memory, here and in the worker."""
MOST_FRAME_PIXELS = 4096 * 2304
"""Larger pictures aren't opened: 4K is 8.8 million pixels."""
LONGEST_MS = 3_600_000
MOST_FRAMES_AT_ONCE = 64
MOST_BLANKS = 4_000_000
LONGEST_SIDE_PX = 4096


class VideoVerb(IntEnum):
    """What a video worker does.

    READ: file -> held, sound's length and 1 (0: none), length, pictures, renamed, blanks; body: places to
    rename, places to blank with their lengths.
    OPEN: file -> width, height; it stays open for the verbs below.
    FRAMES: most, longest side, least milliseconds apart -> width, height, ended, a time each; body: pixels.
    SAMPLE: longest side, milliseconds apart -> width, height, time, cut, ended, end, pictures; body: pixels.
    SEEK: milliseconds -> nothing.
    CAPTIONS: length, file -> kind, lines; body: text.
    """

    READ = 1
    OPEN = 2
    FRAMES = 3
    SAMPLE = 4
    SEEK = 5
    CAPTIONS = 6


class VideoReason(IntEnum):
    """Why a video worker refuses a job."""

    NOT_A_VIDEO = FIRST_OWN_CODE
    TOO_LARGE = FIRST_OWN_CODE + 1
    BROKEN = FIRST_OWN_CODE + 2
    IN_PIECES = FIRST_OWN_CODE + 3  # moof: its samples can't be told apart as a whole
    CUT_INSIDE = FIRST_OWN_CODE + 4  # an edit list hides a part that would still go out
    TOO_LONG = FIRST_OWN_CODE + 5
    UNKNOWN_KIND = FIRST_OWN_CODE + 6  # a container or a way of coding that isn't opened here
    NO_PICTURES = FIRST_OWN_CODE + 7
    CAPTIONS = FIRST_OWN_CODE + 16  # further ones follow: the place among `CaptionFault`


class Held(IntEnum):
    """Bits: what else a file held."""

    PLACE = 1
    DEVICE = 2  # who or what made it, and when
    TRACKS = 4  # further tracks: text, measurements, a second picture
    REST = 8  # anything else that is neither picture nor sound
