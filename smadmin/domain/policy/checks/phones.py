"""Telephone numbers of private people (BAL-B1j1, BAL-D6, SOC-P2).

The school's own numbers aren't identifiers, nor is a toll-free line. Digits inside web addresses are
left alone.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.removing import without

_REGION = "US"
_DIGITS_WITH_AREA_CODE = 10
_SEPARATOR = r"[ \u00a0.\-\u2010-\u2013/]"
_PHONE = regex.compile(
    rf"(?<![\w.,/$€#-])(?:\+?1{_SEPARATOR}?)?(?:\(\d{{3}}\){_SEPARATOR}?|\d{{3}}{_SEPARATOR}?)"
    rf"\d{{3}}{_SEPARATOR}?\d{{4}}(?![\w-]|[.,]\d)"
    rf"|(?<![\w.])\+[2-9]\d(?:{_SEPARATOR}?\(?\d{{1,4}}\)?){{2,6}}+(?!\w)"
)
_AS_PEOPLE_WRITE = regex.compile(r"(?:\+?1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}")
_SHORT_PHONE = regex.compile(
    r"\b(?:call|text|phone|tel|cell|dial|llam[ea]|telefono|celular)\w*+[^\d\n]{0,20}"
    rf"(?P<n>\d{{3}}{_SEPARATOR}\d{{4}})(?![\w-])"
)


class PhoneNumber:
    """A telephone number that isn't the school's."""

    id: ClassVar[CheckId] = CheckId.PHONE_NUMBER

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give numbers of private people, as far as one can tell."""
        own = {number for phone in context.phones if (number := national_digits(phone))}
        spans = [Span(*match.span()) for match in _PHONE.finditer(reading.text)]
        spans += [Span(*match.span("n")) for match in _SHORT_PHONE.finditer(reading.folded)]
        for span in sorted(set(spans)):
            written = reading.text[span.start : span.end]
            if reading.in_link(span) or not _may_be_private(written, own):
                continue
            yield Hit(span, say("policy.phone", phone=written), without(reading, span))


def national_digits(written: str) -> str | None:
    """Give a number's last ten digits, by which two writings of it are compared; None where it has none."""
    digits = "".join(character for character in written if character.isdigit())
    return digits[-10:] or None


def _may_be_private(written: str, own: set[str]) -> bool:
    national = national_digits(written)
    if national is None or any(number.endswith(national) for number in own):
        return False
    return _belongs_to_somebody(written)


@lru_cache(maxsize=256)
def _belongs_to_somebody(written: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - loads for 60 ms, which the names to sit down at need not wait for

    if len(written) < _DIGITS_WITH_AREA_CODE:  # "396-8577": a local number
        return True
    try:
        number = phonenumbers.parse(written, _REGION)
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(number):
        return _AS_PEOPLE_WRITE.fullmatch(written) is not None
    return phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.TOLL_FREE
