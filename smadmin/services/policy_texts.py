"""The text of an own policy: copied from another, changed value by value, or read from a file.

Only that it is text is checked. A value is changed in its own line, so that comments and order stay.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.policy.values import Contact
from smadmin.importing.tables import LARGEST_FILE

_ID_LINE = re.compile(r'^id = ".*"$', re.MULTILINE)
_VERSION_LINE = re.compile(r"^version = \d+$", re.MULTILINE)
_BASED_LINE = re.compile(r'^based_on = ".*"\n', re.MULTILINE)

_HEAD = re.compile(r"^\[", re.MULTILINE)
_CONTACT = re.compile(r"^\[\[contacts\]\][^\n]*\n(?:(?!\[)[^\n]+\n?)*\n?", re.MULTILINE)
_ONE_VALUE = r"(?:\[[^\]]*\]|\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)"

Written = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Setting:
    """A value that somebody wants in a policy: its key, what it is to be, in which table (empty: none)."""

    key: str
    value: Written
    table: str = ""


def with_setting(text: str, setting: Setting) -> str:
    """Give a policy's text with one value changed; a key that isn't there yet is added to its table."""
    start, end = _table(text, setting.table)
    written = json.dumps(setting.value, ensure_ascii=False)  # of these kinds TOML writes the same
    line = re.compile(rf"^({re.escape(setting.key)}[ \t]*=[ \t]*){_ONE_VALUE}", re.MULTILINE)
    inside, changed = line.subn(lambda found: found[1] + written, text[start:end], count=1)
    if not changed:
        inside = f"{inside.rstrip()}\n{setting.key} = {written}\n\n"
    return text[:start] + inside + text[end:]


def with_contacts(text: str, contacts: Iterable[Contact]) -> str:
    """Give a policy's text with these contacts in place of its own."""
    first = _CONTACT.search(text)
    kept = _CONTACT.sub("", text)
    at = first.start() if first else len(kept)
    written = "".join(_contact(one) for one in contacts)
    return f"{kept[:at].rstrip()}\n\n{written}{kept[at:].lstrip()}"


def _contact(contact: Contact) -> str:
    said = {
        "office": contact.office,
        "email": contact.email,
        "phones": contact.phones,
        "page": contact.page,
        "about": contact.about,
    }
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items() if value)
    return f"[[contacts]]\n{''.join(lines)}\n"


def _table(text: str, name: str) -> tuple[int, int]:
    """Give where a table's lines begin and end; those above all tables for no name."""
    head = re.search(rf"^\[{re.escape(name)}\][^\n]*\n?", text, re.MULTILINE) if name else None
    start = head.end() if head else 0
    following = _HEAD.search(text, start)
    return start, following.start() if following else len(text)


def copied(text: str, *, base: str, as_id: str) -> str:
    """Make a policy's text one's own: another id, version 1, and from which it was copied."""
    text = _BASED_LINE.sub("", text, count=1)
    text = _ID_LINE.sub(f'id = "{as_id}"\nbased_on = "{base}"', text, count=1)
    return _VERSION_LINE.sub("version = 1", text, count=1)


def read_text(path: Path) -> str:
    """Read a file of a policy (an errand).

    Raises:
        BadInput: it can't be read, isn't UTF-8, or is too large to be one.
    """
    try:
        with path.open("rb") as file:
            untrusted = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadInput(say("policy.unreadable-file", file=path.name)) from error
    try:
        if len(untrusted) > LARGEST_FILE:
            raise BadInput(say("policies.too-large", file=path.name))
        return untrusted.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput(say("policies.not-text", file=path.name)) from error


def next_version(text: str) -> str:
    """Count a policy's version up: what was in force under a number keeps it."""
    return _VERSION_LINE.sub(lambda line: f"version = {int(line[0].split()[-1]) + 1}", text, count=1)


def write_text(path: Path, text: str) -> None:
    """Write a policy's text to a file (an errand).

    Raises:
        OutsideFailed: it can't be written there.
    """
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise OutsideFailed(say("policies.not-saved", file=path.name)) from error
