"""What the principal reads about a record that isn't the last one, and when there is nothing to decide."""

from dataclasses import replace
from datetime import UTC, datetime

from smadmin.domain.ids import KeyId
from smadmin.domain.messages import say
from smadmin.domain.records import Head
from smadmin.domain.verification import End
from smadmin.services.alarm import Alarm
from smadmin.services.restored import Restored
from smadmin.ui.shell.alarm_model import AlarmDeed, alarm_model
from smadmin.ui.shell.bell import banner_of
from smadmin.ui.theme import State

ENDS = Head(7, bytes(32))
NOTED = Head(9, bytes(range(32)))
SHORTER = Alarm(
    restored=None,
    end=End.OTHER,
    noted=NOTED,
    ends=ENDS,
    begun_by=KeyId("ab" * 16),
    head_gone=False,
    root_gone=False,
    children=False,
    explained=False,
    changed=False,
    school=False,
    other_root=False,
    ask_root=False,
    blockers=(),
)
MADE = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


def test_a_shorter_record_names_both_ends_and_can_be_taken() -> None:
    shown = alarm_model(SHORTER)

    assert [line.title.id for line in shown.lines] == ["trouble.shorter"]
    assert str(shown.lines[0].note.values["noted"]).startswith("9 · ")
    assert shown.main is AlarmDeed.TAKE


def test_a_restored_record_says_how_many_entries_are_missing() -> None:
    back = Restored(MADE, ENDS, NOTED, "aside.db", older=True)

    shown = alarm_model(replace(SHORTER, restored=back, children=True, explained=True))

    assert [line.title.id for line in shown.lines] == ["trouble.restored", "trouble.children"]
    assert shown.lines[0].note.values["n"] == 2
    assert {line.state for line in shown.lines} == {State.DOUBT}


def test_after_a_restore_the_list_is_red_where_more_differs_than_the_backup_left_out() -> None:
    back = Restored(MADE, ENDS, NOTED, "aside.db", older=True)

    line = alarm_model(replace(SHORTER, restored=back, children=True)).lines[-1]

    assert (line.state, line.note) == (State.STOP, say("trouble.children-note"))


def test_children_who_stay_removed_are_counted_for_the_principal() -> None:
    missing = {"student/a": "00" * 32, "template/b": "00" * 32}
    back = Restored(MADE, ENDS, NOTED, "aside.db", older=True, missing=missing)

    line = alarm_model(replace(SHORTER, restored=back, children=True, explained=True)).lines[-1]

    assert line.note == say("trouble.children-erased", n=1)


def test_another_root_and_a_changed_row_are_nobodys_to_take() -> None:
    for alarm in (replace(SHORTER, other_root=True), replace(SHORTER, changed=True)):
        assert alarm_model(alarm).main is AlarmDeed.PUT_BACK


def test_a_school_that_was_changed_is_named_and_signing_in_again_is_the_way_on() -> None:
    alarm = replace(SHORTER, end=End.RIGHT, noted=None, school=True)

    shown = alarm_model(alarm)

    assert [line.title.id for line in shown.lines] == ["trouble.school"]
    assert shown.main is None
    assert shown.advice == (say("trouble.school-advice"),)
    assert banner_of(alarm).happened.id == "trouble.school"


def test_the_banner_says_the_gravest() -> None:
    alarm = replace(SHORTER, other_root=True, changed=True)

    assert banner_of(alarm).happened == say("trouble.other-root")
    assert banner_of(replace(SHORTER, noted=None, children=True)).happened == say("trouble.children")


def test_nothing_wrong_offers_nothing() -> None:
    shown = alarm_model(None)

    assert not shown.lines
    assert shown.main is None


def test_a_silent_keyring_is_said_calmly_and_asked_again() -> None:
    silent = replace(SHORTER, end=End.UNANSWERED, noted=None)

    shown = alarm_model(silent)

    assert [(line.state, line.title.id) for line in shown.lines] == [(State.DOUBT, "trouble.unanswered")]
    assert shown.main is AlarmDeed.TRY_AGAIN
    assert banner_of(silent).state is State.DOUBT
    assert banner_of(silent).action == say("trouble.deed-try-again")


def test_a_lost_note_is_said_and_asks_for_the_letters_only_where_nothing_else_proves_root() -> None:
    gone = replace(SHORTER, end=End.UNNOTED, noted=None, head_gone=True)

    assert [line.title.id for line in alarm_model(gone).lines] == ["trouble.unnoted"]
    assert not alarm_model(gone).ask_root
    assert banner_of(gone).happened == say("trouble.unnoted")
    asked = alarm_model(replace(gone, root_gone=True, ask_root=True))
    assert asked.ask_root
    assert asked.lines[1].note == say("trouble.root-asked-note"), (
        "the letters are on paper, not on the screen"
    )
    assert banner_of(replace(gone, head_gone=False, root_gone=True)).happened == say("trouble.root-gone")
