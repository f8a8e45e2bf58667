"""Reads dlib's face network from its own file format.

The file nests: each wrapper writes its version, then the network under it, then its own numbers. So versions
come first, from output to input, then the input layer, then the payloads from input to output. The network is
the one of dlib's `dnn_face_recognition_ex.cpp`; a file of any other network is refused.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

MEAN = (122.782, 117.001, 104.298)
SIDE_PX = 150

_INFINITE = {32000: float("inf"), 32001: float("-inf"), 32002: float("nan")}
_TENSOR_VERSION = 2
_SINGLE = 0x0F
_NEGATIVE = 0x80

_PLAIN = ("relu", "add", "affine", "con", "relu", "affine", "con", "tag")
_DOWN = ("relu", "add", "avg", "skip", "tag", "affine", "con", "relu", "affine", "con", "tag")
_BLOCKS = (_DOWN, _PLAIN, _PLAIN, _DOWN, _PLAIN, _PLAIN, _DOWN, *(_PLAIN,) * 3, _DOWN, *(_PLAIN,) * 3)
LAYERS = ("loss", "fc", "avg", *(kind for block in _BLOCKS for kind in block), "max", "relu", "affine", "con")
"""From output to input."""

_NAMES = {
    "fc": "fc_2",
    "avg": "avg_pool_2",
    "max": "max_pool_2",
    "relu": "relu_",
    "add": "add_prev_",
    "affine": "affine_",
    "con": "con_4",
}
_WRAPPERS = {"tag", "skip"}


@dataclass
class Layer:
    """One layer with its numbers.

    Args:
        kind: a word of `LAYERS`.
        weights: con [filters, channels, rows, columns], fc [inputs, outputs], affine gamma [channels].
        biases: con and affine [channels].
        stride: con and pools; 0 for a pool over everything.
        window: rows and columns of a con or pool.
    """

    kind: str
    weights: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    biases: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    stride: int = 0
    window: int = 0


class _File:
    """Reads dlib's primitives, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def ended(self) -> bool:
        return self._at == len(self._data)

    def raw(self, length: int) -> bytes:
        taken = self._data[self._at : self._at + length]
        if len(taken) != length:
            raise ValueError("the file ends early")
        self._at += length
        return taken

    def integer(self) -> int:
        control = self.raw(1)[0]
        value = int.from_bytes(self.raw(control & _SINGLE), "little")
        return -value if control & _NEGATIVE else value

    def integers(self, count: int) -> tuple[int, ...]:
        return tuple(self.integer() for _ in range(count))

    def real(self) -> float:
        mantissa, exponent = self.integers(2)
        return _INFINITE[exponent] if exponent in _INFINITE else mantissa * 2.0**exponent

    def reals(self, count: int) -> tuple[float, ...]:
        return tuple(self.real() for _ in range(count))

    def text(self) -> str:
        return self.raw(self.integer()).decode("ascii")

    def flags(self, count: int) -> bytes:
        return self.raw(count)

    def tensor(self) -> Floats:
        self.expect(_TENSOR_VERSION)
        samples, channels, rows, columns = self.integers(4)
        count = samples * channels * rows * columns
        return np.frombuffer(self.raw(count * 4), "<f4").reshape(samples, channels, rows, columns)

    def alias(self) -> tuple[int, ...]:
        self.expect(1)
        return self.integers(4)

    def expect(self, version: int) -> None:
        if (found := self.integer()) != version:
            message = f"version {found} where {version} was expected"
            raise ValueError(message)

    def expect_text(self, wanted: str) -> None:
        if (found := self.text()) != wanted:
            message = f"{found!r} where {wanted!r} was expected"
            raise ValueError(message)


def read(data: bytes) -> list[Layer]:
    """Give the layers from input to output.

    Raises:
        ValueError: if this isn't dlib's face network.
    """
    file = _File(data)
    for kind in LAYERS[:-1]:
        file.expect(1 if kind in _WRAPPERS or kind == "loss" else 2)
        if kind == "loss":
            file.expect_text("loss_metric_2")
            file.reals(2)
    file.expect(3)
    _input(file)
    layers = list(_payloads(file))
    if not file.ended:
        raise ValueError("more follows after the network")
    return layers


def _input(file: _File) -> None:
    file.expect_text("input_rgb_image_sized")
    if not np.allclose(file.reals(3), MEAN) or file.integers(2) != (SIDE_PX, SIDE_PX):
        raise ValueError("another input than dlib's")


def _payloads(file: _File) -> Iterator[Layer]:
    innermost = len(LAYERS) - 1
    for place, kind in zip(range(innermost, -1, -1), reversed(LAYERS), strict=True):
        if kind in _WRAPPERS or kind == "loss":
            yield Layer(kind)
            continue
        file.expect_text(_NAMES[kind])
        yield _READERS[kind](file)
        file.flags(3)
        for _ in range(3):
            file.tensor()
        if place == innermost:
            file.integer()


def _con(file: _File) -> Layer:
    numbers = file.tensor().reshape(-1)
    filters, rows, columns, stride, *_ = file.integers(7)
    shape = file.alias()
    file.alias()
    file.reals(4)
    size = filters * shape[1] * rows * columns
    return Layer("con", numbers[:size].reshape(shape), numbers[size:], stride, columns)


def _affine(file: _File) -> Layer:
    numbers = file.tensor().reshape(-1)
    file.alias()
    file.alias()
    file.integer()
    half = len(numbers) // 2
    return Layer("affine", numbers[:half], numbers[half:])


def _fc(file: _File) -> Layer:
    outputs, inputs = file.integers(2)
    numbers = file.tensor().reshape(-1)
    file.alias()
    file.alias()
    file.integer()
    file.reals(4)
    return Layer("fc", numbers.reshape(inputs, outputs))


def _pool(kind: str, file: _File) -> Layer:
    rows, _, stride, *_ = file.integers(6)
    return Layer(kind, stride=stride if rows else 0, window=rows)


_READERS: dict[str, Callable[[_File], Layer]] = {
    "con": _con,
    "affine": _affine,
    "fc": _fc,
    "avg": lambda file: _pool("avg", file),
    "max": lambda file: _pool("max", file),
    "relu": lambda _: Layer("relu"),
    "add": lambda _: Layer("add"),
}
