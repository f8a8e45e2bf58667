"""An account as it stands in the account bar, to look at only."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Account, AccountStage
from smadmin.ui.appearance import scale_of
from smadmin.ui.bar.model import Plate, plate_of
from smadmin.ui.bar.plate import PlateButton
from smadmin.ui.cards import empty_layout
from smadmin.ui.theme import BAR_HEIGHT_PX
from smadmin.ui.wording import Wording

_LARGEST_SCALE = 1.5
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


class PlatePreview(QFrame):
    """The plate with colour and pattern, as the bar shows it."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(parent)
        self._words = words
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show_account(self, account: Account) -> None:
        """Show an account that nobody has proven yet."""
        self.show_plate(replace(plate_of(account, now=_NEVER), stage=AccountStage.LIVE))

    def show_plate(self, plate: Plate) -> None:
        """Show a plate."""
        empty_layout(self._row)
        shown = PlateButton(plate, self._words)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        shown.setToolTip("")
        self._row.addWidget(shown)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(BAR_HEIGHT_PX * min(scale_of(self.font()), _LARGEST_SCALE)))
