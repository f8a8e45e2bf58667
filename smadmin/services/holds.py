"""Who stopped an account, told by the signed rows about it: the school itself, communications, or both."""

from dataclasses import dataclass, replace

from smadmin.domain.ids import AccountId
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven

WHOLE = "whole"
"""The part of a hold that stopped every account at once."""


@dataclass(frozen=True)
class Holds:
    """Who stopped an account, as its rows say: the school itself, communications, or both.

    Closed is closed for good. What communications stopped and others closed stays theirs to enter anew: else
    the school closed it, added its page again and went on.
    """

    school: bool = False
    district: bool = False
    closed: bool = False

    @property
    def any(self) -> bool:
        """Tell whether it is on hold at all."""
        return self.school or self.district

    def after(self, fact: Fact) -> "Holds":
        """Take the next row about the account; only communications ends what communications began.

        Nor does an administrator end what the school began, though they may let it go live the first time.
        """
        ours, act = Role.COMMUNICATIONS in fact.roles, fact.body.act
        if act == Act.CLOSE:
            return Holds(district=self.district and not ours, closed=True)
        if self.closed:
            return self
        if act == Act.HOLD:
            return replace(self, district=True) if ours else replace(self, school=True)
        if act not in {Act.GO_ON, Act.GO_LIVE}:
            return self
        if not ours:
            return replace(self, school=False) if fact.roles & OFFICE else self
        # Letting all of them go on leaves each as the school had it before.
        return replace(self, district=False) if WHOLE in fact.body.parts else Holds()


def holds_on(proven: Proven, account: AccountId) -> Holds:
    """Give who stopped an account, as the record has it."""
    holds = Holds()
    for fact in proven.about(Noun.ACCOUNTS, account):
        holds = holds.after(fact)
    return holds
