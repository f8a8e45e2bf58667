"""The card of a week from paper: its scan, who entered it, what was struck, and *Countersign*.

Nobody countersigns what they can't see: the button waits until the scan is there, or can't be opened.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.covered import WholePicture
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.plan.paper import PaperModel
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_SCAN_PX = 170
_WIDTH_PX = 860
_SEEN_LINES, _REST_PX = 34, 260
"""How much of a scan is seen at once; the rest scrolls."""


class PaperCard(Card):
    """What was entered from paper; hidden where nothing waits.

    Signals:
        countersigned: that it was signed so.
        disowned: that it wasn't.
    """

    countersigned = Signal()
    disowned = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(words.say("planui.scan"), parent)
        self._words = words
        self._pixmap: QPixmap | None = None
        self._said = QVBoxLayout()
        self._said.setSpacing(HALF_SPACE_PX)
        self.scan = SmallScan(words.say("planui.scan-opens"), alt=words.say("planui.scan"))
        self.sign = Button(words.say("weekly.countersign"), kind=ButtonKind.MAIN)
        self.sign.setObjectName("countersign-week")
        self.sign.clicked.connect(self.countersigned)
        self.look = Button(words.say("planui.scan-see"), kind=ButtonKind.QUIET)
        self.look.setObjectName("see-scan")
        self.look.clicked.connect(self._see)
        self.refuse = Button(words.say("planui.paper-wrong"), kind=ButtonKind.LINK)
        self.refuse.setObjectName("disown-week")
        self.refuse.clicked.connect(self.disowned)
        deeds = FlowBox()
        for button in (self.sign, self.look, self.refuse):
            deeds.flow.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(SPACE_PX)
        left.addLayout(self._said)
        left.addWidget(deeds)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE_PX)
        row.addLayout(left, 1)
        row.addWidget(self.scan, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.hide()

    def show_paper(self, model: PaperModel) -> None:
        """Show what was entered; its scan comes later."""
        empty_layout(self._said)
        self.heading.show_text(self._words.say("planui.paper-title", person=model.entered_by))
        struck = "planui.paper-struck" if model.struck else "planui.paper-none-struck"
        self._said.addWidget(PlainLabel(self._words.say(struck), kind=TextKind.NOTE))
        for line in model.struck:
            # A long handle in one piece would push the whole page sideways, *Countersign* with it.
            self._said.addWidget(PlainLabel(breakable(self._words(line)), kind=TextKind.STRONG))
        if model.later is not None and model.countersigns:
            self._said.addWidget(PlainLabel(self._words(model.later), kind=TextKind.NOTE))
        for button in (self.sign, self.refuse):
            button.setVisible(model.countersigns)
        self.scan.setFixedWidth(round(_SCAN_PX * min(scale_of(self.font()), 1.5)))

    def await_scan(self) -> None:
        """Say that the scan is being opened."""
        self._pixmap = None
        self.scan.show_words(self._words.say("planui.scan-opens"))
        self.sign.block([self._words.say("planui.scan-opens")])
        self.look.block([self._words.say("planui.scan-opens")])

    def show_scan(self, pixmap: QPixmap) -> None:
        """Show the scan; now it can be countersigned."""
        self._pixmap = pixmap
        # Shrunk at once from a whole page, its letters would fall into dots.
        smooth = Qt.TransformationMode.SmoothTransformation
        self.scan.show_pixmap(pixmap.scaledToWidth(2 * self.scan.width(), smooth))
        for button in (self.sign, self.look):
            button.allow()

    def show_no_scan(self, why: str) -> None:
        """Say why there is no scan; who has the paper at hand can countersign all the same."""
        self.scan.show_words(why)
        self.sign.allow()
        self.look.block([why])

    def forget(self) -> None:
        """Drop the scan."""
        self.await_scan()
        self.hide()

    def _see(self) -> None:
        if self._pixmap is not None:
            ScanDialog(self._pixmap, self._words, self).open()


class SmallScan(WholePicture):
    """A scan in small with an edge: paper is as white as the card."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(tokens_of(self.palette()).line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class ScanDialog(FormDialog):
    """A scan so large that it can be read; the arrow keys scroll."""

    def __init__(self, scan: QPixmap, words: Wording, parent: QWidget | None = None) -> None:
        """Take the scan."""
        super().__init__(
            words.say("planui.scan"),
            words.say("planui.scan-text"),
            main=words.say("weekly.countersign"),
            leave=words.say("weekly.read-close"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self.area = ScanArea(scan, words.say("planui.scan"))
        self.fields.addWidget(self.area)
        self.main.hide()  # it is only looked at here
        self.area.setFocus()


class ScanArea(QScrollArea):
    """A scan as wide as its place."""

    def __init__(self, scan: QPixmap, name: str) -> None:
        """Take the scan."""
        super().__init__()
        self._scan = scan
        self._shown = QLabel()
        self._shown.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setWidget(self._shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line_px = self.fontMetrics().lineSpacing()
        self.setFixedHeight(min(_SEEN_LINES * line_px, self.screen().availableSize().height() - _REST_PX))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitted = self._scan.scaledToWidth(
            max(self.viewport().width(), 1), Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(fitted)
        painter.setPen(QColor(tokens_of(self.palette()).line))
        painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._shown.setPixmap(fitted)
        self._shown.resize(fitted.size())
