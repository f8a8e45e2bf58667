"""The posts of one day on the weekly page: a line each, and at first only as many as are quickly made.

A day with more of them shows first what waits for somebody, then what stands as planned, then what is out.
"""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import PostId, SlotId
from smadmin.domain.messages import Message
from smadmin.domain.plan import Slot
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plan.model import BesideLine, SlotLine
from smadmin.ui.plan.nextdeed import SlotDeed
from smadmin.ui.plan.striking import StrikeButton
from smadmin.ui.platform_mark import PlatformMark
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

FIRST_LINES, MORE_LINES = 10, 12
_LAST = {State.NOTE: 1, State.FINE: 2}
"""What stands as it should comes after what doesn't."""

Line = SlotLine | BesideLine


def in_turn(slots: Sequence[SlotLine], beside: Sequence[BesideLine]) -> tuple[Line, ...]:
    """Give a day's posts in the order in which they are shown."""
    every: tuple[Line, ...] = (*slots, *beside)
    return every if len(every) <= FIRST_LINES else tuple(sorted(every, key=_urgency))


def _urgency(line: Line) -> int:
    waits = isinstance(line, SlotLine) and line.extra is not None
    return 0 if waits else _LAST.get(line.state, 0)


class DayPosts(QWidget):
    """A day's posts.

    Signals:
        stepChosen: a `SlotLine` whose button was pressed.
        childOutAsked: the id of a post that is out and goes everywhere, at once.
        changeAsked: the slot to be changed.
        removeAsked: the slot to be taken out.
        strikeAsked: a slot's id, and whether it is struck now.
        grown: more of them are shown now.
    """

    stepChosen = Signal(object)
    childOutAsked = Signal(str)
    changeAsked = Signal(object)
    removeAsked = Signal(object)
    strikeAsked = Signal(str, bool)
    grown = Signal()

    def __init__(
        self,
        words: Wording,
        lines: Sequence[Line],
        struck: Collection[SlotId] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show the first lines; some posts are struck."""
        super().__init__(parent)
        self._words, self._struck = words, struck
        self._halves: list[QBoxLayout] = []
        self._direction = QBoxLayout.Direction.LeftToRight
        self._places: dict[SlotId, QVBoxLayout] = {}
        self._first_buttons: dict[SlotId, Button] = {}
        self._rest = tuple(lines)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = Button("", kind=ButtonKind.LINK)
        self._more.setObjectName("more-posts")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(self._rest[:FIRST_LINES])

    def place_of(self, slot: SlotId) -> QVBoxLayout | None:
        """Give where a post's line stands, None where it isn't shown."""
        return self._places.get(slot)

    def first_button(self, slot: SlotId) -> Button | None:
        """Give the first button of a post's line, which is shown for that; None where it is another day's."""
        hidden = [one for one in self._rest if isinstance(one, SlotLine) and one.slot.id == slot]
        if hidden:
            self._add(hidden)
            self.grown.emit()
        return self._first_buttons.get(slot)

    def arrange(self, *, beside: bool) -> None:
        """Put states and buttons beside the topics where there is room for both."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._direction = across if beside else down
        for halves in self._halves:
            halves.setDirection(self._direction)
            halves.setSpacing(SPACE_PX if beside else 0)

    def _show_more(self) -> None:
        focused, first = self._more.hasFocus(), self._rest[0]
        self._add(self._rest[:MORE_LINES])
        self.grown.emit()
        button = self._first_buttons.get(first.slot.id) if isinstance(first, SlotLine) else None
        if focused and button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, lines: Sequence[Line]) -> None:
        """Show some of the lines that aren't shown yet."""
        for line in lines:
            place = QVBoxLayout()
            if isinstance(line, SlotLine):
                place.addWidget(self._line(line))
                self._places[line.slot.id] = place
            else:
                place.addWidget(self._beside(line))
            self._column.insertLayout(self._column.count() - 1, place)
        self._rest = tuple(one for one in self._rest if all(one is not line for line in lines))
        self._more.setText(self._words.say("planui.show-more", n=len(self._rest)))
        self._more.setVisible(bool(self._rest))

    def _row(self, platform: Platform, topic: PlainLabel, account: str) -> tuple[QWidget, QHBoxLayout]:
        """Make a line, and the place in it for its state and buttons: beside what it says, or below."""
        whole = QWidget()
        halves = QBoxLayout(self._direction, whole)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(SPACE_PX)
        self._halves.append(halves)
        row, after = QHBoxLayout(), QHBoxLayout()
        for half in (row, after):
            half.setSpacing(SPACE_PX)
        row.addWidget(PlatformMark(platform), 0, Qt.AlignmentFlag.AlignVCenter)
        both = QVBoxLayout()  # beside each other one of them would be cut
        both.setSpacing(0)
        both.addWidget(topic)
        both.addWidget(PlainLabel(account, kind=TextKind.NOTE, fold=Fold.SHORTEN))
        row.addLayout(both, 1)
        halves.addLayout(row, 1)
        halves.addLayout(after)
        return whole, after

    def _beside(self, line: BesideLine) -> QWidget:
        topic = PlainLabel(self._words(line.about), kind=TextKind.MUTED, fold=Fold.SHORTEN)
        whole, row = self._row(line.platform, topic, line.account)
        row.addWidget(StateChip(line.state, self._words(line.word)))
        row.addSpacing(HALF_SPACE_PX)
        row.addStretch(1)
        return whole

    def _line(self, line: SlotLine) -> QWidget:
        topic = PlainLabel(_named(self._words, line.slot), fold=Fold.SHORTEN)
        whole, row = self._row(line.platform, topic, line.account)
        chip = StateChip(line.state, self._words(line.word))
        row.addWidget(chip)
        row.addSpacing(HALF_SPACE_PX)
        if line.deed is not None:
            step = Button(self._words.say(f"planui.step-{line.deed.value}"), kind=ButtonKind.SMALL)
            step.setObjectName(f"step:{line.slot.id}")
            step.setAccessibleDescription(line.slot.topic)
            step.clicked.connect(lambda: self.stepChosen.emit(line))
            row.addWidget(step)
        if line.deed is SlotDeed.SEE and line.post is not None:
            row.addWidget(self._child_out(line, line.post))
        if line.strikes:
            row.addWidget(self._striking(line, topic, chip))
        if line.changes:
            pencil = self._icon("pencil", "planui.change-slot", line)
            self._first_buttons[line.slot.id] = pencil
            row.addWidget(pencil)
            row.addWidget(self._icon("trash-2", "planui.remove-slot", line))
        row.addStretch(1)
        below = [(State.DOUBT, clash) for clash in line.clashes]
        if line.extra is not None and not (line.strikes and line.struck):  # the chip says that
            below.append((State.WAITS, line.extra))
        if line.was is not None:
            below.append((State.NOTE, line.was))
        return self._with_lines(whole, below) if below else whole

    def _child_out(self, line: SlotLine, post: PostId) -> Button:
        said = f"{self._words.say('cases.child-out')}: {line.slot.topic}"
        button = Button(said, kind=ButtonKind.ICON, icon="circle-alert")
        button.setObjectName(f"child-out:{line.slot.id}")
        button.clicked.connect(lambda: self.childOutAsked.emit(post))
        return button

    def _striking(self, line: SlotLine, topic: PlainLabel, chip: StateChip) -> StrikeButton:
        button = StrikeButton(self._words, line, topic, chip, struck=line.slot.id in self._struck)
        button.struckChanged.connect(partial(self.strikeAsked.emit, line.slot.id))
        return button

    def _with_lines(self, row: QWidget, below: Sequence[tuple[State, Message]]) -> QWidget:
        """Put lines below a row: beside its chip there is no room for them."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        for state, said in below:
            column.addWidget(StateLine(state, self._words(said)))
        return both

    def _icon(self, icon: str, said: str, line: SlotLine) -> Button:
        button = Button(self._words.say(said, topic=line.slot.topic), kind=ButtonKind.ICON, icon=icon)
        removes = icon == "trash-2"
        button.setObjectName(f"{'x' if removes else icon}:{line.slot.id}")
        if removes and line.fixed is not None:
            button.block((self._words(line.fixed),))
        asked = self.removeAsked if removes else self.changeAsked
        button.clicked.connect(lambda: asked.emit(line.slot))
        return button


def _named(words: Wording, slot: Slot) -> str:
    """Give a post's topic, after its time where it has one."""
    return slot.topic if slot.at is None else words.say("gridui.at", topic=slot.topic, at=slot.at)
