"""Nearly equal photos are stacked, others are not."""

import random

from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.photos.likeness import alike, likeness, stacks
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Photo


def scene(*, light: int = 0, turned: bool = False, width: int = 64, height: int = 48) -> Picture:
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            across = x if not turned else width - x
            value = min(255, (across * 7 + (y // 6) * 31) % 200 + light)
            pixels += bytes([value, value, value])
    return Picture(width, height, bytes(pixels))


def photo(name: str, mark: str) -> Photo:
    return Photo(PhotoId(name), SchoolId("s"), PhotoSetId("t"), name, MediaId("m"), "00", likeness=mark)


def test_the_same_scene_in_other_light_is_alike() -> None:
    assert alike(likeness(scene()), likeness(scene(light=20)))


def test_another_scene_is_not_alike() -> None:
    assert not alike(likeness(scene()), likeness(scene(turned=True)))


def test_a_photo_without_a_mark_is_like_no_other() -> None:
    assert not alike("", "")


def test_a_picture_of_one_pixel_has_a_mark() -> None:
    assert len(likeness(Picture(1, 1, b"abc"))) == 16


def test_a_burst_is_one_stack_in_the_order_it_came() -> None:
    first, other = likeness(scene()), likeness(scene(turned=True))
    photos = [photo("a", first), photo("b", other), photo("c", likeness(scene(light=10))), photo("d", "")]

    assert stacks(photos) == (("a", "c"), ("b",), ("d",))


def test_each_photo_lies_on_the_first_stack_that_is_alike() -> None:
    marks = [f"{one:016x}" for one in random.Random(7).sample(range(2**20), 300)]  # noqa: S311  no secret
    photos = [photo(str(number), mark) for number, mark in enumerate(marks)]

    found = stacks(photos)

    known = {one.id: one.likeness for one in photos}
    firsts = [known[stack[0]] for stack in found]
    for one in photos:
        first = next(mark for mark in firsts if alike(mark, one.likeness))
        assert one.id in found[firsts.index(first)]
