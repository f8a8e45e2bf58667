"""What was handed out before a family's no isn't to be posted any more; a button leads to the photos."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.services.outgoing import Going
from smadmin.ui.buttons import Button
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.seated import Seat

LATE = Reason(say("photos.list-changed", n=1), "BAL-B1i1", "photo:p1")


def hold(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a child on the list since the photos were searched."""
    read = seat.office.outgoing.of

    def held(by: Actor, one: PostId) -> Going:
        return replace(read(by, one), held=(LATE,))

    monkeypatch.setattr(seat.office.outgoing, "of", held)


@pytest.mark.demand("BAL-B1i1")
def test_nothing_that_lies_ready_is_offered_any_more(
    seat: Seat, at: AtPublish, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = seat.released()
    seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")
    assert at.card("x").carry.isVisible()
    hold(seat, monkeypatch)
    at.screen.load()
    seat.settle()

    assert not at.card("x").carry.isVisible()
    assert "Don't post it on X any more" in texts(at.card("x"))
    assert at.card("x").give_up.isVisible()
    assert "It can go out until" not in texts(at.screen.overview)
    again = at.screen.overview.findChild(Button, "look-again")
    assert isinstance(again, Button)
    again.click()
    assert seat.doors.opened == [("photos", "p1")]


@pytest.mark.demand("BAL-B1i1")
def test_what_is_held_before_it_is_handed_out_asks_for_no_handle(
    seat: Seat, at: AtPublish, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = seat.released()
    seat.by("maya-ortega")
    hold(seat, monkeypatch)
    at.open(post, window)

    assert "Can't go out" in texts(at.card("x"))
    assert not at.card("x").identify.isVisible()
