"""The roads through the program that people walk daily, each a function: tests and `bench acts` share them.

What is counted begins when the first person sits down and ends when the post is out everywhere.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from smadmin.ui.buttons import Button
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.plan.screen import PlanScreen
from tests.journeys.hand import Acts
from tests.journeys.sitting import Sitting

AUTHOR, SECOND, PRINCIPAL = "Maya Ortega", "Daniel Reyes", "Ellen Whitcomb"
OFFICE = "Samuel Okoye"


@dataclass(frozen=True)
class Where:
    """An account of the sample school, and how its posts' addresses begin."""

    name: str
    platform: str
    handle: str
    posts: str

    @property
    def label(self) -> str:
        """What it is called in lists."""
        return f"{self.platform} @{self.handle}"

    @property
    def toggle(self) -> str:
        """Its name among the draft's accounts."""
        return f"{self.name}, @{self.handle}, {self.platform}"


X = Where("Lincoln Elementary", "X", "lincoln_larks", "https://x.com/lincoln_larks/status/")
FACEBOOK = Where(
    "Lincoln Elementary School",
    "Facebook",
    "LincolnElementaryLarks",
    "https://www.facebook.com/LincolnElementaryLarks/posts/",
)
PLANNED = "Library"
WORDS = "Library night is on Thursday at six. Bring a blanket, stay for two stories and a cup of cocoa."


def have_signed(seat: Sitting, topic: str, *accounts: Where) -> None:
    """Let the author plan a topic for each account, and the principal sign the week."""
    seat.sit(AUTHOR)
    for where in accounts:
        seat.go("plan")
        plan_post(seat, topic, where)
    seat.lock()
    seat.sit(PRINCIPAL)
    sign_week(seat)
    seat.lock()


def sign_week(seat: Sitting) -> None:
    """Let the principal, who sits, sign the open week."""
    hand = seat.hand
    seat.go("plan")
    hand.say_press("planui.sign-week")
    hand.wait("the signature", lambda: any("on paper too" in one for one in hand.seen()))


def plan_post(seat: Sitting, topic: str, where: Where) -> None:
    """Plan a topic for an account, on the first day of the open week on which one can."""
    hand = seat.hand
    hand.say_press("planui.plan-post")
    box = hand.wait_for(hand.said("planui.account"), QComboBox)
    assert isinstance(box, QComboBox)
    if box.currentText() != where.label:
        hand.choose(hand.said("planui.account"), where.label)
    hand.go_to(hand.said("planui.topic"), QLineEdit)
    hand.write(topic)
    hand.key("Return")
    seat.quiet()


def permit_alone(seat: Sitting) -> None:
    """Let the principal sign a planned post and give the author a standing permission for X (uncounted)."""
    hand = seat.hand
    have_signed(seat, PLANNED, X)
    seat.sit(PRINCIPAL)
    seat.go("approvals")
    hand.say_press("approvalui.standing-give")
    hand.choose(hand.said("approvalui.standing-who"), AUTHOR)
    hand.press(f"{X.platform} @{X.handle}")
    hand.say_press("approvalui.standing-give")
    hand.wait("the permission", lambda: any(one.startswith(AUTHOR) for one in hand.seen()))
    seat.lock()
    hand.acts = Acts()


def text_only_post(seat: Sitting) -> Acts:
    """One person writes, releases under a standing permission and publishes on one account."""
    hand = seat.hand
    seat.sit(AUTHOR)
    seat.go("plan")
    write_planned(seat, PLANNED)
    hand.go_to(hand.said("compose.words"))
    hand.write(WORDS)
    hand.key("Ctrl+Return")
    hand.say_press("compose.release-alone")
    publish(seat, X)
    return hand.acts


def write_planned(seat: Sitting, topic: str) -> None:
    """Begin the text of a planned post where it stands in the plan."""
    seat.quiet()
    days = seat.shown(PlanScreen).days
    steps = [one for one in days.findChildren(Button) if one.objectName().startswith("step:")]
    seat.hand.press_on(next(one for one in steps if one.accessibleDescription() == topic))
    seat.arrive("compose")


def choose_planned(seat: Sitting) -> None:
    """Say in one press that the open draft is for the next planned post."""
    seat.quiet()
    offer = seat.shown(ComposeScreen).writing.offer
    seat.hand.wait("the planned post's offer", lambda: offer.isVisible() and offer.isEnabled())
    seat.hand.press_on(offer)


def publish(seat: Sitting, *accounts: Where, pictures: int = 0) -> None:
    """Lead a released post through its accounts, as the main button asks each time."""
    hand = seat.hand
    seat.arrive("publish")
    for number, where in enumerate(accounts):
        hand.say_press("publishui.act-open", platform=where.platform)
        hand.press(f"{hand.said('publishui.which-handle')} @{where.handle}")
        for one in range(1, pictures + 1):
            hand.say_press("publishui.act-copy-alt", number=one, count=pictures)
        address = f"{where.posts}19900000000000000{number}"
        field = hand.wait_for(hand.said("publishui.link"), QLineEdit)
        hand.copy_elsewhere(address)
        hand.wait("the address", partial(_holds, field, address))
        beside = f"{hand.said('publishui.which-beside')} @{where.handle}"
        if hand.find(beside) is not None:
            hand.press(beside)
        hand.say_press("publishui.act-confirm", platform=where.platform)
    hand.wait_for(hand.said("publishui.to-today"))


def _holds(field: QWidget, text: str) -> bool:
    return isinstance(field, QLineEdit) and field.text() == text
