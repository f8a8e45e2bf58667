"""Reads the ready-made texts of a language (`resources/ready-made/<language>.toml`), in the file's order."""

from pathlib import Path

from smadmin.domain.ready_made import ReadyMade
from smadmin.importing.tables import Table


def read_ready_made(path: Path) -> tuple[ReadyMade, ...]:
    """Read the texts of one file.

    Raises:
        BadInput: with the line and the reason.
    """
    table = Table.read(path)
    return tuple(_text(name, table.table(name)) for name in table.values)


def _text(name: str, table: Table) -> ReadyMade:
    table.only("name", "text")
    return ReadyMade(name, table.text("name"), table.text("text").strip())
