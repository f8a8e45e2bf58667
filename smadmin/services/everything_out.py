"""Every post that is out, by the signed rows: what somebody changed in the store or took away hides none.

The store's own word still adds: what it says is out and nobody signed is looked at too.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.publications import Publication, PublicationStep, publication_id
from smadmin.domain.vocabulary import Act
from smadmin.services.proven import Proven
from smadmin.services.published import out_as, published_row
from smadmin.storage.unit import Unit


def everything_out(unit: Unit, proven: Proven, *, since: datetime | None = None) -> Iterator[Publication]:
    """Give all that is out, and what was taken down since, in no order.

    Args:
        unit: the transaction.
        proven: the record in it.
        since: leaves out what went out before that, UTC; None: nothing.
    """
    signed = {PublicationId(one) for one in _signed(proven, since)}
    named: set[PublicationId] = set()
    for kept in _stored(unit, since):
        if kept.id not in signed:
            yield kept
        elif is_place(kept.id, kept.post, kept.account):
            named.add(kept.id)
            yield kept
    yield from _hidden(unit, proven, signed - named)


def out_besides(unit: Unit, proven: Proven, known: Collection[PublicationId]) -> tuple[Publication, ...]:
    """Give what signed rows say is out besides those that somebody found in the store, where they belong."""
    return tuple(
        _hidden(unit, proven, {PublicationId(one) for one in _signed(proven, None)}.difference(known))
    )


def is_place(which: PublicationId, post: PostId | None, account: AccountId) -> bool:
    """Tell whether an id follows from a post and an account, as each publication's does."""
    return post is not None and publication_id(post, account) == which


def _signed(proven: Proven, since: datetime | None) -> Iterable[str]:
    rows = takewhile(lambda one: since is None or one.moment >= since, proven.newest(Act.PUBLISH))
    return (one.body.id or "" for one in rows)


def _stored(unit: Unit, since: datetime | None) -> tuple[Publication, ...]:
    out = PublicationStep.CONFIRMED.value
    if since is None:
        return unit.publications.find(step=out)
    return unit.publications.find_since("published_at", since, step=out)


def _hidden(unit: Unit, proven: Proven, hidden: set[PublicationId]) -> Iterator[Publication]:
    """Give what was signed to be out and lies in the store as something else, or not at all."""
    if not hidden:
        return
    read, _ = unit.publications.readable_among(sorted(hidden))
    own = {one.id: one for one in read.values() if is_place(one.id, one.post, one.account)}
    places = {one.id: (one.post, one.account) for one in own.values() if one.post is not None}
    if hidden - places.keys():
        places |= _places(unit, proven, hidden - places.keys())
    for which, (post, account) in places.items():
        row, found = (
            published_row(proven, which, account),
            out_as(unit, proven, post, account, own.get(which)),
        )
        if row is not None and found is not None:
            yield replace(found, published_at=row.moment, text=found.text or _words(unit, post, account))


def _words(unit: Unit, post: PostId, account: AccountId) -> str:
    draft = unit.posts.maybe(post)
    return "" if draft is None else draft.content.text_for(account)


def _places(
    unit: Unit, proven: Proven, wanted: set[PublicationId]
) -> dict[PublicationId, tuple[PostId, AccountId]]:
    """Say of ids what they follow from, by trying every released post on every account."""
    accounts = [one.id for one in unit.accounts.all()]
    posts = dict.fromkeys(PostId(one.body.id or "") for one in proven.acts(Act.APPROVE))
    made = ((publication_id(post, account), (post, account)) for post in posts for account in accounts)
    return {which: place for which, place in made if which in wanted}
