"""A page of pairs: one deed, the rows of single answers, all of it taken back or nothing."""

from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain, parse
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PhotoSetId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.pairing import Answer, Pair, pairs_of
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.plainly import list_of
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.vocabulary import Act
from smadmin.services.photos.board import Board
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, BEN, CAM, STRANGER, picture

LIKE_ANN, LIKE_BEN = (250, 72, 10), (10, 250, 72)
"""0.62 away from Ann and Ben: possible, no match."""
SISTER, LIKE_BOTH, NEAR_ANN = (250, 90, 10), (250, 49, 58), (250, 10, 73)
"""A second portrait of Ben, where he is Ann's sibling; faces 0.62 away from both, and from Ann alone."""
NO, YES, UNSURE = Decision.NOT_THIS_CHILD, Decision.OPTED_OUT, Decision.COVERED


class Desktop:
    """A darkroom with a folder of possibles, and its board."""

    def __init__(self, folder: Path, *pictures: Picture, alike: bool = False) -> None:
        self.room: Darkroom = make_darkroom(folder / "data")
        self.room.eyes.people = (ANN, BEN, CAM, STRANGER, LIKE_ANN, LIKE_BEN, SISTER, LIKE_BOTH, NEAR_ANN)
        self.by = self.room.by("ana")
        self.known = self.room.children(by=self.by)
        self.room.allow_matching([("ann", self.known["ann"]), ("ben", self.known["ben"])])
        if alike:
            portrait = self.room.file("sibling.pic", picture((SISTER, 100)))
            self.room.portraits.add(self.room.by("pat"), self.known["ben"], portrait)
        self.set: PhotoSetId = self.room.taken(self.by, *pictures)
        self.board = Board(self.room.school.desk, mode=RosterMode.OPT_OUT, match_hundredths=None)

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(sorted(self.room.review.set(self.by, self.set).photos, key=lambda one: one.name))

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return pairs_of(self.photos, {})

    @property
    def decisions(self) -> list[list[Decision]]:
        return [[face.decision for face in photo.faces] for photo in self.photos]

    def rows(self) -> list[tuple[str, dict[str, Plain]]]:
        """Give what the record says of decisions, oldest first."""
        found = []
        with self.room.school.desk.look(self.by) as unit:
            for row in unit.record.rows(acts=(Act.DECIDE_FACES,)):
                part = unit.record.part(row.seq, "faces")
                assert part is not None
                found.append((row.noun_id or "", parse(part.content)))
        return found


TWO = picture((LIKE_ANN, 20), (LIKE_BEN, 200)), picture((LIKE_ANN, 60))


def test_a_page_decides_each_of_its_pairs_in_one_deed(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    assert [face.hint for face in desktop.photos[0].faces] == [FaceState.POSSIBLE] * 2
    first, second, third = desktop.pairs

    ben = Answer(second, YES, second.children[0])
    done = desktop.board.answer(desktop.by, [Answer(first, NO), ben, Answer(third, UNSURE)])

    assert desktop.decisions == [[NO, YES], [UNSURE]]
    assert len(done.value) == 3
    assert {face.decided_by for photo in desktop.photos for face in photo.faces} == {desktop.by.person}


def test_its_rows_are_those_that_single_answers_leave(tmp_path: Path) -> None:
    page, single = Desktop(tmp_path / "a", *TWO), Desktop(tmp_path / "b", *TWO)

    page.board.answer(page.by, [Answer(pair, NO) for pair in page.pairs])
    for pair in single.pairs:
        single.room.review.decide_together(single.by, pair.faces, Answer(pair, NO).choice)

    assert len(page.rows()) == 3
    assert page.rows() == single.rows()
    assert page.decisions == single.decisions


def test_a_page_is_taken_back_as_a_whole(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    rows = desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in desktop.pairs]).value

    desktop.board.take_back(desktop.by, rows)

    assert desktop.decisions == [[Decision.OPEN, Decision.OPEN], [Decision.OPEN]]
    with pytest.raises(NotAllowed):
        desktop.board.take_back(desktop.by, rows)


def test_each_answer_can_also_be_taken_back_from_its_photo(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in desktop.pairs])

    desktop.room.review.undo(desktop.by, desktop.photos[0].id)

    assert desktop.decisions == [[NO, Decision.OPEN], [NO]]


def test_what_was_said_since_keeps_the_whole_page_from_being_taken_back(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    rows = desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in desktop.pairs]).value
    photo = desktop.photos[0]
    desktop.room.review.decide(desktop.by, photo.id, photo.faces[0].id, Decision.COVERED)

    with pytest.raises(NotAllowed):
        desktop.board.take_back(desktop.by, rows)

    assert desktop.decisions == [[Decision.COVERED, NO], [NO]]


def test_nobody_elses_page_is_taken_back(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    rows = desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in desktop.pairs]).value

    with pytest.raises(NotAllowed):
        desktop.board.take_back(desktop.room.by("bo"), rows)


def test_one_face_that_changed_refuses_the_whole_page(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    pairs, last = desktop.pairs, desktop.photos[1]
    desktop.room.review.decide(desktop.by, last.id, last.faces[0].id, Decision.COVERED)

    with pytest.raises(NotAllowed):
        desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in pairs])

    assert desktop.decisions == [[Decision.OPEN, Decision.OPEN], [Decision.COVERED]]


def test_a_match_is_never_answered_for_on_a_page(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, picture((ANN, 20)))
    (photo,) = desktop.photos
    (face,) = photo.faces
    assert face.hint is FaceState.MATCH
    made_up = Pair(((photo.id, face.id),), face.near)

    with pytest.raises(NotAllowed):
        desktop.board.answer(desktop.by, [Answer(made_up, NO)])

    assert desktop.pairs == ()
    assert desktop.decisions == [[Decision.OPEN]]


@pytest.mark.parametrize(("mode", "match"), [(RosterMode.OPT_IN, None), (RosterMode.OPT_OUT, 55)])
def test_where_no_would_not_be_enough_or_matches_are_stricter_there_is_no_board(
    tmp_path: Path, mode: RosterMode, match: int | None
) -> None:
    desktop = Desktop(tmp_path, *TWO)
    board = Board(desktop.room.school.desk, mode=mode, match_hundredths=match)

    assert not board.offered
    with pytest.raises(NotAllowed):
        board.answer(desktop.by, [Answer(pair, NO) for pair in desktop.pairs])


def test_one_answer_counts_for_all_photos_of_a_pair(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, *TWO)
    first, last = desktop.photos[0].faces[0].id, desktop.photos[1].faces[0].id
    pairs = pairs_of(desktop.photos, {first: [last]})

    desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in pairs])

    assert desktop.decisions == [[NO, NO], [NO]]
    assert [part.get("together") for _, part in desktop.rows()].count(None) == 1
    desktop.room.review.undo(desktop.by, desktop.photos[1].id)
    assert desktop.decisions[1] == [Decision.OPEN]


@pytest.mark.demand("BAL-B1i1")
def test_a_face_that_resembles_two_children_is_asked_about_beside_both_and_cleared_of_both(
    tmp_path: Path,
) -> None:
    desktop = Desktop(tmp_path, picture((LIKE_BOTH, 20)), alike=True)
    (pair,) = desktop.pairs
    both = {desktop.known["ann"], desktop.known["ben"]}
    assert set(pair.children) == both

    desktop.board.answer(desktop.by, [Answer(pair, NO)])

    ((_, row),) = desktop.rows()
    (said,) = list_of(row["decided"])
    assert isinstance(said, dict)
    assert desktop.decisions == [[NO]]
    assert {said["student"], *list_of(said["others"])} == both


@pytest.mark.demand("BAL-B1i1")
def test_no_answer_about_one_child_clears_a_face_of_another_that_it_resembles(tmp_path: Path) -> None:
    """Neither from the board nor at the photo; the second look asks about both as well."""
    desktop = Desktop(tmp_path, picture((LIKE_BOTH, 20)), alike=True)
    (photo,), ann = desktop.photos, desktop.known["ann"]
    (face,) = photo.faces

    with pytest.raises(NotAllowed):
        desktop.board.answer(desktop.by, [Answer(Pair(((photo.id, face.id),), (ann,)), NO)])
    with pytest.raises(NotAllowed) as refused:
        desktop.room.review.decide(desktop.by, photo.id, face.id, NO, ann)

    assert [reason.message.id for reason in refused.value.reasons] == ["photos.may-be-others"]
    assert desktop.decisions == [[Decision.OPEN]]
    assert desktop.photos[0].look_blockers()


def test_of_two_children_the_one_it_is_can_be_named(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, picture((LIKE_BOTH, 20)), alike=True)
    (pair,), ben = desktop.pairs, desktop.known["ben"]

    desktop.board.answer(desktop.by, [Answer(pair, YES, ben)])

    assert [face.student for face in desktop.photos[0].faces] == [ben]


def test_a_page_about_two_children_is_taken_back_whole(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, picture((LIKE_BOTH, 20)), alike=True)
    before = desktop.photos
    rows = desktop.board.answer(desktop.by, [Answer(pair, NO) for pair in desktop.pairs]).value

    desktop.board.take_back(desktop.by, rows)

    assert [photo.faces for photo in desktop.photos] == [photo.faces for photo in before]


def test_one_answer_follows_a_group_only_as_far_as_the_same_children_are_resembled(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, picture((NEAR_ANN, 20)), picture((LIKE_BOTH, 60)), alike=True)
    (first, second), ann = desktop.photos, desktop.known["ann"]
    together = ((first.id, first.faces[0].id), (second.id, second.faces[0].id))

    desktop.room.review.decide_together(desktop.by, together, Choice.none_of(first.faces[0].near))

    assert desktop.decisions == [[NO], [Decision.OPEN]]
    assert first.faces[0].near[0] == second.faces[0].near[0] == ann
