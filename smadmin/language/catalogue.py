"""Words messages in a language: sentences from gettext, dates and lists as people there write them.

The catalogue of an area (`photos` of `photos.left`) is read when its first sentence is needed, and
Babel when the first date or list is, because both stand in the way of the first frame. What one
language lacks is said in English.
"""

import gettext
import locale
import os
import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

from smadmin import resources
from smadmin.domain.messages import Message, Value

FALLBACK = "en"
GROUPED_FROM = 10_000
"""Smaller numbers are written without separators: among them are years and numbers of rows."""


def languages() -> tuple[str, ...]:
    """Give the languages there are words for, as two letters, sorted."""
    return tuple(sorted(path.name for path in resources.find("translations").iterdir() if path.is_dir()))


def system_language() -> str:
    """Give the language this computer's user reads, or English where there are no words for it."""
    wanted = _environment_language() or _system_locale()
    letters = wanted.replace("-", "_").partition("_")[0].lower()
    return letters if letters in languages() else FALLBACK


class Catalogue:
    """The sentences of one language, for one time zone.

    Args:
        language: two letters (`es`).
        zone: the zone in which moments are told, a name of the tz database.
        folder: where the compiled words lie, a folder per language.
    """

    @classmethod
    def load(cls, language: str, *, zone: str = "UTC") -> "Catalogue":
        """Open a language; an unknown one speaks English."""
        known = language if language in languages() else FALLBACK
        return cls(known, zone=zone, folder=resources.find("translations"))

    def __init__(self, language: str, *, zone: str, folder: Path) -> None:
        self.language = language
        self._folder = folder
        self._zone = zone
        self._areas: dict[str, tuple[gettext.NullTranslations, ...]] = {}

    def word(self, message: Message) -> str:
        """Say a message as a person reads it.

        An id without words comes back as it is; a sentence whose value wasn't given is a bug (KeyError).
        """
        sentence = self._sentence(message.id, message.values)
        return sentence.format_map({name: self._value(value) for name, value in message.values.items()})

    def in_zone(self, zone: str) -> "Catalogue":
        """Give the same words for another zone (the school's, once it is known)."""
        return Catalogue(self.language, zone=zone, folder=self._folder)

    @property
    def day_pattern(self) -> str:
        """Say how a day is written, so that a field can show days as the sentences do (`MMM d, y`)."""
        from babel.dates import get_date_format  # noqa: PLC0415  see _number

        return str(get_date_format("medium", locale=self.language).pattern)

    def long_day(self, day: date) -> str:
        """Say a day with its month spelt out, as it stands in a post that is read for years."""
        from babel.dates import format_date  # noqa: PLC0415  see _number

        return format_date(day, "long", locale=self.language)

    def _sentence(self, message_id: str, values: Mapping[str, Value]) -> str:
        count = values.get("n")
        for words in self._words(message_id.partition(".")[0]):
            if isinstance(count, int):
                counted = words.ngettext(message_id, message_id, count)
                if counted != message_id:
                    return counted
            found = words.gettext(message_id)
            if found != message_id:
                return found
        return message_id

    def _words(self, area: str) -> tuple[gettext.NullTranslations, ...]:
        if area not in self._areas:
            paths = [self._folder / language / f"{area}.mo" for language in (self.language, FALLBACK)]
            opened = []
            for path in dict.fromkeys(paths):
                if path.exists():
                    with path.open("rb") as file:
                        opened.append(gettext.GNUTranslations(file))
            self._areas[area] = tuple(opened)
        return self._areas[area]

    def _value(self, value: Value) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, Message):
            return self.word(value)
        if isinstance(value, tuple):
            return self._list([self.word(part) for part in value])
        if isinstance(value, datetime):
            return self._moment(value)
        if isinstance(value, date):
            return self._date(value)
        if isinstance(value, time):
            return self._time(value)
        return self._number(value)

    def _number(self, number: int) -> str:
        if abs(number) < GROUPED_FROM:
            return str(number)
        from babel.numbers import format_decimal  # noqa: PLC0415  0.1 s that the first frame doesn't need

        return format_decimal(number, locale=self.language)

    def _list(self, parts: list[str]) -> str:
        if len(parts) < 2:  # noqa: PLR2004  nothing to join
            return "".join(parts)
        from babel.lists import format_list  # noqa: PLC0415  see _number

        return format_list(parts, locale=self.language)

    def _date(self, day: date) -> str:
        from babel.dates import format_date  # noqa: PLC0415  see _number

        return format_date(day, "medium", locale=self.language)

    def _moment(self, moment: datetime) -> str:
        """Say day and time; an aware moment in our zone, a planned wall time as it stands."""
        from zoneinfo import ZoneInfo  # noqa: PLC0415  as babel, see _number

        from babel.dates import get_datetime_format  # noqa: PLC0415  see _number

        here = moment.astimezone(ZoneInfo(self._zone)) if moment.tzinfo else moment
        pattern = str(get_datetime_format("medium", locale=self.language))
        # Without its zone, which Babel would apply again; and with spaces that every font has.
        return pattern.replace("{1}", self._date(here.date())).replace("{0}", self._time(here.time()))

    def _time(self, at: time) -> str:
        from babel.dates import format_time  # noqa: PLC0415  see _number

        return format_time(at, "short", locale=self.language).replace("\u202f", "\u00a0")


def _environment_language() -> str:
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((value.partition(":")[0] for name in names if (value := os.environ.get(name))), "")


def _system_locale() -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only Windows is asked this way

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return locale.getlocale()[0] or ""
