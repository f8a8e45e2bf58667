"""An account's first page where any server will do: one easily taken for another is asked about. Pure.

What was looked at and approved is compared from then on; before that there is nothing to compare with.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from smadmin.domain.own_servers import server_of
from smadmin.domain.policy.checks.look_alikes import known_as


@dataclass(frozen=True)
class Alike:
    """A server that looks like another; `site` is empty where only its letters are odd."""

    server: str
    site: str


def alike(platform: str, page: str, known: Iterable[str]) -> Alike | None:
    """Tell for which site a page may be taken, or None.

    Args:
        platform: the account's; those with hosts of their own take no others anyway.
        page: as typed.
        known: the school's own domains and whatever else is known here.
    """
    server = server_of(platform, page).partition(":")[0]
    site = known_as(server, tuple(one.casefold() for one in known)) if server else None
    return None if site is None else Alike(server, site)
