"""How clearly a face is seen, measured on drawn pictures and, where there are any, real ones."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from smadmin.domain.photos.clarity import LEAST_LIGHT, LEAST_SHARPNESS, MOST_ASIDE, Unclear, unclear
from smadmin.imaging.clarity import aside, measured
from smadmin.imaging.sight import Seen
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, as_picture

needs_photos = pytest.mark.skipif(
    not PHOTOS.is_dir(), reason=f"NO REAL PHOTOS at {PHOTOS}: blur and turn were not tried on any"
)
FRONT = [(30, 40), (70, 40), (50, 60), (35, 80), (65, 80)]


def points(nose_x: float) -> np.ndarray:
    return np.array([*FRONT[:2], (nose_x, 60), *FRONT[3:]], np.float32)


def test_a_nose_between_the_eyes_is_seen_from_the_front_and_one_below_an_eye_from_the_side() -> None:
    assert aside(points(50)) == 0
    assert aside(points(70)) == pytest.approx(1)
    assert aside(points(30)) == pytest.approx(1)
    assert aside(points(40)) == pytest.approx(0.5)


def test_a_head_held_aslant_is_not_turned_aside() -> None:
    angle = np.radians(35)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

    assert aside((points(50) @ turn.T).astype(np.float32)) == pytest.approx(0, abs=1e-5)


def test_points_in_one_place_are_no_error() -> None:
    assert np.isfinite(aside(np.zeros((5, 2), np.float32)))


def test_blur_and_darkness_are_measured_whatever_the_size() -> None:
    rng = np.random.default_rng(3)
    patches = Image.fromarray(rng.integers(40, 215, (24, 24, 3), dtype=np.uint8))
    small, large = (patches.resize((side, side), Image.Resampling.NEAREST) for side in (60, 300))

    def look(image: Image.Image) -> tuple[float, float, float]:
        return measured(np.asarray(image), Seen((0, 0, image.width, image.height), 0.9))

    assert look(small)[1] > LEAST_SHARPNESS
    assert look(large)[1] > LEAST_SHARPNESS
    assert look(large.filter(ImageFilter.GaussianBlur(18)))[1] < LEAST_SHARPNESS
    assert look(small.filter(ImageFilter.GaussianBlur(3.6)))[1] < LEAST_SHARPNESS
    assert look(large.point(lambda value: value // 12))[2] < LEAST_LIGHT


def test_a_face_of_one_pixel_is_measured() -> None:
    assert measured(np.zeros((5, 5, 3), np.uint8), Seen((2, 2, 3, 3), 0.9)) == (0.0, 0.0, 0.0)


@needs_photos
def test_a_portrait_is_clear_and_the_same_one_out_of_focus_is_not(photo_workers: PhotoWorkers) -> None:
    image = Image.open(PHOTOS / "people/biden/biden.jpg").convert("RGB")
    blurred = image.filter(ImageFilter.GaussianBlur(19))  # a twentieth of the face's height

    (sharp,), (soft,) = photo_workers.find(as_picture(image)), photo_workers.find(as_picture(blurred))

    assert unclear(sharp.box.height, sharp.clarity) == ()
    assert unclear(soft.box.height, soft.clarity) == (Unclear.BLURRED,)


@needs_photos
def test_of_seven_people_the_one_in_profile_is_turned_aside(photo_workers: PhotoWorkers) -> None:
    picture = photo_workers.decode((PHOTOS / "faces/2007_007763.jpg").read_bytes())

    turned = [
        face for face in photo_workers.find(picture) if face.clarity and face.clarity.aside > MOST_ASIDE
    ]

    assert len(turned) == 1
