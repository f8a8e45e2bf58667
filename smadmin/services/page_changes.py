"""What the weekly page tells of the time since beside posts and people: counted, one line for each kind."""

from collections.abc import Iterator, Sequence

from smadmin.domain.messages import Message, say
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Fact

_TOLD = {
    "weekly.changed-live": Act.GO_LIVE,
    "weekly.changed-closed": Act.CLOSE,
    "weekly.changed-asked": Act.ASK_ACCOUNT,
    "weekly.changed-planned": Act.ADD_SLOT,
    "weekly.changed-sent-back": Act.SEND_BACK,
    "weekly.changed-voided": Act.VOID,
    "weekly.changed-policy": Act.PUT_IN_FORCE,
}
"""What else is told of the time since, each with the act that is counted."""


def changes_said(facts: Sequence[Fact]) -> Iterator[Message]:
    """Say what else changed since; `facts` are the rows since then, oldest first."""
    for said, act in _TOLD.items():
        number = _planned_since(facts) if act is Act.ADD_SLOT else sum(fact.body.act == act for fact in facts)
        if number:
            yield say(said, n=number)


def _planned_since(facts: Sequence[Fact]) -> int:
    """Count the posts that were planned and still are: not those that were taken out again, or undone."""
    newest = {
        fact.body.id: fact.body.act for fact in facts if fact.body.act in {Act.ADD_SLOT, Act.REMOVE_SLOT}
    }
    return sum(act == Act.ADD_SLOT for act in newest.values())
