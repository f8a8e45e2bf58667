"""E-mail addresses of private people (BAL-B1j1, BAL-D6, SOC-P2); an organisation's office mailbox is none."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity, Span
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.removing import without

_MAIL = regex.compile(r"(?<![\w.+-])[\w.+%-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++")
_LOCAL, _LABEL, _OPENS, _CLOSES = (
    r"(?<![\w.+-])(?P<local>[\w.+%-]{1,64}+)",
    r"[\w-]{1,63}+",
    r"[(\[{<]",
    r"[)\]}>]",
)
_AT_IN_BRACKETS = rf"\p{{Zs}}?{_OPENS}\p{{Zs}}?(?:at|arroba|@)\p{{Zs}}?{_CLOSES}\p{{Zs}}?"
_DOT_IN_WORDS = (
    rf"(?:\p{{Zs}}?{_OPENS}\p{{Zs}}?(?:dot|punto|\.)\p{{Zs}}?{_CLOSES}\p{{Zs}}?"
    r"|\p{Zs}(?:dot|punto)\p{Zs})"
)
_IN_WORDS = regex.compile(
    rf"{_LOCAL}(?:{_AT_IN_BRACKETS}(?P<domain>{_LABEL}(?:(?:{_DOT_IN_WORDS}|\.){_LABEL})++)"
    rf"|@(?P<domain>{_LABEL}(?:{_DOT_IN_WORDS}{_LABEL})++)"
    rf"|\p{{Zs}}(?P<bare>at|arroba)\p{{Zs}}(?P<domain>{_LABEL}(?:{_DOT_IN_WORDS}{_LABEL})++))",
    regex.I,
)
"""An address that is written so that machines don't find it: people do."""
_A_DOT = regex.compile(_DOT_IN_WORDS, regex.I)
_NOBODY = frozenset(
    ("us", "me", "him", "her", "them", "it", "online", "now", "more", "is", "are", "or", "and", "nos")
)
"""“Find us at example dot org” is a site."""
_ENDINGS = frozenset(("com", "org", "net", "edu", "gov", "us", "info", "co", "io", "me", "mx", "es"))
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
        for match in _IN_WORDS.finditer(reading.text):
            local, domain = match["local"].casefold(), _A_DOT.sub(".", match["domain"]).casefold()
            if (
                local in _NOBODY
                or _lies_in(domain, context.domains)
                or reading.in_link(Span(*match.span("local")))
            ):
                continue
            if local in _OFFICE_BOXES and domain not in _PRIVATE_PROVIDERS:
                continue
            if match["bare"] and domain.rpartition(".")[2] not in _ENDINGS:
                continue
            span = Span(*match.span())
            said, at_most = (
                say("policy.email", email=match[0]),
                Severity.WARN if match["bare"] else Severity.BLOCK,
            )
            yield Hit(span, said, without(reading, span), at_most)


def _lies_in(domain: str, own: tuple[str, ...]) -> bool:
    return any(domain == name or domain.endswith(f".{name}") for name in map(str.casefold, own))
