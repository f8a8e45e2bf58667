"""What lies ready is noted by publication, and goes by the note alone."""

import json
from pathlib import Path

from smadmin.domain.ids import PublicationId
from smadmin.publishing.assisted import PAGE, WORDS, OutgoingPicture, write_bundle
from smadmin.publishing.laid_ready import LaidReady

ONE, OTHER = PublicationId("one"), PublicationId("other")


def laid(seat: Path, at: Path, publication: PublicationId) -> Path:
    """Lay a post ready and note it."""
    picture = OutgoingPicture(b"\xff\xd8\xff", "a tower")
    folder = write_bundle(at, publication, "words", [picture], beside={PAGE: b"a page"}).folder
    LaidReady(seat).add(folder, [WORDS, PAGE, "01.jpg"], publication)
    return folder


def test_only_what_is_over_goes_and_the_rest_stays_noted(tmp_path: Path) -> None:
    over, going = (laid(tmp_path, tmp_path / "out", one) for one in (ONE, OTHER))

    LaidReady(tmp_path).clear(ONE)

    assert not over.exists()
    assert sorted(one.name for one in going.iterdir()) == ["01-alt.txt", "01.jpg", "post.html", "post.txt"]
    LaidReady(tmp_path).clear_all()
    assert not going.exists()
    assert not (tmp_path / "laid-ready.json").exists()


def test_a_note_from_before_publications_stood_in_it_goes_with_everything(tmp_path: Path) -> None:
    folder = laid(tmp_path, tmp_path / "out", ONE)
    (tmp_path / "laid-ready.json").write_text(json.dumps({str(folder): ["01.jpg"]}), "utf-8")

    LaidReady(tmp_path).clear(ONE)
    kept = folder.exists()
    LaidReady(tmp_path).clear_all()

    assert kept
    assert not folder.exists()


def test_a_note_that_was_spoilt_removes_nothing(tmp_path: Path) -> None:
    folder = laid(tmp_path, tmp_path / "out", ONE)

    for spoilt in ("[", '["a"]', json.dumps({str(folder): 7, "x": {"files": 1}})):
        (tmp_path / "laid-ready.json").write_text(spoilt, "utf-8")
        LaidReady(tmp_path).clear_all()

    assert folder.exists()
