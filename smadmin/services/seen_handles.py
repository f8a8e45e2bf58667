"""The handle that somebody sees at the platform, held against the account's own before it goes on."""

from dataclasses import replace

from smadmin.domain.accounts import Account, Identity, Proof, same_handle
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.services.desk import Deed
from smadmin.services.wrong_identity import is_reported


def confirmed(deed: Deed, account: Account, handle_seen: str) -> Account:
    """Give the account as confirmed by who does the deed.

    Raises:
        BadInput: if its page shows another handle.
    """
    if same_handle(handle_seen) != account.pin:
        raise BadInput(
            say("accounts.other-handle", seen=f"@{same_handle(handle_seen)}", expected=account.at_handle),
            kept=say("accounts.nothing-confirmed"),
            remedy=say("accounts.check-page"),
        )
    return replace(account, identity=Identity(Proof.CONFIRMED, deed.now, deed.by.person))


def seen_again(deed: Deed, account: Account, handle_seen: str) -> Account:
    """Give the account as it may go on: after another one was logged in, only with a look at its page.

    Raises:
        NotAllowed: if nobody says what the page shows now.
        BadInput: if it shows another handle.
    """
    if not is_reported(deed.unit, account):
        return account
    if not handle_seen.strip():
        raise NotAllowed((Reason(say("accounts.seen-anew", account=account.label), None, "seen"),))
    return confirmed(deed, account, handle_seen)
