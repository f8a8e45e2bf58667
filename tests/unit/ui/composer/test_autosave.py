"""When a draft is saved: the promise of 0.8 s, told in seconds of a clock that the test turns."""

from smadmin.ui.composer.autosave import LATEST_S, PAUSE_S, RETRY_S, Autosave

PROMISED_S = 0.8


def test_nothing_is_due_before_anything_was_typed() -> None:
    assert Autosave().due() is None


def test_a_short_pause_saves() -> None:
    autosave = Autosave()

    autosave.typed(10.0)

    assert autosave.due() == 10.0 + PAUSE_S


def test_who_types_without_pause_is_saved_all_the_same() -> None:
    autosave = Autosave()

    for key in range(100):
        autosave.typed(10.0 + key * 0.05)

    due = autosave.due()
    assert due == 10.0 + LATEST_S
    assert due is not None
    assert due - 10.0 < PROMISED_S


def test_one_save_is_under_way_at_a_time_and_what_came_meanwhile_follows() -> None:
    autosave = Autosave()
    autosave.typed(10.0)
    autosave.begun()

    autosave.typed(10.4)
    while_under_way = autosave.due()
    autosave.saved(11.5)

    assert while_under_way is None
    assert autosave.due() == 10.4 + PAUSE_S  # past already: at once
    assert autosave.unsaved


def test_after_a_save_nothing_is_unsaved() -> None:
    autosave = Autosave()
    autosave.typed(10.0)
    autosave.begun()

    autosave.saved(10.6)

    assert not autosave.unsaved
    assert autosave.due() is None
    assert autosave.saved_at == 10.6


def test_a_failed_save_is_tried_again_a_little_later() -> None:
    autosave = Autosave()
    autosave.typed(10.0)
    autosave.begun()

    autosave.failed(10.6)

    assert autosave.unsaved
    assert autosave.due() == 10.6 + RETRY_S


def test_typing_does_not_hurry_a_failed_save() -> None:
    autosave = Autosave()
    autosave.typed(10.0)
    autosave.begun()
    autosave.failed(10.6)

    autosave.typed(10.7)

    assert autosave.due() == 10.6 + RETRY_S
