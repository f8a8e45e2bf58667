"""Writes HEIC for tests: the wheels that encode it bundle GPL code, so this writes each sample as it is.

HEVC (ITU-T H.265) lets a block be plain samples (`pcm_flag`). A picture of such blocks needs no prediction
and no transform: parameter sets, a slice of 32 by 32 blocks, and the boxes of ISO/IEC 23008-12 around it.
Its files are large, and every decoder reads them.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_BLOCK = 32
_VPS, _SPS, _PPS, _IDR = 32, 33, 34, 20
_STILL_PICTURE, _LEVEL = 3, 186
_LPS = (
    "128,176,208,240 128,167,197,227 128,158,187,216 123,150,178,205 116,142,169,195 111,135,160,185 "
    "105,128,152,175 100,122,144,166 95,116,137,158 90,110,130,150 85,104,123,142 81,99,117,135 "
    "77,94,111,128 73,89,105,122 69,85,100,116 66,80,95,110 62,76,90,104 59,72,86,99 56,69,81,94 "
    "53,65,77,89 51,62,73,85 48,59,69,80 46,56,66,76 43,53,63,72 41,50,59,69 39,48,56,65 37,45,54,62 "
    "35,43,51,59 33,41,48,56 32,39,46,53 30,37,43,50 29,35,41,48 27,33,39,45 26,31,37,43 24,30,35,41 "
    "23,28,33,39 22,27,32,37 21,26,30,35 20,24,29,33 19,23,27,31 18,22,26,30 17,21,25,28 16,20,23,27 "
    "15,19,22,25 14,18,21,24 14,17,20,23 13,16,19,22 12,15,18,21 12,14,17,20 11,14,16,19 11,13,15,18 "
    "10,12,15,17 10,12,14,16 9,11,13,15 9,11,12,14 8,10,12,14 8,9,11,13 7,9,11,12 7,9,10,12 "
    "7,8,10,11 6,8,9,11 6,7,9,10 6,7,8,9"
)
_RANGES = [[int(one) for one in four.split(",")] for four in _LPS.split()]
"""Table 9-52 of H.265: how much of the range the less likely bin takes, by state."""


class _Bits:
    """Bits one after another."""

    def __init__(self) -> None:
        self._bits: list[str] = []

    def u(self, many: int, value: int) -> "_Bits":
        """Add a number of so many bits."""
        self._bits.append(format(value, f"0{many}b"))
        return self

    def ue(self, *values: int) -> "_Bits":
        """Add numbers in Exp-Golomb code; signed ones are 0 here, which is written the same."""
        for value in values:
            code = format(value + 1, "b")
            self._bits.append("0" * (len(code) - 1) + code)
        return self

    def ended(self) -> bytes:
        """Give the bytes, with the stop bit and zeros behind."""
        bits = "".join((*self._bits, "1"))
        bits += "0" * (-len(bits) % 8)
        return int(bits, 2).to_bytes(len(bits) // 8, "big")


class _Coder:
    """The arithmetic coder (9.3.4.4), begun anew behind every block of plain samples."""

    def __init__(self) -> None:
        self._low, self._range, self._first, self._owed = 0, 510, True, 0
        self._bits: list[int] = []

    def likely(self, state: int) -> None:
        """Code the more likely bin in a state."""
        self._range -= _RANGES[state][self._range >> 6 & 3]
        self._renew()

    def end(self, flag: int) -> None:
        """Code a bin that may be the last one."""
        self._range -= 2
        if flag:
            self._low += self._range
            self._range = 2
        self._renew()

    def flushed(self) -> bytes:
        """Give the bytes behind a last bin of 1, with zeros up to the next whole one."""
        self._put(self._low >> 9 & 1)
        self._bits += [self._low >> 8 & 1, 1]
        bits = [*self._bits, *[0] * (-len(self._bits) % 8)]
        return np.packbits(np.array(bits, np.uint8)).tobytes()

    def _renew(self) -> None:
        while self._range < 256:
            if self._low < 256:
                self._put(0)
            elif self._low >= 512:
                self._low -= 512
                self._put(1)
            else:
                self._low -= 256
                self._owed += 1
            self._range <<= 1
            self._low <<= 1

    def _put(self, bit: int) -> None:
        if self._first:
            self._first = False
        else:
            self._bits.append(bit)
        self._bits += [1 - bit] * self._owed
        self._owed = 0


def save_heic(seen: Image.Image, file: Path) -> None:
    """Write a picture as HEIC; both sides are even, for colours stand at half the size.

    Raises:
        ValueError: a side is odd.
    """
    width, height = seen.size
    if width % 2 or height % 2:
        raise ValueError(f"{width} by {height} has an odd side")
    blocks = tuple(_blocks(seen))
    sets = (_nal(_VPS, _video_set()), _nal(_SPS, _sequence_set(width, height)), _nal(_PPS, _picture_set()))
    coded = _nal(_IDR, _slice(blocks))
    file.write_bytes(_boxed(width, height, sets, struct.pack(">I", len(coded)) + coded))


def _blocks(seen: Image.Image) -> Iterator[bytes]:
    """Give the samples of each block: brightness, then both colours at half the size."""
    wide, high = (-(-side // _BLOCK) * _BLOCK for side in seen.size)
    edges = ((0, high - seen.height), (0, wide - seen.width), (0, 0))
    padded = Image.fromarray(np.pad(np.asarray(seen.convert("YCbCr")), edges, "edge"), "YCbCr")
    luma, blue, red = padded.split()
    half = (wide // 2, high // 2)
    planes: list[tuple[NDArray[np.uint8], int]] = [(np.asarray(luma), _BLOCK)]
    planes += [(np.asarray(one.resize(half, Image.Resampling.BOX)), _BLOCK // 2) for one in (blue, red)]
    for row in range(high // _BLOCK):
        for column in range(wide // _BLOCK):
            yield b"".join(
                plane[row * side : (row + 1) * side, column * side : (column + 1) * side].tobytes()
                for plane, side in planes
            )


def _slice(blocks: Sequence[bytes]) -> bytes:
    head = (
        _Bits().u(1, 1).u(1, 0).ue(0, 2, 0).ended()
    )  # first of the picture, an I slice, no change of quality
    parts, state = [head], 0
    coder = _Coder()
    for number, block in enumerate(blocks, 1):
        coder.likely(state)  # part_mode: the block is one part
        state = min(state + 1, len(_RANGES) - 1)
        coder.end(1)  # pcm_flag
        parts += [coder.flushed(), block]
        coder = _Coder()
        coder.end(int(number == len(blocks)))
    return b"".join((*parts, coder.flushed()))


def _profile(bits: _Bits) -> _Bits:
    compatible = sum(1 << 31 - one for one in (1, 2, _STILL_PICTURE))
    return bits.u(8, _STILL_PICTURE).u(32, compatible).u(4, 0b1001).u(44, 0).u(8, _LEVEL)


def _video_set() -> bytes:
    bits = _profile(_Bits().u(4, 0).u(2, 3).u(6, 0).u(3, 0).u(1, 1).u(16, 0xFFFF))
    return bits.u(1, 1).ue(0, 0, 0).u(6, 0).ue(0).u(2, 0).ended()


def _sequence_set(width: int, height: int) -> bytes:
    wide, high = (-(-side // _BLOCK) * _BLOCK for side in (width, height))
    bits = _profile(_Bits().u(4, 0).u(3, 0).u(1, 1)).ue(0, 1, wide, high)
    bits.u(1, 1).ue(0, (wide - width) // 2, 0, (high - height) // 2)  # what is shown of the blocks
    bits.ue(0, 0, 0).u(1, 1).ue(0, 0, 0)
    bits.ue(2, 0, 0, 3, 0, 0)  # blocks of 32 only
    bits.u(1, 0).u(1, 0).u(1, 0).u(1, 1).u(4, 7).u(4, 7).ue(2, 0).u(1, 1)  # plain samples of eight bits
    return bits.ue(0).u(5, 0).ended()


def _picture_set() -> bytes:
    bits = _Bits().ue(0, 0).u(2, 0).u(3, 0).u(2, 0).ue(0, 0, 0).u(3, 0).ue(0, 0).u(6, 0)
    return bits.u(1, 0).u(1, 1).u(2, 0b01).u(2, 0).ue(0).u(2, 0).ended()  # nothing smooths between blocks


def _nal(kind: int, payload: bytes) -> bytes:
    """Frame a unit; no start code may show within."""
    return bytes((kind << 1, 1)) + re.sub(rb"\x00\x00(?=[\x00-\x03])", b"\x00\x00\x03", payload)


def _boxed(width: int, height: int, sets: Sequence[bytes], coded: bytes) -> bytes:
    profile = struct.pack(">BIHIB", _STILL_PICTURE, 0x70000000, 0x9000, 0, _LEVEL)
    arrays = b"".join(struct.pack(">BHH", 0x80 | one[0] >> 1, 1, len(one)) + one for one in sets)
    about = b"\x01" + profile + bytes.fromhex("f000fcfdf8f800000f03") + arrays
    shown = _box("ispe", struct.pack(">III", 0, width, height))
    colours = _box("colr", b"nclx" + struct.pack(">HHHB", 1, 13, 6, 0x80))
    owned = _box("ipco", _box("hvcC", about) + shown + colours)
    uses = _box("ipma", struct.pack(">IIHBBBB", 0, 1, 1, 3, 0x81, 2, 3))
    item = _box("infe", struct.pack(">IHH4sB", 2 << 24, 1, 0, b"hvc1", 0))
    kind = _box("ftyp", b"heic" + struct.pack(">I", 0) + b"mif1heic")

    def meta(at: int) -> bytes:
        where = struct.pack(">IBBHHHHII", 0, 0x44, 0, 1, 1, 0, 1, at, len(coded))
        handler = struct.pack(">II4s12xB", 0, 0, b"pict", 0)
        first = _box("pitm", struct.pack(">IH", 0, 1))
        items = _box("iinf", struct.pack(">IH", 0, 1) + item)
        parts = (_box("hdlr", handler), first, _box("iloc", where), items, _box("iprp", owned + uses))
        return _box("meta", bytes(4) + b"".join(parts))

    return kind + meta(len(kind) + len(meta(0)) + 8) + _box("mdat", coded)


def _box(kind: str, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind.encode() + content
