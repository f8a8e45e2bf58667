"""What a crisis hold stopped and couldn't stop, with the question for the reason; whether it may end."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.crisis import WHY_MOST, Caught, CrisisSheet
from smadmin.domain.messages import Message, say
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import scrolled
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_WIDTH_PX = 560
_LED_TO = frozenset({"crisis.sheet-there", "crisis.sheet-despite", "crisis.sheet-out"})
"""Lines beside which a press leads to the post."""
_MOST_ACCOUNTS = 6
"""So many accounts are named; the posts are all, for somebody must look at each."""
_AT_MOST, _LISTED_AT_LEAST_PX = 0.92, 120
"""Such a part of the screen's height it all takes; the list scrolls then, and is no lower than this."""


class SheetDialog(FittedDialog):
    """What stands still. `whyGiven` carries the reason, `postAsked` a post; `endAsked` asks for its end."""

    whyGiven = Signal(str)
    postAsked = Signal(str)
    endAsked = Signal()

    def __init__(self, sheet: CrisisSheet, words: Wording, parent: QWidget | None = None) -> None:
        """Take what was read."""
        super().__init__(_WIDTH_PX, parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, crisis = words.say("crisis.sheet-title"), sheet.crisis
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(PlainLabel(words.say("crisis.stopped", name=crisis.by, at=crisis.at)))
        self.lines = tuple(StateLine(state, words(said)) for state, said in sheet_lines(sheet))
        self._listed = QWidget()
        self.looks: list[Button] = []
        lines = QVBoxLayout(self._listed)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_PX)
        led_to = iter((*sheet.there, *sheet.despite, *sheet.out))
        for line, (_, said) in zip(self.lines, sheet_lines(sheet), strict=True):
            lines.addWidget(line)
            if said.id in _LED_TO:
                lines.addWidget(self._look(next(led_to), words), 0, Qt.AlignmentFlag.AlignLeft)
        self._area = scrolled(self._listed, "crisis-lines")
        self._area.setFixedHeight(_LISTED_AT_LEAST_PX)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # scrolled by keys, too
        self._area.setAccessibleName(words.say("crisis.see"))
        column.addWidget(self._area)
        self.why = QLineEdit(crisis.why)
        self.why.setMaxLength(WHY_MOST)
        field = Field(words.say("crisis.why"), self.why, note=words.say("crisis.why-note"))
        field.setVisible(sheet.may_say_why)
        column.addWidget(field)
        self.save = Button(words.say("crisis.why-save"), kind=ButtonKind.MAIN)
        self.save.setVisible(sheet.may_say_why)
        self.save.setEnabled(False)
        self.close_button = Button(words.say("crisis.close"))
        self.end_button = Button(words.say("crisis.let-go-on"), kind=ButtonKind.QUIET)
        self.end_button.setVisible(not sheet.may_end)
        column.addLayout(self._buttons())
        self.why.textChanged.connect(lambda said: self.save.setEnabled(bool(said.strip())))
        self.save.setDefault(True)
        self.save.clicked.connect(self._give)
        self.close_button.clicked.connect(self.reject)
        self.end_button.clicked.connect(self._ask_end)
        (self.why if sheet.may_say_why else self.close_button).setFocus()

    @override
    def _fit(self) -> None:
        """Give the list its height, as far as the screen has room beside the rest."""
        listed, whole = self._listed.layout(), self.layout()
        if listed is not None and whole is not None and self.isVisible():
            rest = whole.totalHeightForWidth(self.width()) - self._area.minimumHeight()
            room = round(self.screen().availableSize().height() * _AT_MOST) - rest
            needed = listed.totalHeightForWidth(self.width() - 6 * SPACE_PX)
            self._area.setFixedHeight(max(_LISTED_AT_LEAST_PX, min(needed, room)))
        super()._fit()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(self.end_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.save)
        return row

    def _look(self, one: Caught, words: Wording) -> Button:
        """Lead to a post that is out: there it is taken down."""
        button = Button(words.say("crisis.look"), kind=ButtonKind.QUIET)
        button.setAccessibleDescription(one.words)
        button.clicked.connect(lambda: self._ask_post(one))
        self.looks.append(button)
        return button

    def _ask_post(self, one: Caught) -> None:
        self.reject()
        self.postAsked.emit(one.post)

    def _give(self) -> None:
        self.whyGiven.emit(self.why.text().strip())
        self.accept()

    def _ask_end(self) -> None:
        self.reject()
        self.endAsked.emit()


class EndDialog(FormDialog):
    """Whether everything may go on. `ended` carries why."""

    ended = Signal(str)

    def __init__(self, sheet: CrisisSheet, words: Wording, parent: QWidget | None = None) -> None:
        """Take what was read; without a reason nothing goes on."""
        super().__init__(
            words.say("crisis.end-title"),
            words.say("crisis.end-lead"),
            main=words.say("crisis.end-do"),
            leave=words.say("crisis.end-keep"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self.fields.addWidget(StateLine(State.WAITS, words(_waiting(sheet))))
        self.why = QLineEdit()
        self.why.setMaxLength(WHY_MOST)
        self.fields.addWidget(Field(words.say("crisis.end-why"), self.why))
        self.main.setEnabled(False)
        self.why.textChanged.connect(lambda said: self.main.setEnabled(bool(said.strip())))
        self.main.clicked.connect(self._give)
        self.why.setFocus()

    def _give(self) -> None:
        self.ended.emit(self.why.text().strip())
        self.accept()


def sheet_lines(sheet: CrisisSheet) -> Iterator[tuple[State, Message]]:
    """Say what stands still and what couldn't be stopped, the gravest first."""
    kinds = {
        "leaving": sheet.leaving,
        "there": sheet.there,
        "by-hand": sheet.by_hand,
        "despite": sheet.despite,
        "out": sheet.out,
    }
    for kind, caught in kinds.items():
        for one in caught:
            yield State.DOUBT, _caught_said(kind, one)
    if sheet.stopped or not sheet.there:  # what a platform keeps waited, too
        yield State.WAITS, _waiting(sheet)
    for one in sheet.waits:
        yield State.NOTE, _caught_said("waits", one)
    if sheet.waits and sheet.stopped > len(sheet.waits):
        yield State.NOTE, say("crisis.sheet-more", n=sheet.stopped - len(sheet.waits))
    if sheet.notices:
        yield State.NOTE, say("crisis.sheet-notices", n=sheet.notices)
    if sheet.accounts:
        yield State.NOTE, say("crisis.sheet-elsewhere", accounts=", ".join(sheet.accounts[:_MOST_ACCOUNTS]))


def _caught_said(kind: str, one: Caught) -> Message:
    page = {"page": one.link} if kind == "there" else {}
    return say(f"crisis.sheet-{kind}", name=one.by, words=one.words, account=one.label, **page)


def _waiting(sheet: CrisisSheet) -> Message:
    return say("crisis.sheet-stopped", n=sheet.stopped) if sheet.stopped else say("crisis.sheet-nothing")
