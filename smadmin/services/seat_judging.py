"""What a computer login judges before a post leaves by itself: the signed rows, and the parts in the packet.

Where anything is other than when it was queued, nothing leaves and a person is asked.
"""

from dataclasses import replace
from datetime import date, datetime

from smadmin.domain.accounts import AccountStage
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.connections import CONNECTION_PART
from smadmin.domain.crisis import reasons_for
from smadmin.domain.entrusting import content_reasons
from smadmin.domain.errors import Reason
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.outbox import Packet
from smadmin.domain.publications import Gate, Publication, before_bytes_leave
from smadmin.domain.timeline import ClockState
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crisis_rows import crisis_in
from smadmin.services.departed import left_then
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.queued import in_queue
from smadmin.services.seat_release import Released, release_reasons
from smadmin.services.since_queued import held_back, mandate_stands
from smadmin.storage.unit import Unit


def judged(
    unit: Unit,
    proven: Proven,
    publication: Publication,
    packet: Packet,
    now: datetime,
    *,
    leaves_at: datetime | None = None,
) -> tuple[Reason, ...]:
    """List why these very bytes may not leave, as far as a computer login can tell.

    Args:
        unit: the transaction.
        proven: the record in it.
        publication: what was queued.
        packet: what a person packed for it.
        now: when that is asked.
        leaves_at: when readers get them, where a scheduler keeps them: no picture, whatever is queued.
    """
    leaves = leaves_at or now
    queue = in_queue(proven, publication)
    rows = [one for one in proven.about(Noun.POSTS, packet.post) if one.body.act == Act.APPROVE]
    release = rows[-1] if rows else None
    if queue is None or release is None or release.body.parts.get("manifest") != packet.manifest.digest:
        return (Reason(say("publications.no-release")),)
    try:
        signed = packet.signed
    except ValueError:
        return (Reason(say("publications.no-release")),)
    day = proven.trust.day_of(leaves)
    gate = Gate(
        manifest=signed,
        rebuilt=_rebuilt(signed, packet),
        row_proven=proven.whole and proven.stands(release) and proven.stands(queue.fact),
        releaser_alive=_releaser_stands(proven, release, packet, day),
        mandate_alive=mandate_stands(proven, signed, queue.fact.seq),
        edited_later=any(one.seq > release.seq for one in proven.about(Noun.POSTS, packet.post)),
        roster_right=proven.roster_right,
        head_right=proven.head_right,
        account_reasons=_account_reasons(unit, proven, packet),
        already=_is_out(proven, publication),
        now=leaves,
        clock_right=proven.timeline.state(now) is ClockState.RIGHT,
        answered=proven.end is not End.UNANSWERED,
        stopped=reasons_for(crisis_in(proven), signed.mandate),
    )
    released = Released(release, signed, _given(proven, signed, packet), day)
    reasons = [
        *before_bytes_leave(gate),
        *held_back(proven, queue, publication, signed, leaves),
        *release_reasons(proven, released, queue),
        *(() if leaves_at is None else content_reasons(signed, packet.outgoing.text, ())),
    ]
    if packet.ends is not None and packet.ends < proven.trust.day_of(leaves):
        reasons.append(Reason(say("sending.token-ended", token=packet.connected.token, on=packet.ends)))
    if not queue.queued.at <= leaves <= queue.queued.until:
        reasons.append(Reason(say("publications.outside-window")))
    return tuple(dict.fromkeys(reasons))


def _given(proven: Proven, signed: Manifest, packet: Packet) -> dict[str, Plain] | None:
    """Give what let somebody release, where it came along and is what its row signed."""
    row, part = proven.at(signed.mandate_seq), packet.given
    if row is None or part is None or part.digest not in row.body.parts.values():
        return None
    try:
        return parse(part.content)
    except ValueError:
        return None


def _rebuilt(signed: Manifest, packet: Packet) -> Manifest:
    """Give the manifest with the words and bytes in it that would leave."""
    account, files, digests = packet.account, signed.files.get(packet.account, ()), packet.digests
    # What the platform takes fewer of was left out when it was packed; what came are the first of them.
    came = tuple((one[0], *told) for one, told in zip(files, digests, strict=False))
    kept = (*came, *files[len(came) :]) if len(digests) <= len(files) else ()
    return replace(
        signed,
        post=packet.post,
        texts={**signed.texts, account: packet.outgoing.text},
        files={**signed.files, account: kept},
    )


def _releaser_stands(proven: Proven, release: Fact, packet: Packet, day: date) -> bool:
    """Tell whether who released still is all that they were for the account then, with the same key."""
    person, account = release.body.person, packet.account
    if person is None or proven.alive(release) is None or left_then(proven, release):
        return False
    then = {one.role for one in release.held if one.account in {None, account}}
    stays = leaver(proven.trust, person, day) is Leaver.STAYS
    return bool(then) and stays and then <= proven.trust.roles(person, day, account)


def _account_reasons(unit: Unit, proven: Proven, packet: Packet) -> tuple[Reason, ...]:
    """Say that the account stands still, or isn't surely the one any more that was connected."""
    account, rows = unit.accounts.maybe(packet.account), proven.about(Noun.ACCOUNTS, packet.account)
    place = f"account:{packet.account}"
    if account is None:
        return (Reason(say("approvals.account-gone"), None, place),)
    if account.stage is not AccountStage.LIVE:
        return (Reason(say("accounts.not-now", account=account.label), None, place),)
    digests = [one.body.parts.get(CONNECTION_PART) for one in rows if one.body.act == Act.CONNECT]
    pinned = packet.signed.accounts.get(packet.account)
    same_pin = pinned is not None and proven.trust.pins.get(packet.account) == pinned.pin == account.pin
    if not same_pin or packet.connection.digest not in digests:
        return (Reason(say("approvals.account-changed", account=account.label), None, place),)
    return ()


def _is_out(proven: Proven, publication: Publication) -> bool:
    acts = [one.body.act for one in publication_rows(proven, publication.id, publication.account)]
    return Act.PUBLISH in acts or (bool(acts) and acts[-1] in {Act.HAND_OUT, Act.SEND})
