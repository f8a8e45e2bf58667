"""What lies ready is called by its name."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.ui.publish.carrying import FileBundle
from smadmin.ui.wording import Wording


@pytest.mark.parametrize(("file", "said"), [("video.mp4", "Copy the video"), ("01.jpg", "Copy pictures")])
def test_the_button_says_what_is_copied(file: str, said: str, window: QWidget, words: Wording) -> None:
    bundle = FileBundle(words, window)

    bundle.show_files([Path(file)])

    assert bundle.copy_button.text() == said
