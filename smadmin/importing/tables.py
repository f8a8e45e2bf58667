"""TOML tables read with care: what is missing, unknown or of the wrong kind is named with its line.

`tomllib` tells no positions after parsing, so the line of a key is looked up in the source again.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import Message, say

LARGEST_FILE = 1 << 20
_NO_END = 1 << 30
_NAMED_LINE = re.compile(
    r"\s*(?:(?P<key>[\w-]+)\s*=|[\"'](?P<quoted>[^\"']+)[\"']\s*=|\[+\s*(?P<head>[\w.-]+)\s*\]+)"
)
_INLINE = re.compile(r"\s*[\w\"'-]+\s*=\s*\{")
# `tomllib` takes the square of a dotted key's parts, and names no line for a number that is too long to read.
_HOPELESS = re.compile(r"""(?<![\w-])(?:(?>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+){8}|(?<!\d)\d{1000}""")
_SYNTAX_LINE = re.compile(r"\(at line (\d+), column \d+\)")

Kind = TypeVar("Kind", bound=StrEnum)


def broken(path: Path, line: int, reason: Message) -> BadInput:
    """Make the error for a file that can't be used: which file, which line, why."""
    return BadInput(
        say("policy.broken-file", file=path.name, line=line, reason=reason),
        kept=say("policy.broken-file-kept"),
        remedy=say("policy.broken-file-remedy"),
    )


@dataclass(frozen=True)
class Table:
    """One table of a TOML file: typed access to its keys, errors with the line.

    Args:
        path: the file, for errors.
        source: its text, for finding lines.
        values: the parsed table.
        first_line: where the table begins (from 1).
        last_line: where it ends at the latest; None is the end of the file.
    """

    path: Path
    source: str
    values: Mapping[str, object]
    first_line: int = 1
    last_line: int | None = None

    @classmethod
    def read(cls, path: Path) -> "Table":
        """Read a file.

        Raises:
            BadInput: it can't be read, isn't UTF-8, is larger than 1 MiB, or isn't TOML.
        """
        try:
            with path.open("rb") as file:
                untrusted = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise BadInput(say("policy.unreadable-file", file=path.name)) from error
        return cls.parse(path, untrusted)

    @classmethod
    def parse(cls, path: Path, untrusted: bytes) -> "Table":
        """Read what a file held.

        Args:
            path: the file's name, for errors; nothing is opened.
            untrusted: its bytes.

        Raises:
            BadInput: they aren't UTF-8, are more than 1 MiB, or aren't TOML.
        """
        if len(untrusted) > LARGEST_FILE:
            raise broken(path, 1, say("policy.reason-too-large"))
        try:
            source = untrusted.decode("utf-8")
        except UnicodeDecodeError as error:
            line = untrusted[: error.start].count(b"\n") + 1
            raise broken(path, line, say("policy.reason-not-utf8")) from error
        if found := _HOPELESS.search(source):
            raise broken(path, source.count("\n", 0, found.start()) + 1, say("policy.reason-syntax"))
        try:
            return cls(path, source, tomllib.loads(source))
        except (ValueError, RecursionError) as error:  # no number has thousands of digits, no list such depth
            found = _SYNTAX_LINE.search(str(error))
            line = int(found[1]) if found else source.count("\n") + 1
            raise broken(path, line, say("policy.reason-syntax")) from error

    def wrong(self, key: str, reason: Message) -> BadInput:
        """Make the error about a key."""
        return broken(self.path, self._line_of(key), reason)

    def only(self, *known: str) -> None:
        """Refuse keys that mean nothing here, so that a typing error isn't passed over.

        Raises:
            BadInput: there is one.
        """
        for key in self.values:
            if key not in known:
                raise self.wrong(key, say("policy.reason-unknown-key", key=key))

    def text(self, key: str) -> str:
        """Give a text that isn't empty."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, say("policy.reason-text", key=key))
        return value

    def optional_text(self, key: str) -> str | None:
        """Give a text, or None where the key is missing."""
        return self.text(key) if key in self.values else None

    def flag(self, key: str) -> bool:
        """Give a yes or no; no where the key is missing."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, say("policy.reason-flag", key=key))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts; empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, say("policy.reason-texts", key=key))
        texts = tuple(item for item in value if isinstance(item, str) and item)
        if len(texts) != len(value):
            raise self.wrong(key, say("policy.reason-texts", key=key))
        return texts

    def number(self, key: str, *, low: int, high: int) -> int:
        """Give a whole number between two bounds, both included."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, say("policy.reason-number", key=key))
        if not low <= value <= high:
            raise self.wrong(key, say("policy.reason-range", key=key, low=low, high=high))
        return value

    def optional_number(self, key: str, *, low: int, high: int) -> int | None:
        """Give a whole number, or None where the key is missing."""
        return self.number(key, low=low, high=high) if key in self.values else None

    def choice(self, key: str, kind: type[Kind]) -> Kind:
        """Give one of an enum's values."""
        return self.member(key, self.text(key), kind)

    def choices(self, key: str, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give a list of an enum's values."""
        return tuple(self.member(key, value, kind) for value in self.texts(key))

    def member(self, key: str, value: str, kind: type[Kind]) -> Kind:
        """Turn a value of a key into an enum's member."""
        try:
            return kind(value)
        except ValueError as error:
            reason = say("policy.reason-choice", key=key, value=value, allowed=", ".join(kind))
            raise self.wrong(key, reason) from error

    def table(self, key: str) -> "Table":
        """Give a sub-table; an empty one where the key is missing."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, say("policy.reason-table", key=key))
        line = self._line_of(key)
        return Table(self.path, self.source, value, line, _end_of_inline(self.source, line))

    def named(self, key: str) -> dict[str, "Table"]:
        """Give the sub-tables of a table by name (`[clauses.BAL-A1]`)."""
        group = self.table(key)
        return {name: group.table(name) for name in group.values}

    def rows(self, key: str) -> tuple["Table", ...]:
        """Give the tables of an array (`[[rules]]`), each with its own first line."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, say("policy.reason-table", key=key))
        head = re.compile(rf"\s*\[\[(?:[\w-]+\.)*{re.escape(key)}\]\]")
        after = enumerate(_lines(self.source)[self.first_line - 1 :], self.first_line)
        lines = [number for number, line in after if head.match(line)]
        # An array written on one line, [{…}, {…}], has no heads of its own.
        lines += [self._line_of(key)] * len(value)
        pairs = zip(value, lines, strict=False)
        return tuple(Table(self.path, self.source, row, line) for row, line in pairs)

    def _value(self, key: str) -> object:
        if key not in self.values:
            raise broken(self.path, self.first_line, say("policy.reason-missing", key=key))
        return self.values[key]

    def _line_of(self, key: str) -> int:
        if key not in self.values:
            return self.first_line
        last = self.last_line or _NO_END
        found = _names(self.source).get(key, ())
        return next((line for line in found if self.first_line <= line <= last), self.first_line)


@lru_cache(maxsize=8)
def _lines(source: str) -> tuple[str, ...]:
    return tuple(source.splitlines())


@lru_cache(maxsize=8)
def _names(source: str) -> Mapping[str, tuple[int, ...]]:
    """Give the lines on which each name stands as a key or in a section's head."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(_lines(source), 1):
        match = _NAMED_LINE.match(line)
        if match:
            named = match["key"] or match["quoted"] or match["head"]
            for name in named.split(".") if match["head"] else [named]:
                found.setdefault(name, []).append(number)
    return {name: tuple(lines) for name, lines in found.items()}


def _end_of_inline(source: str, line: int) -> int | None:
    """Give the line itself where a table is written within it (`name = { … }`), which none may leave."""
    return line if _INLINE.match(_lines(source)[line - 1] if source else "") else None
