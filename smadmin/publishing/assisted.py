"""Assisted publishing: what a person needs beside the platform's page, as files in a folder.

Only what is handed in is written: the released words, the covered pictures, their alt texts. All of it
appears at once, when it is whole; a kill before that leaves a folder whose name begins with a dot.
"""

import os
import re
import secrets
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say

_ENDINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png"}
"""What exports are made of, by their first bytes."""

_ALT = re.compile(r"\d\d-alt\.txt")
PAGE = "post.html"
"""The page to copy from."""
WORDS = "post.txt"


@dataclass(frozen=True)
class OutgoingPicture:
    """A covered picture, as bytes, and what it shows in words."""

    content: bytes
    alt: str


@dataclass(frozen=True)
class Bundle:
    """What was written: the words' file, and each picture with its alt text, in the post's order."""

    folder: Path
    words: Path
    pictures: tuple[tuple[Path, str], ...]


def write_bundle(
    parent: Path,
    name: str,
    words: str,
    pictures: Sequence[OutgoingPicture],
    *,
    beside: Mapping[str, bytes] | None = None,
) -> Bundle:
    """Write a post into a new folder (an errand).

    Args:
        parent: where the folder is made.
        name: what it is called; a taken name gets a number.
        words: the text as it goes out.
        pictures: in the post's order.
        beside: further files.

    Raises:
        OutsideFailed: no space, no permission, a picture of an unknown kind; nothing of it stays visible.
    """
    files = {WORDS: words.encode(), **(beside or {})}
    names = picture_names(pictures)
    for number, (name_of_it, picture) in enumerate(zip(names, pictures, strict=True), 1):
        files[name_of_it] = picture.content
        if picture.alt:
            files[f"{number:02}-alt.txt"] = picture.alt.encode()
    making = parent / f".{secrets.token_hex(8)}.part"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        making.mkdir(mode=0o700)
        for file_name, content in files.items():
            _write(making / file_name, content)
        folder = _name(making, parent / name)
    except OSError as error:
        _clear(making)
        raise OutsideFailed(
            say("publications.not-written"),
            kept=say("publications.release-kept"),
            remedy=say("publications.other-folder"),
        ) from error
    named = [path for path in sorted(folder.iterdir()) if path.suffix in _ENDINGS.values()]
    alts = [picture.alt for picture in pictures]
    return Bundle(folder, folder / WORDS, tuple(zip(named, alts, strict=True)))


def clear_bundle(folder: Path, files: Collection[str]) -> None:
    """Remove what `write_bundle` wrote, and the folder where nobody put anything else into it (an errand).

    Args:
        folder: of the bundle.
        files: names of its pictures and further files.
    """
    with suppress(OSError):  # open in a browser still: it goes the next time, or by hand
        for path in list(folder.iterdir()):
            if path.name in files or path.name in {WORDS, PAGE} or _ALT.fullmatch(path.name):
                path.unlink(missing_ok=True)
        folder.rmdir()


def picture_names(pictures: Sequence[OutgoingPicture]) -> list[str]:
    """Give the names under which pictures lie ready, numbered in the post's order.

    Raises:
        OutsideFailed: a picture of an unknown kind.
    """
    return [f"{number:02}{ending_of(one.content)}" for number, one in enumerate(pictures, 1)]


def ending_of(content: bytes) -> str:
    """Give the file ending of a covered picture, by its first bytes.

    Raises:
        OutsideFailed: for anything that no export is made of.
    """
    for start, ending in _ENDINGS.items():
        if content.startswith(start):
            return ending
    raise OutsideFailed(say("publications.unknown-picture"), kept=say("publications.release-kept"))


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.part")
    end = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(end, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.rename(path)


def _name(making: Path, wanted: Path) -> Path:
    """Give the written folder its name; a full folder of that name is never replaced."""
    number = 1
    while True:
        free = wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}")
        if not free.exists():
            return making.rename(free)
        number += 1


def _clear(folder: Path) -> None:
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink(missing_ok=True)
        folder.rmdir()
