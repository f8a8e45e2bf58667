"""A child's picture or data is out: where it stands, and which other posts show the same."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import Tampered
from smadmin.domain.ids import FaceId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.removals import Ground, RemovalStage, Wish
from smadmin.services import removal_road
from smadmin.services.captures import Captured
from smadmin.services.clearing import Clearing
from smadmin.services.removals import Removals, Removing
from tests.afterwards import out, removals_of, take_down
from tests.direct import Direct, make_direct
from tests.faults.forgeries import change_photo, sql

FACE = Face(FaceId("f"), Box(0, 0, 9, 9), FaceState.NO_MATCH)
NOW = Wish(Ground.CHILD, "A child is out", uncaptured=True)


def clearing_of(direct: Direct) -> Clearing:
    return Clearing(direct.road.school.desk, direct.road.proof, removals_of(direct))


@pytest.mark.demand("BLO-IV-D2")
def test_it_says_account_by_account_where_the_post_is_and_what_is_out_of_late(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, ana = out(direct), direct.road.by("ana")
    assert publication.post is not None
    clearing = clearing_of(direct)

    (late,) = clearing.lately(ana)
    assert late.post == publication.post
    (line,) = clearing.sheet(ana, publication.post).lines
    assert (line.view.directly, line.view.removal) == (True, None)
    take_down(direct, publication, NOW)

    (line,) = clearing.sheet(ana, publication.post).lines
    assert line.view.removal is not None
    assert (line.view.removal.stage, line.view.removal.captured) == (RemovalStage.GONE, True)
    assert clearing.lately(ana) == ()


def test_posts_with_the_same_photo_are_named_and_those_that_are_gone_not(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    first, second = out(direct, photo=True), out(direct, photo=True)
    third = out(direct)
    assert first.post is not None
    assert second.post is not None
    assert third.post is not None
    clearing, ana = clearing_of(direct), direct.road.by("ana")

    (found,) = clearing.others(ana, first.post)
    assert (found.post, found.same_photo) == (second.post, True)
    assert clearing.others(ana, third.post) == ()
    take_down(direct, second, NOW)

    assert clearing.others(ana, first.post) == ()


@pytest.mark.demand("BLO-IV-D2")
def test_no_capture_keeps_a_child_s_picture_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    direct = make_direct(tmp_path)
    publication = out(direct)
    monkeypatch.setattr(removal_road, "CAPTURED_WITHIN_S", 0.05)
    over = threading.Event()

    def slow(removals: Removals, ready: Removing) -> Captured:
        over.wait(20)
        return Captured(removals.look(ready), None)

    monkeypatch.setattr(Removals, "capture", slow)
    removal = take_down(direct, publication, NOW)
    over.set()

    assert (removal.stage, removal.captured) == (RemovalStage.GONE, False)


@pytest.mark.parametrize(
    ("decision", "found"), [(Decision.OPTED_OUT, 1), (Decision.CONSENTED, 1), (Decision.OPEN, 0)]
)
def test_posts_that_show_the_same_child_on_another_photo_are_named(
    tmp_path: Path, decision: Decision, found: int
) -> None:
    direct = make_direct(tmp_path)
    first, second = out(direct, photo=True), out(direct, photo=True)
    assert first.post is not None
    assert second.post is not None
    faces = (replace(FACE, decision=decision, student=StudentId("s")),)
    change_photo(direct.road, first.post, faces=faces)
    change_photo(direct.road, second.post, faces=faces, sha256="f" * 64)

    others = clearing_of(direct).others(direct.road.by("ana"), first.post)

    assert [(one.post, one.same_photo, one.same_child) for one in others] == [
        (second.post, False, True)
    ] * found


def test_no_post_that_can_t_be_read_is_passed_over(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    first, second = out(direct, photo=True), out(direct, photo=True)
    assert first.post is not None
    assert second.post is not None
    sql(direct.road, f"UPDATE post SET body = x'00' WHERE id = '{second.post}'")

    with pytest.raises(Tampered):
        clearing_of(direct).others(direct.road.by("ana"), first.post)
