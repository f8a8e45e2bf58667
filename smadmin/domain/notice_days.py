"""The day that a notice speaks of, as it was typed into a blank: after it, the notice is no news any more.

Only what is written plainly counts (a weekday, today, tomorrow, a month with its day; English and Spanish).
What isn't understood limits nothing.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import regex

_SOON = {"today": 0, "tonight": 0, "tomorrow": 1, "hoy": 0, "mañana": 1}
_WEEKDAYS = (
    ("monday", "lunes"),
    ("tuesday", "martes"),
    ("wednesday", "miércoles"),
    ("thursday", "jueves"),
    ("friday", "viernes"),
    ("saturday", "sábado"),
    ("sunday", "domingo"),
)
_MONTHS = (
    ("january", "jan", "enero"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto"),
    ("september", "sep", "sept", "septiembre"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_DATED = regex.compile(r"(?<month>\p{L}+)\.? (?<day>\d{1,2})(?!\d)|(?<day>\d{1,2}) de (?<month>\p{L}+)")


def last_day(values: Iterable[str], today: date) -> date | None:
    """Give the last day that is named in any of these words, none before today; None where none is."""
    found = [day for value in values for day in _days(value.casefold(), today)]
    return max((day for day in found if day >= today), default=None)


def _days(words: str, today: date) -> Iterable[date]:
    for word in regex.findall(r"\p{L}+", words):
        if word in _SOON:
            yield today + timedelta(days=_SOON[word])
        for number, names in enumerate(_WEEKDAYS):
            if word in names:
                yield today + timedelta(days=(number - today.weekday()) % 7)
    for match in _DATED.finditer(words):
        month = _MONTH_OF.get(match["month"])
        if month is not None:
            yield from _dated(month, int(match["day"]), today)


def _dated(month: int, day: int, today: date) -> Iterable[date]:
    """Give a day of this year, or of the next one where it is long past."""
    for year in (today.year, today.year + 1):
        try:
            named = date(year, month, day)
        except ValueError:
            return
        if named >= today:
            yield named
            return
