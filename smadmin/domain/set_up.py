"""The set-up list of an account: what must be switched on or off on its platform before it is official.

Which items a platform has is data (`resources/platforms`), which clause asks for one is the policy's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.account_requests import AccountRequest


class SetUpItem(StrEnum):
    """One thing to set up. Signed for ever by name: never rename one."""

    PAGE = "page"  # a page, not a profile
    TITLE = "title"
    AFFILIATION = "affiliation"
    PICTURE = "picture"  # mascot or logo
    NOTICE = "notice"  # the district's, word for word
    RULES = "rules"  # of engagement
    VISITOR_POSTS = "visitor-posts"
    COMMENTS = "comments"  # on or off as answered
    WORD_FILTER = "word-filter"
    ANONYMOUS = "anonymous"
    MESSAGES = "messages"
    PRIVACY = "privacy"
    INVITED = "invited"  # a private community: only invited members
    MODERATED = "moderated"


_PRIVATE = (SetUpItem.INVITED, SetUpItem.MODERATED)


@dataclass(frozen=True)
class SetUpStep:
    """An item as an account has it.

    Args:
        demand: the clause that asks for it, None where only the program does.
        where: what to press on the platform, by language; empty where nothing is known.
    """

    item: SetUpItem
    demand: str | None
    where: Mapping[str, str]


def steps_for(
    offered: Mapping[SetUpItem, Mapping[str, str]],
    demands: Mapping[SetUpItem, str],
    *,
    kind: AccountKind,
    has_notice: bool,
) -> tuple[SetUpStep, ...]:
    """Give the list for an account.

    Args:
        offered: what its platform has, with what to press there.
        demands: the policy's clauses by item.
        kind: of the account; a private community has two items more.
        has_notice: whether the policy mandates a notice.
    """
    items: Iterable[SetUpItem] = (
        *(one for one in offered if one is not SetUpItem.NOTICE or has_notice),
        *(_PRIVATE if kind is AccountKind.PRIVATE else ()),
    )
    return tuple(SetUpStep(one, demands.get(one), offered.get(one, {})) for one in items)


def comments_wanted(request: AccountRequest | None) -> str:
    """Say how comments shall stand: `on`, `off`, or nothing where nobody answered."""
    if request is None:
        return ""
    return "on" if request.comments else "off"
