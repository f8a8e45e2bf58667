"""What the board shows of faces: pictures as they come, and which faces are the same in several photos.

Groups are looked for beside the window before the first page is shown: no pair changes under the eyes.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from smadmin.domain.ids import FaceId, MediaId
from smadmin.domain.students import Student
from smadmin.services.photos.recurring import Crop
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.montage import all_portraits, nearest_of
from smadmin.ui.photos.pair_card import PairCard
from smadmin.ui.photos.pairs import Asked
from smadmin.ui.photos.pictures import Pictures, image_of
from smadmin.ui.photos.portraits import Portrayed
from smadmin.ui.photos.reading import SheetRead
from smadmin.ui.photos.same_strip import MOST_SHOWN, SameFace
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class PairPictures(QObject):
    """Where the board's faces come from.

    Args:
        grouped: called once it is known which faces are the same.
    """

    def __init__(
        self, around: Surroundings, screen: Screen, pictures: Pictures, *, grouped: Callable[[], None]
    ) -> None:
        """Stand still."""
        super().__init__(screen)
        self._around = around
        self._pictures = pictures
        self._sheet: SheetRead | None = None
        self._pixmaps: dict[FaceId, QPixmap] = {}
        self._finding = Finding(around.performer, screen)
        self._finding.ended.connect(grouped)

    @property
    def looking(self) -> bool:
        """Whether it isn't known yet which faces are the same."""
        return self._finding.running

    def begin(self, sheet: SheetRead) -> None:
        """Look for faces that recur in a folder; where that fails, each is a pair of its own."""
        self._pixmaps.clear()
        self._sheet = sheet
        office, set_id = self._around.office, sheet.view.set.id
        self._finding.start(self._around.by, lambda by: office.recurring.look(by, set_id))

    def go_on(self, sheet: SheetRead) -> None:
        """Be about the folder as it is now; what was forgotten is looked for again."""
        if self._sheet is None:
            self.begin(sheet)
        self._sheet = sheet

    def forget(self) -> None:
        """Stop after the photo under way, and let go of all faces."""
        self._finding.cancel()
        self._pixmaps.clear()
        self._sheet = None

    def groups(self) -> dict[FaceId, tuple[FaceId, ...]]:
        """Give for each open face those that are decided with it: of its group, and not taken out."""
        if self._sheet is None:
            return {}
        apart = self._around.office.recurring.apart
        return {
            face.id: tuple(crop.face for crop in self._group(face.id) if not apart(crop.face))
            for photo in self._sheet.view.photos
            for face in photo.open_faces()
            if not apart(face.id)
        }

    def turn_apart(self, key: FaceId, face: FaceId | None) -> None:
        """Take a face out of a pair, or all others, or put them back."""
        recurring = self._around.office.recurring
        others = [crop.face for crop in self._group(key)]
        joined = [other for other in others if not recurring.apart(other)]
        recurring.turn_apart([face] if face is not None else joined or others)

    def show_faces(self, cards: Iterable[PairCard]) -> None:
        """Show the pictures that are there; the others are fetched."""
        for card in cards:
            photo, face = card.asked.pair.faces[0]
            portraits = self._portraits(card.asked)
            likely = [None if one is None else self._pictures.portrait_face(one) for one in portraits]
            card.show_faces(self._pictures.face(photo, face), likely)

    def show_others(self, cards: Iterable[PairCard]) -> None:
        """Show the same face in other photos."""
        for card in cards:
            wanted = {face for _, face in card.asked.pair.faces[1:]}
            group = self._group(card.asked.pair.key)
            card.show_others([self._pixmap(crop) for crop in group if crop.face in wanted])

    def large(self, asked: Asked) -> tuple[QPixmap | None, tuple[Portrayed, ...]]:
        """Give a pair's face, and every portrait of each child."""
        photo, face = asked.pair.faces[0]
        alone = self._around.words.say("photoui.enrolled")
        return self._pictures.face(photo, face), all_portraits(self._pictures, asked.children, alone=alone)

    def others(self, asked: Asked) -> tuple[SameFace, ...]:
        """Give the same face in other photos, those that were taken out included."""
        if self._sheet is None:
            return ()
        names = {photo.id: photo.name for photo in self._sheet.view.photos}
        still = {face.id for photo in self._sheet.view.photos for face in photo.open_faces()}
        apart = self._around.office.recurring.apart
        return tuple(
            SameFace(crop.face, names[crop.photo], self._pixmap(crop), apart(crop.face))
            for crop in self._group(asked.pair.key)
            if crop.face in still
        )[:MOST_SHOWN]

    def unshowable(self, asked: Asked) -> bool:
        """Tell whether one of the pictures can't be had; nobody can answer for such a pair."""
        faces = [("portrait-face", one) for one in self._portraits(asked) if one is not None]
        wrong = (("face", asked.pair.key), *faces)
        return any(self._pictures.wrong_with(kind, of) is not None for kind, of in wrong)

    def _portraits(self, asked: Asked) -> tuple[MediaId | None, ...]:
        """Give of each child the portrait that the face resembles most."""
        recurring, set_id = (
            self._around.office.recurring,
            None if self._sheet is None else self._sheet.view.set.id,
        )

        def nearest(child: Student) -> MediaId | None:
            return None if set_id is None else recurring.portrait(set_id, asked.pair.key, child.id)

        return tuple(nearest_of(child, nearest) for child in asked.children)

    def _group(self, face: FaceId) -> tuple[Crop, ...]:
        set_id = None if self._sheet is None else self._sheet.view.set.id
        return () if set_id is None else self._around.office.recurring.group_of(set_id, face)

    def _pixmap(self, crop: Crop) -> QPixmap:
        if crop.face not in self._pixmaps:
            self._pixmaps[crop.face] = QPixmap.fromImage(image_of(crop.picture))
        return self._pixmaps[crop.face]
