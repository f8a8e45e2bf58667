"""Keeping and destroying in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

from smadmin.domain.retention import Kind, Retention
from smadmin.language.catalogue import Catalogue
from smadmin.services.due_records import DueThing
from smadmin.services.retention import RetentionView
from smadmin.services.retention_rows import Certificate, Hold, Order
from smadmin.ui.records.keeping_said import (
    certificate_name,
    certificate_page,
    due_rows,
    hold_lines,
    schedule_lines,
    standing,
)
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

WORDS = Wording(Catalogue.load("en"))
NOON = datetime(2026, 11, 16, 19, tzinfo=UTC)
DUE = DueThing(Kind.POSTS, "p", date(2019, 11, 1), ((3, "words"), (4, "link")))
HOLD = Hold("h", "A lawsuit", "Cem Aydin", NOON, ("Cem Aydin",), mine=False)
ORDER = Order("o", "Pat Winters", None, NOON, DUE.details)
DONE = Certificate(99, NOON, 2, 2, "Pat <b>", "Cem Aydin", ((Kind.POSTS, 2),))
VIEW = RetentionView(Retention(), None, (), None, (), (), (), (), ())


def test_what_matters_most_stands_on_the_card() -> None:
    views = (
        VIEW,
        replace(VIEW, due=(DUE,)),
        replace(VIEW, due=(DUE,), order=ORDER),
        replace(VIEW, due=(DUE,), order=ORDER, hold=HOLD),
    )

    assert [standing(one)[0] for one in views] == [State.FINE, State.NOTE, State.DOUBT, State.DOUBT]
    assert [standing(one)[1].id for one in views] == [
        "retention.line-nothing",
        "retention.line-due",
        "retention.line-order",
        "retention.line-held",
    ]


def test_whose_years_these_are_is_said() -> None:
    by_clause = replace(VIEW, schedule=Retention(source="YEL-R"))

    assert "names no schedule" in WORDS(schedule_lines(VIEW)[-1])
    assert "YEL-R" in WORDS(schedule_lines(by_clause)[-1])
    assert "7 years" in WORDS(schedule_lines(VIEW)[0])


def test_a_hold_says_why_and_who_signed() -> None:
    assert len(hold_lines(None)) == 1
    assert [WORDS(one) for one in hold_lines(HOLD)][1].startswith("Cem Aydin signed")


def test_what_is_due_is_counted_and_nothing_of_it_told() -> None:
    (row,) = due_rows([DUE], WORDS)

    assert (row.title, row.note) == (
        "Posts and comments: 2 details",
        "Nothing done about it since Nov 1, 2019",
    )


def test_the_certificate_names_the_row_and_both_persons_as_text() -> None:
    page = certificate_page(DONE, "Lincoln", WORDS)

    assert "row 99" in page
    assert "Pat &lt;b&gt;" in page
    assert "35 days" in page
    assert 'lang="en"' in page
    assert certificate_name(DONE) == "destroyed-row-99.html"
