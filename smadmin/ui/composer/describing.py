"""Where a picture is described: a paragraph that grows with its words, so that one reads what one writes."""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

_MOST_LINES = 8
_FRAME_PX = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DescriptionField(QTextEdit):
    """The words for one picture, without line breaks; Enter goes on to the next field, as Tab does.

    Signals:
        described: the words, while they are typed.
    """

    described = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, one line high."""
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._tell)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Show what is stored; nobody is told that it changed."""
        shown = _one_paragraph(words)
        if shown == self.words:
            return
        blocked = QSignalBlocker(self)
        self.setPlainText(shown)
        blocked.unblock()
        self._fit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(_one_paragraph(source.text()))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the screen's main button
        else:
            self.focusNextChild()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _tell(self) -> None:
        self.described.emit(self.words)

    def _fit(self) -> None:
        """Be as high as the words, up to a few lines; beyond, the bar comes."""
        line = self.fontMetrics().lineSpacing()
        needed = max(round(self.document().size().height()), line)
        long = needed > _MOST_LINES * line
        height = min(needed, _MOST_LINES * line) + 2 * _FRAME_PX
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not wanted:
            self.setVerticalScrollBarPolicy(wanted)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


def _one_paragraph(words: str) -> str:
    return " ".join(words.split("\n")) if "\n" in words else words
