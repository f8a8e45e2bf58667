"""A search in words: what the main button leads to, and why not where it doesn't."""

from dataclasses import replace

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.sweeps import Decided, LeftOut, Narrowed
from smadmin.services.sweep_views import LeftOutLine
from smadmin.ui.sweeps.faces import Progressing
from smadmin.ui.sweeps.lines import rows_of
from smadmin.ui.sweeps.model import ENTERED, Next, OpenSweep, Overview, Seen, overview_of
from smadmin.ui.sweeps.seldom import Seldom
from smadmin.ui.theme import State
from tests.unit.ui.sweeps.made import NAMED, NOW, PROPOSED, TOLD, decided, line, view_of

RUNNING = Progressing(1, 9, State.NOTE, say("sweepui.faces-running", done=1, total=9), running=True)
OVER = Progressing(1, 9, State.DOUBT, say("sweepui.faces-over", done=1, total=9), again=True)

BARRED = replace(OVER, blockers=(Reason(say("students.not-yours")),))


def seen(*sweeps: OpenSweep, blockers: tuple[Reason, ...] = ()) -> Seen:
    return Seen((PROPOSED,), sweeps, blockers, {StudentId("third"): "Cora Diaz"}, NOW)


def overview(one: OpenSweep) -> Overview:
    told = overview_of(seen(one), "sweep")
    assert told is not None
    return told


def test_a_proposal_says_what_is_searched_and_is_begun_by_the_main_button() -> None:
    barred = Reason(say("students.not-yours"))
    told = overview_of(seen(blockers=(barred,)), "other")
    assert told is not None
    assert (told.following, told.missing, len(told.lines)) == (Next.BEGIN, (barred,), 4)


@pytest.mark.parametrize(
    ("one", "following"),
    [
        (OpenSweep(view_of(line(NAMED), left=4, total=9)), Next.DECIDE),
        (OpenSweep(view_of(line(decided(NAMED, Decided.KEEP, "x"), done=True), left=4, total=9)), Next.LOOK),
        (OpenSweep(view_of(left=4, total=9), RUNNING), Next.END),
        (OpenSweep(view_of(left=4, total=9), OVER), Next.FACES),
        (OpenSweep(view_of(left=4, total=9), BARRED), Next.LOOK),
        (OpenSweep(view_of()), Next.END),
        (OpenSweep(view_of(ended=True)), Next.REPORT),
    ],
)
def test_the_main_button_leads_to_what_is_left(one: OpenSweep, following: Next) -> None:
    assert overview(one).following is following


def test_what_a_computer_can_do_comes_before_looking_and_is_offered_once() -> None:
    told = overview(OpenSweep(view_of(left=4, total=9), OVER))

    assert told.may_look
    assert told.progress is not None
    assert not told.progress.again


def test_it_isnt_ended_while_something_is_still_out_and_says_so() -> None:
    still = Reason(say("sweeps.still-out", n=1))
    gone = decided(TOLD, Decided.TAKE_DOWN)
    told = overview(OpenSweep(view_of(line(gone), end=(still,))))

    assert (told.following, told.missing) == (Next.END, (still,))


def test_why_faces_arent_compared_is_said_where_there_are_pictures() -> None:
    said = [line.id for _, line in overview(OpenSweep(view_of(left=4, total=9))).lines]
    none = [line.id for _, line in overview(OpenSweep(view_of())).lines]

    assert "sweepui.not-matched" in said
    assert "sweepui.not-matched" not in none
    assert "sweepui.no-pictures" in none


def test_the_list_begins_with_what_nobody_began() -> None:
    rows = rows_of(seen(OpenSweep(view_of(line(NAMED)))))
    assert [row.chip.id for row in rows] == ["sweepui.chip-proposed", "sweepui.chip-to-decide"]


def test_for_a_child_for_whom_nothing_is_proposed_somebody_may_ask() -> None:
    asked = seen(OpenSweep(view_of())).with_asked("third")
    told = overview_of(asked, "third")
    assert told is not None
    assert (told.following, told.stands.id) == (Next.BEGIN, "sweepui.stands-asked")
    assert seen().with_asked("other") == seen()
    assert seen().with_asked("nobody") == seen()


def test_a_childs_id_leads_to_what_is_open_else_to_what_can_be_begun() -> None:
    child = view_of().sweep.student
    assert seen(OpenSweep(view_of())).key_of(child) == "sweep"
    assert seen(OpenSweep(view_of())).key_of("third") == "third"
    assert seen(OpenSweep(view_of(ended=True))).key_of(child) == "sweep"
    assert seen(OpenSweep(view_of())).key_of("sweep") == "sweep"


def test_all_who_came_on_the_list_with_a_no_are_one_line_that_is_begun_at_one_press() -> None:
    told = replace(seen(), entered=(PROPOSED,) * 40)
    assert [row.key for row in rows_of(told)] == ["other", ENTERED]
    shown = overview_of(told, ENTERED)
    assert shown is not None
    assert (shown.following, shown.title.values["n"]) == (Next.BEGIN, 40)
    assert [line.values["n"] for _, line in shown.lines if line.id == "sweepui.entered-more"] == [28]
    assert overview_of(seen(), ENTERED) is None


def test_what_is_over_is_a_line_until_it_is_chosen_and_read_whole() -> None:
    over = OpenSweep(view_of(ended=True))
    told = replace(seen(), ended=(over.sweep,))
    (_, line) = rows_of(told)
    assert (line.key, line.title, line.chip.id) == ("sweep", say("sweepui.off-list"), "sweepui.chip-ended")
    assert (told.ended_as_line("sweep"), overview_of(told, "sweep")) == (over.sweep, None)
    assert told.key_of(over.sweep.student) == "sweep"

    whole = told.with_whole(over)

    assert whole.ended_as_line("sweep") is None
    assert [row.key for row in rows_of(whole)] == ["other", "sweep"]
    shown = overview_of(whole, "sweep")
    assert shown is not None
    assert shown.report
    assert seen().with_whole(over) == seen(), "it was erased meanwhile"


def test_what_was_left_out_is_told_and_taken_back_until_the_end() -> None:
    left = LeftOut("k", frozenset({PhotoId("p")}), "Came in August", Narrowed(), None, NOW)
    lines = (LeftOutLine(left, 1, "", "Ana"), LeftOutLine(replace(left, key="l"), 3, "Trip", "Ana"))
    shown = overview(OpenSweep(replace(view_of(), left_out=lines)))

    assert [(key, said.id) for key, said in shown.left_out] == [
        ("k", "sweepui.left-out-line"),
        ("l", "sweepui.left-out-line-event"),
    ]
    assert shown.may_take_back
    assert not overview(OpenSweep(replace(view_of(ended=True), left_out=lines))).may_take_back


def test_how_far_it_is_is_told_at_most_five_times_a_second() -> None:
    told, now = list[tuple[int, int]](), [0.0]
    tell = Seldom(lambda done, total: told.append((done, total)), lambda: now[0])
    for n in range(100):
        now[0] = n / 64
        tell(n, 100)

    assert [done for done, _ in told] == [0, 13, 26, 39, 52, 65, 78, 91]
