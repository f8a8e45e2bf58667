"""What programs log in with: a name, the secret, and the day it ends; few accounts have one."""

from datetime import timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.log_ins import ApiToken
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import DateField, Field
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_OURS = "smadmin"
"""What a token is called that nobody gave another name: the guide makes it under this one."""
_USUAL = timedelta(days=60)
"""How long most platforms' tokens last; the day is corrected by whoever knows better."""


class TokenFields(QWidget):
    """The tokens of one log-in."""

    def __init__(self, words: Wording) -> None:
        """Begin with none."""
        super().__init__()
        self._words = words
        self._rows: list[_TokenRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)
        self.add_button = Button(words.say("loginui.add-token"), kind=ButtonKind.LINK, icon="plus")
        self.add_button.clicked.connect(self._add_empty)
        self._column.addWidget(self.add_button)

    @property
    def rows(self) -> tuple["_TokenRow", ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def begin(self, tokens: tuple[ApiToken, ...]) -> None:
        """Show tokens in place of those before, which are forgotten."""
        for row in self._rows:
            row.forget()
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        for token in tokens:
            self._add(token)

    def begin_at(self, name: str, *, ends: bool) -> None:
        """Go to the line of a token, where nothing has this name to a new one.

        Args:
            name: of the token.
            ends: whether most such tokens have a day on which they end.
        """
        called = name or _OURS
        row = next((one for one in self._rows if one.name.text() == called), None)
        if row is None:
            row = self._add(ApiToken(called, ""))
            row.ends.setChecked(ends)
        row.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        row.secret.selectAll()

    def entered(self) -> tuple[ApiToken, ...]:
        """Give what was typed; a row without a secret is none."""
        return tuple(token for token in (row.entered() for row in self._rows) if token.secret)

    def _add_empty(self) -> None:
        self._add(ApiToken("", "")).name.setFocus()

    def _add(self, token: ApiToken) -> "_TokenRow":
        row = _TokenRow(self._words, token)
        row.dropped.connect(lambda: self._drop(row))
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def _drop(self, row: "_TokenRow") -> None:
        self._rows.remove(row)
        row.forget()
        row.setParent(None)
        row.deleteLater()


class _TokenRow(QWidget):
    """One token. `dropped` tells that it goes."""

    dropped = Signal()

    def __init__(self, words: Wording, token: ApiToken) -> None:
        super().__init__()
        self.name, self.secret = QLineEdit(token.name), QLineEdit(token.secret)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.ends = QCheckBox(for_button(words.say("loginui.token-ends")))
        self.day = DateField(words)
        self.day.setAccessibleName(words.say("loginui.token-ends"))
        self.day.setDate(QDate.currentDate().addDays(_USUAL.days))
        if token.ends is not None:
            self.day.show_day(token.ends)
        self.ends.setChecked(token.ends is not None)
        self.day.setVisible(token.ends is not None)
        self.ends.toggled.connect(self.day.setVisible)
        drop = Button(words.say("loginui.drop-token"), kind=ButtonKind.LINK, icon="trash-2")
        drop.clicked.connect(self.dropped)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Field(words.say("loginui.token-name"), self.name), 0, 0)
        grid.addWidget(Field(words.say("loginui.token"), self.secret), 0, 1, 1, 2)
        grid.addWidget(self.ends, 1, 0)
        grid.addWidget(self.day, 1, 1)
        grid.addWidget(drop, 1, 2)

    def entered(self) -> ApiToken:
        """Give what was typed."""
        ends = self.day.day if self.ends.isChecked() else None
        return ApiToken(self.name.text().strip(), self.secret.text().strip(), ends)

    def forget(self) -> None:
        """Leave nothing in the lines."""
        for line in (self.name, self.secret):
            line.setText("")
