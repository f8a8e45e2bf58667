"""What Today says of what nobody signed."""

from smadmin.domain.messages import say
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.unsigned import unsigned_needs


def test_nothing_is_said_where_all_of_it_was_signed() -> None:
    assert list(unsigned_needs(())) == []


def test_it_stands_on_top_and_leads_to_the_record() -> None:
    (need,) = unsigned_needs((say("records.days-planted", n=2),))

    assert need.urgency is Urgency.ALARM
    assert need.step is not None
    assert need.step.screen == "records"
