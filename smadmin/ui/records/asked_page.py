"""Answering a records request: which one, what is looked for, what was found, each given or left out."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.blackening import Covered
from smadmin.domain.messages import Message
from smadmin.services.records_found import Found
from smadmin.services.records_gathered import Answer
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.records.asked_forms import RequestCard, SearchCard
from smadmin.ui.records.asked_said import count_line, found_rows
from smadmin.ui.rows import RowList
from smadmin.ui.scrolled import scrolled_alone
from smadmin.ui.sides import Sides
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_LIST_PX = 190


class ThingCard(Card):
    """One thing that was found, as it would leave. `decided` tells that it is left out, or not any more."""

    decided = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without one."""
        super().__init__(words.say("recordsasked.thing"))
        self._words = words
        self.text = PlainLabel("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.covers = PlainLabel("", kind=TextKind.NOTE)
        self.leave = QCheckBox(for_button(words.say("recordsasked.leave-out")))
        self.leave.setObjectName("leave-out")
        self.line = QLineEdit()
        self.why = Field(words.say("recordsasked.field-why"), self.line)
        for part in (self.text, self.covers, self.leave, self.why):
            self.body.addWidget(part)
        self.leave.clicked.connect(self._turned)
        self.line.textEdited.connect(self.decided)

    def show_thing(self, why: str | None) -> None:
        """Show another thing: why it is left out, None where it is given; its words come later."""
        self.text.show_text(self._words.say("recordsasked.covering"))
        self.covers.hide()
        self.leave.setChecked(why is not None)
        self.line.setText(why or "")
        self.why.setVisible(why is not None)
        self.why.clear_error()

    def show_covered(self, covered: Covered) -> None:
        """Show its words as they would leave."""
        self.text.show_text(covered.text)
        self.covers.show_text(self._words.say("recordsasked.covers", n=covered.covers))
        self.covers.setVisible(covered.covers > 0)

    def _turned(self) -> None:
        self.why.setVisible(self.leave.isChecked())
        if self.leave.isChecked():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.decided.emit()


class AnsweringPage(QWidget):
    """The page.

    Signals:
        left: the person goes back to the record.
        thingShown: a `Found` whose words are wanted as they would leave.
        giveAsked: the package is to be written.
    """

    left = Signal()
    thingShown = Signal(object)
    giveAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin with nothing found."""
        super().__init__()
        self._words = words
        self._found: dict[str, Found] = {}
        self._left_out: dict[str, str] = {}
        self.request, self.search, self.thing = RequestCard(words), SearchCard(words), ThingCard(words)
        self.back = Button(words.say("recordsasked.back"), kind=ButtonKind.QUIET, icon="arrow-left")
        self.back.setObjectName("back-to-record")
        self.list = RowList("found-records", title=words.say("recordsasked.found-title"))
        self.list.setMinimumHeight(_LIST_PX)
        self.count = PlainLabel("", kind=TextKind.MUTED)
        self.give = Button(words.say("recordsasked.give"), kind=ButtonKind.MAIN, icon="download")
        self.give.setObjectName("give-package")
        self.outcome, self._shape = PlainLabel(""), ShapeMark(State.FINE)
        self.missing = PlainLabel("", kind=TextKind.NOTE)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        asking, finding = QWidget(), QWidget()
        for holder, parts in (
            (asking, (self.request, self.search)),
            (finding, (self.count, self.list, self.thing)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_PX + 4)
            for part in parts:
                column.addWidget(
                    part, part is self.list
                )  # whoever gives hundreds of things reads many at once
            column.addStretch(0)
        names = [words.say(f"recordsasked.tab-{one}") for one in ("asking", "finding")]
        beside = scrolled_alone(finding, "found-cards")
        self.sides = Sides(scrolled_alone(asking, "asking-cards"), beside, shares=(5, 6), names=names)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.list.rowChosen.connect(self._show)
        self.thing.decided.connect(self._decide)
        self.give.clicked.connect(self.giveAsked)
        self.request.chosen.connect(self._may_give)
        self.show_found(())
        self.count.show_text(words.say("recordsasked.look-first"))

    @property
    def answer(self) -> Answer:
        """What was decided."""
        return Answer(tuple(self._found.values()), dict(self._left_out))

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what was found anew; a decision about the same thing stays."""
        self._found = {one.id: one for one in found}
        self._left_out = {one: why for one, why in self._left_out.items() if one in self._found}
        self._show_rows("")
        self.list.setVisible(bool(found))
        self.thing.hide()
        self._may_give()

    def show_busy(self, said: str) -> None:
        """Say what is being done."""
        self.give.block([said])
        self.count.show_text(said)

    def say(self, state: State, sentences: Sequence[Message] | str) -> None:
        """Say what became of it below the button."""
        told = sentences if isinstance(sentences, str) else "\n".join(self._words(one) for one in sentences)
        self._shape.show_state(state)
        self.outcome.show_text(told)
        self._shape.setVisible(bool(told))
        self.outcome.setVisible(bool(told))
        self._may_give()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        foot.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.outcome, 1)
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.give, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(head)
        column.addWidget(self.sides, 1)
        column.addLayout(foot)
        self._shape.hide()
        self.outcome.hide()

    def _show_rows(self, chosen: str) -> None:
        found = list(self._found.values())
        self.list.show_rows(found_rows(found, self._left_out, self._words), chosen)
        self.count.show_text(self._words(count_line(found, self._left_out)))

    def _show(self, key: str) -> None:
        found = self._found.get(key)
        self.thing.setVisible(found is not None)
        if found is not None:
            self.thing.show_thing(self._left_out.get(key))
            self.thingShown.emit(found)

    def _decide(self) -> None:
        key = self.list.chosen
        if self.thing.leave.isChecked():
            self._left_out[key] = self.thing.line.text()
        else:
            self._left_out.pop(key, None)
        self._mark(key)
        self._may_give()

    def _mark(self, key: str) -> None:
        """Paint the rows anew without asking for the thing's words once more."""
        with QSignalBlocker(self.list):
            self._show_rows(key)

    def _may_give(self) -> None:
        missing = [
            self._words.say(f"recordsasked.{name}")
            for name, lacks in (
                ("enter-first", not self.request.request),
                ("nothing-found", not self._found),
                ("why-left-out", any(not why.strip() for why in self._left_out.values())),
            )
            if lacks
        ]
        self.missing.show_text(missing[0] if missing else "")
        self.missing.setVisible(not self.outcome.isVisibleTo(self))
        if missing:
            self.give.block(missing)
        else:
            self.give.allow()
