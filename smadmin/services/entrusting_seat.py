"""What a computer login hands to a platform's own scheduler, watches there, and takes back.

The sealed packet stays until visitors read the post: with it the login takes back what may not go out any
more, whoever sits there. It looks at its time, and never sends anew what the scheduler should have sent.
"""

from dataclasses import replace
from datetime import timedelta

from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.entrusting import ENTRUSTED_PART, RECALLED, entrusted, may_be_out, taken_back
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Posted, PublisherFailed, Trouble
from smadmin.domain.sending import LONGEST_WAIT, Decision, Next, SendStage, unseen
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.queued import in_queue
from smadmin.services.ready import Asked, OtherIdentity, Ready, Standing
from smadmin.services.send_road import Road, SendRoad, StopsAccounts, errand, same_account, store
from smadmin.services.sent import borne_out
from smadmin.services.unattended import SeatReady, SeatSendings

TAKEN_BACK = "taken-back"
"""What the row `not-out` says where a post was taken back from the platform's scheduler."""
_THERE = frozenset({Act.SEND, Act.ENTRUST, Act.RECALL})


class EntrustingSendings(SeatSendings):
    """Posts that were queued at this computer login, here and at the platforms' own schedulers."""

    @override
    def standing(self, by: Actor, publication: Publication) -> Standing:
        standing = super().standing(by, publication)
        if standing.sending.stage is not SendStage.ENTRUSTED or publication.id in self._leaving:
            return standing
        reasons = self._speaks_against(by, publication)
        if not reasons:
            return standing
        asked_back = any(one.message == RECALLED for one in reasons)
        if standing.decision.next is Next.ASK and not asked_back:  # it was to be out, and nobody finds it
            return replace(standing, kept_here=reasons)
        tried, at = standing.sending.trouble is not None, standing.sending.not_before
        if tried and at is not None and timedelta() < at - self._desk.now <= LONGEST_WAIT:
            return replace(standing, decision=Decision(Next.WAIT, at), kept_here=reasons)
        return replace(standing, decision=Decision(Next.TAKE_BACK), kept_here=reasons)

    @override
    def find(self, ready: Ready) -> Posted | None:
        if isinstance(ready, SeatReady) and ready.queued.handed_until is not None:
            waits = _there(ready)
            if waits is not None:
                return waits
        return super().find(ready)

    def take_back(self, ready: Ready, asked: Asked) -> Posted | None:
        """Delete it from the platform's scheduler (an errand); gives the post where it is out already.

        Raises:
            PublisherFailed: nobody knows whether it still goes out.
        """
        with self._leaving.during(ready.publication.id, spared=True):
            waits = _there(ready)
            if waits is not None:
                ready.publisher.remove(ready.access, waits)
                if _there(ready) is not None:
                    raise PublisherFailed(Trouble.LOST, ready.access.host)
            # What was gone already when it was deleted may have been posted in that moment.
            out = super().find(ready)
            there = asked.there_now(self._desk.now)
            if out is None and isinstance(ready, SeatReady) and may_be_out(ready.queued, there):
                raise PublisherFailed(Trouble.LOST, ready.access.host)
            return out

    @override
    def took(self, by: Actor, publication: Publication, posted: Posted) -> Done[Publication]:
        if not posted.waits:
            return super().took(by, publication, posted)
        self._proof.catch_up(by)
        with self._deed(by) as deed:
            kept, proven = self._own(deed, publication, _THERE)
            before, queue = borne_out(proven, kept), in_queue(proven, kept)
            if queue is None:
                raise NotAllowed((Reason(say("publications.not-at-this-step")),))
            if before.stage is SendStage.ENTRUSTED:  # its time is over, and it waits there still
                newer = self._put(deed, kept, unseen(before, Trouble.LOST, deed.now))
            else:
                newer = self._put(deed, kept, entrusted(before, queue.queued.at))
                at = queue.queued.at.isoformat()
                told: dict[str, Plain] = {"id": posted.id, "link": posted.link, "at": at}
                deed.record(Act.ENTRUST, Noun.PUBLICATIONS, kept.id, parts={ENTRUSTED_PART: told})
        return Done(newer, Changes.of("publications", [kept.id]))

    def taken_back(self, by: Actor, publication: Publication) -> Changes:
        """Write that the platform doesn't keep it any more, and that it isn't out (a deed).

        About its time nothing says so: what isn't found is looked for, and asked about.
        """
        self._proof.catch_up(by)
        with self._deed(by) as deed:
            kept, proven = self._own(deed, publication, _THERE)
            before, queue = borne_out(proven, kept), in_queue(proven, kept)
            if queue is None or may_be_out(queue.queued, deed.now):
                self._put(deed, kept, unseen(before, Trouble.LOST, deed.now))
            else:
                self._put(deed, replace(kept, step=PublicationStep.INTENDED), taken_back(before))
                deed.record(Act.NOT_OUT, Noun.PUBLICATIONS, kept.id, parts={"trouble": TAKEN_BACK})
        return Changes.of("publications", [publication.id])

    @override
    def _leave(self, ready: Ready) -> Posted:
        sending = ready.publication.sending
        if not isinstance(ready, SeatReady) or sending is None or sending.began is None:
            return super()._leave(ready)
        # By the moment that was written down: whatever passes meanwhile, nothing goes out before its time.
        if ready.queued.handed_over(sending.began):
            return ready.publisher.schedule(ready.access, ready.outgoing, ready.queued.at)
        return super()._leave(ready)


class SeatRoad(SendRoad):
    """Leads queued posts on their way, and back."""

    def __init__(self, sendings: EntrustingSendings, wrong: StopsAccounts) -> None:
        """Stand on the steps, and on what stops an account."""
        super().__init__(sendings, wrong)
        self._entrusting = sendings

    @override
    def _take_back(self, by: Actor, publication: Publication) -> Road[None]:
        steps = self._entrusting
        ready = yield from errand(lambda: steps.look_ready(by, publication))
        try:
            asked = yield from errand(lambda: steps.ask(ready))
            yield from same_account(self._wrong, by, publication.account, ready, asked)
            out = yield from errand(lambda: steps.take_back(ready, asked))
        except PublisherFailed as error:
            yield from self._note(steps.unseen, by, publication, error)
            return
        except OtherIdentity:  # asked again later and later
            refused = PublisherFailed(Trouble.REFUSED, ready.access.host)
            yield from self._note(steps.unseen, by, publication, refused)
            raise
        if out is None:
            yield from store(lambda: steps.taken_back(by, publication))
        else:
            posted = out
            yield from store(lambda: steps.took(by, publication, posted))


def _there(ready: Ready) -> Posted | None:
    """Give what waits there: by the name that a row says, else for its time."""
    if not isinstance(ready, SeatReady):
        return None
    at, id = ready.queued.at, ready.there
    return ready.publisher.waiting(ready.access, ready.outgoing, at=at, id=id)
