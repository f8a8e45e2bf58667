"""Asks the jailed worker what a saved e-mail or text wishes, and checks what comes back. Any thread may."""

from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.domain.post_requests import FROM_MOST, TEXT_MOST, Came, PostWish
from smadmin.importing.asking import ask, read_whole
from smadmin.importing.wishes.border import MOST_ANSWER_BYTES, MOST_FILE_BYTES, PARTS, Reason, Verb
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.reader import JailedReader
from smadmin.jail.workshop import Workshop

LIMITS = Limits(memory=GIB, cpu_s=10, wall_s=20, start_s=20, jobs=100)
_SAID: dict[int, str] = {Reason.TOO_LARGE: "wishes.file-large", Reason.NO_WORDS: "wishes.file-empty"}


class LetterReader(JailedReader):
    """Opens files in a process of its own, started when first needed; `close` ends it."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        """Take the workers, or have one place for them."""
        super().__init__(workshop or Workshop("smadmin.importing.wishes.trade", LIMITS))

    def read(self, path: Path) -> PostWish:
        """Give what a saved e-mail or text wishes, for somebody to look over (an errand).

        Raises:
            BadInput: it can't be read, is too large, damaged, or has no words.
            OutsideFailed: no worker can be started.
        """
        unusable = partial(_unusable, name=path.name)
        untrusted = read_whole(
            path, MOST_FILE_BYTES, unreadable="", too_large="wishes.file-large", unusable=unusable
        )
        answer = ask(
            self._workshop,
            Verb.LETTER,
            (),
            untrusted,
            largest=MOST_ANSWER_BYTES,
            said=_SAID,
            unusable=unusable,
        )
        parts = _parts(answer.untrusted_numbers, bytes(answer.untrusted_body))
        if parts is None:
            raise _unusable("", path.name)
        sender, text, pictures = parts
        return PostWish(sender[:FROM_MOST], text[:TEXT_MOST], pictures=pictures, came=Came.FILE)


def _parts(lengths: Sequence[int], body: bytes) -> tuple[str, ...] | None:
    if len(lengths) != PARTS or any(one < 0 for one in lengths) or sum(lengths) != len(body):
        return None
    ends = list(accumulate(lengths, initial=0))
    try:
        return tuple(body[first:end].decode("utf-8") for first, end in pairwise(ends))
    except UnicodeDecodeError:
        return None


def _unusable(message: str, name: str) -> BadInput:
    said = say(message or "wishes.file-broken", file=name)
    return BadInput(said, kept=say("wishes.file-kept"), remedy=say("wishes.file-remedy"))
