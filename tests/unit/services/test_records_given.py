"""What leaves in answer to a request: covered, harmless to open, and its rows still verify."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from smadmin.domain.blackening import COVERED
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.export import Paper, check_package
from smadmin.services.rows_out import PARTS
from tests.records_asked import NAMING, PLAIN, Asked, make_asked


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return make_asked(tmp_path)


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.demand("YEL-R")
def test_a_childs_name_is_covered_everywhere_and_its_rows_still_verify(asked: Asked, tmp_path: Path) -> None:
    folder = asked.answer(tmp_path / "bag")
    given = json.loads((folder / "data" / "posts.json").read_text("utf-8"))["given"]

    assert b"Mia" not in everything_in(folder)
    assert b"Lopez" not in everything_in(folder)
    assert {one["text"] for one in given} == {PLAIN, NAMING.replace("Mia Lopez", COVERED)}
    manifests = [
        json.loads(line)
        for line in (folder / "data" / PARTS).read_text("utf-8").splitlines()
        if '"manifest"' in line
    ]
    assert ["content" in one for one in manifests] == [True, False]
    assert check_package(folder, Paper()).whole


def test_a_formula_in_a_post_is_text_in_the_table(asked: Asked, tmp_path: Path) -> None:
    road = asked.road
    with road.school.desk.deed(road.by("ana")) as deed:
        kept = deed.unit.publications.all()[0]
        deed.unit.publications.change(kept.__class__(**{**kept.__dict__, "text": "=HYPERLINK(1)"}))
        deed.record(Act.IMPORT_POSTS, Noun.PAST_POSTS, road.x)

    folder = asked.answer(tmp_path / "bag")

    rows = list(csv.DictReader(StringIO((folder / "data" / "posts.csv").read_text("utf-8-sig"))))
    assert "'=HYPERLINK(1)" in {row["text"] for row in rows}


def test_the_page_has_no_script_and_what_was_written_stays_text(asked: Asked, tmp_path: Path) -> None:
    road = asked.road
    with road.school.desk.deed(road.by("ana")) as deed:
        kept = deed.unit.publications.all()[0]
        spoilt = {**kept.__dict__, "text": "<script>alert(1)</script>", "link": "javascript:alert(1)"}
        deed.unit.publications.change(kept.__class__(**spoilt))
        deed.record(Act.IMPORT_POSTS, Noun.PAST_POSTS, road.x)

    page = (asked.answer(tmp_path / "bag") / "data" / "index.html").read_text("utf-8")

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'href="javascript' not in page
    assert 'lang="recordsasked.page-language"' in page
