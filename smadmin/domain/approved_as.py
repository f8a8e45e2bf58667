"""What an account is approved as: a yes to one platform, kind, name and handle is a yes to no other. Pure.

Capitals and blanks don't make another of it, nor does the page's address where it must lie at its platform
anyway. Where it need not, another server is another account, and so is another path on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.canonical import Plain
from smadmin.domain.own_servers import place_of


@dataclass(frozen=True)
class ApprovedAs:
    """An account as who says yes sees it; the handle is empty while nobody chose one, so is its place."""

    platform: str
    kind: str
    name: str
    handle: str
    place: str = ""

    @classmethod
    def from_plain(cls, account: Mapping[str, Plain]) -> Self:
        """Read it from an account's details as they are signed (older rows name no kind)."""
        return cls(
            platform=str(account.get("platform") or ""),
            kind=str(account.get("kind") or AccountKind.SCHOOL.value),
            name=_spelled(account.get("name")),
            handle=_spelled(account.get("handle")).removeprefix("@"),
            place=place_of(str(account.get("platform") or ""), str(account.get("page") or "")),
        )

    def covers(self, later: "ApprovedAs") -> bool:
        """Tell whether a yes to this holds for what it became: what wasn't chosen yet may be."""
        return later == replace(self, handle=self.handle or later.handle, place=self.place or later.place)


def _spelled(words: Plain) -> str:
    return " ".join(str(words or "").split()).casefold()
