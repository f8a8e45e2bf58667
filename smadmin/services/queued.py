"""Which posts are queued at a computer login, told by the signed rows alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from smadmin.domain.canonical import parse
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId, PublicationId, SeatId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.outbox import OUTBOX_PART, Queued
from smadmin.domain.publications import UNFINISHED, Publication, PublicationStep
from smadmin.domain.sending import Around, Decision, Next, Sending, SendStage, decide
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class InQueue:
    """A post in the queue: the row that put it there, and what that says."""

    fact: Fact
    queued: Queued


def queued_among(proven: Proven, rows: Sequence[Fact]) -> InQueue | None:
    """Give the queueing that holds, from the rows about a publication; None where there is none.

    Whatever a person does with it afterwards ends it, but noting that nothing went out. Nobody begins what is
    queued: a row that says so all the same is a changed program's, and takes nothing out.
    """
    found: Fact | None = None
    for row in rows:
        if row.body.act == Act.QUEUE:
            found = row
        elif row.body.person is not None and row.body.act not in {Act.NOT_OUT, Act.INTEND, Act.RECALL}:
            found = None if row.body.act not in {Act.PUBLISH, Act.READ_BACK} else found
    if found is None:
        return None
    try:
        return InQueue(found, Queued.from_plain(proven.part(found, OUTBOX_PART) or {}))
    except ValueError:  # signed, and yet nothing that says when
        return None


def in_queue(proven: Proven, kept: Publication) -> InQueue | None:
    """Give the queueing of a publication that holds, or None."""
    return queued_among(proven, publication_rows(proven, kept.id, kept.account))


@dataclass(frozen=True)
class Sight:
    """How a post in the outbox looks at first sight, by rows and columns that nobody proved.

    Args:
        seat: at which computer login it was queued; None where nobody tells.
        decision: what comes next; None where it isn't queued any more.
        spent: whether what lies sealed for it may have to be erased, whoever sends it.
        entrusted: whether a platform's own scheduler has it, so that it is judged as the record goes on.
        comes_back: whether taking it back from there failed, so that it is tried again at every look.
    """

    publication: PublicationId
    seat: SeatId | None = None
    decision: Decision | None = None
    spent: bool = False
    entrusted: bool = False
    comes_back: bool = False


def under_way_reasons(unit: Unit, post: PostId) -> tuple[Reason, ...]:
    """Say why nothing is done with a post that goes out, and what to do first where it waits for its time."""
    begun = [one for one in unit.publications.find(post_id=post) if one.step in UNFINISHED]
    if not begun:
        return ()
    queued = bool(_lying(unit, [one.id for one in begun]))
    return (Reason(say("queue.take-out-first" if queued else "posts.already-going-out")),)


def waiting(unit: Unit) -> tuple[PublicationId, ...]:
    """Name what may be queued: all with a sealed file, and what nobody ended whose file was erased."""
    begun = (PublicationId(one) for step in _NOT_ENDED for one in unit.publications.named(step=step.value))
    return tuple(sorted({*unit.outbox.ids(), *begun}))


def queued_at_first_sight(unit: Unit) -> Mapping[PublicationId, Queued]:
    """Give for when each post is queued, by the rows as they lie, unproven: for what only shows it."""
    return {one: queued for one, (_, queued) in _lying(unit, waiting(unit)).items()}


def first_sights(unit: Unit, now: datetime) -> tuple[Sight, ...]:
    """Give how everything in the outbox looks: whoever looks every few seconds proves nothing for that."""
    ids = unit.outbox.ids()
    lying, found = _lying(unit, ids), list[Sight]()
    gone = _gone_seats(unit.trust.read()) if lying else frozenset()
    publications = unit.publications.readable_among(ids)[0] if ids else {}
    log_ins = _newest_log_ins(unit, {one.account for one in publications.values()}) if lying else {}
    kept_there = _kept_there(unit, [one for one, (row, _) in lying.items() if _seat_of(row) not in gone])
    for id_ in ids:
        kept = publications.get(id_)
        if kept is None or kept.sending is None or id_ not in lying:
            found.append(Sight(id_))
            continue
        row, queued = lying[id_]
        sending = kept.sending
        if id_ in kept_there and sending.stage is not SendStage.ENTRUSTED:  # the column is anybody's
            sending = Sending(SendStage.ENTRUSTED)
        entrusted = sending.stage is SendStage.ENTRUSTED
        around = Around(now, queued.at if entrusted else queued.opens(now), queued.until)
        seat, decision = _seat_of(row), decide(sending, around)
        missed = sending.stage is SendStage.INTENDED and queued.until < now
        # What a platform's scheduler has is taken back with what lies sealed.
        spent = not entrusted and (missed or seat in gone or log_ins.get(kept.account, 0) > row.seq)
        tried = decision.next is Next.WAIT and sending.trouble is not None
        comes_back = entrusted and tried and now < queued.at  # later an ordinary look has trouble, too
        found.append(Sight(id_, seat, decision, spent, entrusted, comes_back))
    return tuple(found)


def _kept_there(unit: Unit, among: Collection[PublicationId]) -> frozenset[str]:
    """Name what a platform's scheduler has by the rows as they lie, whatever the columns beside them say."""

    def newest(acts: Iterable[Act], about: Collection[str]) -> dict[str, int]:
        found = dict[str, int]()
        for row in chain.from_iterable(unit.record.of_act(Noun.PUBLICATIONS, one, about) for one in acts):
            if row.act == Act.NOT_OUT and row.person is not None:  # as `publication_rows` has it
                continue
            found[row.noun_id or ""] = max(row.seq, found.get(row.noun_id or "", 0))
        return found

    handed = newest((Act.ENTRUST,), among) if among else {}
    over = newest(_NOT_THERE, handed) if handed else {}
    return frozenset(one for one, seq in handed.items() if seq > over.get(one, 0))


def _gone_seats(trust: Trust) -> frozenset[SeatId]:
    seats = [one for one in trust.keys.values() if one.kind is KeyKind.SEAT and one.seat is not None]
    staying = {one.seat for one in seats if not one.retired}
    return frozenset(one.seat for one in seats if one.seat is not None and one.seat not in staying)


def _newest_log_ins(unit: Unit, accounts: Set[AccountId]) -> Mapping[str, int]:
    """Give the newest row of each account after which its log-in may be another, or it is closed."""
    nouns = (Noun.ACCOUNTS, Noun.CREDENTIALS)
    asked = (unit.record.of_act(noun, act, accounts) for noun in nouns for act in _OTHER_LOG_IN)
    found = dict[str, int]()
    for row in chain.from_iterable(asked):
        found[row.noun_id or ""] = max(row.seq, found.get(row.noun_id or "", 0))
    return found


def _lying(unit: Unit, among: Collection[PublicationId]) -> Mapping[PublicationId, tuple[StoredRow, Queued]]:
    found, newest = dict[PublicationId, tuple[StoredRow, Queued]](), dict[PublicationId, StoredRow]()
    if not among:  # on most days, and Today asks each time
        return found
    rows = chain.from_iterable(unit.record.of_act(Noun.PUBLICATIONS, act, among) for act in _QUEUES)
    for row in sorted(rows, key=lambda one: one.seq):
        newest[PublicationId(row.noun_id or "")] = row
    waiting = {one: row for one, row in newest.items() if row.act == Act.QUEUE}
    parts = unit.record.parts_named(OUTBOX_PART, tuple(row.seq for row in waiting.values()))
    for one, row in waiting.items():
        part = parts.get(row.seq)
        with suppress(ValueError):
            if part is not None:
                found[one] = row, Queued.from_plain(parse(part.content))
    return found


def _seat_of(row: StoredRow) -> SeatId | None:
    with suppress(ValueError, AttributeError):  # spoilt: proving the record tells of it
        seat = parse(row.row.body).get("seat")
        return SeatId(seat) if isinstance(seat, str) else None
    return None


_QUEUES = frozenset({Act.QUEUE, Act.UNQUEUE})
_NOT_THERE = (Act.NOT_OUT, Act.PUBLISH, Act.READ_BACK, Act.GIVE_UP)
_NOT_ENDED = (PublicationStep.INTENDED, PublicationStep.SENDING)
_OTHER_LOG_IN = frozenset({Act.CONNECT, Act.KEEP_LOG_IN, Act.CLOSE})
