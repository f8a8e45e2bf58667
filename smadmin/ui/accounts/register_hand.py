"""Handing the register on: printed, as a table, as the public page, as an e-mail signature.

What is printed and exported is what is in sight, so that a filter is also a choice. No secret is in it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.changes import Changes
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.public_list import public_page, signature_html, signature_text
from smadmin.domain.register import Entry
from smadmin.services.written_tables import write_page, write_table
from smadmin.ui.accounts.office_cards import sentence
from smadmin.ui.accounts.register_model import export_rows, page_words, public_blockers
from smadmin.ui.accounts.register_paper import laid_out
from smadmin.ui.accounts.register_side import RegisterSide
from smadmin.ui.buttons import Button
from smadmin.ui.plaintext import for_button
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners


class RegisterHand(QObject):
    """Hands on what the list shows."""

    def __init__(
        self, around: Surroundings, side: RegisterSide, banners: UndoBanners, screen: QWidget
    ) -> None:
        """Take the list, and where to say what was done."""
        super().__init__(screen)
        self._around, self._side, self._banners, self._screen = around, side, banners, screen
        self.button = Button(around.words.say("register.hand-on"), icon="download")
        self.button.clicked.connect(self._offer)
        self.stop_all = sentence(around.words, "hold-all")
        self.stop_all.given.connect(self._stop_all)
        self.stop_all.hide()
        side.stand_below(self.stop_all)
        side.registerShown.connect(self._show_stop)

    def deeds(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Give what the menu offers: its words, and what is done."""
        words = self._around.words
        return (
            (words.say("register.print"), self._print),
            (words.say("register.save-table"), self._ask_table),
            (words.say("register.save-page"), self._ask_page),
            (words.say("register.copy-page"), self.copy_page),
            (words.say("register.copy-signature"), self.copy_signature),
        )

    def keep_to_list(self, sides: Sides, *more: QWidget) -> None:
        """Offer what is about the list where the list is seen, not where one account has the room alone."""

        def fit() -> None:
            for part in (self.button, *more):
                part.setVisible(not self._side.isHidden())

        sides.turned.connect(fit)

    def keep_table(self, path: Path) -> None:
        """Write the accounts in sight as a table (an errand)."""
        rows = export_rows(self._side.found, self._around.words, self._today)
        self._around.performer.errand(
            lambda: write_table(path, rows),
            done=lambda file: self._banners.say_done(say("register.table-saved", file=file.name)),
            failed=self._banners.say_error,
            origin=self._screen,
        )

    def keep_page(self, path: Path) -> None:
        """Write the public page (an errand)."""
        page = self.page()
        if page is not None:
            self._around.performer.errand(
                lambda: write_page(path, page),
                done=self._page_kept,
                failed=self._banners.say_error,
                origin=self._screen,
            )

    def _show_stop(self) -> None:
        """Communications stops all that is live where all stands: nobody looks for that in one account."""
        acting = self._around.acting
        may = acting is not None and Role.COMMUNICATIONS in acting.roles
        live = any(one.account.stage is AccountStage.LIVE for one in self._side.everything)
        self.stop_all.setVisible(may and live)

    def _stop_all(self, why: str) -> None:
        by, hand = self._around.by, self._around.office.district_hand

        def done(_changes: Changes) -> None:
            self.stop_all.rest()
            self._banners.say_done(say("powers.said-held-all"))

        self._around.performer.perform(
            lambda: hand.hold_all(by, why=why), done=done, failed=self._banners.say_error, origin=self
        )

    def _page_kept(self, file: Path) -> None:
        self._banners.lead_on(
            say("register.page-saved", file=file.name),
            words=say("register.open-page"),
            way=lambda: _open(file),
            state=State.FINE,
        )

    def copy_page(self) -> None:
        """Put the public page's text on the clipboard, for a school's own site."""
        page = self.page()
        if page is not None:
            QGuiApplication.clipboard().setText(page)
            self._banners.say_done(say("register.page-copied"))

    def copy_signature(self) -> None:
        """Put the signature on the clipboard, with links where the mail program takes them."""
        accounts = self._public()
        if accounts is None:
            return
        school, words = self._around.office.school, self._around.words
        intro = words.say("register.signature-intro")
        copied = QMimeData()
        copied.setHtml(signature_html(accounts, school.name, intro))
        copied.setText(signature_text(accounts, school.name, intro))
        QGuiApplication.clipboard().setMimeData(copied)
        self._banners.say_done(say("register.signature-copied"))

    def page(self) -> str | None:
        """Make the public page; None, and said why, where no account is live."""
        accounts = self._public()
        if accounts is None:
            return None
        name = self._around.office.school.name
        return public_page(accounts, page_words(name, self._today, self._around.words))

    def printed(self, entries: Sequence[Entry]) -> QTextDocument:
        """Lay the list out for paper."""
        school = self._around.office.school.name
        return laid_out(entries, school, self._today, self._around.words)

    @property
    def _today(self) -> date:
        return self._around.office.school.local(self._around.now).date()

    def _public(self) -> tuple[Account, ...] | None:
        accounts = tuple(one.account for one in self._side.everything)
        for blocked in public_blockers(accounts):
            self._banners.say_note(blocked, state=State.DOUBT)
            return None
        return accounts

    def _offer(self) -> None:
        menu = QMenu(self._screen)
        menu.aboutToHide.connect(menu.deleteLater)
        for said, do in self.deeds():
            menu.addAction(for_button(said)).triggered.connect(lambda _checked, do=do: do())
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self._screen)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.printed(self._side.found).print_(printer)

    def _ask_table(self) -> None:
        self._ask("register.table-file", "csv", "CSV (*.csv)", self.keep_table)

    def _ask_page(self) -> None:
        self._ask("register.page-file", "html", "HTML (*.html)", self.keep_page)

    def _ask(self, name: str, ending: str, kind: str, keep: Callable[[Path], None]) -> None:
        words, day = self._around.words, self._today.isoformat()
        dialog = QFileDialog(self._screen, words.say("register.where"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name gets a number
        dialog.setDirectory(str(Path.home()))
        dialog.setNameFilters([kind])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{words.say(name)}-{day}.{ending}")
        dialog.fileSelected.connect(lambda chosen: keep(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
