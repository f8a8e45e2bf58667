"""A post that is looked at again is held against the words that took its place, unless it is gone."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Difference
from tests.afterwards import out, released_correction, take_down
from tests.direct import Direct, drive, make_direct


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = True
    return direct


def looked_again(direct: Direct, publication: Publication) -> tuple[Difference, ...]:
    drive(direct.send_road.look_again(direct.road.by("ana"), publication))
    with direct.road.school.desk.look() as unit:
        return unit.publications.get(publication.id).differs


def test_an_original_is_compared_with_the_correction_that_took_its_place(direct: Direct) -> None:
    first = out(direct)
    correction = direct.go(direct.intended(released_correction(direct, first))).publication

    assert looked_again(direct, first) == ()
    assert looked_again(direct, correction) == ()
    direct.platform.spoils = lambda seen: replace(seen, text="Something else")
    assert looked_again(direct, first) == (Difference.TEXT,)


def test_where_the_correction_stands_beside_it_its_own_words_count(direct: Direct) -> None:
    direct.platform.can_correct = False
    first = out(direct)
    direct.go(direct.intended(released_correction(direct, first)))

    assert looked_again(direct, first) == ()


def test_what_was_taken_down_is_not_looked_at_again(direct: Direct) -> None:
    first = out(direct)
    take_down(direct, first)

    with pytest.raises(NotAllowed, match="gone-already"):
        looked_again(direct, first)

    assert direct.acts(first).count("read-back") == 1
