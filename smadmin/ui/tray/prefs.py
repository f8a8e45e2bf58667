"""What this login chose about warnings: kept beside the window's place and theme, never in the store."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum

from smadmin.domain.warnings import WarningTimes
from smadmin.ui.memory import WindowMemory

_TIMES = ("at", "quiet_from", "quiet_until")
_QUIET_TO, _SNOOZED, _TOLD_ON, _TOLD_WRONG, _TOLD_ADDRESSES, _WATCH = (
    f"warnings/{name}" for name in ("quiet-to", "snoozed", "told-on", "told-wrong", "told-addresses", "watch")
)


class Watch(StrEnum):
    """Whether the tray's icon stays when the window is closed; `""` is what nobody was asked yet."""

    NEVER_ASKED = ""
    ON = "on"
    OFF = "off"


class WarningPrefs:
    """The choices; what can't be read counts as not chosen."""

    def __init__(self, memory: WindowMemory) -> None:
        """Take where they are kept."""
        self._memory = memory

    @property
    def watch(self) -> Watch:
        """Whether the icon stays."""
        kept = self._memory.value(_WATCH)
        return Watch(kept) if kept in set(Watch) else Watch.NEVER_ASKED

    def choose_watch(self, watch: Watch) -> None:
        """Keep whether the icon stays."""
        self._memory.keep(_WATCH, watch.value)

    @property
    def times(self) -> WarningTimes:
        """When somebody may be called."""
        usual = WarningTimes()
        return WarningTimes(
            at=self._time("at", usual.at),
            quiet_from=self._time("quiet_from", usual.quiet_from),
            quiet_until=self._time("quiet_until", usual.quiet_until),
            quiet_to=_day(self._memory.value(_QUIET_TO)),
            snoozed=_snoozed(self._memory.value(_SNOOZED)),
        )

    def choose_times(self, times: WarningTimes) -> None:
        """Keep when somebody may be called."""
        for name, chosen in zip(_TIMES, (times.at, times.quiet_from, times.quiet_until), strict=True):
            self.choose_time(name, chosen)
        self._memory.keep(_QUIET_TO, "" if times.quiet_to is None else times.quiet_to.isoformat())
        snoozed = {about: day.isoformat() for about, day in times.snoozed.items()}
        self._memory.keep(_SNOOZED, json.dumps(snoozed))

    def choose_time(self, name: str, chosen: time) -> None:
        """Keep one time: `at`, `quiet_from` or `quiet_until`."""
        self._memory.keep(f"warnings/{name}", chosen.isoformat("minutes"))

    @property
    def told_on(self) -> date | None:
        """The day of the last message, by the school's calendar."""
        return _day(self._memory.value(_TOLD_ON))

    def tell_on(self, day: date) -> None:
        """Keep that this day's message came."""
        self._memory.keep(_TOLD_ON, day.isoformat())

    @property
    def told_wrong(self) -> frozenset[int]:
        """The reports of a wrong log-in that this login was called for."""
        kept = self._memory.value(_TOLD_WRONG).split()
        return frozenset(int(one) for one in kept if one.isdecimal())

    def tell_wrong(self, reports: Iterable[int]) -> None:
        """Keep which reports were told; what is settled since is forgotten."""
        self._memory.keep(_TOLD_WRONG, " ".join(str(one) for one in sorted(reports)))

    @property
    def told_addresses(self) -> frozenset[str]:
        """The addresses that this login was reminded of, each with how urgent it was."""
        return frozenset(self._memory.value(_TOLD_ADDRESSES).split())

    def tell_addresses(self, told: Iterable[str]) -> None:
        """Keep of which it was; what is confirmed since is forgotten."""
        self._memory.keep(_TOLD_ADDRESSES, " ".join(sorted(told)))

    def _time(self, name: str, usual: time) -> time:
        try:
            return time.fromisoformat(self._memory.value(f"warnings/{name}"))
        except ValueError:
            return usual


def _day(kept: str) -> date | None:
    try:
        return date.fromisoformat(kept)
    except ValueError:
        return None


def _snoozed(kept: str) -> Mapping[str, date]:
    try:
        read = json.loads(kept or "{}")
    except ValueError:
        return {}
    pairs = read.items() if isinstance(read, dict) else ()
    found = ((str(about), _day(str(day))) for about, day in pairs)
    return {about: day for about, day in found if day is not None}
