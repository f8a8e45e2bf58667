"""Words that are often misspelled, with what was meant (SOC-O4, BLO-A8).

Only these: a word the list doesn't hold is taken to be right, so that names and new words stay in peace.
"""

from collections.abc import Iterator
from typing import ClassVar

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy
from smadmin.domain.policy.reading import Reading


class Spelling:
    """A common misspelling, in the paragraph's own language."""

    id: ClassVar[CheckId] = CheckId.SPELLING

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give misspelled words."""
        for match in wordings(reading, context, self.id):
            if match.phrase.language != reading.language or reading.in_link(match.span):
                continue
            right = match.phrase.note
            if words_at(reading, match.span)[0].isupper():
                right = right[0].upper() + right[1:]
            remedy = Remedy(say("policy.write-so", words=right), match.span, right)
            yield Hit(match.span, say("policy.spelling", words=words_at(reading, match.span)), remedy)
