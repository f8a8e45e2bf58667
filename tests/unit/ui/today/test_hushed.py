"""Communications is told which checks only hint, and can let them warn again."""

from dataclasses import replace

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.ui.today.need import Beside, Deed
from smadmin.ui.today.needs import needs_of
from tests.today_views import view


def test_communications_alone_is_told_which_checks_only_hint() -> None:
    hushed = replace(view(Role.COMMUNICATIONS), hushed=("promotion",))

    (need,) = needs_of(hushed, Beside())

    assert need.title == say("today.check-hushed", check=say("enforced.check-promotion"))
    assert need.step is not None
    assert (need.step.deed, need.step.subject) == (Deed.WAKE_CHECK, "promotion")
    assert needs_of(replace(hushed, roles=frozenset({Role.ADMINISTRATOR})), Beside()) == ()
