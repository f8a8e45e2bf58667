"""The chosen face of the photo being decided: its frame, the words about it, the two faces to compare."""

from PySide6.QtGui import QPixmap

from smadmin.domain.ids import FaceId, PhotoId
from smadmin.services.photos.views import PhotoView
from smadmin.ui.photos.counting import nobody_words
from smadmin.ui.photos.marks import FaceModel, face_model, marks_of
from smadmin.ui.photos.montage import all_portraits, first_portrait
from smadmin.ui.photos.panel import FacePanel
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.stage import Stage
from smadmin.ui.wording import Wording


class ChosenFace:
    """Shows one face on the stage and in the panel."""

    def __init__(self, words: Wording, stage: Stage, panel: FacePanel, pictures: Pictures) -> None:
        """Take where it is shown."""
        self._words, self._stage, self._panel, self._pictures = words, stage, panel, pictures

    def show(self, view: PhotoView, face: FaceId | None) -> None:
        """Show a face of a photo, or that there is none."""
        self._stage.canvas.show_marks(marks_of(view), face)
        model = None if face is None else face_model(view, face)
        if model is None:
            self._panel.show_nobody(*nobody_words(view))
            self._stage.show_faces(None, None, portrait="")
            return
        here = self._here(view.photo.id, model)
        self._panel.show_face(model, here, first_portrait(self._pictures, model.near))
        said = self._words.say("photoui.portrait-of", name=model.near[0].name) if model.near else ""
        self._stage.show_faces(here, all_portraits(self._pictures, model.near), portrait=said)

    def _here(self, photo: PhotoId, model: FaceModel) -> QPixmap | None:
        return self._pictures.face(photo, model.mark.face) or self._stage.canvas.part_of(model.mark.box)
