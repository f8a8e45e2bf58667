"""The worklist in words: what is surest first, what can't be said of a thing, and what is next."""

from smadmin.domain.messages import say
from smadmin.domain.sweeps import Decided
from smadmin.ui.sweeps.found import found_of, next_of
from smadmin.ui.theme import State
from tests.unit.ui.sweeps.made import DAY, NAMED, TOLD, UNSURE, decided, in_library, line, view_of


def test_what_is_open_and_sure_stands_first() -> None:
    kept = decided(NAMED, Decided.KEEP, "the family agreed")
    shown = found_of(view_of(line(kept, done=True), line(UNSURE), line(TOLD)))

    assert [one.key for one in shown] == [TOLD.key, UNSURE.key, NAMED.key]
    assert [one.state for one in shown] == [State.STOP, State.DOUBT, State.FINE]
    assert shown[2].reason == "the family agreed"


def test_words_cant_be_covered_and_what_is_only_in_the_library_cant_be_taken_down() -> None:
    words, picture = found_of(view_of(line(NAMED), in_library(TOLD)))

    assert set(words.barred) == {Decided.COVER}
    assert set(picture.barred) == {Decided.TAKE_DOWN}
    assert picture.where == (say("sweepui.in-library-day", day=DAY),)


def test_a_covered_picture_that_is_out_says_that_it_still_shows_the_child() -> None:
    (still,) = found_of(view_of(line(decided(TOLD, Decided.COVER))))
    (gone,) = found_of(view_of(line(decided(TOLD, Decided.COVER), out=False, done=True)))

    assert still.note == say("sweepui.covered-still-out")
    assert gone.note is None


def test_the_next_is_what_is_open_behind_it_then_what_isnt_done() -> None:
    down = decided(NAMED, Decided.TAKE_DOWN)
    first = found_of(view_of(line(TOLD), line(UNSURE), line(down)))
    assert next_of(first, TOLD.key) == UNSURE.key
    assert next_of(first, UNSURE.key) == TOLD.key
    left = found_of(view_of(line(decided(TOLD, Decided.COVER), done=True), line(down)))
    assert next_of(left, TOLD.key) == NAMED.key
    over = found_of(view_of(line(decided(TOLD, Decided.COVER), done=True)))
    assert next_of(over, TOLD.key) == ""
