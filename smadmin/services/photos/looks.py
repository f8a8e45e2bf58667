"""The first and the second look: somebody saw the photo as it will go out, and says so by a row of their own.

Whether it is the first or the second follows from who looks; the row holds what stood there, sealed.
"""

from collections.abc import Collection
from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, PersonId, PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import look_reasons
from smadmin.domain.photos.review import Look
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.photos.decisions import face_part
from smadmin.services.photos.views import PhotoView, later_of
from smadmin.services.roles import person_of, refuse, roles_in


class Looks:
    """Finished looks.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(self, desk: Desk, *, mode: RosterMode) -> None:
        """Stand on the desk."""
        self._desk = desk
        self._mode = mode

    def blockers(
        self, view: PhotoView, person: PersonId, *, again: Collection[FaceId] = ()
    ) -> tuple[Reason, ...]:
        """List why this person can't finish a look at this photo, from values already loaded."""
        unread = unreadable_blockers(view.unread)
        return (*unread, *look_reasons(view.photo, by=person, again=again, later=view.later))

    def finish(
        self, by: Actor, photo: PhotoId, *, other_things_fine: bool, again: Collection[FaceId] = ()
    ) -> Changes:
        """Finish a look: the first, or the second if somebody else took the first (a deed; SOC-M4).

        Args:
            by: who looked.
            photo: at what.
            other_things_fine: *nothing else wrong* (clothing, screens, papers, name tags, place).
            again: for a second look, the faces answered on one's own (`Face.asks_again`).

        Raises:
            NotAllowed: open faces, a list that changed, the same person twice, something else wrong.
            Tampered: the children's rows aren't what the last signed row says.
        """
        person = person_of(by)
        with self._desk.deed(by) as deed:
            deed.require_roster()
            seen = deed.unit.photos.get(photo)
            reasons = look_reasons(seen, by=person, again=again, later=later_of(deed.unit, seen, self._mode))
            if not roles_in(deed):
                reasons = (Reason(say("photos.not-your-role")), *reasons)
            if not other_things_fine:
                reasons = (*reasons, Reason(say("photos.something-wrong"), None, f"photo:{photo}"))
            refuse(reasons)
            details: dict[str, Plain] = {
                "photo": seen.sha256,
                "faces": [face_part(face) for face in seen.faces],
                "again": sorted(again),
                "other_things_fine": other_things_fine,
            }
            act = Act.FIRST_LOOK if seen.first is None else Act.SECOND_LOOK
            seq = deed.record(act, Noun.PHOTOS, photo, parts={"look": details})
            look = Look(person, seq, deed.now, other_things_fine)
            looked = replace(seen, first=look) if seen.first is None else replace(seen, second=look)
            deed.unit.photos.change(looked)
        return Changes.of("photos", [photo])
