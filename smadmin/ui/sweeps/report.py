"""The report for the parent's file: read here in English or Spanish, printed, saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextEdit

from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.wording import Wording

LANGUAGES = {"en": "cases.in-english", "es": "cases.in-spanish"}
_PAGE_LINES = 16


class ReportCard(Card):
    """The card.

    Signals:
        wanted: the language in which it is to be shown.
        saveAsked: it is to be saved as it is shown.
    """

    wanted = Signal(str)
    saveAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without one."""
        super().__init__(words.say("sweepui.report"))
        self.html = ""
        self.language = ChoiceField()
        for language, name in LANGUAGES.items():
            self.language.addItem(words.say(name), language)
        self.language.setCurrentIndex(max(0, self.language.findData(words.language)))
        self.page = QTextEdit()
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setAccessibleName(words.say("sweepui.report"))
        self.page.setFixedHeight(_PAGE_LINES * self.page.fontMetrics().lineSpacing())
        self.save_button = Button(words.say("sweepui.save"), icon="download")
        self.save_button.setObjectName("save-report")
        self.save_button.clicked.connect(self.saveAsked)
        row = FlowBox()
        row.flow.addWidget(self.save_button)
        self.body.addWidget(Field(words.say("sweepui.report-language"), self.language))
        self.body.addWidget(self.page)
        self.body.addWidget(row)
        self.language.currentIndexChanged.connect(lambda _row: self.wanted.emit(self.chosen))
        self.hide()

    @property
    def chosen(self) -> str:
        """The language that is chosen."""
        return str(self.language.currentData())

    def show_report(self, html: str) -> None:
        """Show it; everything in it is escaped, and nothing is fetched."""
        self.html = html
        self.page.setHtml(html)
