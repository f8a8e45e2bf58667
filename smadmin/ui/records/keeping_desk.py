"""Joins the page *Keeping and destroying* to the services, off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.retention import RetentionView
from smadmin.services.retention_rows import Certificate, Order
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.records.keeping_page import KeepingPage
from smadmin.ui.records.keeping_said import certificate_lines, certificate_name, certificate_page, due_rows
from smadmin.ui.rows import Row
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class KeepingDesk(QObject):
    """Does what the page asks for. `read` carries a `RetentionView`."""

    read = Signal(object)

    def __init__(self, around: Surroundings, page: KeepingPage, screen: QWidget) -> None:
        """Hear the page; `screen` is the origin of what is done."""
        super().__init__(screen)
        self._around, self._words, self._page, self._screen = around, around.words, page, screen
        self._view: RetentionView | None = None
        page.hold.putOn.connect(self._put_on)
        page.hold.lifted.connect(lambda: around.doors.with_passphrase(self._lift))
        page.due.ordered.connect(lambda: around.doors.with_passphrase(self._order))
        page.due.signed.connect(self._ask_to_sign)
        page.due.takenBack.connect(self._take_back)
        page.gone.saveAsked.connect(self._choose_file)

    def load(self) -> None:
        """Read how keeping stands, what is due in words already: after years that may be thousands."""
        keeping, by, words = self._around.office.keeping, self._around.by, self._words

        def read() -> tuple[RetentionView, list[Row]]:
            view = keeping.view(by)
            return view, due_rows(view.due, words)

        self._around.performer.errand(read, done=self._came, failed=self._failed, origin=self._screen)

    def save(self, row: int, file: Path) -> None:
        """Write a certificate to a file."""
        one = next((one for one in self._certificates if one.row == row), None)
        if one is None:
            return
        keeping = self._around.office.keeping
        page = certificate_page(one, self._around.office.school.name, self._words).encode()
        self._around.performer.errand(
            lambda: keeping.save(file, page),
            done=lambda _: self._page.say(State.FINE, (say("retention.saved", file=file.name),)),
            failed=self._failed,
            origin=self._screen,
        )

    @property
    def _certificates(self) -> tuple[Certificate, ...]:
        return () if self._view is None else self._view.certificates

    def _came(self, read: tuple[RetentionView, list[Row]]) -> None:
        view, due = read
        self._view = view
        self._page.show_view(view, due)
        self.read.emit(view)

    def _failed(self, error: KnownError) -> None:
        self._page.say(State.STOP, self._words.error(error))

    def _put_on(self, why: str) -> None:
        if not why.strip():
            self._page.hold.why.show_error(self._words.say("retention.why-missing"))
            return
        keeping, by = self._around.office.keeping, self._around.by
        self._do(lambda: keeping.put_on_hold(by, why), lambda _: self._said("retention.now-held"))

    def _lift(self) -> None:
        keeping, by = self._around.office.keeping, self._around.by
        self._do(lambda: keeping.lift_hold(by), lambda _: self._said("retention.lift-signed"))

    def _order(self) -> None:
        keeping, by = self._around.office.keeping, self._around.by
        self._do(lambda: keeping.order(by), self._was_ordered)

    def _was_ordered(self, done: Done[Order]) -> None:
        self._page.say(State.FINE, (say("retention.ordered", n=len(done.value.details)),))
        self.load()

    def _take_back(self) -> None:
        keeping, by = self._around.office.keeping, self._around.by
        self._do(lambda: keeping.take_back(by), lambda _: self._said("retention.taken-back"))

    def _ask_to_sign(self) -> None:
        order = None if self._view is None else self._view.order
        if order is None:
            return
        n = len(order.details)
        question = Question(
            say("retention.ask-title", n=n),
            say("retention.ask-consequence"),
            say("retention.ask-do", n=n),
            say("retention.ask-keep"),
        )
        dialog = ConfirmDialog(question, self._words, self._screen)
        dialog.confirmed.connect(lambda: self._around.doors.with_passphrase(self.sign))
        dialog.open()

    def sign(self) -> None:
        """Sign the order that waits: its details are destroyed."""
        keeping, by = self._around.office.keeping, self._around.by
        self._around.performer.errand(
            lambda: keeping.sign(by), done=self._was_signed, failed=self._failed, origin=self._screen
        )

    def _was_signed(self, done: Done[Certificate]) -> None:
        self._page.say(State.FINE, certificate_lines(done.value)[:1])
        self.load()

    def _said(self, message: str) -> None:
        self._page.say(State.FINE, (say(message),))
        self.load()

    def _do(self, operation: Callable[[], object], done: Callable[..., None]) -> None:
        self._around.performer.perform(operation, done=done, failed=self._failed, origin=self._screen)

    def _choose_file(self, row: int) -> None:
        one = next((one for one in self._certificates if one.row == row), None)
        if one is None:
            return
        where = self._words.say("retention.save-where")
        file, _ = QFileDialog.getSaveFileName(self._screen, where, certificate_name(one))
        if file:
            self.save(row, Path(file))
