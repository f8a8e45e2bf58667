"""What Publish reads: a post on its way out, on the store's thread, and what an address says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publications import PublicationStep
from smadmin.services.office import Office
from smadmin.services.outgoing import Begun, Going, Lane
from smadmin.ui.publish.lane import Judge


@dataclass(frozen=True)
class Seen:
    """What one reading found: the open post, if there is one, and what was begun and not ended."""

    going: Going | None
    begun: tuple[Begun, ...]


def read_going(office: Office, by: Actor, post: PostId | None) -> Seen:
    """Read a post on its way out."""
    begun = office.outgoing.unfinished(by)
    return Seen(None if post is None else office.outgoing.of(by, post), begun)


def judge_of(office: Office, account: Account) -> Judge:
    """Give what judges an address for an account."""
    one = account
    return lambda link: office.policy.judge_link(link, one.platform, handle=one.handle, page=one.page)


def against(
    going: Going | None, lane: Lane, gate: Mapping[AccountId, tuple[Reason, ...]]
) -> tuple[Reason, ...]:
    """Give what speaks against the post here: what holds it everywhere, and what the last gate said."""
    held = () if going is None else going.held
    left = lane.publication is not None and lane.publication.step is PublicationStep.HANDED_OUT
    return held if left else (*held, *gate.get(lane.account.id, ()))
