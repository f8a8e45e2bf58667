"""What a post was begun to correct, by the store's rows as they lie: for dates and lists, no gate."""

from dataclasses import replace

from smadmin.domain.canonical import parse
from smadmin.domain.corrections import (
    CORRECTS_PART,
    CorrectionFacts,
    correction_blockers,
    states_correction,
)
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import PostId
from smadmin.domain.policy.values import Told
from smadmin.domain.posts import Draft
from smadmin.domain.publications import Publication, publication_id
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Deed
from smadmin.storage.unit import Unit


def begun_for(unit: Unit, post: PostId) -> PostId | None:
    """Give what a post corrects, or None; also where whoever asks can't open the row's details."""
    for row in unit.record.about(Noun.CORRECTIONS, post):
        try:
            part = unit.record.part(row.seq, CORRECTS_PART)
            named = None if part is None else parse(part.content).get("post")
        except (KnownError, ValueError):
            return None
        return PostId(named) if isinstance(named, str) else None
    return None


def hand_in_reasons(unit: Unit, told: Told, draft: Draft) -> tuple[Reason, ...]:
    """List why a correction can't be handed in; the last gate asks the same of the proven record."""
    original = begun_for(unit, draft.id)
    first = None if original is None else unit.posts.maybe(original)
    if first is None:
        return ()
    mine, its = draft.content, first.content
    same = (mine.pictures, mine.video) == (its.pictures, its.video)
    states = all(states_correction(mine.text_for(one), told) for one in mine.accounts)
    return correction_blockers(CorrectionFacts(out=True, gone=False, same_media=same, states=states))


def put_right(deed: Deed, kept: Publication, link: str, text: str) -> Publication | None:
    """Give the post that this one only put right: its new words stand there, and no new post counts."""
    original = begun_for(deed.unit, kept.post or PostId(""))
    if original is None:
        return None
    before = deed.unit.publications.maybe(publication_id(original, kept.account))
    if before is None or before.link != link:
        return None
    return deed.unit.publications.change(replace(before, text=text))
