"""What the screen reads of a post that was handed in: what became of it, and what happens next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PhotoId, PostId
from smadmin.domain.messages import Message
from smadmin.domain.photos.review import Photo
from smadmin.domain.plan import PlannedDay, Slot, monday_of
from smadmin.domain.posts import Draft
from smadmin.services.office import Office
from smadmin.ui.composer.readings import photos_of, video_name
from smadmin.ui.composer.standing import (
    Colleague,
    StandingModel,
    releasers,
    second_lookers,
    standing_of,
    with_listed,
)


@dataclass(frozen=True)
class Standing:
    """A post that isn't written any more: what became of it, its photos, what it is planned as.

    Args:
        keeps: why it can't be taken back.
    """

    draft: Draft
    model: StandingModel
    photos: Mapping[PhotoId, Photo]
    planned: PlannedDay | None
    keeps: tuple[Reason, ...] = ()
    video: Message | None = None


def read_standing(office: Office, by: Actor, post: PostId) -> Standing:
    """Read what became of a post that was handed in, and what happens next."""
    draft = office.posts.get(by, post)
    photos = photos_of(office, by, draft.content)
    today = office.school.local(office.desk.now).date()
    slot = next((slot for slot in _slots(office, by, today) if slot.id == draft.content.slot), None)
    planned = office.approvals.planned(by, post)
    sitters = (Colleague(one.person, one.name, one.roles) for one in office.session.sitters())
    colleagues = with_listed(sitters, office.reviewers.coded(by))
    # A video is the principal's to release, whatever the plan covers.
    releases = office.pack.releases if draft.content.video is None else ReleaseBy.EACH
    first_lookers = frozenset(one.first.by for one in photos.values() if one.first is not None)
    able = releasers(
        colleagues,
        author=draft.author,
        first_lookers=first_lookers,
        planned=planned,
        releases=releases,
    )
    look_at = next((one.id for one in photos.values() if one.faces and one.second is None), None)
    lookers = second_lookers(colleagues, author=draft.author, first_lookers=first_lookers)
    by_plan = releases is not ReleaseBy.EACH
    model = standing_of(draft, able, look_at=look_at, planned=planned, by_plan=by_plan, lookers=lookers)
    keeps = office.posts.take_back_blockers(by, post) if model.take_back else ()
    written_for = None if slot is None else PlannedDay(slot.topic, slot.day, today)
    return Standing(draft, model, photos, written_for, keeps, video_name(office, by, draft.content))


def _slots(office: Office, by: Actor, today: date) -> tuple[Slot, ...]:
    mondays = (monday_of(today) + timedelta(weeks=weeks) for weeks in (-3, -2, -1, 0, 1))
    return tuple(slot for monday in mondays for slot in office.plan.week(by, monday).slots)
