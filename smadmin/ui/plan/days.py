"""The week, day by day: each post with how it stands, and in its place the line that plans or changes one."""

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import SlotId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, rule
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plan.dayposts import FIRST_LINES, DayPosts, in_turn
from smadmin.ui.plan.editor import SlotEditor
from smadmin.ui.plan.model import Day, PlanModel
from smadmin.ui.screen import NEXT_TURN_MS
from smadmin.ui.states import StateChip
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_WEEKEND = 5
_DAY_LINES = 9
"""So many line heights wide is a day's name with the plus beside it."""
_BESIDE_FROM_LINES = 34
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX
_AT_ONCE = 12
"""So many lines make a turn of the window; a week with more comes in several."""


class DaysCard(Card):
    """The week's days.

    Signals:
        stepChosen: a `SlotLine` whose button was pressed.
        childOutAsked: as `DayPosts`.
        addAsked: the day for which somebody wants to plan a post.
        changeAsked: the slot to be changed.
        removeAsked: the slot to be taken out.
        strikeAsked: a slot's id, and whether it is struck now.
    """

    stepChosen = Signal(object)
    childOutAsked = Signal(str)
    addAsked = Signal(object)
    changeAsked = Signal(object)
    removeAsked = Signal(object)
    strikeAsked = Signal(str, bool)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_week`."""
        super().__init__("", parent)
        self._words = words
        self._places: dict[str, QVBoxLayout] = {}
        self._hidden: QWidget | None = None
        self._posts: list[DayPosts] = []
        self._to_come: list[Day] = []
        self._goal: SlotId | None = None
        self._plans = False
        self._struck: Collection[SlotId] = ()
        self._rows: list[QBoxLayout] = []
        self._heads: list[QWidget] = []
        self._coming = QTimer(self, singleShot=True, interval=NEXT_TURN_MS)
        self._coming.setObjectName("plan-days")
        self._coming.timeout.connect(self._add_days)
        self.body.setSpacing(HALF_SPACE_PX)
        self.editor: SlotEditor | None = None

    def show_week(self, model: PlanModel, struck: Collection[SlotId] = ()) -> None:
        """Show other days; an open editor is closed, and some posts are struck."""
        self.clear()
        self._struck = struck
        self._places, self.editor, self._hidden = {}, None, None
        self._posts, self._goal = [], None
        self._rows, self._heads = [], []
        self._plans = bool(model.plannable)
        if any(slot.strikes and slot.changes for day in model.days for slot in day.slots):
            self.body.addWidget(PlainLabel(self._words.say("planui.strike-or-remove"), kind=TextKind.NOTE))
        self._to_come = [
            day for day in model.days if day.slots or day.beside or day.day.weekday() < _WEEKEND or day.open
        ]
        self._add_days()

    @property
    def whole(self) -> bool:
        """Whether every day stands there by now."""
        return not self._to_come

    def _add_days(self) -> None:
        """Add days until enough was made for a turn; the others come in the next ones."""
        made = 0
        while self._to_come and (not made or made + _lines(self._to_come[0]) <= _AT_ONCE):
            day = self._to_come.pop(0)
            if self._posts:
                self.body.addWidget(rule())
            self._add_day(day)
            made += _lines(day)
        self._arrange()
        if self._to_come:
            self._coming.start()
            return
        self._coming.stop()
        self.body.addStretch(1)
        if self._goal is not None:
            self.go_to(self._goal)

    def open_editor(self, editor: SlotEditor, place: str) -> None:
        """Put an editor below a day (its date) or in place of a slot (its id)."""
        self.close_editor()
        column = self._places.get(place) or self._place_of(SlotId(place))
        if column is None:
            return  # somebody took it away meanwhile
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
        self._goal = slot if self._to_come else None
        button = next((one for posts in self._posts if (one := posts.first_button(slot)) is not None), None)
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

    def _place_of(self, slot: SlotId) -> QVBoxLayout | None:
        return next((place for posts in self._posts if (place := posts.place_of(slot)) is not None), None)

    def _add_day(self, day: Day) -> None:
        whole, posts = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        whole.setSpacing(SPACE_PX)
        posts.setSpacing(0)
        add = self._add_button(day) if self._plans and day.open else None
        named = self._named(day, add if day.slots else None)
        whole.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(posts, 1)
        self._heads.append(named)
        self._rows.append(whole)
        if day.named is not None:
            posts.addWidget(PlainLabel(self._words(day.named), kind=TextKind.NOTE))
        lines = DayPosts(self._words, in_turn(day.slots, day.beside), self._struck)
        lines.strikeAsked.connect(self.strikeAsked)
        lines.stepChosen.connect(self.stepChosen)
        lines.childOutAsked.connect(self.childOutAsked)
        lines.changeAsked.connect(self.changeAsked)
        lines.removeAsked.connect(self.removeAsked)
        lines.grown.connect(self._arrange)
        self._posts.append(lines)
        posts.addWidget(lines)
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
        called = PlainLabel(name[:1].upper() + name[1:], kind=kind, fold=Fold.SHORTEN)
        called.ensurePolished()  # so that its width is known
        lines.addWidget(called)
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
        # A window's own font can be smaller than that of its labels, whose names stay whole.
        wide = max((_DAY_LINES * line_px, *(head.sizeHint().width() for head in self._heads)))
        for head in self._heads:
            head.setMinimumWidth(wide if beside else 0)
            head.setMaximumWidth(wide if beside else _NO_LIMIT)
        for posts in self._posts:
            posts.arrange(beside=beside)


def _lines(day: Day) -> int:
    return min(len(day.slots) + len(day.beside), FIRST_LINES)


def _is_day(place: str) -> bool:
    return len(place) == len("2026-11-16")
