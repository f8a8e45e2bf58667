"""A person who chooses a printer in the system's dialog: here one that writes a file."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

A_WHOLE_PAGE = 10_000
"""A printed letter with its groups and the code has more bytes than this; an empty page has not."""


def choose_printer(asking: QWidget, paper: Path) -> None:
    """Choose a printer whose paper is a file, in the dialog that this widget opened."""
    (dialog,) = asking.findChildren(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(paper))
    dialog.done(QDialog.DialogCode.Accepted)
