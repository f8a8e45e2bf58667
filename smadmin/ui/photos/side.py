"""The panel beside a large photo: a card that scrolls by itself, as wide as the text's size asks."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.cards import Card
from smadmin.ui.theme import SPACE_PX

_WIDTH_PX = 320
_ABOVE_PX, _GAP_PX = 10, 6
"""A face that looks like somebody and three children fit beside a photo at 1280 by 800."""
_MOST_SCALE = 1.45
"""The photo keeps more than half of the window, however large the text is."""


class SidePanel(QScrollArea):
    """A card beside the photo; its parts go on `card.body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setProperty("kind", "card")
        self.card = Card()
        self.card.setProperty("kind", "scrolled")  # the area is the card; two borders would be one too many
        self.card.body.setContentsMargins(2 * SPACE_PX, _ABOVE_PX, 2 * SPACE_PX, _ABOVE_PX)
        self.card.body.setSpacing(_GAP_PX)
        self.setWidget(self.card)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        wanted = round(_WIDTH_PX * min(scale_of(self.font()), _MOST_SCALE))
        if self.minimumWidth() != wanted:
            self.setFixedWidth(wanted)
