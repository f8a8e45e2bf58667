"""An account goes from one colleague to another: by itself, or because somebody leaves (`departures.py`).

Who administers it is a signed grant, as ever; the row here says from whom to whom, and stands in the
account's life. What is to be done anew is told from the rows since, never kept.
"""

from collections.abc import Mapping
from dataclasses import replace

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.departures import Leaving
from smadmin.domain.handing_over import (
    HAND_OVER_PART,
    HandedOver,
    HandOver,
    Redo,
    hand_over_blockers,
    hand_over_of,
)
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import TrustAct
from smadmin.domain.lives import ACCOUNT_PART
from smadmin.domain.naming import designation_blockers
from smadmin.domain.people import LEADING, Grant, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import keys_of
from smadmin.services.desk import Deed, Desk
from smadmin.services.kept_rows import kept_rows
from smadmin.services.life_rows import life_rows
from smadmin.services.passwords_then import shut_out_by
from smadmin.services.proof import Fact, Proven
from smadmin.services.roles import refuse, today_of

_LISTED = frozenset({Act.NAME_HOLDERS, Act.CONFIRM_HOLDERS})


class HandOvers:
    """Hands accounts of one school over."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def hand_over(self, by: Actor, account: AccountId, giver: PersonId, taker: PersonId | None) -> Changes:
        """Let an account go from who is designated for it to another colleague (a deed).

        Raises:
            NotAllowed: for anybody but who names administrators, or from somebody who isn't designated for
                this very account alone: an office for the whole school is ended under *People*.
        """
        with self._desk.deed(by) as deed:
            found, today = deed.unit.accounts.get(account), today_of(deed.unit, self._desk)
            administrators = frozenset(deed.trust.holders(Role.ADMINISTRATOR, today, account))
            designated = {one.person for one in deed.trust.grants.values() if one.account == account}
            for_all = {one for one in designated if deed.trust.roles(one, today) & LEADING}
            refuse(hand_over_blockers(giver, taker, administrators & designated - for_all))
            if taker is None:
                return Changes()
            refuse(designation_blockers(deed.trust, by.person, taker, found, today))
            if taker not in administrators:
                grant = Grant(self._desk.ids.new(), taker, Role.ADMINISTRATOR, today, account)
                deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, taker, {"grant": grant.to_plain()})
            for grant in list(deed.trust.grants.values()):
                if (grant.account, grant.person) == (account, giver):
                    deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, giver, {"grant": grant.id})
            record_hand_over(deed, account, HandOver(giver, (taker,)))
        return Changes.of("accounts", [account]) | Changes.of("people", [giver, taker])


def record_hand_over(deed: Deed, account: AccountId, handed: HandOver) -> None:
    """Write that an account went from somebody to somebody."""
    deed.record(Act.HAND_OVER, Noun.ACCOUNTS, account, parts={HAND_OVER_PART: handed.to_plain()})


def hand_on_answering(deed: Deed, account: Account, leaving: Leaving, said: Mapping[str, Plain]) -> None:
    """Let the successor answer for an account, who is a principal too.

    Args:
        deed: of who ends rights.
        account: its plain row.
        leaving: from whom to whom.
        said: its details as they are to be signed (`entered.answered_by`).
    """
    deed.unit.accounts.change(replace(account, principal=leaving.successor))
    deed.record(Act.CHANGE, Noun.ACCOUNTS, account.id, parts={ACCOUNT_PART: said})


def handed_overs(proven: Proven, account: AccountId) -> tuple[HandedOver, ...]:
    """Give an account's hand-overs as the record proves them, oldest first, with what is to be redone."""
    log_in = proven.about(Noun.CREDENTIALS, account)
    found = []
    for row in life_rows(proven, proven.about(Noun.ACCOUNTS, account)):
        handed = hand_over_of(row)
        if handed is not None:
            since = handed.since or row.seq
            left = _left(proven, log_in, handed.giver, since=since, handed=row.seq)
            found.append(
                HandedOver(handed.giver, handed.takers, row.person, proven.trust.day_of(row.at), left)
            )
    return tuple(found)


def _left(
    proven: Proven, log_in: tuple[Fact, ...], giver: PersonId, *, since: int, handed: int
) -> tuple[Redo, ...]:
    """Tell what nobody did anew, or so that who gave it away gets in: what was never kept needn't be."""
    kept, theirs = kept_rows(proven, log_in), keys_of(proven.trust, Leaving(person=giver))
    listed = [one for one in log_in if one.body.act in _LISTED]
    left = []
    if kept and shut_out_by(kept, theirs, since=since, handed=handed) is None:
        left.append(Redo.PASSWORD)
    if listed and not any(one.seq > since and one.body.person != giver for one in listed):
        left.append(Redo.HOLDERS)
    return tuple(left)
