"""Tells from the arguments alone whether the window or the tray's icon is asked for; must stay light."""

import re
from collections.abc import Sequence
from pathlib import Path

_WITH_VALUE = "--data"
_TRAY, _LOOK = "--tray", "--look"
_AT = "--at="
_SUBJECT = re.compile(
    r"(account|log-in|comments|publish):[0-9a-f-]{36}|reviewers|staff-page|computer|stop-everything|child-out"
)
"""What the icon may lead to: an account or a post by its id, a screen, a deed; names on no command line."""


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing but the window (perhaps on a named folder) is asked for."""
    return all(subject_of([one]) != "" for one in _without_folder(arguments))


def wants_tray(arguments: Sequence[str]) -> bool:
    """Tell whether nothing but the tray's icon (perhaps for a named folder) is asked for."""
    return _without_folder(arguments) == [_TRAY]


def wants_look(arguments: Sequence[str]) -> bool:
    """Tell whether the icon asks for one look at the store."""
    return _without_folder(arguments) == [_TRAY, _LOOK]


def subject_of(arguments: Sequence[str]) -> str:
    """Give what the window leads to once somebody has signed in, or nothing."""
    named = [one.removeprefix(_AT) for one in arguments if one.startswith(_AT)]
    return named[-1] if named and _SUBJECT.fullmatch(named[-1]) else ""


def window_arguments(folder: Path | None, subject: str = "") -> tuple[str, ...]:
    """Give the arguments that open the window there."""
    at = (f"{_AT}{subject}",) if _SUBJECT.fullmatch(subject) else ()
    return (*_named(folder), *at)


def tray_arguments(folder: Path | None) -> tuple[str, ...]:
    """Give the arguments that show the tray's icon for that folder."""
    return (*_named(folder), _TRAY)


def look_arguments(folder: Path | None) -> tuple[str, ...]:
    """Give the arguments that look once at that folder's store."""
    return (*tray_arguments(folder), _LOOK)


def folder_of(arguments: Sequence[str]) -> Path | None:
    """Give the folder named by `--data`, or None."""
    for place, one in enumerate(arguments):
        if one.startswith(f"{_WITH_VALUE}="):
            return Path(one.removeprefix(f"{_WITH_VALUE}="))
        if one == _WITH_VALUE and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    return None


def _named(folder: Path | None) -> tuple[str, ...]:
    return () if folder is None else (f"{_WITH_VALUE}={folder.absolute()}",)


def _without_folder(arguments: Sequence[str]) -> list[str]:
    folder = folder_of(arguments)
    if folder is None:
        return list(arguments)
    return [one for one in arguments if not one.startswith(_WITH_VALUE) and one != str(folder)]
