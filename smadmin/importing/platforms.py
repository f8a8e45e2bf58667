"""Reads the platforms' facts (`resources/platforms/platforms.toml`)."""

from pathlib import Path

import regex

from smadmin.domain.accounts import Platform
from smadmin.domain.messages import say
from smadmin.domain.platforms import Limit, PlatformFacts, Unit
from smadmin.importing.tables import Table

_KEYS = (
    "name", "limits", "title_limit", "pictures", "least_pictures", "picture_bytes", "picture_px",
    "picture_quality", "alt_limit", "hosts", "page", "compose", "posts", "silent_posts",
)  # fmt: skip
_LARGE = 1 << 40


def read_platforms(path: Path) -> dict[Platform, PlatformFacts]:
    """Read the facts of every platform.

    Raises:
        BadInput: with the line and the reason; also where a platform is missing.
    """
    table = Table.read(path)
    table.only(*Platform)
    return {platform: _facts(platform, table) for platform in Platform}


def _facts(platform: Platform, whole: Table) -> PlatformFacts:
    if platform.value not in whole.values:
        raise whole.wrong(platform.value, say("policy.reason-missing", key=platform.value))
    table = whole.table(platform.value)
    table.only(*_KEYS)
    limits = tuple(
        Limit(row.choice("unit", Unit), row.optional_number("at_most", low=1, high=_LARGE))
        for row in table.rows("limits")
    )
    if not limits:
        raise table.wrong("limits", say("policy.reason-missing", key="limits"))
    return PlatformFacts(
        platform=platform,
        name=table.text("name"),
        limits=limits,
        title_limit=table.optional_number("title_limit", low=1, high=_LARGE),
        pictures=table.optional_number("pictures", low=0, high=100) or 0,
        least_pictures=table.optional_number("least_pictures", low=0, high=100) or 0,
        picture_bytes=table.optional_number("picture_bytes", low=1, high=_LARGE),
        picture_px=table.optional_number("picture_px", low=200, high=10_000) or 2048,
        picture_quality=table.optional_number("picture_quality", low=50, high=95) or 90,
        alt_limit=table.optional_number("alt_limit", low=1, high=_LARGE),
        hosts=table.texts("hosts"),
        page=table.optional_text("page") or "",
        compose=table.optional_text("compose") or "",
        posts=_patterns(table, "posts"),
        silent_posts=_patterns(table, "silent_posts"),
    )


def _limit(row: Table) -> Limit:
    row.only("unit", "at_most")
    return Limit(row.choice("unit", Unit), row.optional_number("at_most", low=1, high=_LARGE))


def _patterns(table: Table, key: str) -> tuple[str, ...]:
    for pattern in table.texts(key):
        try:
            groups = regex.compile(pattern).groupindex
        except regex.error as error:
            raise table.wrong(key, say("policy.reason-pattern", key=key)) from error
        if key == "posts" and "handle" not in groups:
            raise table.wrong(key, say("policy.reason-pattern", key=key))
    return table.texts(key)
