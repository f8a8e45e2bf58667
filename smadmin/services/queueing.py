"""Letting a released post go out by itself: packed, sealed to this computer login, and signed for.

`pack` is an errand (keyring, files), `enter` and `take_out` are deeds. All that the last gate asks is asked
when it is packed, and again in the deed that signs for it: the row vouches for everything before it. The
computer login asks once more, as far as it can, when it sends (`unattended.py`).
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from smadmin.credentials.identity import seal
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.connections import CONNECTION_PART
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, MediaId, PostId, SeatId
from smadmin.domain.manifests import MANIFEST_PART
from smadmin.domain.messages import say
from smadmin.domain.outbox import OUTBOX_PART, Packet, Queued, goes_until
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.publications import Publication, PublicationStep, publication_id
from smadmin.domain.sending import Sending, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.changed_about import given_part, leans_on
from smadmin.services.connected import newest_connection
from smadmin.services.correcting import queue_reasons
from smadmin.services.desk import Desk
from smadmin.services.gate import LastGate
from smadmin.services.packing import Packed, part_of, token_of
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.publications import close_post
from smadmin.services.queued import queued_among, waiting
from smadmin.services.refusals import token_reasons
from smadmin.services.releases import newest_release
from smadmin.services.roles import refuse
from smadmin.services.sealed import opened_by
from smadmin.services.sending import Sendings
from smadmin.services.sent import borne_out
from smadmin.services.since_queued import changed_since, seat_key
from smadmin.services.spent import shred_spent, spent
from smadmin.services.vault import Vault
from smadmin.storage.unit import Unit

SOONEST = timedelta(minutes=1)
"""So far ahead at the least is the time for which a post is queued."""


class Queueing:
    """The queue of one school, at one computer login."""

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        gate: LastGate,
        *,
        sendings: Sendings,
        vault: Vault,
        keeps_here: Callable[[Actor], bool] = lambda _by: True,
    ) -> None:
        """Stand on the desk, the proven record, the last gate, what sends at once, and the vault.

        `keeps_here` tells whether log-ins may lie at this computer; in somebody's own none does.
        """
        self._desk, self._proof, self._gate = desk, proof, gate
        self._sendings, self._vault, self._keeps_here = sendings, vault, keeps_here

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why nothing can go out by itself from this computer, whatever it is."""
        if not self._keeps_here(by):
            return (Reason(say("queue.own-computer"), "BAL-B1g2"),)
        with self._desk.look(by) as unit:
            seat = seat_key(unit.trust.read(), by.seat)
        return () if seat is not None else (Reason(say("queue.no-keyring")),)

    def pack(self, by: Actor, post: PostId, account: AccountId, at: datetime) -> Packed:
        """Pack a released post for a time, UTC, and seal it (an errand).

        Raises:
            NotAllowed: with everything that speaks against it.
            Tampered: if the log-in isn't what was signed.
        """
        if reasons := self.blockers(by):
            raise NotAllowed(reasons)
        soon = (Reason(say("queue.past"), None, "at"),) if at < self._desk.now + SOONEST else ()
        return self.pack_for(by, post, account, at, seat=by.seat, beside=soon)

    def pack_for(
        self,
        by: Actor,
        post: PostId,
        account: AccountId,
        at: datetime,
        *,
        seat: SeatId | None,
        beside: tuple[Reason, ...] = (),
    ) -> Packed:
        """Pack it as `pack` does for any computer login, at a time that may just be over (an errand)."""
        copy, files = self._vault.fetch(account), self._gate.files(by, post)
        with self._desk.look(by) as unit:
            proven, key = self._proof.now(unit), seat_key(unit.trust.read(), seat)
            release = newest_release(proven, post)
            reasons = (*self._against(unit, proven, post, account, at=at, files=files), *beside)
            connect = newest_connection(proven, account)
            if release is None or release.manifest is None or connect is None or key is None:
                raise NotAllowed(reasons or (Reason(say("sending.not-connected")),))
            signed = release.manifest
            if at > signed.closes:
                reasons += (Reason(say("queue.after-release", until=signed.closes), None, "at"),)
            refuse(reasons)
            publication = self._new(by, post, account)
            tokens = opened_by(by, unit, copy, proven, self._desk.verifier).tokens
            fact, connection = connect
            token = token_of(tokens, connection.token, at, unit, self._desk)
            packet = Packet(
                publication=publication.id,
                post=post,
                account=account,
                manifest=part_of(unit, release.fact, MANIFEST_PART),
                connection=part_of(unit, fact, CONNECTION_PART),
                secret=token.secret,
                ends=token.ends,
                outgoing=self._sendings.outgoing_for(unit, proven, publication, files),
                given=given_part(unit, proven, signed),
            )
            content = unit.posts.get(post).content
            told = leans_on(unit, proven, content, signed, proven.trust.day_of(at))
        sealed = seal(packet.to_bytes(), [key.recipient])
        digest = hashlib.sha256(sealed).hexdigest()
        queued = Queued(digest, at, goes_until(at, signed.closes), signed.mandate, told)
        seen = (proven.head.seq, proven.roster)
        return Packed(publication, queued, sealed, release.seq, signed, *seen, files)

    def enter(self, by: Actor, packed: Packed) -> Done[Publication]:
        """Put it into the queue (a deed), once it was begun (`Publications.intend`).

        Raises:
            NotAllowed: it isn't begun by this person, was released or connected anew since it was packed, or
                with everything that speaks against it by now.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept, proven = deed.unit.publications.get(packed.publication.id), self._proof.now(deed.unit)
            rows, release = _rows(proven, kept), newest_release(proven, kept.post or PostId(""))
            ready = rows and rows[-1].body.act in {Act.INTEND, Act.QUEUE, Act.NOT_OUT}
            if not ready or borne_out(proven, kept).stage is not SendStage.INTENDED:
                raise NotAllowed((Reason(say("publications.not-at-this-step")),))
            stands = queued_among(proven, rows)
            if packed.instead_of is not None and (stands is None or stands.fact.seq != packed.instead_of):
                raise NotAllowed((Reason(say("publications.not-at-this-step")),))
            if not self._sendings.goes_on(deed, rows, kept):
                raise NotAllowed((Reason(say("publications.not-yours")),))
            if release is None or release.seq != packed.release or release.edited_later:
                raise NotAllowed((Reason(say("publications.edited")),))
            self._require_as_packed(deed.unit, proven, kept, packed)
            newer = deed.unit.publications.change(
                replace(kept, step=PublicationStep.INTENDED, sending=Sending())
            )
            deed.unit.outbox.put(kept.id, packed.sealed)
            deed.record(Act.QUEUE, Noun.PUBLICATIONS, kept.id, parts={OUTBOX_PART: packed.queued.to_plain()})
        return Done(newer, _changed(newer))

    def take_out(self, by: Actor, publication: Publication) -> Changes:
        """Take it out of the queue (a deed): it doesn't go out, and can be changed, or sent otherwise.

        Raises:
            NotAllowed: it isn't queued, its bytes left or might have, or for anybody but who began it and
                the office.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept, proven = deed.unit.publications.get(publication.id), self._proof.now(deed.unit)
            rows = _rows(proven, kept)
            waits = borne_out(proven, kept).stage is SendStage.INTENDED
            if queued_among(proven, rows) is None or not waits:
                raise NotAllowed((Reason(say("publications.not-at-this-step")),))
            if not self._sendings.goes_on(deed, rows, kept):
                raise NotAllowed((Reason(say("publications.not-yours")),))
            given = replace(kept, step=PublicationStep.GIVEN_UP, sending=None)
            deed.unit.publications.change(given)
            deed.unit.outbox.drop(kept.id)
            deed.record(Act.UNQUEUE, Noun.PUBLICATIONS, kept.id)
        return _changed(kept)

    def shred_spent(self, by: Actor) -> None:
        """Erase the packets of what can't go out by itself any more (a deed where there are any)."""
        with self._desk.look(by) as unit:
            ids = unit.outbox.ids()
            proven = self._proof.now(unit) if ids else None
            over = proven is not None and any(spent(proven, one, self._desk.now) for one in ids)
        if over:
            with self._desk.deed(by) as deed:
                shred_spent(deed, self._proof.now(deed.unit))

    def close_posts(self, by: Actor) -> Changes:
        """Count posts as published that went out with nobody signed in (a deed where there are any)."""
        with self._desk.look(by) as unit:
            released = unit.posts.find(stage=PostStage.RELEASED.value)
            over = [one.id for one in released if _out_everywhere(unit, one)]
        if not over:
            return Changes()
        with self._desk.deed(by) as deed:
            closed = [one for one in over if close_post(deed, deed.unit.posts.get(one))]
        return Changes.of("posts", closed)

    def wrong_log_ins(self, by: Actor) -> tuple[tuple[AccountId, str], ...]:
        """Give where a computer login met another account's log-in, and which one, while nobody sat there."""
        with self._desk.look(by) as unit:
            proven, found = self._proof.now(unit), dict[AccountId, str]()
            for kept in unit.publications.readable_among(waiting(unit))[0].values():
                rows = _rows(proven, kept)
                if not rows or rows[-1].body.person is not None:
                    continue
                may_tell = rows[-1].body.act in {Act.NOT_OUT, Act.ENTRUST}
                told = proven.part(rows[-1], "seen") if may_tell else None
                about = proven.about(Noun.ACCOUNTS, kept.account)
                reported = any(one.seq > rows[-1].seq and one.body.act == Act.HOLD for one in about)
                if told is not None and not reported:
                    found[kept.account] = str(told.get("handle", ""))
        return tuple(found.items())

    def _against(
        self,
        unit: Unit,
        proven: Proven,
        post: PostId,
        account: AccountId,
        *,
        at: datetime,
        files: Mapping[MediaId, bytes],
    ) -> tuple[Reason, ...]:
        """List what speaks against it now, and against its time."""
        reasons = (
            *self._gate.reasons(unit, proven, post, account, files),
            *queue_reasons(proven, post),
            *token_reasons(proven, account, at),
        )
        day = unit.schools.get(self._desk.school).local(at).date()
        if self._gate.mandate_holds(unit, proven, post, day):
            return reasons
        return (*reasons, Reason(say("queue.mandate-over", on=day), None, "at"))

    def _require_as_packed(self, unit: Unit, proven: Proven, kept: Publication, packed: Packed) -> None:
        """Refuse what changed since it was packed: nobody compares with a time before this row."""
        post, at = kept.post or PostId(""), packed.queued.at
        reasons = self._against(unit, proven, post, kept.account, at=at, files=packed.files)
        since = changed_since(
            proven,
            kept.account,
            packed.signed,
            told=packed.queued.leans_on,
            seq=packed.seq,
            roster=packed.roster,
            on=proven.trust.day_of(at),
        )
        reasons = tuple(dict.fromkeys((*reasons, *since)))
        if reasons:
            raise NotAllowed(reasons)

    def _new(self, by: Actor, post: PostId, account: AccountId) -> Publication:
        id_, school = publication_id(post, account), self._desk.school
        return Publication(id_, school, account, PublicationStep.INTENDED, post=post, by=by.person)


def _rows(proven: Proven, kept: Publication) -> tuple[Fact, ...]:
    return publication_rows(proven, kept.id, kept.account)


def _out_everywhere(unit: Unit, draft: Draft) -> bool:
    out = unit.publications.find(post_id=draft.id, step=PublicationStep.CONFIRMED.value)
    return bool(out) and {one.account for one in out} >= set(draft.content.accounts)


def _changed(publication: Publication) -> Changes:
    return Changes.of("publications", [publication.id])
