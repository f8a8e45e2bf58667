"""A child is out: the post goes out nowhere else, whoever queued it and however far it is.

Nothing loosens by it, so it takes no release and isn't left to who began: whoever may take the post down
stops what would still go out. What a person has in hand already, and what leaves just now, the card names.
"""

from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.keys import KeyKind
from smadmin.domain.messages import say
from smadmin.domain.people import PUBLISHERS
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import UNFINISHED, Publication, PublicationStep
from smadmin.domain.sending import SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.published import out_on
from smadmin.services.queued import in_queue
from smadmin.services.releases import Facts, newest_release
from smadmin.services.sent import borne_out
from smadmin.storage.unit import Unit


class Stopping:
    """Posts of one school that may go out no further."""

    def __init__(self, desk: Desk, proof: Proof, facts: Facts) -> None:
        """Stand on the desk, the proven record and the facts of roles."""
        self._desk, self._proof, self._facts = desk, proof, facts

    def stop(self, by: Actor, post: PostId, reason: str) -> Changes:
        """Have a post go out on no further account (a deed).

        Its release ends; where nothing of it is out, it goes back to its author, with the reason.

        Args:
            by: who publishes for one of its accounts.
            post: which.
            reason: as its author reads it.

        Raises:
            NotAllowed: for anybody else.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            draft, proven = deed.unit.posts.get(post), self._proof.now(deed.unit)
            self._require_say(deed, draft.content.accounts)
            out = {one.account for one in out_on(deed.unit, proven, post)}
            for kept in deed.unit.publications.find(post_id=post):
                if kept.step in UNFINISHED and kept.account not in out:
                    _stop_one(deed, proven, kept, reason)
            left: list[Plain] = [one for one in draft.content.accounts if one not in out]
            if draft.stage not in {PostStage.RELEASED, PostStage.SUBMITTED} or not left:
                return _changed(post)
            if out:
                parts: dict[str, Plain] = {"reason": reason.strip(), "accounts": left}
                deed.record(Act.GIVE_UP, Noun.POSTS, post, parts=parts)
                deed.unit.posts.change(replace(draft, stage=PostStage.PUBLISHED))
                return _changed(post)
            # Not *sent back*: that is work, which waits at a personal computer until somebody said why there.
            deed.record(Act.VOID, Noun.POSTS, post, parts={"reason": reason.strip()})
            deed.unit.posts.change(replace(draft, stage=PostStage.SENT_BACK, sent_back=reason.strip()))
        return _changed(post)

    def _require_say(self, deed: Deed, accounts: tuple[AccountId, ...]) -> None:
        key = deed.trust.key_alive(deed.by.signer.key)
        if key is not None and key.kind is KeyKind.REVIEWER:
            raise NotAllowed((Reason(say("removals.by-code")),))
        each = (self._facts.roles(deed.unit, deed.trust, deed.by.person, (one,)) for one in accounts)
        if not any(roles & PUBLISHERS for roles in each):
            raise NotAllowed((Reason(say("removals.no-role"), "BAL-A2"),))


def may_go_out(unit: Unit, proven: Proven, post: PostId) -> tuple[Publication, ...]:
    """Give where a post was begun and may still go out: its release holds, or it has left this program."""
    release = newest_release(proven, post)
    holds = release is not None and not release.edited_later
    begun = (one for one in unit.publications.find(post_id=post) if one.step in UNFINISHED)
    return tuple(one for one in begun if holds or not _waits_here(proven, one))


def not_begun(unit: Unit, proven: Proven, post: PostId) -> tuple[AccountId, ...]:
    """Give the accounts on which a released post can still be begun."""
    release, draft = newest_release(proven, post), unit.posts.get(post)
    if release is None or release.edited_later or draft.stage is not PostStage.RELEASED:
        return ()
    begun = {one.account for one in unit.publications.find(post_id=post) if one.step in UNFINISHED}
    begun |= {one.account for one in out_on(unit, proven, post)}
    return tuple(one for one in draft.content.accounts if one not in begun)


def _waits_here(proven: Proven, kept: Publication) -> bool:
    """Tell whether surely nothing of it left: it is begun, or queued at a computer of the school's."""
    handed_out = kept.step is PublicationStep.HANDED_OUT
    return not handed_out and borne_out(proven, kept).stage is SendStage.INTENDED


def _stop_one(deed: Deed, proven: Proven, kept: Publication, reason: str) -> None:
    queued = in_queue(proven, kept) is not None
    if _waits_here(proven, kept):
        deed.unit.publications.change(replace(kept, step=PublicationStep.GIVEN_UP, sending=None, link=""))
        if queued:
            deed.unit.outbox.drop(kept.id)
            deed.record(Act.UNQUEUE, Noun.PUBLICATIONS, kept.id)
        else:
            deed.record(Act.GIVE_UP, Noun.PUBLICATIONS, kept.id, parts={"reason": reason.strip()})
    elif queued and borne_out(proven, kept).stage is SendStage.ENTRUSTED:
        asked = publication_rows(proven, kept.id, kept.account)[-1].body.act == Act.RECALL
        if not asked:  # its computer login takes it back from the platform
            deed.record(Act.RECALL, Noun.PUBLICATIONS, kept.id)


def _changed(post: PostId) -> Changes:
    return Changes.of("posts", [post]) | Changes.of("approvals", [post]) | Changes.of("publications", [post])
