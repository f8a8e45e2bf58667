"""Whom the policy names, as lines to fill: an office, its phones, its e-mail. Without an office: nobody."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.policy.values import Contact
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_PLACES = {"office": (0, 0, 1, 2), "phones": (1, 0, 1, 1), "email": (1, 1, 1, 1)}
"""Row, column, rows, columns of each field of a contact."""


@dataclass(frozen=True)
class _Line:
    """The fields of one contact, and what else the policy says of it."""

    was: Contact
    fields: dict[str, QLineEdit]

    @property
    def contact(self) -> Contact | None:
        office, phones, email = (self.fields[one].text().strip() for one in _PLACES)
        if not office:
            return None
        numbers = tuple(one.strip() for one in phones.split(",") if one.strip())
        return replace(self.was, office=office, phones=numbers, email=email or None)


class ContactsForm(QWidget):
    """The lines. `contactsSet` carries a tuple of `Contact`: how somebody wants them."""

    contactsSet = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self._words = words
        self._lines: list[_Line] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_PX + HALF_SPACE_PX)
        self.add = Button(words.say("policies.contact-add"), kind=ButtonKind.SMALL, icon="plus")
        self.add.clicked.connect(lambda: self._append(Contact(""), begin=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(self._rows)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        column.addLayout(below)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """How they stand in the lines."""
        return tuple(one for line in self._lines if (one := line.contact) is not None)

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show a policy's contacts; the lines stay where they say the same."""
        if contacts != self.contacts:
            empty_layout(self._rows)
            self._lines = []
            for one in contacts:
                self._append(one)

    def _append(self, contact: Contact, *, begin: bool = False) -> None:
        said = {"office": contact.office, "phones": ", ".join(contact.phones), "email": contact.email or ""}
        grid = QGridLayout()
        grid.setSpacing(HALF_SPACE_PX)
        fields = {}
        for name, place in _PLACES.items():
            field = QLineEdit(said[name])
            field.setCursorPosition(0)  # a long one is read from its beginning
            field.setPlaceholderText(self._words.say(f"policies.contact-{name}"))
            field.setAccessibleName(self._words.say(f"policies.contact-{name}"))
            field.editingFinished.connect(self._told)
            grid.addWidget(field, *place)
            fields[name] = field
        self._rows.addLayout(grid)
        self._lines.append(_Line(contact, fields))
        if begin:
            fields["office"].setFocus()

    def _told(self) -> None:
        self.contactsSet.emit(self.contacts)
