"""A video to be watched: picture, bar, play and pause, one and a half times the speed, where one left off.

Space plays and pauses, the arrows go five seconds; what plays is collected and handed on every few seconds.
It plays only in a window that is in front: nobody watches behind another, or with the lid closed.
"""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.videos.ports import Frame, Projection
from smadmin.domain.videos.viewing import (
    FASTEST_TENTHS,
    Stretch,
    joined,
    resume_at,
    seen_percent,
    seen_to_end,
)
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.perform import Performer
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.videos.canvas import Canvas
from smadmin.ui.videos.reel import Reel
from smadmin.ui.videos.speaker import Samples, Speaker, Voice, system_voice
from smadmin.ui.videos.timeline import Timeline
from smadmin.ui.videos.watch import Watch
from smadmin.ui.wording import Wording

_TOLD_EVERY_MS = 4_000
_NORMAL_TENTHS = 10
_LONGEST_LAST_MS = 1_000
"""So long a last frame may stay: behind one that comes too early lies what nobody has seen."""


class Player(QWidget):
    """The player.

    Signals:
        watched: a tuple of `Stretch` and how many milliseconds they took.
    """

    watched = Signal(tuple, int)

    def __init__(
        self,
        performer: Performer,
        words: Wording,
        parent: QWidget | None = None,
        *,
        voice: Callable[[], Voice | None] = system_voice,
    ) -> None:
        """Begin without a video; `voice` gives what its sound is played with."""
        super().__init__(parent)
        self._words = words
        self._watch = Watch()
        self._seen: tuple[Stretch, ...] = ()
        self._length_ms = 0
        self.reel = Reel(performer, self)
        self.speaker = Speaker(voice)
        self.canvas = Canvas()
        self.canvas.show_words(words.say("videoui.opening"))
        self.timeline = Timeline()
        self.timeline.setAccessibleName(words.say("videoui.timeline"))
        self.button = Button(
            words.say("videoui.play"), kind=ButtonKind.PLAIN, hint=words.say("videoui.space")
        )
        self.faster = Button(words.say("videoui.faster"), kind=ButtonKind.SMALL)
        self.faster.setCheckable(True)
        self.on = Button(words.say("videoui.go-on"), kind=ButtonKind.SMALL, icon="history")
        self.sound = Button(words.say("videoui.sound"), kind=ButtonKind.SMALL)
        self.sound.setCheckable(True)
        self.sound.setChecked(True)
        self.sound.hide()
        self.said = PlainLabel("", kind=TextKind.MUTED)
        self.setFocusProxy(self.button)
        self._arrange()
        self._telling = QTimer(self)
        self._telling.setInterval(_TOLD_EVERY_MS)
        self._telling.timeout.connect(self.tell)
        self.canvas.pressed.connect(self.toggle)
        self.button.clicked.connect(self.toggle)
        self.faster.toggled.connect(self._change_speed)
        self.sound.toggled.connect(self._be_heard)
        self.on.clicked.connect(lambda: self.go_to(resume_at(self._whole(), self._length_ms)))
        self.timeline.soughtAt.connect(self.go_to)
        self.reel.shown.connect(self._show)
        self.reel.stopped.connect(self._stopped)
        self.reel.failed.connect(self._failed)

    def open(self, opening: Callable[[], Projection], *, length_ms: int, seen: Sequence[Stretch]) -> None:
        """Open a video where this person left off."""
        self._length_ms, self._seen = length_ms, tuple(seen)
        self.timeline.show_length(length_ms)
        self.reel.open(opening, at_ms=resume_at(self._seen, length_ms))
        self._say()

    def take_sound(self, samples: Samples) -> bool:
        """Play this with the pictures; tells whether there is a loudspeaker."""
        heard = self.speaker.take(samples)
        self.sound.setVisible(heard)
        return heard

    def show_seen(self, seen: Sequence[Stretch], length_ms: int) -> None:
        """Show what is kept as seen; what was watched since stays beside it."""
        self._seen, self._length_ms = tuple(seen), length_ms
        self.timeline.show_length(length_ms)
        self._say()

    def toggle(self) -> None:
        """Play or pause."""
        if self.reel.playing:
            self.reel.pause()
            return
        if self.reel.at_end:
            self.go_to(0)
        self._watch.rest()
        self._watch.reached(self.reel.at_ms, round(monotonic() * 1000))  # the frame that stands there counts
        self.reel.play()
        self._telling.start()
        self._show_button()

    def go_to(self, at_ms: int) -> None:
        """Go to a moment; nothing between counts as seen."""
        self._watch.rest()
        self.speaker.rest()
        self.reel.seek(at_ms)
        self.timeline.show_at(at_ms)

    def tell(self) -> None:
        """Hand on what was watched."""
        stretches, took_ms = self._watch.take()
        if stretches:
            self._seen = joined((*self._seen, *stretches))
            self.watched.emit(stretches, took_ms)
        self._say()

    @property
    def seen_to_end(self) -> bool:
        """Tell whether all of it was watched, by this window's own account."""
        return seen_to_end(self._whole(), self._length_ms)

    def close_video(self) -> None:
        """End it, and hand on what was watched."""
        self.reel.pause()
        self._telling.stop()
        self.tell()
        self.reel.close()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.WindowDeactivate:
            self._stand_still()
        return done

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stand_still()

    def _stand_still(self) -> None:
        """Pause because nobody can see it, and say why."""
        if self.reel.playing:
            self.reel.pause()
            self.said.show_text(self._words.say("videoui.stood-still"))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(self.button)
        row.addWidget(self.faster)
        row.addWidget(self.sound)
        row.addWidget(self.on)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.timeline)
        column.addLayout(row)
        column.addWidget(self.said)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self)
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.activated.connect(self.toggle)

    def _show(self, frame: Frame) -> None:
        self.canvas.show_frame(frame)
        self.timeline.show_at(frame.at_ms)
        if self.reel.playing:
            self._watch.reached(frame.at_ms, round(monotonic() * 1000))
            self.speaker.follow(frame.at_ms, self.reel.tenths)

    def _stopped(self) -> None:
        self.speaker.rest()
        if self.reel.at_end:
            # The last frame stays until the video is over; nobody waits for it in front of a still picture.
            left = min(max(0, self._length_ms - self.reel.at_ms), _LONGEST_LAST_MS)
            self._watch.reached(self.reel.at_ms + left, round(monotonic() * 1000) + left)
        self._watch.rest()
        self._telling.stop()
        self.tell()
        self._show_button()

    def _failed(self, error: KnownError) -> None:
        self.canvas.show_words(self._words.error(error))

    def _change_speed(self, checked: bool) -> None:
        self._watch.rest()
        self.reel.speed_up(FASTEST_TENTHS if checked else _NORMAL_TENTHS)

    def _be_heard(self, heard: bool) -> None:
        self.speaker.rest()
        self.speaker.silent = not heard

    def _show_button(self) -> None:
        self.button.show_words(self._words.say("videoui.pause" if self.reel.playing else "videoui.play"))

    def _whole(self) -> tuple[Stretch, ...]:
        return joined((*self._seen, *self._watch.stretches))

    def _say(self) -> None:
        whole = self._whole()
        self.timeline.show_seen(whole)
        self.on.setVisible(bool(resume_at(whole, self._length_ms)))
        percent = seen_percent(whole, self._length_ms)
        minutes, seconds = divmod(self._length_ms // 1000, 60)
        said = self._words.say("videoui.seen", percent=percent, length=f"{minutes}:{seconds:02}")
        self.said.show_text(said)
        self.timeline.setAccessibleDescription(said)
