"""What Today says of administrators who are named for no account. Pure, no Qt."""

from collections.abc import Iterator, Sequence

from smadmin.domain.messages import say
from smadmin.services.unnamed import Unnamed
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def unnamed_needs(found: Sequence[Unnamed]) -> Iterator[Need]:
    """Offer to name each: the button leads to the page of people of an account (BAL-A2)."""
    for one in found:
        step = Step(say("accountui.today-name-do"), screen="accounts", subject=f"people:{one.account.id}")
        yield Need(
            Urgency.ACCOUNTS,
            f"unnamed:{one.person.id}",
            State.WAITS,
            say("accountui.today-name", name=one.person.name),
            say("accountui.today-name-note", account=one.account.label),
            step,
        )
