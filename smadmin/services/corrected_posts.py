"""What a post was begun to correct, by the store's rows as they lie: for dates and lists, no gate."""

from dataclasses import replace

from smadmin.domain.canonical import parse
from smadmin.domain.corrections import CORRECTS_PART
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
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


def put_right(deed: Deed, kept: Publication, link: str, text: str) -> Publication | None:
    """Give the post that this one only put right: its new words stand there, and no new post counts."""
    original = begun_for(deed.unit, kept.post or PostId(""))
    if original is None:
        return None
    before = deed.unit.publications.maybe(publication_id(original, kept.account))
    if before is None or before.link != link:
        return None
    return deed.unit.publications.change(replace(before, text=text))
