"""What both sides of a sound worker agree on. A number's meaning never changes within one version."""

from enum import IntEnum

from smadmin.imaging.video_border import LONGEST_MS

SOUND_RATE = 24_000
"""Samples in a second, of 16 bits, one channel: enough to hear who speaks and which music is played."""
SAMPLE_BYTES = 2
MOST_SOUND_BYTES = SOUND_RATE * SAMPLE_BYTES * (LONGEST_MS // 1000 + 10)


class SoundVerb(IntEnum):
    """What a sound worker does.

    SOUND: file -> samples in a second; body: samples.
    """

    SOUND = 1
