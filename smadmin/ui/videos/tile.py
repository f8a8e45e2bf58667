"""A video under its post, small: its name and length, how it stands, and the way to watch it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.ids import PersonId
from smadmin.services.videos.views import VideoView
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.icons import IconMark
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.states import StateChip
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.videos.model import named, tile_line
from smadmin.ui.wording import Wording


class VideoTile(QFrame):
    """The tile; `add`, which asks for one, stands wherever the page wants it.

    Signals:
        watchAsked: the video is to be watched.
        removed: it is to be taken off the post.
    """

    watchAsked = Signal()
    removed = Signal()

    def __init__(self, words: Wording, *, removable: bool, parent: QWidget | None = None) -> None:
        """Take whether it can be taken off here."""
        super().__init__(parent)
        self._words = words
        self.one_only = words.say("videoui.one-video")
        self.setProperty("kind", "card")
        self.setObjectName("video")
        self.name = PlainLabel("", kind=TextKind.STRONG)
        self.state = StateChip(State.WAITS, "")
        self.watch = Button(words.say("videoui.watch"), kind=ButtonKind.SMALL, icon="play")
        self.watch.clicked.connect(self.watchAsked)
        self.add = Button(words.say("videoui.add"), kind=ButtonKind.SMALL, icon="video", parent=self)
        self.add.setObjectName("add-video")
        self.remove = Button(words.say("videoui.remove"), kind=ButtonKind.ICON, icon="trash-2")
        self.remove.clicked.connect(self.removed)
        column = QVBoxLayout()
        column.addWidget(self.name)
        column.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_PX, SPACE_PX, SPACE_PX, SPACE_PX)
        row.setSpacing(SPACE_PX)
        row.addWidget(IconMark("video"))
        row.addLayout(column, 1)
        row.addWidget(self.watch)
        row.addWidget(self.remove)
        if not removable:
            self.add.hide()  # who writes takes it to the page's own buttons
            self.remove.hide()

    def show_view(self, view: VideoView, author: PersonId) -> None:
        """Show how a video stands."""
        video = view.video
        self.name.show_text(breakable(self._words(named(video))))
        state, says = tile_line(view, author)
        self.state.show_state(state, self._words(says))
        self.watch.show_words(
            self._words.say("videoui.watch-again" if state is State.FINE else "videoui.watch")
        )
        self.watch.allow()

    def show_words(self, words: str) -> None:
        """Say something instead: it is being read, or can't be."""
        self.name.show_text(words)
        self.state.show_state(State.WAITS, "…")
        self.watch.block([words])
