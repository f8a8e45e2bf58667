"""What Publish reads: a post on its way out, on the store's thread, and what an address says of itself."""

from dataclasses import dataclass

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.ids import PostId
from smadmin.services.office import Office
from smadmin.services.outgoing import Begun, Going
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
