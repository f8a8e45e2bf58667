"""What Publish reads: a post on its way out, on the store's thread, and what an address says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publications import PublicationStep
from smadmin.services.office import Office
from smadmin.services.outgoing import Begun, Going, Lane
from smadmin.services.ready import Standing
from smadmin.ui.publish.after import AfterSeen, read_after
from smadmin.ui.publish.as_out import as_out
from smadmin.ui.publish.direct import direct_lane, goes_by_itself
from smadmin.ui.publish.hand import Hand
from smadmin.ui.publish.lane import Judge, LaneModel, lane_model
from smadmin.ui.publish.queue_said import offered_time
from smadmin.ui.publish.sample_link import sample_link


@dataclass(frozen=True)
class Seen:
    """What one reading found.

    Args:
        going: the open post, if there is one.
        begun: what was begun and not ended.
        left: what this person has the program send, whichever post it is, and how far that is.
        after: what stands after the open post.
    """

    going: Going | None
    begun: tuple[Begun, ...]
    left: tuple[Standing, ...] = ()
    after: AfterSeen = field(default_factory=AfterSeen)


def read_going(office: Office, by: Actor, post: PostId | None) -> Seen:
    """Read a post on its way out."""
    begun = office.outgoing.unfinished(by)
    going = None if post is None else _with_schedulers(office, by, office.outgoing.of(by, post))
    after = AfterSeen() if going is None else read_after(office, by, going)
    return Seen(going, begun, office.sendings.left(by), after)


def _with_schedulers(office: Office, by: Actor, going: Going) -> Going:
    """Add why a platform's own scheduler doesn't keep it: the whole list of children is read for that."""
    post = going.draft.id
    asked = {one.account.id for one in going.lanes if one.entrusts and one.connection is not None}
    why = {one: office.entrusting.blockers(by, post, one) for one in asked if going.closes is not None}
    return replace(
        going, lanes=tuple(replace(one, stays_here=why.get(one.account.id, ())) for one in going.lanes)
    )


def judge_of(office: Office, account: Account) -> Judge:
    """Give what judges an address for an account."""
    one = account
    return lambda link: office.policy.judge_link(link, one.platform, handle=one.handle, page=one.page)


def against(going: Going, lane: Lane, gate: Mapping[AccountId, tuple[Reason, ...]]) -> tuple[Reason, ...]:
    """Give what speaks against the post here: what holds it everywhere, and what the last gate said."""
    left = lane.publication is not None and lane.publication.step is PublicationStep.HANDED_OUT
    return going.held if left else (*going.held, *gate.get(lane.account.id, ()))


def models_of(
    office: Office,
    going: Going,
    hand: Callable[[Lane], Hand],
    gate: Mapping[AccountId, tuple[Reason, ...]],
    at_it: Callable[[PostId, Lane], bool],
) -> list[LaneModel]:
    """Word all lanes of a post.

    Args:
        office: judges addresses.
        going: the post.
        hand: gives what the person did on an account.
        gate: what the last gate said.
        at_it: tells whether the program is at one this moment.
    """
    return [
        _model_of(office, going, one, hand(one), gate, busy=at_it(going.draft.id, one)) for one in going.lanes
    ]


def _model_of(
    office: Office,
    going: Going,
    lane: Lane,
    hand: Hand,
    gate: Mapping[AccountId, tuple[Reason, ...]],
    *,
    busy: bool,
) -> LaneModel:
    one, stopped = lane.account, against(going, lane, gate)
    if goes_by_itself(lane, hand):
        local, now = office.school.local, office.desk.now
        offered = offered_time(lane, now=now, closes=going.closes, local=local)
        return direct_lane(
            lane,
            hand,
            stopped=stopped,
            mixed_by=going.draft.id,
            busy=busy,
            offered=offered,
            shows=as_out(going, lane, office.policy.platforms[one.platform]),
        )
    return lane_model(
        lane,
        hand,
        pictures=going.pictures[: office.policy.platforms[one.platform].pictures],
        mixed_by=going.draft.id,
        judge=judge_of(office, one),
        stopped=stopped,
        sample_link=sample_link(office.school, one, going.draft.id),
    )
