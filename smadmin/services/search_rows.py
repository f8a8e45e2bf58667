"""Rows of the record by what people type: an act, a person, a date, a number, or what a row is about.

A row fits when each asked word begins a word of its act's sentence, of who did it or of its date, or is its
number, or fits what it is about. The index (`storage/record_words.py`) gives rows by act, person and date;
those by number and thing are read by their own indexes, and rows that aren't taken in yet one by one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from smadmin.domain.schools import School
from smadmin.domain.searching import fits, words_of
from smadmin.storage.record_words import Key, PlainRow, act_key, date_key, keys_of, noun_key, person_key
from smadmin.storage.unit import Unit

_TAIL = _ABOUT = 2_000
"""So many rows that the index doesn't have yet, and so many about things that fit, are looked through."""
_DAYS, _FIRST_YEAR, _LAST_YEAR = 31, 1990, 2199
_DIGITS = 12


@dataclass(frozen=True)
class RowWords:
    """The words that this window's language has for rows.

    Args:
        acts: by noun and act, the words of the sentence that tells it.
        months: January's first.
        program: what the program itself is called where nobody did it.
    """

    acts: Mapping[tuple[str, str], tuple[str, ...]]
    months: tuple[tuple[str, ...], ...]
    program: tuple[str, ...]


@dataclass(frozen=True)
class AskedRows:
    """What rows are looked for.

    Args:
        asked: folded words; none stands for all rows.
        things: for each of them, the ids of what fits it.
        person: only what they did; `nouns`: only about these kinds of things; None for all.
    """

    asked: tuple[str, ...]
    things: tuple[frozenset[str], ...]
    person: str | None = None
    nouns: frozenset[str] | None = None


def find_rows(
    unit: Unit, school: School, wanted: AskedRows, words: RowWords, *, names: Mapping[str, str], limit: int
) -> tuple[PlainRow, ...]:
    """Give the newest rows that fit.

    Args:
        unit: a reading of the store.
        school: whose days they have.
        wanted: what is looked for.
        words: what acts and months are called.
        names: people's, by id.
        limit: at most so many.
    """
    index = unit.record_words
    groups = [keys_for(one, words, names) for one in wanted.asked]
    upto = index.upto(str(school.zone))
    narrowed = [*groups, *_narrowing(wanted)]
    found = index.rows_at(index.find(narrowed, limit)) if upto else ()
    numbers = {int(one) for one in wanted.asked if one.isdecimal() and len(one) <= _DIGITS}
    things = frozenset().union(*wanted.things) if wanted.things else frozenset[str]()
    rows = {
        row.seq: row
        for rows in (
            found,
            index.rows_at(numbers),
            index.rows_about(things, _ABOUT),
            index.rows_after(upto, _TAIL),
        )
        for row in rows
    }
    fitting = (rows[seq] for seq in sorted(rows, reverse=True) if row_fits(rows[seq], school, wanted, groups))
    return tuple(row for row, _ in zip(fitting, range(limit), strict=False))


def keys_for(asked: str, words: RowWords, names: Mapping[str, str]) -> frozenset[Key]:
    """Give the keys of rows that one asked word fits."""
    found: set[Key] = {act_key(*what) for what, said in words.acts.items() if fits((asked,), said)}
    found |= {person_key(one) for one, name in names.items() if fits((asked,), words_of(name))}
    if fits((asked,), words.program):
        found.add(person_key(None))
    found |= {
        date_key("month", number) for number, said in enumerate(words.months, 1) if fits((asked,), said)
    }
    if asked.isdecimal() and len(asked) <= _DIGITS:
        number = int(asked)
        if 1 <= number <= _DAYS:
            found.add(date_key("day", number))
        if _FIRST_YEAR <= number <= _LAST_YEAR:
            found.add(date_key("year", number))
    return frozenset(found)


def row_fits(row: PlainRow, school: School, wanted: AskedRows, groups: Sequence[Collection[Key]]) -> bool:
    """Tell whether a row fits every asked word, whatever index gave it."""
    if wanted.person is not None and row.person != wanted.person:
        return False
    if wanted.nouns is not None and row.noun not in wanted.nouns:
        return False
    keys = frozenset(keys_of(school, row.utc, row.person, row.act, row.noun))
    return all(
        not keys.isdisjoint(group) or row.noun_id in things or word == str(row.seq)
        for word, group, things in zip(wanted.asked, groups, wanted.things, strict=True)
    )


def _narrowing(wanted: AskedRows) -> list[list[Key]]:
    person = [] if wanted.person is None else [[person_key(wanted.person)]]
    nouns = [] if wanted.nouns is None else [[noun_key(one) for one in sorted(wanted.nouns)]]
    return [*person, *nouns]
