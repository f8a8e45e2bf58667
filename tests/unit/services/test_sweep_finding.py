"""What is found at once: names that are out, and photos on which people told the child."""

from pathlib import Path

import pytest

from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Found
from tests.swept import NAMED, Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_names_in_what_is_out_are_found_at_once_and_who_shares_them_isn_t(swept: Swept) -> None:
    named, _ = swept.out(), swept.out("The book fair opens on Thursday.")
    perhaps = swept.out("Well done, Maya! Our group won.")
    swept.says(OptOut.EVERYTHING)

    view = swept.sweeps.view(swept.ana, swept.begun())

    found = {line.item.post: (line.item.found, line.item.sure) for line in view.lines}
    assert found == {named.post: (Found.NAME, True), perhaps.post: (Found.NAME, False)}
    (line, *_) = (one for one in view.lines if one.item.post == named.post)
    (post,) = line.posts
    assert post.accounts
    assert post.text == NAMED
    assert view.sweep.counts["texts"] == 3


def test_photos_on_which_people_told_the_child_are_found_with_the_posts_that_show_them(swept: Swept) -> None:
    publication = swept.out("The fair.", photo=True)
    photo = swept.photo_of(publication)
    swept.is_on(photo)
    swept.says(OptOut.PHOTOS)

    view = swept.sweeps.view(swept.ana, swept.begun())

    (line,) = view.lines
    assert (line.item.found, line.item.photo, line.event) == (Found.TOLD, photo, "Fair")
    assert [one.post for one in line.posts] == [publication.post]
    assert line.file is not None
    assert view.left_to_look == 0, "what is found needn't be looked through"


def test_where_names_alone_are_barred_no_picture_is_searched(swept: Swept) -> None:
    swept.is_on(swept.photo_of(swept.out("The fair.", photo=True)))
    swept.says(OptOut.NAMES)

    view = swept.sweeps.view(swept.ana, swept.begun())

    assert (view.lines, view.left_to_look, view.total) == ((), 0, 0)
    assert view.end_blockers == ()
