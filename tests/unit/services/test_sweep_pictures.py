"""The kept pictures: opened once, again where they changed, and with the posts that show them."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.publications import PublicationStep
from smadmin.domain.students import OptOut
from smadmin.services import sweep_pictures
from smadmin.services.sweep_pictures import PicturesKept
from smadmin.storage import schema
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
        assert pictures.photos_out(swept.ana)[swept.photo_of(one)] == {one.post}
    pictures.forget()
    assert pictures.photos_out(swept.ana)[swept.photo_of(later)] == {later.post}


def test_a_post_that_somebody_says_went_out_earlier_is_known_too(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    first, second = swept.out("The fair.", photo=True), swept.out("The fair again.", photo=True)
    school = swept.road.school
    with school.store.deed(school.id, swept.ana.cells) as unit:
        waits = replace(unit.publications.get(second.id), step=PublicationStep.INTENDED, published_at=None)
        waits = unit.publications.change(waits)
    pictures = PicturesKept(school.desk)
    assert swept.photo_of(second) not in pictures.photos_out(swept.ana)

    assert first.published_at is not None
    with school.store.deed(school.id, swept.ana.cells) as unit:
        earlier = first.published_at - timedelta(days=9)
        unit.publications.change(replace(waits, step=PublicationStep.CONFIRMED, published_at=earlier))

    assert pictures.photos_out(swept.ana)[swept.photo_of(second)] == {second.post}


def test_what_couldn_t_be_opened_is_no_picture_to_look_through(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.change(replace(unit.photos.get(photo), error="imaging.broken", faces=()))

    assert not PicturesKept(swept.road.school.desk).all(swept.ana)[photo].readable


def test_a_photo_whose_row_nobody_can_read_is_counted_and_never_forgotten(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    with swept.road.school.store._engine.begin() as raw:
        raw.execute(sa.update(schema.photo).values(body=b"spoilt", version=schema.photo.c.version + 1))

    view = swept.sweeps.view(swept.ana, sweep)

    assert photo not in PicturesKept(swept.road.school.desk).all(swept.ana)
    (said,) = (one for one in view.elsewhere if one.id == "sweeping.unreadable")
    assert said.values["n"] == 1
