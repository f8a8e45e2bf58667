"""The kept pictures: opened once, again where they changed, and with the posts that show them."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.services import sweep_pictures
from smadmin.services.sweep_pictures import PicturesKept
from tests.swept import Swept


def test_a_photo_is_opened_again_only_where_it_changed(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    first, second = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2))
    pictures = PicturesKept(swept.road.school.desk)
    before = dict(pictures.all(swept.ana))
    assert before.keys() == {first, second}
    assert before[first].exported

    swept.is_on(first)
    after = pictures.all(swept.ana)

    assert after[first].shown == {swept.maya}
    assert after[second] is before[second]
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.remove(second)
    assert pictures.all(swept.ana).keys() == {first}


def test_what_goes_out_later_is_known_without_going_through_all_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep_pictures, "POSTS_AT_ONCE", 2)
    swept, walked = Swept(tmp_path), list[tuple[int, int]]()
    publications = [swept.out("The fair.", photo=True) for _ in range(3)]
    pictures = PicturesKept(swept.road.school.desk)

    count = pictures.walk(swept.ana, lambda _one, _said: None, lambda done, of: walked.append((done, of)))
    swept.road.school.clock.forward(hours=2)
    later = swept.out("The fair again.", photo=True)

    assert (count, walked) == (3, [(2, 3), (3, 3)])
    for one in (*publications, later):
        assert pictures.posts_with(swept.ana, swept.photo_of(one), None) == {one.post}
    pictures.forget()
    assert pictures.posts_with(swept.ana, swept.photo_of(later), None) == {later.post}


def test_what_couldn_t_be_opened_is_no_picture_to_look_through(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.change(replace(unit.photos.get(photo), error="imaging.broken", faces=()))

    assert not PicturesKept(swept.road.school.desk).all(swept.ana)[photo].readable
