"""Reads where somebody looks in a round (`resources/rounds.toml`)."""

from collections.abc import Mapping
from pathlib import Path

from smadmin.domain.accounts import Platform
from smadmin.domain.rounds import Spot
from smadmin.importing.tables import Table

RoundPages = Mapping[Platform, Mapping[Spot, str]]
"""The platforms' own pages by what is to be seen there, with `{page}`, `{server}`, `{handle}`."""


def read_round_pages(file: Path) -> RoundPages:
    """Read the addresses.

    Raises:
        BadInput: with the line and the reason.
    """
    table = Table.read(file)
    return {
        table.member(name, name, Platform): {
            row.member(spot, spot, Spot): row.text(spot) for spot in row.values
        }
        for name, row in ((one, table.table(one)) for one in table.values)
    }
