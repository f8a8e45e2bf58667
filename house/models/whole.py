"""Writes a network of convolutions in whole numbers of eight bits.

Every value is a step of its own scale, every filter's weights of another. No two weights of a filter are
together more than `MOST`: processors without VNNI add two products in sixteen bits, so only then does each
processor give the same numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import helper, numpy_helper

MOST = 127
_LEAST_STEP = 1e-9
_BIAS_BITS = 29
_CONTRIBUTED = "com.microsoft"
_SURELY = 0.4
"""Less than half a step becomes none; what lies between is for rounding."""
_TOGETHER = 16
"""Processors take so many channels at once; what is left over takes as long again."""

Numbers = NDArray[np.float64]
Range = tuple[float, float]


@dataclass
class Conv:
    """A convolution from one value to another.

    Args:
        weights: [filters, channels, rows, columns].
        how: its attributes in ONNX.
        unfolds_onto: where each place becomes 2 x 2, the value whose size it takes and that it is added to.
    """

    source: str
    target: str
    weights: Numbers
    biases: Numbers
    how: dict[str, Any]
    unfolds_onto: str = ""

    @property
    def by_channel(self) -> bool:
        """Tell whether each channel has one filter of its own."""
        return int(self.how.get("group", 1)) > 1


@dataclass
class Sum:
    """Two values added."""

    sources: Sequence[str]
    target: str


@dataclass
class Writer:
    """The graph as it grows.

    Args:
        ranges: the least and the largest of each value.
    """

    ranges: Mapping[str, Range]
    nodes: list[Any] = field(default_factory=list)
    constants: dict[str, Any] = field(default_factory=dict)

    def constant(self, name: str, value: Any) -> str:
        """Keep numbers under a name."""
        self.constants[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def node(self, kind: str, inputs: Sequence[str], output: str, **how: Any) -> None:
        """Add an operation."""
        domain = _CONTRIBUTED if kind.startswith("QLinear") else ""
        self.nodes.append(helper.make_node(kind, list(inputs), [output], output, domain=domain, **how))

    def scale(self, value: str) -> list[str]:
        """Give the names of a value's scale and zero."""
        step, zero = step_of(self.ranges[value])
        return [
            self.constant(f"{value} step", np.float32(step)),
            self.constant(f"{value} zero", np.uint8(zero)),
        ]

    def conv(self, conv: Conv) -> None:
        """Write a convolution."""
        source_step, _ = step_of(self.ranges[conv.source])
        weights, steps = in_steps(conv.weights, least=np.abs(conv.biases) / (source_step * 2**_BIAS_BITS))
        biases = np.round(conv.biases / (source_step * steps)).astype(np.int32)
        written = f"{conv.target} folded" if conv.unfolds_onto else conv.target
        inputs = [
            conv.source,
            *self.scale(conv.source),
            self.constant(f"{conv.target} weights", weights),
            self.constant(f"{conv.target} weight steps", steps.astype(np.float32)),
            self.constant(f"{conv.target} weight zeros", np.zeros(len(steps), np.int8)),
            *self.scale(conv.target),
            self.constant(f"{conv.target} biases", biases),
        ]
        window = list(conv.weights.shape[2:])
        self.node("QLinearConv", inputs, written, channels_last=1, kernel_shape=window, **conv.how)

    def sum(self, sum_: Sum) -> None:
        """Write a sum."""
        inputs = [name for one in sum_.sources for name in (one, *self.scale(one))]
        self.node("QLinearAdd", [*inputs, *self.scale(sum_.target)], sum_.target)

    def unfold(self, conv: Conv) -> None:
        """Lay each place's four results out as 2 x 2 places, as large as the value they are added to."""
        folded, channels = f"{conv.target} folded", len(conv.weights) // 4
        rows = self.constant(f"{conv.target} rows", np.array([0, 0, 0, 2, 2 * channels], np.int64))
        self.node("Reshape", [folded, rows], f"{conv.target} in rows")
        self.node("Transpose", [f"{conv.target} in rows"], f"{conv.target} laid out", perm=[0, 1, 3, 2, 4])
        self.node("Shape", [conv.unfolds_onto], f"{conv.target} size")
        self.node("Reshape", [f"{conv.target} laid out", f"{conv.target} size"], conv.target)


def step_of(range_: Range) -> tuple[float, int]:
    """Give how much one step of a value is, and which step is nothing."""
    least, most = range_
    step = float(np.float32((most - least) / 255))
    return step, round(-least / step)


def in_steps(weights: Numbers, *, least: Numbers) -> tuple[NDArray[np.int8], Numbers]:
    """Give weights in whole steps, and each filter's step, no smaller than `least`."""
    flat = np.sort(np.abs(weights).reshape(len(weights), -1), axis=1)
    two_largest = flat[:, -1] + flat[:, -2]
    steps = np.maximum(np.maximum(two_largest / MOST, least), _LEAST_STEP)
    steps = steps.astype(np.float32).astype(np.float64)
    whole = np.round(weights / steps[:, None, None, None])
    return np.clip(whole, -MOST, MOST).astype(np.int8), steps


def leave_out_the_dead(convs: Sequence[Conv], ranges: Mapping[str, Range]) -> None:
    """Take out the channels between two convolutions that are nothing whatever the picture is.

    A value lies within its range, so what a filter can give at most is known; less than half a step is
    nothing. As many are left out as leaves whole groups of `_TOGETHER`.
    """
    for widens, each, narrows in zip(convs, convs[1:], convs[2:], strict=False):
        if not each.by_channel or each.source != widens.target or narrows.source != each.target:
            continue
        live = _live(widens, each, ranges)
        live[np.flatnonzero(~live)[: -live.sum() % _TOGETHER]] = True
        for conv in (widens, each):
            conv.weights, conv.biases = conv.weights[live], conv.biases[live]
        each.how["group"] = int(live.sum())
        narrows.weights = narrows.weights[:, live]


def _live(widens: Conv, each: Conv, ranges: Mapping[str, Range]) -> NDArray[np.bool_]:
    """Tell which channels can be anything after the second of two convolutions."""
    reached = np.minimum(_most(widens, ranges[widens.source]), ranges[widens.target][1])
    reached = np.where(reached < _SURELY * step_of(ranges[widens.target])[0], 0, reached)
    most = each.biases + np.maximum(each.weights, 0).sum((1, 2, 3)) * reached
    return np.asarray(most >= _SURELY * step_of(ranges[each.target])[0])


def _most(conv: Conv, range_: Range) -> Numbers:
    least, most = range_
    reach = np.maximum(conv.weights * least, conv.weights * most)
    return np.asarray(conv.biases + reach.sum((1, 2, 3)))
