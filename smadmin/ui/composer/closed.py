"""Why somebody can't write at all, and what leads on: no account yet, or none they are named for. Pure."""

from dataclasses import dataclass

from smadmin.domain.messages import Message, say


@dataclass(frozen=True)
class Closed:
    """What stands in place of the writing page. `step` leads to Accounts; None where others have to begin."""

    title: Message
    text: Message
    step: Message | None


NONE_LIVE = Closed(say("compose.none-live"), say("compose.none-live-note"), say("compose.open-accounts"))
"""For somebody whose accounts are registered and not live yet, or on hold."""


def closed_for(*, registered: bool, writers: tuple[str, ...], names_others: bool) -> Closed:
    """Say why nothing can be written.

    Args:
        registered: whether the school has any account.
        writers: who can write, by name.
        names_others: whether this person says who writes for which account (BAL-A2).
    """
    if not registered:
        return Closed(
            say("compose.no-accounts"), say("compose.no-accounts-note"), say("compose.open-accounts")
        )
    step = say("compose.open-accounts") if names_others else None
    who = tuple(say("compose.name", name=name) for name in writers)
    if names_others:
        text = say("compose.name-writers", people=who) if who else say("compose.name-writers-none")
    else:
        text = say("compose.ask-writers", people=who) if who else say("compose.ask-principal")
    return Closed(say("compose.not-named"), text, step)
