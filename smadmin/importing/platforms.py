"""Reads the platforms' facts (`resources/platforms/*.toml`, one file each)."""

from datetime import timedelta
from pathlib import Path

import regex

from smadmin.domain.accounts import Platform
from smadmin.domain.appearing import Several, Shown
from smadmin.domain.messages import say
from smadmin.domain.passwords import LETTERS, Kind, PasswordRule
from smadmin.domain.platforms import PLACES, HeldBy, Leaving, Limit, Place, PlatformFacts, Unit
from smadmin.importing.tables import Table
from smadmin.importing.token_steps import token_steps

_KEYS = (
    "name", "limits", "title_limit", "pictures", "least_pictures", "picture_bytes", "picture_px",
    "picture_quality", "picture_types", "videos", "video_seconds", "alt_limit", "hosts", "page",
    "writing", "handle_in_address", "posts", "silent_posts", "shown", "leaving", "held_by",
    "password", "schedules_from_minutes", "schedules_to_days", "api", "token",
)  # fmt: skip
_SHOWN_KEYS = (
    "fold_characters", "fold_lines", "widest", "tallest", "several", "card", "live_links", "pictures_first",
)  # fmt: skip
_RATIO = regex.compile(r"(?P<width>\d{1,2}(?:\.\d{1,2})?):(?P<height>[1-9]\d?)")
_VERSION = regex.compile(r"v[0-9]{1,3}\.[0-9]{1,2}")
_LARGE = 1 << 40
_MOST = 100
_LONGEST_SECONDS = 86_400
_MOST_LINES = 1000
_MOST_MINUTES = 1440


def read_platforms(folder: Path) -> dict[Platform, PlatformFacts]:
    """Read the facts of every platform.

    Raises:
        BadInput: with the line and the reason; also where a platform's file is missing.
    """
    return {
        platform: _facts(platform, Table.read(folder / f"{platform.value}.toml")) for platform in Platform
    }


def _facts(platform: Platform, table: Table) -> PlatformFacts:
    table.only(*_KEYS)
    limits = tuple(_limit(row) for row in table.rows("limits"))
    if not limits:
        raise table.wrong("limits", say("policy.reason-missing", key="limits"))
    return PlatformFacts(
        platform=platform,
        name=table.text("name"),
        limits=limits,
        title_limit=table.optional_number("title_limit", low=1, high=_LARGE),
        pictures=table.optional_number("pictures", low=0, high=_MOST) or 0,
        least_pictures=table.optional_number("least_pictures", low=0, high=_MOST) or 0,
        picture_bytes=table.optional_number("picture_bytes", low=1, high=_LARGE),
        picture_px=table.optional_number("picture_px", low=200, high=10_000) or 2048,
        picture_quality=table.optional_number("picture_quality", low=50, high=95) or 90,
        picture_types=table.texts("picture_types"),
        videos=table.optional_number("videos", low=0, high=_MOST) or 0,
        video_seconds=table.optional_number("video_seconds", low=1, high=_LONGEST_SECONDS),
        alt_limit=table.optional_number("alt_limit", low=1, high=_LARGE),
        hosts=table.texts("hosts"),
        page=table.optional_text("page") or "",
        writing=_address(table, "writing") if "writing" in table.values else "",
        handle_in_address=table.flag("handle_in_address"),
        posts=_patterns(table, "posts"),
        silent_posts=_patterns(table, "silent_posts"),
        shown=_shown(table.table("shown")),
        leaving=_leaving(table.table("leaving")),
        held_by=table.choice("held_by", HeldBy) if "held_by" in table.values else HeldBy.PASSWORD,
        password=_password(table.table("password")),
        schedules_from=_minutes(table.optional_number("schedules_from_minutes", low=1, high=_MOST_MINUTES)),
        schedules_to=_minutes(table.optional_number("schedules_to_days", low=1, high=_MOST), a_day=True),
        api=_version(table),
        token=token_steps(table),
    )


def _minutes(told: int | None, *, a_day: bool = False) -> timedelta | None:
    return None if told is None else timedelta(days=told) if a_day else timedelta(minutes=told)


def _password(table: Table) -> PasswordRule:
    table.only("least", "most", "kinds", "signs")
    usual = PasswordRule()
    kinds = table.choices("kinds", Kind) if "kinds" in table.values else usual.kinds
    most = table.optional_number("most", low=LETTERS, high=usual.most) or usual.most
    return PasswordRule(
        least=table.optional_number("least", low=usual.least, high=most) or usual.least,
        most=most,
        kinds=kinds,
        signs=table.optional_text("signs") or usual.signs,
    )


def _shown(table: Table) -> Shown:
    table.only(*_SHOWN_KEYS)
    return Shown(
        fold_characters=table.optional_number("fold_characters", low=1, high=_LARGE),
        fold_lines=table.optional_number("fold_lines", low=1, high=_MOST_LINES),
        widest=_ratio(table, "widest"),
        tallest=_ratio(table, "tallest"),
        several=table.choice("several", Several) if "several" in table.values else Several.WHOLE,
        card=table.flag("card"),
        live_links=table.flag("live_links") or "live_links" not in table.values,
        pictures_first=table.flag("pictures_first"),
    )


def _leaving(table: Table) -> Leaving:
    table.only("password_ends_sessions", *PLACES)
    return Leaving(
        password_ends_sessions=table.flag("password_ends_sessions"),
        places={name: _place(table.table(name)) for name in PLACES if name in table.values},
    )


def _place(table: Table) -> Place:
    table.only("page", "press", "es")
    return Place(_address(table, "page"), table.text("press"), {"es": table.text("es")})


def _address(table: Table, key: str) -> str:
    address = table.text(key)
    if not address.startswith(("https://", "{server}/")):
        raise table.wrong(key, say("policy.reason-text", key=key))
    return address


def _version(table: Table) -> str:
    written = table.optional_text("api") or ""
    if written and not _VERSION.fullmatch(written):  # it becomes part of addresses
        raise table.wrong("api", say("policy.reason-text", key="api"))
    return written


def _ratio(table: Table, key: str) -> float | None:
    """Give width over height of a shape written as `4:5`, or None where the key is missing."""
    written = table.optional_text(key)
    if written is None:
        return None
    found = _RATIO.fullmatch(written)
    if found is None or not float(found["width"]):
        raise table.wrong(key, say("policy.reason-ratio", key=key))
    return float(found["width"]) / float(found["height"])


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
