"""Where a worker process begins: `python -m smadmin.jail.entry TRADE MEMORY CPU_SECONDS`.

This is a border: whatever a job raises becomes a number. Standard output and error go nowhere, because a
library's complaint may quote what it reads.
"""

import importlib
import os
import sys
from collections.abc import Mapping
from io import BufferedReader, BufferedWriter
from typing import cast

from smadmin.jail import fences, frames
from smadmin.jail.trade import DONE, FAILED, OUT_OF_MEMORY, Job, Refusal, Reply, Trade

READY = 0
"""The job number under which a worker says that it is ready, with its fences as the one number."""
LARGEST_JOB = 1 << 30


def main(trade_name: str, memory: int, cpu_s: int) -> int:
    """Serve jobs until the parent closes the pipe; give the exit status."""
    inbox, outbox = _take_pipes()
    standing = fences.lower_limits(memory=memory)
    trade = cast("Trade", importlib.import_module(trade_name))
    verbs = trade.prepare()
    standing |= fences.allow_cpu_seconds(cpu_s) | fences.shut()
    _answer(outbox, READY, DONE, Reply((int(standing),)))
    while (head := inbox.read(frames.HEAD.size)) and len(head) == frames.HEAD.size:
        announced = frames.parse_head(head, largest=LARGEST_JOB)
        numbers = frames.parse_numbers(inbox.read(announced.numbers * frames.NUMBER_BYTES), announced.numbers)
        body = bytearray(announced.body)
        if inbox.readinto(body) != announced.body:
            return 1
        fences.allow_cpu_seconds(cpu_s)
        code, reply = _do(verbs, announced.code, numbers, body)
        _answer(outbox, announced.job, code, reply)
        del body, reply  # a large picture must not wait here for the next one
    return 0


def _do(verbs: Mapping[int, Job], verb: int, numbers: tuple[int, ...], body: bytearray) -> tuple[int, Reply]:
    try:
        return DONE, verbs[verb](numbers, body)
    except Refusal as refusal:
        return refusal.code, Reply()
    except MemoryError:
        return OUT_OF_MEMORY, Reply()
    except Exception:  # noqa: BLE001 - the border: only a number may leave the process
        return FAILED, Reply()


def _answer(outbox: BufferedWriter, job: int, code: int, reply: Reply) -> None:
    body = memoryview(reply.body).cast("B")
    outbox.write(frames.pack(job, code, reply.numbers, len(body)))
    outbox.write(body)
    outbox.flush()


def _take_pipes() -> tuple[BufferedReader, BufferedWriter]:
    """Move the two pipes off the standard numbers, so that nothing a library prints can reach the parent."""
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        msvcrt.setmode(inbox.fileno(), os.O_BINARY)
        msvcrt.setmode(outbox.fileno(), os.O_BINARY)
    return inbox, outbox


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
