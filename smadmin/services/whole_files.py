"""A file in its place only once it is whole: written beside and flushed; an older one stays till then."""

import os
from pathlib import Path

from smadmin.domain.errors import OutsideFailed


def write_whole(path: Path, content: bytes, *, refused: OutsideFailed) -> None:
    """Write a file for its owner alone, in the place of an older one (an errand).

    Raises:
        OutsideFailed: `refused`, for no space, no permission, the stick pulled out; no part of it is left.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise refused from error
