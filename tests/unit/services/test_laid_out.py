"""The folder of a post that is published by hand: its page, and when nobody needs it any more."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.handoff import HandoffWords
from smadmin.domain.ids import PublicationId
from smadmin.publishing.laid_ready import LaidReady
from smadmin.services.laid_out import is_over, laid_files
from tests.road import TEXT, make_road

WORDS = HandoffWords("en", "X @lincoln_es", "Only there.", "Text", "Copy", "copied", "Picture {}".format)


def test_the_page_names_the_very_pictures_that_lie_beside_it_and_isnt_dragged(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    ana, post = road.by("ana"), road.released(photo=True)
    intended = road.publications.intend(ana, post, road.x).value

    handed = road.publications.hand_out(
        ana, intended, folder=tmp_path / "out", handle="lincoln_es", page=WORDS
    )

    page = (handed.folder / "post.html").read_text("utf-8")
    assert [path.name for path, _ in handed.files] == ["01.jpg"]
    assert 'src="01.jpg" alt="Children build a tower"' in page
    assert TEXT in page
    assert set(laid_files(handed)) == {"post.txt", "post.html", "01.jpg"}


def test_it_is_over_once_it_is_out_or_given_up_and_never_before(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    ana, desk = road.by("ana"), road.school.desk
    first = road.handed_out(road.released(), tmp_path / "out")
    before = is_over(desk, first.id)

    road.publications.give_up(ana, first, "the page was down")

    assert (before, is_over(desk, first.id)) == (False, True)
    assert not is_over(desk, PublicationId("another school's"))


def test_after_a_kill_between_the_proof_and_the_wiping_it_goes_at_the_next_start(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    ana, desk, post = road.by("ana"), road.school.desk, road.released(photo=True)
    going = road.publications.intend(ana, post, road.x).value
    handed = road.publications.hand_out(ana, going, folder=tmp_path / "out", handle="lincoln_es", page=WORDS)
    going = road.publications.note_handed_out(ana, going).value
    LaidReady(tmp_path).add(handed.folder, laid_files(handed), going.id)

    LaidReady(tmp_path).clear_over(lambda one: is_over(desk, one))
    while_it_went = handed.folder.exists()
    road.publications.confirm(ana, replace(going), "https://x.com/lincoln_es/status/1234567890")
    LaidReady(tmp_path).clear_over(lambda one: is_over(desk, one))  # as the next start does

    assert while_it_went
    assert not handed.folder.exists()
