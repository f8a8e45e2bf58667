"""What Today says of searches: one line for all that nobody began, one for each that isn't finished."""

from smadmin.ui.today.sweeps import sweep_needs
from tests.unit.ui.sweeps.made import NAMED, PROPOSED, line, view_of


def test_what_nobody_began_is_one_line_and_each_open_one_has_its_own() -> None:
    begin, decide, go_on = sweep_needs(
        (PROPOSED, PROPOSED), (view_of(line(NAMED)).sweep, view_of().sweep, view_of(ended=True).sweep)
    )

    assert (begin.title.id, begin.title.values["n"]) == ("sweepui.today-proposed", 2)
    assert begin.step is not None
    assert (begin.step.screen, begin.step.subject) == ("sweeps", PROPOSED.student)
    assert (decide.title.id, decide.title.values["n"]) == ("sweepui.today-decide", 1)
    assert go_on.title.id == "sweepui.today-go-on"


def test_no_childs_name_is_on_it() -> None:
    needs = sweep_needs((PROPOSED,), (view_of(line(NAMED)).sweep,))
    assert not any("name" in need.title.values for need in needs)
