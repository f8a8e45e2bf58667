"""What an account is approved as: a yes to one platform, kind, name and handle is a yes to no other. Pure.

Capitals and blanks don't make another of it, nor does the page's address: it must lie at its platform anyway,
and a person compares the handle there before the account is live.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.canonical import Plain


@dataclass(frozen=True)
class ApprovedAs:
    """An account as who says yes sees it; the handle is empty while nobody chose one."""

    platform: str
    kind: str
    name: str
    handle: str

    @classmethod
    def from_plain(cls, account: Mapping[str, Plain]) -> Self:
        """Read it from an account's details as they are signed (older rows name no kind)."""
        return cls(
            platform=str(account.get("platform") or ""),
            kind=str(account.get("kind") or AccountKind.SCHOOL.value),
            name=_spelled(account.get("name")),
            handle=_spelled(account.get("handle")).removeprefix("@"),
        )

    def covers(self, later: "ApprovedAs") -> bool:
        """Tell whether a yes to this holds for what it became: a handle that wasn't chosen yet may be."""
        return later == (self if self.handle else replace(self, handle=later.handle))


def _spelled(words: Plain) -> str:
    return " ".join(str(words or "").split()).casefold()
