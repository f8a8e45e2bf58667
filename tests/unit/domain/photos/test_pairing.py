"""Which faces are asked about beside a child, page by page, and which never are."""

from dataclasses import replace

import pytest

from smadmin.domain.ids import FaceId, PhotoId, StudentId
from smadmin.domain.photos.clarity import Unclear
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.pairing import (
    MOST_CHILDREN,
    MOST_TOGETHER,
    Answer,
    doubts_only,
    pair_blockers,
    pairable,
    pairs_of,
)
from smadmin.domain.photos.review import Decision, Face
from tests.unit.ui.photos.album import ANN, BEN, JO, decided, face, photo

POSSIBLE = FaceState.POSSIBLE


def possible(name: str, left: int = 10) -> Face:
    return face(name, left, POSSIBLE, ANN)


@pytest.mark.parametrize(
    "one",
    [
        face("match", 10, FaceState.MATCH, ANN),
        face("small", 10, FaceState.TOO_SMALL, ANN),
        face("found", 10),
        replace(possible("blurred"), unclear=(Unclear.BLURRED,)),
        replace(possible("drawn"), added=True),
        decided(possible("cleared"), Decision.CLEARED),
        face("nobody", 10, POSSIBLE),
    ],
    ids=lambda one: one.id,
)
def test_only_a_clear_open_face_that_may_be_somebody_is_asked_about(one: Face) -> None:
    assert not pairable(one)
    assert pairs_of([photo("a", one)], {}) == ()


def test_a_district_with_a_stricter_match_has_no_pairs() -> None:
    assert [doubts_only(match) for match in (None, 50, 59, 60, 65)] == [True, False, False, True, True]


def test_faces_come_in_the_order_of_photos_and_from_left_to_right() -> None:
    first, second = photo("a", possible("right", 90), possible("left", 10)), photo("b", possible("other"))

    assert [pair.key for pair in pairs_of([first, second], {})] == ["left", "right", "other"]


def test_the_same_face_in_several_photos_is_one_pair() -> None:
    photos = [photo(name, possible(f"face-{name}")) for name in "abc"]
    groups = {FaceId("face-a"): [FaceId("face-c")], FaceId("face-c"): [FaceId("face-a")]}

    pairs = pairs_of(photos, groups)

    assert [pair.faces for pair in pairs] == [(("a", "face-a"), ("c", "face-c")), (("b", "face-b"),)]


def test_who_resembles_another_child_or_is_decided_is_not_asked_about_along() -> None:
    ben = face("face-b", 10, POSSIBLE, BEN)
    done = decided(possible("face-c"), Decision.COVERED)
    photos = [photo("a", possible("face-a")), photo("b", ben), photo("c", done)]
    both = face("face-d", 10, POSSIBLE, ANN, BEN)
    photos.append(photo("d", both))
    groups = {FaceId("face-a"): [FaceId("face-b"), FaceId("face-c"), FaceId("face-d")]}

    assert [(pair.key, pair.children) for pair in pairs_of(photos, groups)] == [
        ("face-a", (ANN.id,)),
        ("face-b", (BEN.id,)),
        ("face-d", (ANN.id, BEN.id)),
    ]


def test_a_face_that_resembles_several_children_stands_beside_all_of_them_or_alone_in_its_photo() -> None:
    siblings = face("f", 10, POSSIBLE, ANN, BEN)
    crowd = replace(siblings, near=tuple(StudentId(str(number)) for number in range(MOST_CHILDREN + 1)))

    assert pairs_of([photo("a", siblings)], {})[0].children == (ANN.id, BEN.id)
    assert not pairable(crowd)


def test_whoever_says_none_of_them_says_it_of_each_and_whoever_says_which_names_one_of_them() -> None:
    siblings = face("f", 10, POSSIBLE, ANN, BEN)
    (pair,) = pairs_of([photo("a", siblings)], {})
    here = photo("a", siblings)

    none, ben = Answer(pair, Decision.NOT_THIS_CHILD), Answer(pair, Decision.OPTED_OUT, BEN.id)

    assert none.choice == Choice(Decision.NOT_THIS_CHILD, ANN.id, (BEN.id,))
    assert ben.choice == Choice(Decision.OPTED_OUT, BEN.id)
    assert pair_blockers(here, siblings, none) == pair_blockers(here, siblings, ben) == ()
    assert pair_blockers(here, siblings, Answer(pair, Decision.OPTED_OUT, StudentId("somebody")))
    assert pair_blockers(here, siblings, Answer(pair, Decision.OPTED_OUT))
    assert pair_blockers(here, possible("f"), none)
    assert pair_blockers(here, replace(siblings, near=(ANN.id, BEN.id, StudentId("cy"))), none)


def test_a_pair_holds_no_more_faces_than_can_be_seen() -> None:
    photos = [photo(str(n), possible(f"face-{n}")) for n in range(MOST_TOGETHER + 2)]
    names = [FaceId(f"face-{n}") for n in range(MOST_TOGETHER + 2)]
    groups = {name: [other for other in names if other != name] for name in names}

    assert [len(pair.faces) for pair in pairs_of(photos, groups)] == [MOST_TOGETHER, 2]


def test_an_answer_is_the_choice_that_a_single_decision_makes() -> None:
    (pair,) = pairs_of([photo("a", possible("one"))], {})

    yes, unsure = Answer(pair, Decision.OPTED_OUT, ANN.id), Answer(pair, Decision.COVERED)

    assert [yes.choice, unsure.choice] == [Choice(Decision.OPTED_OUT, ANN.id), Choice(Decision.COVERED)]


def test_what_is_not_as_it_was_shown_cannot_be_answered_for() -> None:
    (pair,) = pairs_of([photo("a", possible("one"))], {})
    no = Answer(pair, Decision.NOT_THIS_CHILD)

    assert pair_blockers(photo("a"), possible("one"), no) == ()
    assert pair_blockers(photo("a"), face("one", 10, FaceState.MATCH, ANN), no)
    assert pair_blockers(photo("a"), face("one", 10, POSSIBLE, BEN), no)
    assert pair_blockers(photo("a", looked_by=JO), possible("one"), no)
    assert pair_blockers(photo("a"), possible("one"), Answer(pair, Decision.CONSENTED))
    assert pair.faces[0][0] == PhotoId("a")
