"""The words of a post in what Mastodon's and Bluesky's servers answer a visitor's program."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

_WORDS = re.compile(r'"(content|text)"\s*:\s*("(?:[^"\\]|\\.)*")')
_MARKED_UP = "content"
"""Where Mastodon has the words, as markup; Bluesky has a plain `text`."""


def words_in_json(untrusted: str, plain: Callable[[str], str]) -> str | None:
    """Give a post's words and its pictures' descriptions, or None where there is no post.

    Args:
        untrusted: the answer, or the first part of one.
        plain: takes the markup away.
    """
    try:
        said = json.loads(untrusted)
    except (ValueError, RecursionError):
        return _of_a_part(untrusted, plain)
    found = tuple(one for one in _found(said, plain) if one) if isinstance(said, dict) else ()
    return "\n".join(dict.fromkeys(found)) or None


def _of_a_part(untrusted: str, plain: Callable[[str], str]) -> str | None:
    match = _WORDS.search(untrusted)
    try:
        words = None if match is None else str(json.loads(match[2]))
    except ValueError:
        return None
    return plain(words) if words and match is not None and match[1] == _MARKED_UP else words


def _found(said: dict[str, Any], plain: Callable[[str], str]) -> Iterator[str]:
    posts = said.get("posts")
    one = posts[0] if isinstance(posts, list) and posts else said
    one = one if isinstance(one, dict) else {}
    if isinstance(words := one.get(_MARKED_UP), str):
        yield plain(words)
    for place in (one.get("record"), one.get("value")):
        if isinstance(place, dict) and isinstance(words := place.get("text"), str):
            yield words
    for picture in (*_listed(one, "media_attachments"), *_listed(one.get("embed"), "images")):
        yield from _described(picture.get("description"), picture.get("alt"))
    for place in (one.get("record"), one.get("value")):
        for picture in _listed(place.get("embed") if isinstance(place, dict) else None, "images"):
            yield from _described(picture.get("alt"))


def _described(*said: object) -> Iterator[str]:
    yield from (f"[{one}]" for one in said if isinstance(one, str) and one)


def _listed(there: object, name: str) -> Iterator[dict[str, Any]]:
    listed = there.get(name) if isinstance(there, dict) else None
    yield from (one for one in (listed if isinstance(listed, list) else ()) if isinstance(one, dict))
