"""A correction in place counts as no new post, one beside the first does."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.services.corrected_posts import begun_for
from tests.afterwards import SAID, corrections_of, out, posts_of, released_correction
from tests.direct import make_direct


@pytest.mark.parametrize("edits", [True, False])
def test_the_rhythm_counts_what_readers_get_anew(tmp_path: Path, edits: bool) -> None:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = edits
    first = out(direct)
    direct.road.school.clock.forward(minutes=30)

    newer = direct.go(direct.intended(released_correction(direct, first))).publication

    assert (newer.published_at == first.published_at) is edits
    with direct.road.school.desk.look(direct.road.by("ana")) as unit:
        assert newer.post is not None
        assert begun_for(unit, newer.post) == first.post
        assert first.post is not None
        assert begun_for(unit, first.post) is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [("words", "corrections.states-nothing"), ("pictures", "corrections.pictures-stay")],
)
def test_what_is_no_correction_is_not_handed_in(tmp_path: Path, wrong: str, message: str) -> None:
    direct = make_direct(tmp_path)
    first = out(direct, photo=True)
    ana, posts = direct.road.by("ana"), posts_of(direct)
    assert first.post is not None
    draft = corrections_of(direct).begin(ana, first.post, SAID).value
    content = draft.content
    changed = replace(content, text="Only other words") if wrong == "words" else replace(content, pictures=())

    posts.save(ana, draft, changed)

    assert message in {one.message.id for one in posts.submit_blockers(ana, draft.id)}
