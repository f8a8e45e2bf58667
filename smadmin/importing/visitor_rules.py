"""Reads what stands between the policy's words in the rules for visitors (`resources/visitor-rules.toml`)."""

from pathlib import Path

from smadmin.domain.policy.values import Told
from smadmin.domain.visitor_rules import RulesFrame
from smadmin.importing.tables import Table


def read_rules_frame(file: Path) -> RulesFrame:
    """Read the sentences.

    Raises:
        BadInput: with the line and the reason.
    """
    table = Table.read(file)
    told = {name: _told(table.table(name)) for name in ("title", "reasons", "views")}
    return RulesFrame(**told)


def _told(row: Table) -> Told:
    return Told({language: row.text(language) for language in ("en", *row.values)})
