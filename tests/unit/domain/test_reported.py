"""A reported account: its steps, and when one is no step."""

from datetime import date

from smadmin.domain.ids import PersonId
from smadmin.domain.reported import (
    Found,
    Report,
    Reported,
    ReportState,
    Step,
    plain_page,
    report_blockers,
    step_blockers,
)

TODAY = date(2026, 11, 16)
STAFF = frozenset({PersonId("bo")})
REPORT = Report("https://x.com/fake", "Fake", Found.PRETENDER, "It asks for money.")
FIRST = Step(ReportState.REPORTED, "", PersonId("bo"), TODAY)


def test_a_report_and_a_step_are_kept_as_they_were_signed() -> None:
    assert Report.from_plain(REPORT.to_plain()) == REPORT
    again = Step.from_plain(FIRST.to_plain(), PersonId("bo"), TODAY)
    assert (again.state, again.after, again.again_on, again.by, again.on) == (
        ReportState.REPORTED,
        "bo",
        TODAY,
        "bo",
        TODAY,
    )


def test_an_address_is_the_same_however_it_is_written() -> None:
    assert plain_page(" HTTPS://www.X.com/Fake/ ") == plain_page("x.com/fake") == "x.com/fake"
    assert [one.place for one in report_blockers(Report("fake", "", Found.DOUBLE), frozenset())] == ["page"]
    assert [one.place for one in report_blockers(REPORT, frozenset({"x.com/fake"}))] == ["page"]


def test_a_step_names_who_looks_again_and_an_end_how_it_ended() -> None:
    one = Reported("r", REPORT, (FIRST,))

    wrong = step_blockers(one, Step(ReportState.OWNER_ASKED, "", PersonId("gone"), None), TODAY, STAFF)
    ended = step_blockers(one, Step(ReportState.OURS, " ", None, None), TODAY, STAFF)
    long = step_blockers(one, Step(ReportState.LEFT, "x" * 1_001, None, None), TODAY, STAFF)

    assert [reason.place for reason in wrong] == ["after", "again"]
    assert [reason.place for reason in (*ended, *long)] == ["note", "note"]
    assert one.open
    assert not Reported("r", REPORT, (FIRST, Step(ReportState.GONE, "x", None, None))).open
