"""A real school: set up, its envelope proven, the principal let in, locked, and sat down at again."""

from pathlib import Path

import pytest

from smadmin.ui.shell.seating import GATE
from tests.journeys.founding_road import Walked, prove_envelope
from tests.journeys.sitting import Sitting

MINE, HERS = "cobalt heron quiet ladder mosaic", "velvet orbit thistle canyon ribbon"
FOUNDER, PRINCIPAL = "Ana Brooks", "Ruth Delgado"


def test_a_school_is_set_up_and_its_principal_let_in(
    seat: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/Chicago")
    walked = Walked(seat)
    walked.set_up(FOUNDER, MINE)
    prove_envelope(seat)
    be_led_on(seat)
    let_in_principal(walked)

    seat.lock()
    refuse_wrong_passphrase(seat)
    seat.sit(FOUNDER, MINE)
    seat.arrive("staff-page")
    seat.hand.say_press("staffpage.i-read-it")
    seat.arrive("today")

    assert MINE.encode() not in b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())


def be_led_on(seat: Sitting) -> None:
    """Today ticks the envelope off at once and leads to the next step."""
    hand = seat.hand
    seat.quiet()
    hand.wait("the ticked step", lambda: hand.says(hand.said("today.start-done")))
    assert not hand.says(hand.said("today.nothing"))
    hand.say_press("today.start-person-do")
    seat.arrive("newcomer")
    hand.say_press("founding.back")
    seat.arrive("today")


def let_in_principal(walked: Walked) -> None:
    seat, hand = walked.seat, walked.seat.hand
    hand.say_press("shell.hand-over")
    seat.arrive(GATE)
    hand.say_press("session.newcomer")
    seat.arrive("newcomer")
    walked.person(PRINCIPAL, HERS)
    hand.say_press("founding.let-in")
    seat.arrive(GATE)
    hand.wait(PRINCIPAL, lambda: any(PRINCIPAL in one for one in hand.seen()))
    hand.say_press("session.back")


def refuse_wrong_passphrase(seat: Sitting) -> None:
    hand = seat.hand
    hand.press(next(one for one in hand.seen() if one.startswith(f"{FOUNDER} ·")))
    hand.write(HERS)
    hand.say_press("session.sit-down")
    hand.wait("the refusal", lambda: hand.says(hand.said("keys.wrong-passphrase")))
    assert seat.screen == GATE
