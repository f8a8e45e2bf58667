"""Files in which a second look travels: signed by who wrote it, sealed to who may read it (`keys.md`).

Inside: how long the head is, the head, its signature, then the pictures' bytes one after the other. All of it
comes from outside, so nothing is believed before its signature, and no more is read than a limit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, Reason, Tampered
from smadmin.domain.messages import say
from smadmin.domain.photos.statement import signed_statement
from smadmin.storage.regular import open_regular

ENDING = ".smlook"
MOST_BYTES = 256 * 1024 * 1024
"""Of a whole file; sixty pictures as the platforms take them have room."""

MOST_HEAD_BYTES = 4 * 1024 * 1024
_LENGTH_BYTES = 4
_SIGNATURE_BYTES = 64


@dataclass(frozen=True, repr=False)
class LookFile:
    """What a file held; whose signature it is, is still to be asked.

    Args:
        head: what it says.
        signature: over the head.
        pictures: the pictures' bytes, one after the other.
    """

    head: bytes
    signature: bytes
    pictures: bytes


def packed(by: Actor, head: bytes, *, recipients: list[str], pictures: Iterable[bytes] = ()) -> bytes:
    """Sign and seal a file.

    Raises:
        BadInput: if it is too large.
    """
    whole = b"".join(
        (len(head).to_bytes(_LENGTH_BYTES), head, by.signer.sign(signed_statement(head)), *pictures)
    )
    if len(head) > MOST_HEAD_BYTES or len(whole) > MOST_BYTES // 2:
        raise BadInput(say("away.too-large"), remedy=say("away.fewer-photos"))
    return seal(whole, recipients)


def read_file(path: Path) -> bytes:
    """Read a file that somebody brought (an errand).

    Raises:
        BadInput: if it isn't a file, can't be read, or is too large to be ours.
    """
    try:
        with open_regular(path) as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(say("away.not-readable"), remedy=say("away.ask-again")) from error
    if len(content) > MOST_BYTES:
        raise _no_file()
    return content


def unpacked(by: Actor, sealed: bytes) -> LookFile:
    """Open a file that was sealed to whoever acts.

    Raises:
        BadInput: if it is for somebody else, was changed, or is something else.
        NotAllowed: if who acts has no key that opens anything.
    """
    if not isinstance(by.signer, Identity):
        raise NotAllowed((Reason(say("away.no-key")),))
    try:
        whole = by.signer.open(sealed)
    except Tampered as error:
        raise BadInput(say("away.not-for-you"), remedy=say("away.not-for-you-remedy")) from error
    length = int.from_bytes(whole[:_LENGTH_BYTES])
    signed = _LENGTH_BYTES + length
    pictures = signed + _SIGNATURE_BYTES
    if not 0 < length <= MOST_HEAD_BYTES or len(whole) < pictures:
        raise _no_file()
    return LookFile(whole[_LENGTH_BYTES:signed], whole[signed:pictures], whole[pictures:])


def not_ours() -> KnownError:
    """Say that a file isn't a second look."""
    return BadInput(say("away.not-a-look"), remedy=say("away.ask-again"))


def _no_file() -> KnownError:
    """Say that a file is none of these; what it was to be, nobody knows yet."""
    return BadInput(say("away.not-a-file"), remedy=say("away.ask-again"))
