"""The caches of the trust rows: tables school, person, key, role, pin, school_key, reviewer_list (`keys.md`).

They hold nothing that the record doesn't say; `services.records` compares the two and says so if they differ.
"""

import sqlalchemy as sa

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, KeyId, PersonId, SchoolId
from smadmin.domain.keys import Key, Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Grant, Person
from smadmin.domain.reviewers import Lists, ReviewerList
from smadmin.domain.schools import School
from smadmin.domain.trusted import Left
from smadmin.storage import schema
from smadmin.storage.full_text import FullText
from smadmin.storage.shelf import raw

_TABLES = {
    "person": schema.person,
    "key": schema.key,
    "role": schema.role,
    "pin": schema.pin,
    "school_key": schema.school_key,
    "reviewer_list": schema.reviewer_list,
    "school": schema.school,
}


def _reading(name: str) -> sa.Select[tuple[str, str, bytes]]:
    table = _TABLES[name]
    rows = sa.select(sa.literal_column(f"'{name}'", sa.String).label("noun"), table.c.id, table.c.body)
    return rows.where(table.c.school_id == sa.bindparam("school"))


# Every deed reads all of them, and making a question anew takes longer than SQLite's answer.
_READING = {name: _reading(name) for name in _TABLES}
_READING_ALL = sa.union_all(*_READING.values())


class TrustShelf:
    """One school's trust in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection = connection
        self._school = school
        self._words = FullText(connection, school)

    def read(self) -> Trust:
        """Read the state that the caches hold.

        Raises:
            Tampered: if a row of them isn't what the program writes.
        """
        try:
            return self._read()
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise Tampered(
                say("records.trust-differs-now"),
                kept=say("records.nothing-changed"),
                remedy=say("records.sit-down-again"),
            ) from error

    def _read(self) -> Trust:
        keys, root, rows = {}, None, self._all_rows()
        for id_, body in rows["key"].items():
            value = parse(body)
            keys[KeyId(id_)] = Key.from_plain(value)
            root = KeyId(id_) if value["root"] is True else root
        people = {PersonId(id_): parse(body) for id_, body in rows["person"].items()}
        left = {id_: one["leaving"] for id_, one in people.items() if "leaving" in one}
        return Trust(
            root=root,
            keys=keys,
            people={id_: Person.from_plain(one) for id_, one in people.items()},
            leaving={id_: Left.from_plain(one) for id_, one in left.items()},  # type: ignore[arg-type]  # what isn't so ends in `read`
            grants={k: Grant.from_plain(parse(v)) for k, v in rows["role"].items()},
            pins={AccountId(k): str(parse(v)["platform_id"]) for k, v in rows["pin"].items()},
            school_keys={int(k): str(parse(v)["sha256"]) for k, v in rows["school_key"].items()},
            school=self._described(rows["school"].get(self._school)),
            lists=Lists({k: ReviewerList.from_plain(parse(v)) for k, v in rows["reviewer_list"].items()}),
        )

    def has_school(self, trust: Trust) -> bool:
        """Tell whether the school's row is, byte for byte, what a state says of it."""
        said = trust.school
        wanted = None if said is None or said.id != self._school else canonical(said.to_plain())
        return self._rows("school").get(self._school) == wanted

    def _described(self, body: bytes | None) -> School | None:
        """Read the school's row; in other bytes than the program writes it may mean two things."""
        school = None if body is None else School.from_plain(parse(body))
        if school is not None and canonical(school.to_plain()) != body:
            raise ValueError("a school's row in other bytes")
        return school

    def write(self, old: Trust, new: Trust) -> None:
        """Bring the caches from one state to the next, writing only what differs."""
        before, after = old.stored(), new.stored()
        for place in before.keys() - after.keys():
            name, id_ = place.split("/", 1)
            table = _TABLES[name]
            self._connection.execute(
                sa.delete(table).where(table.c.id == id_, table.c.school_id == self._school)
            )
            if name == "person":
                self._words.keep(name, id_, "")
        for place, body in after.items():
            name, id_ = place.split("/", 1)
            table = _TABLES[name]
            if place not in before:
                values = {"id": id_, "school_id": self._school, "version": 1, "body": body}
                self._connection.execute(sa.insert(table).values(**values))
            elif before[place] != body:
                self._connection.execute(
                    sa.update(table)
                    .where(table.c.id == id_, table.c.school_id == self._school)
                    .values(body=body, version=table.c.version + 1)
                )
            if name == "person" and before.get(place) != body:
                self._words.keep(name, id_, new.people[PersonId(id_)].name)

    def index_anew(self) -> None:
        """Keep everybody's name in the index, after all words were forgotten."""
        for person in self.read().people.values():
            self._words.keep("person", person.id, person.name)

    def write_anew(self, new: Trust) -> None:
        """Write all caches from a state, whatever lies there now."""
        for name, table in _TABLES.items():
            ids = [place.partition("/")[2] for place in new.stored() if place.startswith(f"{name}/")]
            here = sa.or_(table.c.school_id == self._school, table.c.id.in_(ids))
            self._connection.execute(sa.delete(table).where(here))
        self.write(Trust(), new)

    def _all_rows(self) -> dict[str, dict[str, bytes]]:
        rows: dict[str, dict[str, bytes]] = {name: {} for name in _TABLES}
        for row in self._connection.execute(_READING_ALL, {"school": self._school}):
            rows[row.noun][str(row.id)] = raw(row.body)
        return rows

    def _rows(self, name: str) -> dict[str, bytes]:
        found = self._connection.execute(_READING[name], {"school": self._school})
        return {str(row.id): raw(row.body) for row in found}
