"""Letting a platform's own scheduler keep a released post until its time, and asking it back.

It is queued as any other post, and the row says besides until when it is handed over: the computer login
does that at once, watches it there, and takes it back (`entrusting_seat.py`).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.entrusting import content_reasons, handed_until, time_reasons
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import say
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.publications import Publication
from smadmin.domain.sending import SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.correcting import queue_reasons
from smadmin.services.desk import Desk
from smadmin.services.packing import Packed
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.queued import in_queue
from smadmin.services.queueing import Queueing
from smadmin.services.releases import newest_release
from smadmin.services.roles import refuse
from smadmin.services.sending import Sendings
from smadmin.services.sent import borne_out
from smadmin.storage.unit import Unit


class Entrusting:
    """The platforms' own schedulers, for one school."""

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        *,
        queueing: Queueing,
        sendings: Sendings,
        facts: Callable[[Platform], PlatformFacts],
    ) -> None:
        """Stand on the desk, the proven record, the queue, what sends, and what is known of platforms."""
        self._desk, self._proof, self._facts = desk, proof, facts
        self._queueing, self._sendings = queueing, sendings

    def blockers(self, by: Actor, post: PostId, account: AccountId) -> tuple[Reason, ...]:
        """List why a post stays here until its time, whatever that is."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return self._content_reasons(unit, proven, post, account)

    def pack(self, by: Actor, post: PostId, account: AccountId, at: datetime) -> Packed:
        """Pack it as `Queueing.pack` does, for the platform to keep until its time (an errand).

        Raises:
            NotAllowed: with everything that speaks against it.
            Tampered: if the log-in isn't what was signed.
        """
        with self._desk.look(by) as unit:
            facts = self._facts(unit.accounts.get(account).platform)
            against = self._content_reasons(unit, self._proof.now(unit), post, account)
        refuse((*against, *time_reasons(facts, self._desk.now, at)))
        packed = self._queueing.pack(by, post, account, at)
        return replace(packed, queued=replace(packed.queued, handed_until=handed_until(facts, at)))

    def ask_back(self, by: Actor, publication: Publication) -> Changes:
        """Ask for a post to be taken back from the platform's scheduler (a deed): its computer login does it.

        Raises:
            NotAllowed: it doesn't wait there, or for anybody but who began it and the office.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept, proven = deed.unit.publications.get(publication.id), self._proof.now(deed.unit)
            rows = publication_rows(proven, kept.id, kept.account)
            there = borne_out(proven, kept).stage is SendStage.ENTRUSTED
            if in_queue(proven, kept) is None or not there or rows[-1].body.act == Act.RECALL:
                raise NotAllowed((Reason(say("publications.not-at-this-step")),))
            if not self._sendings.goes_on(deed, rows, kept):
                raise NotAllowed((Reason(say("publications.not-yours")),))
            deed.record(Act.RECALL, Noun.PUBLICATIONS, kept.id)
        return Changes.of("publications", [kept.id])

    def _content_reasons(
        self, unit: Unit, proven: Proven, post: PostId, account: AccountId
    ) -> tuple[Reason, ...]:
        release, facts = newest_release(proven, post), self._facts(unit.accounts.get(account).platform)
        if facts.schedules_from is None:
            return (Reason(say("entrust.not-there", platform=facts.name)),)
        if release is None or release.manifest is None:
            return (Reason(say("publications.no-release")),)
        names = {name for one in unit.students.all() for name in (one.first_name, one.last_name)}
        content = content_reasons(release.manifest, release.manifest.texts.get(account, ""), names)
        return (*content, *queue_reasons(proven, post))
