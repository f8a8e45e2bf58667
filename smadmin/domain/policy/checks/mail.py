"""E-mail addresses of private people (BAL-B1j1, BAL-D6, SOC-P2); an organisation's office mailbox is none."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.removing import without

_MAIL = regex.compile(r"(?<![\w.+-])[\w.+%-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++")
_OFFICE_BOXES = frozenset(
    {
        "info", "contact", "office", "hello", "help", "support", "tickets", "events", "registration",
        "admissions", "communications", "press", "news", "pta", "pto", "admin", "donate", "volunteer",
        "library", "jobs", "hr",
    }
)  # fmt: skip
_PRIVATE_PROVIDERS = frozenset(
    {
        "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com", "me.com",
        "msn.com", "comcast.net", "verizon.net", "proton.me", "protonmail.com",
    }
)  # fmt: skip


class EmailAddress:
    """An e-mail address that is neither the school's nor an organisation's office."""

    id: ClassVar[CheckId] = CheckId.EMAIL_ADDRESS

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give addresses of private people."""
        for match in _MAIL.finditer(reading.text):
            local, _, domain = match[0].casefold().partition("@")
            span = Span(*match.span())
            if _lies_in(domain, context.domains) or reading.in_link(span):
                continue
            if local in _OFFICE_BOXES and domain not in _PRIVATE_PROVIDERS:
                continue
            yield Hit(span, say("policy.email", email=match[0]), without(reading, span))


def _lies_in(domain: str, own: tuple[str, ...]) -> bool:
    return any(domain == name or domain.endswith(f".{name}") for name in map(str.casefold, own))
