"""A video as it is read for a screen, and whom its faces are compared with. Nothing here writes."""

from collections.abc import Collection
from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, PersonId, StudentId
from smadmin.domain.photos.gallery import Portrait
from smadmin.domain.photos.seeking import Search, looked_for
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student, unreadable_blockers
from smadmin.domain.videos.releasing import VideoLooks
from smadmin.domain.videos.video import Video, finish_reasons
from smadmin.services.desk import Desk
from smadmin.services.roles import refuse, today_of
from smadmin.services.students.patterns import lawful
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class VideoView:
    """A video with what a screen shows beside it.

    Args:
        beside: the children who must not be shown, by id.
        later: how many of them came on the list since faces were looked for.
        looks: how it stands for a release.
        seen_by: names of those who have seen it to its end.
        unread: how many children's entries can't be read.
    """

    video: Video
    beside: tuple[Student, ...]
    later: int
    looks: VideoLooks
    seen_by: tuple[str, ...]
    unread: int = 0

    def near(self, children: Collection[StudentId]) -> tuple[Student, ...]:
        """Give the children that a face looks like."""
        return tuple(child for child in self.beside if child.id in children)

    def finish_blockers(self, person: PersonId, again: Collection[FaceId]) -> tuple[Reason, ...]:
        """List why this person can't say yet that they have seen it to its end."""
        unanswered = len(asked_again(self.video, person) - set(again))
        reasons = finish_reasons(self.video, person, later=self.later, unanswered=unanswered)
        return (*unreadable_blockers(self.unread), *reasons)


def asked_again(video: Video, person: PersonId) -> frozenset[FaceId]:
    """Give the faces that somebody else answered and this person answers for themselves (SOC-M4)."""
    return frozenset(
        one.face.id
        for one in video.faces
        if one.face.asks_again and one.face.decided_by not in (None, person)
    )


def children_of(unit: Unit, mode: RosterMode) -> tuple[tuple[Student, ...], int]:
    """Give the children whose faces must not be shown, and how many entries can't be read."""
    students, spoilt = unit.students.readable()
    return looked_for(students, (), mode), len(spoilt)


def later_of(unit: Unit, video: Video, mode: RosterMode) -> int:
    """Count the children who came on the list since faces were looked for."""
    sought = {child.id for child in children_of(unit, mode)[0]}
    return len(sought - set(video.sought)) if video.sampled else 0


def search_in(unit: Unit, desk: Desk, mode: RosterMode, *, engine: str | None) -> Search:
    """Say whom a video is searched for, with the patterns that may lawfully be compared today.

    Raises:
        NotAllowed: while an entry can't be read: it may be the child who said no (BAL-B1i1).
    """
    children, unread = children_of(unit, mode)
    refuse(unreadable_blockers(unread))
    sought = {child.id for child in children}
    portraits = tuple(
        Portrait(template.student, template.numbers)
        for template in lawful(unit, desk, today_of(unit, desk))
        if template.student in sought and template.engine == engine
    )
    return Search(children, portraits, mode, ())
