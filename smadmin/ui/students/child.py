"""One child open: name and classes, what the family said no to, portraits, the consent to matching.

It only shows and asks; each deed is a signal, done by the screen.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateChip
from smadmin.ui.students.consent import ConsentCard
from smadmin.ui.students.head import allow
from smadmin.ui.students.kinds import KindTicks, Tick
from smadmin.ui.students.model import ChildModel, groups_typed
from smadmin.ui.students.portraits import PortraitsCard
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class NameForm(QWidget):
    """First name, last name, classes and clubs. `given` carries the three."""

    given = Signal(str, str, tuple)
    left = Signal()

    def __init__(self, words: Wording, do: str, leave: str, parent: QWidget | None = None) -> None:
        """Take the words of both buttons."""
        super().__init__(parent)
        keep_words(self)
        self._words = words
        self.first, self.last, self.groups = QLineEdit(), QLineEdit(), QLineEdit()
        self.groups.setPlaceholderText(words.say("studentui.groups-hint"))
        self.fields = {
            "first_name": Field(words.say("studentui.first-name"), self.first),
            "last_name": Field(words.say("studentui.last-name"), self.last),
        }
        names = QHBoxLayout()
        names.setSpacing(SPACE_PX)
        for field in self.fields.values():
            names.addWidget(field, 1)
        self.do_button = Button(do)
        self.do_button.clicked.connect(self._give)
        leave_button = Button(leave, kind=ButtonKind.QUIET)
        leave_button.clicked.connect(self.left)
        for line in (self.first, self.last, self.groups):
            line.returnPressed.connect(self._give)
            line.textEdited.connect(self.clear_errors)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.do_button)
        self._buttons.addWidget(leave_button)
        self._buttons.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_PX)
        self.column.addLayout(names)
        self.column.addWidget(Field(words.say("studentui.groups"), self.groups))
        self.column.addLayout(self._buttons)

    def begin(self, first: str = "", last: str = "", groups: Sequence[str] = ()) -> None:
        """Show these values and put the keyboard into the first."""
        self.first.setText(first)
        self.last.setText(last)
        self.groups.setText(", ".join(groups))
        self.clear_errors()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        for reason in refused.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self._words(reason.message))
        return all(reason.place in self.fields for reason in refused.reasons)

    def clear_errors(self) -> None:
        """Take the errors away."""
        for field in self.fields.values():
            field.clear_error()

    def _give(self) -> None:
        self.given.emit(self.first.text(), self.last.text(), groups_typed(self.groups.text()))


class CorrectForm(NameForm):
    """The form of a child that is on the list: what staff should know can be noted too.

    Signals:
        corrected: first name, last name, classes and clubs, the note.
    """

    corrected = Signal(str, str, tuple, str)

    def __init__(self, words: Wording) -> None:
        """Build it; the note stands above the buttons."""
        super().__init__(words, words.say("studentui.save"), words.say("studentui.leave"))
        self.notes = QLineEdit()
        self.notes.returnPressed.connect(self._give)
        place = self.column.count() - 1
        note = words.say("studentui.notes-note")
        self.column.insertWidget(place, Field(words.say("studentui.notes"), self.notes, note=note))
        self.given.connect(lambda *name: self.corrected.emit(*name, self.notes.text()))

    def begin_with(self, child: ChildModel) -> None:
        """Show what is known of a child."""
        self.begin(child.first_name, child.last_name, child.groups)
        self.notes.setText(child.noted)


class ChildPanel(QWidget):
    """One child.

    Signals:
        kindChosen: an `OptOut` that was ticked or unticked.
        photoConsentChosen: whether the yes to photos is there now.
        renamed: first name, last name, classes and clubs, the note.
        removeAsked: the child is to go off the list.
    """

    kindChosen = Signal(object)
    photoConsentChosen = Signal(bool)
    renamed = Signal(str, str, tuple, str)
    removeAsked = Signal()

    def __init__(self, around: Surroundings) -> None:
        """Begin without a child."""
        super().__init__()
        self._words, self._doors = around.words, around.doors
        self._model: ChildModel | None = None
        self._build_head()
        self.portraits, self.consent = PortraitsCard(around), ConsentCard(around.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self._head)
        column.addWidget(self._build_kinds())
        column.addWidget(self.portraits)
        column.addWidget(self.consent)
        column.addStretch(1)

    def show_child(self, model: ChildModel, blockers: Sequence[Reason]) -> None:
        """Show one child; blockers say why nothing can be changed."""
        if self._model is None or self._model.id != model.id:
            self.form.hide()
            self._edit.show()
            self.portraits.show_trouble("")
        self._model = model
        blocked = self._words.reasons(blockers)
        self.name.show_text(model.name)
        self.groups.show_text(", ".join(model.groups) or self._words.say("studentui.no-groups"))
        self.chip.show_state(model.state or State.NOTE, self._words(model.chip))
        self.checked.show_text(self._words(model.checked))
        self.known.show_text("\n".join(self._words(one) for one in model.known))
        self.known.setVisible(bool(model.known))
        for button in (self._edit, self.search_button, self.remove_button):
            allow(button, blocked)
        self.kinds.show_kinds(model.kinds, blockers)
        self.photo_consent.setVisible(model.photo_consent is not None)
        self.photo_consent.show_chosen(bool(model.photo_consent), blocked=blocked)
        self.portraits.show_portraits(model.id, model.portraits, model.notes, blocked)
        self.consent.show_consent(model.id, model.consent, blocked)

    def fold(self) -> None:
        """Put the name's form away."""
        self.form.hide()
        self._edit.show()

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self._head = Card()
        self.name = PlainLabel("", kind=TextKind.TITLE)
        self.groups = PlainLabel("", kind=TextKind.MUTED)
        self.chip = StateChip(State.NOTE, "")
        self.checked = PlainLabel("", kind=TextKind.NOTE)
        self.known = PlainLabel("", kind=TextKind.NOTE)
        self._edit = Button(words.say("studentui.correct"), icon="pencil")
        self._edit.clicked.connect(self._unfold)
        self.remove_button = Button(words.say("studentui.remove"), kind=ButtonKind.DESTRUCTIVE)
        self.remove_button.clicked.connect(self.removeAsked)
        self.search_button = Button(words.say("sweepui.open-sweep"), icon="search")
        self.search_button.setObjectName("search-out")
        self.search_button.clicked.connect(self._search_out)
        self.form = CorrectForm(words)
        self.form.corrected.connect(self.renamed)
        self.form.left.connect(self.fold)
        self.form.hide()
        buttons = FlowBox()
        for button in (self._edit, self.search_button, self.remove_button):
            buttons.flow.addWidget(button)
        body = self._head.body
        for part in (self.name, self.groups, self.chip, self.known, self.checked):
            body.addWidget(part)
        body.addWidget(buttons)
        body.addWidget(self.form)

    def _build_kinds(self) -> Card:
        card = Card(self._words.say("studentui.said-no-to"))
        self.kinds = KindTicks(self._words)
        self.kinds.kindChosen.connect(self.kindChosen)
        self.photo_consent = Tick(
            self._words, say("studentui.photo-consent"), say("studentui.photo-consent-means")
        )
        self.photo_consent.chosen.connect(
            lambda: self.photoConsentChosen.emit(self.photo_consent.box.isChecked())
        )
        card.body.addWidget(self.photo_consent)
        card.body.addWidget(self.kinds)
        return card

    def _search_out(self) -> None:
        if self._model is not None:
            self._doors.open("sweeps", self._model.id)

    def _unfold(self) -> None:
        if self._model is not None:
            self._edit.hide()
            self.form.show()
            self.form.begin_with(self._model)
