"""Pictures for the screen: in memory only, never in a file, whole or small.

Each is an errand: the sealed original is opened, decoded in a jailed process, and forgotten when the
screen lets go.
"""

import numpy as np

from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput
from smadmin.domain.ids import FaceId, MediaId, PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.domain.photos.review import Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.imaging.covering import cover
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.photos.folders import Workers
from smadmin.services.photos.views import covers_of

_ROOM = 0.5
"""How much is shown around a face, as a share of its box, so that hair and ears help to recognise it."""


class Previews:
    """Pictures of photos under review."""

    def __init__(self, desk: Desk, media: Media, workers: Workers, *, mode: RosterMode) -> None:
        """Stand on the desk, the sealed files and what sees."""
        self._desk = desk
        self._media = media
        self._workers = workers
        self._mode = mode

    def photo(self, by: Actor, photo: PhotoId, *, longest_px: int) -> Picture:
        """Give the photo as it was taken, small (an errand)."""
        original = self._media.open(by, self._read(by, photo).original)
        return self._workers.preview(original, longest_px=longest_px)

    def as_it_goes_out(self, by: Actor, photo: PhotoId, *, longest_px: int) -> Picture:
        """Give the photo covered as it stands now, small: what the second look sees (an errand)."""
        seen = self._read(by, photo)
        whole = self._workers.decode(self._media.open(by, seen.original))
        covered = cover(whole, covers_of(seen, self._mode), seen.style)
        return self._workers.shrink(covered, longest_px=longest_px)

    def file(self, by: Actor, file: MediaId, *, longest_px: int) -> Picture:
        """Give what a covered file shows, small: the very bytes that go out (an errand)."""
        return self._workers.preview(self._media.open(by, file), longest_px=longest_px)

    def face(self, by: Actor, photo: PhotoId, face: FaceId, *, longest_px: int) -> Picture:
        """Give one face with some room around it, to compare with portraits (an errand)."""
        seen = self._read(by, photo)
        box = next((one.box for one in seen.faces if one.id == face), None)
        if box is None:
            raise BadInput(say("photos.face-gone"))
        whole = self._workers.decode(self._media.open(by, seen.original))
        wider = box.grown(sides=_ROOM, top=_ROOM, bottom=_ROOM).within(whole.width, whole.height)
        return self._workers.shrink(cut(whole, wider or box), longest_px=longest_px)

    def _read(self, by: Actor, photo: PhotoId) -> Photo:
        with self._desk.look(by) as unit:
            return unit.photos.get(photo)


def cut(picture: Picture, box: Box) -> Picture:
    """Give the part of a picture that lies in a box; the box lies in the picture."""
    shape = (picture.height, picture.width, BYTES_PER_PIXEL)
    pixels = np.frombuffer(picture.pixels, dtype=np.uint8).reshape(shape)
    part = pixels[box.top : box.bottom, box.left : box.right]
    return Picture(box.width, box.height, part.tobytes())
