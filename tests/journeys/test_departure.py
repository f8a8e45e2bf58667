"""Somebody leaves, in the real window: communications goes through the lines, the principal signs the end."""

from time import monotonic

import pytest

from smadmin.domain.departures import LineKind
from smadmin.ui.departures.model import Act
from smadmin.ui.departures.screen import DeparturesScreen
from tests.journeys.hand import name_of
from tests.journeys.roads import AUTHOR, PRINCIPAL, SECOND
from tests.journeys.sitting import Sitting

OFFICE = "Samuel Okoye"
_MOST_LINES = 60


@pytest.mark.demand("BAL-B1b3")
def test_an_administrator_leaves_without_having_a_hand_in_it(seat: Sitting) -> None:
    hand = seat.hand
    seat.look_around()
    seat.sit(OFFICE)
    seat.go("people")
    hand.say_press("departures.somebody-leaves")
    seat.arrive("departures")
    seat.quiet()
    begun = monotonic()
    hand.choose(hand.said("departures.who"), AUTHOR)
    hand.choose(hand.said("departures.successor"), SECOND)
    hand.say_press("departures.begin")
    seat.quiet()
    screen = seat.shown(DeparturesScreen)

    for _ in range(_MOST_LINES):
        hand.wait("the next line", lambda: screen.model is not None and not screen._working)
        model = screen.model
        assert model is not None
        if model.act is Act.END:
            break
        if model.current.startswith(LineKind.LOG_IN.value):
            hand.say_press("departures.not-theirs")
        elif model.act is Act.KEEP:
            hand.say_press("departures.make-password")
            hand.wait("a password", screen.main.isEnabled)
            hand.press(name_of(screen.main))
        else:
            hand.press(name_of(screen.main))
        seat.quiet()
    assert monotonic() - begun < 15 * 60
    assert hand.says(hand.said("departures.principal-signs"))

    seat.lock()
    seat.sit(PRINCIPAL)
    seat.arrive("today")
    seat.quiet()
    hand.say_press("departures.go-on")
    seat.arrive("departures")
    hand.say_press("departures.act-end")
    seat.quiet()
    signed = seat.shown(DeparturesScreen).model
    assert signed is not None
    assert signed.over is not None
    seat.lock()
    assert not any(AUTHOR in said for said in hand.seen())
