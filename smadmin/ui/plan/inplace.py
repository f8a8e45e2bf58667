"""Planning in place, on the week's page: each change is a deed with its undo; the week is read again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot
from smadmin.domain.slot_edits import SlotEdit, back
from smadmin.services.arranging import Edits
from smadmin.ui.plan.days import DaysCard
from smadmin.ui.plan.editor import SlotEditor
from smadmin.ui.plan.model import PlanModel
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners


class InPlace(QObject):
    """Answers the days' buttons with the line in which a post is planned or changed."""

    def __init__(
        self,
        screen: Screen,
        around: Surroundings,
        days: DaysCard,
        banners: UndoBanners,
        model: Callable[[], PlanModel | None],
    ) -> None:
        """Stand on the screen's days; `model` gives the week that is shown."""
        super().__init__(screen)
        self._screen = screen
        self._around = around
        self._days = days
        self._banners = banners
        self._model = model
        self._done_with: SlotId | None = None
        days.addAsked.connect(self._ask_new)
        days.changeAsked.connect(self._ask_changed)
        days.removeAsked.connect(self._remove)

    def go_on(self) -> None:
        """Put the keyboard on the line that was just written, once it is shown again."""
        if self._done_with is not None:
            self._days.go_to(self._done_with)
            self._done_with = None

    def _ask_new(self, day: date) -> None:
        if self._model() is None:
            return
        editor = self._editor(day, None)
        editor.saved.connect(self._add)
        self._days.open_editor(editor, day.isoformat())
        self._screen.reveal(editor)

    def _ask_changed(self, slot: Slot) -> None:
        if self._model() is None:
            return
        editor = self._editor(slot.day, slot)
        editor.saved.connect(lambda _account, day, topic, at: self._change(slot, day, topic, at))
        self._days.open_editor(editor, slot.id)
        self._screen.reveal(editor)

    def _editor(self, day: date, slot: Slot | None) -> SlotEditor:
        model, words = self._model(), self._around.words
        known = () if model is None else model.days
        days = [(one.day, words(one.weekday)) for one in known if one.open or one.day == day]
        editor = SlotEditor(words, () if model is None else model.plannable, days, day=day, slot=slot)
        editor.left.connect(self._days.close_editor)
        around, by = self._around, self._around.by
        around.performer.perform(
            lambda: around.office.strategies.uses(by), done=editor.hints.offer, origin=editor
        )
        return editor

    def _add(self, account: str, day: date, topic: str, at: time | None) -> None:
        desk = self._around.office.desk
        new = Slot(SlotId(desk.ids.new()), desk.school, AccountId(account), day, topic.strip(), at=at)
        self._carry_out(SlotEdit(None, new), "planui.added")

    def _change(self, slot: Slot, day: date, topic: str, at: time | None) -> None:
        after = replace(slot, day=day, topic=topic.strip(), at=at)
        self._carry_out(SlotEdit(slot, after), "planui.changed")

    def _remove(self, slot: Slot) -> None:
        self._carry_out(SlotEdit(slot, None), "planui.removed")

    def _carry_out(self, edit: SlotEdit, said: str) -> None:
        """Carry an edit out; undone, a post that was taken out is the same one as before."""
        arranging, by, editor = self._around.office.arranging, self._around.by, self._days.editor

        def done(result: Done[Edits]) -> None:
            edits = result.value
            self._done_with = None if edit.after is None else edit.slot.id
            self.did(
                say(said, topic=edit.slot.topic), lambda: arranging.rearrange(self._around.by, back(edits))
            )

        def refused(error: KnownError) -> None:
            if editor is not None and editor is self._days.editor:
                editor.show_error(self._around.words.error(error))
            else:
                self._banners.say_error(error)

        self._around.performer.perform(
            lambda: arranging.rearrange(by, (edit,)), done=done, failed=refused, origin=self._screen
        )

    def did(self, said: Message, undo: Callable[[], object]) -> None:
        """Say what was done, with its way back, and read the week again."""
        self._banners.say_done(
            said,
            undo=lambda: self._around.performer.perform(
                undo, done=lambda _: self._screen.load(), failed=self._banners.say_error, origin=self._screen
            ),
        )
        self._screen.load()
