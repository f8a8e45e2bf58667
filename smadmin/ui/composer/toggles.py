"""The accounts of the draft as toggles: a pill each, with the platform's mark, ticked or not."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.ids import AccountId
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import paint_ring
from smadmin.ui.flow import FlowLayout
from smadmin.ui.icons import icon_pixmap, platform_pixmap
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.theme import HALF_SPACE_PX, NOTE_PX, RING_PX

_WORDS_AT_MOST_PX = 190
_PAD_PX = 11
_GAP_PX = 7
_ICON_PX = 14


class AccountToggle(QAbstractButton):
    """One account, chosen or not. `clicked` comes after the person pressed it."""

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        """Take the account."""
        super().__init__(parent)
        self.account = account
        self._words = one_line(account.at_handle)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName(f"account-{account.id}")
        said = f"{account.name}, {account.at_handle}, {PLATFORM_NAMES[account.platform]}"
        self.setAccessibleName(one_line(said))
        self.setToolTip(for_tooltip(said))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        scale = scale_of(self.font())
        metrics = QFontMetrics(self._small())
        words = min(metrics.horizontalAdvance(self._words), round(_WORDS_AT_MOST_PX * scale))
        width = words + 2 * (_PAD_PX + RING_PX) + 2 * round(_ICON_PX * scale) + 2 * _GAP_PX
        return QSize(width, metrics.height() + 2 * (5 + RING_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(RING_PX + 0.5, RING_PX + 0.5, -RING_PX - 0.5, -RING_PX - 0.5)
        chosen = self.isChecked()
        ground = t.accent_soft if chosen else t.hover if self.underMouse() else t.card
        painter.setPen(QPen(QColor(t.accent if chosen else t.edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = t.accent if chosen else t.muted
        side = round(_ICON_PX * scale_of(self.font()))
        ratio = self.devicePixelRatioF()
        top = round(pill.center().y() - side / 2)
        left = round(pill.left() + _PAD_PX)
        mark = icon_pixmap("check" if chosen else "plus", ink, side, ratio)
        painter.drawPixmap(left, top, mark)
        left += side + _GAP_PX
        painter.drawPixmap(left, top, platform_pixmap(self.account.platform, ink, side, ratio))
        left += side + _GAP_PX
        painter.setFont(self._small())
        painter.setPen(QColor(ink))
        place = QRectF(left, pill.top(), pill.right() - _PAD_PX - left + 2, pill.height())
        shown = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, round(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        if self.hasFocus():
            paint_ring(self, self.height() / 2)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(NOTE_PX * scale_of(self.font())))
        font.setWeight(QFont.Weight.DemiBold)
        return font


class AccountToggles(QWidget):
    """All accounts that the person may post for. `toggled` tells which one was pressed."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self._flow = FlowLayout(self, gap_px=HALF_SPACE_PX)
        self._toggles: dict[AccountId, AccountToggle] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def toggles(self) -> tuple[AccountToggle, ...]:
        """The pills, in order."""
        return tuple(self._toggles.values())

    def show_accounts(self, accounts: tuple[Account, ...], chosen: tuple[AccountId, ...]) -> None:
        """Show these accounts; the same ones keep their pills and the focus on them."""
        if tuple(self._toggles) != tuple(account.id for account in accounts):
            for old in self._toggles.values():
                self._flow.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._toggles = {account.id: self._made(account) for account in accounts}
        for account, toggle in self._toggles.items():
            toggle.setChecked(account in chosen)

    def take_focus(self) -> None:
        """Put the keyboard on the first pill (Ctrl+K)."""
        for toggle in self._toggles.values():
            toggle.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def _made(self, account: Account) -> AccountToggle:
        toggle = AccountToggle(account)
        toggle.clicked.connect(lambda _checked: self.toggled.emit(account.id))
        self._flow.addWidget(toggle)
        return toggle
