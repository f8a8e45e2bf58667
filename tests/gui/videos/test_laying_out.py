"""A video that lies ready in Publish is called one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.ui.publish.carrying import FileBundle
from smadmin.ui.wording import Wording


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (("video.mp4",), "The video lies ready as it goes out: drag it into the page."),
        (
            ("video.mov", "captions.srt"),
            "The video and its captions lie ready as they go out: drag them into the page.",
        ),
        (("01.jpg",), "One picture lies ready as it goes out: drag it into the page."),
    ],
)
def test_what_lies_ready_is_called_what_it_is(
    words: Wording, window: QWidget, files: tuple[str, ...], said: str
) -> None:
    bundle = FileBundle(words, window)

    bundle.show_files([Path("/tmp", one) for one in files])  # noqa: S108 - no file is touched

    assert bundle._said.whole_text == said
