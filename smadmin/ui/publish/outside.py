"""What lies outside the window while publishing: clipboard, browser, folders. A port, so that tests see it.

A post's text isn't secret, so it stays on the clipboard. Only https pages are opened: an address comes from
the register, and a file or a script isn't a page.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PersonId
from smadmin.domain.schools import School
from smadmin.services.browsing import Browsing
from smadmin.ui.publish.lane import Opened


class Outside(Protocol):
    """The computer around the window."""

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        ...

    def copied(self) -> str:
        """Give the words on the clipboard."""
        ...

    def copy_files(self, files: Sequence[Path]) -> None:
        """Put files on the clipboard."""
        ...

    def open_page(self, address: str) -> Opened:
        """Open a page in the person's browser; tells what came of it."""
        ...

    def open_apart(self, account: Account, address: str, person: PersonId | None) -> Opened:
        """Open a page in the account's own browser, never in the person's; tells what came of it."""
        ...

    def open_folder(self, folder: Path) -> bool:
        """Show a folder; tells whether that was possible."""
        ...

    def choose_folder(self, start: Path, title: str, parent: QWidget) -> Path | None:
        """Let a person choose a folder; None where they leave it."""
        ...

    def first_folder(self) -> Path:
        """Give the folder in which files are put unless somebody chose another."""
        ...


class Desktop(Outside):
    """The real one."""

    def __init__(self, browsing: Browsing | None = None) -> None:
        """Take the accounts' browsers; without them no account's page is opened."""
        self._browsing = browsing

    @override
    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    @override
    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    @override
    def copy_files(self, files: Sequence[Path]) -> None:
        QGuiApplication.clipboard().setMimeData(bundle_of(files))

    @override
    def open_page(self, address: str) -> Opened:
        came = may_open(address) and QDesktopServices.openUrl(QUrl(address.strip()))
        return Opened.BROWSER if came else Opened.NO_BROWSER

    @override
    def open_apart(self, account: Account, address: str, person: PersonId | None) -> Opened:
        if self._browsing is None or not may_open(address):
            return Opened.NO_BROWSER
        try:
            self._browsing.open(account, address.strip(), person)
        except OutsideFailed:  # what it comes to is said where the page should have opened
            return Opened.NO_BROWSER
        return Opened.BROWSER

    @override
    def open_folder(self, folder: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @override
    def choose_folder(self, start: Path, title: str, parent: QWidget) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(chosen) if chosen else None

    @override
    def first_folder(self) -> Path:
        location = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(location)) / "smadmin"


class SampleDesktop(Desktop):
    """The one of the sample school: its made-up addresses may be somebody's, so no page is opened."""

    @override
    def open_page(self, address: str) -> Opened:
        del address
        return Opened.SAMPLE

    @override
    def open_apart(self, account: Account, address: str, person: PersonId | None) -> Opened:
        return self.open_page(address)


def desktop_of(school: School, browsing: Browsing | None = None) -> Outside:
    """Give what lies outside the window of a school."""
    return SampleDesktop() if school.sample else Desktop(browsing)


def may_open(address: str) -> bool:
    """Tell whether an address may be opened: https, with a host, and nobody's name or password in it."""
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() == "https" and bool(url.host()) and not url.userInfo()


def bundle_of(files: Sequence[Path]) -> QMimeData:
    """Make one bundle of files, to drag or to paste."""
    bundle = QMimeData()
    bundle.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    return bundle
