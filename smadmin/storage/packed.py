"""A store's copy as one stream, and such a stream unpacked again: only what is packed here is taken."""

import io
import os
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.storage.disk import disk_error, flushed
from smadmin.storage.regular import is_regular, open_regular

STORE, IDENTITIES, LABEL = "store.db", "identities.json", "backup.json"

_MEDIA = re.compile(r"media/[0-9a-f]{64}")
_CHUNK = 1 << 20
_BLOCK = tarfile.BLOCKSIZE


@dataclass(frozen=True)
class Contents:
    """What is packed: the copied database, locked identities if any, the sealed files' folder, a label."""

    database: Path
    identities: Path | None
    media: Path
    label: bytes


class Packing(io.RawIOBase):
    """The contents as a stream (tar)."""

    def __init__(self, contents: Contents) -> None:
        """Take what is packed."""
        super().__init__()
        self._blocks = _blocks(contents)
        self._left = b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Give the next bytes."""
        wanted = memoryview(buffer)  # type: ignore[arg-type]  # any writable buffer
        try:
            while not self._left:
                self._left = next(self._blocks)
        except StopIteration:
            return 0
        count = min(len(wanted), len(self._left))
        wanted[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def unpack(packed: Path, folder: Path) -> None:
    """Unpack into an empty folder. Only what `Packing` packs is taken, under its own names.

    Raises:
        OutsideFailed: if it is something else, or the disk refuses.
    """
    try:
        with tarfile.open(packed, "r:") as archive:
            for member in archive:
                known = member.name in {STORE, IDENTITIES, LABEL} or _MEDIA.fullmatch(member.name)
                # A sparse one of two KB would give as much as its header says.
                plain = known and member.isreg() and not member.issparse()
                content = archive.extractfile(member) if plain else None
                target = folder / member.name
                if content is None or target.exists():
                    raise _not_a_backup()
                target.parent.mkdir(exist_ok=True)
                with target.open("xb") as file:
                    while piece := content.read(_CHUNK):
                        file.write(piece)
                flushed(target)
    except tarfile.TarError as error:
        raise _not_a_backup() from error
    except OSError as error:
        raise disk_error(error) from error
    if not all((folder / name).exists() for name in (STORE, LABEL)):
        raise _not_a_backup()


def _blocks(contents: Contents) -> Iterator[bytes]:
    yield from _member(LABEL, len(contents.label), iter((contents.label,)))
    files = [(STORE, contents.database)]
    if contents.identities is not None and contents.identities.exists():
        files.append((IDENTITIES, contents.identities))
    if contents.media.is_dir():
        media = sorted(path for path in contents.media.iterdir() if _MEDIA.fullmatch(f"media/{path.name}"))
        files += [(f"media/{path.name}", path) for path in media if is_regular(path)]
    for name, path in files:
        with open_regular(path) as file:
            yield from _member(name, os.fstat(file.fileno()).st_size, iter(lambda: file.read(_CHUNK), b""))
    yield bytes(2 * _BLOCK)


def _member(name: str, size: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
    header = tarfile.TarInfo(name)
    header.size, header.mode = size, 0o600
    yield header.tobuf(tarfile.PAX_FORMAT)
    yield from pieces
    yield bytes(-size % _BLOCK)


def _not_a_backup() -> OutsideFailed:
    return OutsideFailed(
        say("store.backup-damaged"), kept=say("store.nothing-lost"), remedy=say("store.backup-older-try")
    )
