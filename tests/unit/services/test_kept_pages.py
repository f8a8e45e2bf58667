"""The page that was kept with a post is read again as it came, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.publications import Publication
from smadmin.services.kept_pages import KeptPages
from tests.direct import Direct, make_direct

PAGE = b"<p>The book fair opens.</p><script>steal()</script>"


def kept(folder: Path) -> tuple[Direct, KeptPages, Publication]:
    """Publish a post of which the page is kept."""
    direct = make_direct(folder)
    road, publication = direct.road, direct.intended(direct.released())
    direct.platform.spoils = lambda seen: replace(seen, captured=PAGE)
    direct.go(publication)
    return direct, KeptPages(road.school.desk, road.proof, road.media), publication


def test_it_comes_back_as_it_was_and_a_copy_can_be_kept(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    road = direct.road
    pages, ana = KeptPages(road.school.desk, road.proof, road.media), road.by("ana")
    publication = direct.intended(direct.released())
    with pytest.raises(OutsideFailed):
        pages.newest(ana, publication)
    direct.platform.spoils = lambda seen: replace(seen, captured=PAGE)

    direct.go(publication)

    page = pages.newest(ana, publication)
    assert (page.content, page.whole, page.text) == (PAGE, True, "The book fair opens.")
    pages.save(page, tmp_path / "page.txt")
    assert (tmp_path / "page.txt").read_bytes() == PAGE
    with pytest.raises(OutsideFailed):
        pages.save(page, tmp_path / "nowhere" / "page.txt")


def test_where_its_file_is_gone_the_row_still_has_the_post(tmp_path: Path) -> None:
    direct, pages, publication = kept(tmp_path)

    for file in (tmp_path / "media").rglob("*"):
        if file.is_file():
            file.unlink()

    assert pages.newest(direct.road.by("ana"), publication).content == PAGE


def test_another_file_in_its_place_is_not_shown(tmp_path: Path) -> None:
    direct, pages, publication = kept(tmp_path)
    for file in (tmp_path / "media").rglob("*"):
        if file.is_file():
            file.write_bytes(b"something else")

    with pytest.raises(KnownError):
        pages.newest(direct.road.by("ana"), publication)
