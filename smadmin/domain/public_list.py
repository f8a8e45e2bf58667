"""The list of official accounts for everybody, as a page and as an e-mail signature (WIC-P20). Pure.

Only live accounts that speak for the school stand there. The page needs no script and no picture, and says in
words what it is, so that a screen reader and a printer get the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from smadmin.domain.account_kinds import OFFICIAL, AccountKind
from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountStage

_SHOWN = OFFICIAL - {AccountKind.PRIVATE}
_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1f2b;background:#fff}a{color:#1f3f8f}li{margin:.5rem 0}"
)


@dataclass(frozen=True)
class PageWords:
    """What the page says, worded.

    Args:
        language: of the words (ISO 639-1).
        title: the page's and its headline.
        intro: what this list is.
        note: as of when, and whom to ask.
    """

    language: str
    title: str
    intro: str
    note: str


def public_accounts(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Give the accounts that everybody is told of, by platform and name."""
    shown = [
        one
        for one in accounts
        if one.stage is AccountStage.LIVE and one.kind in _SHOWN and one.page.startswith("https://")
    ]
    return tuple(
        sorted(shown, key=lambda one: (PLATFORM_NAMES[one.platform].casefold(), one.name.casefold()))
    )


def public_page(accounts: Sequence[Account], words: PageWords) -> str:
    """Make the page; whatever an account is called stays text."""
    items = "\n".join(
        f'<li><a href="{escape(one.page)}" rel="me">{escape(one.name)}</a> '
        f"&ndash; {escape(PLATFORM_NAMES[one.platform])}{_handle(one)}</li>"
        for one in public_accounts(accounts)
    )
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(words.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(words.title)}</h1>\n<p>{escape(words.intro)}</p>\n<ul>\n{items}\n</ul>\n"
        f"<p>{escape(words.note)}</p>\n</main>\n</body>\n</html>\n"
    )


def signature_html(accounts: Sequence[Account], school: str, intro: str) -> str:
    """Make an e-mail signature: the school's name, and where to find it."""
    links = " · ".join(
        f'<a href="{escape(one.page)}">{escape(PLATFORM_NAMES[one.platform])}{_handle(one)}</a>'
        for one in public_accounts(accounts)
    )
    return f"<p><strong>{escape(school)}</strong><br>{escape(intro)} {links}</p>"


def signature_text(accounts: Sequence[Account], school: str, intro: str) -> str:
    """Make the same signature for mail that is only text."""
    lines = [f"{PLATFORM_NAMES[one.platform]}: {one.page}" for one in public_accounts(accounts)]
    return "\n".join((school, intro, *lines))


def _handle(account: Account) -> str:
    return f" {escape(account.at_handle)}" if account.handle else ""
