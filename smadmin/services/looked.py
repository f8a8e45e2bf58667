"""The photos of a post, as the record proves them: who looked at these faces, which file was made of them.

A photo's row says who looked; here only what a signed row says counts. A look at other faces (but for some
that are covered since), or before a child came on the list, is none.
"""

from smadmin.domain.approvals import PhotoLooks
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Look, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Content
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.decisions import still_seen
from smadmin.services.photos.views import later_of
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit


def looks_at(unit: Unit, proven: Proven, content: Content) -> tuple[PhotoLooks, ...]:
    """Give who looked at each picture of a post, in its order."""
    return tuple(_looks(unit, proven, picture.photo) for picture in content.pictures)


def later_reasons(unit: Unit, content: Content, mode: RosterMode) -> tuple[Reason, ...]:
    """List the photos that were searched before a child came on the list; they need a new look."""
    reasons = []
    for picture in content.pictures:
        photo = unit.photos.maybe(picture.photo)
        later = 0 if photo is None else later_of(unit, photo, mode)
        if later:
            reasons.append(Reason(say("photos.list-changed", n=later), "BAL-B1i1", f"photo:{picture.photo}"))
    return tuple(reasons)


def _looks(unit: Unit, proven: Proven, photo_id: PhotoId) -> PhotoLooks:
    photo = unit.photos.maybe(photo_id)
    if photo is None:
        return PhotoLooks(photo_id, None, None, None, None, None, open_faces=1)
    first = _proven_look(proven, photo, photo.first, Act.FIRST_LOOK)
    second = _proven_look(proven, photo, photo.second, Act.SECOND_LOOK)
    return PhotoLooks(
        photo=photo.id,
        exported=_proven_export(proven, photo),
        first=None if first is None else first.by,
        first_seq=None if first is None else first.seq,
        second=None if second is None else second.by,
        second_seq=None if second is None else second.seq,
        open_faces=len(photo.open_faces()),
        students=bool(photo.faces),
    )


def _proven_look(proven: Proven, photo: Photo, look: Look | None, act: str) -> Look | None:
    fact = None if look is None else proven.at(look.seq)
    if look is None or fact is None:
        return None
    body = fact.body
    if (body.act, body.noun, body.id, body.person) != (act, Noun.PHOTOS, photo.id, look.by):
        return None
    part = proven.part(fact, "look")
    same = part is not None and part["photo"] == photo.sha256 and still_seen(part["faces"], photo.faces)
    return look if same else None


def _proven_export(proven: Proven, photo: Photo) -> str | None:
    made = [fact for fact in proven.about(Noun.PHOTOS, photo.id) if fact.body.act == Act.EXPORT]
    part = proven.part(made[-1], "file") if made else None
    return photo.exported_sha256 if part is not None and part["sha256"] == photo.exported_sha256 else None
