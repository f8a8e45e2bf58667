"""How good portraits are, and who looks like whom, as the office reports it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.photos.clarity import Clarity
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.portraits import Alike, Flaw
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.students.portraits import Portraits, PortraitUnusable
from tests.darkroom import Darkroom, make_darkroom
from tests.school import MONDAY
from tests.seeing import ANN, BEN, CAM, Eyes, picture

UNTIL = MONDAY.date() + timedelta(days=100)
NEARLY_ANN = (240, 10, 10)


class Measuring(Eyes):
    """Eyes that measure how clearly faces are seen: as they are told."""

    clarity = Clarity(0.1, 1.0, 120)

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        return tuple(replace(face, clarity=self.clarity) for face in super().find(picture))


def room_with(tmp_path: Path, eyes: Eyes | None = None) -> Darkroom:
    seeing = eyes or Measuring((ANN, BEN, CAM, NEARLY_ANN))
    return make_darkroom(tmp_path / "data", workers=seeing)


@pytest.mark.parametrize(
    ("clarity", "flaws"),
    [
        (Clarity(0.1, 1.0, 120), ()),
        (Clarity(1.3, 1.0, 120), (Flaw.TURNED,)),
        (Clarity(0.1, 0.1, 9), (Flaw.BLURRED, Flaw.DARK)),
    ],
)
def test_a_portrait_that_is_hard_to_compare_is_kept_and_said_to_be(
    tmp_path: Path, clarity: Clarity, flaws: tuple[Flaw, ...]
) -> None:
    eyes = Measuring()
    eyes.clarity = clarity
    room = room_with(tmp_path, eyes)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    room.portraits.add(ana, ann, room.file("ann.pic", picture((ANN, 100))))

    (portrait,) = room.student(ana, ann).portraits
    assert room.portraits.quality.report(ana).flaws == {portrait: flaws}


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (picture(), "students.portrait-no-face"),
        (picture((ANN, 60), (BEN, 200)), "students.portrait-faces"),
        (picture((ANN, 100), side=20), "students.portrait-small"),
    ],
    ids=["none", "two", "tiny"],
)
def test_a_useless_portrait_is_refused_in_words(tmp_path: Path, seen: Picture, said: str) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]

    with pytest.raises(PortraitUnusable) as refused:
        room.portraits.add(ana, ann, room.file("ann.pic", seen))

    assert refused.value.happened.id == said


def test_portraits_from_before_are_measured_when_somebody_asks(tmp_path: Path) -> None:
    eyes = Measuring()
    room = room_with(tmp_path, eyes)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]
    room.portraits.add(ana, ann, room.file("ann.pic", picture((ANN, 100))))
    (portrait,) = room.student(ana, ann).portraits
    later = Portraits(room.school.desk, room.media, eyes, mode=RosterMode.OPT_OUT).quality
    assert later.report(ana).flaws == {}

    later.measure(ana, [portrait], ann)

    assert later.report(ana).flaws == {portrait: ()}


def test_a_portrait_of_somebody_else_differs_from_the_childs_own(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ann = room.children(by=room.by("ana"))["ann"]
    room.allow_matching([("ann", ann)])
    ana = room.by("ana")
    room.portraits.add(ana, ann, room.file("again.pic", picture((NEARLY_ANN, 100))))
    room.portraits.add(ana, ann, room.file("wrong.pic", picture((BEN, 100))))

    flaws = room.portraits.quality.report(ana).flaws

    assert [flaws[one] for one in room.student(ana, ann).portraits] == [(), (), (Flaw.DIFFERS,)]


def test_two_children_who_look_alike_are_reported(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    children = room.children(by=room.by("ana"))
    room.allow_matching([("ann", children["ann"])])
    pat = room.by("pat")
    room.consent(pat, children["ben"], UNTIL)
    room.portraits.add(pat, children["ben"], room.file("ben.pic", picture((NEARLY_ANN, 100))))

    (pair,) = room.portraits.quality.report(pat).alike

    assert pair.children == {children["ann"], children["ben"]}
    assert not pair.same_file


def test_the_same_file_under_two_names_is_reported_where_nothing_may_be_compared(tmp_path: Path) -> None:
    eyes = Measuring()
    room = room_with(tmp_path, eyes)
    ana = room.by("ana")
    children = room.children(by=ana)
    for name in ("ann", "ben"):
        room.portraits.add(ana, children[name], room.file("one.pic", picture((ANN, 100))))

    one, other = sorted((children["ann"], children["ben"]))
    assert room.portraits.quality.report(ana).alike == (Alike(one, other, same_file=True),)
    assert eyes.described == 0


def test_what_is_taken_away_is_reported_no_more(tmp_path: Path) -> None:
    room = room_with(tmp_path)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]
    room.portraits.add(ana, ann, room.file("ann.pic", picture((ANN, 100))))

    room.portraits.remove(ana, ann, room.student(ana, ann).portraits[0])

    assert room.portraits.quality.report(ana).flaws == {}
