"""The video of the post on a screen: taken in from a file, shown small, watched in its dialog.

Taking in is an errand; the tile says so meanwhile. What comes of it is only put under the post by the screen.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId, VideoId
from smadmin.domain.media import FILM_ENDINGS
from smadmin.domain.videos.video import VIDEO_ENDINGS
from smadmin.services.videos.views import VideoView
from smadmin.ui.photos.finding import Finding
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.videos.dialog import VideoDialog
from smadmin.ui.videos.tile import VideoTile

_PATTERNS = " ".join(f"*{ending} *{ending.upper()}" for ending in VIDEO_ENDINGS)


def is_video(path: str) -> bool:
    """Tell by its name whether a file is taken for a video: also one that is then refused with the reason."""
    return path.lower().endswith(FILM_ENDINGS)


class PostVideo(QObject):
    """The video of one post.

    Signals:
        taken: a video's id, to be put under the post; empty where it is to be taken off.
        others: files that were dropped and are no video.
        refused: a `KnownError`.
    """

    taken = Signal(str)
    others = Signal(list)
    refused = Signal(object)

    def __init__(self, around: Surroundings, tile: VideoTile, screen: QWidget, *, may_change: bool) -> None:
        """Take the tile that shows it, and whether it is said here what the video is."""
        super().__init__(screen)
        self._around = around
        self._tile = tile
        self._screen = screen
        self._may_change = may_change
        self._video: VideoId | None = None
        self._taking = False
        self.dialog: VideoDialog | None = None
        self.finding = Finding(around.performer, self)  # it goes on when the dialog is closed
        tile.watchAsked.connect(self.watch)
        tile.removed.connect(lambda: self.taken.emit(""))

    @property
    def me(self) -> PersonId | None:
        """Who acts, and so writes the post on this screen."""
        return None if self._around.acting is None else self._around.acting.person.id

    def show(self, video: VideoId | None, author: PersonId | None) -> None:
        """Show the post's video as it stands now."""
        if self._taking:
            return
        self._video = video
        self._tile.setVisible(video is not None)
        if video is None or author is None or self._around.acting is None:
            return
        by, office = self._around.by, self._around.office

        def came(view: VideoView) -> None:
            if self._video == video:
                self._tile.show_view(view, author)

        def gone(error: KnownError) -> None:
            self._tile.show_words(self._around.words.error(error))

        self._around.performer.perform(
            lambda: office.video_watching.view(by, video), done=came, failed=gone, origin=self._tile
        )

    def choose(self) -> None:
        """Ask for a file."""
        words = self._around.words
        dialog = QFileDialog(self._screen, words.say("videoui.choose"))
        dialog.setNameFilters([f"{words.say('videoui.files')} ({_PATTERNS})"])
        dialog.filesSelected.connect(lambda names: self.bring(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def sort(self, paths: Sequence[str]) -> None:
        """Take the first video of what was dropped; the rest goes its own way."""
        videos = [path for path in paths if is_video(path)]
        if videos:
            self.bring(Path(videos[0]))
        if rest := [path for path in paths if not is_video(path)]:
            self.others.emit(rest)

    def bring(self, path: Path) -> None:
        """Take a video in from a file and open its dialog."""
        if self._taking or self._around.acting is None:
            return
        by, office = self._around.by, self._around.office
        self._taking = True
        self._tile.show_words(self._around.words.say("videoui.taking"))
        self._tile.show()

        def came(done: Done[VideoId]) -> None:
            self._taking = False
            self.taken.emit(done.value)
            self._video = done.value
            self.watch()

        def failed(error: KnownError) -> None:
            self._taking = False
            self._tile.setVisible(self._video is not None)
            self.refused.emit(error)

        self._around.performer.errand(
            lambda: office.video_taking.take_in(by, path), done=came, failed=failed, origin=self._screen
        )

    def watch(self) -> None:
        """Open the dialog."""
        if self._video is None or self._around.acting is None:
            return
        self.dialog = VideoDialog(
            self._around,
            self._video,
            self._screen,
            finding=self.finding,
            may_change=self._may_change,
        )
        self.dialog.open()
