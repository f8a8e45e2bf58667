"""The record as people read it: what each row is about, and one row's details.

Children are never named here, nor what was decided about a photo's faces: details are read for those nouns
alone whose details may also leave the school. Nothing is proven; `services.records` verifies.
What can't be read is told as that: somebody looks here just when the record was changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import loads, parse
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import KeyKind
from smadmin.domain.posts import Revision, opening
from smadmin.domain.publications import Publication
from smadmin.domain.records import Body, Part
from smadmin.domain.rights import FOR_ONE_ACCOUNT
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Desk
from smadmin.services.mandates import PERMISSION_PART
from smadmin.services.records import Entry, entry_of, trust_as_far_as_readable
from smadmin.services.rows_out import OPEN_NOUNS
from smadmin.services.week_signatures import SLOT_PART
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

T = TypeVar("T")

SHOWN_FIELDS = (
    "account", "accounts", "person", "role", "policy", "topic", "day", "starts", "ends", "link", "reason",
)  # fmt: skip
"""What is shown of a row's details, in this order; a field that isn't named here stays where it is."""


_SAYS_NOTHING = frozenset({"v", "id"})


@dataclass(frozen=True)
class About:
    """What a row is about, as far as it can be named.

    Args:
        words: a post's first words, a planned post's topic, a folder's event.
        account: the account's platform and handle.
        person: a real name.
        day: the day it is planned for, or a week's Monday.
        post: the post that it is about, or that it takes out.
    """

    words: str = ""
    account: str = ""
    person: str = ""
    day: date | None = None
    post: str = ""


@dataclass(frozen=True)
class Told:
    """A row and what it is about."""

    entry: Entry
    about: About


@dataclass(frozen=True)
class Details:
    """One row, opened.

    Args:
        key: what kind of key signed it; None for one that the trust tables don't know.
        fields: what may be shown of its details: the field's name and its values, ids named where possible.
        withheld: how many of its details aren't shown, or not all of them.
        erased: how many were erased by order.
        unreadable: how many aren't what the row says, or can't be opened.
    """

    told: Told
    key: KeyKind | None
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    withheld: int
    erased: int
    unreadable: int = 0


class Teller:
    """Tells the record's rows."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def newest(self, by: Actor, limit: int) -> tuple[Told, ...]:
        """Give the newest rows, newest first, each with what it is about."""
        with self._desk.look(by) as unit:
            rows = list(unit.record.rows(after=max(0, unit.record.head().seq - limit)))
            names = _Names(unit)
            return tuple(names.told(row) for row in reversed(rows))

    def at(self, by: Actor, seqs: Sequence[int]) -> tuple[Told, ...]:
        """Give rows by their places, in the order in which they are named; what isn't there is left out."""
        with self._desk.look(by) as unit:
            names = _Names(unit)
            rows = (unit.record.at(seq) for seq in seqs)
            return tuple(names.told(row) for row in rows if row is not None)

    def details(self, by: Actor, seq: int) -> Details | None:
        """Open one row; None where there is none."""
        with self._desk.look(by) as unit:
            stored = unit.record.at(seq)
            if stored is None:
                return None
            names = _Names(unit)
            told = names.told(stored)
            if told.entry.utc is None:
                return Details(told, key=None, fields=(), withheld=0, erased=0)
            body = Body.from_bytes(stored.row.body)
            opened = _Opened.of(unit, body)
            shown = opened.parts if body.noun in OPEN_NOUNS else {}
            return Details(
                told=told,
                key=names.kind_of(KeyId(body.key)),
                fields=names.fields(shown),
                withheld=sum(
                    name not in shown or not _all_shown(name, part) for name, part in opened.parts.items()
                ),
                erased=opened.erased,
                unreadable=opened.unreadable,
            )


@dataclass(frozen=True)
class _Opened:
    """A row's parts: what they hold, and how many were erased or aren't what the row says."""

    parts: Mapping[str, Any]
    erased: int
    unreadable: int

    @classmethod
    def of(cls, unit: Unit, body: Body) -> "_Opened":
        found: dict[str, Any] = {}
        erased = unreadable = 0
        for name in sorted(body.parts):
            try:
                part = unit.record.part(body.seq, name)
                if part is None:
                    erased += 1
                elif part.digest == body.parts[name]:
                    found[name] = loads(part.content)
                else:
                    unreadable += 1
            except (Tampered, ValueError):
                unreadable += 1
        return cls(found, erased, unreadable)


def _all_shown(name: str, value: object) -> bool:
    """Tell whether everything of a part that says something to people is shown."""
    if isinstance(value, dict):
        return all(_all_shown(inner, one) for inner, one in value.items())
    return name in SHOWN_FIELDS or name in _SAYS_NOTHING or value in (None, "", [])


class _Names:
    """Names of what rows are about, read once per reading."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        trust = trust_as_far_as_readable(unit)
        self._people = {str(one.id): one.name for one in trust.people.values()}
        self._keys = trust.keys
        accounts: tuple[Account, ...] = _readable(unit.accounts.all, ())
        self._accounts = {str(one.id): one.label for one in accounts}
        self._publications: dict[str, Publication | None] = {}
        self._posts: dict[str, list[Revision]] = {}

    def kind_of(self, key: KeyId) -> KeyKind | None:
        return self._keys[key].kind if key in self._keys else None

    def told(self, stored: StoredRow) -> Told:
        entry = entry_of(stored, self._people)
        return Told(entry, _readable(lambda: self._about(entry), About()))

    def fields(self, parts: Mapping[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give what may be shown of a row's parts, in its order; a part may be one value or an object."""
        found: dict[str, tuple[str, ...]] = {}
        self._collect(parts, found)
        return tuple((name, found[name]) for name in SHOWN_FIELDS if name in found)

    def _collect(self, part: Mapping[str, Any], found: dict[str, tuple[str, ...]]) -> None:
        for name, value in part.items():
            if isinstance(value, dict):
                self._collect(value, found)
            elif name in SHOWN_FIELDS and value not in (None, "", []):
                values = value if isinstance(value, list) else [value]
                found[name] = tuple(self._named(str(one)) for one in values)

    def _named(self, value: str) -> str:
        return self._people.get(value) or self._accounts.get(value) or value

    def _about(self, entry: Entry) -> About:
        which = entry.noun_id or ""
        if entry.noun in FOR_ONE_ACCOUNT:
            return About(account=self._accounts.get(which, ""))
        if entry.noun in {Noun.POSTS, Noun.CORRECTIONS, Noun.SPOKEN_YESES}:
            return About(words=self._words(which, entry.seq), post=which)
        if entry.noun in {Noun.PUBLICATIONS, Noun.REMOVALS}:
            return self._publication(which, entry.seq)
        if entry.noun == Noun.WEEKS:
            return About(day=_day(which))
        if entry.noun == Noun.SLOTS:
            return self._slot(self._part_until(entry, SLOT_PART))
        if entry.noun == Noun.PERMISSIONS:
            permission = self._part_until(entry, PERMISSION_PART)
            return About(person=self._people.get(str(permission.get("person")), ""))
        if entry.noun in {Noun.PHOTO_SETS, Noun.PHOTOS}:
            return About(words=self._event(entry.noun, which))
        return self._person(entry)

    def _words(self, post: str, seq: int) -> str:
        """Give a post's first words as they were handed in last before a row; none before the first time.

        What its draft says now was perhaps never seen by who signed that row.
        """
        if post not in self._posts:
            self._posts[post] = sorted(self._unit.revisions.find(post_id=post), key=lambda one: one.seq)
        said = [one for one in self._posts[post] if one.seq <= seq]
        return opening(said[-1].content) if said else ""

    def _publication(self, which: str, seq: int) -> About:
        if which not in self._publications:  # one by one: the years before these rows have thousands
            self._publications[which] = self._unit.publications.maybe(which)
        found = self._publications[which]
        if found is None:
            return About()
        post, account = found.post or "", self._accounts.get(str(found.account), "")
        return About(words=self._words(post, seq), account=account, post=post)

    def _slot(self, slot: Mapping[str, Any]) -> About:
        account = self._accounts.get(str(slot.get("account")), "")
        return About(words=str(slot.get("topic", "")), account=account, day=_day(str(slot.get("day"))))

    def _part_until(self, entry: Entry, name: str) -> Mapping[str, Any]:
        """Read what a thing was at a row: its own detail, or the newest one before it."""
        rows = self._unit.record.about(Noun(entry.noun), entry.noun_id or "")
        for row in reversed([row for row in rows if row.seq <= entry.seq]):
            part = self._unit.record.part(row.seq, name)
            if part is not None:
                return _object(part)
        return {}

    def _event(self, noun: str, which: str) -> str:
        photo = self._unit.photos.maybe(which) if noun == Noun.PHOTOS else None
        folder = self._unit.photo_sets.maybe(which if photo is None else photo.set)
        return "" if folder is None else folder.event

    def _person(self, entry: Entry) -> About:
        which = entry.noun_id or ""
        key = self._keys.get(KeyId(which))
        if key is not None and key.person is not None:
            which = key.person
        return About(person=self._people.get(which, ""))


def _readable(read: Callable[[], T], otherwise: T) -> T:
    """Read what a line is about; a line whose thing was spoilt stands without it."""
    try:
        return read()
    except Tampered:
        return otherwise


def _object(part: Part) -> Mapping[str, Any]:
    try:
        return parse(part.content)
    except ValueError:
        return {}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
