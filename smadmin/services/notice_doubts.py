"""What the policy says of a notice's words: what its blanks brought in, for who releases it alone.

The principal read the signed words with what the policy says of them; nobody but the sender reads the rest.
"""

from collections.abc import Collection, Mapping

from smadmin.domain.errors import Reason
from smadmin.domain.notices import NoticeText
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import Content
from smadmin.services.reading import Reader, distinct
from smadmin.storage.unit import Unit


def brought_in(
    reader: Reader, unit: Unit, text: NoticeText, values: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Give what the policy blocks or warns of in the filled words, not in the signed ones; blocks first."""

    def found(words: str) -> tuple[Finding, ...]:
        read = reader.now(unit, Content(text=words, accounts=text.accounts))
        return (*distinct(read, Severity.BLOCK), *distinct(read, Severity.WARN))

    signed = {(one.rule, one.text) for one in found(text.text)}
    return tuple(one for one in found(text.filled(values)) if (one.rule, one.text) not in signed)


def doubt_reasons(found: Collection[Finding], stands: Collection[Finding]) -> tuple[Reason, ...]:
    """List the warnings that the sender didn't read and let stand."""
    return tuple(
        Reason(one.message, one.citation, one.place)
        for one in found
        if one.severity is Severity.WARN and one not in stands
    )
