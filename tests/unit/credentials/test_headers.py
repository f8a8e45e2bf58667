"""An age header is bounded before age's own code reads it, which would go over it again and again."""

import io
import time

import pytest

from smadmin.credentials.headers import MOST_BYTES, MOST_RECIPIENTS, looked_at
from smadmin.credentials.identity import Identity, seal
from smadmin.domain.errors import Tampered

MAGIC, END = b"age-encryption.org/v1\n", b"--- " + b"A" * 43 + b"\n"
LINE = b"A" * 64 + b"\n"
HEADS = {
    "stanzas without an end": b"-> x\n" * 5_000,
    "too many stanzas": b"-> x\n\n" * (MOST_RECIPIENTS + 3) + END,
    "one long line": b"-> X25519 " + b"A" * 300_000,
    "a long body": b"-> x\n" + LINE * (MOST_BYTES // len(LINE)) + b"\n" + END,
    "nothing but zeros": bytes(300_000),
    "no stanza": END,
    "a line too long": b"-> x\n" + b"A" * 65 + b"\n" + END,
    "no last line": b"-> x\n" + LINE + END,
    "other letters": b"-> x\nA=\n" + END,
    "nothing": b"",
}
MOST_CPU_S = 0.5


class Counting(io.BytesIO):
    """Counts what is read of it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.taken += len(piece)
        return piece


@pytest.mark.parametrize("name", HEADS)
def test_what_is_no_header_of_ours_is_refused_soon_and_hardly_read(name: str) -> None:
    mine, sealed = Identity.new(), Counting(MAGIC + HEADS[name] + bytes(100_000))
    began = time.process_time()

    assert not mine.opens(sealed)
    with pytest.raises(Tampered):
        mine.open(sealed.getvalue())
    with pytest.raises(Tampered) as refused:
        mine.open_stream(io.BytesIO(sealed.getvalue()), io.BytesIO())

    assert time.process_time() - began < MOST_CPU_S
    assert refused.value.happened.id == "keys.cannot-open"
    assert sealed.taken <= MOST_BYTES


@pytest.mark.parametrize(
    "stanza",
    [
        b"-> x\n\n",
        b"-> x\n" + b"A" * 43 + b"\n",
        b"-> x" + b" a" * 60 + b"\n\n",
        b"-> x\n" + LINE * 7 + b"\n",
    ],
)
def test_the_largest_header_that_is_read_at_all_is_read_soon(stanza: bytes) -> None:
    count = min(MOST_RECIPIENTS, (MOST_BYTES - 100) // len(stanza))
    sealed = MAGIC + stanza * count + END + bytes(1000)
    assert looked_at(io.BytesIO(sealed)) is not None
    began = time.process_time()

    with pytest.raises(Tampered):
        Identity.new().open(sealed)

    assert time.process_time() - began < MOST_CPU_S


def test_a_file_for_as_many_as_there_may_be_opens_for_each() -> None:
    first, last = Identity.new(), Identity.new()
    others = [first.recipient] * (MOST_RECIPIENTS - 2)
    sealed = seal(b"words", [first.recipient, *others, last.recipient])

    assert first.open(sealed) == last.open(sealed) == b"words"


def test_what_age_adds_by_chance_is_no_hindrance() -> None:
    """Each file has a stanza for nobody, with a type, arguments and a body that are drawn by lot."""
    mine = Identity.new()

    for number in range(100):
        assert mine.open(seal(b"%d" % number, [mine.recipient])) == b"%d" % number


def test_a_file_under_a_passphrase_has_a_header_of_ours_too() -> None:
    under = b"-> scrypt XHlXzsNAvf4neMLZ7HQkmA 19\n" + b"A" * 43 + b"\n"

    assert looked_at(io.BytesIO(MAGIC + under + END)) is not None


def test_what_was_looked_at_is_read_from_its_beginning_whatever_the_pieces() -> None:
    sealed = seal(bytes(100_000), [Identity.new().recipient])
    looked, pieces = looked_at(io.BytesIO(sealed)), b""

    assert looked is not None
    while piece := looked.read(777):
        pieces += piece
    assert pieces == sealed
    again = looked_at(io.BytesIO(sealed))
    assert again is not None
    assert again.read() == sealed
