"""What goes with the details of a post: its words, its kept page; when and where it was out stays."""

from pathlib import Path

import pytest

from tests.records_kept import Kept, make_kept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return make_kept(tmp_path)


def test_words_and_kept_pages_of_the_posts_go_with_the_details(kept: Kept) -> None:
    road = kept.road
    pages = len(list(road.school.folder.rglob("media/*")))
    kept.destroyed()

    with road.school.desk.look(road.by("pat")) as unit:
        assert [one.text for one in unit.publications.all()] == [""]
        assert [one.content.text for one in unit.posts.all()] == [""]
        assert unit.revisions.all() == ()
        assert [one.link for one in unit.publications.all()] != [""]
    assert len(list(road.school.folder.rglob("media/*"))) == pages - 1
    assert len(kept.noted) == 1
