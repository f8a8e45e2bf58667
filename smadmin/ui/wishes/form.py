"""The form for a wished post: typed, pasted, or filled from a saved e-mail or text."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from smadmin.domain.post_requests import FROM_MOST, Came, PostWish
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import DateField
from smadmin.ui.sites.forms import SitesForm
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_TEXT_PX, _PICTURES_PX = 160, 60


class WishFields(SitesForm):
    """The form; gives a `PostWish`.

    Signals:
        fileAsked: it is to be filled from a file.
    """

    fileAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words, "wishes.hand-in-do", "wishes")
        self.asker, self.text, self.pictures = QLineEdit(), QPlainTextEdit(), QPlainTextEdit()
        self.has_day, self.by_day = QCheckBox(words.say("wishes.has-day")), DateField(words)
        self._came = Came.FORM
        self.asker.setMaxLength(FROM_MOST)
        for box, height in ((self.text, _TEXT_PX), (self.pictures, _PICTURES_PX)):
            box.setTabChangesFocus(True)
            box.setFixedHeight(height)
        self.file_button = Button(words.say("wishes.from-file"), kind=ButtonKind.QUIET, icon="folder-open")
        self.file_button.clicked.connect(self.fileAsked)
        self.column.addWidget(self.file_button)
        self.add("asker", self.asker, note="wishes.asker-note")
        self.add("text", self.text)
        self.add("pictures", self.pictures, note="wishes.pictures-note")
        self.column.addWidget(self.has_day)
        self.add("by_day", self.by_day)
        self.finish()
        self.has_day.toggled.connect(self.fields["by_day"].setVisible)
        self.button.clicked.connect(self._give)

    def show_wish(self, wish: PostWish, today: date) -> None:
        """Show what a file says, or begin a new one on the school's day."""
        self._came = wish.came
        self.asker.setText(wish.asker)
        self.text.setPlainText(wish.text)
        self.pictures.setPlainText(wish.pictures)
        self.by_day.show_day(wish.by_day or today)
        self.has_day.setChecked(wish.by_day is not None)
        self.fields["by_day"].setVisible(wish.by_day is not None)
        self.clear_errors()
        begin_words(self)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.asker.setFocus()

    def _give(self) -> None:
        self.given.emit(
            PostWish(
                asker=self.asker.text(),
                text=self.text.toPlainText(),
                by_day=self.by_day.day if self.has_day.isChecked() else None,
                pictures=self.pictures.toPlainText(),
                came=self._came,
            )
        )
