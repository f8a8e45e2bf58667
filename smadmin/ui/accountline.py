"""An account as platforms head a post: its picture, name, handle and platform."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Pattern
from smadmin.ui.appearance import scale_of
from smadmin.ui.bar.model import legible
from smadmin.ui.bar.patterns import pattern_pixmap
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX

_FACE_PX = 36
_BAND_PX = 10


class AccountFace(QWidget):
    """An account's round picture: its letter on its colour."""

    def __init__(self, account: Account | None = None, parent: QWidget | None = None) -> None:
        """Take the account, or begin without one."""
        super().__init__(parent)
        self._letter, self._colour = "", "#000000"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if account is not None:
            self.show_account(account)

    def show_account(self, account: Account) -> None:
        """Show an account's."""
        self._letter = account.name.strip()[:1].upper() or "?"
        self._colour = legible(account.colour)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(_FACE_PX * min(scale_of(self.font()), 1.5))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(self.rect())
        font = QFont(self.font())
        font.setPixelSize(max(round(self.height() * 0.45), 1))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.white))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


class AccountBand(QWidget):
    """An account's colour and pattern as a narrow band, as the account bar shows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without account."""
        super().__init__(parent)
        self._colour, self._pattern = "", Pattern.STRIPES
        self.setFixedHeight(_BAND_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_account(self, account: Account) -> None:
        """Show an account's."""
        self._colour, self._pattern = legible(account.colour), account.pattern
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._colour:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), _BAND_PX / 2, _BAND_PX / 2)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(self._colour))
        pattern = pattern_pixmap(self._pattern, self.width(), self.height(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, pattern)
        painter.end()


class AccountLine(QWidget):
    """An account's picture, name, handle and platform, as platforms head a post."""

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        """Take the account."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX + 2)
        row.addWidget(AccountFace(account), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(PlainLabel(account.name, kind=TextKind.STRONG, fold=Fold.SHORTEN))
        where = f"{account.at_handle} · {PLATFORM_NAMES[account.platform]}"
        lines.addWidget(PlainLabel(where, kind=TextKind.NOTE, fold=Fold.SHORTEN))
        row.addLayout(lines, 1)
