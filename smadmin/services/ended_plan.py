"""What is planned for an account that is closed ends with the closing; what is over, or out, stays."""

from datetime import date

from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed


def end_plan(deed: Deed, account: AccountId, today: date) -> None:
    """Take out what is planned for an account from a day on and didn't go out, series too: a row for each.

    Args:
        deed: the one that closes the account.
        account: the one that is closed.
        today: the school's own date.
    """
    ahead = [one for one in deed.unit.slots.find(account_id=account) if one.day >= today]
    out = {one.slot for one in deed.unit.planned.out_for([one.id for one in ahead])}
    for slot in ahead:
        if slot.id not in out:
            deed.unit.slots.remove(slot.id)
            deed.record(Act.REMOVE_SLOT, Noun.SLOTS, slot.id)


def require_open(deed: Deed, account: AccountId) -> None:
    """Refuse to plan for an account that is closed.

    Raises:
        NotAllowed: then.
    """
    found = deed.unit.accounts.get(account)
    if found.stage is AccountStage.CLOSED:
        raise NotAllowed((Reason(say("plan.account-closed", account=found.called)),))
