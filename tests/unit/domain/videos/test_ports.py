"""What comes through the port of videos."""

from smadmin.domain.videos.ports import Sound


def test_a_sound_lasts_as_long_as_its_samples() -> None:
    assert Sound(8_000, memoryview(bytes(2 * 12_000))).length_ms == 1_500
