"""Phones, e-mail addresses and numbers that lead to a child (BAL-B1j1, BAL-D6, SOC-P2).

The school's own phones and mail domains aren't identifiers, nor is an organisation's office mailbox or
toll-free line. Digits inside web addresses are left alone.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import phonenumbers
import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading

_REGION = "US"
_DIGITS_WITH_AREA_CODE = 10
_SEPARATOR = r"[ \u00a0.\-\u2010-\u2013/]"
_PHONE = regex.compile(
    rf"(?<![\w.,/$€#-])(?:\+?1{_SEPARATOR}?)?(?:\(\d{{3}}\){_SEPARATOR}?|\d{{3}}{_SEPARATOR}?)"
    rf"\d{{3}}{_SEPARATOR}?\d{{4}}(?![\w-]|[.,]\d)"
    rf"|(?<![\w.])\+[2-9]\d(?:{_SEPARATOR}?\(?\d{{1,4}}\)?){{2,6}}+(?!\w)"
)
_SHORT_PHONE = regex.compile(
    r"\b(?:call|text|phone|tel|cell|dial|llam[ea]|telefono|celular)\w*+[^\d\n]{0,20}"
    rf"(?P<n>\d{{3}}{_SEPARATOR}\d{{4}})(?![\w-])"
)
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
_NUMBER = regex.compile(
    r"\b(?:student|pupil|lunch|school|matricula|estudiante|alumn[oa])\s?(?:id|i\.d\.|number|no\.|num\.|pin|#|numero)"
    r"[\s:#.]{0,4}(?:is\s|es\s)?(?P<n>[a-z]?\d{4,12})(?!\d)"
    r"|\b(?:id|i\.d\.)\s?(?:number|no\.?|#)[\s:#.]{0,4}(?P<n>[a-z]?\d{4,12})(?!\d)"
    r"|\b(?:numero de estudiante|matricula)[\s:#.]{0,4}(?P<n>[a-z]?\d{4,12})(?!\d)"
    r"|(?<![\w-])(?P<n>(?!000|666|9)\d{3}-\d{2}-\d{4})(?![\w-])"
)
_BIRTH = regex.compile(
    r"\b(?:born on|date of birth|d\.?o\.?b\.?|birth ?date|nacid[oa] el|fecha de nacimiento)"
    r"[\s:]{0,3}(?:is\s|es\s)?"
    r"(?P<n>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2} de \p{L}{4,10}(?: de \d{4})?)"
)


class PhoneNumber:
    """A telephone number that isn't the school's."""

    id: ClassVar[str] = "phone-number"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give numbers of private people, as far as one can tell."""
        own = {number for phone in context.phones if (number := _national(phone))}
        spans = [Span(*match.span()) for match in _PHONE.finditer(reading.text)]
        spans += [Span(*match.span("n")) for match in _SHORT_PHONE.finditer(reading.folded)]
        for span in sorted(set(spans)):
            written = reading.text[span.start : span.end]
            if reading.in_link(span) or not _may_be_private(written, own):
                continue
            yield Hit(span, say("policy.phone", phone=written), Remedy(say("policy.remove-word"), span, ""))


def _national(written: str) -> str | None:
    digits = "".join(character for character in written if character.isdigit())
    return digits[-10:] or None


def _may_be_private(written: str, own: set[str]) -> bool:
    national = _national(written)
    if national is None or any(number.endswith(national) for number in own):
        return False
    return _belongs_to_somebody(written)


@lru_cache(maxsize=256)
def _belongs_to_somebody(written: str) -> bool:
    if len(written) < _DIGITS_WITH_AREA_CODE:  # "396-8577": a local number
        return True
    try:
        number = phonenumbers.parse(written, _REGION)
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(number):
        return False
    return phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.TOLL_FREE


class EmailAddress:
    """An e-mail address that is neither the school's nor an organisation's office."""

    id: ClassVar[str] = "email-address"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give addresses of private people."""
        for match in _MAIL.finditer(reading.text):
            local, _, domain = match[0].casefold().partition("@")
            span = Span(*match.span())
            if _lies_in(domain, context.domains) or reading.in_link(span):
                continue
            if local in _OFFICE_BOXES and domain not in _PRIVATE_PROVIDERS:
                continue
            yield Hit(span, say("policy.email", email=match[0]), Remedy(say("policy.remove-word"), span, ""))


def _lies_in(domain: str, own: tuple[str, ...]) -> bool:
    return any(domain == name or domain.endswith(f".{name}") for name in map(str.casefold, own))


class IdNumber:
    """A student's number, a social security number or a birth date."""

    id: ClassVar[str] = "id-number"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give the numbers themselves, without the words before them."""
        for pattern, message in ((_NUMBER, "policy.id-number"), (_BIRTH, "policy.birth-date")):
            for match in pattern.finditer(reading.folded):
                span = Span(*match.span("n"))
                yield Hit(span, say(message), Remedy(say("policy.remove-word"), span, ""))
