"""Portraits: one usable face each; patterns only where decision and consent stand."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.vocabulary import Act
from smadmin.services.students.portraits import Pattern, PortraitUnusable
from tests.darkroom import Darkroom, make_darkroom
from tests.school import MONDAY
from tests.seeing import ANN, BEN, SIDE, TOP, as_file, pattern_of, picture

UNTIL = MONDAY.date() + timedelta(days=100)


def patterns(room: Darkroom) -> list[tuple[float, ...]]:
    with room.school.desk.look(room.by("ana")) as unit:
        return [template.numbers for template in unit.templates.all()]


def test_a_portrait_is_kept_sealed_and_no_pattern_is_computed_without_a_decision(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    room.portraits.add(ana, ann, room.file("ann.pic", picture((ANN, 100))))

    (portrait,) = room.student(ana, ann).portraits
    assert room.portraits.picture(ana, portrait, longest_px=1000) == picture((ANN, 100))
    assert patterns(room) == []
    assert room.eyes.described == 0


def test_with_decision_and_consent_the_pattern_comes_with_the_portrait(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    children = room.children(by=room.by("ana"))

    room.allow_matching([("ann", children["ann"])])
    room.portraits.add(room.by("ana"), children["ben"], room.file("ben.pic", picture((BEN, 100))))

    assert patterns(room) == [pattern_of(ANN)]
    assert room.eyes.described == 1


def test_patterns_that_became_lawful_are_made_by_the_job(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    pat = room.by("pat")
    children = room.children(by=pat)
    room.portraits.add(pat, children["ann"], room.file("ann.pic", picture((ANN, 100))))
    room.portraits.add(pat, children["ben"], room.file("ben.pic", picture((BEN, 100))))
    room.allow_matching([])
    room.consent(pat, children["ann"], UNTIL)

    steps = list(room.portraits.make_patterns(pat))

    assert [(step.done, step.total) for step in steps] == [(1, 1)]
    assert patterns(room) == [pattern_of(ANN)]
    assert list(room.portraits.make_patterns(pat)) == []


@pytest.mark.parametrize(
    "seen",
    [picture(), picture((ANN, 60), (BEN, 200)), picture((ANN, 100), side=20)],
    ids=["none", "two", "tiny"],
)
def test_a_picture_without_exactly_one_usable_face_is_refused(tmp_path: Path, seen: Picture) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    with pytest.raises(PortraitUnusable):
        room.portraits.add(ana, ann, room.file("ann.pic", seen))

    assert room.student(ana, ann).portraits == ()
    assert not (room.folder / "media").exists()


def test_a_text_file_is_no_portrait(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    with pytest.raises(PhotoUnreadable):
        room.portraits.add(ana, ann, room.file("ann.jpg", b"Dear parents"))


def test_removing_a_portrait_takes_its_pattern_and_its_file(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ann = room.children(by=room.by("ana"))["ann"]
    room.allow_matching([("ann", ann)])
    ana = room.by("ana")
    (portrait,) = room.student(ana, ann).portraits

    room.portraits.remove(ana, ann, portrait)

    assert patterns(room) == []
    assert room.student(ana, ann).portraits == ()
    assert list((room.folder / "media").iterdir()) == []


def test_a_reviewer_adds_no_portrait_and_leaves_no_file(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ann = room.children(by=room.by("ana"))["ann"]

    with pytest.raises(NotAllowed):
        room.portraits.add(room.by("bo"), ann, room.file("ann.pic", picture((ANN, 100))))

    assert list((room.folder / "media").iterdir()) == []


def test_a_portrait_lies_nowhere_in_plain(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]
    seen = picture((ANN, 100))

    room.portraits.add(ana, ann, room.file("ann.pic", seen))

    strip = as_file(seen)[5000:5200]
    assert not [path for path in room.folder.rglob("*") if path.is_file() and strip in path.read_bytes()]


def test_no_pattern_is_made_of_a_child_who_may_be_shown(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    children = room.children(by=room.by("ana"))

    room.allow_matching([("ann", children["ann"]), ("cam", children["cam"])])

    pat = room.by("pat")
    with room.school.desk.look(pat) as unit:
        assert {template.student for template in unit.templates.all()} == {children["ann"]}


def test_no_pattern_is_kept_without_a_keyring_in_a_real_school(tmp_path: Path) -> None:
    """Also where the school looked like the sample while the pattern was computed."""
    room = make_darkroom(tmp_path / "data", sample=False)
    pat = room.by("pat")
    room.school.keys.prove_envelope(pat, room.school.root.key, letters_right=True)
    children = room.children(by=pat)
    room.portraits.add(pat, children["ann"], room.file("ann.pic", picture((ANN, 100))))
    room.allow_matching([])
    room.consent(pat, children["ann"], UNTIL)
    (portrait,) = room.student(pat, children["ann"]).portraits
    pattern = Pattern(children["ann"], portrait, pattern_of(ANN), "an engine")

    without = room.portraits.keep_patterns(replace(pat, seat=None), [pattern])
    seated = room.portraits.keep_patterns(pat, [pattern])

    assert (without, len(patterns(room))) == (Changes(), 1)
    assert seated != Changes()
    assert list(room.portraits.make_patterns(replace(pat, seat=None))) == []
    assert [room.portraits.keeps_patterns(one) for one in (pat, replace(pat, seat=None))] == [True, False]


def test_of_patterns_kept_together_only_those_still_lawful_are_and_each_is_a_row(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    pat = room.by("pat")
    children = room.children(by=pat)
    room.allow_matching([(name, children[name]) for name in ("ann", "ben", "cam")])
    portraits = {name: room.student(pat, child).portraits[0] for name, child in children.items()}
    room.end_consent(pat, children["ben"])
    made = [Pattern(children[name], portraits[name], pattern_of(ANN), "an engine") for name in children]
    with room.school.desk.look(pat) as unit:
        before = len(list(unit.record.rows(acts=(Act.MAKE_PATTERN,))))

    room.portraits.keep_patterns(pat, made)

    with room.school.desk.look(pat) as unit:
        assert [one.student for one in unit.templates.all()] == [children["ann"]]  # Cam may be shown
    with room.school.desk.look(pat) as unit:
        assert len(list(unit.record.rows(acts=(Act.MAKE_PATTERN,)))) == before + 1
    room.students.still_right(pat)  # the rows are what was signed last


def test_the_face_of_a_portrait_is_shown_without_the_wall_around_it(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]
    room.portraits.add(ana, ann, room.file("ann.pic", picture((ANN, 100))))
    (portrait,) = room.student(ana, ann).portraits

    face = room.portraits.face(ana, portrait, longest_px=1000)
    room.eyes.people = ()
    unseen = room.portraits.face(ana, portrait, longest_px=1000)

    assert (face.width, face.height) == (2 * SIDE, TOP + SIDE + 26)
    assert unseen == picture((ANN, 100))
