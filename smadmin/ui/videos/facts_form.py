"""What is said about a video: who made it, by what right, whose music, captions or why there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from smadmin.domain.media import RightOfUse
from smadmin.domain.videos.captions import Captions
from smadmin.domain.videos.video import Music, VideoSaid
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.videos.model import MUSICS, RIGHTS
from smadmin.ui.wording import Wording

_LEAST_CHARACTERS = 8
_WRITTEN = frozenset({RightOfUse.GIVEN, RightOfUse.LICENSED})


class VideoFactsForm(Card):
    """The fields.

    Signals:
        changed: something else is said now.
        captionsAsked: a captions file is to be chosen.
    """

    changed = Signal()
    captionsAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Build the empty fields."""
        super().__init__(words.say("videoui.what-it-is"))
        keep_words(self)
        self._words = words
        self._captions: Captions | None = None
        self.taken_by, self.right_note, self.music_note = QLineEdit(), QLineEdit(), QLineEdit()
        self.no_captions = QLineEdit()
        self.right, self.music = QComboBox(), QComboBox()
        for right in RIGHTS:
            self.right.addItem(words.say(f"videoui.right-{right.value}"), right)
        for box in (self.right, self.music):
            # Its longest entry must not push the column wider than it is, with large letters.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST_CHARACTERS)
        for music in MUSICS:
            self.music.addItem(words.say(f"videoui.music-{music.value}"), music)
        self._right_note = Field(words.say("videoui.right-note"), self.right_note)
        self._music_note = Field(words.say("videoui.music-note"), self.music_note)
        self._why_none = Field(words.say("videoui.no-captions"), self.no_captions)
        self._said = PlainLabel("")
        self.choose = Button(words.say("videoui.choose-captions"), kind=ButtonKind.SMALL)
        self.leave = Button(words.say("videoui.leave-captions"), kind=ButtonKind.SMALL)
        self.body.setSpacing(SPACE_PX + 4)
        for one in (
            Field(words.say("videoui.taken-by"), self.taken_by),
            Field(words.say("videoui.right"), self.right),
            self._right_note,
            Field(words.say("videoui.music"), self.music),
            self._music_note,
        ):
            self.body.addWidget(one)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self.choose)
        row.addWidget(self.leave)
        self.body.addLayout(row)
        self.body.addWidget(self._why_none)
        self.choose.clicked.connect(self.captionsAsked)
        self.leave.clicked.connect(lambda: self.take_captions(None))
        for line in (self.taken_by, self.right_note, self.music_note, self.no_captions):
            line.editingFinished.connect(self.changed)
        for box in (self.right, self.music):
            box.activated.connect(self._chosen)
        self._show_fields()

    @property
    def said(self) -> VideoSaid:
        """What is said now."""
        return VideoSaid(
            taken_by=self.taken_by.text(),
            right=RightOfUse(self.right.currentData()),
            right_note=self.right_note.text(),
            music=Music(self.music.currentData()),
            music_note=self.music_note.text(),
            captions=self._captions,
            no_captions="" if self._captions is not None else self.no_captions.text(),
        )

    def show_said(self, said: VideoSaid) -> None:
        """Fill in what was said before."""
        for line, text in (
            (self.taken_by, said.taken_by),
            (self.right_note, said.right_note),
            (self.music_note, said.music_note),
            (self.no_captions, said.no_captions),
        ):
            if not line.hasFocus():
                line.setText(text)
        self.right.setCurrentIndex(self.right.findData(said.right))
        self.music.setCurrentIndex(self.music.findData(said.music))
        self._captions = said.captions
        self._show_fields()

    def take_captions(self, captions: Captions | None) -> None:
        """Take captions that were read from a file, or none."""
        self._captions = captions
        self._show_fields()
        self.changed.emit()

    def _chosen(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        captions = self._captions
        self._right_note.setVisible(RightOfUse(self.right.currentData()) in _WRITTEN)
        self._music_note.setVisible(Music(self.music.currentData()) is Music.LICENSED)
        self._why_none.setVisible(captions is None)
        self.leave.setVisible(captions is not None)
        said = self._words.say("videoui.captions")
        if captions is not None:
            said = self._words.say("videoui.captions-there", n=captions.lines)
        self._said.show_text(said)
