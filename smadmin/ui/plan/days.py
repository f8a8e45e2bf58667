"""The week, day by day: each post with how it stands, and in its place the line that plans or changes one."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import SlotId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, rule
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plan.editor import SlotEditor
from smadmin.ui.plan.model import BesideLine, Day, PlanModel, SlotLine
from smadmin.ui.platform_mark import PlatformMark
from smadmin.ui.states import StateChip
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_WEEKEND = 5
_DAY_LINES = 8
"""So many line heights wide is a day's name with the plus beside it."""
_BESIDE_FROM_LINES = 34
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX


class DaysCard(Card):
    """The week's days.

    Signals:
        stepChosen: a `SlotLine` whose button was pressed.
        addAsked: the day for which somebody wants to plan a post.
        changeAsked: the slot to be changed.
        removeAsked: the slot to be taken out.
    """

    stepChosen = Signal(object)
    addAsked = Signal(object)
    changeAsked = Signal(object)
    removeAsked = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_week`."""
        super().__init__("", parent)
        self._words = words
        self._places: dict[str, QVBoxLayout] = {}
        self._hidden: QWidget | None = None
        self._first_buttons: dict[SlotId, Button] = {}
        self._rows: list[QBoxLayout] = []
        self._heads: list[QWidget] = []
        self._both: list[QBoxLayout] = []
        self.body.setSpacing(HALF_SPACE_PX)
        self.editor: SlotEditor | None = None

    def show_week(self, model: PlanModel) -> None:
        """Show other days; an open editor is closed."""
        self.clear()
        self._places, self.editor, self._hidden = {}, None, None
        self._first_buttons = {}
        self._rows, self._heads, self._both = [], [], []
        shown = [
            day for day in model.days if day.slots or day.beside or day.day.weekday() < _WEEKEND or day.open
        ]
        for number, day in enumerate(shown):
            if number:
                self.body.addWidget(rule())
            self._add_day(day, plans=bool(model.plannable))
        self.body.addStretch(1)
        self._arrange()

    def open_editor(self, editor: SlotEditor, place: str) -> None:
        """Put an editor below a day (its date) or in place of a slot (its id)."""
        self.close_editor()
        column = self._places[place]
        if not _is_day(place):
            item = column.itemAt(0)
            self._hidden = None if item is None else item.widget()
            if self._hidden is not None:
                self._hidden.hide()
        column.addWidget(editor)
        self.editor = editor
        editor.begin()

    def go_to(self, slot: SlotId) -> None:
        """Put the keyboard on a slot's line: it was just written there."""
        button = self._first_buttons.get(slot)
        if button is not None:
            # It is shown by an event that waits already; before that it takes no keyboard.
            QTimer.singleShot(0, button, button.setFocus)

    def close_editor(self) -> None:
        """Take the editor away; what it stood in place of is seen again."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
        if self._hidden is not None:
            self._hidden.show()
        self.editor, self._hidden = None, None

    def _add_day(self, day: Day, *, plans: bool) -> None:
        whole, posts = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        whole.setSpacing(SPACE_PX)
        posts.setSpacing(0)
        add = self._add_button(day) if plans and day.open else None
        named = self._named(day, add if day.slots else None)
        whole.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(posts, 1)
        self._heads.append(named)
        self._rows.append(whole)
        for line in day.slots:
            place = QVBoxLayout()
            place.addWidget(self._line(line))
            self._places[line.slot.id] = place
            posts.addLayout(place)
        for beside in day.beside:
            posts.addWidget(self._beside(beside))
        if add is not None and not day.slots:
            posts.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        place = QVBoxLayout()
        self._places[day.day.isoformat()] = place
        posts.addLayout(place)
        posts.addStretch(1)
        self.body.addLayout(whole)

    def _add_button(self, day: Day) -> Button:
        """Make the button that plans a post; beside posts its plus is enough, so that a week is one page."""
        kind = ButtonKind.ICON if day.slots else ButtonKind.QUIET
        add = Button(self._words.say("planui.plan-post"), kind=kind, icon="plus")
        add.setObjectName(f"add:{day.day.isoformat()}")
        add.setAccessibleDescription(self._words(day.weekday))
        add.clicked.connect(lambda: self.addAsked.emit(day.day))
        return add

    def _named(self, day: Day, add: Button | None) -> QWidget:
        named = QWidget()
        head = QHBoxLayout(named)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_PX)
        name = self._words(day.weekday)
        kind = TextKind.STRONG if day.open or day.slots or day.beside else TextKind.MUTED
        lines = QVBoxLayout()
        lines.setSpacing(0)
        # Some languages write weekdays small, which isn't for headings.
        lines.addWidget(PlainLabel(name[:1].upper() + name[1:], kind=kind, fold=Fold.SHORTEN))
        short = self._words.say("planui.date", day=day.day)
        if day.today:
            chip = StateChip(State.NOTE, self._words.say("planui.today"))
            lines.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            lines.addWidget(PlainLabel(short, kind=TextKind.NOTE, fold=Fold.SHORTEN))
        head.addLayout(lines, 1)
        if add is not None:
            head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return named

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the posts beside their days where there is room for both."""
        line_px = self.fontMetrics().height()
        beside = self.width() >= _BESIDE_FROM_LINES * line_px
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(across if beside else down)
        for head in self._heads:
            head.setMinimumWidth(_DAY_LINES * line_px if beside else 0)
            head.setMaximumWidth(_DAY_LINES * line_px if beside else _NO_LIMIT)
        for both in self._both:
            both.setDirection(across if beside else down)
            both.setSpacing(SPACE_PX if beside else 0)

    def _row(self, platform: Platform, topic: PlainLabel, account: str) -> tuple[QWidget, QHBoxLayout]:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX)
        row.addWidget(PlatformMark(platform), 0, Qt.AlignmentFlag.AlignVCenter)
        both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        both.addWidget(topic)
        both.addWidget(PlainLabel(account, kind=TextKind.NOTE, fold=Fold.SHORTEN), 1)
        self._both.append(both)
        row.addLayout(both, 1)
        return whole, row

    def _beside(self, line: BesideLine) -> QWidget:
        topic = PlainLabel(self._words(line.about), kind=TextKind.MUTED, fold=Fold.SHORTEN)
        whole, row = self._row(line.platform, topic, line.account)
        row.addWidget(StateChip(line.state, self._words(line.word)))
        row.addSpacing(HALF_SPACE_PX)
        return whole

    def _line(self, line: SlotLine) -> QWidget:
        topic = PlainLabel(line.slot.topic, fold=Fold.SHORTEN)
        whole, row = self._row(line.platform, topic, line.account)
        if line.extra is not None:
            row.addWidget(StateChip(State.WAITS, self._words(line.extra)))
        row.addWidget(StateChip(line.state, self._words(line.word)))
        row.addSpacing(HALF_SPACE_PX)
        if line.deed is not None:
            step = Button(self._words.say(f"planui.step-{line.deed.value}"), kind=ButtonKind.SMALL)
            step.setObjectName(f"step:{line.slot.id}")
            step.setAccessibleDescription(line.slot.topic)
            step.clicked.connect(lambda: self.stepChosen.emit(line))
            row.addWidget(step)
        if line.changes:
            pencil = self._icon("pencil", "planui.change-slot", line)
            self._first_buttons[line.slot.id] = pencil
            row.addWidget(pencil)
            row.addWidget(self._icon("x", "planui.remove-slot", line))
        return whole

    def _icon(self, icon: str, said: str, line: SlotLine) -> Button:
        button = Button(self._words.say(said, topic=line.slot.topic), kind=ButtonKind.ICON, icon=icon)
        button.setObjectName(f"{icon}:{line.slot.id}")
        if icon == "x" and line.fixed is not None:
            button.block((self._words(line.fixed),))
        asked = self.removeAsked if icon == "x" else self.changeAsked
        button.clicked.connect(lambda: asked.emit(line.slot))
        return button


def _is_day(place: str) -> bool:
    return len(place) == len("2026-11-16")
