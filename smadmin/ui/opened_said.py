"""What is said on a screen when a page didn't open: why, and what to do instead."""

from smadmin.domain.messages import Message, say
from smadmin.ui.publish.lane import Opened
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

NO_BROWSER = say("sites.no-browser")
"""Of a page that nobody logs in to, which any browser may show."""


def say_opened(banners: UndoBanners, opened: Opened, no_browser: Message = NO_BROWSER) -> None:
    """Say what came of opening a page, where none opened.

    Args:
        banners: the screen's.
        opened: what came of it.
        no_browser: what to do where there is no browser for it.
    """
    if opened is Opened.SAMPLE:
        banners.say_note(say("accountui.sample-page"))
    elif opened is Opened.NO_BROWSER:
        banners.say_note(no_browser, state=State.DOUBT)
