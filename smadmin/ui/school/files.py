"""An own policy from a file and into one: the system's boxes, then the file in the background."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.domain.errors import KnownError
from smadmin.services.policy_texts import read_text, write_text
from smadmin.ui.surroundings import Surroundings


def open_text(
    asker: QWidget,
    around: Surroundings,
    *,
    opened: Callable[[str, str], None],
    failed: Callable[[KnownError], None],
) -> None:
    """Have a file chosen and read; `opened` gets its text and its name."""
    words = around.words
    chosen, _ = QFileDialog.getOpenFileName(
        asker, words.say("policies.open-file"), "", words.say("policies.files")
    )
    if chosen:
        path = Path(chosen)
        around.performer.errand(
            lambda: read_text(path),
            done=lambda text: opened(text, path.name),
            failed=failed,
            origin=asker,
        )


def save_text(
    asker: QWidget,
    around: Surroundings,
    text: str,
    *,
    name: str,
    saved: Callable[[str], None],
    failed: Callable[[KnownError], None],
) -> None:
    """Have a place chosen and write a text there; `saved` gets the file's name."""
    words = around.words
    chosen, _ = QFileDialog.getSaveFileName(
        asker, words.say("policies.save-file"), name, words.say("policies.files")
    )
    if chosen:
        path = Path(chosen)
        around.performer.errand(
            partial(write_text, path, text),
            done=lambda _nothing: saved(path.name),
            failed=failed,
            origin=asker,
        )
