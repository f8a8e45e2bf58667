"""What is said on a screen when a page didn't open: why, and what to do instead."""

from smadmin.domain.accounts import Account
from smadmin.domain.messages import Message, say
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Outside
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

NO_BROWSER = say("sites.no-browser")
"""Of a page that nobody logs in to, which any browser may show."""
NO_BROWSER_APART = say("publishui.no-browser")
"""Of an account's page, which is never opened in a person's own browser: its address was copied."""


def open_apart(around: Surroundings, outside: Outside, account: Account, address: str) -> Opened:
    """Open a page in an account's own browser; where there is none, its address is on the clipboard."""
    opened = outside.open_apart(account, address, around.by.person)
    if opened is Opened.NO_BROWSER:
        outside.copy(address)
    return opened


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
