"""Sealed packets that can't go out by themselves any more: with the token in them they are erased at once.

The post stays as it is, and is asked about. Whoever runs does it (a person who sits there, the window's
round, the worker): it is a deed of its own, without a row, for the post's state doesn't change by it.
"""

from datetime import datetime

from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.publications import Publication
from smadmin.domain.sending import SendStage
from smadmin.domain.timeline import ClockState
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.queued import InQueue, in_queue
from smadmin.services.refusals import renewed_since
from smadmin.services.sent import borne_out
from smadmin.services.since_queued import seat_key


def spent(proven: Proven, publication: PublicationId, now: datetime) -> bool:
    """Tell whether what lies sealed for a publication sends nothing any more; `now` is UTC."""
    try:
        kept = proven.unit.publications.maybe(publication)
    except Tampered:  # somebody spoilt the row, and may mend it
        return False
    if kept is None:
        return True
    queue, stage = in_queue(proven, kept), borne_out(proven, kept).stage
    if queue is None:
        return stage in _NOTHING_OUT
    if seat_key(proven.trust, queue.fact.body.seat) is None:
        return True  # nobody else opens it, also to look whether it is out
    return stage is SendStage.INTENDED and (_missed(proven, queue, now) or _ended(proven, kept, queue.fact))


def shred_spent(deed: Deed, proven: Proven) -> tuple[PublicationId, ...]:
    """Erase what is spent (within a deed), unless the record isn't whole; gives of which publications."""
    if not (proven.whole and proven.head_right):
        return ()
    found = tuple(one for one in deed.unit.outbox.ids() if spent(proven, one, deed.now))
    for one in found:
        deed.unit.outbox.drop(one)
    return found


def _missed(proven: Proven, queue: InQueue, now: datetime) -> bool:
    """Tell whether its time is over, by a clock that nothing speaks against."""
    return queue.queued.until < now and proven.timeline.state(now) is ClockState.RIGHT


def _ended(proven: Proven, kept: Publication, queued: Fact) -> bool:
    """Tell whether what was done since can't be undone: another log-in, a closed account, an edited post."""
    since, account = queued.seq, proven.unit.accounts.maybe(kept.account)
    if account is None or account.stage is AccountStage.CLOSED or proven.alive(queued) is None:
        return True
    edited = any(one.seq > since for one in proven.about(Noun.POSTS, kept.post or PostId("")))
    renewed = connected_since(proven, account.id, since) or renewed_since(proven, account.id, since)
    return edited or renewed


def connected_since(proven: Proven, account: AccountId, seq: int) -> bool:
    """Tell whether an account was connected anew after a row."""
    about = proven.about(Noun.ACCOUNTS, account)
    return any(one.seq > seq and one.body.act == Act.CONNECT for one in about)


_NOTHING_OUT = frozenset({SendStage.INTENDED, SendStage.GIVEN_UP, SendStage.SEEN})
