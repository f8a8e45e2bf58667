"""What goes when an order of two is carried out: details, the words of posts, the pages kept of them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from smadmin.domain.canonical import Plain
from smadmin.domain.erasures import Detail
from smadmin.domain.media import MediaFile
from smadmin.domain.posts import Content
from smadmin.domain.retention import NOUNS, Kind
from smadmin.domain.vocabulary import Noun
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit

_WITH_FILES = frozenset({Noun.PUBLICATIONS, Noun.REMOVALS, Noun.COMMENTS})


def destroy(unit: Unit, proven: Proven, details: Collection[Detail]) -> tuple[MediaFile, ...]:
    """Erase details within a deed; gives the files whose rows went, to be shredded after it.

    Args:
        unit: the deed's transaction.
        proven: the record in it.
        details: what an order names.
    """
    facts = {seq: fact for seq in {seq for seq, _ in details} if (fact := proven.at(seq)) is not None}
    files = [file for fact in facts.values() for file in _kept_pages(unit, proven, fact)]
    for fact in facts.values():
        if NOUNS.get(Noun(fact.body.noun)) is Kind.POSTS:
            _empty(unit, Noun(fact.body.noun), fact.body.id or "")
    for seq, name in details:
        unit.record.erase_part(seq, name)
    for file in files:
        unit.media.remove(file.id)
    return tuple(files)


def _kept_pages(unit: Unit, proven: Proven, fact: Fact) -> tuple[MediaFile, ...]:
    """Give the files that a row's details name: pages and pictures of what was out, kept for it alone."""
    if fact.body.noun not in _WITH_FILES:
        return ()
    told = (proven.part(fact, name) for name in fact.body.parts)
    kept = (unit.media.maybe(one) for part in told for one in _ids(part or {}))
    return tuple({file.id: file for file in kept if file is not None}.values())


def _ids(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _ids(one)


def _empty(unit: Unit, noun: Noun, which: str) -> None:
    """Take a post's words out of the store; when and where it went out stays."""
    publication = unit.publications.maybe(which) if noun in {Noun.PUBLICATIONS, Noun.REMOVALS} else None
    if publication is not None and publication.text:
        unit.publications.change(replace(publication, text=""))
    draft = unit.posts.maybe(which) if noun in {Noun.POSTS, Noun.CORRECTIONS} else None
    if draft is None:
        return
    bare = Content(accounts=draft.content.accounts, slot=draft.content.slot)
    if draft.content != bare or draft.earlier:
        unit.posts.change(replace(draft, content=bare, earlier=(), sent_back="", flagged=()))
    for revision in unit.revisions.find(post_id=which):
        unit.revisions.remove(revision.id)
