"""The address that a post of the sample school would have; nothing is published there to be pasted. Pure."""

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import PostId
from smadmin.domain.schools import School

_PATHS = {
    Platform.X: "status/199{number}",
    Platform.FACEBOOK: "posts/{number}",
    Platform.INSTAGRAM: "p/sample-{number}",
    Platform.MASTODON: "{number}",
}
_ON_A_SITE = "sample-{number}"
_MANY = 10**12


def sample_link(school: School, account: Account, post: PostId | None) -> str:
    """Make up the address of a post on an account's page; empty outside of the sample school."""
    if not school.sample or post is None:
        return ""
    number = int.from_bytes(post.encode(), "big") % _MANY
    return f"{account.page.rstrip('/')}/{_PATHS.get(account.platform, _ON_A_SITE).format(number=number)}"
