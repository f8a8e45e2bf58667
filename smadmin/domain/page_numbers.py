"""Addresses that call a page by the platform's own number: nobody sees from them which page it is. Pure.

Only the platform knows that such a number and a name are one page (BAL-A3), so the name is asked for. A
Facebook Page that never got one has its number instead; X and Mastodon give everybody a name.
"""

from itertools import pairwise

import regex

from smadmin.domain.accounts import same_handle
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.same_pages import address_of

_AT_THE_END = regex.compile(r"(?:^|-)([0-9]{8,})$")
_BEFORE_NAMES = frozenset({"p", "pages", "people", "pg"})


def number_blockers(platform: str, handle: str, page: str) -> tuple[Reason, ...]:
    """List why an account isn't told by this address, where nothing but a number stands in it."""
    number = _NUMBERS[platform](*address_of(page)) if platform in _NUMBERS else ""
    if not number or (platform == "facebook" and same_handle(handle) == number):
        return ()
    if platform == "facebook":
        return (Reason(say("accounts.number-or-name", number=number), "BAL-A3", "handle"),)
    return (Reason(say("accounts.page-by-number"), "BAL-A3", "page"),)


def _of_x(words: list[str], asked: list[tuple[str, str]]) -> str:
    after = words[2:3] if words[:2] == ["i", "user"] else []
    return _number(after[0] if after else dict(asked).get("user_id", ""))


def _of_bluesky(words: list[str], _asked: list[tuple[str, str]]) -> str:
    after = words[1] if words[:1] == ["profile"] and words[1:] else ""
    return after if after.startswith("did:") else ""


def _of_mastodon(words: list[str], _asked: list[tuple[str, str]]) -> str:
    after = dict(pairwise(words))
    return _number(after.get("accounts", "") or (after.get("users", "") if "ap" in words[:1] else ""))


def _of_facebook(words: list[str], asked: list[tuple[str, str]]) -> str:
    if words[:1] == ["profile.php"]:
        return _number(dict(asked).get("id", ""))
    named = words[1:] if words[:1] and words[0] in _BEFORE_NAMES else words[:1]
    found = (_AT_THE_END.search(one) for one in named)
    return next((one[1] for one in found if one is not None), "")


def _number(word: str) -> str:
    return word if word.isascii() and word.isdecimal() else ""


_NUMBERS = {"bluesky": _of_bluesky, "facebook": _of_facebook, "mastodon": _of_mastodon, "x": _of_x}
