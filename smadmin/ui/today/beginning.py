"""Begins the post that an account needs: in its planned slot at once, else with a ready-made text or none."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from smadmin.domain.changes import Done
from smadmin.domain.ids import AccountId
from smadmin.domain.posts import Draft
from smadmin.domain.ready_made import ReadyMade
from smadmin.ui.plaintext import for_button
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.today.need import Step


class Beginning(QObject):
    """Begins drafts and opens them in *Compose*."""

    def __init__(
        self, around: Surroundings, screen: QWidget, button: Callable[[Step], QWidget | None]
    ) -> None:
        """Take the screen, and what gives the button of a step on it."""
        super().__init__(screen)
        self._around, self._screen, self._button = around, screen, button

    def begin(self, step: Step) -> None:
        """Begin a draft; where nothing is planned, ask with which words."""
        account = step.account
        if account is None:
            return
        if step.slot is not None:
            self._create(account, step, "")
            return
        texts, language = self._around.office.drafting.ready_made, self._around.words.language
        offer = partial(self._offer, account, step)
        self._around.performer.errand(lambda: texts(language), done=offer, origin=self)

    def _offer(self, account: AccountId, step: Step, texts: tuple[ReadyMade, ...]) -> None:
        words = self._around.words
        menu = QMenu(words.say("compose.ready-made"), self._screen)
        menu.setAccessibleName(menu.title())
        menu.aboutToHide.connect(menu.deleteLater)
        empty = menu.addAction(words.say("today.write-empty"), partial(self._create, account, step, ""))
        menu.addSection(menu.title())
        for one in texts:
            menu.addAction(for_button(one.name), partial(self._create, account, step, one.text))
        menu.setActiveAction(empty)
        button = self._button(step)
        below = self._screen if button is None else button
        menu.popup(below.mapToGlobal(QPoint(0, below.height() if button is not None else 0)))

    def _create(self, account: AccountId, step: Step, text: str) -> None:
        if self._around.acting is None:  # the window was locked under the open menu
            return
        office, by = self._around.office, self._around.by

        def begun(done: Done[Draft]) -> None:
            self._around.doors.open("compose", done.value.id)

        self._around.performer.perform(
            lambda: office.posts.create(by, (account,), slot=step.slot, text=text), done=begun
        )
