"""BagIt packages (RFC 8493): written here, checked by the `bagit` library when they come from elsewhere.

The library can write them too, but changes the process's working folder while it does, under the feet of
every other thread.
"""

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path

import bagit

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.storage.disk import disk_error

LARGEST = 1 << 30
"""Bytes of one file of a package; a record of 100 years stays far below."""

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class BadBag(BadInput):
    """A package that isn't whole, or isn't one."""


def write_bag(folder: Path, payload: Mapping[str, bytes], facts: Mapping[str, str]) -> None:
    """Write a package into a folder that isn't there yet.

    Args:
        folder: made here.
        payload: files by name, for `data/`.
        facts: lines of `bag-info.txt`.

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
    size = sum(len(content) for content in payload.values())
    named = {**facts, "Payload-Oxum": f"{size}.{len(payload)}"}
    tags = {
        "bagit.txt": _DECLARATION.encode(),
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in named.items()).encode(),
        "manifest-sha256.txt": _manifest({f"data/{name}": content for name, content in payload.items()}),
    }
    tags["tagmanifest-sha256.txt"] = _manifest(tags)
    try:
        (folder / "data").mkdir(parents=True)
        for name, content in {**{f"data/{k}": v for k, v in payload.items()}, **tags}.items():
            with (folder / name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        raise disk_error(error) from error


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


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def _damaged(what: str) -> BadBag:
    return BadBag(say("records.package-damaged", what=say(what)))
