"""The page, the table and the data of an answer."""

import csv
import json
import re
from io import StringIO

from smadmin.domain.records_page import (
    Given,
    GivenFile,
    GivenRow,
    LeftOut,
    PageSaid,
    json_begin,
    json_end,
    json_thing,
    records_page,
    table_head,
    table_line,
)

_NAMES = "post comment rows left-out when who what row gone covers captures pages"
HEADINGS = {name: name for name in _NAMES.split()}
SAID = PageSaid("es", "Registros", ("Uno",), HEADINGS)
ROW = GivenRow(7, "2026-11-16T08:00-07:00", "Ana Brooks", "Published a post", "publish")
GIVEN = Given(
    1,
    "p",
    "post",
    "Lincoln <b>",
    "2026-11-16T08:00-07:00",
    "2026-11-17T08:00-07:00",
    "https://x.com/1",
    "A & B;=1+1",
    2,
    (ROW,),
    (GivenFile("pictures/1-1.jpg", "00", 'A "tower"'), GivenFile("", "01", why_not="gone")),
    (GivenFile("captures/1-1.txt", "02"),),
)
LEFT = LeftOut("q", "post", "Lincoln", "2026-11-16", "Names a minor")


def test_every_tag_that_is_opened_is_closed_and_nothing_is_loaded_from_elsewhere() -> None:
    page = records_page(SAID, [GIVEN], [LEFT])

    for tag in ("html", "head", "body", "main", "article", "table", "thead", "tbody", "tr", "td", "th", "ul"):
        assert len(re.findall(f"<{tag}[ >]", page)) == page.count(f"</{tag}>"), tag
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == ["https://x.com/1", "pictures/1-1.jpg"]
    assert 'lang="es"' in page
    assert 'alt="A &quot;tower&quot;"' in page
    assert '<th scope="col">' in page
    assert "Names a minor" in page


def test_the_table_has_a_line_for_each_thing_and_no_formula() -> None:
    head, line = csv.reader(StringIO(table_head() + table_line(GIVEN)))

    assert head == ["number", "kind", "account", "published", "taken_down", "link", "text", "covers", "rows"]
    assert line[2:7:4] == ["Lincoln <b>", "A & B;'=1+1"]


def test_the_data_name_rows_files_and_what_was_left_out() -> None:
    told = json.loads(json_begin() + json_thing(GIVEN) + json_end([LEFT]))

    assert told["v"] == 1
    assert told["given"][0]["rows"][0]["seq"] == 7
    assert told["given"][0]["pictures"][0]["path"] == "pictures/1-1.jpg"
    assert told["left_out"][0]["why"] == "Names a minor"
