"""Asking for a new account on the screen: its form, made when first wanted, and the deed behind it."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.accounts import AccountForm
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.services.opening import AskFacts
from smadmin.ui.accounts.ask_form import AskForm
from smadmin.ui.accounts.deeds import AccountDeeds
from smadmin.ui.scrolled import fill
from smadmin.ui.surroundings import Surroundings


class Asking(QObject):
    """Brings the form onto the screen.

    Signals:
        asked: the id of an account that was asked for.
        left: nothing is asked for.
    """

    asked = Signal(str)
    left = Signal()

    def __init__(self, around: Surroundings, area: QScrollArea, deeds: AccountDeeds, origin: QObject) -> None:
        """Take the area where the form will stand."""
        super().__init__(origin)
        self._around, self._area, self._deeds, self._origin = around, area, deeds, origin

    @cached_property
    def form(self) -> AskForm:
        """The form; made when it is first asked for."""
        form = AskForm(self._around.words, self._area.viewport())
        fill(self._area, form)
        form.asked.connect(self._ask)
        form.left.connect(self.left)
        return form

    def begin(self, blank: AccountForm) -> None:
        """Fill the form once its questions are read; `blank` has a colour and a pattern of its own."""
        by, opening = self._around.by, self._around.office.opening

        def came(facts: AskFacts) -> None:
            self.form.show_facts(facts, (blank.colour, blank.pattern))
            self.form.begin()

        self._around.performer.perform(
            lambda: opening.facts(by), done=came, failed=self._deeds.say_error, origin=self._origin
        )

    def _ask(self, form: AccountForm, request: AccountRequest) -> None:
        by, opening = self._around.by, self._around.office.opening

        def done(asked: Done[AccountId]) -> None:
            self._deeds.say_done(say("openingui.said-asked", name=form.name))
            self.asked.emit(asked.value)

        def failed(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and self.form.show_refused(error)):
                self._deeds.say_error(error)

        self._around.performer.perform(
            lambda: opening.ask(by, form, request), done=done, failed=failed, origin=self._origin
        )
