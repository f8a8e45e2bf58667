"""What the signed rows say of corrections, what keeps one from leaving, and how its words get out."""

from datetime import datetime

from smadmin.domain.accounts import Platform
from smadmin.domain.corrections import (
    CORRECTS_PART,
    Correction,
    CorrectionFacts,
    correction_blockers,
    states_correction,
)
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.office_requests import same_page
from smadmin.domain.policy.values import Told
from smadmin.domain.posts import opening
from smadmin.domain.publications import Publication, publication_id
from smadmin.domain.publishers import (
    Access,
    Difference,
    Outgoing,
    Posted,
    Publisher,
    PublisherFailed,
    Seen,
    ServerLimits,
    Trouble,
    Who,
    differences,
)
from smadmin.domain.reading_back import completed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Proven
from smadmin.services.published import is_elsewhere, link_of, posted_of, published_row
from smadmin.services.releases import newest_release
from smadmin.services.removal_rows import is_gone
from smadmin.storage.unit import Unit


def correction_of(proven: Proven, post: PostId) -> Correction | None:
    """Give what a post corrects, by its first row of that: no later one makes it correct another.

    A correction is begun as one. What was handed in first as a post of its own was read and released as that.
    """
    handled = proven.about(Noun.POSTS, post)
    for fact in proven.about(Noun.CORRECTIONS, post):
        if handled and fact.seq > handled[0].seq:
            return None
        original = (proven.part(fact, CORRECTS_PART) or {}).get("post")
        if fact.body.act == Act.CORRECT and isinstance(original, str) and original != post:
            return Correction(post, PostId(original), fact.body.person, fact.body.utc)
    return None


def corrections_of(proven: Proven, original: PostId) -> tuple[Correction, ...]:
    """Give what was written to correct a post, oldest first."""
    posts = dict.fromkeys(PostId(fact.body.id or "") for fact in proven.acts(Act.CORRECT))
    found = (correction_of(proven, one) for one in posts)
    return tuple(one for one in found if one is not None and one.original == original)


def same_place(proven: Proven, post: PostId, account: AccountId) -> tuple[PostId, ...]:
    """Give the posts whose words stood in one place of an account, one after the other: its newest is last.

    A correction that took the place of what it corrects is out at the same address.
    """
    page = link_of(proven, publication_id(post, account), account)
    keys = {one: publication_id(one, account) for one in _related(proven, post)}
    out = {one: published_row(proven, key, account) for one, key in keys.items()}
    there = {
        one: row.seq
        for one, row in out.items()
        if row is not None and same_page(page, link_of(proven, keys[one], account))
    }
    return tuple(sorted(there, key=there.__getitem__)) or (post,)


def gone_there(proven: Proven, post: PostId, account: AccountId) -> bool:
    """Tell whether a post was taken down, itself or what took its place."""
    return any(
        is_gone(proven, publication_id(one, account), account) for one in same_place(proven, post, account)
    )


def corrected_words(unit: Unit, proven: Proven, post: PostId) -> str | None:
    """Say how the post begins that this one corrects; None where it corrects none."""
    found = correction_of(proven, post)
    first = None if found is None else unit.posts.maybe(found.original)
    return None if first is None else opening(first.content)


def corrected_at(proven: Proven, correction: Correction, account: AccountId) -> datetime | None:
    """Give when the right words were out on an account, UTC; None while they aren't."""
    row = published_row(proven, publication_id(correction.post, account), account)
    return None if row is None else row.body.utc


def correction_reasons(
    proven: Proven, post: PostId, account: AccountId, *, signed: Manifest, told: Told
) -> tuple[Reason, ...]:
    """List why a released post may not leave as the correction that it is; none for any other post.

    Args:
        proven: the record.
        post: what was released.
        account: where it is to leave.
        signed: what its release signed.
        told: what a corrected post says of itself by the policy in force.
    """
    correction = correction_of(proven, post)
    if correction is None:
        return ()
    key = publication_id(correction.original, account)
    first = newest_release(proven, correction.original)
    before = None if first is None else first.manifest
    return correction_blockers(
        CorrectionFacts(
            out=published_row(proven, key, account) is not None,
            gone=gone_there(proven, correction.original, account),
            same_media=before is not None and _media(before, account) == _media(signed, account),
            states=states_correction(signed.texts.get(account, ""), told),
            elsewhere=is_elsewhere(proven, key, account),
        )
    )


def queue_reasons(proven: Proven, post: PostId) -> tuple[Reason, ...]:
    """List why a post can't wait for a time: what is wrong out there is put right by somebody who looks."""
    return () if correction_of(proven, post) is None else (Reason(say("corrections.not-queued")),)


def publisher_of(proven: Proven, kept: Publication, publisher: Publisher) -> Publisher:
    """Give what carries a publication out: a correction's words go into the post that is out, if they can."""
    correction = correction_of(proven, kept.post or PostId(""))
    if correction is None or not publisher.can_correct:
        return publisher
    key = publication_id(correction.original, kept.account)
    posted = posted_of(proven, key, kept.account)
    if posted is None or is_elsewhere(proven, key, kept.account):  # there the gate keeps it
        return publisher
    return Correcting(publisher, posted)


class Correcting:
    """A platform on which *posting* puts other words into a post that is out; the same twice is no harm."""

    can_schedule = False
    can_correct = True

    def __init__(self, publisher: Publisher, posted: Posted) -> None:
        """Stand on the platform's adapter, for one post."""
        self._publisher, self._posted = publisher, posted

    @property
    def platform(self) -> Platform:
        """Which."""
        return self._publisher.platform

    def who_am_i(self, access: Access) -> Who:
        """Ask whom the platform takes this log-in for."""
        return self._publisher.who_am_i(access)

    def limits(self, access: Access) -> ServerLimits | None:
        """Ask what the server says of itself."""
        return self._publisher.limits(access)

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        """Change the words of the post that is out."""
        self._publisher.correct(access, self._posted, outgoing.text)
        return self._posted

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        """No platform keeps a correction until a time."""
        raise PublisherFailed(Trouble.INVALID, access.host)

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        """Look whether a visitor reads the right words."""
        seen = self._publisher.read_back(access.server, self._posted)
        there = seen.public and Difference.TEXT not in differences(outgoing, seen)
        return self._posted if there else None

    def waiting(self, access: Access, outgoing: Outgoing, **_: object) -> Posted | None:
        """No platform keeps a correction until a time."""
        return None

    def read_back(self, server: str, posted: Posted) -> Seen:
        """Read it as a visitor."""
        return self._publisher.read_back(server, posted)

    def told_to_owner(self, access: Access, posted: Posted, seen: Seen) -> Seen:
        """Add what visitors of this platform aren't shown."""
        return completed(self._publisher, access, posted, seen)

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        """Change the words of a post that is out."""
        self._publisher.correct(access, posted, text)

    def remove(self, access: Access, posted: Posted) -> None:
        """Take a post down."""
        self._publisher.remove(access, posted)


def _related(proven: Proven, post: PostId) -> set[PostId]:
    """Give a post with all that correct it or that it corrects, however many lie between."""
    posts = dict.fromkeys(PostId(fact.body.id or "") for fact in proven.acts(Act.CORRECT))
    pairs = [{one.post, one.original} for each in posts if (one := correction_of(proven, each))]
    known, before = {post}, 0
    while len(known) > before:
        before = len(known)
        known = known.union(*(pair for pair in pairs if pair & known))
    return known


def _media(manifest: Manifest, account: AccountId) -> tuple[object, ...]:
    """Give what stays: each picture's photo and description, and the video."""
    files = tuple((photo, alt) for photo, _, alt in manifest.files.get(account, ()))
    video = manifest.video
    return (*files, None if video is None else video.sha256)
