"""BagIt packages (RFC 8493): written here, checked by the `bagit` library when they come from elsewhere.

The library can write them too, but changes the process's working folder while it does, under the feet of
every other thread.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import bagit

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.storage.disk import disk_error

LARGEST = 1 << 30
"""Bytes of one file of a package; a record of 100 years stays far below."""

_LISTED = "manifest-sha256.txt"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class BadBag(BadInput):
    """A package that isn't whole, or isn't one."""


class Payload:
    """The files of a package while it is written: whole, or in pieces, so that no long one lies in memory."""

    def __init__(self, folder: Path) -> None:
        """Write below a folder, which is made."""
        self._folder = folder
        folder.mkdir(parents=True)
        self.digests, self.size = dict[str, str](), 0

    def put(self, name: str, content: bytes) -> None:
        """Write a file by its path in `data/`, all at once."""
        with self.growing(name) as write:
            write(content)

    @contextmanager
    def growing(self, name: str) -> Iterator[Callable[[bytes], None]]:
        """Begin a file that is written in pieces; at the end it is on the disk, and its digest known."""
        path, digest = self._folder / "data" / name, hashlib.sha256()
        path.parent.mkdir(exist_ok=True, parents=True)
        with path.open("xb") as file:

            def write(content: bytes) -> None:
                file.write(content)
                digest.update(content)
                self.size += len(content)

            yield write
            _to_disk(file)
        self.digests[f"data/{name}"] = digest.hexdigest()


def write_bag(folder: Path, fill: Callable[[Payload], None], facts: Mapping[str, str]) -> str:
    """Write a package into a folder that isn't there yet, one file after the other.

    The folder gets its name once it is whole; whatever stops this before that leaves no file of it. A kill
    leaves one called `.NAME.part`, which the next package of that name clears away.

    Args:
        folder: made here.
        fill: writes the files (`captures/1.txt`).
        facts: lines of `bag-info.txt`.

    Returns:
        the SHA-256 of the list of all files with their digests (`manifest-sha256.txt`), hex.

    Raises:
        BadInput: if the folder is there.
        OutsideFailed: no space, no permission.
    """
    if folder.exists():
        raise BadInput(
            say("records.folder-taken", folder=str(folder)),
            kept=say("records.nothing-written"),
            remedy=say("records.another-folder"),
        )
    part = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        try:
            payload = Payload(part)
            fill(payload)
            listed = _sealed(part, payload, facts)
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    except OSError as error:
        raise disk_error(error) from error
    return listed


def _sealed(folder: Path, payload: Payload, facts: Mapping[str, str]) -> str:
    """Write what makes a package of the files: what they are, how many; gives the digest of their list."""
    named = {**facts, "Payload-Oxum": f"{payload.size}.{len(payload.digests)}"}
    tags = {
        "bagit.txt": _written(folder / "bagit.txt", [_DECLARATION]),
        "bag-info.txt": _written(
            folder / "bag-info.txt", (f"{name}: {value}\n" for name, value in named.items())
        ),
        _LISTED: _written(folder / _LISTED, _manifest(payload.digests)),
    }
    _written(folder / f"tag{_LISTED}", _manifest(tags))
    return tags[_LISTED]


def _written(path: Path, lines: Iterable[str]) -> str:
    """Write lines, one by one; gives the file's digest."""
    digest = hashlib.sha256()
    with path.open("xb") as file:
        for line in lines:
            file.write(line.encode())
            digest.update(line.encode())
        _to_disk(file)
    return digest.hexdigest()


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def list_digest(folder: Path, *, beside: Collection[str]) -> str:
    """Give the SHA-256 of the list of a package's files, hex; empty where it lists none but `beside`."""
    listed = (folder / _LISTED).read_bytes()
    names = {line.split(b"  ", 1)[-1].removeprefix(b"data/").decode() for line in listed.splitlines()}
    return hashlib.sha256(listed).hexdigest() if names - set(beside) else ""


def read_bag(folder: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    """Check a package and read files of its payload.

    Raises:
        BadBag: if it isn't one, lacks a file, or one was changed, added or removed.
    """
    if not (folder / "bagit.txt").is_file():
        raise BadBag(say("records.package-missing", folder=str(folder)))
    untrusted = [
        path for path in folder.rglob("*") if path.is_symlink() or not (path.is_dir() or path.is_file())
    ]
    if untrusted or any(path.stat().st_size > LARGEST for path in folder.rglob("*") if path.is_file()):
        raise _damaged("records.package-too-large")
    try:
        if _UTF_8.search((folder / "bagit.txt").read_bytes()) is None:
            raise _damaged("records.package-unreadable")  # Python has encodings that unpack and that compute
        bagit.Bag(str(folder)).validate()
        return {name: (folder / "data" / name).read_bytes() for name in names}
    except bagit.BagError as error:
        raise _damaged("records.package-file-changed") from error
    except (OSError, ValueError) as error:
        raise _damaged("records.package-unreadable") from error


_UTF_8 = re.compile(rb"^Tag-File-Character-Encoding: *UTF-8\s*\Z", re.MULTILINE | re.IGNORECASE)


def _manifest(digests: Mapping[str, str]) -> Iterator[str]:
    return (f"{digests[name]}  {name}\n" for name in sorted(digests))


def _damaged(what: str) -> BadBag:
    return BadBag(say("records.package-damaged", what=say(what)))
