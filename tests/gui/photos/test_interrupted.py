"""Hundreds of photos are dropped and something comes between: nothing is lost, and it is said."""

import threading
from contextlib import closing

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.media import MediaFile, RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Photo
from smadmin.domain.photos.seeking import Search
from smadmin.services.photos.find import Seen
from smadmin.services.photos.intake import SetFacts
from smadmin.services.photos.taking import FIRST_LOTS, Taking
from smadmin.ui.photos.facts import Offered
from smadmin.ui.surroundings import REST_OF_PHOTOS
from smadmin.ui.untaken import UNTAKEN
from tests.gui.photos.conftest import Studio
from tests.seeing import ANN, picture

COUNT = sum(FIRST_LOTS) + 2


class Gate:
    """Media that wait before the last file until they are let go on, or refuse it."""

    def __init__(self, studio: Studio) -> None:
        self.opened, self.full = threading.Event(), False
        self._seal, self._sealed = studio.office.media.seal, 0
        studio.office.media.seal = self.seal  # type: ignore[method-assign]  # the one that the office made

    def seal(self, content: bytes, kind: str) -> MediaFile:
        self._sealed += 1
        if self._sealed == COUNT:
            self.opened.wait(10)
            if self.full:
                raise OutsideFailed(say("store.disk-full"))
        return self._seal(content, kind)


def shoot_many(studio: Studio) -> None:
    for path in studio.camera.iterdir():
        path.unlink()
    studio.shoot(**{f"p{number:02}": picture((ANN, 20 + number)) for number in range(COUNT)})


def begin(studio: Studio) -> None:
    studio.screen.take(Offered((studio.camera,), event="Chess finals", right=RightOfUse.STAFF))
    studio.screen.facts.take_in()


def done(studio: Studio, count: int) -> bool:
    screen = studio.screen
    quiet = not screen.finding.running and not screen.facts.unfinished
    sets = studio.office.review.sets(studio.sitting.actor)
    return (
        quiet and bool(sets) and len(studio.photos) == count and all(one.looked_for for one in studio.photos)
    )


def test_meanwhile_leaving_says_how_many_are_missing_and_a_second_drop_waits(studio: Studio) -> None:
    shoot_many(studio)
    gate = Gate(studio)
    begin(studio)
    studio.until(lambda: studio.screen.unfinished == say("photoui.leaving-unread", n=2))

    studio.screen.take(Offered((studio.camera,), event="Chess finals again", right=RightOfUse.STAFF))

    header = studio.screen.facts.header
    assert header.main is not None
    assert not header.main.isEnabled()
    assert studio.sitting.around.words.say("photoui.taking-in") in header.missing
    gate.opened.set()
    studio.until(header.main.isEnabled)
    assert studio.screen.unfinished is None
    studio.screen.facts.take_in()
    studio.until(lambda: len(studio.office.review.sets(studio.sitting.actor)) == 2 and done(studio, COUNT))


def test_a_disk_that_is_full_midway_leaves_the_rest_to_be_gone_on_with(studio: Studio) -> None:
    shoot_many(studio)
    gate = Gate(studio)
    gate.full = True
    gate.opened.set()

    begin(studio)

    studio.until(lambda: UNTAKEN in {banner.key for banner in studio.banners})
    gate.full = False
    studio.screen.open_subject(REST_OF_PHOTOS)
    studio.until(lambda: done(studio, COUNT))
    assert len(studio.office.review.sets(studio.sitting.actor)) == 1


def test_the_rest_is_taken_in_and_searched_after_an_interruption(studio: Studio) -> None:
    shoot_many(studio)
    office, by = studio.office, studio.sitting.actor
    with closing(office.takings.lots(by, Taking(SetFacts("Chess finals", "Maya"), [studio.camera]))) as lots:
        next(lots)

    studio.screen.open_subject(REST_OF_PHOTOS)

    studio.until(lambda: done(studio, COUNT))
    assert studio.page() is studio.screen.sheet
    assert office.takings.interrupted(by) == ()


def test_a_folder_that_is_dropped_meanwhile_is_searched_first_and_the_other_goes_on_after_it(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, finder, seen = threading.Event(), studio.office.finder, list[str]()
    look = finder.look

    def look_long(by: Actor, photo: Photo, search: Search) -> Seen:
        if photo.name == "one.jpg":
            go_on.wait(10)
        seen.append(photo.name)
        return look(by, photo, search)

    monkeypatch.setattr(finder, "look", look_long)
    begin(studio)
    studio.until(lambda: studio.page() is studio.screen.sheet and studio.screen.finding.running)
    later = studio.camera.with_name("Later")
    later.mkdir()
    (later / "later.jpg").write_bytes((studio.camera / "two.jpg").read_bytes())

    studio.screen.take(Offered((later,), event="Later", right=RightOfUse.STAFF))
    studio.until(lambda: not studio.screen.facts.unfinished)
    studio.screen.facts.take_in()

    studio.until(lambda: "later.jpg" in seen)
    assert "one.jpg" not in seen
    go_on.set()
    studio.until(lambda: done(studio, 1) and every_one_searched(studio))
    assert studio.screen.sheet.header.title.whole_text == "Later"


def every_one_searched(studio: Studio) -> bool:
    by = studio.sitting.actor
    return not studio.office.finder.pending(by)
