"""What Today says of searches: one line for all that nobody began, one for each with something to decide."""

from smadmin.ui.sweeps.model import ENTERED
from smadmin.ui.today.sweeps import sweep_needs
from tests.unit.ui.sweeps.made import NAMED, PROPOSED, line, view_of


def test_what_nobody_began_is_one_line_and_each_with_something_to_decide_has_its_own() -> None:
    begin, entered, decide, go_on = sweep_needs(
        (PROPOSED, PROPOSED),
        (PROPOSED,) * 40,
        (view_of(line(NAMED)).sweep, view_of().sweep, view_of().sweep, view_of(ended=True).sweep),
    )

    assert (begin.title.id, begin.title.values["n"]) == ("sweepui.today-proposed", 2)
    assert begin.step is not None
    assert (begin.step.screen, begin.step.subject) == ("sweeps", PROPOSED.student)
    assert (decide.title.id, decide.title.values["n"]) == ("sweepui.today-decide", 1)
    assert (go_on.title.id, go_on.title.values["n"]) == ("sweepui.today-go-on", 2)
    assert (entered.title.id, entered.title.values["n"]) == ("sweepui.entered", 40)
    assert entered.step is not None
    assert (entered.step.screen, entered.step.subject) == ("sweeps", ENTERED)


def test_no_childs_name_is_on_it() -> None:
    needs = sweep_needs((PROPOSED,), (PROPOSED,), (view_of(line(NAMED)).sweep,))
    assert not any("name" in need.title.values for need in needs)
