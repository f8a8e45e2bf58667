"""Tells from the arguments alone whether a window is asked for; must stay light."""

from collections.abc import Sequence
from pathlib import Path

_WITH_VALUE = "--data"


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing but the window (perhaps on a named folder) is asked for."""
    rest = list(arguments)
    if folder_of(rest) is not None:
        rest = [one for one in rest if not one.startswith(_WITH_VALUE) and one != str(folder_of(arguments))]
    return not rest


def folder_of(arguments: Sequence[str]) -> Path | None:
    """Give the folder named by `--data`, or None."""
    for place, one in enumerate(arguments):
        if one.startswith(f"{_WITH_VALUE}="):
            return Path(one.removeprefix(f"{_WITH_VALUE}="))
        if one == _WITH_VALUE and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    return None
