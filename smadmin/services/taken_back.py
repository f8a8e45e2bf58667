"""Whether a release was taken back before anything went out by it, as the record proves it.

Only then is nothing owed for it. Once somebody began to post it, words and files may lie ready outside the
program, though it ended before it could say so; and no later row says that nobody posted them: giving up is a
person's word, and so is a row that takes the release back.
"""

from contextlib import suppress

from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.manifests import MANIFEST_PART, OVERRIDES_PART, Manifest
from smadmin.domain.publications import publication_id
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven
from smadmin.services.publication_rows import publication_rows

_BACK = frozenset({Act.VOID, Act.TAKE_BACK})
_OUT = frozenset({Act.INTEND, Act.HAND_OUT, Act.PUBLISH})


def taken_back(proven: Proven, release: Fact, *, before: int | None = None) -> bool:
    """Tell whether a release was taken back and nothing had gone out by it.

    Args:
        proven: the record.
        release: the row that released a post.
        before: only rows before this one count, as they stood at its place.
    """
    post = PostId(release.body.id or "")
    later = [row for row in proven.about(Noun.POSTS, post) if _between(row, release.seq, before)]
    if not any(row.body.act in _BACK for row in later):
        return False
    anew = next((row.seq for row in later if row.body.act == Act.APPROVE), before)
    return not any(
        row.body.act in _OUT and _between(row, release.seq, anew)
        for account in _accounts(proven, release)
        for row in publication_rows(proven, publication_id(post, account), account)
    )


def _between(row: Fact, after: int, before: int | None) -> bool:
    return row.seq > after and (before is None or row.seq < before)


def _accounts(proven: Proven, release: Fact) -> set[AccountId]:
    """Give every account that is pinned, for ever, and those that were released for."""
    accounts, content = set(proven.trust.pins), proven.part_bytes(release, MANIFEST_PART)
    with suppress(ValueError):  # signed, and yet no manifest: nothing goes out by it
        if content is not None:
            beside = proven.part_bytes(release, OVERRIDES_PART)
            accounts |= set(Manifest.from_bytes(content, beside).texts)
    return accounts
