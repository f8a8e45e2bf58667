"""How a queued post stands, asked in one place by every screen: goes by itself, kept here, missed, going.

By signed rows alone, as who sends judges them; so Today, Approvals, Plan and Publish say the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.outbox import Queued
from smadmin.domain.people import LEADING
from smadmin.domain.posts import Draft, first_words
from smadmin.domain.publications import Publication
from smadmin.domain.sending import Around, Next, Sending, SendStage, decide
from smadmin.services.around import around_of
from smadmin.services.crisis_rows import crisis_reasons
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.queued import InQueue, in_queue, waiting
from smadmin.services.releases import newest_release
from smadmin.services.roles import school_roles, today_of
from smadmin.services.sent import borne_out
from smadmin.services.since_queued import held_back, seat_key
from smadmin.storage.unit import Unit


class QueueState(StrEnum):
    """How it stands."""

    BY_ITSELF = "by-itself"
    KEPT = "kept"  # until a person has looked
    MISSED = "missed"
    ENTRUSTED = "entrusted"  # it waits at the platform's own scheduler
    GOING = "going"  # its bytes leave, or may have: it is looked for


@dataclass(frozen=True)
class InLine:
    """A queued post, and how it stands.

    Args:
        queued: for when, UTC, and until when it goes by itself.
        why: what keeps it here; empty unless it is kept.
        stopped: whether that is a hold alone, after which it goes on within its time.
        alone: whether a platform's scheduler has it from where nobody here can take it back.
    """

    publication: Publication
    queued: Queued
    state: QueueState
    why: tuple[Reason, ...] = ()
    stopped: bool = False
    alone: bool = False

    @property
    def comes_back(self) -> bool:
        """Tell whether it is being taken back from the platform's scheduler."""
        return self.state is QueueState.ENTRUSTED and bool(self.why)


@dataclass(frozen=True)
class ListedInLine:
    """The same for a list: with what the post and its account are called, and whether it is this person's."""

    line: InLine
    post: PostId
    words: str
    account: Account
    mine: bool


@dataclass(frozen=True)
class LineBrief:
    """What is queued, what comes first first, and whether who asks answers for the whole school."""

    lines: tuple[ListedInLine, ...] = ()
    oversees: bool = False


class Lines:
    """What is queued in one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def brief(self, by: Actor) -> LineBrief:
        """Give everything that is queued; who doesn't answer for the school is given their own."""
        with self._desk.look(by) as unit:
            ids = waiting(unit)
            if not ids:
                return LineBrief()
            proven = self._proof.now(unit)
            oversees = bool(school_roles(proven.trust, by.person, today_of(unit, self._desk)) & LEADING)
            kept = unit.publications.readable_among(ids)[0].values()
            seen = [one.id for one in kept if oversees or one.by == by.person]
            found = in_lines(unit, proven, seen, self._desk.now)
            posts = unit.posts.readable_among([one.publication.post or PostId("") for one in found])[0]
            accounts = {one.id: one for one in unit.accounts.all()} if found else {}
        listed = (_listed(by, one, posts, accounts) for one in found)
        known = sorted((one for one in listed if one is not None), key=lambda one: one.line.queued.at)
        return LineBrief(tuple(known), oversees)


def in_lines(unit: Unit, proven: Proven, ids: Iterable[PublicationId], now: datetime) -> tuple[InLine, ...]:
    """Give how those of some publications stand that are queued."""
    kept = unit.publications.readable_among(tuple(ids))[0]  # what is spoilt, whoever sends tells of
    found = (in_line(proven, one, now) for one in kept.values())
    return tuple(one for one in found if one is not None)


def in_line(proven: Proven, kept: Publication, now: datetime) -> InLine | None:
    """Give how a publication stands that is queued; None for any other, and for one that is out.

    Args:
        proven: the record.
        kept: the publication.
        now: UTC.
    """
    queue, sending = in_queue(proven, kept), borne_out(proven, kept)
    if queue is None or sending.stage in _OVER:
        return None
    queued = queue.queued
    if sending.stage is SendStage.ENTRUSTED:
        why = kept_here(proven, kept, queue, sending, now)
        alone = left_alone(proven, queue, sending)
        late = now > queued.until and (alone or not why)
        return InLine(kept, queued, QueueState.MISSED if late else QueueState.ENTRUSTED, why, alone=alone)
    if sending.stage is not SendStage.INTENDED:
        return InLine(kept, queued, QueueState.GOING)
    if now > queued.until:
        return InLine(kept, queued, QueueState.MISSED, kept_here(proven, kept, queue, sending, now))
    if why := kept_here(proven, kept, queue, sending, now):
        return InLine(kept, queued, QueueState.KEPT, why)
    around = around_queued(proven, kept, queue, now)
    if around.held:
        release = newest_release(proven, kept.post or PostId(""))
        signed = None if release is None else release.manifest
        return InLine(kept, queued, QueueState.KEPT, _holds(proven, kept, signed), stopped=True)
    if decide(sending, around).next is Next.ASK:
        return InLine(kept, queued, QueueState.KEPT, _trouble(proven, kept, sending))
    return InLine(kept, queued, QueueState.BY_ITSELF)


def left_alone(proven: Proven, queue: InQueue, sending: Sending) -> bool:
    """Tell whether a platform's scheduler has it, and the only login that could take it back is gone."""
    gone = seat_key(proven.trust, queue.fact.body.seat) is None
    return gone and sending.stage is SendStage.ENTRUSTED


def around_queued(proven: Proven, kept: Publication, queue: InQueue, now: datetime) -> Around:
    """Give what else decides about a queued post: its own time within its release."""
    around = around_of(proven, kept, now)
    opens, closes = max(around.opens, queue.queued.at), min(around.closes, queue.queued.until)
    return replace(around, opens=opens, closes=closes)


def kept_here(
    proven: Proven, kept: Publication, queue: InQueue, sending: Sending, now: datetime
) -> tuple[Reason, ...]:
    """List what keeps a queued post here until a person has looked, or takes it back."""
    release = newest_release(proven, kept.post or PostId(""))
    if sending.stage not in _HERE_OR_THERE or release is None or release.manifest is None:
        return ()
    reasons = held_back(proven, queue, kept, release.manifest, now)
    if sending.stage is SendStage.ENTRUSTED:  # a hold takes it back from there
        reasons = tuple(dict.fromkeys((*reasons, *_holds(proven, kept, release.manifest))))
    if reasons or now > queue.queued.until or proven.unit.outbox.has(kept.id):
        return reasons
    return (Reason(say("queue.packet-gone")),)


def _holds(proven: Proven, kept: Publication, signed: Manifest | None) -> tuple[Reason, ...]:
    account = proven.unit.accounts.maybe(kept.account)
    still = account is not None and account.stage is not AccountStage.LIVE
    own = account.blockers() if account is not None and still else ()
    return (*crisis_reasons(proven, signed), *own)


def _trouble(proven: Proven, kept: Publication, sending: Sending) -> tuple[Reason, ...]:
    account = proven.unit.accounts.maybe(kept.account)
    if sending.trouble is None or account is None:
        return ()
    return (Reason(say(f"publishers.{sending.trouble.value}", host=PLATFORM_NAMES[account.platform])),)


def _listed(
    by: Actor, line: InLine, posts: Mapping[str, Draft], accounts: Mapping[AccountId, Account]
) -> ListedInLine | None:
    kept = line.publication
    account, draft = accounts.get(kept.account), posts.get(kept.post or "")
    if account is None or draft is None:
        return None
    return ListedInLine(line, draft.id, first_words(draft), account, kept.by == by.person)


_HERE_OR_THERE = frozenset({SendStage.INTENDED, SendStage.ENTRUSTED})
_OVER = frozenset({SendStage.POSTED, SendStage.SEEN, SendStage.GIVEN_UP})
