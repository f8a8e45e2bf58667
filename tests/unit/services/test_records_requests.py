"""A request for public records from its first day to a package that verifies."""

import hashlib
import json
from datetime import date
from pathlib import Path

import bagit
import pytest

from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.keys import fingerprint
from smadmin.domain.records_requests import Wanted
from smadmin.services.export import Paper, check_package
from tests.records_asked import FORM, Asked, make_asked


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return make_asked(tmp_path)


@pytest.mark.demand("BLO-II")
@pytest.mark.demand("YEL-R")
def test_the_package_verifies_alone_and_says_whose_it_is(asked: Asked, tmp_path: Path) -> None:
    folder = asked.answer(tmp_path / "bag")
    head = asked.requests.all(asked.road.by("ana"))[0].answers[0].head

    checked = check_package(folder, Paper.read(fingerprint(asked.road.school.root.key), head))

    assert checked.whole
    assert bagit.Bag(str(folder)).is_valid()


def test_what_is_left_out_needs_a_reason_and_stands_with_it(asked: Asked, tmp_path: Path) -> None:
    one = asked.requests.find(asked.road.by("ana"), Wanted())[0]

    with pytest.raises(NotAllowed) as refused:
        asked.answer(tmp_path / "bag", {one.id: " "})
    assert refused.value.happened.id == "recordsasked.why-left-out"
    assert not (tmp_path / "bag").exists()

    folder = asked.answer(tmp_path / "bag", {one.id: "Names a minor"})
    told = json.loads((folder / "data" / "posts.json").read_text("utf-8"))
    assert [(left["id"], left["why"]) for left in told["left_out"]] == [(one.id, "Names a minor")]
    assert one.id not in {given["id"] for given in told["given"]}


def test_the_request_and_its_answer_stand_in_the_record(asked: Asked, tmp_path: Path) -> None:
    ana = asked.road.by("ana")
    before = asked.requests.all(ana)[0]
    folder = asked.answer(tmp_path / "bag")
    after = asked.requests.all(ana)[0]

    listed = hashlib.sha256((folder / "manifest-sha256.txt").read_bytes()).hexdigest()
    assert (before.form, before.open) == (FORM, True)
    assert not after.open
    assert (after.answers[0].given, after.answers[0].covered) == (2, 1)
    assert after.answers[0].package == listed
    stored = b"".join(path.read_bytes() for path in asked.road.school.folder.rglob("*.db*"))
    assert b"Dana Reyes" not in stored


def test_reviewers_answer_nothing_and_a_folder_that_is_there_stays(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        asked.requests.enter(asked.road.by("bo"), FORM)
    assert asked.requests.blockers(asked.road.by("bo"))
    (tmp_path / "bag").mkdir()

    with pytest.raises(BadInput):
        asked.answer(tmp_path / "bag")
    assert asked.requests.all(asked.road.by("ana"))[0].open


def test_the_day_it_is_due_comes_from_the_policy(asked: Asked) -> None:
    assert asked.requests.due(date(2026, 11, 16)) == date(2026, 12, 16)


def test_a_page_rewritten_with_its_lists_is_told_by_the_digest_that_the_record_holds(
    asked: Asked, tmp_path: Path
) -> None:
    folder = asked.answer(tmp_path / "bag")
    recorded = asked.requests.all(asked.road.by("ana"))[0].answers[0].package
    assert check_package(folder, Paper()).named == recorded

    page = folder / "data" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"book fair", b"bake sale"))
    bag = bagit.Bag(str(folder))
    bag.save(manifests=True)

    assert check_package(folder, Paper()).named not in {"", recorded}
