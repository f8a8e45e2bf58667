"""How long the text is on each account's platform, as chips. Pure, no Qt.

Counted by the platform's own rule (`domain.platforms`); a chip turns before the platform would say no.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import Count, PlatformFacts, count
from smadmin.domain.posts import Content
from smadmin.ui.theme import State

NEARLY_FULL = 0.9
"""From this share of the limit on a chip asks for attention."""


def counts_of(
    content: Content, accounts: tuple[Account, ...], platforms: Mapping[Platform, PlatformFacts]
) -> dict[AccountId, Count]:
    """Count the words of each account, equal ones once."""
    once: dict[tuple[Platform, str], Count] = {}
    counts = {}
    for account in accounts:
        key = (account.platform, content.text_for(account.id))
        if key not in once:
            once[key] = count(key[1], platforms[account.platform])
        counts[account.id] = once[key]
    return counts


@dataclass(frozen=True)
class CounterChip:
    """A counter: what it says and how it stands."""

    account: AccountId
    words: Message
    state: State


def chips_of(accounts: tuple[Account, ...], counts: Mapping[AccountId, Count]) -> tuple[CounterChip, ...]:
    """Make the chips of the chosen accounts; those counted alike on one platform share one.

    Where two accounts of one platform say different things, each chip names its account.
    """
    counted = [(account, counts[account.id]) for account in accounts if account.id in counts]
    once = {(account.platform, one): account for account, one in reversed(counted)}
    platforms = [platform for platform, _ in once]
    chips: dict[AccountId, CounterChip] = {}
    for account, one in counted:
        if once[account.platform, one].id == account.id:
            twice = platforms.count(account.platform) > 1
            name = account.label if twice else PLATFORM_NAMES[account.platform]
            chips[account.id] = CounterChip(account.id, _words(name, one), _state(one))
    return tuple(chips.values())


def _words(name: str, counted: Count) -> Message:
    over = next((one for one in counted.also if one.over), None)
    if over is not None and over.limit is not None:
        return say("compose.count-further", platform=name, count=over.count, limit=over.limit)
    if counted.limit is None:
        return say("compose.count-unlimited", platform=name, count=counted.count)
    return say("compose.count", platform=name, count=counted.count, limit=counted.limit)


def _state(counted: Count) -> State:
    if not counted.fits:
        return State.STOP
    if counted.limit is not None and counted.count >= NEARLY_FULL * counted.limit:
        return State.DOUBT
    return State.FINE
