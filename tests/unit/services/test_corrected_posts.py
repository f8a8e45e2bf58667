"""A correction in place counts as no new post, one beside the first does."""

from pathlib import Path

import pytest

from smadmin.services.corrected_posts import begun_for
from tests.afterwards import out, released_correction
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
