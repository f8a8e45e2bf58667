"""A photo of an earlier folder, the same to the byte: what was said about its faces stands again.

Looks are not taken over: who wants the photo now sees it, and finishes a look of their own. The decisions are
a row of their own too, which can be taken back. A changed file is another photo, and nothing is taken over.
"""

from dataclasses import replace

from smadmin.domain.ids import FaceId, Ids, PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.domain.photos.seeking import opened
from smadmin.services.desk import Deed
from smadmin.services.photos.decisions import write, write_decision
from smadmin.storage.unit import Unit


def reviewed_digests(unit: Unit) -> dict[str, PhotoId]:
    """Give the newest reviewed photo of each digest (SHA-256 of the original, hex)."""
    return {photo.sha256: photo.id for photo in unit.photos.all() if photo.first is not None}


def as_reviewed(unit: Unit, photo: Photo, ids: Ids) -> Photo:
    """Give a photo that wasn't searched yet with the faces of the earlier one, under ids of their own."""
    earlier = None if photo.again is None or photo.looked_for else unit.photos.maybe(photo.again)
    if earlier is None or earlier.first is None:
        return photo
    faces = tuple(replace(face, id=FaceId(ids.new())) for face in earlier.faces)
    return replace(photo, faces=faces, sought=earlier.sought, looked_closer=earlier.looked_closer)


def write_reviewed(deed: Deed, before: Photo, after: Photo) -> None:
    """Write a photo that was searched now, and what was said earlier about its faces as a decision."""
    open_faces = tuple(opened(face) for face in after.faces)
    written = write(deed, before, replace(after, faces=open_faces))
    if open_faces != after.faces:
        write_decision(deed, written, replace(written, faces=after.faces))
