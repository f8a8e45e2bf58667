"""Beginning a correction, and who hears of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from tests.afterwards import SAID, WISH, corrections_of, out, released_correction, removals_of, take_down
from tests.direct import Direct, make_direct
from tests.road import TEXT


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = True
    return direct


def test_nothing_is_corrected_before_a_second_person_released_it(direct: Direct) -> None:
    first = out(direct)
    ana = direct.road.by("ana")
    assert first.post is not None
    draft = corrections_of(direct).begin(ana, first.post, SAID).value
    assert draft.content.text == f"{TEXT}\n\n{SAID}"

    with pytest.raises(NotAllowed):
        direct.intended(draft.id)

    assert direct.platform.kept[0].sent.text == TEXT
    assert corrections_of(direct).begin(ana, first.post, SAID).value.id == draft.id


@pytest.mark.demand("SOC-O2")
def test_the_principal_hears_of_corrections_and_removals(direct: Direct) -> None:
    first = out(direct)
    released_correction(direct, first)
    before = corrections_of(direct).brief(direct.road.by("pat"))
    take_down(direct, first, WISH)

    brief = corrections_of(direct).brief(direct.road.by("pat"))

    assert [(one.words, one.by, one.took) for one in before.corrections] == [(TEXT, "Ana Brooks", None)]
    assert brief.corrections == (), "nothing is left to correct"
    assert [(one.words, one.by) for one in brief.removals] == [(TEXT, "Ana Brooks")]
    assert corrections_of(direct).brief(direct.road.by("ana")).corrections == ()
    direct.road.school.clock.forward(days=8)
    assert corrections_of(direct).brief(direct.road.by("pat")).removals == ()


def test_whoever_left_a_removal_unfinished_hears_of_it_at_the_next_start(direct: Direct) -> None:
    first = out(direct)
    removals = removals_of(direct)
    removals.begin_by_hand(direct.road.by("ana"), first, replace(WISH, uncaptured=True))
    direct.road.school.clock.forward(days=9)

    told = corrections_of(direct).brief(direct.road.by("ana")).removals
    assert [one.post for one in told] == [first.post]
    assert corrections_of(direct).brief(direct.road.by("dee")).removals == ()

    removals.gone(direct.road.by("ana"), first, None)
    assert corrections_of(direct).brief(direct.road.by("ana")).removals == ()
