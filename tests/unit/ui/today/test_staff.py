"""What Today says of the page for staff."""

from smadmin.services.staff_pages import StaffBrief
from smadmin.ui.today.staff import staff_needs


def test_nothing_is_said_where_nothing_is_due() -> None:
    assert list(staff_needs(StaffBrief())) == []


def test_the_reader_is_led_to_it_and_the_office_told_the_names() -> None:
    mine, others = staff_needs(StaffBrief(due=True, late=("Bo Lindqvist", "Cem Aydin")))

    assert mine.step is not None
    assert mine.step.screen == "staff-page"
    assert others.title.values["n"] == 2
