"""Log-ins for somebody without a key here, as files that the standard `age` program opens.

Either the sealed file itself, which the envelope's key opens, or a file under a passphrase that is told by
telephone. Each way has its row (`Vault.hand_out`); the paper in an envelope is drawn by the window.
"""

import os
from pathlib import Path

from smadmin.credentials.identity import seal_under
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.services.phrases import make_phrase

SUFFIX = ".age"


def under_phrase(text: str) -> tuple[str, bytes]:
    """Lock a text under a fresh passphrase of six words (an errand: about a second); gives both."""
    phrase = make_phrase()
    return phrase, seal_under(text.encode(), phrase)


def write_handed(path: Path, content: bytes) -> None:
    """Write a locked file, for its owner alone, and in its place only when it is whole (an errand).

    Raises:
        OutsideFailed: no space, no permission, the stick pulled out; no part of it is left.
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
        raise OutsideFailed(
            say("vault.not-handed", file=path.name),
            kept=say("keys.nothing-changed"),
            remedy=say("vault.hand-elsewhere"),
        ) from error
