"""*How do I…*: the ways through the program, each in a few steps.

The steps name buttons and screens by their own messages, so that they can't say what no button says.
"""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from smadmin.domain.messages import Message, say
from smadmin.ui.cards import Card
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class Way:
    """One way: what is wanted, and the steps, a line each."""

    title: Message
    steps: Message


WAYS = (
    Way(
        say("help.way-post"),
        say(
            "help.way-post-steps",
            compose=say("shell.screen-compose"),
            read_back=say("compose.read-back"),
            submit=say("compose.hand-in"),
            hand_over=say("shell.hand-over"),
            release=say("approvalui.release"),
        ),
    ),
    Way(
        say("help.way-photo"),
        say(
            "help.way-photo-steps",
            photos=say("shell.screen-photos"),
            add=say("photoui.add-photos"),
            use=say("photoui.use"),
        ),
    ),
    Way(
        say("help.way-second-look"),
        say(
            "help.way-second-look-steps",
            hand_over=say("shell.hand-over"),
            photos=say("shell.screen-photos"),
            fine=say("photoui.fine"),
            give_back=say("session.give-back"),
            send=say("away.send"),
        ),
    ),
    Way(
        say("help.way-week"),
        say(
            "help.way-week-steps",
            hand_over=say("shell.hand-over"),
            plan=say("shell.screen-plan"),
            sign=say("planui.sign-week"),
        ),
    ),
    Way(
        say("help.way-plan"),
        say(
            "help.way-plan-steps",
            plan=say("shell.screen-plan"),
            add=say("planui.plan-post"),
            calendar=say("gridui.calendar"),
            weekly=say("gridui.every-week"),
            copy=say("gridui.copy-week"),
            paste=say("gridui.paste"),
        ),
    ),
    Way(
        say("help.way-days"),
        say(
            "help.way-days-steps",
            school=say("shell.screen-school"),
            more=say("shell.more"),
            calendar=say("schooldays.page"),
            choose=say("daysfile.choose"),
            add=say("schooldays.add"),
            closed=say("schooldays.closed-now"),
        ),
    ),
    Way(
        say("help.way-notice"),
        say(
            "help.way-notice-steps",
            today=say("shell.screen-today"),
            notices=say("today.notices"),
            sign=say("noticeui.sign-another"),
        ),
    ),
    Way(
        say("help.way-person"),
        say(
            "help.way-person-steps",
            hand_over=say("shell.hand-over"),
            newcomer=say("session.newcomer"),
            let_in=say("founding.let-in"),
        ),
    ),
    Way(
        say("help.way-out"),
        say(
            "help.way-out-steps",
            photos=say("shell.screen-photos"),
            compose=say("shell.screen-compose"),
        ),
    ),
    Way(
        say("help.way-passphrase"),
        say(
            "help.way-passphrase-steps",
            hand_over=say("shell.hand-over"),
            newcomer=say("session.newcomer"),
        ),
    ),
    Way(
        say("help.way-backup"),
        say(
            "help.way-backup-steps",
            records=say("shell.screen-records"),
            backup=say("recordui.backup-now"),
            carried=say("recordui.backup-carried"),
        ),
    ),
    Way(
        say("help.way-clock"),
        say(
            "help.way-clock-steps",
            today=say("shell.screen-today"),
            right=say("clock.behind-right"),
        ),
    ),
    Way(
        say("help.way-own"),
        say("help.way-own-steps", set_up=say("shell.deed-set-up-school")),
    ),
)


class GuideSheet(Sheet):
    """Every way, a card each."""

    def __init__(self, words: Wording, above: QWidget) -> None:
        """Take the window over which it opens."""
        super().__init__(words.say("help.guide-title"), words, above)
        for way in WAYS:
            card = Card(words(way.title))
            for number, step in enumerate(words(way.steps).splitlines(), 1):
                card.body.addWidget(PlainLabel(words.say("help.step", number=number, step=step)))
            self.body.addWidget(card)
