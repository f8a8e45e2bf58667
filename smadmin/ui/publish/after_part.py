"""What a card offers once a post is out: correct it, take it down, go on with that where it was left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.removals import Ground, Wish
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable, for_button, for_tooltip
from smadmin.ui.publish.after import AfterModel
from smadmin.ui.scan_field import ScanField
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_LIST_CHARACTERS = 18
"""So wide is the list of reasons at least; in large text the longest line pushes a card off its page."""


class TakeDownForm(SentenceForm):
    """Why it is taken down: a reason from the list, more in own words, and what couldn't be kept.

    Whoever is in a hurry only chooses; a reason that isn't in the list is told.
    """

    def __init__(self, words: Wording) -> None:
        """Begin folded."""
        say = words.say
        self._uncaptured_first, self._shot_first = say("afterui.uncaptured-first"), say("afterui.shot-first")
        self._ground_first = say("afterui.ground-first")
        self.ground = QComboBox()
        for one in Ground:
            self.ground.addItem(say(f"afterui.ground-{one.value}"), one)
        self.ground.setPlaceholderText(say("afterui.ground-choose"))
        self.ground.setCurrentIndex(-1)
        self.ground.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ground.setMinimumContentsLength(_LIST_CHARACTERS)
        self.shot = ScanField(words, "afterui.shot-")
        self.uncaptured = QCheckBox(for_button(say("afterui.uncaptured")))
        super().__init__(
            SentenceWords(
                unfold=say("afterui.take-down"),
                ask=say("afterui.words"),
                hint=say("afterui.words-hint"),
                do=say("afterui.take-down-now"),
                fold=say("publishui.cancel"),
                first=say("removals.words-missing"),
            ),
            kind=ButtonKind.DESTRUCTIVE,
        )
        self.field.show_note(say("afterui.no-names"))
        self.put_first(Field(say("afterui.ground"), self.ground))
        self.ground.currentIndexChanged.connect(self._typed)
        self.uncaptured.toggled.connect(self._typed)
        self.unfold_button.clicked.connect(lambda: self.ground.setFocus(Qt.FocusReason.OtherFocusReason))
        self._needed = False
        self._notes = QVBoxLayout()
        self._column.insertLayout(2, self._notes)
        self._column.insertWidget(3, self.shot)
        self._column.insertWidget(4, self.uncaptured)
        self.shot.hide()
        self.shot.taken.connect(lambda: self.ask_uncaptured(needed=self.shot.path is None))
        self.uncaptured.hide()
        self._lacks = PlainLabel("", kind=TextKind.NOTE)
        self._column.addWidget(self._lacks)
        QWidget.setTabOrder(self.line, self.shot.button)
        QWidget.setTabOrder(self.shot.button, self.uncaptured)
        QWidget.setTabOrder(self.uncaptured, self.do_button)

    def show_notes(self, lines: Sequence[str]) -> None:
        """Say what comes with it, before it is pressed."""
        empty_layout(self._notes)
        for one in lines:
            self._notes.addWidget(StateLine(State.NOTE, one))

    def ask_uncaptured(self, *, needed: bool) -> None:
        """Ask for the word that nobody could keep what visitors see, or no longer."""
        if needed != self._needed:
            self._needed = needed
            self.uncaptured.setVisible(needed)
            self.uncaptured.setChecked(False)
            self._typed()

    def ask_shot(self) -> None:
        """Ask for a screenshot: a person takes it down, and the program doesn't see the page."""
        self.shot.show()
        self.ask_uncaptured(needed=self.shot.path is None)

    @property
    def folded(self) -> bool:
        """Whether only its button stands there."""
        return self._inner.isHidden()

    @override
    def lacking(self) -> str:
        if self.ground.currentIndex() < 0:
            return self._ground_first
        missing = super().lacking() if self._ground is Ground.OTHER else ""
        if missing or not self._needed or self.uncaptured.isChecked():
            return missing
        return self._uncaptured_first if self.shot.isHidden() else self._shot_first

    @override
    def rest(self) -> None:
        self.ground.setCurrentIndex(-1)
        self.shot.take(None)
        super().rest()

    def wish(self, typed: str) -> Wish:
        """Give what is asked for."""
        return Wish(self._ground, typed or self.ground.currentText(), uncaptured=self._needed)

    @property
    def _ground(self) -> Ground:
        return Ground(self.ground.currentData())

    @override
    def _typed(self) -> None:
        super()._typed()
        self._lacks.show_text(self.lacking())
        self._lacks.setVisible(bool(self.lacking()))


class AfterPart(QWidget):
    """The lines and the buttons.

    Signals:
        correctionAsked: the right words are to be written.
        removalAsked: a `Wish`; None goes on with what was begun.
        postAsked: open the post.
        goneSaid: a person saw that it is gone.
        stillThere: or that it isn't.
        pageAsked: the page that visitors saw, as it was kept.
        childOutAsked: a child's picture or data is in it: it goes everywhere, at once.
        lookAgainAsked: what visitors see is to be read once more.
    """

    correctionAsked = Signal()
    removalAsked = Signal(object)
    postAsked = Signal()
    goneSaid = Signal()
    stillThere = Signal()
    lookAgainAsked = Signal()
    pageAsked = Signal()
    childOutAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self._lines = QVBoxLayout()
        column.addLayout(self._lines)
        self.now = PlainLabel("", kind=TextKind.STRONG)
        column.addWidget(self.now)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.open_post = self._button("afterui.open-post", self.postAsked.emit, "external-link")
        self.look_again = self._button("afterui.look-again", self.lookAgainAsked.emit, "eye")
        self.page = self._button("keptpage.open", self.pageAsked.emit, "file-text")
        self.again = self._button("afterui.again", lambda: self.removalAsked.emit(None))
        self.gone = self._button("afterui.is-gone", self.goneSaid.emit)
        self.still = self._button("afterui.is-there", self.stillThere.emit)
        self.correct = self._button("afterui.correct", self._unfold)
        self.take_down = TakeDownForm(words)
        self.child_out = Button(words.say("cases.child-out"), kind=ButtonKind.DESTRUCTIVE)
        self.child_out.setToolTip(for_tooltip(words.say("cases.child-out-tip")))
        self.child_out.clicked.connect(self.childOutAsked)
        last = self.take_down.unfold_button
        looks = self.look_again, self.page, self.open_post, self.again
        for one in (*looks, self.gone, self.still, self.correct, last, self.child_out):
            flow.addWidget(one)
        column.addWidget(buttons)
        self.why = PlainLabel("", kind=TextKind.NOTE)
        column.addWidget(self.why)
        column.addWidget(self._correcting())
        self.take_down.given.connect(lambda typed: self.removalAsked.emit(self.take_down.wish(typed)))
        column.addWidget(self.take_down)
        self.hide()

    def show_model(self, model: AfterModel, statement: str) -> None:
        """Show how it stands; `statement` is what a corrected post says of itself."""
        empty_layout(self._lines)
        for state, said in model.said:
            self._lines.addWidget(StateLine(state, self._words(said)))
        self.now.show_text(breakable(model.now))
        self.now.setVisible(bool(model.now))
        self.look_again.setVisible(model.look_again)
        self.page.setVisible(model.page)
        self.look_again.allow()
        by_hand = model.go_on and not model.directly
        by_person = model.take_down is not None and not model.directly  # who takes a screenshot first
        self.open_post.setVisible(by_hand or by_person or model.look_again)
        self.gone.setVisible(by_hand)
        self.still.setVisible(by_hand)
        self.again.setVisible(model.go_on and model.directly)
        self.child_out.setVisible(model.take_down is not None or model.go_on)
        self.correct.setVisible(model.correct is not None and self._write.isHidden())
        if model.correct is None:
            self._write.hide()
        else:
            _offer(self.correct, self._words.reasons(model.correct))
        self._statement.show_text(self._words.say("afterui.states", said=statement))
        self.take_down.setVisible(model.take_down is not None)
        self.take_down.unfold_button.setVisible(model.take_down is not None and self.take_down.folded)
        why = self._words.reasons(tuple(dict.fromkeys((*(model.correct or ()), *(model.take_down or ())))))
        self.why.show_text("\n".join(why))
        self.why.setVisible(bool(why))
        if model.take_down is not None:
            self.take_down.show_missing(self._words.reasons(model.take_down))
        notes = [self._words.say("afterui.cached")]
        if model.returns is not None:
            notes.insert(0, self._words(model.returns))
        self.take_down.show_notes(notes)
        if model.take_down is not None and not model.directly:
            self.take_down.ask_shot()
        self.setVisible(bool(model.said) or model.correct is not None or model.take_down is not None)

    def _button(self, words: str, pressed: Callable[[], object], icon: str | None = None) -> Button:
        button = Button(self._words.say(words), icon=icon)
        button.clicked.connect(pressed)
        return button

    def _correcting(self) -> QWidget:
        self._write = QWidget()
        column = QVBoxLayout(self._write)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(self._words.say("afterui.correct-means"), kind=TextKind.NOTE))
        self._statement = PlainLabel("", kind=TextKind.STRONG)
        column.addWidget(self._statement)
        self.begin = Button(self._words.say("afterui.correct-begin"))
        self.begin.clicked.connect(self.correctionAsked)
        self.leave = Button(self._words.say("publishui.cancel"), kind=ButtonKind.QUIET)
        self.leave.clicked.connect(self._fold)
        buttons = QHBoxLayout()
        buttons.addWidget(self.begin)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._write.hide()
        return self._write

    def _unfold(self) -> None:
        self.correct.hide()
        self._write.show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self._write.hide()
        self.correct.show()
        self.correct.setFocus(Qt.FocusReason.OtherFocusReason)


def _offer(button: Button, reasons: Sequence[str]) -> None:
    if reasons:
        button.block(reasons)
    else:
        button.allow()
