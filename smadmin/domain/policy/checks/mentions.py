"""Nobody is tagged without permission (SOC-O9)."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading

_MENTION = regex.compile(
    r"(?<![\w.@/+-])[@\uff20](?P<who>[A-Za-z0-9_](?:[\w.-]*\w)?(?:@[\w-]+(?:\.[\w-]+)+)?)"
)


class Mention:
    """An @mention of an account that is neither the school's nor on its list."""

    id: ClassVar[CheckId] = CheckId.MENTION

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give mentions of strangers."""
        known = {handle.lstrip("@").casefold() for handle in context.handles}
        for match in _MENTION.finditer(reading.text):
            span = Span(*match.span())
            if match["who"].casefold() in known or reading.in_link(span):
                continue
            remedy = Remedy(say("policy.remove-word"), span, "", judged=True)
            yield Hit(span, say("policy.mention", handle=match[0]), remedy)
