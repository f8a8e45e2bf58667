"""This computer: whose it is, why somebody sits at their own, whether it is protected."""

import platform
from collections.abc import Callable

from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.computers import Owner
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.backups import KEPT
from smadmin.services.computers import Here
from smadmin.services.protection import protection
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.computers.cards import FromBeforeCard, ProtectionCard, WhoseCard, WhyCard
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.header import ScreenHeader
from smadmin.ui.narrow import column_at_left
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

_WIDTH_PX = 620


class ComputerScreen(Screen):
    """Asks what the school should know about this computer."""

    NOUNS = frozenset({"computers"})

    def __init__(self, around: Surroundings) -> None:
        """Build it; what is known comes with `load`."""
        super().__init__()
        self._around, words = around, around.words
        header = ScreenHeader(words.say("computers.title"))
        self.back = Button(words.say("founding.back"), icon="arrow-left")
        self.back.clicked.connect(self.backAsked)
        header.lead_with(self.back)
        self.head.addWidget(header)
        self.why = WhyCard(words)
        self.whose = WhoseCard(words, platform.node())
        self.before = FromBeforeCard(words)
        self.protection = ProtectionCard(words)
        column = column_at_left(self.page, _WIDTH_PX)
        for card in (self.why, self.whose, self.before, self.protection):
            card.hide()
            column.addWidget(card)
        self.page.addStretch(1)
        self._connect()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(lambda: office.computers.here(by), done=self._came, origin=self)
        self._around.performer.perform(
            lambda: office.from_before.lying(by), done=self.before.show_lying, origin=self
        )
        self._around.performer.errand(protection, done=self.protection.show_system, origin=self)

    def _came(self, here: Here) -> None:
        self.loaded(lambda: self._show(here))

    def _show(self, here: Here) -> None:
        self.why.show_here(here)
        self.whose.show_here(here)
        self.whose.show()
        self.protection.show_here(here)

    def _connect(self) -> None:
        office, around = self._around.office, self._around

        def describe(owner: Owner, name: str) -> None:
            by = around.by
            self._do(lambda: office.computers.describe(by, owner, name), "computers.noted")

        def say_why(reason: str) -> None:
            by = around.by
            self._do(lambda: office.computers.say_why(by, reason), "computers.why-noted")

        def say_protected(product: str) -> None:
            by = around.by
            self._do(lambda: office.computers.say_protected(by, product), "computers.noted")

        self.before.removeAsked.connect(self._ask_removing)
        self.whose.told.connect(describe)
        self.why.told.connect(say_why)
        self.protection.told.connect(say_protected)

    def _ask_removing(self, pictures: int) -> None:
        question = Question(
            say("computers.before-ask", n=pictures),
            say("computers.before-what", n=KEPT.days),
            say("computers.before-remove"),
            say("computers.before-keep"),
        )
        dialog = ConfirmDialog(question, self._around.words, self)
        dialog.confirmed.connect(lambda: self._around.doors.with_passphrase(self._remove))
        dialog.open()

    def _remove(self) -> None:
        """Remove what lies here from before: an errand of many deeds; others have their turn between them."""
        office, by = self._around.office, self._around.by

        def gone(_changes: Changes) -> None:
            self.bannerAsked.emit(BannerModel(State.FINE, say("computers.before-gone")))
            self.load()

        self.before.button.block([self._around.words.say("computers.before-going")])
        self._around.performer.errand(
            lambda: office.from_before.remove(by), done=gone, failed=self._not_removed, origin=self
        )

    def _not_removed(self, error: KnownError) -> None:
        self.bannerAsked.emit(banner_of(error))
        self.load()

    def _do(self, deed: Callable[[], Changes], said: str) -> None:
        def done(_changes: Changes) -> None:
            self.bannerAsked.emit(BannerModel(State.FINE, say(said)))
            self.load()
            self._around.performer.errand(self._around.office.forget_log_ins, origin=self)

        self._around.performer.perform(
            deed, done=done, failed=lambda error: self.bannerAsked.emit(banner_of(error)), origin=self
        )
