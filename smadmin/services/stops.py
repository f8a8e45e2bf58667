"""Who put the accounts on hold that are, when, and with what sentence, as the record has it.

Everybody with a role here is told: whoever comes in the morning needn't look for why nothing goes out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import loads
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Desk
from smadmin.services.holds import WHOLE, Holds, holds_on
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import any_roles, today_of
from smadmin.services.wrong_identity import WRONG, is_reported
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Stop:
    """What stopped an account.

    Args:
        by: the name of who did it; empty where it isn't known.
        district: whether communications did, so that only communications lets it go on.
        whole: whether all accounts were stopped with it.
        wrong: whether another account was logged in where a post was about to go out.
        seen: that one's handle; empty where it wasn't read.
        asks: whether who lets it go on says which handle its page shows now.
        on: the school's day.
        why: the sentence; empty where it was erased.
    """

    account: Account
    by: str
    on: date
    why: str
    district: bool = False
    whole: bool = False
    wrong: bool = False
    seen: str = ""
    asks: bool = False

    @property
    def comes_first(self) -> bool:
        """Tell whether who leads sees it before all else until it is done (BAL-B1f4)."""
        return self.wrong or self.whole or self.district


class Stops:
    """The accounts of one school that are on hold."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def all(self, by: Actor) -> tuple[Stop, ...]:
        """Give every account on hold with who stopped it, for people with a role here; nothing for others."""
        with self._desk.look(by) as unit:
            held = [one for one in unit.accounts.all() if one.stage is AccountStage.ON_HOLD]
            if not held or not any_roles(unit.trust.read(), by.person, today_of(unit, self._desk)):
                return ()
            proven = self._proof.now(unit)
            mute = self._desk.mute
            return tuple(found for one in held if (found := _stop(proven, one, unit, mute)) is not None)

    def of(self, by: Actor, account: AccountId) -> Stop | None:
        """Give what stopped one account, or None."""
        return next((one for one in self.all(by) if one.account.id == account), None)


def _stop(proven: Proven, account: Account, unit: Unit, mute: Collection[int]) -> Stop | None:
    """Take the newest hold of whoever has to end it: what communications began comes before the school's.

    While what somebody saw there keeps it still, that one: a later hold doesn't hide which account it was.
    """
    district = holds_on(proven, account.id).district
    rows = [
        one
        for one in proven.about(Noun.ACCOUNTS, account.id)
        if one.body.act == Act.HOLD and (Role.COMMUNICATIONS in one.roles) is district
    ]
    if not rows:
        return None
    newest = _report(proven, account.id, district=district) or rows[-1]
    return Stop(
        account,
        name_in(proven, newest.body.person),
        proven.trust.day_of(newest.moment),
        _sentence(proven, newest, "why"),
        district=district,
        whole=WHOLE in newest.body.parts,
        wrong=WRONG in newest.body.parts,
        seen=_sentence(proven, newest, WRONG),
        asks=is_reported(unit, account, mute),
    )


def _report(proven: Proven, account: AccountId, *, district: bool) -> Fact | None:
    """Give the newest report that still holds, of communications or of the school."""
    holds, report = Holds(), None
    for fact in proven.about(Noun.ACCOUNTS, account):
        holds = holds.after(fact)
        if not (holds.district if district else holds.school):
            report = None
        elif fact.body.act == Act.HOLD and WRONG in fact.body.parts:
            report = fact if (Role.COMMUNICATIONS in fact.roles) is district else report
    return report


def _sentence(proven: Proven, fact: Fact, name: str) -> str:
    try:
        said = loads(proven.part_bytes(fact, name) or b"")
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""
