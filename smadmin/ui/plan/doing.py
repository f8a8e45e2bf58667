"""Deeds of the calendar: carried out on the store's thread, noted for undo and redo, said in a banner."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject

from smadmin.domain.calendar import Entry
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.slot_edits import SlotEdit
from smadmin.services.arranging import Arranged, Edits
from smadmin.ui.banners import banner_of
from smadmin.ui.plan.entryform import EntryForm
from smadmin.ui.plan.grid import CalendarGrid
from smadmin.ui.plan.history import PlanHistory
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

Goal = tuple[date, AccountId | None, SlotId | None]
"""Where the cursor is to stand afterwards: a day, a row, a post."""
_DAYS_NAMED = 6


class Page(Protocol):
    """What the page around is asked for."""

    form: EntryForm | None

    @property
    def plannable(self) -> tuple[tuple[AccountId, str], ...]:
        """The accounts that this person plans for."""
        ...

    @property
    def only(self) -> AccountId | None:
        """The account that alone is shown, or None for all."""
        ...

    @property
    def today(self) -> date:
        """The school's own date."""
        ...

    def open_form(self, form: EntryForm) -> None:
        """Show a form."""
        ...

    def close_form(self) -> None:
        """Take it away."""
        ...

    def show_entry(self, entry: Entry) -> None:
        """Open what is written for a post."""
        ...

    def go_to_today(self) -> None:
        """Put the cursor on today."""
        ...

    def read_again(self, goal: Goal | None) -> None:
        """Read anew what changed."""
        ...


class PlanDeeds(QObject):
    """Does, undoes, does again."""

    def __init__(
        self, page: Page, around: Surroundings, banners: UndoBanners, grid: CalendarGrid, screen: QObject
    ) -> None:
        """Stand between the grid and the plan; the screen is whose deeds these are."""
        super().__init__(grid)
        self._page = page
        self._around = around
        self._banners = banners
        self._grid = grid
        self._screen = screen
        self.history = PlanHistory()
        self._noted = set[str]()

    def note(self, said: Message, *, state: State = State.DOUBT) -> None:
        """Say why nothing was done; the next deed that is done answers it."""
        self._noted.add(said.id)
        self._banners.say_note(said, state=state)

    def _answer(self) -> None:
        """Take away what stood there because something wasn't done."""
        while self._noted:
            self._banners.dismiss(self._noted.pop())

    def refused(self, error: KnownError) -> None:
        """Say why something wasn't done, in the form where one is open."""
        if self._page.form is not None:
            self._page.form.show_error(self._around.words.error(error))
        else:
            self._noted.add(banner_of(error).same_as)
            self._banners.say_error(error)

    def undo(self) -> None:
        """Take the last deed back."""
        edits = self.history.to_undo
        if edits:
            self.carry_out(edits, say("gridui.undone"), note=self.history.undid)
        else:
            self.note(say("gridui.nothing-to-undo"), state=State.NOTE)

    def redo(self) -> None:
        """Do again what was undone last."""
        edits = self.history.to_redo
        if edits:
            self.carry_out(edits, say("gridui.redone"), note=self.history.redid)
        else:
            self.note(say("gridui.nothing-to-redo"), state=State.NOTE)

    def carry_out(
        self,
        edits: Edits,
        said: Message,
        *,
        note: Callable[[Edits], None] | None = None,
        goal: Goal | None = None,
    ) -> None:
        """Carry edits out.

        Args:
            edits: what changes.
            said: the banner's words.
            note: notes the edits as they were written; as a new deed where none is given.
            goal: where the cursor goes; to the first of them where none is given.
        """
        by, arranging = self._around.by, self._around.office.arranging
        self.perform(lambda: alone(arranging.rearrange(by, edits)), lambda _edits: said, note=note, goal=goal)

    def perform(
        self,
        deed: Callable[[], Done[Arranged]],
        said: Callable[[Edits], Message],
        *,
        note: Callable[[Edits], None] | None = None,
        goal: Goal | None = None,
    ) -> None:
        """Perform a deed that gives the edits it wrote; arguments as `carry_out`."""

        def done(result: Done[Arranged]) -> None:
            edits = result.value.edits
            (note or self.history.did)(edits)
            self._page.close_form()
            self._answer()
            way = self.redo if note == self.history.undid else self.undo
            self._banners.say_done(
                said(edits), *_left_out(result.value), undo=None if note == self.history.undid else way
            )
            self._grid.setFocus()
            first = min(edits, key=lambda one: one.slot.day) if edits else None
            self._page.read_again(goal or (None if first is None else self.goal_of(first)))

        self._around.performer.perform(deed, done=done, failed=self.refused, origin=self._screen)

    def goal_of(self, edit: SlotEdit) -> Goal:
        """Give where an edited post stands afterwards."""
        return edit.slot.day, edit.slot.account, edit.slot.id


def alone(done: Done[Edits]) -> Done[Arranged]:
    """Give edits that left no day out."""
    return Done(Arranged(done.value), done.changes)


def _left_out(arranged: Arranged) -> tuple[Message, ...]:
    """Say on which days nothing was planned."""
    days = arranged.left_out
    if not days:
        return ()
    named: tuple[Message, ...] = tuple(say("planui.date", day=day) for day in days[:_DAYS_NAMED])
    if len(days) > _DAYS_NAMED:
        named = (*named, say("gridui.more", n=len(days) - _DAYS_NAMED))
    return (say("gridui.left-out", n=len(days), days=named),)
