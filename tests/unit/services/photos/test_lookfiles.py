"""Files from outside: read with limits, opened by one person, said in one sentence where they are wrong."""

import os
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput
from smadmin.domain.photos.statement import signed_statement
from smadmin.services.photos import lookfiles
from smadmin.services.photos.lookfiles import packed, read_file, unpacked
from tests.school import MONDAY


def actor(identity: Identity) -> Actor:
    return Actor(None, None, identity, None, MONDAY)


ANA, BO = Identity.new(), Identity.new()


def refused(sealed: bytes, *, by: Identity = BO) -> str:
    with pytest.raises(BadInput) as error:
        unpacked(actor(by), sealed)
    return error.value.happened.id


def test_what_was_packed_is_unpacked_by_the_one_it_is_for() -> None:
    sealed = packed(actor(ANA), b"head", recipients=[BO.recipient], pictures=[b"one", b"two"])

    file = unpacked(actor(BO), sealed)

    assert (file.head, file.pictures) == (b"head", b"onetwo")
    assert file.signature == ANA.sign(signed_statement(b"head"))
    assert b"head" not in sealed
    assert refused(sealed, by=ANA) == "away.not-for-you"


def test_one_changed_or_missing_byte_is_refused() -> None:
    sealed = packed(actor(ANA), b"head", recipients=[BO.recipient], pictures=[bytes(500)])

    for place in (0, len(sealed) // 2, len(sealed) - 1):
        changed = bytearray(sealed)
        changed[place] ^= 1
        assert refused(bytes(changed)) == "away.not-for-you"
    for length in (0, 10, len(sealed) - 1):
        assert refused(sealed[:length]) == "away.not-for-you"


@pytest.mark.parametrize(
    "inside",
    [b"", b"\0\0", b"\0\0\0\0" + bytes(80), b"\xff\xff\xff\xff" + bytes(80), b"\0\0\0\x09short"],
)
def test_what_is_inside_is_not_believed(inside: bytes) -> None:
    assert refused(seal(inside, [BO.recipient])) == "away.not-a-file"


def test_only_a_file_of_a_bearable_size_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, pipe, link = tmp_path / "file", tmp_path / "pipe", tmp_path / "link"
    file.write_bytes(b"12345")
    os.mkfifo(pipe)
    link.symlink_to(file)

    assert read_file(file) == b"12345"
    for odd in (tmp_path, pipe, link, tmp_path / "gone"):
        with pytest.raises(BadInput) as error:
            read_file(odd)
        assert error.value.happened.id == "away.not-readable"
    monkeypatch.setattr(lookfiles, "MOST_BYTES", 4)
    with pytest.raises(BadInput) as error:
        read_file(file)
    assert error.value.happened.id == "away.not-a-file"


def test_too_much_is_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookfiles, "MOST_BYTES", 400)

    with pytest.raises(BadInput) as error:
        packed(actor(ANA), b"head", recipients=[BO.recipient], pictures=[bytes(500)])

    assert error.value.happened.id == "away.too-large"
