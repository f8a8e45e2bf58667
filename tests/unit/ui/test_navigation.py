"""The side bar by role."""

import pytest

from smadmin.domain.people import Role
from smadmin.ui.navigation import ICONS, confined_to, navigation_for

ALL = tuple(ICONS)


def test_an_administrator_has_the_daily_screens_and_the_rest_under_more() -> None:
    shown = navigation_for([Role.ADMINISTRATOR], available=ALL, waiting={})

    assert [one.name for one in shown.daily] == ["today", "compose", "photos", "plan", "students"]
    assert [one.name for one in shown.more] == [
        "approvals",
        "comments",
        "accounts",
        "records",
        "school",
        "people",
        "sites",
    ]


def test_a_reviewer_sees_what_waits() -> None:
    shown = navigation_for([Role.REVIEWER], available=ALL, waiting={"approvals": 2})

    assert [(one.name, one.waiting) for one in shown.daily] == [("today", 0), ("approvals", 2)]


def test_two_roles_add_up() -> None:
    shown = navigation_for([Role.REVIEWER, Role.PRINCIPAL], available=ALL, waiting={})

    assert [one.name for one in shown.daily] == ["today", "approvals", "plan"]


def test_nobody_sees_only_today() -> None:
    shown = navigation_for([], available=ALL, waiting={})

    assert [one.name for one in shown.entries] == ["today"]


@pytest.mark.parametrize("role", list(Role))
def test_a_screen_keeps_its_number_in_every_role(role: Role) -> None:
    shown = navigation_for([role], available=ALL, waiting={})

    assert {one.name: one.shortcut for one in shown.entries}["photos"] == "Ctrl+3"


def test_the_tenth_screen_has_the_nought_and_those_after_it_a_shift() -> None:
    shown = navigation_for([Role.PRINCIPAL], available=ALL, waiting={})

    keys = {one.name: one.shortcut for one in shown.entries}
    assert (keys["school"], keys["people"]) == ("Ctrl+0", "Ctrl+Shift+1")


def test_a_screen_that_the_frame_lacks_is_not_shown() -> None:
    shown = navigation_for([Role.ADMINISTRATOR], available=["today", "records"], waiting={})

    assert [one.name for one in shown.entries] == ["today", "records"]


def test_what_waits_under_more_is_summed_up() -> None:
    shown = navigation_for([Role.ADMINISTRATOR], available=ALL, waiting={"approvals": 2, "records": 1})

    assert shown.waiting_under_more == 3


def test_in_the_chair_everything_that_is_seen_stands_open() -> None:
    reach = confined_to([Role.PRINCIPAL])

    shown = navigation_for([Role.PRINCIPAL], available=ALL, waiting={}, confined_to=reach)

    assert [one.name for one in shown.daily] == ["today", "photos", "approvals", "plan", "accounts"]
    assert shown.more == ()


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.PRINCIPAL, {"today", "accounts", "plan", "notices"}),
        (Role.DEPUTY, {"today", "accounts", "plan", "notices"}),
        (Role.COMMUNICATIONS, {"today", "accounts"}),
        (Role.REVIEWER, set()),
        (Role.ADMINISTRATOR, set()),
    ],
)
def test_from_the_chair_one_sees_the_review_and_what_ones_office_decides(role: Role, sees: set[str]) -> None:
    assert confined_to([role]) == {"photos", "approvals", "computer", "staff-page"} | sees
