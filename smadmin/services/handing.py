"""Log-ins for somebody without a key here, as files that the standard `age` program opens.

Either the sealed file itself, which the envelope's key opens, or a file under a passphrase that is told by
telephone. Each way has its row (`Vault.hand_out`); the paper in an envelope is drawn by the window.
"""

from pathlib import Path

from smadmin.credentials.identity import seal_under
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.services.phrases import make_phrase
from smadmin.services.whole_files import write_whole

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
    refused = OutsideFailed(
        say("vault.not-handed", file=path.name),
        kept=say("keys.nothing-changed"),
        remedy=say("vault.hand-elsewhere"),
    )
    write_whole(path, content, refused=refused)
