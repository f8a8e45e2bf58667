"""The lines of a departure follow from what is known. Pure."""

import pytest

from smadmin.domain.departures import Leaving, Line
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.leaving import Known, lines_of

ANA, X, PAGE, LAPTOP = PersonId("ana"), AccountId("x"), AccountId("page"), SeatId("laptop")


def test_a_computer_has_no_queue_no_mailbox_and_no_drafts() -> None:
    known = Known((X, PAGE), frozenset({X}), frozenset({PAGE}), queue=2, drafts=3, profiles=((LAPTOP, 0),))

    keys = [one.key for one in lines_of(Leaving(seat=LAPTOP), known)]

    assert keys == ["rights", "password:x", "sessions:x", "sessions:page", "profiles:laptop"]


@pytest.mark.demand("BAL-B1b3")
def test_browser_folders_have_a_line_for_each_login_under_which_they_may_lie() -> None:
    known = Known((X,), sessions_end=frozenset({X}), profiles=((None, 2), (LAPTOP, 0)), copies=1)

    lines = lines_of(Leaving(person=ANA), known)

    keys = [one.key for one in lines]
    assert keys == ["queue", "rights", "password:x", "profiles", "profiles:laptop", "copies"]
    assert [Line.from_plain(one.to_plain()) for one in lines] == list(lines)


def test_a_password_that_signs_everybody_out_spares_a_line() -> None:
    known = Known((X,), sessions_end=frozenset({X}))

    assert [one.key for one in lines_of(Leaving(person=ANA), known)] == ["queue", "rights", "password:x"]


def test_tokens_and_a_name_on_a_pages_list_have_lines_of_their_own() -> None:
    known = Known((X, PAGE), named=frozenset({X, PAGE}), by_roles=frozenset({PAGE}), tokens=frozenset({X}))

    keys = [one.key for one in lines_of(Leaving(person=ANA), known)]

    assert keys == ["queue", "rights", "roles:x", "roles:page", "password:x", "tokens:x", "sessions:x"]


def test_rights_here_end_before_any_page_is_opened() -> None:
    """Until then who leaves opens what is kept meanwhile; a log-in tied to their mail before passwords."""
    known = Known((X,), frozenset({X}))

    keys = [one.key for one in lines_of(Leaving(person=ANA), known)]

    assert keys == ["queue", "rights", "log-in:x", "password:x", "sessions:x"]


def test_where_nothing_is_left_to_end_there_is_no_line_for_it() -> None:
    known = Known((PAGE,), by_roles=frozenset({PAGE}), inside=False, nobody=1)

    assert [one.key for one in lines_of(Leaving(person=ANA), known)] == ["queue", "roles:page", "nobody"]
