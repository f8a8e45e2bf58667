"""Two rows of the register that are one page: who is named for the one would write to the other.

Nor would a hold of the other help.
Told from the record, as the register's plain rows could hide each other.
"""

from collections.abc import Mapping

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountStage
from smadmin.domain.ids import AccountId
from smadmin.domain.lives import ACCOUNT_PART
from smadmin.domain.people import LEADING, Role
from smadmin.domain.same_pages import Told, same_page
from smadmin.domain.vocabulary import Noun
from smadmin.services.connected import connected_too
from smadmin.services.entered import Entered, entered, tells, told_of
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven

_READ: dict[str, Told] = {}
_MOST = 20_000
"""So many rows are remembered: a district's two thousand accounts, each changed now and then."""


def twin_of(
    proven: Proven,
    account: AccountId,
    told: Told,
    kind: AccountKind | str,
    *,
    teller: frozenset[Role],
    since: int | None = None,
) -> AccountId | None:
    """Give an account that is in the register already and not closed, and is the same page.

    One on hold is what it was when it was stopped, too, whatever its details say since. And one that was
    live as the school's isn't closed for the district to take up, unless the school's own office closed it,
    nor is it moved elsewhere for that by communications (BAL-A2). What communications had on hold when others
    closed it, communications alone enters anew (BAL-B1f4). What is in the record alone and in no register
    keeps its page only where somebody was named for it, and not from who answers for the school's accounts.

    Args:
        proven: the record.
        account: the one that isn't asked about itself.
        told: by what it is, or would be, told.
        kind: for whom it speaks, or would.
        teller: what who says so is.
        since: the row since which it is; an older one, or one on hold, has the page. None: any other has it.
    """
    for other, facts in _by_account(proven).items():
        if other == account or not _ever_same(proven, facts, told):
            continue
        found = entered(proven, other)
        first = since is None or found.holds.any or found.since < since
        if first and _there(found, told) and _stands(proven, other, found, kind, teller):
            return other
        if kind == AccountKind.DISTRICT and _still_the_schools(found, told, since):
            return other
    return None


def twin_by_connection(proven: Proven, account: AccountId, signed: Entered) -> AccountId | None:
    """Give an account that a platform takes for this one by its id, however either's page is spelled.

    It was connected first, or is on hold.
    """
    platform = "" if signed.said is None else str(signed.said.get("platform") or "")
    for other, first in connected_too(proven, account, platform):
        found = entered(proven, other)
        if (first or found.holds.any) and _stands(proven, other, found, signed.kind, signed.told_as):
            return other
    return None


def _there(found: Entered, told: Told) -> bool:
    return found.taken_in and any(same_page(told, one) for one in found.been)


def _still_the_schools(found: Entered, told: Told, since: int | None) -> bool:
    """Tell whether a school's account was live there, and nobody of the school gave that page up."""
    mine = found.kind != AccountKind.DISTRICT
    return mine and any(
        same_page(told, one) and (since is None or began < since) for one, began in found.kept_at
    )


def _stands(
    proven: Proven, other: AccountId, found: Entered, kind: AccountKind | str, teller: frozenset[Role]
) -> bool:
    """Tell whether an account keeps its page from another that is of this kind and was entered as this."""
    ours = Role.COMMUNICATIONS in teller
    if found.stage is AccountStage.CLOSED:
        schools = found.live_as is not None and found.kind != AccountKind.DISTRICT
        district = schools and kind == AccountKind.DISTRICT and not found.closed_by_office
        return district or (found.holds.district and not ours)
    if proven.unit.accounts.maybe(other) is not None or (found.holds.district and not ours):
        return True
    # Nobody sees it in the register, and nobody closes it there: who answers for accounts adds its page anew.
    return _ever_named(proven, other) and not teller & LEADING


def _ever_named(proven: Proven, account: AccountId) -> bool:
    """Tell whether anybody was named for an account; before that it goes live nowhere (BAL-A2)."""
    places = (fact.seq for fact in proven.about(Noun.ACCOUNTS, account))
    then = (proven.trust_at(seq) for seq in (*places, proven.head.seq))
    return any(one.account == account for trust in then for one in trust.grants.values())


def _ever_same(proven: Proven, facts: list[Fact], told: Told) -> bool:
    """Tell whether any row ever said so, believed or not: of most accounts nothing else need be told."""
    said = (_told(proven, fact) for fact in facts if tells(fact))
    return any(same_page(told, one) for one in said if one is not None)


def _told(proven: Proven, fact: Fact) -> Told | None:
    """Give what a row says, read once: what its digest stands for never becomes anything else."""
    digest = fact.body.parts[ACCOUNT_PART]
    told = _READ.get(digest)
    if told is None:
        part = proven.part(fact, ACCOUNT_PART)
        if part is None:
            return None
        if len(_READ) >= _MOST:
            _READ.clear()  # other threads read here too: what was found is given, not looked up again
        told = _READ[digest] = told_of(part)
    return told


def _by_account(proven: Proven) -> Mapping[AccountId, list[Fact]]:
    return proven.once("rows by account", lambda: _grouped(proven))


def _grouped(proven: Proven) -> Mapping[AccountId, list[Fact]]:
    found: dict[AccountId, list[Fact]] = {}
    for fact in proven.about(Noun.ACCOUNTS):
        found.setdefault(AccountId(fact.body.id or ""), []).append(fact)
    return found
