"""A screen with a list and what is open beside it: what it shows, keeps open, and says when refused."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.ui.empty import EmptyState
from smadmin.ui.list_line import ListLine
from smadmin.ui.list_screen import ListScreen, worded
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

_REFUSED = NotAllowed((Reason(say("sites.add"), place="name"),))


class _Lines(ListScreen[tuple[ListLine, ...]]):
    """Shows the lines that it is given to read."""

    lines: tuple[ListLine, ...] = ()

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat.around, "sites", lambda _office, _by: self.lines)
        self._lay_head("Lines", "Add a line")
        self._lay_sides("Lines", QLabel("beside"))
        self._lay_whole(EmptyState("search", "None", text="Nothing yet."))

    @override
    def show_seen(self, seen: tuple[ListLine, ...]) -> None:
        self._keep_one_open(seen)
        self._show_lines(seen)

    def refuse(self, error: KnownError, form: "_Form | None" = None) -> None:
        """Do what is refused."""

        def do() -> None:
            raise error

        self._ask(do, lambda _: None, form)


class _Form:
    """Has one field, the name."""

    def __init__(self) -> None:
        self.shown: list[NotAllowed] = []

    def show_error(self, error: NotAllowed) -> bool:
        self.shown.append(error)
        return all(one.place == "name" for one in error.reasons)


def _line(key: str) -> ListLine:
    return ListLine(key, key, say("sites.found-double"), State.FINE, say("sites.chip-watched"))


seat = seat_of("samuel-okoye")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> _Lines:
    made = _Lines(seat)
    made.lines = (_line("a"), _line("b"))
    seat.show(made, window)
    return made


def test_the_first_line_is_open_until_another_is_and_again_once_that_one_is_gone(
    screen: _Lines, seat: Seat
) -> None:
    assert ([row.key for row in screen.list.rows], screen.list.chosen) == (["a", "b"], "a")

    screen._open = "b"
    screen.load()
    seat.settle()
    assert screen.list.chosen == "b"

    screen.lines = (_line("a"),)
    screen.load()
    seat.settle()
    assert screen.list.chosen == "a"

    screen.lines = ()
    screen.load()
    seat.settle()
    assert (screen.list.rows, screen.list.chosen) == ((), "")


def test_a_refusal_stands_at_its_field_and_above_the_list_where_there_is_none(
    screen: _Lines, seat: Seat
) -> None:
    form = _Form()
    screen.refuse(_REFUSED, form)
    seat.settle()
    assert (form.shown, screen.banners.models) == ([_REFUSED], ())

    screen.refuse(_REFUSED)
    seat.settle()
    assert len(screen.banners.models) == 1

    screen.settle()
    screen.refuse(KnownError(say("sites.add")), form)
    seat.settle()
    assert len(form.shown) == 1
    assert screen.banners.models


def test_a_line_is_worded_whether_its_title_is_a_name_or_a_message(words: Wording) -> None:
    named = worded(_line("Chess Club"), words)
    said = worded(
        ListLine("k", say("sites.add"), say("sites.add"), State.DOUBT, say("sites.add"), Platform.FACEBOOK),
        words,
    )

    assert (named.title, named.state, named.platform) == ("Chess Club", State.FINE, None)
    assert (said.title, said.note, said.chip) == (words.say("sites.add"),) * 3
    assert (said.state, said.platform) == (State.DOUBT, Platform.FACEBOOK)
