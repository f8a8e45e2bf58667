"""What happened since a post was queued, after which a person looks before it goes out by itself.

All of it is told by signed rows that anybody can read: a computer login judges by it before bytes leave, and
whoever sits there is told the same at once, long before its time.
"""

from collections.abc import Iterable
from datetime import date, datetime

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.entrusting import RECALLED
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.people import PUBLISHERS
from smadmin.domain.publications import Publication
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.changed_about import changed_about
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.queued import InQueue
from smadmin.services.refusals import renewed_since

_LEAVES_AS_IT_IS = frozenset(
    {
        *(Act.CONFIRM, Act.CONFIRM_OFFICE, Act.TICK, Act.UNTICK, Act.EXCUSE, Act.END_EXCUSE),
        *(Act.ASK_ACCOUNT, Act.APPROVE_ACCOUNT, Act.ENTER_APPROVAL),
    }
)
"""Acts on an account by which it stays the same; after any other a person looks before anything leaves."""


def held_back(
    proven: Proven,
    queue: InQueue,
    kept: Publication,
    signed: Manifest,
    now: datetime,
    *,
    renewed: bool = False,
) -> tuple[Reason, ...]:
    """List what keeps a queued post here until a person has looked.

    Args:
        proven: the record.
        queue: the queueing that holds.
        kept: the publication.
        signed: what its release signed.
        now: UTC.
        renewed: whether it is about to be packed anew with the log-in that stands now, by who renewed that.
    """
    post, since = kept.post or PostId(""), queue.fact.seq
    told, roster, day = queue.queued.leans_on, queue.fact.body.roster, proven.trust.day_of(now)
    reasons = list(
        changed_since(
            proven, kept.account, signed, told=told, seq=since, roster=roster, on=day, renewed=renewed
        )
    )
    if any(one.seq > since for one in proven.about(Noun.POSTS, post)):
        reasons.append(Reason(say("publications.edited")))
    rows = publication_rows(proven, kept.id, kept.account)
    if any(one.seq > since and one.body.act == Act.RECALL for one in rows):
        reasons.append(Reason(RECALLED))
    if any(one.body.act == Act.CORRECT for one in proven.about(Noun.CORRECTIONS, post)):
        reasons.append(Reason(say("corrections.not-queued")))  # whoever looks changes the post that is out
    if not _may_still(proven, queue.fact, kept.account, day):
        reasons.append(Reason(say("queue.sender-gone"), "BAL-A2"))
    if seat_key(proven.trust, queue.fact.body.seat) is None:
        reasons.append(Reason(say("queue.seat-gone")))
    return tuple(reasons)


def changed_since(
    proven: Proven,
    account: AccountId,
    signed: Manifest,
    *,
    told: Iterable[tuple[str, str]],
    seq: int,
    roster: str,
    on: date,
    renewed: bool = False,
) -> tuple[Reason, ...]:
    """List what changed since a post was judged that goes out at a later time.

    Args:
        proven: the record.
        account: where it goes out.
        signed: what its release signed.
        told: what else it leans on, by noun and id (`changed_about.leans_on`).
        seq: the newest row then.
        roster: the digest of the list of children then.
        on: the school's day.
        renewed: as for `held_back`.
    """
    reasons, known = [], proven.unit.accounts.maybe(account)
    if proven.roster != roster:
        reasons.append(Reason(say("queue.children-changed")))
    about = proven.about(Noun.ACCOUNTS, account)
    same = _LEAVES_AS_IT_IS | ({Act.CONNECT} if renewed else frozenset())
    if known is not None and any(one.seq > seq and one.body.act not in same for one in about):
        place = f"account:{account}"
        reasons.append(Reason(say("approvals.account-changed", account=known.label), None, place))
    if not renewed and renewed_since(proven, account, seq):
        reasons.append(Reason(say("queue.token-renewed")))
    if any(one.seq > seq for one in proven.acts(Act.PUT_IN_FORCE)):
        changed = (say("publications.changed-policy"),)
        reasons.append(Reason(say("publications.not-what-was-released", what=changed)))
    if not mandate_stands(proven, signed, seq):
        reasons.append(Reason(say("publications.mandate-gone")))
    if any(one.seq > seq for one in proven.acts(Act.RESTORE)):  # it may have gone out in what was lost
        reasons.append(Reason(say("queue.restored")))
    return (*reasons, *changed_about(proven, account, signed, told, seq=seq, on=on))


def mandate_stands(proven: Proven, signed: Manifest, since: int) -> bool:
    """Tell whether nothing was written since about what let them release; their office is asked by itself."""
    given = proven.at(signed.mandate_seq)
    if given is None or not proven.stands(given):
        return False
    if signed.mandate is ReleaseBy.EACH:
        return True
    return all(one.seq <= since for one in proven.about(Noun(given.body.noun), given.body.id))


def seat_key(trust: Trust, seat: SeatId | None) -> Key | None:
    """Give the key of a computer login, while the school counts it as one of its own."""
    keys = (one for one in trust.keys.values() if one.kind is KeyKind.SEAT and not one.retired)
    return next((one for one in keys if seat is not None and one.seat == seat), None)


def _may_still(proven: Proven, queued: Fact, account: AccountId, day: date) -> bool:
    """Tell whether who queued it could still send it themselves."""
    person = proven.alive(queued)
    if person is None or leaver(proven.trust, person, day) is not Leaver.STAYS:
        return False
    return bool(proven.trust.roles(person, day, account) & PUBLISHERS)
