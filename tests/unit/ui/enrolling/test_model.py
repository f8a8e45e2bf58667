"""What the import page says of a list, without Qt."""

from datetime import date

from smadmin.domain.enrolling.columns import is_known, recognised
from smadmin.domain.enrolling.comparing import Comparison, Match, Weakening, compare
from smadmin.domain.enrolling.entries import Entries, Entry, Told
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.enrolling.portraits import Placed, PortraitFile, Unplaced
from smadmin.domain.enrolling.tables import table_of
from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.photos.portraits import Flaw
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student
from smadmin.services.students.portrait_imports import Flawed, PortraitStep
from smadmin.ui.enrolling.model import (
    column_rows,
    file_rows,
    lost_in,
    portrait_lines,
    portrait_report,
    preview_model,
    report_lines,
)
from smadmin.ui.theme import State

NAMED = {0: Meaning.WHOLE_NAME}
ANN = Student(StudentId("ann"), SchoolId("s"), "Ann", "Ash", (), frozenset({OptOut.PHOTOS}), number="7")
BEN = Student(StudentId("ben"), SchoolId("s"), "Ben", "Bay", number="8")
LIST = (
    Entry(2, "7", "Ann", "Ash", spoken_of=frozenset(OptOut)),
    Entry(3, "9", "Cam", "Cole", said_no=frozenset({OptOut.NAMES})),
)


def found(*entries: Entry) -> Comparison:
    refused = (Told(4, "", say("enrolling.no-name")),)
    return compare(Entries(entries, refused, ()), (ANN, BEN), mode=RosterMode.OPT_OUT)


def said(lines: tuple[tuple[State, object], ...]) -> list[tuple[State, str, object]]:
    return [(state, message.id, message.values.get("n")) for state, message in lines]  # type: ignore[attr-defined]  # all are messages


def test_columns_show_title_samples_and_meaning_and_empty_ones_are_left_out() -> None:
    table = table_of(
        [["First name", "Last name", "", "Lunch", ""], ["Ann", "Ash", "4b", "yes", ""]], is_known
    )

    rows = column_rows(table, recognised(table.titles))

    assert [(row.place, row.title.id, row.samples, row.meaning) for row in rows] == [
        (0, "enrollui.column", ("Ann",), Meaning.FIRST_NAME),
        (1, "enrollui.column", ("Ash",), Meaning.LAST_NAME),
        (2, "enrollui.untitled", ("4b",), None),
        (3, "enrollui.column", ("yes",), None),
    ]


def test_the_preview_counts_and_asks() -> None:
    model = preview_model(found(*LIST), NAMED)

    assert said(model.lines) == [
        (State.FINE, "enrollui.new", 1),
        (State.FINE, "enrollui.same", 1),
        (State.STOP, "enrollui.refused", 1),
        (State.NOTE, "enrollui.new-opted-out", 1),
    ]
    assert [(row.student, row.name) for row in model.weaker] == [(ANN.id, "Ann Ash")]
    assert (model.missing, model.main.values["n"], model.blockers) == (1, 2, ())
    assert [(row.line, row.what.id) for row in model.refused] == [
        (say("enrollui.line", line=4), "enrolling.no-name")
    ]


def test_a_list_of_nobody_and_columns_without_names_block_the_button() -> None:
    assert [one.message.id for one in preview_model(found(), NAMED).blockers] == ["enrollui.nobody"]
    assert [one.message.id for one in preview_model(found(), {}).blockers] == ["enrolling.no-name-column"]


def test_what_would_be_lost_is_said_in_a_sentence() -> None:
    photos = Weakening(ANN.id, 2, "Ann Ash", frozenset({OptOut.PHOTOS}))
    several = Weakening(ANN.id, 2, "Ann Ash", frozenset(), photos=True, matching=date(2027, 1, 1))

    assert lost_in(photos).id == "enrollui.lost-kinds"
    parts = lost_in(several).values["parts"]
    assert isinstance(parts, tuple)
    assert [part.id for part in parts] == ["enrollui.lost-photos", "enrollui.lost-matching"]


def test_the_report_says_what_stayed_and_what_was_let_go() -> None:
    compared = found(*LIST)

    kept = said(report_lines(compared, left=0, weakened=0))
    let_go = said(report_lines(compared, left=1, weakened=1))

    assert kept[0] == (State.FINE, "enrollui.taken", 2)
    assert (State.NOTE, "enrollui.kept-as-was", 1) in kept
    assert (State.NOTE, "enrollui.marked-left", 1) in let_go
    assert (State.WAITS, "enrollui.let-go", 1) in let_go
    assert Match(ANN, LIST[0]) in compared.matched


def test_portraits_are_counted_and_those_of_nobody_are_listed() -> None:
    nobody = Unplaced("DSC_1.jpg", say("enrolling.portrait-of-nobody", sought="DSC_1"))
    placed = Placed((PortraitFile("7.jpg", ANN.id), PortraitFile("7b.jpg", ANN.id)), (nobody,))

    assert said(portrait_lines(placed)) == [
        (State.FINE, "enrollui.portraits-found", 2),
        (State.NOTE, "enrollui.portraits-of", 1),
        (State.DOUBT, "enrollui.portraits-unplaced-n", 1),
    ]
    assert [(row.line, row.name, row.what) for row in file_rows(placed.unplaced)] == [
        (None, "DSC_1.jpg", nobody.why)
    ]


def test_the_portraits_report_says_what_was_added_and_what_wasnt() -> None:
    stopped = PortraitStep(3, 5, kept=1, same=1)

    flawed = [Flawed("7.jpg", (Flaw.DARK,)), Flawed("8.jpg", (Flaw.BLURRED, Flaw.DARK))]

    assert said(portrait_report(stopped, unusable=1, unplaced=2, flawed=flawed)) == [
        (State.FINE, "enrollui.portraits-kept", 1),
        (State.DOUBT, "enrollui.portraits-blurred", 1),
        (State.DOUBT, "enrollui.portraits-dark", 2),
        (State.FINE, "enrollui.portraits-same", 1),
        (State.WAITS, "enrollui.portraits-stopped", 2),
        (State.STOP, "enrollui.portraits-unusable", 1),
        (State.DOUBT, "enrollui.portraits-unplaced-n", 2),
    ]
