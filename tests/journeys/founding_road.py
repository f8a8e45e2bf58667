"""The first run, walked as a person does, with every field and screen counted.

A field is anything somebody has to type, choose or tick; what the program filled in rightly is none. A screen
is one that comes into sight; in the register the form and the open account are two.
"""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QCheckBox, QLineEdit

from smadmin.services.envelope import LETTERS_EACH
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.founding.envelope import EnvelopeScreen
from tests.journeys.sitting import Sitting

SCHOOL, DOMAIN = "Cedar Hill Elementary School", "cedarhill.example"
LINK, HANDLE = "https://www.instagram.com/cedar_hill/?hl=en", "@cedar_hill"
MOST_FIELDS, MOST_SCREENS = 12, 6


@dataclass
class Walked:
    """What the first run asked of people so far."""

    seat: Sitting
    fields: list[str] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count what comes into sight from now on."""
        self.seat.arrive("welcome")
        self.screens.append(self.seat.screen)
        self.seat.frame.screenOpened.connect(self.see)

    def see(self, screen: str) -> None:
        """Count a screen, once."""
        if screen not in self.screens:
            self.screens.append(screen)

    def fill(self, label: str, words: str) -> None:
        """Type into a field; where the program puts the keyboard there itself nothing is pressed."""
        hand, name = self.seat.hand, self.seat.hand.said(label)
        hand.press(name, QLineEdit)
        hand.write(words)
        self.fields.append(name)

    def choose(self, label: str, line: str) -> None:
        """Choose a line of a list."""
        name = self.seat.hand.said(label)
        self.seat.hand.choose(name, line)
        self.fields.append(name)

    def tick(self, label: str) -> None:
        """Tick a box."""
        name = self.seat.hand.said(label)
        self.seat.hand.press(name, QCheckBox)
        self.fields.append(name)

    def set_up(self, name: str, passphrase: str, *, role: str = "") -> None:
        """Set up a school; the zone follows from the computer's, the domain from the e-mail."""
        hand = self.seat.hand
        hand.say_press("founding.set-up")
        self.seat.arrive("set-up")
        self.person(name, passphrase, role=role)
        self.fill("founding.official-name", SCHOOL)
        self.choose("founding.policy", "Baltimore City Public Schools")
        hand.say_press("founding.found")
        self.seat.arrive("envelope")

    def person(self, name: str, passphrase: str, *, role: str = "") -> None:
        """Fill in who sits down; the role is chosen where another is offered first."""
        self.fill("founding.your-name", name)
        self.fill("founding.your-email", f"{name.split(maxsplit=1)[0].lower()}@{DOMAIN}")
        if role:
            self.choose("founding.your-role", self.seat.hand.said(f"shell.role-{role}"))
        self.tick("founding.employed")
        self.fill("session.passphrase", passphrase)
        self.fill("founding.passphrase-again", passphrase)

    def put_off_envelope(self) -> None:
        """Leave the envelope for later; everything here works before it."""
        self.seat.quiet()
        self.seat.hand.say_press("founding.envelope-later")
        self.seat.arrive("today")

    def adopt(self) -> None:
        """Take an existing account into the register: its page's address, and the log-in's e-mail."""
        hand = self.seat.hand
        hand.say_press("today.start-account-do")
        self.seat.arrive("accounts")
        self.seat.quiet()
        self.fill("accountui.page", LINK)
        self.fill("accountui.login", f"social@{DOMAIN}")
        hand.say_press("accountui.add-do")
        screen = self.seat.shown(AccountsScreen)
        hand.wait("the open account", lambda: screen.model is not None)
        self.see("account")
        self.seat.quiet()

    def see_page(self) -> None:
        """Type the handle that stands on the account's page, which lets it go live."""
        hand = self.seat.hand
        hand.go_to(hand.said("accountui.seen"), QLineEdit)
        hand.write(HANDLE)
        self.fields.append(hand.said("accountui.seen"))
        hand.say_press("accountui.confirm-live")
        screen = self.seat.shown(AccountsScreen)
        live = hand.said("accountui.stage-live")
        hand.wait("a live account", lambda: any(row.chip == live for row in screen.list.rows))


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
