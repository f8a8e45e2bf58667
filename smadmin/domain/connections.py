"""A connection: the account that a platform takes a program's log-in for, as a person confirmed it once.

It stands in a signed row beside the account's pinned handle. What goes out by itself goes out for this id and
no other (`keys.md`, Before bytes leave): a handle can be given to somebody else, the platform's own id can't.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from smadmin.domain.accounts import Account, Platform, same_handle
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.own_servers import OWN_SERVERS, place_of, server_of
from smadmin.domain.publishers import Who
from smadmin.domain.same_pages import Told, lies_at

CONNECTION_PART = "connection"


@dataclass(frozen=True)
class Connection:
    """Whom a platform took the log-in for when it was connected.

    Args:
        who: as the platform said it.
        server: where the log-in is sent, and nowhere else.
        user: the name that goes with the token; empty where the token says it.
        token: what the token is called in the account's log-in; never the token itself.
    """

    who: Who
    server: str
    user: str
    token: str

    def same_account(self, other: "Connection") -> bool:
        """Tell whether both are the same account, however it is called now."""
        return self.who.id == other.who.id and _spelled(self.server) == _spelled(other.server)

    def to_plain(self) -> dict[str, Plain]:
        """Give what the row's part says."""
        return {
            "id": self.who.id,
            "handle": self.who.handle,
            "name": self.who.name,
            "page": self.who.page,
            "server": self.server,
            "user": self.user,
            "token": self.token,
        }

    @classmethod
    def from_plain(cls, told: Mapping[str, Plain]) -> Self:
        """Read what `to_plain` gave.

        Raises:
            ValueError: for something else.
        """
        said = {name: told.get(name) for name in _FIELDS}
        if not all(isinstance(one, str) for one in said.values()) or not said["id"]:
            raise ValueError("a connection of an unknown shape")
        text = {name: str(one) for name, one in said.items()}
        who = Who(text["id"], text["handle"], text["name"], text["page"])
        return cls(who, text["server"], text["user"], text["token"])


def same_there(platform: str, one: Connection, other: Connection) -> bool:
    """Tell whether both are one account: by its id, and where servers are their owners' by that, too."""
    if one.who.id != other.who.id:
        return False
    parts = None if platform == Platform.WORDPRESS else 1  # one host has many blogs
    places = (lies_at(Told(platform, "", known.server))[:parts] for known in (one, other))
    return platform not in OWN_SERVERS or next(places) == next(places)


def posts_there(platform: str, one: Connection, other: Connection) -> bool:
    """Tell whether both post to the same page: one account, or one blog, whoever of its people posts."""
    if platform != Platform.WORDPRESS:
        return same_there(platform, one, other)
    first, second = (lies_at(Told(platform, "", known.server)) for known in (one, other))
    return first == second


def foreign_reasons(account: Account, who: Who) -> tuple[Reason, ...]:
    """List why this isn't the account of the register.

    A blog has no handle of its own: there the page must lie on the account's own server.
    """
    expected = account.handle.strip().removeprefix("@")
    if account.platform is Platform.WORDPRESS:
        same, seen = at_home(account, who.page), who.page
    else:
        names = {same_handle(expected), same_handle(expected.partition("@")[0])}
        told = {who.handle, who.id} if account.platform is Platform.FACEBOOK else {who.handle}
        same, seen = any(same_handle(one) in names for one in told), f"@{who.handle}"
    if same:
        return ()
    said = say("sending.other-account", seen=seen, expected=account.at_handle)
    return (Reason(said, None, f"account:{account.id}"),)


def _spelled(server: str) -> tuple[str, str]:
    """Give a server's address as it is compared: capitals of its host and a slash at its end say nothing."""
    scheme, _, rest = server.strip().rstrip("/").partition("://")
    host, slash, path = rest.partition("/")
    return scheme.casefold(), host.casefold() + slash + path


def at_home(account: Account, address: str) -> bool:
    """Tell whether an address is where the account lives: its own blog, its own Mastodon server.

    Elsewhere all accounts live at the platform itself. Of Facebook there is one: a Page's token goes nowhere
    else; Bluesky has servers of others.
    """
    if account.platform is Platform.FACEBOOK:
        return _spelled(address) == _spelled(_SERVERS[Platform.FACEBOOK])
    where = place_of if account.platform is Platform.WORDPRESS else server_of
    mine = where(account.platform, account.page)
    return account.platform not in OWN_SERVERS or (bool(mine) and where(account.platform, address) == mine)


def usual_server(account: Account) -> str:
    """Give the address that the account's log-in is usually sent to; empty where nobody knows it."""
    if account.platform is Platform.WORDPRESS:
        return account.page.strip().rstrip("/")
    mine = server_of(account.platform, account.page)
    return f"https://{mine}" if mine else _SERVERS.get(account.platform, "")


def usual_user(account: Account) -> str:
    """Give the name that the account's log-in usually goes with; empty where the token alone says it."""
    return account.handle.strip().removeprefix("@") if account.platform is Platform.BLUESKY else ""


def asks_user(platform: Platform) -> bool:
    """Tell whether a log-in there goes with a user's name; elsewhere the token alone says whose it is."""
    return platform in {Platform.WORDPRESS, Platform.BLUESKY}


def asks_server(platform: Platform) -> bool:
    """Tell whether there is more than one server that a log-in may be sent to."""
    return platform is not Platform.FACEBOOK


_SERVERS = {Platform.BLUESKY: "https://bsky.social", Platform.FACEBOOK: "https://graph.facebook.com"}
_FIELDS = ("id", "handle", "name", "page", "server", "user", "token")
