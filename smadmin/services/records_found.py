"""What a records request finds: each post on each account and each public comment, with every row about it.

One more kind of thing that is asked for is one more `Source` in `SOURCES`; nothing else has to know of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from smadmin.domain.comments import CommentKind
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.publications import Publication
from smadmin.domain.records_requests import Wanted
from smadmin.domain.rounds import Spot
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.comment_rows import comments_of
from smadmin.services.everything_out import everything_out
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.storage.unit import Unit

SEEN_PART = "seen"
_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row about a thing: its place, when (UTC), who by name, what was done to what."""

    seq: int
    at: datetime
    who: str
    person: PersonId | None
    act: str
    noun: str


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that a request finds, as it is at school: nothing of it is covered yet.

    Args:
        id: the thing's own, by which it is chosen.
        kind: `post` or `comment`.
        account, account_name: where it is.
        at: when it was published, UTC; None where nobody knows.
        text: what the public reads there.
        link: its address.
        post: what it was written as; None for one from before smadmin.
        gone: when it was taken down, UTC.
        rows: what was done about it, oldest first.
        released: the row whose manifest it went out by.
        captures: rows that kept the page as visitors saw it.
        author: which visitor wrote it, as shown there; covered wherever it leaves.
    """

    id: str
    kind: str
    account: AccountId
    account_name: str
    at: datetime | None
    text: str
    link: str
    post: PostId | None
    gone: datetime | None
    rows: tuple[FoundRow, ...]
    released: int | None = None
    captures: tuple[int, ...] = ()
    author: str = ""


Source = Callable[[Unit, Proven, School, Wanted], Iterator[Found]]


def found_for(unit: Unit, proven: Proven, school: School, wanted: Wanted) -> tuple[Found, ...]:
    """Give what a request finds, newest first; what has no day last."""
    found = [one for source in SOURCES for one in source(unit, proven, school, wanted)]
    return tuple(sorted(found, key=lambda one: (one.at is not None, one.at, one.id), reverse=True))


def _posts(unit: Unit, proven: Proven, school: School, wanted: Wanted) -> Iterator[Found]:
    names = {one.id: one.called for one in unit.accounts.all()}
    for kept in everything_out(unit, proven):
        on = None if kept.published_at is None else school.local(kept.published_at).date()
        # Asked of who did something only where somebody is named: that opens the rows.
        if not wanted.fits(on, kept.account, kept.text, frozenset({wanted.person})):
            continue
        found = _post(proven, kept, names)
        if wanted.person is None or wanted.person in {row.person for row in found.rows}:
            yield found


def _comments(unit: Unit, proven: Proven, school: School, wanted: Wanted) -> Iterator[Found]:
    """Give visitors' public comments with the school's answers; who wrote them stays at school.

    Private messages are nobody else's, and a student's least of all (SOC-R1).
    """
    names = {one.id: one.called for one in unit.accounts.all()}
    for one in comments_of(proven, closed_since=_EVER).values():
        form = one.form
        if form.spot is Spot.MESSAGES or form.kind is CommentKind.STUDENT:
            continue
        said = "\n\n".join((form.text, *(() if one.reply is None else (one.reply.text,))))
        rows = tuple(_told(proven, fact) for fact in proven.about(Noun.COMMENTS, one.id))
        people = frozenset(row.person for row in rows)
        if wanted.fits(form.found_at.date(), form.account, said, people):
            yield Found(
                id=one.id,
                kind="comment",
                account=form.account,
                account_name=names.get(form.account, ""),
                at=school.moment(form.found_at.date(), form.found_at.time()),
                text=said,
                link=form.link,
                post=None,
                gone=one.removed_at,
                rows=rows,
                author=form.author,
            )


SOURCES: tuple[Source, ...] = (_posts, _comments)


def _post(proven: Proven, kept: Publication, names: Mapping[AccountId, str]) -> Found:
    about = {
        fact.seq: fact
        for facts in (
            publication_rows(proven, kept.id, kept.account),
            proven.about(Noun.REMOVALS, kept.id),
            () if kept.post is None else proven.about(Noun.POSTS, kept.post),
            () if kept.post is None else proven.about(Noun.CORRECTIONS, kept.post),
        )
        for fact in facts
    }
    rows = [about[seq] for seq in sorted(about)]
    return Found(
        id=kept.id,
        kind="post",
        account=kept.account,
        account_name=names.get(kept.account, ""),
        at=kept.published_at,
        text=kept.text,
        link=kept.link,
        post=kept.post,
        gone=_gone(rows),
        rows=tuple(_told(proven, one) for one in rows),
        released=kept.release_seq,
        captures=tuple(one.seq for one in rows if SEEN_PART in one.body.parts),
    )


def _gone(rows: list[Fact]) -> datetime | None:
    ended = (one.body.utc for one in rows if one.body.act == Act.TAKEN_DOWN)
    return next(ended, None)


def _told(proven: Proven, fact: Fact) -> FoundRow:
    body = fact.body
    return FoundRow(body.seq, body.utc, name_in(proven, body.person), body.person, body.act, body.noun)
