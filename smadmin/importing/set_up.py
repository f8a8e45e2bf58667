"""Reads what is set up on each platform before an account is official (`resources/set-up/*.toml`)."""

from collections.abc import Mapping
from pathlib import Path

from smadmin.domain.accounts import Platform
from smadmin.domain.set_up import SetUpItem
from smadmin.importing.tables import Table

_LANGUAGES = ("en", "es")

SetUpLists = Mapping[Platform, Mapping[SetUpItem, Mapping[str, str]]]
"""By platform its items in order, each with where it is found, by language; empty where untold."""


def read_set_up(folder: Path) -> SetUpLists:
    """Read the list of every platform.

    Raises:
        BadInput: with the line and the reason; also where a platform's file is missing.
    """
    return {platform: _items(Table.read(folder / f"{platform.value}.toml")) for platform in Platform}


def _items(table: Table) -> dict[SetUpItem, Mapping[str, str]]:
    table.only("items")
    return {row.choice("item", SetUpItem): _where(row) for row in table.rows("items")}


def _where(row: Table) -> dict[str, str]:
    row.only("item", *_LANGUAGES)
    return {language: row.text(language) for language in _LANGUAGES if language in row.values}
