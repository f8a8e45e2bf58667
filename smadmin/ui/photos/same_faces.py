"""The same face in several photos, while somebody decides: looked for beside the window, shown as a strip.

It is a help: where it isn't lawful, fails or isn't ready yet, each face is decided by itself as ever.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from smadmin.domain.ids import FaceId, MediaId, PhotoId, PhotoSetId
from smadmin.domain.students import Student
from smadmin.services.photos.recurring import Crop
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.pictures import image_of
from smadmin.ui.photos.reading import SheetRead
from smadmin.ui.photos.same_strip import MOST_SHOWN, SameFace, SameStrip
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class SameFaces(QObject):
    """Which faces are decided together with the chosen one.

    Args:
        turned: called when there is something else to show.
    """

    def __init__(
        self, around: Surroundings, screen: Screen, strip: SameStrip, *, turned: Callable[[], None]
    ) -> None:
        """Stand still."""
        super().__init__(screen)
        screen.settling.connect(self.cancel)
        self._around = around
        self._strip = strip
        self._turned = turned
        self._finding = Finding(around.performer, screen)
        self._finding.ended.connect(turned)
        self._set: PhotoSetId | None = None
        self._shown: tuple[Crop, ...] = ()
        self._sheet: SheetRead | None = None
        self._pixmaps: dict[FaceId, QPixmap] = {}
        strip.turned.connect(lambda face: self._turn(FaceId(face)))
        strip.allTurned.connect(self.turn_all)

    def look(self, sheet: SheetRead) -> None:
        """Look for faces that recur in a folder, where that is lawful and they aren't known yet."""
        if sheet.view.set.id != self._set:
            self._pixmaps.clear()
        self._set, self._sheet = sheet.view.set.id, sheet
        if sheet.view.matching and self._around.acting is not None:
            office, set_id = self._around.office, sheet.view.set.id
            self._finding.start(self._around.by, lambda by: office.recurring.look(by, set_id))

    def cancel(self) -> None:
        """Stop after the photo under way, and let go of all faces: the window locks or changes hands."""
        self._finding.cancel()
        self._shown = ()
        self._pixmaps.clear()
        self._strip.show_others(())

    def show(self, face: FaceId | None) -> frozenset[FaceId]:
        """Show the other faces of a face's group that are still open; give them."""
        self._shown = () if face is None else self._open_others(face)
        recurring, names = self._around.office.recurring, self._names()
        self._strip.show_others(
            tuple(
                SameFace(crop.face, names[crop.photo], self._pixmap(crop), recurring.apart(crop.face))
                for crop in self._shown
            )
        )
        return frozenset(crop.face for crop in self._shown)

    def nearest(self, face: FaceId, child: Student) -> MediaId | None:
        """Give the child's portrait that a face resembles most, where that is known."""
        recurring = self._around.office.recurring
        return None if self._set is None else recurring.portrait(self._set, face, child.id)

    def with_it(self, photo: PhotoId, face: FaceId) -> tuple[tuple[PhotoId, FaceId], ...]:
        """Give a face, first, and those that are decided with it: in sight, and not taken out."""
        apart, seen = self._around.office.recurring.apart, self._strip.seen()
        others = (crop for crop in self._shown if crop.face in seen and not apart(crop.face))
        return ((photo, face), *((crop.photo, crop.face) for crop in others))

    def turn_all(self) -> None:
        """Take all other faces out, or put them back in."""
        if self._shown:
            recurring = self._around.office.recurring
            joined = [crop.face for crop in self._shown if not recurring.apart(crop.face)]
            recurring.turn_apart(joined or [crop.face for crop in self._shown])
            self._turned()

    def _turn(self, face: FaceId) -> None:
        self._around.office.recurring.turn_apart([face])
        self._turned()

    def _open_others(self, face: FaceId) -> tuple[Crop, ...]:
        if self._sheet is None or self._set is None or not self._sheet.view.matching:
            return ()
        open_faces = {one.id for photo in self._sheet.view.photos for one in photo.open_faces()}
        if face not in open_faces:
            return ()
        group = self._around.office.recurring.group_of(self._set, face)
        order = {tile.id: place for place, tile in enumerate(self._sheet.tiles)}
        wanted = (crop for crop in group if crop.face in open_faces)
        return tuple(sorted(wanted, key=lambda crop: order[crop.photo]))[:MOST_SHOWN]

    def _names(self) -> dict[PhotoId, str]:
        return {} if self._sheet is None else {photo.id: photo.name for photo in self._sheet.view.photos}

    def _pixmap(self, crop: Crop) -> QPixmap:
        if crop.face not in self._pixmaps:
            self._pixmaps[crop.face] = QPixmap.fromImage(image_of(crop.picture))
        return self._pixmaps[crop.face]
