"""A site that is watched: its form, its next day."""

from datetime import date

import pytest

from smadmin.domain.ids import PersonId
from smadmin.domain.sites import Site, SiteForm, SiteKind, is_address, site_blockers

BO = PersonId("bo")
FORM = SiteForm(" Boosters ", " https://boosters.example ", SiteKind.BOOSTERS, BO, 10)


def test_the_next_day_counts_from_the_last_look_or_from_the_beginning() -> None:
    new = Site("s", FORM, date(2026, 11, 1))

    assert new.due_on == date(2026, 11, 11)
    assert Site("s", FORM, new.added_on, date(2026, 11, 5)).due_on == date(2026, 11, 15)


def test_a_form_is_kept_as_it_was_signed_and_needs_a_watcher_of_the_staff() -> None:
    kept = SiteForm.from_plain(FORM.to_plain())

    assert (kept.name, kept.page, kept.kind, kept.watcher) == (
        "Boosters",
        "https://boosters.example",
        SiteKind.BOOSTERS,
        BO,
    )
    assert site_blockers(kept, frozenset({BO})) == ()
    assert [reason.citation for reason in site_blockers(kept, frozenset())] == ["BLO-IV-C6"]


@pytest.mark.parametrize(
    ("page", "right"),
    [
        ("https://a.example", True),
        ("http://a.example/x", True),
        ("a.example", False),
        ("javascript://a.example", False),
        ("https://a b.example", False),
        ("", False),
    ],
)
def test_an_address_can_be_opened_in_a_browser(page: str, right: bool) -> None:
    assert is_address(page) is right
