"""The kept pictures: opened once, again where they changed, and with the posts that show them."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa

from smadmin.domain.publications import PublicationStep, publication_id
from smadmin.domain.students import OptOut
from smadmin.services import sweep_pictures
from smadmin.services.sweep_pictures import PicturesKept
from smadmin.storage import schema
from tests.swept import Swept


def test_a_photo_is_opened_again_only_where_it_changed(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    first, second = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2))
    pictures = PicturesKept(swept.road.school.desk, swept.road.proof)
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
    pictures = PicturesKept(swept.road.school.desk, swept.road.proof)

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
    first, school = swept.out("The fair.", photo=True), swept.road.school
    post = swept.direct.released(text="The fair again.", photo=True)
    pictures = PicturesKept(school.desk, swept.road.proof)
    made = replace(first, id=publication_id(post, first.account), post=post)
    assert swept.photo_of(made) not in pictures.photos_out(swept.ana)

    assert first.published_at is not None
    with school.store.deed(school.id, swept.ana.cells) as unit:
        unit.publications.add(replace(made, published_at=first.published_at - timedelta(days=9)))

    assert pictures.photos_out(swept.ana)[swept.photo_of(made)] == {post}


def test_a_post_that_somebody_hid_in_the_store_is_gone_through_too(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    swept.out("The fair.")
    hidden = swept.out("The fair again.", photo=True)
    school, read = swept.road.school, list[tuple[object, str]]()
    with school.store.deed(school.id, swept.ana.cells) as unit:
        kept = unit.publications.get(hidden.id)
        unit.publications.change(replace(kept, step=PublicationStep.GIVEN_UP))
    pictures = PicturesKept(school.desk, swept.road.proof)

    count = pictures.walk(
        swept.ana, lambda one, _said: read.append((one.post, one.text)), lambda _1, _2: None
    )

    assert count == 2
    assert (hidden.post, "The fair again.") in read
    assert pictures.photos_out(swept.ana)[swept.photo_of(hidden)] == {hidden.post}


def test_nothing_that_is_read_while_somebody_locks_is_kept(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    pictures = PicturesKept(swept.road.school.desk, swept.road.proof)

    def lock_elsewhere() -> None:
        other = Thread(target=pictures.forget)  # the window's own thread waits for nobody who reads
        other.start()
        other.join(20)
        assert not other.is_alive()

    with pictures._reading, pictures._learning:  # as while somebody opens 20,000 photos
        pictures.walk(swept.ana, lambda _one, _said: lock_elsewhere(), lambda _done, _of: None)

    assert pictures._out is None
    assert pictures.photos_out(swept.ana).keys() == {photo}


def test_what_couldn_t_be_opened_is_no_picture_to_look_through(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.change(replace(unit.photos.get(photo), error="imaging.broken", faces=()))

    assert not PicturesKept(swept.road.school.desk, swept.road.proof).all(swept.ana)[photo].readable


def test_a_photo_whose_row_nobody_can_read_is_counted_and_never_forgotten(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    with swept.road.school.store._engine.begin() as raw:
        raw.execute(sa.update(schema.photo).values(body=b"spoilt", version=schema.photo.c.version + 1))

    view = swept.sweeps.view(swept.ana, sweep)

    assert photo not in PicturesKept(swept.road.school.desk, swept.road.proof).all(swept.ana)
    (said,) = (one for one in view.elsewhere if one.id == "sweeping.unreadable")
    assert said.values["n"] == 1
