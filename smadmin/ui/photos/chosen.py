"""The chosen face of the photo being decided: its frame, the words about it, the faces to compare."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QPixmap

from smadmin.domain.ids import FaceId, MediaId, PhotoId
from smadmin.domain.students import Student
from smadmin.services.photos.views import PhotoView
from smadmin.ui.photos.counting import nobody_words
from smadmin.ui.photos.in_sight import Moment
from smadmin.ui.photos.marks import FaceModel, face_model, marks_of
from smadmin.ui.photos.montage import all_portraits, nearest_portraits
from smadmin.ui.photos.panel import FacePanel
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.stage import Stage
from smadmin.ui.wording import Wording


class ChosenFace:
    """Shows one face on the stage and in the panel.

    Args:
        nearest: gives the portrait of a child that a face resembles most, where that is known.
    """

    def __init__(
        self,
        words: Wording,
        stage: Stage,
        panel: FacePanel,
        pictures: Pictures,
        *,
        nearest: Callable[[FaceId, Student], MediaId | None],
    ) -> None:
        """Take where it is shown."""
        self._words, self._stage, self._panel, self._pictures = words, stage, panel, pictures
        self._nearest = nearest
        self._moment = Moment(panel)
        self._with: frozenset[FaceId] = frozenset()

    @property
    def resting(self) -> bool:
        """Whether no answer counts yet: the photo has only just come, or the face after the last answer."""
        return bool(self._stage.canvas.unseen) or self._moment.isActive()

    def came(self) -> None:
        """Let a face that came by itself stand for a moment: a second press meant the last one."""
        self._moment.begin(1)

    def stands_with(self, others: frozenset[FaceId]) -> None:
        """Let the faces that are decided with it stand for their moment too, whenever they come."""
        if came := others - self._with:
            self._moment.begin(1 + len(came))
        self._with = others

    def show(self, view: PhotoView, face: FaceId | None) -> None:
        """Show a face of a photo, or that there is none."""
        self._stage.canvas.show_marks(marks_of(view), face)
        model = None if face is None else face_model(view, face)
        if model is None:
            self._panel.show_nobody(*nobody_words(view))
            self._stage.show_faces(None, ())
            return
        here, near, pictures = self._here(view.photo.id, model), model.near, self._pictures
        enrolled = self._words.say("photoui.enrolled")
        nearest = partial(self._nearest, model.mark.face)
        self._panel.show_face(model, here, nearest_portraits(pictures, near, nearest, alone=enrolled))
        said = self._words.say("photoui.portrait-of", name=near[0].name) if near else ""
        self._stage.show_faces(here, all_portraits(pictures, near, alone=said))

    def _here(self, photo: PhotoId, model: FaceModel) -> QPixmap | None:
        return self._pictures.face(photo, model.mark.face) or self._stage.canvas.part_of(model.mark.box)
