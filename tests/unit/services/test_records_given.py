"""What leaves in answer to a request: covered, harmless to open, and its rows still verify."""

import csv
import hashlib
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from smadmin.domain.blackening import COVERED
from smadmin.domain.records_requests import Wanted
from smadmin.domain.students import OptOut
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.export import Paper, check_package
from smadmin.services.records_gathered import Answer
from smadmin.services.records_requests import RecordsRequests
from smadmin.services.rows_out import PARTS
from tests.afterwards import out
from tests.direct import Direct, make_direct
from tests.records_asked import FORM, NAMING, PLAIN, Asked, make_asked, put_on_list, word
from tests.road import PIXELS, make_road


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
    seqs = {row["seq"] for one in given if one["covers"] for row in one["rows"]}
    told = [json.loads(line) for line in (folder / "data" / PARTS).read_text("utf-8").splitlines()]
    assert seqs
    assert [one for one in told if one["seq"] in seqs and "content" in one] == []
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


PAGE = b"<html><p>The fair</p><script>x()</script><div>the post</div></html>"


def given_of(direct: Direct, folder: Path, page: bytes) -> tuple[dict[str, Any], Path]:
    """Publish a post with a photo on a platform that shows it on a page; give what leaves of it."""
    direct.platform.spoils = lambda seen: replace(seen, captured=page, begins=0)
    out(direct, photo=True)
    road = direct.road
    requests = RecordsRequests(road.school.desk, road.reader, road.proof, road.media)
    request, ana = requests.enter(road.by("ana"), FORM).value, road.by("ana")
    requests.answer(ana, request, Answer(requests.find(ana, Wanted()), {}), folder, word)
    (given,) = json.loads((folder / "data" / "posts.json").read_text("utf-8"))["given"]
    assert check_package(folder, Paper()).whole
    return given, folder / "data"


def test_covered_pictures_and_the_kept_page_leave_byte_for_byte(tmp_path: Path) -> None:
    given, data = given_of(make_direct(tmp_path / "school"), tmp_path / "bag", PAGE)

    (picture,), (page,) = given["pictures"], given["captures"]
    assert (data / picture["path"]).read_bytes() == PIXELS
    assert picture["alt"] == "Children build a tower"
    assert (data / page["path"]).read_bytes() == PAGE
    assert page["path"].endswith(".txt")
    assert page["sha256"] == hashlib.sha256(PAGE).hexdigest()
    assert f'src="{picture["path"]}"' in (data / "index.html").read_text("utf-8")


@pytest.mark.demand("YEL-R")
def test_a_kept_page_that_names_a_child_stays_at_school(tmp_path: Path) -> None:
    direct = make_direct(tmp_path / "school")
    put_on_list(direct.road)
    naming = PAGE.replace(b"The fair", b"Comment by mia lopez")

    given, data = given_of(direct, tmp_path / "bag", naming)

    assert [one["path"] for one in given["captures"]] == [""]
    assert given["captures"][0]["why_not"]
    assert b"mia lopez" not in everything_in(data.parent)
    parts = [json.loads(line) for line in (data / PARTS).read_text("utf-8").splitlines()]
    assert ["content" in one for one in parts if one["name"] == "captured"] == [False]


def test_photos_searched_before_a_child_came_on_the_list_stay_at_school(tmp_path: Path) -> None:
    direct = make_direct(tmp_path / "school")
    direct.platform.spoils = lambda seen: replace(seen, captured=PAGE, begins=0)
    out(direct, photo=True)
    road = direct.road
    put_on_list(road, opt_outs=frozenset({OptOut.PHOTOS}))
    requests, ana = RecordsRequests(road.school.desk, road.reader, road.proof, road.media), road.by("ana")
    request = requests.enter(ana, FORM).value

    requests.answer(ana, request, Answer(requests.find(ana, Wanted()), {}), tmp_path / "bag", word)

    assert not (tmp_path / "bag" / "data" / "pictures").exists()


def test_a_name_in_a_pictures_description_is_covered_and_keeps_the_release_at_school(tmp_path: Path) -> None:
    road = make_road(tmp_path / "school")
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, road.photo(), alt="Mia Lopez builds a tower")
    road.posts.submit(road.by("ana"), draft.id)
    road.approvals.release(road.by("bo"), draft.id)
    handed = road.handed_out(draft.id, tmp_path / "one")
    link = "https://x.com/lincoln_es/status/1990000000000000111"
    road.publications.confirm(road.by("ana"), handed, link)
    put_on_list(road)
    requests, ana = RecordsRequests(road.school.desk, road.reader, road.proof, road.media), road.by("ana")
    request = requests.enter(ana, FORM).value

    requests.answer(ana, request, Answer(requests.find(ana, Wanted()), {}), tmp_path / "bag", word)

    (given,) = json.loads((tmp_path / "bag" / "data" / "posts.json").read_text("utf-8"))["given"]
    assert [one["alt"] for one in given["pictures"]] in ([""], [f"{COVERED} builds a tower"])
    assert b"Mia" not in everything_in(tmp_path / "bag")
    assert check_package(tmp_path / "bag", Paper()).whole
