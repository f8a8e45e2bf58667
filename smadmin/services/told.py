"""The record as people read it: what each row is about, and one row's details.

Children are never named here, nor what was decided about a photo's faces: details are read for those nouns
alone whose details may also leave the school. Nothing is proven; `services.records` verifies.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import parse
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import KeyKind
from smadmin.domain.posts import first_words
from smadmin.domain.records import Body
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Desk
from smadmin.services.export import OPEN_NOUNS
from smadmin.services.mandates import PERMISSION_PART
from smadmin.services.plan import SLOT_PART
from smadmin.services.records import Entry
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

SHOWN_FIELDS = ("account", "accounts", "person", "role", "topic", "day", "starts", "ends", "link", "reason")
"""What is shown of a row's details, in this order; a field that isn't named here stays where it is."""


@dataclass(frozen=True)
class About:
    """What a row is about, as far as it can be named.

    Args:
        words: a post's first words, a planned post's topic, a folder's event.
        account: the account's platform and handle.
        person: a real name.
        day: the day it is planned for, or a week's Monday.
    """

    words: str = ""
    account: str = ""
    person: str = ""
    day: date | None = None


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
        withheld: how many of its details aren't shown.
        erased: how many were erased by order.
    """

    told: Told
    key: KeyKind | None
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    withheld: int
    erased: int


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

    def details(self, by: Actor, seq: int) -> Details | None:
        """Open one row; None where there is none."""
        with self._desk.look(by) as unit:
            stored = unit.record.at(seq)
            if stored is None:
                return None
            body, names = Body.from_bytes(stored.row.body), _Names(unit)
            key = unit.trust.read().keys.get(KeyId(body.key))
            parts = {name: unit.record.part(seq, name) for name in sorted(body.parts)}
            there = {name: json.loads(part.content) for name, part in parts.items() if part is not None}
            fields = names.fields(there) if body.noun in OPEN_NOUNS else ()
            return Details(
                told=names.told(stored),
                key=None if key is None else key.kind,
                fields=fields,
                withheld=0 if fields else len(there),
                erased=len(parts) - len(there),
            )


class _Names:
    """Names of what rows are about, read once per reading."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        trust = unit.trust.read()
        self._people = {str(one.id): one.name for one in trust.people.values()}
        self._keys = trust.keys
        self._accounts = {str(one.id): one.label for one in unit.accounts.all()}
        self._publications = {str(one.id): one for one in unit.publications.all()}
        self._posts: dict[str, str] = {}

    def told(self, stored: StoredRow) -> Told:
        body = Body.from_bytes(stored.row.body)
        person = None if body.person is None else self._people.get(body.person, body.person)
        entry = Entry(body.seq, body.utc, person, body.act, body.noun, body.id)
        return Told(entry, self._about(entry))

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
        if entry.noun in {Noun.ACCOUNTS, Noun.CREDENTIALS}:
            return About(account=self._accounts.get(which, ""))
        if entry.noun == Noun.POSTS:
            return About(words=self._words(which))
        if entry.noun == Noun.PUBLICATIONS:
            return self._publication(which)
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

    def _words(self, post: str) -> str:
        if post not in self._posts:
            draft = self._unit.posts.maybe(post)
            self._posts[post] = "" if draft is None else first_words(draft)
        return self._posts[post]

    def _publication(self, which: str) -> About:
        found = self._publications.get(which)
        if found is None:
            return About()
        return About(words=self._words(found.post or ""), account=self._accounts.get(str(found.account), ""))

    def _slot(self, slot: Mapping[str, Any]) -> About:
        account = self._accounts.get(str(slot.get("account")), "")
        return About(words=str(slot.get("topic", "")), account=account, day=_day(str(slot.get("day"))))

    def _part_until(self, entry: Entry, name: str) -> Mapping[str, Any]:
        """Read what a thing was at a row: its own detail, or the newest one before it."""
        rows = self._unit.record.about(Noun(entry.noun), entry.noun_id or "")
        for row in reversed([row for row in rows if row.seq <= entry.seq]):
            part = self._unit.record.part(row.seq, name)
            if part is not None:
                return parse(part.content)
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


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
