"""The one text editor: plain text, large, with findings underlined where they stand.

A paste never blocks the window: Qt lays a paragraph out in one go, so over-long paragraphs are broken and
much text is poured in portions. Each voice keeps a document of its own, and with it its own undo.
"""

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from smadmin.domain.policy.findings import Span
from smadmin.ui.appearance import tokens_of
from smadmin.ui.composer.blanks import put_in, select_next
from smadmin.ui.composer.findings import FindingLine
from smadmin.ui.composer.offsets import Offsets
from smadmin.ui.composer.paragraphs import one_line_end, portions, readable
from smadmin.ui.composer.sheet import Voice
from smadmin.ui.theme import WRITING_LINE_HEIGHT, State, state_colours

PORTION = 3_000
"""Characters put in at once; about 5 ms of layout."""
MOST_MARKS = 120

_MARGIN_PX = 2
_LEAST_PX, _MOST_PX = 130, 900
"""How high the editor is, where it grows with its text."""
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX

_PASSED_ON = tuple(QKeySequence(keys) for keys in ("Ctrl+K", "Ctrl+N", "Ctrl+Return", "Ctrl+Enter"))


class WritingEditor(QTextEdit):
    """The text of the open voice.

    Signals:
        written: the text changed by the person's hand (or by undo, or by a mend).
        broken: an over-long paragraph was broken so that it can be edited.
        left: the keyboard went elsewhere, in this window or in another.
    """

    written = Signal(str)
    broken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("kind", "writing")
        self.setObjectName("words")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._documents: dict[Voice, QTextDocument] = {}
        self._marks: tuple[FindingLine, ...] = ()
        self._offsets = Offsets(())
        self._left: list[str] = []
        self._at = QTextCursor()
        self._pour = QTimer(self)
        self._pour.setSingleShot(True)
        self._pour.timeout.connect(self._pour_on)
        self._quiet = False
        self._whole = False
        self.textChanged.connect(self._tell)
        self.textChanged.connect(self._fit)
        self._fit()

    def stand_whole(self) -> None:
        """Grow with the text, where the page around scrolls."""
        self._whole = True
        self._fit()

    def scroll_inside(self) -> None:
        """Scroll the text in the room there is."""
        self._whole = False
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = round(self.document().size().height()) + 4 * _MARGIN_PX if self._whole else 0
        height = min(max(needed, _LEAST_PX), _MOST_PX)
        most = height if self._whole else _NO_LIMIT
        if (self.minimumHeight(), self.maximumHeight()) != (height, most):
            self.setMinimumHeight(height)
            self.setMaximumHeight(most)

    @property
    def words(self) -> str:
        """The text, with plain new lines."""
        return one_line_end(self.toPlainText())

    def forget(self) -> None:
        """Drop all documents: another draft is opened."""
        self._stop_pouring()
        kept, self._documents = self._documents, {}
        self._quiet = True
        self.setDocument(QTextDocument(self))
        self._quiet = False
        for document in kept.values():
            document.deleteLater()

    def show_voice(self, voice: Voice, text: str) -> None:
        """Show somebody's words; their document, cursor and undo are kept while the draft is open."""
        self._finish_pouring()
        self._quiet = True
        document = self._documents.get(voice)
        if document is None:
            document = self._documents[voice] = QTextDocument(self)
            document.setUndoRedoEnabled(False)
            self._take(document)
            self._begin_pouring(readable(text), QTextCursor(document))
        else:
            self._take(document)
        self._quiet = False
        self.show_marks(())

    def show_marks(self, lines: tuple[FindingLine, ...]) -> None:
        """Underline findings of the open voice; a block in red on its tint, a warning dotted."""
        self._marks = lines
        self._offsets = Offsets.of(self.words) if lines else Offsets(())
        self.setExtraSelections([self._selection(line) for line in lines[:MOST_MARKS] if line.finding.span])

    def put_in(self, text: str, *, last: bool = False) -> None:
        """Put a text in where the cursor is, or last; undo takes it back, Tab goes to its next blank."""
        self._finish_pouring()
        put_in(self, text, last=last)

    def mend(self, span: Span, replacement: str) -> None:
        """Put other words in place of a span (code points); undo takes it back."""
        cursor = self._cursor_over(span, Offsets.of(self.words))
        cursor.insertText(replacement)
        self.setTextCursor(cursor)

    def rewrite(self, text: str) -> None:
        """Replace all words at once, as one step that undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def go_to(self, span: Span) -> None:
        """Put the cursor behind a span (code points) and bring it into sight."""
        cursor = self._cursor_over(span, Offsets.of(self.words))
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files that are dropped on the text are photos for the page, not addresses for the post.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text()
        fit = readable(pasted)
        if fit != one_line_end(pasted):
            self.broken.emit()
        self._finish_pouring()
        cursor = self.textCursor()
        cursor.removeSelectedText()
        self._begin_pouring(fit, cursor)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.ignore()
            return False
        # A widget takes Tab for itself before its keys come to `keyPressEvent`.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _leads_on(event):
            return select_next(self) or super().event(event)
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _ours(event):
            event.ignore()
            return
        self._finish_pouring()
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            # Qt swallows Return on an empty line that has a line height, and takes the height away.
            cursor = self.textCursor()
            cursor.insertBlock(cursor.blockFormat())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for document in self._documents.values():
                document.setDefaultFont(self.font())
        if event.type() is QEvent.Type.PaletteChange:
            self.show_marks(self._marks)

    def _take(self, document: QTextDocument) -> None:
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_MARGIN_PX)
        self.setDocument(document)
        self._fit()

    def _begin_pouring(self, text: str, cursor: QTextCursor) -> None:
        # The line height is a paragraph's own; those that come after it inherit it.
        if cursor.document().isEmpty():
            metrics = self.fontMetrics()
            # Qt's 100 % is what the font asks for, which is already more than its size.
            per_cent = 100 * WRITING_LINE_HEIGHT * self.font().pixelSize() / metrics.lineSpacing()
            height = QTextBlockFormat()
            height.setLineHeight(per_cent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(height)
        first, *self._left = portions(text, PORTION) or [""]
        self._at = cursor
        cursor.beginEditBlock()
        cursor.insertText(first)
        cursor.endEditBlock()
        self._poured()

    def _pour_on(self) -> None:
        self._at.joinPreviousEditBlock()
        self._at.insertText(self._left.pop(0))
        self._at.endEditBlock()
        self._poured()

    def _poured(self) -> None:
        # Left to itself, Qt lays out what is out of sight in steps that double up to 200,000 characters.
        self._at.document().documentLayout().blockBoundingRect(self._at.block())
        if self._left:
            self._pour.start(0)
            return
        document = self._at.document()
        if document is not None and not document.isUndoRedoEnabled():
            document.setUndoRedoEnabled(True)
        if not self._quiet:
            if self.textCursor().position() == self._at.position():  # whoever went elsewhere stays there
                self.setTextCursor(self._at)
            self._tell()

    def _finish_pouring(self) -> None:
        while self._left:
            self._pour.stop()
            self._pour_on()

    def _stop_pouring(self) -> None:
        self._pour.stop()
        self._left = []

    def _tell(self) -> None:
        if not self._quiet and not self._left:
            self.written.emit(self.words)

    def _cursor_over(self, span: Span, offsets: Offsets) -> QTextCursor:
        last = max(self.document().characterCount() - 1, 0)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(offsets.editor(span.start), last))
        cursor.setPosition(min(offsets.editor(span.end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, line: FindingLine) -> QTextEdit.ExtraSelection:
        ink, soft = state_colours(line.state, tokens_of(self.palette()))
        selection = QTextEdit.ExtraSelection()
        shown = QTextCharFormat()
        shown.setBackground(QColor(soft))
        shown.setUnderlineColor(QColor(ink))
        style = QTextCharFormat.UnderlineStyle
        shown.setUnderlineStyle(style.SingleUnderline if line.state is State.STOP else style.DotLine)
        selection.format = shown
        selection.cursor = self._cursor_over(line.finding.span or Span(0, 0), self._offsets)
        return selection


def _leads_on(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Tab and not event.modifiers()


def _ours(event: QKeyEvent) -> bool:
    """Tell whether a key belongs to the screen, not to the text."""
    return QKeySequence(event.keyCombination()) in _PASSED_ON
