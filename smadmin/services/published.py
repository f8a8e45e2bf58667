"""Where a post is out, by the signed row that says so; the store's own word of that is plain."""

from dataclasses import replace

from smadmin.domain.canonical import loads
from smadmin.domain.connections import posts_there
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.publications import Publication, PublicationStep, publication_id
from smadmin.domain.publishers import Posted
from smadmin.domain.vocabulary import Act
from smadmin.services.connected import connection_of
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.storage.unit import Unit


def published_row(proven: Proven, publication: PublicationId, account: AccountId) -> Fact | None:
    """Give the row that says where a post is out; None: it isn't."""
    rows = publication_rows(proven, publication, account)
    return next((row for row in reversed(rows) if row.body.act == Act.PUBLISH), None)


def link_of(proven: Proven, publication: PublicationId, account: AccountId) -> str:
    """Give a post's address; empty where it isn't out."""
    row = published_row(proven, publication, account)
    return "" if row is None else _text(proven.part_bytes(row, "link"))


def posted_of(proven: Proven, publication: PublicationId, account: AccountId) -> Posted | None:
    """Give a post as the platform named it; None where a person posted it."""
    row = published_row(proven, publication, account)
    named = "" if row is None else _text(proven.part_bytes(row, "posted"))
    return Posted(named, link_of(proven, publication, account)) if named else None


def as_recorded(proven: Proven, kept: Publication) -> Publication:
    """Give a publication with its place on the platform as its row names it, whatever the store says."""
    posted = posted_of(proven, kept.id, kept.account)
    return kept if posted is None else replace(kept, posted_id=posted.id, link=posted.link)


def out_on(unit: Unit, proven: Proven, post: PostId) -> tuple[Publication, ...]:
    """Give where a post is out by the signed rows, whatever became of the store's own rows about it."""
    kept = {one.account: one for one in unit.publications.find(post_id=post)}
    accounts = dict.fromkeys((*kept, *(one.id for one in unit.accounts.all())))
    found = (out_as(unit, proven, post, account, kept.get(account)) for account in accounts)
    return tuple(one for one in found if one is not None)


def out_as(
    unit: Unit, proven: Proven, post: PostId, account: AccountId, kept: Publication | None
) -> Publication | None:
    """Give a post on an account as it is out by its signed row; `kept` is what the store has of it."""
    made, step = publication_id(post, account), PublicationStep.CONFIRMED
    row = published_row(proven, made, account)
    if row is None:
        return kept if kept is not None and kept.step is step else None
    known = kept or Publication(made, unit.school, account, step, post=post, published_at=row.moment)
    link = link_of(proven, made, account) or known.link
    return replace(as_recorded(proven, known), step=step, link=link)


def is_elsewhere(proven: Proven, publication: PublicationId, account: AccountId) -> bool:
    """Tell whether the program sent a post to another page than the one that its account is connected to now.

    Its number there may be another post's here. What a person posted has none.
    """
    now = connection_of(proven, account)
    if now is None or posted_of(proven, publication, account) is None:
        return False
    rows = publication_rows(proven, publication, account)
    sent = next((row for row in reversed(rows) if row.body.act == Act.SEND), None)
    then = None if sent is None else connection_of(proven, account, before=sent.seq)
    platform = proven.unit.accounts.get(account).platform
    return then is None or not posts_there(platform, then, now)


def _text(content: bytes | None) -> str:
    """Read a part that is one text; anything else that a key signed is none."""
    try:
        found = None if content is None else loads(content)
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""
