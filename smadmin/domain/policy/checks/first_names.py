"""The first name of a child whose family said no to names (BAL-B1i3).

On its own a first name leads nobody anywhere. It does beside a class, a team, an initial or a photo of
the group, where no other child of the school bears it, and before its family name with a letter wrong.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import TEXT, Hit, Severity, Span
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.name_shapes import like_a_name
from smadmin.domain.policy.reading import Reading, Word, touches
from smadmin.domain.policy.removing import nameless
from smadmin.domain.policy.roster import People
from smadmin.domain.policy.wordlists import GIVEN_NAMES, ORDINARY, TITLES, WORDS_AS_SURNAMES

_GROUP = regex.compile(
    r"\b(?:[k1-8](?:st|nd|rd|th)?[- ]?[a-f]|(?:k|\d)(?:st|nd|rd|th)?[- ]grade\w*|graders?|class|"
    r"team|club|squad|"
    r"choir|band|orchestra|clase|equipo|grado|salon|coro|banda)\b"
)
_INITIAL = regex.compile(r"\p{Zs}{1,2}\p{Lu}(?:\.|(?!\w))")
_OF_NAMES = GIVEN_NAMES | WORDS_AS_SURNAMES
_LEAST_LETTERS = 4
"""Shorter family names are too often one letter off another."""
_WITHIN = regex.compile(r"[\p{Zs}\-]{0,2}")
"""What stands between the words of one name."""
_NEXT_NAME = regex.compile(r"\p{Zs}{1,2}(?=\p{Lu}\p{Ll})")


class OptedOutFirstName:
    """Such a first name, where it leads to the child."""

    id: ClassVar[CheckId] = CheckId.OPTED_OUT_FIRST_NAME

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give first names that lead to an opted-out child."""
        people = context.people
        if not people.unnamed:
            return
        named = [name.span for name in full_names(reading, people)]
        for index, word in enumerate(reading.words):
            if word.folded not in people.unnamed or not word.written[0].isupper():
                continue
            if touches(named, word.span):
                continue
            last = _last_of(reading, index, people)
            mistyped = _mistyped(reading, index, people)
            if not mistyped and _somebody_else(reading, index, last, context):
                continue
            alone = people.children.get(word.folded) == 1 and word.folded not in ORDINARY
            span = Span(word.start, reading.words[last].end)
            if mistyped or alone or last > index or _leads_there(reading, span, context):
                message = say("policy.opted-out-first-name", first=reading.text[span.start : span.end])
                yield Hit(span, message, nameless(reading, span), Severity.WARN)


def _last_of(reading: Reading, index: int, people: People) -> int:
    """Give where a name of several words ends that only this child bears ("María José"), else `index`."""
    words = reading.words
    for given in people.given_forms.get(words[index].folded, ()):  # the longest first
        last = index + len(given) - 1
        if tuple(one.folded for one in words[index : last + 1]) != given:
            continue
        between = (reading.text[words[at].end : words[at + 1].start] for at in range(index, last))
        bearers = set(people.names[given].values())
        if all(map(_WITHIN.fullmatch, between)) and len(bearers) == 1 and next(iter(bearers)).opted_out:
            return last
    return index


def _somebody_else(reading: Reading, index: int, last: int, context: Context) -> bool:
    """Tell whether it is an adult ("Ms. Lena") or has another family name ("Lena Horne", not "Lena Wins")."""
    words = reading.words
    if index and words[index - 1].folded in TITLES:
        return True
    after = _name_after(reading, last)
    return after is not None and (after.folded in _OF_NAMES or like_a_name(after, context))


def _mistyped(reading: Reading, index: int, people: People) -> bool:
    """Tell whether such a child's family name follows, but for one letter ("Lena Novac")."""
    first, after = reading.words[index].folded, _name_after(reading, index)
    if after is None or (first, after.folded) in people.staff:
        return False
    return any(
        person.opted_out and len(family) == 1 and _but_one(family[0], after.folded)
        for family, person in people.names.get((first,), {}).items()
    )


def _name_after(reading: Reading, index: int) -> Word | None:
    """Give the capitalised word beside a name."""
    beside = _NEXT_NAME.match(reading.text, reading.words[index].end)
    return reading.words[index + 1] if beside is not None and index + 1 < len(reading.words) else None


def _but_one(name: str, typed: str) -> bool:
    """Tell whether a name was typed with one letter wrong, missing, too much, or two of them turned."""
    if min(len(name), len(typed)) < _LEAST_LETTERS or name == typed or abs(len(name) - len(typed)) > 1:
        return False
    start = next((at for at, pair in enumerate(zip(name, typed, strict=False)) if pair[0] != pair[1]), -1)
    if start < 0:
        return True
    left, right = name[start:], typed[start:]
    turned = left[:2] == right[1::-1] and left[2:] == right[2:]
    return turned or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _leads_there(reading: Reading, span: Span, context: Context) -> bool:
    if context.group_photo or reading.place != TEXT or _INITIAL.match(reading.text, span.end):
        return True
    sentence = reading.sentence_folded(span.start)
    return _GROUP.search(sentence) is not None or any(group in sentence for group in context.groups)
