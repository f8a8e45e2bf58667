"""Some thousand things stand on pages that a browser can show, and one page leads to them."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from smadmin.domain.records_page import Given, LeftOut, PageSaid
from smadmin.services.records_given import _HEADINGS
from smadmin.services.records_pages import ON_A_PAGE, PAGE, PLAIN, TABLE, pages_of
from smadmin.storage.bag import Payload

SAID = PageSaid("en", "Records", ("Covered",), {name: name for name in _HEADINGS})
LEFT = (LeftOut("q", "post", "Lincoln", "2026-11-16", "Names a minor"),)


def written(folder: Path, things: int) -> Path:
    with pages_of(Payload(folder / "bag"), SAID, LEFT, things=things) as pages:
        for number in range(1, things + 1):
            pages.take(
                Given(number, f"p{number}", "post", "Lincoln", f"at {number}", "", "", "A fair", 0, ())
            )
    return folder / "bag" / "data"


@pytest.mark.parametrize(
    ("things", "pages"), [(0, 0), (ON_A_PAGE, 0), (ON_A_PAGE + 1, 2), (2 * ON_A_PAGE, 2)]
)
def test_each_thing_stands_on_one_page_and_in_the_table_and_the_data(
    tmp_path: Path, things: int, pages: int
) -> None:
    folder = written(tmp_path, things)

    beside = sorted(folder.glob("page-*.html"))
    read = "".join(one.read_text("utf-8") for one in (folder / PAGE, *beside))
    assert len(beside) == pages
    assert [read.count(f'id="n{number}"') for number in range(1, things + 1)] == [1] * things
    assert read.count("Names a minor") == 1
    assert len(list(csv.DictReader(StringIO((folder / TABLE).read_text("utf-8-sig"))))) == things
    told = json.loads((folder / PLAIN).read_text("utf-8"))
    assert ([one["number"] for one in told["given"]], len(told["left_out"])) == (
        list(range(1, things + 1)),
        1,
    )


def test_the_first_page_leads_to_each_other_one_and_these_to_their_neighbours(tmp_path: Path) -> None:
    folder = written(tmp_path, 2 * ON_A_PAGE + 1)

    first, second = ((folder / name).read_text("utf-8") for name in (PAGE, "page-2.html"))
    assert [f'href="page-{number}.html"' in first for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert "201–400" in first  # noqa: RUF001 - from a number to one
    assert [f'href="{name}"' in second for name in (PAGE, "page-1.html", "page-3.html")] == [True] * 3
    assert "<title>Records, 201–400</title>" in second  # noqa: RUF001 - the same
