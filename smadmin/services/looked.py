"""The photos of a post, as the record proves them: who looked at these faces, which file was made of them.

A photo's row says who looked; here only what a signed row says counts. A look at other faces (but for some
that are covered since), or before a child came on the list, is none. An older row of the photo, put back with
its seal whole, lacks what was decided after it: so every decision that stands must be found in the faces.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smadmin.domain.approvals import PhotoLooks
from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import COVERS
from smadmin.domain.photos.review import Look, Photo, PhotoSet
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import Content
from smadmin.domain.records import versioned
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.decisions import FILE_PART, face_part, file_part
from smadmin.services.photos.intake import FACTS_PART, facts_part
from smadmin.services.photos.stated import looked_elsewhere
from smadmin.services.photos.views import later_of
from smadmin.services.proof import Fact, Proven
from smadmin.storage.unit import Unit


@dataclass
class _Said:
    """What the record says of a photo.

    Args:
        newest: the newest row of each act.
        standing: the faces as decided, by the row that says so; none that was taken back.
        changed: the newest row that changed what is said about a face.
        shown: the newest row that left a face open to be seen; it ends every look before it.
    """

    newest: dict[str, Fact] = field(default_factory=dict)
    standing: dict[int, tuple[Mapping[str, Plain], ...]] = field(default_factory=dict)
    changed: int = 0
    shown: int = 0

    def faces(self, *, seen: Plain = None, after: int = 0) -> dict[Plain, Mapping[str, Plain]]:
        """Give the faces as they were seen, with every decision after a row that stands."""
        later = [face for seq, faces in self.standing.items() if seq > after for face in faces]
        return {face.get("face"): face for face in (*_objects(seen), *later)}

    @property
    def covered(self) -> frozenset[Plain]:
        """The faces that persons covered last."""
        return frozenset(face for face, part in self.faces().items() if part["decision"] in COVERS)


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


def folder_reasons(unit: Unit, proven: Proven, content: Content) -> tuple[Reason, ...]:
    """List the photos whose folder isn't what was said of it last: an older row of it was put back."""
    reasons = []
    for picture in content.pictures:
        photo = unit.photos.maybe(picture.photo)
        folder = None if photo is None else unit.photo_sets.maybe(photo.set)
        if folder is not None and not _as_said(proven, folder):
            reasons.append(Reason(say("photos.folder-differs"), "BAL-B1h", f"photo:{picture.photo}"))
    return tuple(reasons)


def _as_said(proven: Proven, folder: PhotoSet) -> bool:
    rows = [fact for fact in proven.about(Noun.PHOTO_SETS, folder.id) if FACTS_PART in fact.body.parts]
    return bool(rows) and proven.part_bytes(rows[-1], FACTS_PART) == canonical(versioned(facts_part(folder)))


def _looks(unit: Unit, proven: Proven, photo_id: PhotoId) -> PhotoLooks:
    photo = unit.photos.maybe(photo_id)
    if photo is None:
        return PhotoLooks(photo_id, None, None, None, None, None, open_faces=1)
    said = _said(proven, photo.id)
    first = _first(proven, photo, said)
    second = None if first is None else _second(proven, photo, said, first)
    return PhotoLooks(
        photo=photo.id,
        exported=_proven_export(proven, photo, said, first),
        first=None if first is None else first.by,
        first_seq=None if first is None else first.seq,
        second=None if second is None else second.by,
        second_seq=None if second is None else second.seq,
        open_faces=len(photo.open_faces()),
        students=bool(photo.faces),
    )


def _said(proven: Proven, photo: PhotoId) -> _Said | None:
    """Take what the record says of a photo; None where a part that counts is gone."""
    said = _Said()
    for fact in proven.about(Noun.PHOTOS, photo):
        said.newest[fact.body.act] = fact
        if fact.body.act not in {Act.DECIDE_FACES, Act.UNDO}:
            continue
        said.changed = fact.seq
        part = proven.part(fact, "faces" if fact.body.act == Act.DECIDE_FACES else "row")
        if part is None:
            return None
        if fact.body.act == Act.UNDO:
            taken_back = part.get("row")
            said.standing = {seq: faces for seq, faces in said.standing.items() if seq != taken_back}
            continue
        said.standing[fact.seq] = decided = _objects(part.get("decided"))
        if "decided" not in part or any(not {"face", "decision"} <= face.keys() for face in decided):
            return None  # signed, and yet no decision
        if any(face["decision"] not in COVERS for face in decided):
            said.shown = fact.seq
    return said


def _first(proven: Proven, photo: Photo, said: _Said | None) -> Look | None:
    """Give the first look, if the faces are those it saw, but for what was covered since."""
    seen = None if said is None else _seen(proven, photo, photo.first, said.newest.get(Act.FIRST_LOOK))
    if photo.first is None or said is None or seen is None or said.shown > photo.first.seq:
        return None
    covered = {face.id for face in photo.faces if face.covered}
    same = _same(said.faces(seen=seen.get("faces"), after=photo.first.seq), photo) and said.covered <= covered
    return photo.first if same else None


def _second(proven: Proven, photo: Photo, said: _Said | None, first: Look) -> Look | None:
    """Give the second look, if it came last and the faces are those it saw."""
    seen = None if said is None else _seen(proven, photo, photo.second, _newest_second(said))
    if photo.second is None or said is None or seen is None:
        return None
    last = photo.second.seq > max(first.seq, said.changed)
    return (
        photo.second
        if last and _same(said.faces(seen=seen.get("faces"), after=photo.second.seq), photo)
        else None
    )


def _newest_second(said: _Said) -> Fact | None:
    """Give the newest row of a second look, taken here or elsewhere."""
    found = (said.newest.get(act) for act in (Act.SECOND_LOOK, Act.TAKE_LOOK))
    return max((fact for fact in found if fact is not None), key=lambda fact: fact.seq, default=None)


def _seen(proven: Proven, photo: Photo, look: Look | None, fact: Fact | None) -> dict[str, Plain] | None:
    """Give what a look saw, if it is the newest of its kind, by this person, at this photo."""
    if look is None or fact is None or fact.seq != look.seq:
        return None
    elsewhere = fact.body.act == Act.TAKE_LOOK
    if look.by != (looked_elsewhere(proven, photo, fact) if elsewhere else fact.body.person):
        return None
    part = proven.part(fact, "look")
    return part if part is not None and part.get("photo") == photo.sha256 else None


def _same(faces: Mapping[Plain, Mapping[str, Plain]], photo: Photo) -> bool:
    now = {canonical(face_part(face)) for face in photo.faces}
    return {canonical(dict(face)) for face in faces.values()} == now


def _proven_export(proven: Proven, photo: Photo, said: _Said | None, first: Look | None) -> str | None:
    """Give the covered file's digest, if all files were made after the look and all that was decided."""
    made = None if said is None else said.newest.get(Act.EXPORT)
    if said is None or made is None or made.seq < max(said.changed, 0 if first is None else first.seq):
        return None
    part, now = proven.part(made, FILE_PART), file_part(photo, 0)
    # Rows from when one file served every account name no others, and neither do their photos.
    same = part is not None and all(part.get(name, []) == now[name] for name in ("sha256", "made"))
    return photo.exported_sha256 if same else None


def _objects(parts: Plain) -> tuple[Mapping[str, Plain], ...]:
    return tuple(one for one in parts if isinstance(one, dict)) if isinstance(parts, list) else ()
