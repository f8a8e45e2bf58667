"""Who put an account on hold, when and why, in a sentence. Pure, no Qt; Today and Accounts say the same."""

from collections.abc import Iterable

from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.publishers import shown_words
from smadmin.services.stops import Stop

_HOLDS = frozenset({"accounts.on-hold", "crisis.stopped"})


def held_among(reasons: Iterable[Reason]) -> bool:
    """Tell whether a hold, of one account or all, is among the reasons: no button leads on then."""
    return any(one.message.id in _HOLDS for one in reasons)


def hold_of(account: Account, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Give the hold of this very account: what holds the post's other accounts stands beside those."""
    return tuple(one for one in reasons if one.place == f"account:{account.id}" and held_among([one]))


def stop_said(stop: Stop) -> Message:
    """Say what stopped an account."""
    if stop.wrong:
        seen = "powers.wrong-seen" if stop.seen else "powers.wrong-unread"
        return say(seen, name=stop.by, day=stop.on, seen=shown_words(stop.seen))
    which = "powers.stopped-district" if stop.district else "powers.stopped-school"
    if not stop.why:
        return say(f"{which}-unsaid", name=stop.by, day=stop.on)
    return say(which, name=stop.by, day=stop.on, sentence=stop.why)
