"""Where the samples of a track lie in an MP4 or MOV file, by its tables. Runs in a jailed process only."""

import struct
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
_FULL_HEAD = 8
"""Version, flags and a count come before a table's rows."""


def sample_places(body: bytearray, tables: Mapping[bytes, tuple[int, int]]) -> list[tuple[int, int]]:
    """Give where the chunks of a track lie: first byte and number of bytes, those that touch made one.

    Args:
        body: the file.
        tables: where the content of each box of the sample table begins and ends.

    Raises:
        struct.error, KeyError, ValueError: the tables don't agree, or point out of the file.
    """
    offsets, sizes = _offsets(body, tables), _sizes(body, tables)
    per_chunk = _per_chunk(body, tables[b"stsc"], len(offsets))
    if int(per_chunk.sum()) > len(sizes):
        raise ValueError("more samples in chunks than there are")
    ends = np.cumsum(np.concatenate(([0], sizes)))
    last = np.cumsum(per_chunk)
    lengths = ends[last] - ends[last - per_chunk]
    if len(offsets) and (int(offsets.min()) < 0 or int((offsets + lengths).max()) > len(body)):
        raise ValueError("a chunk lies outside of the file")
    return _joined(offsets, lengths)


def _offsets(body: bytearray, tables: Mapping[bytes, tuple[int, int]]) -> Numbers:
    wide = b"co64" in tables
    place = tables[b"co64" if wide else b"stco"]
    return _column(body, place, ">u8" if wide else ">u4", after=_FULL_HEAD)


def _sizes(body: bytearray, tables: Mapping[bytes, tuple[int, int]]) -> Numbers:
    start, end = tables[b"stsz"]
    same, count = struct.unpack_from(">II", body, start + 4)
    if same:
        if count > len(body):
            raise ValueError("more samples than bytes")
        return np.full(count, same, dtype=np.int64)
    if start + 12 + 4 * count > end:
        raise ValueError("the table is shorter than it says")
    return np.frombuffer(body, dtype=">u4", count=count, offset=start + 12).astype(np.int64)


def _per_chunk(body: bytearray, place: tuple[int, int], chunks: int) -> Numbers:
    rows = _column(body, place, ">u4", after=_FULL_HEAD, across=3).reshape(-1, 3)
    firsts = rows[:, 0] - 1
    if not chunks:
        return np.zeros(0, dtype=np.int64)
    if not len(rows) or firsts[0] != 0 or (np.diff(firsts) <= 0).any() or firsts[-1] >= chunks:
        raise ValueError("chunks aren't in order")
    return np.repeat(rows[:, 1], np.diff(np.concatenate((firsts, [chunks]))))


def _column(body: bytearray, place: tuple[int, int], kind: str, *, after: int, across: int = 1) -> Numbers:
    start, end = place
    (count,) = struct.unpack_from(">I", body, start + 4)
    width = np.dtype(kind).itemsize * across
    if start + after + count * width > end:
        raise ValueError("the table is shorter than it says")
    read = np.frombuffer(body, dtype=kind, count=count * across, offset=start + after)
    return read.astype(np.int64)


def _joined(offsets: Numbers, lengths: Numbers) -> list[tuple[int, int]]:
    order = np.argsort(offsets, kind="stable")
    places: list[tuple[int, int]] = []
    for start, length in zip(offsets[order].tolist(), lengths[order].tolist(), strict=True):
        if places and start <= places[-1][0] + places[-1][1]:
            begun, size = places[-1]
            places[-1] = (begun, max(size, start + length - begun))
        else:
            places.append((start, length))
    return places
