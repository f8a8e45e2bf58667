"""What is done in the calendar: each wish of the grid becomes a deed of the plan, with undo and redo.

Refusals that are known beforehand are said in a banner without asking the store.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from smadmin.domain.calendar import Entry
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot, monday_of
from smadmin.domain.slot_edits import SlotEdit
from smadmin.services.arranging import Weekly
from smadmin.ui.plan.doing import Page, PlanDeeds, alone
from smadmin.ui.plan.entryform import EntryForm, EntryWanted
from smadmin.ui.plan.grid import CalendarGrid
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

_COPIED = ("gridui.copy-noted-post", "gridui.copy-noted-week")


class Arranger(PlanDeeds):
    """Answers the grid's wishes."""

    def __init__(
        self, page: Page, around: Surroundings, banners: UndoBanners, grid: CalendarGrid, screen: QObject
    ) -> None:
        """Stand between the grid and the plan; the screen is whose deeds these are."""
        super().__init__(page, around, banners, grid, screen)
        self._copied: Slot | date | None = None
        self._answers: dict[str, Callable[[], None]] = {
            "add": self._add,
            "open": self._open,
            "write": self._write,
            "change": self._change,
            "remove": self._remove,
            "remove-rest": self._remove_rest,
            "copy": self._copy,
            "copy-week": self._copy_week,
            "paste": self._paste,
            "undo": self.undo,
            "redo": self.redo,
            "today": page.go_to_today,
        }

    def take(self, wanted: str) -> None:
        """Answer a wish by its name."""
        self._answers[wanted]()

    def forget(self) -> None:
        """Let go of what somebody did and copied: somebody else sits down."""
        self.history.forget()
        self._copied = None
        for noted in _COPIED:
            self._banners.dismiss(noted)

    # ---- moving

    def move(self, entry: Entry, day: date | None, account: AccountId | None) -> None:
        """Move a post to another day of its account."""
        slot = entry.slot
        why = self._stays(entry, day, account)
        if why is not None or slot is None or day is None:
            self.note(why or say("gridui.not-movable"))
            return
        if day == slot.day:
            return
        edit = SlotEdit(slot, replace(slot, day=day))
        self.carry_out((edit,), say("gridui.moved", topic=slot.topic, day=day), goal=self.goal_of(edit))

    def _stays(self, entry: Entry, day: date | None, account: AccountId | None) -> Message | None:
        """Say why a post stays where it is, or None."""
        if entry.fixed:
            return say("gridui.not-movable")
        if not self._plans(entry.account):
            return say("gridui.not-your-account")
        if day is None:
            return say("gridui.outside")
        if account not in {None, entry.account}:
            return say("gridui.other-account")
        return say("gridui.over") if day < self._page.today else None

    def _plans(self, account: AccountId) -> bool:
        return any(one == account for one, _ in self._page.plannable)

    # ---- planning and changing

    def _add(self) -> None:
        cell = self._grid.cell
        if cell is None or not self._page.plannable:
            return
        if cell.past:
            self.note(say("gridui.over"))
            return
        form = self._form(cell.day, account=cell.account)
        form.saved.connect(self._plan)
        self._page.open_form(form)

    def _open(self) -> None:
        """Open what is written for a post; where nothing is, change it, and on an empty day plan one."""
        entry = self._grid.entry
        if entry is None:
            self._add()
        elif entry.post is not None and entry.slot is not None:
            self._page.show_entry(entry)
        else:
            self._change()

    def _write(self) -> None:
        """Begin to write a post that is planned, or open what is written for it."""
        entry = self._grid.entry
        if entry is not None and entry.slot is not None:
            self._page.show_entry(entry)

    def _change(self) -> None:
        entry = self._grid.entry
        if entry is None or entry.slot is None or entry.fixed or not self._plans(entry.account):
            return
        slot = entry.slot
        form = self._form(slot.day, slot=slot)
        form.saved.connect(lambda wanted: self._rewrite(slot, wanted))
        self._page.open_form(form)

    def _form(self, day: date, *, account: AccountId | None = None, slot: Slot | None = None) -> EntryForm:
        form = EntryForm(
            self._around.words,
            self._page.plannable,
            day=day,
            today=self._page.today,
            account=account,
            slot=slot,
        )
        around, by = self._around, self._around.by
        around.performer.perform(
            lambda: around.office.strategies.uses(by), done=form.hints.offer, origin=form
        )
        return form

    def _plan(self, wanted: EntryWanted) -> None:
        desk, by = self._around.office.desk, self._around.by
        if wanted.until is None:
            new = Slot(
                SlotId(desk.ids.new()), desk.school, wanted.account, wanted.day, wanted.topic, at=wanted.at
            )
            self.carry_out((SlotEdit(None, new),), say("planui.added", topic=wanted.topic))
            return
        series = Weekly(wanted.account, wanted.day, wanted.until, wanted.topic, wanted.at)
        arranging = self._around.office.arranging
        self.perform(
            lambda: arranging.repeat(by, series), lambda edits: say("gridui.past-planned", n=len(edits))
        )

    def _rewrite(self, slot: Slot, wanted: EntryWanted) -> None:
        edit = SlotEdit(slot, replace(slot, topic=wanted.topic, day=wanted.day, at=wanted.at))
        self.carry_out((edit,), say("planui.changed", topic=wanted.topic), goal=self.goal_of(edit))

    def _remove(self) -> None:
        entry = self._grid.entry
        if entry is None or entry.slot is None or not self._plans(entry.account):
            return
        if entry.kept:
            self.note(say("planui.has-a-post"))
            return
        self.carry_out((SlotEdit(entry.slot, None),), say("planui.removed", topic=entry.slot.topic))

    def _remove_rest(self) -> None:
        entry = self._grid.entry
        if entry is None or entry.slot is None or entry.slot.series is None:
            self._remove()
            return
        slot, by, arranging = entry.slot, self._around.by, self._around.office.arranging
        self.perform(
            lambda: alone(arranging.end_series(by, slot)),
            lambda edits: say("gridui.rest-removed", n=len(edits)),
        )

    # ---- copying

    def _copy(self) -> None:
        entry = self._grid.entry
        if entry is not None and entry.slot is not None:
            self._copied = entry.slot
            self._banners.say_note(say("gridui.copy-noted-post", topic=entry.slot.topic), state=State.FINE)

    def _copy_week(self) -> None:
        cell = self._grid.cell
        if cell is not None:
            self._copied = cell.day
            monday = monday_of(cell.day)
            self._banners.say_note(say("gridui.copy-noted-week", day=monday), state=State.FINE)

    def _paste(self) -> None:
        cell, copied = self._grid.cell, self._copied
        if cell is None or copied is None:
            self.note(say("gridui.nothing-copied"), state=State.NOTE)
            return
        if isinstance(copied, Slot):
            self._paste_post(copied, cell.day, cell.account)
            return
        by, arranging = self._around.by, self._around.office.arranging
        only = None if self._page.only is None else frozenset({self._page.only})
        self.perform(
            lambda: arranging.copy_week(by, copied, cell.day, accounts=only),
            lambda edits: say("gridui.copied", n=len(edits)),
        )

    def _paste_post(self, copied: Slot, day: date, account: AccountId | None) -> None:
        if day < self._page.today:
            self.note(say("gridui.over"))
            return
        new = SlotId(self._around.office.desk.ids.new())
        slot = replace(copied, id=new, day=day, account=account or copied.account, series=None, version=1)
        self.carry_out((SlotEdit(None, slot),), say("planui.added", topic=slot.topic))
