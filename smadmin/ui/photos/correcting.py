"""Correcting what was said about a folder, above all the right to use its photos, which a post waits for."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.photos.adults import said_of
from smadmin.domain.photos.review import PhotoSet
from smadmin.services.photos.intake import SetFacts, facts_blockers
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import ScrolledDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.adults_known import AdultsKnown
from smadmin.ui.photos.facts_form import FactsForm
from smadmin.ui.photos.page import Page
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 560


class Correcting(QObject):
    """The button beside a folder's title, and what follows from it.

    Args:
        page: shows the folder; it is read anew once something was corrected.
    """

    def __init__(self, around: Surroundings, page: Page) -> None:
        """Stand on the page's head."""
        super().__init__(page)
        self._around, self._page = around, page
        self._shown: PhotoSet | None = None
        self.dialog: CorrectionDialog | None = None
        self.button = Button(around.words.say("photoui.correct"), kind=ButtonKind.QUIET)
        self.button.setObjectName("correct-facts")
        self.button.clicked.connect(self.ask)
        page.header.add_button(self.button)

    def show_set(self, shown: PhotoSet) -> None:
        """Be about this folder; a second person in the chair corrects nothing."""
        self._shown = shown
        self.button.setVisible(not self._around.office.session.confined)

    def ask(self) -> None:
        """Show what was said, to be corrected."""
        if self._shown is None or self._around.acting is None:
            return
        by, office, shown = self._around.by, self._around.office, self._shown

        def known(groups: tuple[str, ...]) -> None:
            gone = tuple(group for group in shown.groups if group not in groups)
            self.dialog = CorrectionDialog(shown, (*groups, *gone), self._around.words, self._page)
            self.dialog.saveAsked.connect(lambda facts: self._save(shown, facts))
            AdultsKnown(self._around, self._page.host, self.dialog.form.adults).load()
            self.dialog.open()

        self._page.perform(lambda: office.students.roster(by).groups, known)

    def _save(self, shown: PhotoSet, facts: SetFacts) -> None:
        dialog = self.dialog
        if dialog is None or self._around.acting is None:
            return
        by, office = self._around.by, self._around.office

        def done(_changes: object) -> None:
            dialog.accept()
            self._page.load()

        self._page.perform(
            lambda: office.intake.change_facts(by, shown.id, facts, version=shown.version),
            done,
            dialog.show_trouble,
        )


class CorrectionDialog(ScrolledDialog):
    """The fields and one button; open it with `open()`. `saveAsked` carries the `SetFacts`."""

    saveAsked = Signal(object)

    def __init__(self, shown: PhotoSet, groups: Sequence[str], words: Wording, parent: QWidget) -> None:
        """Take what was said, and the classes and clubs to choose from."""
        super().__init__(_WIDTH_PX, parent)
        self._words = words
        self.setModal(True)
        title = words.say("photoui.facts-title")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.form = FactsForm(words)
        self.form.show_groups(groups)
        facts = SetFacts(shown.event, shown.taken_by, shown.right, shown.purpose, shown.groups)
        self.form.show_facts(replace(facts, adults=said_of(shown.adults)))
        self.form.changed.connect(self._judge)
        self.form.entered.connect(self._save)
        self.trouble = PlainLabel("", kind=TextKind.NOTE)
        self.trouble.setProperty("kind", "wrong")
        self.trouble.hide()
        self.save = Button(words.say("photoui.correct-save"), kind=ButtonKind.MAIN, hint="Ctrl+Return")
        self.save.setShortcut("Ctrl+Return")
        self.save.clicked.connect(self._save)
        leave = Button(words.say("photoui.cancel"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.save)
        asked = QWidget()  # around the card, which keeps its own edge
        within = QVBoxLayout(asked)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(self.hold(asked))
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self._judge()
        self.form.right.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, error: KnownError) -> None:
        """Say why it wasn't kept; what was entered stays."""
        self.trouble.show_text(self._words.error(error))
        self.trouble.show()

    def _judge(self) -> None:
        missing = self._words.reasons(facts_blockers(self.form.facts))
        if missing:
            self.save.block(missing)
        else:
            self.save.allow()

    def _save(self) -> None:
        if not facts_blockers(self.form.facts):
            self.saveAsked.emit(self.form.facts)
