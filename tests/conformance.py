"""twitter-text's public tables, where they lie beside the project; the project's own cases measure elsewhere.

Their YAML is plain enough to be read line by line: strings are in double quotes, with escapes that Python
has too.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_TABLES = Path(__file__).parents[2] / "shared" / "conformance"

measured = pytest.mark.skipif(
    not _TABLES.exists(),
    reason="NOT MEASURED by twitter-text's public tables: they aren't beside the project",
)
"""On every test that reads the tables."""


def weights(table: str) -> list[tuple[str, int]]:
    """Give the texts of a table of `validate.yml`, each with its weighted length."""
    found: list[tuple[str, int]] = []
    text = ""
    for line in _lines("validate.yml", table):
        if said := re.match(r'\s+text: (".*")\s*$', line):
            text = ast.literal_eval(said[1])
        if weight := re.match(r"\s+weightedLength: (\d+)", line):
            found.append((text, int(weight[1])))
    return found


def links(table: str) -> list[tuple[str, list[str]]]:
    """Give the texts of a table of `extract.yml`, each with its links."""
    found: list[tuple[str, list[str]]] = []
    for line in _lines("extract.yml", table):
        if said := re.match(r'\s+text: (".*")\s*$', line):
            found.append((ast.literal_eval(said[1]), []))
        elif said := re.match(r"\s+expected: (\[.*\])\s*$", line):
            found[-1][1].extend(ast.literal_eval(said[1]))
        elif said := re.match(r'\s+- url: (".*")\s*$', line):
            found[-1][1].append(ast.literal_eval(said[1]))
    return found


def places(table: str) -> list[list[tuple[int, int]]]:
    """Give the places of the links in the texts of a table of `extract.yml` that tells them."""
    found: list[list[tuple[int, int]]] = []
    for line in _lines("extract.yml", table):
        if "text:" in line:
            found.append([])
        elif said := re.match(r"\s+indices: \[(\d+), (\d+)\]", line):
            found[-1].append((int(said[1]), int(said[2])))
    return found


def _lines(file: str, table: str) -> Iterator[str]:
    for line in (_TABLES / file).read_text("utf-8").split(f"\n  {table}:\n")[1].splitlines():
        if re.match(r"  \w", line):
            return
        yield line
