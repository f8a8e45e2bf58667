"""The head of the students' screen: how the list stands, and what can be begun here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.header import ScreenHeader
from smadmin.ui.students.model import ListModel
from smadmin.ui.wording import Wording


class StudentsHead(ScreenHeader):
    """Title, note and buttons; the main one adds a child, or says *Still right* where the list is too old.

    Signals:
        addAsked, importAsked, matchingAsked: the other buttons.
        nobodyAsked: it is right that nobody is on the list.
    """

    addAsked = Signal()
    importAsked = Signal()
    matchingAsked = Signal()
    nobodyAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without a list."""
        super().__init__(words.say("studentui.title"), parent)
        self._words = words
        self.begin = self.set_main(words.say("studentui.add"))
        matching = Button(words.say("studentui.matching"), kind=ButtonKind.QUIET, icon="scan-face")
        matching.clicked.connect(self.matchingAsked)
        self.import_button = Button(words.say("studentui.import"), icon="upload")
        self.import_button.setObjectName("import")
        self.import_button.clicked.connect(self.importAsked)
        self.add_child = Button(words.say("studentui.add"))
        self.add_child.clicked.connect(self.addAsked)
        self.add_child.hide()
        self.nobody = Button(words.say("studentui.nobody-said-no"), hint=words.say("studentui.nobody-means"))
        self.nobody.clicked.connect(self.nobodyAsked)
        self.nobody.hide()
        for button in (matching, self.nobody, self.import_button, self.add_child):
            self.add_button(button)

    def show_list(self, model: ListModel) -> None:
        """Say how the list stands, and who may not change it."""
        blocked = self._words.reasons(model.blockers)
        old = model.still_right is not None
        self.note.show_text("" if model.empty else self._words(model.note))
        self.begin.show_words(self._words.say("studentui.still-right" if old else "studentui.add"))
        self.show_missing(blocked)
        self.add_child.setVisible(old)
        self.nobody.setVisible(model.nobody)
        for button in (self.add_child, self.import_button, self.nobody):
            allow(button, blocked)


def allow(button: Button | None, blocked: Sequence[str]) -> None:
    """Allow a button, where there is one, or say why it can't be pressed."""
    if button is None:
        return
    if blocked:
        button.block(blocked)
    else:
        button.allow()
