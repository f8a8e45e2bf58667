"""What a quiet account's row tells: what is under way for it, once."""

from datetime import timedelta

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.ui.today.need import Beside
from smadmin.ui.today.needs import needs_of
from tests.today_views import TODAY, account, account_today, planned, post, view


def test_a_late_account_tells_once_of_its_released_post_and_of_no_plan_without_draft() -> None:
    late = account_today(account("Larks"), 16, planned=planned("art", TODAY + timedelta(days=3)))
    ready = post("ready", PostStage.RELEASED, accounts=(late.account.id,))

    (need,) = needs_of(view(Role.ADMINISTRATOR, accounts=(late,), posts=(ready,)), Beside())

    quoted = say("today.quoted", words="The words of ready")
    assert need.note is not None
    assert need.note.values["second"] == say("today.quiet-released", words=quoted)


def test_the_office_is_told_the_three_ways_out_of_a_long_silence() -> None:
    late = account_today(account("Larks"), 40, mine=False)

    (need,) = needs_of(view(Role.PRINCIPAL, accounts=(late,)), Beside())

    assert need.note is not None
    assert need.note.values["second"] == say("excuses.today-choose")
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("accounts", late.account.id)
