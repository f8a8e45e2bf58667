"""What went wrong stands on the weekly page by its post, its account and its time."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.messages import Message
from smadmin.domain.took import took_said
from smadmin.services.crises import Crises
from smadmin.services.page_afterwards import afterwards_said
from tests.afterwards import out, released_correction, take_down
from tests.direct import Direct, make_direct
from tests.road import TEXT


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = True
    return direct


def told(direct: Direct, after: int = 0) -> list[Message]:
    with direct.road.school.desk.look(direct.road.by("pat")) as unit:
        proven = direct.road.proof.now(unit)
        every = (proven.at(seq) for seq in range(after + 1, proven.head.seq + 1))
        called = {one: unit.accounts.get(one).called for one in direct.blogs}
        return list(afterwards_said(unit, proven, [one for one in every if one is not None], called))


@pytest.mark.demand("WIC-P13")
def test_the_weekly_page_names_what_was_corrected_and_how_long_it_took(direct: Direct) -> None:
    first = out(direct)
    post = released_correction(direct, first)
    (waiting,) = told(direct)
    with direct.road.school.desk.look() as unit:
        before = unit.record.head().seq
    direct.road.school.clock.forward(minutes=12)
    direct.go(direct.intended(post))

    (done,) = told(direct, before)

    assert waiting.id == "weekly.correcting"
    assert done.id == "weekly.corrected"
    assert (done.values["name"], done.values["took"]) == ("Ana Brooks", took_said(timedelta(minutes=12)))
    words = done.values["words"]
    assert isinstance(words, Message)
    assert words.values["words"] == TEXT


@pytest.mark.demand("SOC-O2")
def test_the_weekly_page_names_what_was_taken_down_by_whom_and_why(direct: Direct) -> None:
    first = out(direct)
    take_down(direct, first)

    (said,) = told(direct)

    why = said.values["why"]
    assert isinstance(why, Message)
    assert (said.id, said.values["name"]) == ("weekly.taken-down", "Ana Brooks")
    assert why.id == "afterui.ground-person"
    assert "A child was named" not in str(said), "own words may name a child: the reason's category is told"


def test_the_weekly_page_names_a_hold_by_who_pressed_and_ended_it(direct: Direct) -> None:
    crises, pat = Crises(direct.road.school.desk, direct.road.proof), direct.road.by("pat")
    began = direct.road.school.clock.now()
    crises.hold(pat)
    (lasting,) = told(direct)
    direct.road.school.clock.forward(minutes=20)
    crises.go_on(pat, "The road is open again")

    (over,) = told(direct)

    assert (lasting.id, lasting.values["when"]) == ("weekly.on-hold", began)
    assert (over.id, over.values["name"], over.values["other"]) == (
        "weekly.was-on-hold",
        "Pat Winters",
        "Pat Winters",
    )
    assert over.values["until"] == direct.road.school.clock.now()
    with direct.road.school.desk.look() as unit:
        assert told(direct, unit.record.head().seq) == [], "last week's hold isn't told again"
