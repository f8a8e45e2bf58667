"""Decisions as they are written: the photo, its row in the record, and how one is taken back.

What a decision replaced stands in the row's sealed part, so taking back needs no memory of the window and
works after a restart. A finished look ends what can be taken back. Only what a person said comes back, never
what the engine said then: it may have looked for more children since. Rows are read as they lie, for one
deed may take back several; what they bring back counts for nothing before a look (`services/looked.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from smadmin.domain.canonical import Plain, parse
from smadmin.domain.ids import PersonId, PhotoId
from smadmin.domain.photos.review import Face, Photo
from smadmin.domain.photos.seeking import asked_again, opened
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed
from smadmin.storage.converter import CONVERTER
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

_PART = "faces"
FILE_PART = "file"


def write(deed: Deed, before: Photo, after: Photo) -> Photo:
    """Write a changed photo; files that no longer hold lose their rows, and so can't be read any more."""
    for file in set(before.files) - set(after.files):
        deed.unit.media.remove(file)
    return deed.unit.photos.change(after)


def write_decision(
    deed: Deed, before: Photo, after: Photo, *, together: Sequence[PhotoId] = ()
) -> int | None:
    """Write decisions about faces with their row, and give its place; nothing changed leaves none.

    Args:
        deed: under way.
        before: the photo as it stood.
        after: the photo as it will stand.
        together: the photos of which the same is said in the same breath, this one among them.
    """
    if after is before:
        return None
    known = {face.id: face for face in before.faces}
    changed = [face for face in after.faces if known.get(face.id) != face]
    write(deed, before, after)
    details: dict[str, Plain] = {
        "decided": [face_part(face) for face in changed],
        "before": [_stored(known[face.id]) for face in changed if face.id in known],
        "added": [face.id for face in changed if face.id not in known],
        "first": None if before.first is None else before.first.seq,
        "sought": list(before.sought),
    }
    if len(together) > 1:
        details["together"] = list(together)
    return deed.record(Act.DECIDE_FACES, Noun.PHOTOS, before.id, parts={_PART: details})


def last_decision(unit: Unit, photo: PhotoId) -> StoredRow | None:
    """Give the newest decision that can still be taken back, or None."""
    standing: list[StoredRow] = []
    for row in unit.record.about(Noun.PHOTOS, photo):
        if row.act == Act.DECIDE_FACES:
            standing.append(row)
        elif row.act == Act.UNDO and standing:
            standing.pop()
        elif row.act in {Act.FIRST_LOOK, Act.SECOND_LOOK, Act.TAKE_LOOK}:
            standing.clear()
    return standing[-1] if standing else None


def decided_with(unit: Unit, photo: PhotoId, row: StoredRow) -> dict[PhotoId, StoredRow]:
    """Give the rows that one decision about several photos left and that can still be taken back; this first.

    The rows of one deed follow one another.
    """
    found, together = {photo: row}, _together(unit, row)
    for other in together:
        known = None if other == photo or unit.photos.maybe(PhotoId(other)) is None else PhotoId(other)
        last = None if known is None else last_decision(unit, known)
        if known is None or last is None or abs(last.seq - row.seq) >= len(together):
            continue
        if _together(unit, last) == together:
            found[known] = last
    return found


def _together(unit: Unit, row: StoredRow) -> list[str]:
    part = unit.record.part(row.seq, _PART)
    details = {} if part is None else parse(part.content)
    return [str(one) for one in _list(details, "together")] if "together" in details else []


def undoable_by(unit: Unit, photo: PhotoId) -> PersonId | None:
    """Tell whose last decision can be taken back."""
    row = last_decision(unit, photo)
    return None if row is None or row.person is None else PersonId(row.person)


def taken_back(unit: Unit, photo: Photo, row: StoredRow) -> Photo | None:
    """Give the photo with a decision taken back, or None where its details were erased since.

    Where more children were looked for since, whoever was cleared before is asked again, and a drawn face
    stays: the engine may have found a child in it.
    """
    part = unit.record.part(row.seq, _PART)
    if part is None:
        return None
    details = parse(part.content)
    earlier = {face.id: face for face in (CONVERTER.structure(one, Face) for one in _list(details, "before"))}
    added = set(_list(details, "added"))
    widened = bool(set(photo.sought) - set(_list(details, "sought")))
    faces = []
    for face in photo.faces:
        if face.id in earlier:
            faces.append(asked_again(_said_before(face, earlier[face.id]), widened=widened))
        elif face.id not in added:
            faces.append(face)
        elif widened:
            faces.append(opened(face))
    same_look = photo.first is not None and photo.first.seq == details["first"]
    first = photo.first if same_look and not widened else None
    return replace(photo, faces=tuple(faces), first=first, second=None).unmade()


def face_part(face: Face) -> dict[str, Plain]:
    """Say in a record's part what was decided about a face."""
    box: list[Plain] = [face.box.left, face.box.top, face.box.right, face.box.bottom]
    part: dict[str, Plain] = {
        "face": face.id,
        "box": box,
        "hint": face.hint.value,
        "decision": face.decision.value,
        "student": face.student,
    }
    others: list[Plain] = list(face.others)
    # Rows written before faces were turned, or were said to be none of several, stay true.
    return part | ({"turn": face.turn} if face.turn else {}) | ({"others": others} if others else {})


def file_part(photo: Photo, covered: int) -> dict[str, Plain]:
    """Say in a record's part which files were made of a photo, and how many faces are covered in them."""
    made: list[Plain] = [[one.within, one.sha256] for one in photo.made]
    return {"sha256": photo.exported_sha256, "covered": covered, "made": made}


def _said_before(face: Face, earlier: Face) -> Face:
    """Give a face as it stands with what a person had said about it, or drawn, earlier."""
    box = earlier.box if face.added else face.box
    return replace(
        face,
        box=box,
        decision=earlier.decision,
        student=earlier.student,
        others=earlier.others,
        decided_by=earlier.decided_by,
    )


def _stored(face: Face) -> Plain:
    stored: Plain = CONVERTER.unstructure(face)
    return stored


def _list(details: dict[str, Plain], name: str) -> list[Plain]:
    value = details[name]
    return value if isinstance(value, list) else []
