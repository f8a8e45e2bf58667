"""Finding faces: a job that a kill doesn't lose, and that computes patterns only where it may."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.messages import say
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, FaceState, FoundFace
from smadmin.domain.photos.pictures import ImageFormat, Picture, PictureFacts
from smadmin.domain.photos.ports import PhotoUnreadable, WorkersEnded
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.photos.find import Finder
from smadmin.services.photos.taking import FIRST_LOTS, Taking, Takings
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.school import MONDAY
from tests.seeing import ANN, BEN, CAM, STRANGER, Eyes, picture


class Tired(Eyes):
    """Eyes whose processes die."""

    def decode(self, untrusted_file: bytes) -> Picture:
        raise PhotoUnreadable(say("imaging.worker-died"))


class Marked(Eyes):
    """Eyes that give every face in a photo a pattern of its own."""

    def find_and_describe(self, picture: Picture) -> tuple[FoundFace, ...]:
        found = super().find_and_describe(picture)
        return tuple(replace(face, descriptor=(0.123456789,) * DESCRIPTOR_NUMBERS) for face in found)


class Ended(Eyes):
    """Eyes whose processes were ended because the program quits."""

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        raise WorkersEnded(say("imaging.workers-ended"))


def again(room: Darkroom, eyes: Eyes | None = None) -> Finder:
    """Make a finder as the next start does."""
    return Finder(room.school.desk, room.media, eyes or room.eyes, mode=RosterMode.OPT_OUT)


def test_without_a_law_decision_faces_are_found_and_no_pattern_is_computed(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)

    photo = room.photo(ana, room.one_photo(ana, picture((ANN, 60), (CAM, 200))))

    assert [face.hint for face in photo.faces] == [FaceState.FOUND, FaceState.FOUND]
    assert [face.near for face in photo.faces] == [(), ()]
    assert photo.sought == tuple(sorted([children["ann"], children["ben"]]))
    assert (photo.width, photo.height, photo.looked_for) == (320, 120, True)
    assert room.eyes.described == 0


@pytest.mark.parametrize("weaker", [False, True])
def test_a_photo_says_whether_weaker_eyes_looked(tmp_path: Path, *, weaker: bool) -> None:
    room = make_darkroom(tmp_path / "data")
    room.eyes.weaker = weaker

    photo = room.photo(room.by("ana"), room.one_photo(room.by("ana"), picture((ANN, 60))))

    assert photo.weaker_eyes is weaker


def test_with_decision_and_consents_the_faces_look_like_somebody(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    ana = room.by("ana")

    photo = room.photo(ana, room.one_photo(ana, picture((STRANGER, 60), (ANN, 200))))

    stranger, ann = photo.faces
    assert (ann.hint, ann.near[0], ann.decision) == (FaceState.MATCH, children["ann"], Decision.OPEN)
    assert (stranger.hint, stranger.near) == (FaceState.NO_MATCH, ())


def test_the_pattern_of_a_face_in_a_photo_is_kept_nowhere(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"]), ("ben", children["ben"])])
    ana = room.by("ana")
    made = room.intake.take_in(ana, FACTS, [room.file("a.pic", picture((STRANGER, 60), (ANN, 200)))]).value

    list(again(room, Marked()).run(ana, made.set))

    assert len(room.photo(ana, made.photos[0]).faces) == 2
    with room.school.desk.look(ana) as unit:
        kept = [repr(one) for one in (*unit.photos.all(), *unit.photo_sets.all(), *unit.media.all())]
        kept += [repr(template.numbers) for template in unit.templates.all()]
        kept += [repr(parts) for _, parts in unit.record.with_parts()]
    assert len(kept) > 10
    assert not [one for one in kept if "0.12345" in one]


def test_a_child_without_a_pattern_makes_every_face_a_persons_to_decide(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"])])
    ana = room.by("ana")

    photo = room.photo(ana, room.one_photo(ana, picture((BEN, 60), (ANN, 200))))

    assert [face.hint for face in photo.faces] == [FaceState.FOUND, FaceState.MATCH]


def test_patterns_are_neither_computed_nor_compared_once_the_consent_has_ended(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"])])
    before = room.eyes.described
    room.school.clock.at = MONDAY.replace(year=2027)
    ana = room.by("ana")

    photo = room.photo(ana, room.one_photo(ana, picture((ANN, 60))))

    assert [face.hint for face in photo.faces] == [FaceState.FOUND]
    assert room.eyes.described == before


def test_patterns_of_another_engine_are_not_compared(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"])])
    ana = room.by("ana")
    made = room.intake.take_in(ana, FACTS, [room.file("a.pic", picture((ANN, 60)))]).value

    list(again(room, Eyes(descriptor="newer colours")).run(ana, made.set))

    assert room.photo(ana, made.photos[0]).faces[0].hint is FaceState.FOUND


def test_a_text_file_named_jpg_becomes_a_photo_with_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")

    set_id = room.taken(ana, b"Dear parents", picture((ANN, 60)))

    bad, good = room.review.set(ana, set_id).photos
    assert (bad.error, bad.looked_for) == ("imaging.not-a-photo", False)
    assert len(good.faces) == 1


def test_a_missing_file_spoils_its_own_photo_only(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file("a.pic", picture((ANN, 60))), room.file("b.pic", picture((BEN, 60)))]
    made = room.intake.take_in(ana, FACTS, files).value
    first = room.photo(ana, made.photos[0])
    with room.school.desk.look(ana) as unit:
        (room.folder / "media" / unit.media.get(first.original).name).unlink()

    list(room.finder.run(ana, made.set))

    assert room.photo(ana, made.photos[0]).error == "media.missing"
    assert room.photo(ana, made.photos[1]).looked_for


def test_a_job_that_ended_early_goes_on_where_it_was(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file(f"{n}.pic", picture((ANN, 60 + n))) for n in range(3)]
    made = room.intake.take_in(ana, FACTS, files).value
    job = room.finder.run(ana)
    first = next(job)
    job.close()

    left = again(room).pending(ana)
    steps = list(again(room).run(ana))

    assert (first.done, first.total) == (1, 3)
    assert left == made.photos[1:]
    assert [(step.done, step.total) for step in steps] == [(1, 2), (2, 2)]
    assert first.changes.ids("photos") | steps[0].changes.ids("photos") == set(made.photos[:2])
    assert again(room).pending(ana) == ()


def test_a_photo_that_failed_can_be_tried_again(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    made = room.intake.take_in(ana, FACTS, [room.file("a.pic", picture((ANN, 60)))]).value

    list(again(room, Tired()).run(ana))
    assert room.photo(ana, made.photos[0]).error == "imaging.worker-died"
    assert room.finder.pending(ana) == ()

    room.finder.try_again(ana, made.photos)
    list(room.finder.run(ana))

    assert room.photo(ana, made.photos[0]).error is None
    assert len(room.photo(ana, made.photos[0]).faces) == 1


def test_quitting_while_a_photo_is_looked_at_is_no_error_of_the_photo(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file(f"{n}.pic", picture((ANN, 60 + n))) for n in range(2)]
    made = room.intake.take_in(ana, FACTS, files).value

    with pytest.raises(WorkersEnded):
        list(again(room, Ended()).run(ana))

    assert [room.photo(ana, photo).error for photo in made.photos] == [None, None]
    assert room.finder.pending(ana) == made.photos


@pytest.mark.demand("BAL-B1i1")
def test_a_child_listed_later_is_looked_for_in_a_set_already_searched(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    set_id = room.photo(ana, photo).set
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    assert room.finder.pending(ana, set_id) == ()

    no_photos = frozenset({OptOut.PHOTOS})
    dee = room.students.add(ana, StudentEntry("Dee", "Dunn", ("4b",), no_photos)).value
    assert room.review.photo(ana, photo).later == 1
    list(room.finder.run(ana, set_id))

    seen = room.review.photo(ana, photo)
    assert seen.later == 0
    assert dee in seen.photo.sought
    assert len(seen.photo.open_faces()) == 2


def test_photos_taken_in_meanwhile_are_looked_at_too(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file(f"{n:02}.pic", picture((ANN, 20 + n))) for n in range(FIRST_LOTS[0] + 2)]
    lots = Takings(room.intake).lots(ana, Taking(FACTS, files))
    set_id = next(lots)[0].set
    job = room.finder.run(ana, set_id)
    first = next(job)

    list(lots)
    rest = list(job)

    assert (first.done, first.total) == (1, FIRST_LOTS[0])
    assert (rest[-1].done, rest[-1].total) == (len(files), len(files))
    assert room.finder.pending(ana, set_id) == ()


def test_once_it_is_stopped_the_photo_under_way_is_not_kept(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file(f"{n}.pic", picture((ANN, 20 + n))) for n in range(3)]
    set_id = room.intake.take_in(ana, FACTS, files).value.set
    stop = threading.Event()
    job = room.finder.run(ana, set_id, stopped=stop.is_set)

    next(job)
    stop.set()

    assert list(job) == []
    assert len(room.finder.pending(ana, set_id)) == 2


def test_several_photos_at_once_come_out_as_one_after_the_other(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file(f"{n}.pic", picture((ANN, 20 + n))) for n in range(5)]
    made = room.intake.take_in(ana, FACTS, files).value
    finder = Finder(room.school.desk, room.media, room.eyes, mode=RosterMode.OPT_OUT, at_once=3)

    steps = [step.done for step in finder.run(ana, made.set)]

    assert steps == [1, 2, 3, 4, 5]
    found = [room.photo(ana, photo).faces[0].box.left for photo in made.photos]
    assert found == [20, 21, 22, 23, 24]


def test_what_a_photos_file_lacks_is_kept_with_it(tmp_path: Path) -> None:
    class SeesTheFirst(Eyes):
        def decode(self, untrusted_file: bytes) -> Picture:
            return replace(
                super().decode(untrusted_file),
                facts=PictureFacts(ImageFormat.GIF, animated=True, cut_off=True),
            )

    room = make_darkroom(tmp_path / "data", workers=SeesTheFirst())
    ana = room.by("ana")

    photo = room.photo(ana, room.one_photo(ana, picture((ANN, 60))))

    assert photo.lacks == ("imaging.first-frame", "imaging.cut-off")
