"""The removal log as it leaves: it counts and computes, and no spreadsheet works anything out."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from smadmin.domain.removal_log import COLUMNS, LogLine, counts, log_json, log_table

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
LINE = LogLine(
    account="Our school on X",
    platform="x",
    measure="removal",
    stage="done",
    ground="Spam",
    way="hide",
    second_person=False,
    found=NOW - timedelta(hours=2),
    done=NOW,
    minutes=120,
    until="",
    ended=None,
)


def test_the_table_has_a_line_for_each_and_no_formula() -> None:
    evil = replace(LINE, account='=HYPERLINK("https://a.example")', ground="+1;=2", second_person=True)

    first, line, harmless = csv.reader(io.StringIO(log_table([LINE, evil])))

    assert tuple(first) == COLUMNS
    assert line == [
        *("Our school on X", "x", "removal", "done", "Spam", "hide", "no"),
        *("2026-11-23T13:00+00:00", "2026-11-23T15:00+00:00", "120", "", ""),
    ]
    assert harmless[0].startswith("'=")
    assert harmless[4] == "'+1;'=2"


def test_json_counts_what_was_done() -> None:
    lines = [LINE, replace(LINE, ground="Off topic"), LINE, replace(LINE, done=None, minutes=None)]

    told = json.loads(log_json(lines))

    assert told["counts"] == {"Spam": 2, "Off topic": 1} == counts(lines)
    assert (told["lines"][0]["minutes"], told["lines"][3]["done"]) == (120, "")
