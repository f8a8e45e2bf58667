"""A real school: set up, its envelope proven, the principal let in, locked, and sat down at again."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit

from smadmin.services.envelope import LETTERS_EACH
from smadmin.ui.founding.envelope import EnvelopeScreen
from smadmin.ui.shell.seating import GATE
from tests.journeys.sitting import Sitting

MINE, HERS = "cobalt heron quiet ladder mosaic", "velvet orbit thistle canyon ribbon"
FOUNDER, PRINCIPAL = "Ana Brooks", "Ruth Delgado"


def test_a_school_is_set_up_and_its_principal_let_in(seat: Sitting, tmp_path: Path) -> None:
    set_up(seat)
    prove_envelope(seat)
    be_led_on(seat)
    let_in_principal(seat)

    seat.lock()
    refuse_wrong_passphrase(seat)
    seat.sit(FOUNDER, MINE)
    seat.arrive("today")

    assert MINE.encode() not in b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())


def set_up(seat: Sitting) -> None:
    hand = seat.hand
    seat.arrive("welcome")
    hand.say_press("founding.set-up")
    seat.arrive("set-up")
    fill(seat, "founding.official-name", "Cedar Hill Elementary School")
    fill(seat, "founding.domains", "cedarhill.example")
    hand.choose(hand.said("founding.policy"), "Baltimore City Public Schools")
    hand.choose(hand.said("founding.zone"), hand.said("founding.zone-chicago"))
    fill_person(seat, FOUNDER, MINE)
    hand.say_press("founding.found")
    seat.arrive("envelope")


def prove_envelope(seat: Sitting) -> None:
    """Copy the page by eye: its groups stand on the screen, the question says which two."""
    hand = seat.hand
    seat.quiet()
    screen = seat.shown(EnvelopeScreen)
    asked, envelope = screen._question, screen._envelope
    assert asked is not None
    assert envelope is not None
    groups = [envelope.groups[place - 1][:LETTERS_EACH] for place in (asked.first, asked.second)]
    hand.say_press("founding.envelope-on-paper")
    letters = hand.said("founding.envelope-ask", first=asked.first, second=asked.second)
    hand.go_to(letters, QLineEdit)
    hand.write(" ".join(groups))
    hand.say_press("founding.envelope-done")
    seat.arrive("today")


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


def let_in_principal(seat: Sitting) -> None:
    hand = seat.hand
    hand.say_press("shell.hand-over")
    seat.arrive(GATE)
    hand.say_press("session.newcomer")
    seat.arrive("newcomer")
    fill_person(seat, PRINCIPAL, HERS)
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


def fill_person(seat: Sitting, name: str, passphrase: str) -> None:
    fill(seat, "founding.your-name", name)
    fill(seat, "founding.your-email", f"{name.split(maxsplit=1)[0].lower()}@cedarhill.example")
    seat.hand.press(seat.hand.said("founding.employed"), QCheckBox)
    fill(seat, "session.passphrase", passphrase)
    fill(seat, "founding.passphrase-again", passphrase)


def fill(seat: Sitting, field: str, words: str) -> None:
    seat.hand.press(seat.hand.said(field), QLineEdit)
    seat.hand.write(words)
