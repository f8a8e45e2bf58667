"""A second person takes the chair in the real window; whoever gave it finds everything as it was."""

from PySide6.QtWidgets import QTextEdit

from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.place import Place
from tests.journeys.roads import AUTHOR, SECOND, X
from tests.journeys.sitting import Sitting

TEXT = "\n".join(
    f"Line {number}: the larks sing over the garden, and everybody listens." for number in range(1, 61)
)
LINES_DOWN, LETTERS_RIGHT = 30, 9


def test_a_second_person_takes_the_chair_and_the_first_is_back_where_they_were(seat: Sitting) -> None:
    hand = seat.hand
    seat.look_around()
    seat.sit(AUTHOR)
    write_something_long(seat)
    stood = where(seat)
    assert stood.cursor is not None
    assert min(stood.cursor) > 0
    assert any(down > 0 for _, _, down in stood.scrolled)

    hand.say_press("shell.hand-over")
    seat.sit(SECOND)
    seat.arrive("approvals")
    assert hand.says(hand.said("session.in-the-chair-of", first=AUTHOR))
    assert not hand.says(hand.said("shell.screen-accounts"))
    hand.say_press("session.give-back")

    seat.arrive("compose")
    hand.wait("the same place", lambda: where(seat) == stood)
    hand.write("!")
    editor = seat.shown(ComposeScreen).writing.editor
    place = stood.cursor[1]
    assert editor.words == f"{TEXT[:place]}!{TEXT[place:]}"
    assert hand.acts.people == {AUTHOR, SECOND}


def test_after_a_lock_and_somebody_elses_turn_it_is_the_same_place(seat: Sitting) -> None:
    seat.look_around()
    seat.sit(AUTHOR)
    write_something_long(seat)
    stood = where(seat)

    seat.lock()
    seat.sit(SECOND)
    seat.arrive("today")
    seat.lock()
    seat.sit(AUTHOR)

    seat.arrive("compose")
    seat.hand.wait("the same place", lambda: where(seat) == stood)
    assert seat.shown(ComposeScreen).writing.editor.words == TEXT


def write_something_long(seat: Sitting) -> None:
    """Choose an account, paste sixty lines, and go to the middle of them."""
    hand = seat.hand
    seat.go("compose")
    hand.press(X.toggle)
    hand.go_to(hand.said("compose.words"), QTextEdit)
    hand.copy_elsewhere(TEXT)
    hand.key("Ctrl+V")
    editor = seat.shown(ComposeScreen).writing.editor
    hand.wait("the text", lambda: editor.words == TEXT)
    hand.key("Ctrl+Home")
    for _ in range(LINES_DOWN):
        hand.key("Down")
    for _ in range(LETTERS_RIGHT):
        hand.key("Right")
    seat.quiet()


def where(seat: Sitting) -> Place:
    """Give where whoever sits is on the screen that they see."""
    seen = seat.frame.seen
    assert seen is not None
    return Place.of(seen)
