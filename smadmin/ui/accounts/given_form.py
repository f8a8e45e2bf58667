"""What somebody said by e-mail, letter or paper: who, how, on which day, and a scan of it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.turns import HOWS, Given
from smadmin.services.scans import ScanUnreadable
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import ChoiceField, DateField, Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scan_field import ScanField
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_SCAN = "scan"


class GivenForm(Card):
    """The form; hidden until something is to be entered.

    Signals:
        given: a `Given`, and the path of a scan or None.
    """

    given = Signal(object, object)

    def __init__(self, words: Wording) -> None:
        """Begin hidden and empty."""
        super().__init__(words.say("openingui.enter-title"))
        self._words, self._step = words, ""
        self.means = PlainLabel("", kind=TextKind.MUTED)
        self.said_by, self.how, self.day = QLineEdit(), ChoiceField(), DateField(words)
        for how in HOWS:
            self.how.addItem(words.say(f"openingui.how-{how}"), how)
        self.fields = {
            "said_by": Field(words.say("openingui.said-by"), self.said_by),
            "how": Field(words.say("openingui.how"), self.how),
            "day": Field(words.say("openingui.day"), self.day),
        }
        self.said_by.textEdited.connect(self._clear)
        self.said_by.returnPressed.connect(self._give)
        self.fields[_SCAN] = self.scan = ScanField(words)
        self.do_button = Button(words.say("openingui.enter-do"))
        self.do_button.clicked.connect(self._give)
        leave = Button(words.say("accountui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.rest)
        two, buttons = QHBoxLayout(), QHBoxLayout()
        two.setSpacing(SPACE_PX)
        two.addWidget(self.fields["how"], 1)
        two.addWidget(self.fields["day"], 1)
        buttons.addWidget(self.do_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        self.body.addWidget(self.means)
        self.body.addWidget(self.fields["said_by"])
        self.body.addLayout(two)
        self.body.addWidget(self.scan)
        self.body.addLayout(buttons)
        self.hide()

    def begin(self, step: str, today: date) -> None:
        """Show the form for somebody's word (`principal`, `communications`, `rights`)."""
        self._step = step
        self.means.show_text(self._words.say(f"openingui.enter-{step}"))
        self.day.show_day(today)
        begin_words(self)
        self.show()
        self.said_by.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def rest(self) -> None:
        """Begin anew, out of sight."""
        self.said_by.clear()
        self.scan.take(None)
        self._clear()
        self.hide()

    def show_refused(self, refused: KnownError) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        if isinstance(refused, ScanUnreadable):
            self.scan.refuse(self._words.error(refused))
            return True
        reasons = refused.reasons if isinstance(refused, NotAllowed) else ()
        for reason in reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self._words(reason.message))
        return bool(reasons) and all(reason.place in self.fields for reason in reasons)

    def _clear(self) -> None:
        for field in self.fields.values():
            field.clear_error()

    def _give(self) -> None:
        self._clear()
        day = self.day.day
        self.given.emit(
            Given(self._step, self.said_by.text(), str(self.how.currentData()), day), self.scan.path
        )
