"""The road of a departure: an administrator with four accounts leaves, without having a hand in it.

Communications begins it and goes through the lines; the principal signs the end.
"""

from PySide6.QtWidgets import QApplication, QTextEdit

from smadmin.domain.departures import LineKind
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.departures.model import Act, DepartureModel
from smadmin.ui.departures.screen import DeparturesScreen
from smadmin.ui.dialogs.confirm import ConfirmDialog
from tests.journeys.account_road import keep_log_in
from tests.journeys.hand import Acts, name_of
from tests.journeys.roads import AUTHOR, FACEBOOK, OFFICE, PRINCIPAL, SECOND, X
from tests.journeys.sitting import Sitting

CLOSED = "Lincoln Music and Clubs"
WORDS = "Garden club meets on Tuesday after school."
_MOST_LINES = 60


def leave_something_behind(seat: Sitting) -> None:
    """Give whoever will leave four accounts, a log-in that they know, and an unfinished post (uncounted)."""
    hand = seat.hand
    seat.sit(AUTHOR)
    seat.go("accounts")
    hand.press_row(seat.shown(AccountsScreen).list, X.name)
    hand.turn_to(hand.said("accountui.page-log-in"))
    keep_log_in(seat)
    seat.go("compose")
    hand.press(FACEBOOK.toggle)
    hand.go_to(hand.said("compose.words"), QTextEdit)
    hand.write(WORDS)
    seat.lock()
    seat.sit(OFFICE)
    close_account(seat)
    seat.lock()
    hand.acts = Acts()


def close_account(seat: Sitting) -> None:
    """Close one of the sample's five accounts for good."""
    hand = seat.hand
    seat.go("accounts")
    hand.press_row(seat.shown(AccountsScreen).list, CLOSED)
    hand.say_press("accountui.close")
    hand.write("The club has ended")
    hand.say_press("accountui.close-do")
    hand.wait("the question", lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    hand.say_press("accountui.close-do")
    hand.wait("that it is closed", lambda: hand.says(hand.said("accountui.said-closed", name=CLOSED)))


def somebody_leaves(seat: Sitting) -> Acts:
    """Begin, go through every line, and sign the end."""
    hand = seat.hand
    seat.sit(OFFICE)
    seat.go("people")
    hand.say_press("departures.somebody-leaves")
    seat.arrive("departures")
    hand.choose(hand.said("departures.who"), AUTHOR)
    hand.choose(hand.said("departures.successor"), SECOND)
    hand.wait("what is done at once", seat.shown(DeparturesScreen).main.isEnabled)
    hand.say_press("departures.begin")
    go_through(seat)
    seat.lock()
    seat.sit(PRINCIPAL)
    seat.arrive("today")
    hand.say_press("departures.go-on")
    seat.arrive("departures")
    hand.say_press("departures.act-end")
    hand.wait("the end", lambda: drill(seat).over is not None)
    return hand.acts


def go_through(seat: Sitting) -> None:
    """Do what the main button says, line by line; a log-in in which nothing is theirs is left as it is."""
    hand, screen = seat.hand, seat.shown(DeparturesScreen)
    for _ in range(_MOST_LINES):
        seat.quiet()
        hand.wait("the next line", lambda: screen.model is not None and not screen._working)
        model = drill(seat)
        if model.act is Act.END:
            return
        if model.current.startswith(LineKind.LOG_IN.value) and model.act is not Act.OPEN:
            hand.say_press("departures.not-theirs")
        elif model.act is Act.RIGHTS:
            hand.press(name_of(screen.main))
            hand.wait("the question", lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
            hand.say_press("departures.act-rights")
        elif model.act is Act.KEEP:
            hand.wait("the password that was made with its page", screen.main.isEnabled)
            hand.press(name_of(screen.main))
        else:
            hand.press(name_of(screen.main))
    raise AssertionError(f"more than {_MOST_LINES} presses, and no end")


def drill(seat: Sitting) -> DepartureModel:
    """Give the departure that is seen."""
    model = seat.shown(DeparturesScreen).model
    assert model is not None
    return model
