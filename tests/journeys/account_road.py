"""The road of a new account by three people: asked for, approved in turn, set up, live.

A post can be written for it at the end of the road and nowhere before: `offered` looks what Compose offers.
"""

from PySide6.QtWidgets import QCheckBox, QLineEdit

from smadmin.domain.accounts import Account, AccountStage
from smadmin.ui.accounts.opening_page import OpeningPage
from smadmin.ui.accounts.pages import SET_UP
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.composer.screen import ComposeScreen
from tests.journeys.hand import Acts, name_of
from tests.journeys.roads import AUTHOR, OFFICE, PRINCIPAL
from tests.journeys.sitting import Sitting

NAME, HANDLE, LOG_IN = "Lincoln Elementary Chess Club", "LincolnChess", "chess@lincoln.example"
PAGE = f"https://x.com/{HANDLE}"
ANSWERS = (
    "Families ask when the club meets and how the tournaments went.",
    "Dates and results; most of our families read it there.",
    "Mine, on Friday afternoons.",
    "Daniel Reyes in the office.",
)
MINUTES = "45"


def request_to_live(seat: Sitting) -> Acts:
    """Ask, approve twice, keep the log-in, set up, go live."""
    ask(seat)
    seat.lock()
    approve(seat, PRINCIPAL)
    seat.lock()
    approve(seat, OFFICE)
    seat.lock()
    set_up(seat)
    go_live(seat)
    return seat.hand.acts


def ask(seat: Sitting) -> None:
    """Let the author ask: what it is, the policy's four questions, for whom, whose minutes, who reads."""
    hand = seat.hand
    seat.sit(AUTHOR)
    seat.go("accounts")
    hand.say_press("openingui.ask")
    hand.go_to(hand.said("accountui.name"), QLineEdit)
    hand.write(NAME)
    hand.choose(hand.said("accountui.platform"), "X")
    hand.choose(hand.said("openingui.kind"), hand.said("openingui.kind-club"))
    hand.press(hand.said("accountui.login"), QLineEdit)
    hand.write(LOG_IN)
    lines = seat.shown(AccountsScreen).asking.form.answers.answers
    assert len(lines) == len(ANSWERS)
    for line, answer in zip(lines, ANSWERS, strict=True):
        hand.press(name_of(line), QLineEdit)
        hand.write(answer)
    hand.press(hand.said("openingui.audience"), QLineEdit)
    hand.write("Parents of the children in the club")
    hand.key("Tab")
    hand.write(MINUTES)
    hand.choose(hand.said("openingui.administrator"), AUTHOR)
    hand.choose(hand.said("openingui.monitor"), AUTHOR)
    hand.say_press("openingui.ask-do")
    hand.wait("that it is asked for", lambda: hand.says(hand.said("openingui.said-asked", name=NAME)))


def approve(seat: Sitting, who: str) -> None:
    """Let somebody sit down, find it on Today, read it, and say yes."""
    hand = seat.hand
    seat.sit(who)
    seat.arrive("today")
    hand.wait(f"{NAME} on Today", lambda: any(NAME in said for said in hand.seen()))
    hand.say_press("openingui.today-approve-do")
    seat.arrive("accounts")
    hand.wait("the answers", lambda: all(hand.says(one) for one in ANSWERS))
    hand.say_press("openingui.do-approve")
    hand.wait("the yes", lambda: hand.says(hand.said("openingui.said-approved")))


def set_up(seat: Sitting) -> None:
    """Let the author keep its log-in, which communications can open too, and tick the list off."""
    hand = seat.hand
    seat.sit(AUTHOR)
    seat.go("today")
    hand.say_press("openingui.today-set-up-do")
    seat.arrive("accounts")
    hand.say_press("openingui.do-let-in")
    keep_log_in(seat)
    hand.turn_to(hand.said("accountui.page-set-up"))
    page = set_up_page(seat)
    hand.wait("the list", lambda: bool(unticked(seat)))
    while left := unticked(seat):
        hand.wait("its box", lambda: left[0] in page.list.boxes)
        hand.press(name_of(page.list.boxes[left[0]]), QCheckBox)
        hand.wait("the tick", lambda: len(unticked(seat)) < len(left))


def keep_log_in(seat: Sitting) -> None:
    """Put the log-in of the open account into the vault, with a password that is made for it."""
    hand = seat.hand
    hand.say_press("loginui.keep")
    hand.say_press("loginui.make-letters")
    hand.say_press("accountui.keep-do")
    hand.wait("that it is kept", lambda: hand.says(hand.said("loginui.kept-unset")))


def go_live(seat: Sitting) -> None:
    """Enter where it was made on the platform, look at the page and say which handle stands there."""
    hand = seat.hand
    hand.say_press("openingui.do-enter")
    hand.go_to(hand.said("accountui.page"), QLineEdit)
    hand.write(PAGE)
    hand.key("Return")
    hand.wait("the address", lambda: the_account(seat).page == PAGE)
    hand.go_to(hand.said("accountui.seen"), QLineEdit)
    hand.write(f"@{HANDLE}")
    hand.say_press("accountui.confirm-live")
    hand.wait("that it is live", lambda: the_account(seat).stage is AccountStage.LIVE)


def set_up_page(seat: Sitting) -> OpeningPage:
    """Give the page of the open account's path."""
    page = seat.shown(AccountsScreen).panel.page(SET_UP)
    assert isinstance(page, OpeningPage)
    return page


def unticked(seat: Sitting) -> list[str]:
    """Give what of the set-up list isn't ticked, as it was read last."""
    seat.quiet()
    opening = set_up_page(seat).opening
    return [] if opening is None else [row.item.value for row in opening.items if row.done is None]


def the_account(seat: Sitting) -> Account:
    """Give the account as the register has it."""
    return next(one for one in seat.office.accounts.all() if one.name == NAME)


def offered(seat: Sitting) -> tuple[str, ...]:
    """Go to Compose and read which accounts a post can be written for, by the names of their pills."""
    seat.go("compose")
    toggles = seat.shown(ComposeScreen).writing.toggles
    seat.hand.wait("the accounts", lambda: bool(toggles.toggles))
    return tuple(name_of(one) for one in toggles.toggles)
