"""What the weekly page tells of what went wrong: corrections, removals and holds, each by its post."""

from collections.abc import Iterator, Mapping, Sequence

from smadmin.domain.corrections import Correction, time_taken
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import PostStage, shortened
from smadmin.domain.publications import publication_id
from smadmin.domain.removals import Removal, RemovalStage
from smadmin.domain.took import took_said
from smadmin.domain.vocabulary import Noun
from smadmin.services.afterwards import all_corrections
from smadmin.services.borne_out import name_in
from smadmin.services.correcting import gone_there
from smadmin.services.crisis_rows import hold_spans
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.published import published_row
from smadmin.services.releases import newest_release
from smadmin.services.removal_rows import removal_of
from smadmin.storage.unit import Unit


def afterwards_said(
    unit: Unit, proven: Proven, facts: Sequence[Fact], called: Mapping[AccountId, str]
) -> Iterator[Message]:
    """Name what was corrected and taken down, and when everything was on hold.

    Args:
        unit: the transaction.
        proven: the record in it.
        facts: the rows of the time that is told, oldest first.
        called: what the accounts are called; of others nothing is told.
    """
    told = frozenset(fact.seq for fact in facts)
    for began, ended in hold_spans(proven):
        if ended is None or not told.isdisjoint((began.seq, ended.seq)):
            yield _held(proven, began, ended)
    publications = [PublicationId(one.body.id or "") for one in facts if one.body.noun == Noun.REMOVALS]
    for publication in dict.fromkeys(publications):
        kept = unit.publications.maybe(publication)
        removal = None if kept is None else removal_of(proven, kept.id, kept.account)
        if kept is not None and kept.post is not None and removal is not None and kept.account in called:
            words = _words(proven, kept.post, kept.account)
            yield _removed(proven, removal, words=words, account=called[kept.account])
    for one in all_corrections(proven):
        yield from _corrected(unit, proven, one, told, called)


def _held(proven: Proven, began: Fact, ended: Fact | None) -> Message:
    since, name = began.moment, name_in(proven, began.body.person)
    if ended is None:
        return say("weekly.on-hold", when=since, name=name)
    other = name_in(proven, ended.body.person)
    return say("weekly.was-on-hold", when=since, name=name, until=ended.moment, other=other)


def _removed(proven: Proven, removal: Removal, *, words: Message | str, account: str) -> Message:
    said = {
        "words": words,
        "account": account,
        "name": name_in(proven, removal.by),
        "why": say(f"afterui.ground-{removal.ground.value}"),
    }
    if removal.stage is RemovalStage.GONE and removal.ended is not None:
        return say("weekly.taken-down", when=removal.ended, **said)
    return say("weekly.not-gone", when=removal.at, **said)


def _corrected(
    unit: Unit, proven: Proven, one: Correction, told: frozenset[int], called: Mapping[AccountId, str]
) -> Iterator[Message]:
    draft = unit.posts.maybe(one.post)
    if draft is None or draft.stage is PostStage.DROPPED:
        return
    begun = proven.about(Noun.CORRECTIONS, one.post)[0]
    for account in draft.content.accounts:
        row = published_row(proven, publication_id(one.post, account), account)
        if account not in called or told.isdisjoint((begun.seq, begun.seq if row is None else row.seq)):
            continue
        words, name = _words(proven, one.original, account), name_in(proven, one.by)
        said = {"words": words, "account": called[account], "name": name}
        took = time_taken(one, None if row is None else row.body.utc)
        if row is not None and took is not None:
            yield say("weekly.corrected", when=row.body.utc, took=took_said(took), **said)
        elif not gone_there(proven, one.original, account):
            yield say("weekly.correcting", when=one.found, **said)


def _words(proven: Proven, post: PostId, account: AccountId) -> Message | str:
    """Give how the words begin that were released."""
    release = newest_release(proven, post)
    manifest = None if release is None else release.manifest
    words = "" if manifest is None else shortened(manifest.texts.get(account, ""))
    return say("weekly.quoted", words=words) if words else say("today.without-words")
