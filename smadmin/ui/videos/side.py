"""Beside the player: what is said about the video, as fields or as sentences, and below it who shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smadmin.domain.videos.video import VideoSaid
from smadmin.ui.appearance import scale_of
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.videos.faces_list import FacesList
from smadmin.ui.videos.facts_form import VideoFactsForm
from smadmin.ui.videos.model import said_lines
from smadmin.ui.wording import Wording

_SIDE_PX, _LARGEST_SCALE = 400, 1.4


class VideoSide(QScrollArea):
    """The column; `form` is None for who only reads what is said."""

    def __init__(self, words: Wording, pictures: Pictures, *, may_change: bool) -> None:
        """Take where portraits come from, and whether this person says what the video is."""
        super().__init__()
        self._words = words
        self.form = VideoFactsForm(words) if may_change else None
        self._told = None if may_change else Card(words.say("videoui.what-it-is"))
        self.faces = FacesList(words, pictures)
        side = QWidget()
        side.setProperty("kind", "scrolled")
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(SPACE_PX)
        for card in (self.form, self._told):
            if card is not None:
                cards.addWidget(card)
        cards.addWidget(self.faces)
        cards.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(side)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(round(_SIDE_PX * min(scale_of(self.font()), _LARGEST_SCALE)))

    def show_said(self, said: VideoSaid) -> None:
        """Show what is said."""
        if self.form is not None:
            self.form.show_said(said)
        if self._told is not None:
            self._told.clear()
            for line in said_lines(said):
                self._told.body.addWidget(PlainLabel(self._words(line)))
