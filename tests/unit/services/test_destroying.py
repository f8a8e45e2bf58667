"""What goes with the details of a post: its words, its kept page; when and where it was out stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.comments import CommentForm, CommentKind
from smadmin.domain.moderating import Measure, Way, Wish
from smadmin.domain.posts import Content
from smadmin.domain.rounds import Spot
from smadmin.services.clocks import Clocks
from smadmin.services.comments import Comments
from smadmin.services.moderated import ModerationViews
from smadmin.services.moderating import Moderating
from smadmin.services.roles import local_now
from tests.faults.forgeries import sealed_rows
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


def test_what_was_written_over_goes_even_where_no_words_are_left(kept: Kept) -> None:
    road = kept.road
    with sealed_rows(road) as unit:
        (draft,) = unit.posts.all()
        bare = Content(accounts=draft.content.accounts, slot=draft.content.slot)
        unit.posts.change(replace(draft, content=bare, earlier=(draft.as_earlier,)))

    kept.destroyed()

    with road.school.desk.look(road.by("pat")) as unit:
        assert [one.earlier for one in unit.posts.all()] == [()]


def test_the_picture_of_a_comment_that_was_removed_goes_with_its_details(kept: Kept) -> None:
    road, ana = kept.road, kept.road.by("ana")
    stands = road.school.desk, road.reader, road.proof
    with road.school.desk.look(ana) as unit:
        account, found_at = unit.accounts.all()[0].id, local_now(road.school.desk, unit)
    form = CommentForm(account, CommentKind.OTHER, Spot.COMMENTS, "Buy pills!", "A visitor", "", found_at)
    comment = Comments(*stands).enter(ana, form).value
    ground = next(one for one in ModerationViews(*stands).look(ana).grounds if not one.second)
    shot = road.media.seal(b"a picture", "image")
    wish = Wish(Measure.REMOVAL, ground.kind, viewpoint=False, way=Way.HIDE, words="It sells something.")
    Moderating(*stands).ask(ana, comment, wish, shot)
    Moderating(*stands).done(ana, comment, Measure.REMOVAL, Way.HIDE)
    road.school.clock.forward(days=8 * 366)
    Clocks(road.school.desk, road.proof).vouch(road.by("pat"))

    kept.destroyed()

    with road.school.desk.look(ana) as unit:
        assert unit.media.maybe(shot.id) is None
    assert str(shot.id) in kept.noted
