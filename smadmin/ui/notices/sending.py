"""Sending a notice: choose a signed text, fill its blanks, see what goes out, say where else it is told."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.messages import say
from smadmin.domain.notices import BLANK_MOST, fill_blockers
from smadmin.services.notices import NoticeLine
from smadmin.ui.approvals.queue import platforms
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.notices.doubts import DoubtsPart
from smadmin.ui.plaintext import for_button, one_line
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

ELSEWHERE = ("website", "phone-calls", "e-mail", "messages", "radio", "paper")
"""Where a school tells people besides (`WIC-P4`); worded as `noticeui.else-…`."""

_COLUMNS = 2
_LONGEST = 40
"""Letters of a way that somebody typed: a box's words don't wrap."""


class SendCard(Card):
    """The form. `filled` tells that what would go out changed."""

    filled = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without texts."""
        super().__init__(words.say("noticeui.send"), parent)
        self._words = words
        self._lines: Sequence[NoticeLine] = ()
        self.choice = QComboBox()
        # Else the longest text would make the page wider than the window.
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._chosen)
        self._choice_field = Field(words.say("noticeui.which"), self.choice)
        self.fields: dict[str, Field] = {}
        self._blanks = QVBoxLayout()
        self._blanks.setSpacing(SPACE_PX)
        self.preview = PlainLabel("", kind=TextKind.TEXT)
        self.preview.setObjectName("preview")
        self.accounts = PlainLabel("", kind=TextKind.NOTE)
        self.elsewhere = {one: QCheckBox(for_button(words.say(f"noticeui.else-{one}"))) for one in ELSEWHERE}
        self.body.addWidget(self._choice_field)
        self.body.addLayout(self._blanks)
        self.body.addWidget(PlainLabel(words.say("noticeui.goes-out"), kind=TextKind.STRONG))
        self.body.addWidget(self.preview)
        self.body.addWidget(self.accounts)
        self.doubts = DoubtsPart(words)
        self.body.addWidget(self.doubts)
        self.body.addWidget(PlainLabel(words.say("noticeui.elsewhere"), kind=TextKind.STRONG))
        self.body.addWidget(PlainLabel(words.say("noticeui.elsewhere-note"), kind=TextKind.NOTE))
        self.channels: dict[str, QCheckBox] = {}
        self._boxes = QGridLayout()
        for place, box in enumerate(self.elsewhere.values()):
            self._boxes.addWidget(box, *divmod(place, _COLUMNS))
        self.body.addLayout(self._boxes)
        begin_words(self)

    @property
    def line(self) -> NoticeLine | None:
        """The text that is chosen, or None."""
        place = self.choice.currentIndex()
        return self._lines[place] if 0 <= place < len(self._lines) else None

    @property
    def values(self) -> dict[str, str]:
        """What fills each blank."""
        return {
            blank: field.control.text()
            for blank, field in self.fields.items()
            if isinstance(field.control, QLineEdit)
        }

    @property
    def missing(self) -> tuple[str, ...]:
        """Why it can't be sent yet, in words."""
        line = self.line
        if line is None:
            return (self._words.say("noticeui.choose"),)
        return self._words.reasons(fill_blockers(line.text, self.values)) or self.doubts.missing

    @property
    def places(self) -> tuple[str, ...]:
        """Where else it was published, in words."""
        ticked = (one for one, box in self.elsewhere.items() if box.isChecked())
        told = tuple(self._words.say(f"noticeui.else-{one}") for one in ticked)
        return (*told, *(one for one, box in self.channels.items() if box.isChecked()))

    def show_lines(self, lines: Sequence[NoticeLine]) -> None:
        """Offer these texts; what was typed into the one that is chosen stays."""
        same = [one.text for one in lines] == [one.text for one in self._lines]
        self._lines = lines
        if same:
            self._offer_channels()
            return
        blocked = QSignalBlocker(self.choice)
        self.choice.clear()
        for one in lines:
            kind = self._words.say(f"noticeui.kind-{one.text.kind.value}")
            self.choice.addItem(one_line(f"{kind}: {one.text.text}"))
        blocked.unblock()
        self._choice_field.setVisible(len(lines) > 1)
        self._chosen()

    def begin(self) -> None:
        """Put the keyboard where something is to be typed first."""
        first = next(iter(self.fields.values()), None)
        (self.choice if first is None else first.control).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_form(self) -> None:
        """Forget what was filled in."""
        for box in (*self.elsewhere.values(), *self.channels.values()):
            box.setChecked(False)
        self._chosen()

    def _chosen(self) -> None:
        empty_layout(self._blanks)
        self.fields = {}
        line = self.line
        for blank in () if line is None else line.text.blanks:
            control = QLineEdit()
            control.setObjectName(f"blank:{blank}")
            control.setMaxLength(BLANK_MOST)
            control.textChanged.connect(self._typed)
            self.fields[blank] = Field(blank[:1].upper() + blank[1:], control)
            self._blanks.addWidget(self.fields[blank])
        self.accounts.show_text("" if line is None else platforms(line.accounts))
        self._offer_channels()
        self._typed()

    def _offer_channels(self) -> None:
        """Offer the ways that the strategies name, beside those of every school; what is ticked stays."""
        standing = {box.text().casefold() for box in self.elsewhere.values()}
        line = self.line
        named = [one for one in (() if line is None else line.channels) if one.casefold() not in standing]
        if named == list(self.channels):
            return
        ticked = {one for one, box in self.channels.items() if box.isChecked()}
        for box in self.channels.values():
            self._boxes.removeWidget(box)
            box.deleteLater()
        self.channels = {one: QCheckBox(for_button(shorten(one, _LONGEST, placeholder="…"))) for one in named}
        for place, (one, box) in enumerate(self.channels.items(), len(self.elsewhere)):
            box.setChecked(one in ticked)
            self._boxes.addWidget(box, *divmod(place, _COLUMNS))

    def _typed(self) -> None:
        line = self.line
        self.preview.show_text("" if line is None else line.text.filled(self.values))
        self.filled.emit()


def goes_to(line: NoticeLine | None, words: Wording) -> str:
    """Word the main button: to how many accounts."""
    count = 0 if line is None else len(line.accounts)
    return words(say("noticeui.release", n=count))
