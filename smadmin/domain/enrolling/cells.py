"""What is written in a cell: yes or no, a day, kinds of opt-out, names, classes.

What can't be read is said so, never guessed. Nothing is ever worked out: a formula is only a text here.
"""

import re
from collections.abc import Iterable
from datetime import date

from smadmin.domain.policy.reading import fold
from smadmin.domain.students import OptOut

_YES = frozenset({"y", "yes", "true", "t", "1", "x", "on", "si", "s", "verdadero", "granted", "given"}) | {
    "allowed",
    "approved",
    "permitted",
    "accept",
    "accepted",
    "acepta",
    "autorizado",
    "otorgado",
}
_NO = frozenset({"n", "no", "false", "f", "0", "off", "falso", "denied", "refused", "declined", "none"}) | {
    "never",
    "not",
    "nunca",
    "ninguno",
    "ninguna",
    "negado",
    "rechazado",
}
_KINDS: dict[str, frozenset[OptOut]] = {
    word: frozenset({kind})
    for kind, words in {
        OptOut.EVERYTHING: "everything|all|directory|directory information|opted out|opt out|todo|todos",
        OptOut.NAMES: "name|names|nombre|nombres",
        OptOut.PHOTOS: "photo|photos|picture|pictures|image|images|video|foto|fotos|imagen|imagenes",
        OptOut.CREATIVE_WORK: "creative work|creative-work|work|student work|trabajo|trabajos|obra|obras",
        OptOut.MEDIA: "media|press|interviews|tv|medios|prensa",
    }.items()
    for word in words.split("|")
}
_BETWEEN_KINDS = re.compile(r"\s*(?:[,;/+&]|\band\b|\by\b)\s*")
_BETWEEN_GROUPS = re.compile(r"\s*[;|]\s*")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_SHORT = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_MONTHS = 12
_CENTURY = 100
_ERROR = re.compile(r"#(?:N/A|NAME\?|VALUE!|REF!|DIV/0!|NULL!|NUM!|ERROR!|SPILL!|CALC!)", re.IGNORECASE)
_FORMULA = re.compile(r"^\s*[=@\uff1d\uff20]|^\s*[+\-\uff0b\uff0d](?=[\w(@=])")


def yes_or_no(text: str) -> bool | None:
    """Read a yes or no in English or Spanish; None where it is neither."""
    word = fold(text.strip()).strip(".! ")
    if word in _YES:
        return True
    return False if word in _NO else None


def kinds_named(text: str) -> frozenset[OptOut] | None:
    """Read kinds of opt-out with anything between them ("photos, names"); None where a word is none."""
    found: frozenset[OptOut] = frozenset()
    for word in _BETWEEN_KINDS.split(fold(text.strip())):
        kinds = _KINDS.get(re.sub(r"^(?:no|sin) ", "", word))
        if kinds is None:
            return None
        found |= kinds
    return found


def day_first(texts: Iterable[str]) -> bool:
    """Tell whether a column's days are written day before month: one of them has no other reading."""
    shorts = [found for text in texts if (found := _SHORT.match(text.strip()))]
    return any(int(found[1]) > _MONTHS for found in shorts) and all(
        int(found[2]) <= _MONTHS for found in shorts
    )


def day(text: str, *, first: bool) -> date | None:
    """Read a day in ISO or American form, or day before month; None where it is none.

    Args:
        text: what stands in the cell; a time behind it is passed over.
        first: whether this column writes the day before the month.
    """
    text = text.strip()
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, number = (int(part) for part in found.groups())
    elif found := _SHORT.match(text):
        one, two, year = (int(part) for part in found.groups())
        month, number = (two, one) if first else (one, two)
        year += 2000 if year < _CENTURY else 0
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def groups_in(text: str) -> tuple[str, ...]:
    """Read classes and clubs, with semicolons or bars between them; a comma belongs to a teacher's name."""
    return tuple(group.strip() for group in _BETWEEN_GROUPS.split(text) if group.strip())


def first_and_last(name: str) -> tuple[str, str]:
    """Split "García, Maria" or "Maria García López" (the first word is taken as the first name)."""
    last, comma, first = name.partition(",")
    if comma:
        return first.strip(), last.strip()
    first, _, last = name.strip().partition(" ")
    return first, last.strip()


def number_key(number: str) -> str:
    """Give a student number as it is compared: Excel drops zeros at the beginning."""
    plain = re.sub(r"[\s\-]", "", number).casefold()
    return plain.lstrip("0") or plain


def is_formula(text: str) -> bool:
    """Tell a cell that a spreadsheet would work out, or couldn't, from a name or number."""
    return _FORMULA.match(text) is not None or is_error(text)


def is_error(text: str) -> bool:
    """Tell what a spreadsheet writes where it couldn't work a cell out (`#N/A`)."""
    return _ERROR.fullmatch(text.strip()) is not None
