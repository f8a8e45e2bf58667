"""What tests of queued posts share: planned posts, permissions, and whether one goes out."""

from datetime import date, timedelta

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.plan import Slot
from smadmin.domain.publications import Publication
from smadmin.domain.sending import Next
from smadmin.services.gate import LastGate
from tests.queued import Queued
from tests.road import TEXT, WEEK

THURSDAY = date(2026, 11, 19)
AN_HOUR = {"hours": 1, "seconds": 1}


def gate_refuses(queued: Queued, post: PostId) -> bool:
    """Tell whether a person's last gate would keep it here."""
    road = queued.direct.road
    gate = LastGate(road.school.desk, road.reader, road.proof, road.media)
    return bool(gate.blockers(road.by("ana"), post, queued.direct.blogs[0]))


def try_to_send(queued: Queued, publication: Publication) -> None:
    """Have the computer login send it; a refusal is an answer, too."""
    try:
        standing = queued.seat().go(publication)
    except KnownError:
        return
    assert standing.decision.next in {Next.DONE, Next.HOLD, Next.ASK}


def goes(queued: Queued, publication: Publication) -> bool:
    """Let its time come, and tell whether it went out."""
    queued.direct.road.school.clock.forward(**AN_HOUR)
    try_to_send(queued, publication)
    return publication.id in {one.sent.key for one in queued.direct.platform.kept}


def planned(queued: Queued) -> Slot:
    """Plan the book fair on the first blog, and let Pat sign the week."""
    road = queued.direct.road
    slot = road.plan.add(road.by("ana"), queued.direct.blogs[0], THURSDAY, "Book fair").value
    road.plan.sign_week(road.by("pat"), WEEK)
    return slot


def post_for(queued: Queued, slot: Slot, *, released_by: str, text: str = TEXT) -> PostId:
    """Write a post for what was planned, and let somebody release it."""
    road = queued.direct.road
    draft = road.posts.create(road.by("ana"), queued.direct.blogs[:1], slot=slot.id, text=text).value
    road.posts.submit(road.by("ana"), draft.id)
    road.approvals.release(road.by(released_by), draft.id)
    return draft.id


def permit(queued: Queued) -> None:
    """Let Ana release planned texts alone."""
    road, blogs = queued.direct.road, queued.direct.blogs[:1]
    ends = THURSDAY + timedelta(days=30)
    ana = road.school.people["ana"]
    road.approvals.permit(road.by("pat"), ana, starts=WEEK, ends=ends, accounts=blogs)
