"""BagIt packages (RFC 8493): written here, checked by the `bagit` library when they come from elsewhere.

The library can write them too, but changes the process's working folder while it does, under the feet of
every other thread.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

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


def write_bag(folder: Path, payload: Iterable[tuple[str, bytes]], facts: Mapping[str, str]) -> str:
    """Write a package into a folder that isn't there yet, one file after the other.

    The folder gets its name once it is whole; whatever stops this before that leaves no file of it. A kill
    leaves one called `.NAME.part`, which the next package of that name clears away.

    Args:
        folder: made here.
        payload: files by their path in `data/` (`captures/1.txt`), each taken only when it is its turn.
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
            listed = _fill(part, payload, facts)
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    except OSError as error:
        raise disk_error(error) from error
    return hashlib.sha256(listed).hexdigest()


def _fill(folder: Path, payload: Iterable[tuple[str, bytes]], facts: Mapping[str, str]) -> bytes:
    """Write all files; gives the list of those in `data/`."""
    digests, size = dict[str, str](), 0
    (folder / "data").mkdir(parents=True)
    for name, content in payload:
        _write(folder / "data" / name, content)
        digests[f"data/{name}"] = hashlib.sha256(content).hexdigest()
        size += len(content)
    named = {**facts, "Payload-Oxum": f"{size}.{len(digests)}"}
    tags = {
        "bagit.txt": _DECLARATION.encode(),
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in named.items()).encode(),
        _LISTED: _manifest(digests),
    }
    tags[f"tag{_LISTED}"] = _manifest({k: hashlib.sha256(v).hexdigest() for k, v in tags.items()})
    for name, content in tags.items():
        _write(folder / name, content)
    return tags[_LISTED]


def list_digest(folder: Path, *, beside: Collection[str]) -> str:
    """Give the SHA-256 of the list of a package's files, hex; empty where it lists none but `beside`."""
    listed = (folder / _LISTED).read_bytes()
    names = {line.split(b"  ", 1)[-1].removeprefix(b"data/").decode() for line in listed.splitlines()}
    return hashlib.sha256(listed).hexdigest() if names - set(beside) else ""


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


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


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def _damaged(what: str) -> BadBag:
    return BadBag(say("records.package-damaged", what=say(what)))
