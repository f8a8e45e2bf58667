"""What Today says of accounts without a strategy: one line for all of them, the last. Pure, no Qt."""

from collections.abc import Iterator, Sequence

from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def strategy_needs(missing: Sequence[AccountId]) -> Iterator[Need]:
    """Remind whoever administers these accounts; nobody is kept from posting (BAL-B1c1)."""
    if missing:
        yield Need(
            Urgency.REMINDER,
            "strategies",
            State.NOTE,
            say("strategies.today", n=len(missing)),
            say("strategies.today-note"),
            Step(say("strategies.today-do"), screen="accounts", subject=f"strategy:{missing[0]}"),
        )
