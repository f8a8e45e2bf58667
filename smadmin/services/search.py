"""One search for everything that somebody may see: public words by the store's index, sealed ones in memory.

The indexes are only caches. Each hit is read from its real row before it is shown; one that isn't there any
more, or doesn't fit any more, is left out. Who has no role here finds nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from time import monotonic, sleep

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.posts import shortened
from smadmin.domain.publications import PublicationStep
from smadmin.domain.searching import Hit, HitKind, asked_of, fits, words_of
from smadmin.domain.students import ROSTER_ROLES
from smadmin.services.desk import Desk
from smadmin.services.records import trust_as_far_as_readable
from smadmin.services.roles import any_roles, today_of
from smadmin.services.search_rows import AskedRows, RowWords, find_rows
from smadmin.services.search_sealed import SealedWords
from smadmin.services.told import Teller, Told
from smadmin.storage.full_text import FoundWords
from smadmin.storage.unit import Unit

OF_EACH = 5
"""So many of each kind are shown."""
_ACCOUNTS_OF_A_POST = 6
_THINGS = 60
"""So many things that fit a word lead to the rows about them."""
ROWS_A_TURN = 2_000
POSTS_A_TURN = 200
BETWEEN_TURNS_S = 0.02
"""Whoever waits for the store meanwhile has it next."""
RESTS = 4
"""So many times as long as a turn it rests; without that Today took twice its time meanwhile."""
_SEALED = (HitKind.STUDENT, HitKind.DRAFT, HitKind.WISH, HitKind.COMMENT)


@dataclass(frozen=True)
class Found:
    """What was found: hits by kind in their order, and rows of the record, newest first."""

    hits: tuple[Hit, ...] = ()
    rows: tuple[Told, ...] = ()


class Search:
    """The search of one school."""

    def __init__(self, desk: Desk, sealed: SealedWords) -> None:
        """Stand on the desk and on what is kept in memory."""
        self._desk, self._sealed, self._teller = desk, sealed, Teller(desk)

    def refresh(self, by: Actor) -> None:
        """Bring what is kept in memory up to date (an errand)."""
        self._sealed.refresh(by)

    def forget(self) -> None:
        """Drop what is kept in memory."""
        self._sealed.forget()

    def catch_up(self) -> None:
        """Take into the store's index what it lacks, in small turns (an errand).

        Killed anywhere, it goes on where it was: each turn is one transaction with its own note. Locking or
        closing the window ends it after a turn.
        """
        begun = self._sealed.times_forgotten
        for turn in (_fill, _take_rows):
            more = True
            while more and self._sealed.times_forgotten == begun:
                started = monotonic()
                with self._desk.store.deed(self._desk.school) as unit:
                    more = turn(unit)
                sleep(max(BETWEEN_TURNS_S, RESTS * (monotonic() - started)))

    def find(
        self, by: Actor, text: str, words: RowWords | None, *, still: Callable[[], bool] = lambda: True
    ) -> Found:
        """Give what fits a question, a few of each kind.

        Args:
            by: who asks.
            text: as somebody typed it.
            words: what acts are called; None leaves out the record's rows.
            still: whether anybody waits for this any more; where not, nothing is found.
        """
        asked = asked_of(text)
        if not asked or not still():
            return Found()
        with self._desk.look(by) as unit:
            trust = trust_as_far_as_readable(unit)
            roles = any_roles(trust, by.person, today_of(unit, self._desk))
            if not roles:
                return Found()
            # What was read for them in the morning isn't theirs any more once that role has ended.
            kinds = [one for one in _SEALED if one is not HitKind.STUDENT or roles & ROSTER_ROLES]
            hits = [*_accounts(unit, asked), *_people(unit, trust, asked)]
            hits += [hit for kind in kinds for hit in self._still_there(unit, by, kind, asked)]
            hits += _posts(unit, asked)
        rows = self.rows(by, text, words, limit=OF_EACH) if words is not None and still() else ()
        order = list(HitKind)
        return Found(tuple(sorted(hits, key=lambda one: order.index(one.kind))), rows)

    def rows(
        self,
        by: Actor,
        text: str,
        words: RowWords,
        *,
        limit: int,
        who: str = "",
        nouns: frozenset[str] | None = None,
    ) -> tuple[Told, ...]:
        """Give the newest rows of the record that fit.

        Args:
            by: who asks.
            text: as somebody typed it; empty for all that `who` and `nouns` leave.
            words: what acts are called.
            limit: at most so many.
            who: only what somebody of this name did.
            nouns: only about these kinds of things.
        """
        asked = asked_of(text)
        with self._desk.look(by) as unit:
            names = {str(one.id): one.name for one in trust_as_far_as_readable(unit).people.values()}
            things = tuple(self._things(unit, by, word) for word in asked)
            people = [one for one, name in names.items() if name == who] if who else [None]
            school = unit.schools.get(self._desk.school)
            wanted = (AskedRows(asked, things, person, nouns) for person in people)
            found = [
                row for one in wanted for row in find_rows(unit, school, one, words, names=names, limit=limit)
            ]
        places = sorted((row.seq for row in found), reverse=True)[:limit]
        return self._teller.at(by, places)

    def _things(self, unit: Unit, by: Actor, word: str) -> frozenset[str]:
        """Name what fits a word: rows about it fit too, and rows about what went out on such an account."""
        found = unit.full_text.find((word,), ("account", "publication", "person"), _THINGS)
        posts, _ = unit.publications.readable_among(
            [one.subject for one in found if one.noun == "publication"]
        )
        return frozenset(
            chain(
                (one.subject for one in found),
                (one.post for one in posts.values() if one.post is not None),
                (hit.id for hit in self._sealed.find(by, HitKind.DRAFT, (word,), _THINGS)),
            )
        )

    def _still_there(self, unit: Unit, by: Actor, kind: HitKind, asked: tuple[str, ...]) -> Iterator[Hit]:
        for hit in self._sealed.find(by, kind, asked, OF_EACH):
            with suppress(KnownError):
                if kind is HitKind.STUDENT and unit.students.maybe(hit.id) is None:
                    continue
                if kind is HitKind.DRAFT:
                    draft = unit.posts.maybe(hit.id)
                    if draft is None or draft.author != by.person:
                        continue
                yield hit


def _fill(unit: Unit) -> bool:
    """Keep some more words of what was there before the index; tells whether there may be others."""
    kept = unit.full_text
    if kept.filled:
        return False
    to = kept.filled_to
    if to is None:
        kept.forget_all()
        while (to := unit.accounts.index_next(to or "", POSTS_A_TURN)) is not None:
            pass
        unit.trust.index_anew()
    to = unit.publications.index_next(to or "", POSTS_A_TURN)
    kept.note_filled(to)
    return to is not None


def _take_rows(unit: Unit) -> bool:
    """Take some more rows of the record in; tells whether there may be others."""
    return unit.record_words.take(unit.schools.get(unit.school), ROWS_A_TURN) == ROWS_A_TURN


def _found(unit: Unit, noun: str, asked: tuple[str, ...]) -> tuple[FoundWords, ...]:
    # Twice as many: what isn't there any more leaves its place to the next.
    return unit.full_text.find(asked, (noun,), 2 * OF_EACH)


def _accounts(unit: Unit, asked: tuple[str, ...]) -> list[Hit]:
    hits = []
    for one in _found(unit, "account", asked):
        with suppress(KnownError):
            account = unit.accounts.maybe(one.subject)
            said = "" if account is None else f"{account.name} {account.handle} {account.platform.value}"
            if account is not None and fits(asked, words_of(said)):
                hits.append(Hit(HitKind.ACCOUNT, account.id, account.label, account.name))
    return hits[:OF_EACH]


def _people(unit: Unit, trust: Trust, asked: tuple[str, ...]) -> list[Hit]:
    people = (trust.people.get(PersonId(one.subject)) for one in _found(unit, "person", asked))
    fitting = [one for one in people if one is not None and fits(asked, words_of(one.name))]
    return [Hit(HitKind.PERSON, one.id, one.name) for one in fitting[:OF_EACH]]


def _posts(unit: Unit, asked: tuple[str, ...]) -> list[Hit]:
    """Give what went out, a post that went out on several accounts once."""
    hits: dict[str, Hit] = {}
    names: Mapping[str, str] = {}
    for one in unit.full_text.find(asked, ("publication",), OF_EACH * _ACCOUNTS_OF_A_POST):
        with suppress(KnownError):
            post = unit.publications.maybe(one.subject)
            out = post is not None and post.step is PublicationStep.CONFIRMED
            if post is None or not out or not fits(asked, words_of(post.text)):
                continue
            names = names or {str(one.id): one.label for one in unit.accounts.all()}
            where, which = names.get(post.account, ""), post.post or post.id
            if which in hits:
                hits[which] = replace(hits[which], where=f"{hits[which].where}, {where}")
            else:
                title = shortened(post.text)
                written = post.post or ""
                hits[which] = Hit(
                    HitKind.POST, post.id, title, where, post.published_at, written, post.account
                )
    newest = sorted(hits.values(), key=lambda one: one.at.timestamp() if one.at else 0, reverse=True)
    return newest[:OF_EACH]
