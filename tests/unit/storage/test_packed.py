"""What is unpacked is what was packed, of the size that lies there."""

import tarfile
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.storage.packed import LABEL, STORE, Contents, Packing, unpack

_SPARSE_PIECES, _SPARSE_SIZE, _SUM = slice(386, 410), slice(483, 495), slice(148, 156)


def a_sparse_member(name: str, size: int) -> bytes:
    """Give the header of a member that is nothing but a hole."""
    member = tarfile.TarInfo(name)
    member.type = tarfile.GNUTYPE_SPARSE
    block = bytearray(member.tobuf(tarfile.GNU_FORMAT))
    block[_SPARSE_PIECES] = b"%011o\0%011o\0" % (size, 0)  # one empty piece, at the end
    block[_SPARSE_SIZE] = b"%011o\0" % size
    block[_SUM] = b" " * 8
    block[_SUM] = b"%06o\0 " % sum(block)
    return bytes(block)


def test_what_was_packed_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / ("a" * 64)).write_bytes(b"sealed")
    (tmp_path / "media" / "no file of ours").write_bytes(b"other")
    (tmp_path / "db").write_bytes(bytes(3_000))
    there = tmp_path / "there"
    there.mkdir()
    packing = Packing(Contents(tmp_path / "db", None, tmp_path / "media", b"{}"))

    (tmp_path / "packed").write_bytes(packing.read())
    unpack(tmp_path / "packed", there)

    found = {str(file.relative_to(there)): file.read_bytes() for file in there.rglob("*") if file.is_file()}
    assert found == {LABEL: b"{}", STORE: bytes(3_000), str(Path("media") / ("a" * 64)): b"sealed"}


def test_a_member_that_is_mostly_a_hole_is_refused_before_it_fills_the_disk(tmp_path: Path) -> None:
    label = tarfile.TarInfo(LABEL)
    label.size = 2
    packed, there = tmp_path / "packed", tmp_path / "there"
    there.mkdir()
    packed.write_bytes(
        a_sparse_member(STORE, 1 << 28) + label.tobuf() + b"{}".ljust(512, b"\0") + bytes(1024)
    )

    with pytest.raises(OutsideFailed) as refused:
        unpack(packed, there)

    assert refused.value.happened.id == "store.backup-damaged"
    assert list(there.iterdir()) == []
