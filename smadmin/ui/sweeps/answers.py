"""The four answers to what was found, each with its key; a reason for what stays, a yes for what goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.sweeps import Decided
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.sweeps.found import KEYS, REASONS, FoundShown
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_REASON_MOST = 300


class Answers(QWidget):
    """The answers.

    Signals:
        given: a `Decided`, and why where it stays.
    """

    given = Signal(object, str)

    def __init__(self, words: Wording, around: QWidget) -> None:
        """Build them; `around` is where the keys work."""
        super().__init__()
        self._words = words
        self._item: FoundShown | None = None
        self._blocked: tuple[str, ...] = ()
        self._anew = ""
        self.buttons: dict[Decided, KeyButton] = {}
        row = FlowBox()
        for decided, key in KEYS.items():
            button = KeyButton(words.say(f"sweepui.answer-{decided.value}"), key)
            button.setObjectName(f"answer-{decided.value}")
            button.clicked.connect(lambda _checked=False, one=decided: self.press(one))
            self.buttons[decided] = button
            row.flow.addWidget(button)
        self.anew_button = KeyButton(words.say("sweepui.answer-anew"), "U")
        self.anew_button.setObjectName("answer-anew")
        self.anew_button.clicked.connect(self._answer_anew)
        row.flow.addWidget(self.anew_button)
        self._keep, self._down = self._built_keep(), self._built_down()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        for part in (row, self._keep, self._down):
            column.addWidget(part)
        for decided, key in KEYS.items():
            self._on_key(key, self.buttons[decided], around)
        self._on_key("U", self.anew_button, around)
        for number, ready in enumerate(self.reasons.values(), 1):
            self._on_key(str(number), ready, around)
        self.rest()

    def show_item(self, item: FoundShown | None, *, blocked: tuple[str, ...] = ()) -> None:
        """Offer what can be answered to this one; `blocked` says why nothing can be."""
        before, self._item, self._blocked = self._item, item, blocked
        if item is None or before is None or (item.key, item.decided) != (before.key, before.decided):
            self._anew = ""
            self.rest()
        self._show_buttons()

    def press(self, decided: Decided) -> None:
        """Answer; what stays asks why first, what goes asks once more."""
        self.rest()
        if decided is Decided.KEEP:
            self._keep.show()
            bring_into_view(self._keep)
            next(iter(self.reasons.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        elif decided is Decided.TAKE_DOWN:
            self._down.show()
            bring_into_view(self._down)
            self.down_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.given.emit(decided, "")

    def _show_buttons(self) -> None:
        item = self._item
        asked = item is not None and (item.open or item.key == self._anew)
        for decided, button in self.buttons.items():
            button.setVisible(asked)
            why = self._blocked or (() if item is None else self._words.reasons(item.barred.get(decided, ())))
            if why:
                button.block(why)
            else:
                button.allow()
        self.anew_button.setVisible(item is not None and not asked and not self._blocked)

    def _answer_anew(self) -> None:
        if self._item is not None:
            self._anew = self._item.key
            self._show_buttons()

    def rest(self) -> None:
        """Put the reason and the last question away."""
        self.line.clear()
        self.why.clear_error()
        self._keep.hide()
        self._down.hide()

    def _built_keep(self) -> QWidget:
        said = self._words.say
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.line = QLineEdit()
        self.line.setMaxLength(_REASON_MOST)
        self.why = Field(said("sweepui.keep-own"), self.line)
        self.line.returnPressed.connect(self._keep_it)
        column.addWidget(PlainLabel(said("sweepui.keep-why"), kind=TextKind.STRONG))
        self.reasons: dict[str, Button] = {}
        ready = FlowBox()
        for number, one in enumerate(REASONS, 1):
            words = said(f"sweepui.keep-{one}")
            button = KeyButton(words, str(number), kind=ButtonKind.PLAIN)
            button.setObjectName(f"keep-{one}")
            button.clicked.connect(lambda _checked=False, why=words: self.given.emit(Decided.KEEP, why))
            self.reasons[one] = button
            ready.flow.addWidget(button)
        column.addWidget(ready)
        column.addWidget(self.why)
        row = FlowBox()
        self.keep_button = Button(said("sweepui.keep-do"))
        self.keep_button.clicked.connect(self._keep_it)
        row.flow.addWidget(self.keep_button)
        row.flow.addWidget(self._leave_button())
        column.addWidget(row)
        return whole

    def _built_down(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(self._words.say("sweepui.down-means"), kind=TextKind.MUTED))
        row = FlowBox()
        self.down_button = Button(self._words.say("sweepui.down-do"), kind=ButtonKind.DESTRUCTIVE)
        self.down_button.setObjectName("down-do")
        self.down_button.clicked.connect(lambda _checked=False: self.given.emit(Decided.TAKE_DOWN, ""))
        row.flow.addWidget(self.down_button)
        row.flow.addWidget(self._leave_button())
        column.addWidget(row)
        return whole

    def _leave_button(self) -> Button:
        button = Button(self._words.say("sweepui.leave"), kind=ButtonKind.QUIET)
        button.clicked.connect(self.rest)
        return button

    def _keep_it(self) -> None:
        why = " ".join(self.line.text().split())
        if why:
            self.given.emit(Decided.KEEP, why)
        else:
            self.why.show_error(self._words.say("sweepui.keep-missing"))

    def _on_key(self, keys: str, button: Button, around: QWidget) -> None:
        """Press a button by its key while it is seen; a line that is being written keeps its letters."""
        shortcut = QShortcut(QKeySequence(keys), around)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: button.click() if button.isVisible() else None)
