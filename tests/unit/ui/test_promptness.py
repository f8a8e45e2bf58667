"""Python itself holds the window up neither by tidying nor by long turns of other threads."""

import gc
import sys
from collections.abc import Iterator

import pytest

from smadmin.ui.promptness import TURN_S, Tidying, be_prompt


@pytest.fixture
def as_before() -> Iterator[None]:
    turn_s = sys.getswitchinterval()
    yield
    sys.setswitchinterval(turn_s)
    gc.unfreeze()


@pytest.mark.usefixtures("as_before")
def test_what_stays_is_not_looked_through_again_and_turns_are_short() -> None:
    gc.unfreeze()

    be_prompt()
    spared = gc.get_freeze_count()
    be_prompt()

    assert spared > 1_000
    assert gc.get_freeze_count() <= spared
    assert sys.getswitchinterval() == pytest.approx(TURN_S)


def test_while_a_large_file_lies_in_memory_only_what_is_young_is_tidied() -> None:
    usual, tidying = gc.get_threshold(), Tidying()

    tidying.hold()
    tidying.hold()
    held = gc.get_threshold()
    tidying.go_on()
    tidying.go_on()

    assert held[:2] == usual[:2]
    assert held[2] > 1000 * usual[2]
    assert gc.get_threshold() == usual


def test_two_that_hold_it_back_both_let_go() -> None:
    usual, one, other = gc.get_threshold(), Tidying(), Tidying()

    one.hold()
    other.hold()
    one.go_on()
    assert gc.get_threshold() != usual
    other.go_on()

    assert gc.get_threshold() == usual
