"""The trade of the process that opens wished posts."""

import codecs
from collections.abc import Mapping, Sequence

from smadmin.importing.wishes.border import MOST_FILE_BYTES, Reason, Verb
from smadmin.importing.wishes.letters import read_letter
from smadmin.jail.trade import Job, Refusal, Reply

_CODECS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-1", "iso8859-15", "us-ascii")
_FURTHER = ("iso8859-2", "cp1250", "mac-roman")
_WARM = b"From: A <a@b.example>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>x</p>"


def prepare() -> Mapping[int, Job]:
    """Load what reads and give the verbs."""
    for one in (*_CODECS, *_FURTHER):
        codecs.lookup(one)  # they are loaded by name: not behind the fences
    read_letter(_WARM)  # so is what an e-mail's parts are read by
    return {Verb.LETTER: letter_of}


def letter_of(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give who it is from, its words and its pictures' names."""
    del numbers
    if len(body) > MOST_FILE_BYTES:
        raise Refusal(Reason.TOO_LARGE)
    parts = [part.encode("utf-8", "replace") for part in read_letter(bytes(body))]
    return Reply(tuple(len(part) for part in parts), b"".join(parts))
