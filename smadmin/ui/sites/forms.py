"""The forms of the screen: a site that shall be watched, an account that isn't the school's.

Signals carry what was filled in; what is wrong comes back by `show_error` and stands below its field.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.reported import NOTE_MOST, Found, Report
from smadmin.domain.sites import EVERY_DAYS, MOST_DAYS, SiteForm, SiteKind
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import ChoiceField, Field, NumberField
from smadmin.ui.sites.model import Seen
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_BEGINS = "https://"


class SitesForm(QWidget):
    """Base of both: fields by the names that refusals give them, and two buttons.

    Signals:
        given: what was filled in.
        left: the person goes away from it.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, words: Wording, do: str, area: str = "sites") -> None:
        """Take the words of the button that does it, and the area in which its other words stand."""
        super().__init__()
        self.words, self._area = words, area
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.button = Button(words.say(do))
        self.leave = Button(words.say(f"{area}.leave"), kind=ButtonKind.QUIET)
        self.leave.clicked.connect(self.left)

    def add(self, name: str, control: QWidget, *, note: str = "") -> None:
        """Put a field below the others."""
        said = self.words.say(note) if note else ""
        self.fields[name] = Field(self.words.say(f"{self._area}.field-{name}"), control, note=said)
        self.column.addWidget(self.fields[name])

    def finish(self) -> None:
        """Put the buttons below the fields."""
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        buttons.addWidget(self.button)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def show_error(self, error: NotAllowed) -> bool:
        """Say below the fields what is wrong; tells whether all of it belongs there."""
        self.clear_errors()
        for reason in error.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self.words(reason.message))
        return all(reason.place in self.fields for reason in error.reasons)

    def clear_errors(self) -> None:
        """Say nothing below the fields any more."""
        for field in self.fields.values():
            field.clear_error()


class SiteFields(SitesForm):
    """The form for a site; gives a `SiteForm`."""

    def __init__(self, words: Wording, do: str) -> None:
        """Begin empty."""
        super().__init__(words, do)
        self.name, self.page = QLineEdit(), QLineEdit()
        self.page.setPlaceholderText(_BEGINS)
        self.kind, self.watcher = ChoiceField(), ChoiceField()
        for one in SiteKind:
            self.kind.addItem(words.say(f"sites.kind-{one.value}"), one.value)
        self.days = NumberField()
        self.days.setRange(1, MOST_DAYS)
        self.add("name", self.name)
        self.add("kind", self.kind)
        self.add("page", self.page)
        self.add("watcher", self.watcher, note="sites.watcher-note")
        self.add("days", self.days)
        self.finish()
        self.button.clicked.connect(self._give)

    def show_form(self, form: SiteForm | None, seen: Seen) -> None:
        """Show a site's details, or begin a new one that this person watches."""
        shown = form or SiteForm("", "", SiteKind.CLUB, seen.me, EVERY_DAYS)
        self.name.setText(shown.name)
        self.page.setText(shown.page)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind.value))
        self.watcher.clear()
        for person, name in seen.staff:
            self.watcher.addItem(name, person)
        self.watcher.setCurrentIndex(self.watcher.findData(shown.watcher))
        self.days.setValue(shown.every_days)
        self.clear_errors()
        begin_words(self)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        watcher = self.watcher.currentData()
        self.given.emit(
            SiteForm(
                name=self.name.text(),
                page=self.page.text(),
                kind=SiteKind(self.kind.currentData()),
                watcher=None if watcher is None else PersonId(watcher),
                every_days=self.days.value(),
            )
        )


class ReportFields(SitesForm):
    """The form for an account that isn't the school's; gives a `Report`."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words, "sites.report-do")
        self.page, self.name, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.page.setPlaceholderText(_BEGINS)
        self.note.setMaxLength(NOTE_MOST)
        self.found = ChoiceField()
        for one in Found:
            self.found.addItem(words.say(f"sites.found-{one.value}"), one.value)
        self.add("page", self.page)
        self.add("called", self.name)
        self.add("found", self.found)
        self.add("note", self.note)
        self.finish()
        begin_words(self)
        self.button.clicked.connect(self._give)

    def rest(self) -> None:
        """Begin anew."""
        for line in (self.page, self.name, self.note):
            line.clear()
        self.clear_errors()
        begin_words(self)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        found = Found(self.found.currentData())
        self.given.emit(Report(self.page.text(), self.name.text(), found, self.note.text()))
