"""The list of the draft's accounts with everything said in full, opened by pressing a plate."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.bar.model import Plate
from smadmin.ui.bar.patterns import pattern_pixmap
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_FLAG_PX = 44
_WIDTH_PX = 440


class Flag(QWidget):
    """An account's colour and pattern as a small flag."""

    def __init__(self, plate: Plate, parent: QWidget | None = None) -> None:
        """Take the account."""
        super().__init__(parent)
        self._plate = plate
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_FLAG_PX, _FLAG_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._plate.colour))
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, pattern_pixmap(self._plate.pattern, self.width(), self.height(), ratio))
        painter.end()


class AccountListing(QFrame):
    """A popup; Escape or a click beside it closes it."""

    def __init__(self, plates: tuple[Plate, ...], words: Wording, parent: QWidget) -> None:
        """Take the accounts, in the draft's order."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = words.say("shell.official-accounts-in-draft", n=len(plates))
        self.setAccessibleName(heading)
        rows = QWidget()
        rows.setProperty("kind", "scrolled")
        column = QVBoxLayout(rows)
        column.setContentsMargins(2 * SPACE_PX, 0, 2 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(14)
        for plate in plates:
            column.addLayout(_row(plate, words))
        column.addStretch(1)
        self._rows = rows
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(rows)
        title = PlainLabel(heading, kind=TextKind.HEADING)
        title.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(2 * SPACE_PX)
        whole.addWidget(title)
        whole.addWidget(scroller, 1)
        self._title = title

    def open_below(self, widget: QWidget) -> None:
        """Show it under the bar, beginning where the pressed plate begins, inside the window."""
        scale = scale_of(self.font())
        width = round(_WIDTH_PX * min(scale, 1.6))
        window = widget.window()
        wished = self._rows.heightForWidth(width) + self._title.sizeHint().height() + 3 * SPACE_PX
        self.resize(width, min(wished, window.height() - 3 * widget.height()))
        corner = widget.mapTo(window, QPoint(SPACE_PX, widget.height() + SPACE_PX))
        corner.setX(max(min(corner.x(), window.width() - width - SPACE_PX), 0))
        self.move(window.mapToGlobal(corner))
        self.show()


def _row(plate: Plate, words: Wording) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Flag(plate), 0, Qt.AlignmentFlag.AlignTop)
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addWidget(PlainLabel(plate.name, kind=TextKind.STRONG))
    lines.addWidget(PlainLabel(f"{plate.handle} · {plate.platform_name}", kind=TextKind.NOTE))
    proof = words(plate.proof)
    lines.addWidget(StateLine(plate.state, f"{words(plate.tag)}: {proof}" if plate.still else proof))
    row.addLayout(lines, 1)
    return row
