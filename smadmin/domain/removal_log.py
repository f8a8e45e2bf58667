"""The removal log as it is given out: what went, where, on which ground and how fast; nobody in person. Pure.

It has no text of a comment, no author, link or picture, no id, and nobody's name at the school.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from smadmin.domain.spreadsheet_cells import harmless_cell, harmless_parts

COLUMNS = (
    *("account", "platform", "measure", "stage", "ground", "way", "second_person"),
    *("found", "done", "minutes", "until", "ended"),
)
"""The table's first line, the same in every language: it is read by machines too."""


@dataclass(frozen=True)
class LogLine:
    """One measure.

    Args:
        account: its label; `platform` by name.
        measure, stage, way: by their names in the record.
        ground: in the words of the policy.
        second_person: whether a second person looked.
        found, done, ended: the school's own time, None while it isn't known.
        minutes: from found to done.
        until: the last day of a block, ISO; empty elsewhere.
    """

    account: str
    platform: str
    measure: str
    stage: str
    ground: str
    way: str
    second_person: bool
    found: datetime | None
    done: datetime | None
    minutes: int | None
    until: str
    ended: datetime | None


def log_table(lines: Iterable[LogLine]) -> str:
    """Make the table (CSV, RFC 4180); no spreadsheet works out a cell of it."""
    rows = [COLUMNS, *(log_cells(one) for one in lines)]
    return "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)


def log_cells(line: LogLine) -> tuple[str, ...]:
    """Give a line's cells, in the order of `COLUMNS`."""
    second = "yes" if line.second_person else "no"
    minutes = "" if line.minutes is None else str(line.minutes)
    cells = (line.account, line.platform, line.measure, line.stage, line.ground, line.way, second)
    return (*cells, _iso(line.found), _iso(line.done), minutes, line.until, _iso(line.ended))


def log_json(lines: Sequence[LogLine]) -> str:
    """Give the same to compute with, and how many there were on each ground."""
    told = [
        {**asdict(one), "found": _iso(one.found), "done": _iso(one.done), "ended": _iso(one.ended)}
        for one in lines
    ]
    return json.dumps({"v": 1, "counts": counts(lines), "lines": told}, ensure_ascii=False, indent=1)


def counts(lines: Iterable[LogLine]) -> dict[str, int]:
    """Count what was done, by its ground, the most frequent first."""
    return dict(Counter(one.ground for one in lines if one.done is not None).most_common())


def _iso(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat(timespec="minutes")


def _quoted(cell: str) -> str:
    doubled = harmless_cell(harmless_parts(cell)).replace('"', '""')
    return f'"{doubled}"'
