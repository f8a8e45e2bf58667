"""What the tray says of addresses that are still to be confirmed: accounts alone, no word of a post. Pure."""

from collections.abc import Collection, Sequence

from smadmin.domain.addresses import AddressDue
from smadmin.domain.messages import say
from smadmin.domain.warned import AwaitedAddress, WarningView
from smadmin.domain.warnings import WarningTimes, school_day
from smadmin.ui.tray.model import SHOWN, Notification


def addresses_to_tell(
    view: WarningView, times: WarningTimes, told: Collection[str]
) -> tuple[tuple[AwaitedAddress, ...], frozenset[str]]:
    """Give the addresses of which nobody was reminded, and all that will have been then.

    Args:
        view: what was seen.
        times: when somebody may be called.
        told: of what was told before, as this gave it.
    """
    quiet = times.quiet_to is not None and view.today <= times.quiet_to
    due = [one for one in view.addresses if one.due is not AddressDue.LATER]
    if quiet or times.quiet_at(view.now.time()) or not school_day(view.days, view.today):
        return (), frozenset(told) & {_key(one) for one in due}
    return tuple(one for one in due if _key(one) not in told), frozenset(_key(one) for one in due)


def addresses_of(addresses: Sequence[AwaitedAddress]) -> Notification | None:
    """Give the message; None where nothing is to be said."""
    if not addresses:
        return None
    first = sorted(addresses, key=lambda one: one.due is not AddressDue.OVERDUE)
    lines = [
        say("addresses.tray-overdue", account=one.label, on=one.since)
        if one.due is AddressDue.OVERDUE
        else say("addresses.tray-remind", account=one.label)
        for one in first[:SHOWN]
    ]
    if len(first) > SHOWN:
        lines.append(say("addresses.tray-more", n=len(first) - SHOWN))
    return Notification(say("addresses.tray-title"), tuple(lines), f"publish:{first[0].post}")


def _key(one: AwaitedAddress) -> str:
    return f"{one.publication}:{one.due.value}"
