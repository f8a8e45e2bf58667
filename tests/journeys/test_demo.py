"""The demo, run once as a person runs it, and what it leaves behind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from smadmin.importing.sample import read_sample
from smadmin.resources import find

MOST_S = 300
"""The demo's own figure is 60 s on two free cores; tests share theirs with others."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    out = tmp_path_factory.mktemp("demo") / "out"
    command = [sys.executable, "-m", "smadmin", "demo", "--out", str(out)]
    return out, subprocess.run(command, check=False, capture_output=True, text=True, timeout=MOST_S)


def test_the_demo_runs_to_its_end(told: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    _, done = told

    assert done.returncode == 0, done.stderr
    assert "report.html" in done.stdout.splitlines()[-1]


def test_the_report_tells_of_a_refusal_a_cover_and_a_whole_record(
    told: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    report = (told[0] / "report.html").read_text("utf-8")

    assert "BAL-B1j2" in report
    assert "covered.jpg" in report
    assert "nothing missing or changed" in report


def test_the_report_shows_only_pictures_that_are_there(
    told: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    out, _ = told
    shown = [
        piece.split('"')[0] for piece in (out / "report.html").read_text("utf-8").split('<img src="')[1:]
    ]

    assert {"covered.jpg", "today-light.png", "today-dark.png"} <= set(shown)
    assert {f"{name}-large.png" for name in ("today", "compose", "plan", "plan-month", "approvals")} <= set(
        shown
    )
    assert {"today-principal-dark.png", "today-communications-light.png"} <= set(shown)
    assert [name for name in shown if not (out / name).is_file()] == []


def test_no_childs_full_name_is_in_what_went_out(
    told: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    words = "\n".join(file.read_text("utf-8") for file in told[0].rglob("*.txt"))

    names = {f"{child.first} {child.last}" for child in read_sample(find("sample")).students}
    assert "Owen" in words, "the post that named a child in full went out with the first name"
    assert [name for name in names if name in words] == []


def test_the_weekly_page_and_the_planning_lie_beside_it(
    told: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    out, _ = told
    report = (out / "report.html").read_text("utf-8")
    left = ("weekly-page.pdf", "weekly-page.html", "planning.ics", "meeting.ics")

    assert [name for name in left if name not in report] == []
    assert (out / "weekly-page.pdf").read_bytes().startswith(b"%PDF")
    page = (out / "weekly-page.html").read_text("utf-8")
    assert page.count("<img") == 1, "the covered picture, once"
    assert len(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split()) <= 900
    posts, meetings = (Calendar.from_ical((out / name).read_bytes()).walk("VEVENT") for name in left[2:])
    assert len(posts) > 5
    assert [one["RRULE"] for one in meetings] == [{"FREQ": ["WEEKLY"], "INTERVAL": [1], "COUNT": [52]}]
