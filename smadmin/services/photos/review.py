"""Reviewing photos: reading them, and what persons decide about faces. Each decision is a row of the record.

The engine only says what a face looks like; nothing here asks it. Looks are in `looks`, files in `export`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import FaceId, PersonId, PhotoId, PhotoSetId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.photos import deciding
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.deciding import Choice, choice_blockers, decided, resize_blockers, state_of
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Photo, PhotoSet
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.posts import PostStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.photos.decisions import (
    decided_with,
    last_decision,
    undoable_by,
    write,
    write_decision,
)
from smadmin.services.photos.saying import (
    child_of,
    face_of,
    nothing_to_undo,
    say_together,
    seen_photo,
    take_back,
)
from smadmin.services.photos.views import PhotoView, SetView, boxes_covered, photo_view, shown_beside
from smadmin.services.roles import person_of, refuse, roles_in
from smadmin.services.students.patterns import matching_allowed
from smadmin.storage.unit import Unit

COVERED = Choice(Decision.COVERED)
_HOLDING = (PostStage.SUBMITTED, PostStage.RELEASED)


class Rest(Protocol):
    """Says the same of all faces that were shown and that nobody said anything about."""

    def __call__(self, photo: Photo, by: PersonId, *, shown: Collection[FaceId]) -> tuple[Face, ...]:
        """Give the faces as they are then."""


class Review:
    """Photos under review.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(self, desk: Desk, *, mode: RosterMode) -> None:
        """Stand on the desk."""
        self._desk = desk
        self._mode = mode

    def sets(self, by: Actor) -> tuple[PhotoSet, ...]:
        """Give all folders of photos, newest first."""
        with self._desk.look(by) as unit:
            return tuple(reversed(unit.photo_sets.all()))

    def set(self, by: Actor, set_id: PhotoSetId, *, before: SetView | None = None) -> SetView:
        """Give a folder as the contact sheet shows it; what is as it was `before` isn't opened again."""
        known: dict[str, Photo] = {} if before is None else {one.id: one for one in before.photos}
        with self._desk.look(by) as unit:
            photo_set = unit.photo_sets.get(set_id)
            photos = unit.photos.find_again(known, set_id=set_id)
            return SetView(
                set=photo_set,
                photos=photos,
                beside=shown_beside(unit, photo_set, self._mode)[0],
                states={photo.id: state_of(photo) for photo in photos},
                open={photo.id: len(photo.open_faces()) for photo in photos},
                covers={photo.id: boxes_covered(photo, self._mode) for photo in photos},
                matching=matching_allowed(unit, self._desk),
                patterned=frozenset(StudentId(one) for one in unit.templates.column("student_id")),
            )

    def photo(self, by: Actor, photo: PhotoId) -> PhotoView:
        """Give one photo with all that stands beside it."""
        with self._desk.look(by) as unit:
            return photo_view(unit, photo, self._mode, undoable=undoable_by(unit, photo))

    def pick(self, by: Actor, photos: Iterable[PhotoId]) -> Changes:
        """Mark photos as wanted (a deed without a row: it decides nothing)."""
        return self._mark(by, photos, picked=True)

    def leave_out(self, by: Actor, photos: Iterable[PhotoId]) -> Changes:
        """Take the mark off photos (a deed without a row)."""
        return self._mark(by, photos, picked=False)

    def decide(
        self,
        by: Actor,
        photo: PhotoId,
        face: FaceId,
        decision: Decision,
        student: StudentId | None = None,
    ) -> Changes:
        """Decide about one face (a deed).

        Raises:
            NotAllowed: nobody named for an opted-out face, no consent, or uncovering what needs both.
        """
        return self.decide_together(by, ((photo, face),), Choice(decision, student))

    def decide_together(self, by: Actor, faces: Sequence[tuple[PhotoId, FaceId]], choice: Choice) -> Changes:
        """Say the same about one face in several photos (a deed); the first one is whom the words were about.

        Of the others only those follow that are open and of which the engine says the same (`recurring.py`).

        Raises:
            NotAllowed: nobody named for an opted-out face, no consent, or uncovering what needs both.
        """
        with self._desk.deed(by) as deed:
            said = say_together(deed, person_of(by), faces, choice, mode=self._mode)
        return Changes.of("photos", said.photos)

    def cover_everybody(self, by: Actor, photos: Iterable[PhotoId]) -> Changes:
        """Cover every face in these photos (a deed; always possible)."""
        person, wanted = person_of(by), tuple(photos)
        with self._desk.deed(by) as deed:
            for photo in wanted:
                before = seen_photo(deed, photo)
                write_decision(deed, before, decided(before, deciding.all_covered(before, person)))
        return Changes.of("photos", wanted)

    def none_of_them(self, by: Actor, photos: Iterable[Photo]) -> Changes:
        """Say that none of the children beside the photos is among the open faces (a deed).

        Faces that look like a child stay open: each wants an answer of its own. So do those that were found
        since; the photos are as they were shown.
        """
        return self._of_shown(by, photos, deciding.none_of_them)

    def the_rest_consents(self, by: Actor, photos: Iterable[Photo]) -> Changes:
        """Clear photos by their group (a deed, opt-in districts): consent stands for every open face.

        The photos are as they were shown; a face that was found since stays open.

        Raises:
            NotAllowed: in a district where families opt out; there is no consent to rest on.
        """
        if self._mode is not RosterMode.OPT_IN:
            raise NotAllowed((Reason(say("photos.opts-out-here")),))
        return self._of_shown(by, photos, deciding.the_rest_consents)

    def add_face(self, by: Actor, photo: PhotoId, box: Box, choice: Choice = COVERED) -> Done[FaceId]:
        """Add a face that a person drew, covered unless they say otherwise (a deed)."""
        person = person_of(by)
        with self._desk.deed(by) as deed:
            before = seen_photo(deed, photo)
            inside = box.within(before.width, before.height)
            if inside is None:
                raise NotAllowed((Reason(say("photos.outside"), None, f"photo:{photo}"),))
            face = Face(FaceId(self._desk.ids.new()), inside, FaceState.FOUND, added=True)
            child = child_of(deed, choice.student)
            reasons = choice_blockers(
                before, face, choice, child=child, may_be=(), by=person, mode=self._mode
            )
            refuse(reasons)
            write_decision(deed, before, decided(before, [choice.said_of(face, person)]))
        return Done(face.id, Changes.of("photos", [photo]))

    def resize(self, by: Actor, photo: PhotoId, face: FaceId, box: Box) -> Changes:
        """Give a frame that a person drew another size or place (a deed).

        Raises:
            NotAllowed: the engine found that face, or more would show than somebody looked at.
        """
        person = person_of(by)
        with self._desk.deed(by) as deed:
            before = seen_photo(deed, photo)
            seen, inside = face_of(before, face), box.within(before.width, before.height)
            if inside is None:
                raise NotAllowed((Reason(say("photos.outside"), None, f"photo:{photo}"),))
            refuse(resize_blockers(before, seen, inside))
            write_decision(deed, before, decided(before, [replace(seen, box=inside, decided_by=person)]))
        return Changes.of("photos", [photo])

    def restyle(self, by: Actor, set_id: PhotoSetId, style: CoverStyle) -> Changes:
        """Give the covers of a folder's photos another look (a deed); it shows no more than before.

        Files that were made are made anew; the next folder begins with the same look. A photo whose post
        waits for its release, or has it, keeps its look: a changed file would hold the post.

        Raises:
            NotAllowed: to who has no role, and where every photo of the folder is in such a post.
        """
        with self._desk.deed(by) as deed:
            refuse(() if roles_in(deed) else (Reason(say("photos.not-your-role")),))
            others = [one for one in deed.unit.photos.find(set_id=set_id) if one.style is not style]
            held = _in_posts(deed.unit, *_HOLDING) if others else frozenset[PhotoId]()
            free = [one for one in others if one.id not in held]
            refuse((Reason(say("photos.look-of-waiting")),) if others and not free else ())
            for photo in free:
                write(deed, photo, photo.in_style(style))
            if free:
                deed.record(Act.RESTYLE, Noun.PHOTO_SETS, set_id, parts={"style": {"style": style.value}})
        return Changes.of("photos", [photo.id for photo in free])

    def undo(self, by: Actor, photo: PhotoId) -> Changes:
        """Take back one's own last decision about a photo, in all photos it was said about (a deed).

        Raises:
            NotAllowed: if there is none, it was somebody else's, or a look was finished since.
        """
        with self._desk.deed(by) as deed:
            row = last_decision(deed.unit, photo)
            if row is None or row.person != by.person:
                raise nothing_to_undo(photo)
            rows = decided_with(deed.unit, photo, row)
            for one, its_row in rows.items():
                take_back(deed, one, its_row)
        return Changes.of("photos", list(rows))

    def _of_shown(self, by: Actor, photos: Iterable[Photo], choose: Rest) -> Changes:
        person, wanted = person_of(by), tuple(photos)
        with self._desk.deed(by) as deed:
            for photo in wanted:
                before, shown = seen_photo(deed, photo.id), frozenset(face.id for face in photo.faces)
                write_decision(deed, before, decided(before, choose(before, person, shown=shown)))
        return Changes.of("photos", [photo.id for photo in wanted])

    def _mark(self, by: Actor, photos: Iterable[PhotoId], *, picked: bool) -> Changes:
        wanted = tuple(photos)
        with self._desk.deed(by) as deed:
            for photo in wanted:
                deed.unit.photos.change(replace(deed.unit.photos.get(photo), picked=picked))
        return Changes.of("photos", wanted)


def _in_posts(unit: Unit, *stages: PostStage) -> frozenset[PhotoId]:
    """Give the photos of all posts at these stages."""
    posts = [post for stage in stages for post in unit.posts.find(stage=stage.value)]
    return frozenset(picture.photo for post in posts for picture in post.content.pictures)
