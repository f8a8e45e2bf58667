"""Somebody sees another account's handle: one press stops the account there and tells the principal."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import AccountStage
from smadmin.ui.publish.lane import ANOTHER
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.seated import Seat

OTHERS_POST = "https://x.com/maya_at_home/status/1990000000000000001"


def stage(at: AtPublish, seat: Seat) -> AccountStage:
    account = at.card("x")._model.account.id
    with seat.office.desk.look() as unit:
        return unit.accounts.get(account).stage


@pytest.mark.demand("BAL-B1g1")
def test_a_handle_that_isnt_the_schools_offers_to_stop_the_account_and_a_slip_takes_that_away(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released()
    maya = seat.by("maya-ortega")
    at.open(post, window)
    card = at.card("x")
    assert not card.report_there.isVisible()
    card.choice.buttons[ANOTHER].click()
    seat.settle()
    assert card.report_there.isVisible()
    assert stage(at, seat) is AccountStage.LIVE  # to have answered stops nothing

    other = next(one for one in card._model.handles if one != card._model.account.at_handle)
    card.choice.buttons[other].click()
    seat.settle()
    card.report_there.button.click()
    seat.settle()

    assert stage(at, seat) is AccountStage.ON_HOLD
    assert at.banners[-1].happened.id == "publishui.reported-wrong"
    stop = seat.office.stops.of(maya, card._model.account.id)
    assert stop is not None
    assert (stop.wrong, stop.seen) == (True, other)
    assert "Can't go out" in texts(at.card("x"))


def test_the_right_handle_after_a_slip_hands_out_as_ever(seat: Seat, at: AtPublish, window: QWidget) -> None:
    post = seat.released()
    seat.by("maya-ortega")
    at.open(post, window)
    at.card("x").choice.buttons[ANOTHER].click()
    seat.settle()
    at.hand_out("x")

    assert not at.card("x").report_there.isVisible()
    assert at.card("x").carry.isVisible()


def test_another_accounts_post_pasted_as_ours_can_be_reported_too(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released()
    maya = seat.by("maya-ortega")
    at.open(post, window)
    at.hand_out("x")
    card = at.card("x")
    at.paste("x", "https://x.com/")
    seat.settle()
    assert not card.report_post.isVisible()  # what is half typed alarms nobody
    card.link.clear()
    at.paste("x", OTHERS_POST)
    seat.settle()
    card.report_post.button.click()
    seat.settle()

    stop = seat.office.stops.of(maya, card._model.account.id)
    assert stop is not None
    assert (stop.wrong, stop.seen) == (True, "maya_at_home")
    assert card.give_up.isVisible()
