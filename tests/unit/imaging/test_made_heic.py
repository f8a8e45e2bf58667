"""The HEIC that tests write is read as it was written, so what they show holds for a phone's."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from smadmin.imaging.workers import PhotoWorkers
from tests.heic import save_heic


def test_every_pixel_of_a_written_heic_is_read_again(photo_workers: PhotoWorkers, tmp_path: Path) -> None:
    """Colours are kept at half the size, so they differ a little where they change."""
    across, down = np.meshgrid(np.arange(150), np.arange(90))
    drawn = np.stack([across, 2 * down, 200 - across], axis=2).astype(np.uint8)
    save_heic(Image.fromarray(drawn), tmp_path / "made.heic")

    seen = photo_workers.decode((tmp_path / "made.heic").read_bytes())

    read = np.frombuffer(seen.pixels, np.uint8).reshape(seen.height, seen.width, 3)
    assert (seen.width, seen.height) == (150, 90)
    assert np.abs(read.astype(int) - drawn).max() <= 4


def test_an_odd_side_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="odd side"):
        save_heic(Image.new("RGB", (31, 20)), tmp_path / "made.heic")
