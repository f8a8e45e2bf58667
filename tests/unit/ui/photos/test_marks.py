"""What stands at each face, and what may be said about it."""

from dataclasses import replace

import pytest

from smadmin.domain.messages import Message, say
from smadmin.domain.photos.clarity import Unclear
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.ui.photos.marks import Line, beside_of, face_model, marks_of, next_open, none_blocked
from smadmin.ui.theme import State
from tests.unit.ui.photos.album import ANN, BEN, decided, face, photo, view


def said_of(message: str, *children: Student) -> Message:
    return say(message, name=tuple(say("photoui.child-named", name=one.name) for one in children))


def test_faces_are_numbered_from_left_to_right() -> None:
    seen = view(photo("a", face("right", 200), face("left", 10)))

    assert [(mark.number, mark.face) for mark in marks_of(seen)] == [(1, "left"), (2, "right")]


@pytest.mark.parametrize(
    ("hint", "state", "word", "line"),
    [
        (FaceState.MATCH, State.DOUBT, "looks-like", Line.DASHED),
        (FaceState.POSSIBLE, State.DOUBT, "a-little-like", Line.DASHED),
        (FaceState.TOO_SMALL, State.DOUBT, "too-small", Line.DASHED),
        (FaceState.NO_MATCH, State.NOTE, "no-match", Line.DOTTED),
        (FaceState.FOUND, State.WAITS, "open", Line.DOTTED),
    ],
)
def test_the_engines_word_is_never_fine(hint: FaceState, state: State, word: str, line: Line) -> None:
    mark = marks_of(view(photo("a", face("f", 10, hint, ANN))))[0]

    assert (mark.state, mark.word, mark.line) == (state, say(f"photoui.face-{word}"), line)
    assert mark.cover is None


@pytest.mark.parametrize("why", list(Unclear))
def test_why_a_face_cannot_be_told_stands_in_its_word_and_its_sentence(why: Unclear) -> None:
    one = replace(face("f", 10, FaceState.TOO_SMALL), unclear=(why,))

    model = face_model(view(photo("a", one)), one.id)

    assert model is not None
    assert model.mark.word == say(f"photoui.face-too-{why.value}")
    assert model.sentence == say(f"photoui.said-too-{why.value}")


@pytest.mark.parametrize("decision", [one for one in Decision if one is not Decision.OPEN])
def test_a_persons_word_is_drawn_solid(decision: Decision) -> None:
    mark = marks_of(view(photo("a", decided(face("f", 10, FaceState.MATCH, ANN), decision))))[0]

    assert mark.line is Line.SOLID
    assert mark.word == say(f"photoui.face-{decision.value}")
    assert (mark.cover is not None) is (decision in {Decision.OPTED_OUT, Decision.COVERED})


def test_in_an_opt_in_district_an_open_face_is_seen_while_it_is_decided() -> None:
    seen = view(photo("a", face("f", 10), decided(face("g", 60), Decision.COVERED)), mode=RosterMode.OPT_IN)

    assert [mark.cover is None for mark in marks_of(seen)] == [True, False]


def test_a_likeness_is_offered_as_that_child_and_nothing_is_decided_by_the_engine() -> None:
    one = face("f", 10, FaceState.MATCH, BEN, ANN)

    model = face_model(view(photo("a", one)), one.id)

    assert model is not None
    assert model.near == (BEN, ANN)
    assert model.suggested
    assert [(offer.key, offer.choice) for offer in model.offers] == [
        ("C", Choice(Decision.OPTED_OUT, BEN.id)),
        ("N", Choice(Decision.NOT_THIS_CHILD, BEN.id, (ANN.id,))),  # it is neither of them: not Ben alone
        ("T", Choice(Decision.COVERED)),
    ]
    assert model.sentence == said_of("photoui.said-match", BEN, ANN)


def test_a_likeness_to_one_child_alone_is_refused_by_its_name() -> None:
    one = face("f", 10, FaceState.MATCH, BEN)

    model = face_model(view(photo("a", one)), one.id)

    assert model is not None
    assert model.offers[1].choice == Choice(Decision.NOT_THIS_CHILD, BEN.id)


def test_without_matching_a_face_is_covered_or_none_of_the_children() -> None:
    one = face("f", 10)

    model = face_model(view(photo("a", one)), one.id)

    assert model is not None
    assert model.near == ()
    assert [offer.choice.decision for offer in model.offers] == [Decision.COVERED, Decision.CLEARED]
    assert model.sentence == say("photoui.said-open")


def test_in_an_opt_in_district_a_face_is_shown_by_consent_only() -> None:
    one = face("f", 10, FaceState.MATCH, ANN)

    model = face_model(view(photo("a", one), mode=RosterMode.OPT_IN), one.id)

    assert model is not None
    assert {offer.key: offer.choice.decision for offer in model.offers} == {
        "C": Decision.OPTED_OUT,
        "N": Decision.CONSENTED,
        "T": Decision.COVERED,
    }
    assert model.offers[1].choice.is_none_of == {ANN.id}


def test_a_face_that_is_gone_has_no_panel() -> None:
    assert face_model(view(photo("a")), face("f", 10).id) is None


def test_the_next_open_face_is_to_the_right_and_round_the_end() -> None:
    first, second, third = face("1", 10), decided(face("2", 60), Decision.COVERED), face("3", 110)
    seen = view(photo("a", first, second, third))

    assert next_open(seen, None) == "1"
    assert next_open(seen, first.id) == "3"
    assert next_open(seen, third.id) == "1"
    assert beside_of(seen, third.id, 1) == "1"
    assert beside_of(seen, first.id, -1) == "3"


def test_where_nothing_is_open_the_chosen_face_stays() -> None:
    done = [decided(face(name, left), Decision.CLEARED) for name, left in (("1", 10), ("2", 60))]
    seen = view(photo("a", *done))

    assert next_open(seen, done[1].id) == "2"
    assert next_open(seen, None) == "1"
    assert next_open(view(photo("b")), None) is None
    assert beside_of(view(photo("b")), done[0].id, 1) is None


def test_none_of_them_is_said_only_where_it_decides_something() -> None:
    doubt = face("f", 10, FaceState.POSSIBLE, ANN)

    assert none_blocked(view(photo("a", face("f", 10)))) is None
    assert none_blocked(view(photo("a"))) == say("photoui.nothing-open")
    assert none_blocked(view(photo("a", doubt))) == say("photoui.each-by-itself")
    assert none_blocked(view(photo("a", doubt, face("g", 60)))) is None


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (face("f", 10, FaceState.MATCH, ANN), said_of("photoui.said-match", ANN)),
        (face("f", 10, FaceState.POSSIBLE, ANN), said_of("photoui.said-possible", ANN)),
        (face("f", 10, FaceState.TOO_SMALL, ANN), say("photoui.said-too-small")),
        (face("f", 10, FaceState.NO_MATCH), say("photoui.said-no-match")),
        (decided(face("f", 10), Decision.CLEARED), say("photoui.said-cleared")),
    ],
)
def test_the_sentence_says_what_is_known(one: Face, sentence: Message) -> None:
    model = face_model(view(photo("a", one)), one.id)

    assert model is not None
    assert model.sentence == sentence
