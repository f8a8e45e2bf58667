"""The page that visitors saw is kept whole, sealed, and named by the signed row with its digest."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import say
from smadmin.domain.publishers import Seen
from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Act
from smadmin.services.captures import MOST_KEPT, Captures
from tests.afterwards import out, take_down
from tests.direct import Direct, make_direct

PAGE = b"<html>" + b"a row of the page\n" * 30_000 + b"<div>the post</div></html>"


def shown_on(page: bytes, tmp_path: Path) -> Direct:
    """Give a platform that shows its posts on such a page."""
    direct = make_direct(tmp_path)
    begins = max(0, page.find(b"<div>"))
    direct.platform.spoils = lambda seen: replace(seen, captured=page, begins=begins)
    return direct


def told(direct: Direct, act: Act) -> dict[str, Plain]:
    """Give what the newest row of an act says of what was seen."""
    road = direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        found = proven.part(proven.acts(act)[-1], "seen")
    assert found is not None
    return found


def opened(direct: Direct, file: Plain) -> bytes:
    """Open the file that a row names."""
    assert isinstance(file, dict)
    kept = direct.road.media.open(direct.road.by("ana"), MediaId(str(file["id"])))
    assert hashlib.sha256(kept).hexdigest() == file["sha256"]
    return kept


def test_the_whole_page_is_kept_beside_the_row(tmp_path: Path) -> None:
    direct = shown_on(PAGE, tmp_path)

    assert direct.go(direct.intended(direct.released())).decision.next is Next.DONE

    seen = told(direct, Act.READ_BACK)
    assert opened(direct, seen["file"]) == PAGE
    assert seen["sha256"] == hashlib.sha256(PAGE).hexdigest()
    sealed = [one.read_bytes() for one in tmp_path.rglob("media/*")]
    assert sealed
    assert not any(b"a row of the page" in one for one in sealed)


def test_of_a_huge_page_so_much_is_kept_from_the_post_on(tmp_path: Path) -> None:
    page = b"x" * MOST_KEPT + b"<div>the post</div>"
    direct = shown_on(page, tmp_path)

    direct.go(direct.intended(direct.released()))

    file = told(direct, Act.READ_BACK)["file"]
    assert opened(direct, file) == b"<div>the post</div>"
    assert isinstance(file, dict)
    assert (file["from"], file["whole"]) == (MOST_KEPT, False)


def test_it_is_kept_whole_before_a_post_is_taken_down(tmp_path: Path) -> None:
    direct = shown_on(PAGE, tmp_path)
    publication = out(direct)

    take_down(direct, publication)

    assert opened(direct, told(direct, Act.TAKE_DOWN)["file"]) == PAGE


def test_a_full_disk_keeps_nobody_from_writing_what_was_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct = shown_on(PAGE, tmp_path)
    intended = direct.intended(direct.released())

    def full(_content: bytes, _kind: str) -> None:
        raise OutsideFailed(say("disk.full"))

    monkeypatch.setattr(direct.road.media, "seal", full)

    assert direct.go(intended).decision.next is Next.DONE
    assert "file" not in told(direct, Act.READ_BACK)


def test_nothing_is_kept_of_nothing(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    nothing = Seen("", (), 0, "", public=False, id="1", link="", captured=b"")

    assert Captures(direct.road.media).keep(nothing) is None
