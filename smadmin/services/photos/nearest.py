"""Which portrait of a child a face resembles most, asked about one face at a time.

For the second look, whose face was decided about by another person, perhaps on another day. The face is
described anew where that is lawful; its pattern lives while this one question is answered.
"""

from collections.abc import Mapping

from smadmin.domain.actors import Actor
from smadmin.domain.ids import FaceId, MediaId, PhotoId, StudentId
from smadmin.domain.photos.portraits import nearest_portraits
from smadmin.domain.photos.review import Face, Photo
from smadmin.domain.students import Template
from smadmin.services.photos.looker import Looker
from smadmin.services.photos.views import patterns_for, shown_beside
from smadmin.services.students.patterns import matching_allowed


class Nearest(Looker):
    """Looks for the nearest portraits."""

    def portraits(self, by: Actor, photo_id: PhotoId, face_id: FaceId) -> Mapping[StudentId, MediaId]:
        """Give the nearest portrait of each child that a face may be and who may be compared (an errand).

        Raises:
            PhotoUnreadable, OutsideFailed, Tampered: the photo can't be opened now.
        """
        photo, face, templates = self._asked(by, photo_id, face_id)
        if face is None or not templates:
            return {}
        picture = self._workers.decode(self._media.open(by, photo.original))
        (pattern,) = self._workers.describe(picture, [face.box])
        return nearest_portraits(face.may_be, pattern, templates)

    def _asked(
        self, by: Actor, photo_id: PhotoId, face_id: FaceId
    ) -> tuple[Photo, Face | None, tuple[Template, ...]]:
        with self._desk.look(by) as unit:
            compares = matching_allowed(unit, self._desk)
        engine = self._workers.name().descriptor if compares else None
        with self._desk.look(by) as unit:
            photo = unit.photos.get(photo_id)
            face = next((one for one in photo.faces if one.id == face_id), None)
            if engine is None or face is None:
                return photo, face, ()
            children, _ = shown_beside(unit, unit.photo_sets.get(photo.set), self._mode)
            wanted = [child for child in children if child.id in face.may_be]
            return photo, face, patterns_for(unit, self._desk, wanted, engine=engine)
