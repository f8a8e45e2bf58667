"""Covering a child on a photo that was found in a sweep, within its deed.

Where people said which face is the child's, that face is covered. Where nobody did, the engine found it in
another file or a person only saw it: so every face that shows is to be decided again, and may be this child.
"""

from dataclasses import replace

from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.photos.deciding import Choice, decided
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import SHOWS, Decision, Face, Photo
from smadmin.domain.photos.seeking import opened
from smadmin.services.desk import Deed
from smadmin.services.photos.decisions import write_decision
from smadmin.services.roles import person_of


def cover_on(deed: Deed, photo: PhotoId, student: StudentId) -> None:
    """Cover the child on the photo, and unmake its files: they show what went out before."""
    before = deed.unit.photos.maybe(photo)
    if before is None:  # nobody picked it and its days are over: nothing of it can go out
        return
    if any(face.student == student and face.decision is Decision.OPTED_OUT for face in before.faces):
        return
    covers = Choice(Decision.OPTED_OUT, student)
    mine = [face for face in before.faces if face.student == student and face.decision is Decision.CONSENTED]
    if mine:
        changed = [covers.said_of(face, person_of(deed.by)) for face in mine]
    else:
        changed = [_asked_about(face, student) for face in before.faces if _may_be(face)]
    after = decided(before, changed).unmade()
    if after != before:
        write_decision(deed, before, _without_looks(after))


def _may_be(face: Face) -> bool:
    """Tell whether a face shows and nobody named whose it is."""
    named = face.decision is Decision.CONSENTED and face.student is not None
    return face.decision in SHOWS and not named


def _asked_about(face: Face, student: StudentId) -> Face:
    near = (student, *(one for one in face.near if one != student))
    return replace(opened(face), hint=FaceState.POSSIBLE, near=near)


def _without_looks(photo: Photo) -> Photo:
    return replace(photo, first=None, second=None)
