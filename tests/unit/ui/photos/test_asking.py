"""The second look asks without the first person's answer."""

import pytest

from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.policy.packs import RosterMode
from smadmin.ui.photos.asking import question_of, said_of
from tests.unit.ui.photos.album import ANN, decided, face, photo, view


def test_a_doubtful_face_is_asked_again_the_same_whatever_the_first_said() -> None:
    open_face = face("f", 10, FaceState.POSSIBLE, ANN)
    said = (decided(open_face, one) for one in (Decision.NOT_THIS_CHILD, Decision.CLEARED))

    asked = [question_of(view(photo("a", one)), ()) for one in said]

    assert asked[0] == asked[1]
    assert asked[0] is not None
    assert asked[0].sentence == say("photoui.asked-near", name=(say("photoui.child-named", name="Ann Lee"),))


def test_each_face_is_asked_once_from_left_to_right() -> None:
    right = decided(face("right", 90, FaceState.TOO_SMALL), Decision.CLEARED)
    left = decided(face("left", 10, FaceState.MATCH, ANN), Decision.NOT_THIS_CHILD)
    seen = view(photo("a", right, left))

    first = question_of(seen, ())
    assert first is not None
    assert (first.face, first.mark.number, first.left) == ("left", 1, 2)
    then = question_of(seen, {left.id})
    assert then is not None
    assert (then.face, then.left, then.sentence) == ("right", 1, say("photoui.asked-any"))
    assert question_of(seen, {left.id, right.id}) is None


def test_a_covered_face_is_not_asked() -> None:
    covered = decided(face("f", 10, FaceState.MATCH, ANN), Decision.OPTED_OUT)

    assert question_of(view(photo("a", covered)), ()) is None


def test_an_opt_in_district_asks_for_consent() -> None:
    small = decided(face("f", 10, FaceState.TOO_SMALL), Decision.CONSENTED)

    asked = question_of(view(photo("a", small), mode=RosterMode.OPT_IN), ())

    assert asked is not None
    assert asked.sentence == say("photoui.asked-opt-in")


def test_what_goes_out_is_said_with_the_number_of_covers() -> None:
    seen = view(photo("a", decided(face("f", 10), Decision.COVERED), face("g", 60)))

    assert said_of(seen).values["covers"] == say("photoui.covered-faces", n=1)


@pytest.mark.parametrize(
    ("one", "mode", "says"),
    [
        (face("f", 10), RosterMode.OPT_OUT, Choice(Decision.CLEARED)),
        (face("f", 10), RosterMode.OPT_IN, Choice(Decision.CONSENTED)),
        (face("f", 10, FaceState.POSSIBLE, ANN), RosterMode.OPT_OUT, Choice(Decision.NOT_THIS_CHILD, ANN.id)),
        (
            face("f", 10, FaceState.POSSIBLE, ANN),
            RosterMode.OPT_IN,
            Choice(Decision.CONSENTED, others=(ANN.id,)),
        ),
    ],
)
def test_a_face_found_only_now_is_decided_by_its_answer(one: Face, mode: RosterMode, says: Choice) -> None:
    question = question_of(view(photo("a", one), mode=mode), {one.id})

    assert question is not None
    assert question.new == says
