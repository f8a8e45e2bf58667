"""What the board's marks and its main button say of a face beside one child or several. Pure."""

from dataclasses import replace

from smadmin.domain.ids import MediaId
from smadmin.domain.messages import say
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.pairing import Answer
from smadmin.domain.photos.review import Decision, Face
from smadmin.ui.photos.pairs import (
    UNSURE,
    Asked,
    answers_of,
    asked_of,
    confirm_words,
    it_is,
    mark_words,
    next_mark,
    wants_board,
)
from smadmin.ui.photos.reading import SheetRead
from tests.unit.ui.photos.album import ANN, BEN, face, photo, sheet

ANN_SEEN, BEN_SEEN = replace(ANN, portraits=(MediaId("a"),)), replace(BEN, portraits=(MediaId("b"),))


def folder(*faces: Face, ben: bool = True) -> SheetRead:
    """Give a folder of one photo; Ben may have no portrait."""
    read = sheet(photo("p", *faces))
    children = (ANN_SEEN, BEN_SEEN if ben else BEN)
    return replace(read, pairs=True, view=replace(read.view, beside=children))


BOTH = face("both", 10, FaceState.POSSIBLE, ANN, BEN)
ONE = face("one", 90, FaceState.POSSIBLE, ANN)


def asked(*faces: Face) -> tuple[Asked, ...]:
    return asked_of(folder(*faces), {})


def test_a_child_that_cannot_be_shown_keeps_the_face_off_the_board_whoever_else_it_resembles() -> None:
    without = folder(BOTH, ONE, ben=False)

    assert [one.pair.key for one in asked_of(without, {})] == ["one"]
    assert not wants_board(without)
    assert wants_board(folder(BOTH, ONE))


def test_one_more_press_names_each_child_in_turn_and_then_none() -> None:
    (pair,) = asked(BOTH)

    marks = [next_mark(pair, None)]
    for _ in range(2):
        marks.append(next_mark(pair, marks[-1]))

    assert marks == [it_is(ANN), it_is(BEN), None]


def test_the_mark_on_a_pair_of_several_names_the_child() -> None:
    pair, alone = asked(BOTH)[0], asked(ONE)[0]

    assert mark_words(pair, it_is(BEN)) == say("pairs.is-named", name=BEN.name)
    assert mark_words(alone, it_is(ANN)) == say("pairs.is-child")
    assert mark_words(pair, UNSURE) == say("pairs.unsure")


def test_what_is_not_marked_is_none_of_the_children_and_the_button_says_so() -> None:
    page = asked(BOTH, ONE)
    one = page[1]

    assert confirm_words(page[:1], {}) == say("pairs.confirm-none-of")
    assert confirm_words(page, {}) == say("pairs.confirm-none", n=2)
    assert confirm_words(page, {one.pair.key: it_is(ANN)}) == say("pairs.confirm-some-of", covered=1)
    assert answers_of(page, {one.pair.key: it_is(ANN)}) == (
        Answer(page[0].pair, Decision.NOT_THIS_CHILD),
        Answer(one.pair, Decision.OPTED_OUT, ANN.id),
    )
