"""What Today says of people who sat down with a code and owe details."""

from dataclasses import replace
from datetime import date

from smadmin.language.catalogue import Catalogue
from smadmin.services.reviewer_lines import Line, ListView, Standing
from smadmin.services.reviewers import ReviewersView
from smadmin.ui.theme import State
from smadmin.ui.today.reviewers import reviewers_needs
from smadmin.ui.wording import Wording

TODAY = date(2026, 11, 16)


def line(name: str, due: int | None) -> Line:
    standing = Standing.SITS if due is None else Standing.LACKS
    day = None if due is None else date(2026, 11, due)
    return Line("list", name, name, standing, date(2026, 11, 5), day)


def view(*lines: Line, signs: bool = True) -> ReviewersView:
    held = ListView("list", date(2026, 8, 1), date(2027, 6, 30), "Pat Winters", lines)
    return ReviewersView(TODAY, (held,), signs=signs, strikes=signs)


def test_who_owes_details_is_named_and_who_is_late_stands_apart() -> None:
    words = Wording(Catalogue.load("en"))
    late, owing = reviewers_needs(view(line("Robin", 12), line("Jo", 16), line("Sam", 20), line("Kim", None)))

    assert words(late.title) == "Robin still owes e-mail, phone or employment"
    assert words(owing.title) == "Jo and Sam still owe e-mail, phone or employment"
    assert (late.state, owing.state) == (State.DOUBT, State.NOTE)
    assert late.urgency < owing.urgency
    assert owing.note is not None
    assert owing.note.values["day"] == date(2026, 11, 16)
    assert late.step is not None
    assert late.step.screen == "reviewers"


def test_a_list_that_ends_is_said_to_who_signs_the_next_one() -> None:
    words = Wording(Catalogue.load("en"))
    for ends, said, state in (
        (date(2026, 12, 1), "The list of reviewers holds until Dec 1, 2026", State.NOTE),
        (date(2026, 11, 15), "The list of reviewers ended on Nov 15, 2026", State.DOUBT),
    ):
        (need,) = reviewers_needs(replace(view(), next_due=ends))
        assert (words(need.title), need.state) == (said, state)
        assert list(reviewers_needs(replace(view(signs=False), next_due=ends))) == []


def test_only_who_signs_the_list_is_told() -> None:
    assert not list(reviewers_needs(view(line("Robin", 12), signs=False)))
