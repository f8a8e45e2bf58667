"""What somebody may do, from when and by whom; and the form that gives another role."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.people.giving import RoleForm
from smadmin.ui.people.model import PersonModel, RoleLine
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class RolesCard(Card):
    """The card.

    Signals:
        given: a `Wish`, what the form asks for.
        endAsked: a `RoleLine` that shall end.
    """

    given = Signal(object)
    endAsked = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without a person."""
        super().__init__(words.say("peopleui.roles"))
        self._words = words
        self._model: PersonModel | None = None
        self.form: RoleForm | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX + 2)
        self.button = Button(words.say("peopleui.give"), icon="plus")
        self.button.clicked.connect(self.unfold)
        self.why_not = PlainLabel(words.say("peopleui.who-gives"), kind=TextKind.NOTE)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.button)
        self.body.addWidget(self.why_not)

    def show_person(self, model: PersonModel) -> None:
        """Show somebody's roles; a form that is open for the same person stays."""
        if self._model is not None and model.id != self._model.id:
            self.fold()
        self._model = model
        empty_layout(self._lines)
        for line in model.roles:
            self._lines.addWidget(self._line(line))
        if not model.roles:
            self._lines.addWidget(PlainLabel(self._words.say("peopleui.none-held"), kind=TextKind.MUTED))
        if model.past:
            self._lines.addWidget(PlainLabel(self._words.say("peopleui.earlier"), kind=TextKind.NOTE))
        for line in model.past:
            said = " · ".join((self._words(line.title), self._words(line.notes[0])))
            self._lines.addWidget(PlainLabel(said, kind=TextKind.NOTE))
        self.button.setVisible(bool(model.gives) and self.form is None)
        self.why_not.setVisible(not model.gives)

    def show_error(self, sentences: Sequence[str]) -> None:
        """Say in the form why it can't be given."""
        if self.form is not None:
            self.form.show_error(sentences)

    def unfold(self) -> None:
        """Show the form."""
        if self._model is None or self.form is not None:
            return
        self.form = RoleForm(self._words, self._model)
        self.form.given.connect(self.given)
        self.form.left.connect(self.fold)
        self.body.addWidget(self.form)
        self.button.hide()
        self.form.begin()
        bring_into_view(self.form)

    def fold(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.button.setVisible(self._model is not None and bool(self._model.gives))

    def _line(self, line: RoleLine) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(PlainLabel(self._words(line.title), kind=TextKind.STRONG))
        notes = " · ".join(self._words(one) for one in line.notes)
        told.addWidget(PlainLabel(notes, kind=TextKind.NOTE))
        row.addLayout(told, 1)
        if not line.may_end:
            button = Button(self._words.say("peopleui.end"), kind=ButtonKind.LINK)
            button.setObjectName(f"end-{line.grant}")
            button.setAccessibleDescription(self._words(line.title))
            button.clicked.connect(partial(self.endAsked.emit, line))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            holder.setToolTip(for_tooltip("\n".join(self._words.reasons(line.may_end))))
        return holder
