"""The first name of a child whose family said no to names (BAL-B1i3).

On its own a first name leads nobody anywhere. It does beside a class, a team, an initial or a photo of
the group, and where no other child of the school bears it.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import TEXT, Hit, Severity
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading, Word, touches
from smadmin.domain.policy.removing import nameless
from smadmin.domain.policy.wordlists import ORDINARY, TITLES

_GROUP = regex.compile(
    r"\b(?:[k1-8](?:st|nd|rd|th)?[- ]?[a-f]|(?:k|\d)(?:st|nd|rd|th)?[- ]grade\w*|graders?|class|"
    r"team|club|squad|"
    r"choir|band|orchestra|clase|equipo|grado|salon|coro|banda)\b"
)
_INITIAL = regex.compile(r"\p{Zs}{1,2}\p{Lu}(?:\.|(?!\w))")
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
            if touches(named, word.span) or _somebody_else(reading, index):
                continue
            only = people.children.get(word.folded) == 1 and word.folded not in ORDINARY
            if only or _leads_there(reading, word, context):
                message = say("policy.opted-out-first-name", first=word.written)
                yield Hit(word.span, message, nameless(reading, word.span), Severity.WARN)


def _somebody_else(reading: Reading, index: int) -> bool:
    """Tell whether it is an adult ("Ms. Lena") or has another family name ("Lena Horne")."""
    words = reading.words
    if index and words[index - 1].folded in TITLES:
        return True
    return _NEXT_NAME.match(reading.text, words[index].end) is not None


def _leads_there(reading: Reading, word: Word, context: Context) -> bool:
    if context.group_photo or reading.place != TEXT or _INITIAL.match(reading.text, word.end):
        return True
    sentence = reading.sentence_folded(word.start)
    return _GROUP.search(sentence) is not None or any(group in sentence for group in context.groups)
