"""A video, whole: the player at the left, what is said and who shows at the right, *I saw all of it* below.

The same dialog serves who writes the post and who sees it second; only who may change it gets the fields.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import FaceId, VideoId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.videos.viewing import Stretch
from smadmin.services.jobs import Progress
from smadmin.services.videos.views import VideoView, asked_again
from smadmin.ui.appearance import scale_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.plaintext import one_line
from smadmin.ui.states import StateLine
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.videos.faces_list import FacesList
from smadmin.ui.videos.listening import Listening
from smadmin.ui.videos.looking import look_through
from smadmin.ui.videos.model import clock, video_model
from smadmin.ui.videos.player import Player
from smadmin.ui.videos.side import VideoSide

_SIZE, _FACE_PX = QSize(1100, 700), 160


class VideoDialog(QDialog):
    """The dialog."""

    def __init__(
        self,
        around: Surroundings,
        video: VideoId,
        parent: QWidget,
        *,
        finding: Finding,
        may_change: bool,
    ) -> None:
        """Take which video, what looks for faces, and whether this person may say what it is."""
        super().__init__(parent)
        self._around, self._video, self._words = around, video, around.words
        self._view: VideoView | None = None
        self._again: set[FaceId] = set()
        self._pictured = self._in_vain = False
        self._may_change = may_change
        words = around.words
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("videoui.title"))
        self.setAccessibleName(self.windowTitle())
        self.player = Player(around.performer, words)
        self.side: VideoSide | None = None
        self.finding = finding
        self.done_button = Button(words.say("videoui.saw-all"), kind=ButtonKind.MAIN)
        self.done_button.block([words.say("videoui.opening")])
        self.held = PlainLabel("", kind=TextKind.NOTE)
        self.unheard = Listening(around, self.player)
        self._missing = QVBoxLayout()
        self._both = QHBoxLayout()
        self._arrange()
        self.player.watched.connect(self._keep_watched)
        self.done_button.clicked.connect(self._finish)
        self.finished.connect(lambda _result: self._leave())
        self.player.setFocus()
        self._furnishing = QTimer(self, singleShot=True)
        self._furnishing.timeout.connect(self._furnish)
        self._furnishing.start(0)  # the window answers before the other half is made

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE_PX)
        left.addWidget(self.player, 1)
        left.addWidget(self.unheard)
        left.addWidget(self.held)
        self._both.setSpacing(2 * SPACE_PX)
        self._both.addLayout(left, 1)
        away = Button(self._words.say("videoui.close"))
        away.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addLayout(self._missing, 1)
        foot.addWidget(away, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addLayout(self._both, 1)
        column.addLayout(foot)
        wanted = _SIZE * min(scale_of(self.font()), 1.2)
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _furnish(self) -> None:
        """Make what stands beside the player, and read the video."""
        side = self.side = VideoSide(self._words, Pictures(self._around, self), may_change=self._may_change)
        self._both.addWidget(side)
        if side.form is not None:
            side.form.changed.connect(self._tell)
            side.form.captionsAsked.connect(self._ask_captions)
        side.faces.answered.connect(self._answer)
        side.faces.againAsked.connect(self._look)
        side.faces.soughtAt.connect(self._go_to)
        self.finding.progressed.connect(self._looked)
        self.finding.failed.connect(self._not_looked)
        self.finding.ended.connect(self._load)
        self._load()

    def _load(self) -> None:
        if self._around.acting is None:
            return  # the window was locked: the dialog is on its way out
        by, office, video = self._around.by, self._around.office, self._video
        self._around.performer.perform(
            lambda: office.video_watching.view(by, video),
            done=self._came,
            failed=self._say_error,
            origin=self,
        )

    def _came(self, view: VideoView) -> None:
        first = self._view is None
        self._view = view
        acting = self._around.acting
        if acting is None:
            return
        video, by, office = view.video, self._around.by, self._around.office
        person = acting.person.id
        mine = video.seen_by(person)
        model = video_model(view, person, self._again)
        if first:
            self.setWindowTitle(one_line(self._words.say("videoui.titled", name=model.name)))
            self.player.open(
                lambda: office.video_watching.open(by, video.id), length_ms=video.facts.length_ms, seen=mine
            )
            self.unheard.begin(video.id, sound=video.facts.sound)
        else:
            self.player.show_seen(mine, video.facts.length_ms)
        self.held.show_text(self._words.optional(model.held))
        self.held.setVisible(model.held is not None)
        side = self.side
        if side is None:
            return
        side.show_said(video.said)
        if video.sampled:
            side.faces.show_model(model, view.beside, later=view.later)
            self._picture(side.faces)
        elif self._in_vain:
            side.faces.show_not_looked()
        elif not self.finding.running:
            self._look()
        self._show_missing()

    def _show_missing(self) -> None:
        view, acting = self._view, self._around.acting
        if view is None or acting is None:
            return
        model = video_model(view, acting.person.id, self._again)
        while (item := self._missing.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for reason in model.missing:
            self._missing.addWidget(StateLine(State.WAITS, self._words(reason.message)))
        if model.seen_by is not None:
            self._missing.addWidget(StateLine(State.FINE, self._words(model.seen_by)))
        if model.missing:
            self.done_button.block(self._words.reasons(model.missing))
        elif model.finished:
            self.done_button.block([self._words.say("videoui.said-already")])
        else:
            self.done_button.allow()

    def _look(self) -> None:
        office, video, self._in_vain = self._around.office, self._video, False
        self.finding.start(self._around.by, lambda by: look_through(office, by, video))
        self._say_looking(self._words.say("videoui.looking"))

    def _say_looking(self, said: str) -> None:
        if self.side is not None:
            self.side.faces.show_looking(said)

    def _not_looked(self, error: KnownError) -> None:
        self._in_vain = True
        self._say_error(error)

    def _looked(self, progress: Progress) -> None:
        if progress.total:  # before that, patterns are made
            at, length = clock(progress.done), clock(progress.total)
            self._say_looking(self._words.say("videoui.looked", done=at, total=length))
        if progress.total and progress.changes:
            self._pictured = False
            self._load()

    def _picture(self, faces: FacesList) -> None:
        if self._pictured:
            return
        self._pictured = True
        by, office, video = self._around.by, self._around.office, self._video
        self._around.performer.errand(
            lambda: list(office.video_faces.pictures(by, video, longest_px=_FACE_PX)),
            done=faces.show_pictures,
            failed=self._say_error,
            origin=self,
        )

    def _keep_watched(self, stretches: tuple[Stretch, ...], took_ms: int) -> None:
        if self._around.acting is None:
            return
        by, office, video = self._around.by, self._around.office, self._video
        # Also while the dialog closes: what was watched is kept, though nobody is told any more. It is read
        # again only where that may change what is missing: while a video plays, nothing else may wait.
        whole = self.player.seen_to_end
        self._around.performer.perform(
            lambda: office.video_watching.watched(by, video, stretches, took_ms=took_ms),
            done=lambda _: self._load() if whole else None,
            failed=self._say_error,
            origin=self,
        )

    def _tell(self) -> None:
        form = None if self.side is None else self.side.form
        locked = self._around.acting is None
        if locked or self._view is None or form is None or form.said == self._view.video.said:
            return
        office, video, said = self._around.office, self._video, form.said
        self._do(lambda by: office.video_taking.tell(by, video, said))

    def _answer(self, faces: tuple[FaceId, ...], choice: Choice) -> None:
        view, acting = self._view, self._around.acting
        if view is None or acting is None:
            return
        office, video = self._around.office, self._video
        mine = set(faces) & asked_again(view.video, acting.person.id)
        if choice.decision is not Decision.OPTED_OUT and mine:
            self._again |= mine
        open_ones = tuple(
            one.face.id
            for one in view.video.faces
            if one.face.id in faces and (one.face.must_decide or choice.decision is Decision.OPTED_OUT)
        )
        if open_ones:
            self._do(lambda by: office.video_watching.answer(by, video, open_ones, choice))
        else:
            self._came(view)

    def _go_to(self, face: str) -> None:
        view = self._view
        at = () if view is None else (one.at_ms for one in view.video.faces if one.face.id == face)
        for at_ms in at:
            self.player.go_to(at_ms)

    def _finish(self) -> None:
        office, video, again = self._around.office, self._video, frozenset(self._again)
        self._do(lambda by: office.video_watching.finish(by, video, again=again))

    def _ask_captions(self) -> None:
        dialog = QFileDialog(self, self._words.say("videoui.choose-captions"))
        dialog.setNameFilters([f"{self._words.say('videoui.captions')} (*.srt *.vtt *.SRT *.VTT)"])
        dialog.filesSelected.connect(lambda names: self.read_captions(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_captions(self, path: Path) -> None:
        """Read captions from a file."""
        form = None if self.side is None else self.side.form
        if form is None:
            return
        by, office, video = self._around.by, self._around.office, self._video
        self._around.performer.errand(
            lambda: office.video_taking.captions(by, video, path),
            done=form.take_captions,
            failed=self._say_error,
            origin=self,
        )

    def _do(self, deed: Callable[[Actor], Changes]) -> None:
        by = self._around.by
        self._around.performer.perform(
            lambda: deed(by), done=lambda _: self._load(), failed=self._say_error, origin=self
        )

    def _say_error(self, error: KnownError) -> None:
        self._missing.addWidget(StateLine(State.STOP, self._words.error(error)))

    def _leave(self) -> None:
        self._tell()
        self.player.close_video()
        self._around.office.video_workers.hush()
