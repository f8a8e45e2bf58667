"""The signed rows about a publication that count: who began it had a right to; they or the office did them.

Any key signs that a post is out or given up (`rights.py`), for whoever handed it out says how it ended even
after their role has; a computer login does so for what a person queued there. Anybody else's such row ends
nothing, or it kept a post from its account for good. What a platform's scheduler has isn't out by a person's
word either, as long as the login that handed it over can look: it would leave twice.
"""

from collections.abc import Sequence

from smadmin.domain.ids import AccountId, PersonId, PublicationId, SeatId
from smadmin.domain.keys import KeyKind
from smadmin.domain.people import OFFICE, PUBLISHERS, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven


def publication_rows(proven: Proven, publication: PublicationId, account: AccountId) -> tuple[Fact, ...]:
    """Give what was done to publish a post on an account, oldest first."""
    begun, queued_at, found = set[PersonId | None](), set[SeatId | None](), list[Fact]()
    for fact in proven.about(Noun.PUBLICATIONS, publication):
        if fact.body.act == Act.INTEND and towards(fact, account) & PUBLISHERS:
            begun.add(fact.body.person)
        by_seat = fact.body.person is None and fact.body.seat in queued_at
        if fact.body.act == Act.NOT_OUT and fact.body.person is not None and _is_kept(proven, found):
            continue
        if by_seat or fact.body.person in begun or (begun and fact.roles & OFFICE):
            found.append(fact)
            if fact.body.act == Act.QUEUE:
                queued_at.add(fact.body.seat)
    return tuple(found)


def _is_kept(proven: Proven, rows: Sequence[Fact]) -> bool:
    """Tell whether a platform's scheduler has it by these rows, from a login that is still the school's."""
    if not rows or rows[-1].body.act not in {Act.ENTRUST, Act.RECALL}:
        return False
    seat = next((one.body.seat for one in reversed(rows) if one.body.act == Act.ENTRUST), None)
    seats = (one for one in proven.trust.keys.values() if one.kind is KeyKind.SEAT and not one.retired)
    return seat is not None and any(one.seat == seat for one in seats)


def towards(fact: Fact, account: AccountId) -> frozenset[Role]:
    """Give what somebody was for an account then; the school's administrators are named for none (BAL-A2)."""
    named = frozenset(one.role for one in fact.held if one.account == account)
    return named | (fact.roles - {Role.ADMINISTRATOR})
