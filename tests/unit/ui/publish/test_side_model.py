"""When the small window comes by itself, and where it says that it can't stay on top."""

import pytest

from smadmin.ui.publish.hand import Opened
from smadmin.ui.publish.side_model import comes_up, on_top_said


@pytest.mark.parametrize(
    ("before", "now", "comes"),
    [
        (Opened.NOT_YET, Opened.BROWSER, True),
        (Opened.COPIED, Opened.PUBLIC_PAGE, True),
        (Opened.BROWSER, Opened.BROWSER, False),  # whoever closed it isn't asked again at each press
        (Opened.NOT_YET, Opened.NO_BROWSER, False),
        (Opened.NOT_YET, Opened.SAMPLE, False),
    ],
)
def test_it_comes_when_a_browser_has_just_come(before: Opened, now: Opened, *, comes: bool) -> None:
    assert comes_up(before, now) is comes


@pytest.mark.parametrize(("platform", "said"), [("wayland", True), ("wayland-egl", True), ("xcb", False)])
def test_where_the_desktop_keeps_no_window_on_top_it_says_so(platform: str, *, said: bool) -> None:
    assert (on_top_said(platform) is not None) is said
