"""A named company (BLO-A10): is there a relationship, and do readers learn of it?"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading

_FIRM = regex.compile(
    r"\b(?<![\p{L}\d'&-]['&-])(?:\p{Lu}[\p{L}\d'&-]*+\p{Zs}){1,4}(?:LLC|Inc|Corp|Corporation|Ltd|LLP|S\.A\.|Co\.)(?!\p{L})"
)


class Company:
    """A company, once per passage each."""

    id: ClassVar[CheckId] = CheckId.COMPANY

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give companies, written as names."""
        spans = {match.span for match in wordings(reading, context, "companies")}
        spans |= {Span(*match.span()) for match in _FIRM.finditer(reading.text)}
        seen: set[str] = set()
        for span in sorted(spans):
            name = words_at(reading, span)
            if name[0].isupper() and name not in seen and not reading.in_link(span):
                seen.add(name)
                yield Hit(span, say("policy.company", company=name), _disclose(reading, span, name))


def _disclose(reading: Reading, span: Span, name: str) -> Remedy:
    told = "colabora con nuestra escuela" if reading.spanish else "a partner of our school"
    return Remedy(say("policy.disclose", words=told), span, f"{name} ({told})", judged=True)
