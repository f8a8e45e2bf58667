"""Second looks that were taken elsewhere, as signed rows and their parts prove them.

A row of who took the answer in isn't believed by itself: the statement in it must be signed by the person who
looked, and say what followed.
"""

from collections.abc import Iterable, Mapping

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.photos.away import state_of_faces
from smadmin.domain.photos.renditions import fineness, shows_more
from smadmin.domain.photos.review import Photo
from smadmin.domain.photos.statement import Statement, parts_after, signed_statement
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import left_then
from smadmin.services.photos.decisions import FILE_PART
from smadmin.services.proof import Fact, Proven
from smadmin.storage.unit import Unit

ASKED_PART, LOOK_PART, STATEMENT_PART = "asked", "look", "statement"


def believed(trust: Trust, body: bytes, signature: bytes) -> Statement | None:
    """Give what a statement says, if the person who looked signed it with a key that may still sign."""
    try:
        said = Statement.from_bytes(body)
    except (KeyError, TypeError, ValueError):
        return None
    key = trust.key_alive(said.key)
    if key is None or key.kind is not KeyKind.PERSON or key.person != said.reviewer:
        return None
    text = signed_statement(body)
    return said if Ed25519Verifier().verifies(public=key.public, message=text, signature=signature) else None


def asking_row(proven: Proven, photo: Photo, said: Statement) -> int | None:
    """Give the row that asked for a statement: the same question, person, faces and file; or None."""
    for fact in proven.about(Noun.PHOTO_SETS, photo.set):
        if fact.body.act == Act.SEND_LOOK and _asks(proven, fact, said):
            return fact.seq
    return None


def answered(proven: Proven, photo: Photo, *, before: int | None = None) -> frozenset[str]:
    """Give the questions about a photo whose answers were taken in, before a row where one is named."""
    rows = [fact for fact in proven.about(Noun.PHOTOS, photo.id) if fact.body.act == Act.TAKE_LOOK]
    found = (_statement(proven, fact) for fact in rows if before is None or fact.seq < before)
    return frozenset(said.question for said in found if said is not None)


def looked_elsewhere(proven: Proven, photo: Photo, fact: Fact) -> PersonId | None:
    """Give who looked, if a row that took a statement in proves it; the faces it led to are in its part."""
    said, look = _statement(proven, fact), proven.part(fact, LOOK_PART)
    if said is None or look is None or said.photo != photo.id or said.school != photo.school:
        return None
    asked, faces = _parts(look.get("asked")), _parts(look.get("faces"))
    right = (
        asking_row(proven, photo, said) is not None
        and said.question not in answered(proven, photo, before=fact.seq)
        and fact.moment <= said.ends
        and said.state == state_of_faces(photo.sha256, asked)
        and _set_of(parts_after(asked, said)) == _set_of(faces)
        and not _shows_more(photo, said, _files_before(proven, photo, fact.seq))
        and not left_then(proven, fact, said.reviewer)
    )
    return said.reviewer if right else None


def shows_more_than_seen(unit: Unit, photo: Photo) -> bool:
    """Tell whether a file of a photo is finer than the one that was seen in a second look elsewhere.

    Asked when files are made; before a release `looked_elsewhere` asks the same of proven rows.
    """
    seq = None if photo.second is None else photo.second.seq
    part = None if seq is None else unit.record.part(seq, STATEMENT_PART)
    if part is None:
        return False
    said = Statement.from_bytes(str(parse(part.content)["body"]).encode())
    rows = [row.seq for row in unit.record.about(Noun.PHOTOS, photo.id) if row.act == Act.EXPORT]
    parts = [unit.record.part(row, FILE_PART) for row in rows]
    return _shows_more(photo, said, [parse(one.content) for one in parts if one is not None])


def _files_before(proven: Proven, photo: Photo, seq: int) -> list[Mapping[str, Plain]]:
    rows = [fact for fact in proven.about(Noun.PHOTOS, photo.id) if fact.body.act == Act.EXPORT]
    parts = (proven.part(fact, FILE_PART) for fact in rows if fact.seq < seq)
    return [part for part in parts if part is not None]


def _shows_more(photo: Photo, said: Statement, exports: Iterable[Mapping[str, Plain]]) -> bool:
    """Tell whether a file is finer than the one a statement is about, by what was made then.

    Files from when one served every account don't say how fine they are; none was made finer.
    """
    listed = [one for part in exports if isinstance(made := part.get("made"), list) for one in made]
    seen = [str(one[0]) for one in listed if isinstance(one, list) and one[1:] == [said.file]]
    return bool(seen) and shows_more(photo.made, within=max(seen, key=fineness), sha256=said.file)


def _asks(proven: Proven, fact: Fact, said: Statement) -> bool:
    part = proven.part(fact, ASKED_PART)
    if part is None:
        return False
    same = (part.get("question"), part.get("asked"), part.get("reviewer"), part.get("ends"))
    photos = part.get("photos")
    listed = isinstance(photos, list) and [said.photo, said.state, said.file] in photos
    return listed and same == (said.question, said.asked, said.reviewer, said.ends.isoformat())


def _statement(proven: Proven, fact: Fact) -> Statement | None:
    part = proven.part(fact, STATEMENT_PART)
    try:
        body, signature = ("", "") if part is None else (str(part["body"]), str(part["signature"]))
        return believed(proven.trust, body.encode(), bytes.fromhex(signature))
    except (KeyError, ValueError):
        return None


def _parts(value: Plain) -> list[Mapping[str, Plain]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _set_of(parts: list[Mapping[str, Plain]]) -> set[bytes]:
    return {canonical(dict(part)) for part in parts}
