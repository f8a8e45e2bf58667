"""The nearest portraits for the second look's question: asked once a face, beside the window's work."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from smadmin.domain.ids import FaceId, MediaId, PhotoId, StudentId
from smadmin.domain.students import Student
from smadmin.ui.photos.asking import Question
from smadmin.ui.photos.montage import nearest_portraits, still_awaited
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import Portrayed
from smadmin.ui.surroundings import Surroundings


class NearestPortraits(QObject):
    """What is known of the faces that were asked about in this round.

    Signals:
        came: it is known now, or that it can't be.
    """

    came = Signal()

    def __init__(self, around: Surroundings, pictures: Pictures, parent: QObject) -> None:
        """Know nothing."""
        super().__init__(parent)
        self._around, self._pictures = around, pictures
        self._known: dict[FaceId, Mapping[StudentId, MediaId]] = {}
        self._asked: FaceId | None = None

    def forget(self) -> None:
        """Know nothing: another round begins."""
        self._known.clear()

    def of(self, photo: PhotoId, question: Question, *, alone: str) -> tuple[Portrayed, ...]:
        """Give of each child that the face may be the nearest portrait, as soon as that is known.

        Args:
            photo: where the face is.
            question: about it.
            alone: the words below where there is one child; several are named.
        """
        near, known = question.near, self._known.get(question.face)
        if known is None and any(len(child.portraits) > 1 for child in near):
            self._ask(photo, question.face)
            return still_awaited(near, alone=alone)
        return nearest_portraits(self._pictures, near, partial(_portrait, known or {}), alone=alone)

    def _ask(self, photo: PhotoId, face: FaceId) -> None:
        if self._asked is not None or self._around.acting is None:
            return
        self._asked, by, nearest = face, self._around.by, self._around.office.nearest
        self._around.performer.errand(
            lambda: nearest.portraits(by, photo, face),
            done=partial(self._is, face),
            failed=lambda _error: self._is(face, {}),  # then each child is shown by the first
            origin=self,
        )

    def _is(self, face: FaceId, portraits: Mapping[StudentId, MediaId]) -> None:
        self._asked = None
        self._known[face] = portraits
        self.came.emit()


def _portrait(known: Mapping[StudentId, MediaId], child: Student) -> MediaId | None:
    return known.get(child.id)
