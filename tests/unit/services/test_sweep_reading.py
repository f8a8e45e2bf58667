"""Reading sweeps: what is moot, and who may have the report."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided
from tests.swept import Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


@pytest.mark.parametrize("how", ["off-the-list", "yes-again"])
def test_a_sweep_that_is_moot_can_be_ended_as_it_stands(swept: Swept, how: str) -> None:
    swept.out()
    swept.out("The fair.", photo=True)
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    assert swept.sweeps.view(swept.ana, sweep).end_blockers

    if how == "yes-again":
        swept.says()
    else:
        swept.students.remove(swept.ana, swept.maya)

    view = swept.sweeps.view(swept.ana, sweep)
    assert (view.on_list, view.allowed_again) == (how == "yes-again", how == "yes-again")
    swept.sweeps.end(swept.ana, sweep)
    assert swept.sweeps.report(swept.ana, sweep, "es")


def test_who_doesn_t_keep_the_list_decides_nothing(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep, bo = swept.begun(), swept.road.by("bo")
    key = swept.sweeps.view(swept.ana, sweep).lines[0].item.key

    for deed in (
        lambda: swept.sweeps.begin(bo, swept.maya),
        lambda: swept.sweeps.decide(bo, sweep, key, Decided.NOT_THIS_CHILD),
        lambda: swept.sweeps.end(bo, sweep),
        lambda: swept.sweeps.report(bo, sweep, "en"),
    ):
        with pytest.raises(NotAllowed) as refused:
            deed()
        assert refused.value.happened.id == "sweeping.not-your-role"


def test_pictures_and_posts_are_read_ahead_only_while_a_search_is_open(swept: Swept) -> None:
    swept.out("The fair.", photo=True)
    swept.says(OptOut.EVERYTHING)
    pictures = swept.sweeps._pictures
    swept.sweeps.learn(swept.ana)
    assert (dict(pictures._known), pictures._out) == ({}, None)

    swept.begun()
    swept.sweeps.forget()
    swept.sweeps.learn(swept.ana)

    assert len(pictures._known) == 1
    assert pictures._out is not None
