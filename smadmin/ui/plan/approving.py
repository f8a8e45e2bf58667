"""Approving the week: what is struck in sight, the page that is read before, and the deed.

What somebody struck and didn't approve yet stays until they do, or until somebody else sits down.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.errors import Conflict, KnownError
from smadmin.domain.ids import SlotId
from smadmin.domain.messages import say
from smadmin.services.plan import SignedWeek
from smadmin.services.week_parts import require_seen
from smadmin.ui.plan.model import PlanModel
from smadmin.ui.plan.weekly_away import WeekMailing
from smadmin.ui.plan.weekly_pages import ShownPage, shown_page
from smadmin.ui.plan.weekly_read import Choice, WeekDialog
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners


class Approving(QObject):
    """Answers the main button of whoever approves weeks, and *Strike* beside each post.

    Args:
        model: gives the week in sight, or None before it was read.
        approved: hears of a week that was just approved.
    """

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        banners: UndoBanners,
        mailing: WeekMailing,
        *,
        model: Callable[[], PlanModel | None],
        approved: Callable[[Done[SignedWeek], date], None],
    ) -> None:
        """Stand on the screen."""
        super().__init__(screen)
        self._around, self._screen, self._banners, self._mailing = around, screen, banners, mailing
        self._model, self._approved = model, approved
        self._struck: dict[date, frozenset[SlotId]] = {}

    def struck(self, model: PlanModel) -> frozenset[SlotId]:
        """Give what is struck of a week: as it was approved last, until somebody strikes otherwise."""
        lines = [line for day in model.days for line in day.slots if line.strikes]
        before = frozenset(line.slot.id for line in lines if line.struck)
        return self._struck.get(model.monday, before) & {line.slot.id for line in lines}

    def strike(self, slot: SlotId, *, struck: bool) -> None:
        """Strike a post, or put it back."""
        model = self._model()
        if model is not None:
            now = self.struck(model)
            self._struck[model.monday] = now | {slot} if struck else now - {slot}

    def forget(self) -> None:
        """Forget what was struck: somebody else sits down."""
        self._struck.clear()

    def approve(self) -> None:
        """Approve the week in sight but for what is struck, after the passphrase."""
        model = self._model()
        if model is not None:
            sign = partial(self._sign, model.monday, self.struck(model), seen=model.seen)
            self._around.doors.with_passphrase(sign)

    def read(self) -> None:
        """Show the page (made in an errand), to be read and approved."""
        model = self._model()
        if model is None:
            return
        office, by, words = self._around.office, self._around.by, self._around.words

        def make() -> tuple[ShownPage, tuple[Choice, ...]]:
            view = office.weeks.week(by, model.monday)
            require_seen(model.seen, (one.slot for one in view.slots))  # before somebody reads for minutes
            page = shown_page(office.weekly_pages, by, model.monday, words)
            asked = {line.slot.id for day in model.days for line in day.slots if line.strikes}
            every = self._mailing.posts(view)
            return page, tuple(one for one in every if one[0] in asked)

        self._around.performer.errand(
            make,
            done=lambda made: self._show(model, *made),
            failed=self._refused,
            origin=self._screen,
        )

    def _show(self, model: PlanModel, page: ShownPage, posts: tuple[Choice, ...]) -> None:
        dialog = WeekDialog(
            page,
            posts,
            self._around.words,
            why=self._around.words(model.note),
            struck=self.struck(model),
            parent=self._screen,
        )
        dialog.approved.connect(partial(self._approve_read, model.monday, model.seen))
        dialog.open()

    def _approve_read(self, monday: date, seen: str, struck: frozenset[SlotId]) -> None:
        self._struck[monday] = struck
        self._screen.load()  # the week shows it, should the passphrase not come
        self._around.doors.with_passphrase(partial(self._sign, monday, struck, seen=seen))

    def _sign(self, monday: date, struck: frozenset[SlotId], *, seen: str) -> None:
        plan, by = self._around.office.plan, self._around.by

        def done(signed: Done[SignedWeek]) -> None:
            self._struck.pop(monday, None)
            self._approved(signed, monday)

        self._around.performer.perform(
            lambda: plan.sign_week(by, monday, struck=struck, seen=seen),
            done=done,
            failed=self._refused,
            origin=self._screen,
        )

    def _refused(self, error: KnownError) -> None:
        self._banners.say_error(error)
        if isinstance(error, Conflict):
            self._screen.load()  # so that what came meanwhile is seen

    def withdraw(self) -> None:
        """Take the approval of the week in sight back, after the passphrase."""
        model = self._model()
        if model is not None:
            self._around.doors.with_passphrase(partial(self._withdraw, model.monday))

    def _withdraw(self, monday: date) -> None:
        plan, by = self._around.office.plan, self._around.by

        def done(_done: object) -> None:
            self._banners.say_done(say("weekly.withdrawn", day=monday))
            self._screen.load()

        self._around.performer.perform(
            lambda: plan.withdraw_week(by, monday),
            done=done,
            failed=self._banners.say_error,
            origin=self._screen,
        )
