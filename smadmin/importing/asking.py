"""Asking a jailed worker about a file from outside, as every reader does; each words its own refusals."""

from collections.abc import Callable, Mapping
from pathlib import Path

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.messages import say
from smadmin.jail.trade import DONE
from smadmin.jail.worker import Answer, Failure, WorkerFailed
from smadmin.jail.workshop import Workshop

Unusable = Callable[[str], BadInput]
"""Words why a file is refused, by the id of a sentence; an empty one says that it is broken."""


def ask(
    workshop: Workshop,
    verb: int,
    numbers: tuple[int, ...],
    body: bytes,
    *,
    largest: int,
    said: Mapping[int, str],
    unusable: Unusable,
) -> Answer:
    """Have a worker do a job with a file.

    Args:
        workshop: the workers.
        verb: what is done.
        numbers: what the verb takes.
        body: the file, or a piece of it.
        largest: so many bytes the answer has at most.
        said: by the trade's codes, the id of the sentence.
        unusable: words the refusal.

    Raises:
        BadInput: the worker refused it, or failed.
        OutsideFailed: no worker can be started.
    """
    try:
        answer = workshop.ask(verb, numbers, body, largest=largest)
    except WorkerFailed as failed:
        if failed.failure is Failure.NO_START:
            raise OutsideFailed(say("imaging.worker-no-start"), remedy=say("imaging.see-doctor")) from failed
        raise unusable("") from failed
    if answer.code != DONE:
        raise unusable(said.get(answer.code, ""))
    return answer


def read_whole(path: Path, most: int, *, unreadable: str, too_large: str, unusable: Unusable) -> bytes:
    """Read a file that has `most` bytes at most.

    Raises:
        BadInput: it is no file, can't be read, or is larger; `unreadable` and `too_large` say which.
    """
    try:
        if not path.is_file():  # a pipe would keep us waiting for ever
            raise unusable(unreadable)
        with path.open("rb") as file:
            untrusted = file.read(most + 1)  # it may grow meanwhile
    except OSError as error:
        raise unusable(unreadable) from error
    if len(untrusted) > most:
        raise unusable(too_large)
    return untrusted
