"""Paragraphs in a language that isn't read here: they are named, so that nobody takes silence for a yes."""

from collections.abc import Iterator
from typing import ClassVar

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity
from smadmin.domain.policy.reading import Reading

_SHOWN = 30
_LEAST_WORDS = 3
_LETTERS_WITHOUT_WORDS = 8
"""Scripts without spaces make one word of a sentence."""


class UnreadLanguage:
    """A paragraph that is neither English nor Spanish."""

    id: ClassVar[CheckId] = CheckId.UNREAD_LANGUAGE

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the paragraph by its first words; nothing in it is underlined."""
        words = reading.words
        if reading.language or not words:
            return
        if len(words) >= _LEAST_WORDS or len(words[0].written) >= _LETTERS_WITHOUT_WORDS:
            begins = reading.text.strip()[:_SHOWN]
            yield Hit(None, say("policy.unread-language", begins=begins), at_most=Severity.HINT)
