"""What was typed is kept, whatever became of its draft meanwhile."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.ids import PostId
from smadmin.domain.posts import PostStage
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def test_what_was_typed_is_kept_in_its_draft_or_as_one_of_its_own(road: Road) -> None:
    ana, draft = road.by("ana"), road.draft()
    typed = replace(draft.content, text="Typed last.")

    kept = road.posts.keep(ana, draft, typed).value
    apart = road.posts.keep(ana, draft, replace(typed, text="Typed on another computer.")).value
    begun = road.posts.keep(ana, None, replace(typed, text="Never stored.")).value

    assert (kept.id, kept.content.text, kept.version) == (draft.id, "Typed last.", draft.version + 1)
    assert len({kept.id, apart.id, begun.id}) == 3
    assert road.posts.get(ana, kept.id).content.text == "Typed last."
    assert road.posts.get(ana, apart.id).content.text == "Typed on another computer."
    assert road.posts.get(ana, begun.id).content == replace(typed, text="Never stored.")


def test_what_was_typed_is_kept_when_its_draft_is_handed_in_or_gone(road: Road) -> None:
    ana, post = road.by("ana"), road.submitted()
    handed_in = road.posts.get(ana, post)

    kept = road.posts.keep(ana, handed_in, replace(handed_in.content, text="One word more.")).value
    gone = road.posts.keep(ana, replace(handed_in, id=PostId("gone")), handed_in.content).value

    assert (kept.id != post, kept.stage, kept.content.text) == (True, PostStage.DRAFT, "One word more.")
    assert gone.content.text == handed_in.content.text
    assert road.posts.get(ana, post) == handed_in


def test_what_was_typed_is_kept_for_the_accounts_that_are_still_ones_own(road: Road) -> None:
    draft = road.draft()

    kept = road.posts.keep(road.by("bo"), None, replace(draft.content, text="Typed.")).value

    assert (kept.author, kept.content.accounts, kept.content.text) == (road.by("bo").person, (), "Typed.")


def test_what_is_written_over_while_leaving_stays_a_version(road: Road) -> None:
    ana, draft = road.by("ana"), road.draft()

    kept = road.posts.keep(ana, draft, replace(draft.content, text="Typed last.")).value

    assert [one.text for one in kept.earlier] == [draft.content.text]
