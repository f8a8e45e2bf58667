"""What Facebook and Instagram give out as JSON, in the shapes they have had since 2018. Worker only.

Facebook: a list of `{timestamp, data: [{post}], attachments}`, of a page or a profile. Instagram: a list of
`{creation_timestamp, media: [{creation_timestamp}]}`, or an object that holds such a list (reels, videos), or
the old `{photos: [{taken_at}]}`. Stories vanish after a day and aren't posts.
"""

import json
from collections.abc import Iterator

from smadmin.domain.past_posts import Flaw, Source
from smadmin.importing.past_posts.border import MOST_ROWS, Reason
from smadmin.jail.trade import Refusal

_MOST_DIGITS = 15
_WHOSE_DEPTH = 6
_MOST_NAMES = 8
_NAMES = frozenset(
    {"username", "nombre de usuario", "full_name", "page_name", "profile_uri", "page_url", "vanity"}
)
_OLD_LISTS = ("photos", "videos")
_STORIES = "ig_stories"

Row = tuple[str, ...]


def read_archive(content: bytes) -> tuple[Source, list[Row]]:
    """Give the posts of one file of an archive, numbered as they stand in it.

    Raises:
        Refusal: it isn't JSON, or holds no list of what could be posts.
    """
    found = _loaded(content)
    source, items = _items(found)
    rows = [_row(source, number, item) for number, item in enumerate(items, 1)]
    if len(rows) > MOST_ROWS:
        raise Refusal(Reason.TOO_LARGE)
    return source, rows


def whose_archive(content: bytes) -> list[Row]:
    """Give what a file says of whose archive it is: handle, name, address."""
    names = dict.fromkeys(_names(_loaded(content), _WHOSE_DEPTH))
    return [(name,) for name in list(names)[:_MOST_NAMES]]


def _loaded(content: bytes) -> object:
    """Read JSON. A number that is too long to be a moment is none, and spoils its own row only."""
    try:
        return json.loads(
            content.decode("utf-8-sig"), parse_int=_whole, parse_float=_whole, parse_constant=lambda _: None
        )
    except (ValueError, RecursionError) as error:
        raise Refusal(Reason.BROKEN) from error


def _whole(digits: str) -> int | None:
    fits = len(digits) <= _MOST_DIGITS
    return int(digits) if fits and digits.removeprefix("-").isdigit() else None


def _items(found: object) -> tuple[Source, list[object]]:
    items = found if isinstance(found, list) else _inside(found)
    # By the first that shows it: an unknown row mustn't hide what the file is.
    for item in items:
        if isinstance(item, dict) and "timestamp" in item:
            return Source.FACEBOOK, items
        if isinstance(item, dict) and ("media" in item or "creation_timestamp" in item or "taken_at" in item):
            return Source.INSTAGRAM, items
    raise Refusal(Reason.UNKNOWN_SHAPE)


def _inside(found: object) -> list[object]:
    """Give the list inside an object: the first one, and of the old shape both."""
    if not isinstance(found, dict) or _STORIES in found:
        raise Refusal(Reason.UNKNOWN_SHAPE)
    if "timestamp" in found:
        return [found]  # the only post of a page
    old = [one for name in _OLD_LISTS if isinstance(found.get(name), list) for one in found[name]]
    return old or next((one for one in found.values() if isinstance(one, list)), [])


def _row(source: Source, number: int, item: object) -> Row:
    if not isinstance(item, dict):
        return (str(number), "", "", "", Flaw.SHAPE.value)
    if source is Source.FACEBOOK:
        when, flaw = _text(item.get("timestamp")), "" if _holds_something(item) else Flaw.EMPTY.value
    else:
        when, flaw = _when(item), ""
    return (str(number), when, "", "", flaw if when else Flaw.SHAPE.value)


def _when(item: dict[str, object]) -> str:
    """Give an Instagram post's moment: its own, else its first picture's."""
    media = item.get("media")
    first = media[0] if isinstance(media, list) and media else media
    inside = first.get("creation_timestamp") if isinstance(first, dict) else None
    return _text(item.get("creation_timestamp") or item.get("taken_at") or inside)


def _text(moment: object) -> str:
    if isinstance(moment, bool):
        return ""
    return str(moment) if isinstance(moment, int) else moment if isinstance(moment, str) else ""


def _holds_something(item: dict[str, object]) -> bool:
    """Tell whether a row is a post: changing a cover, say, has neither words nor attachments."""
    written = item.get("data")
    words = isinstance(written, list) and any(isinstance(one, dict) and one.get("post") for one in written)
    return words or bool(item.get("attachments"))


def _names(found: object, depth: int) -> Iterator[str]:
    """Look for names a few steps into an object; Instagram writes `{"Username": {"value": "…"}}`."""
    if not isinstance(found, dict | list) or depth == 0:
        return
    if isinstance(found, list):
        for one in found[:_MOST_NAMES]:
            yield from _names(one, depth - 1)
        return
    for key, value in found.items():
        said = value.get("value") if isinstance(value, dict) else value
        if key.casefold() in _NAMES and isinstance(said, str) and said.strip():
            yield said.strip()
        else:
            yield from _names(value, depth - 1)
