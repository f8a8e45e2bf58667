"""Messages can be shared between threads and processes."""

import copy

import pytest

from smadmin.domain.messages import say


def test_a_message_doesnt_change() -> None:
    with pytest.raises(TypeError):
        say("photos.left", n=3).values["n"] = 4  # type: ignore[index]  # that it can't be written is the point


def test_equal_messages_are_one_in_a_set() -> None:
    assert len({say("a.b", n=1), say("a.b", n=1), say("a.b", n=2)}) == 2


def test_a_message_crosses_a_border_whole() -> None:
    assert copy.deepcopy(say("a.b", inner=say("c.d"))) == say("a.b", inner=say("c.d"))
