"""Rebuilds CenterFace in whole numbers: the same faces in half the time and a quarter of the memory.

The picture goes in as it is, eight bits a colour. Normalisations are folded into convolutions, and the four
answers become one. How large each value of the network gets was measured once (`centerface_ranges`).
"""

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, checker, helper, numpy_helper

from house.models.centerface_ranges import RANGES
from house.models.whole import Conv, Numbers, Sum, Writer, leave_out_the_dead

NAME = "centerface-8bit.onnx"
IR_VERSION = 8
DIGEST = "87ba5eb648743ee71f5572cfe1b0e40f1694a7d96755d61b837c59b629cb6fa9"
"""SHA-256 of the file as it was tested."""
_OPSETS = {"": 17, "com.microsoft": 1}
_ANSWERS = (1, 2, 2, 10)
_LAST = "535"
"""The value that all four answers are told from."""
_BLOCK = ((0, 1), (1, 0), (1, 1))
"""Rows of a window of three that moves by two: in which block of two rows each lies, and which of the two."""


def build(data: bytes) -> bytes:
    """Give the ONNX file.

    `pictures` [n, height / 2, width / 2, 12]: RGB in blocks of 2 x 2 pixels, sides multiples of 32.
    `cells` [n x height / 4 x width / 4, 15]: for each four pixels how likely a face's centre lies there (1,
    before the sigmoid), how large it is (2), where exactly it lies (2), and its points (10).

    Raises:
        ValueError: if the data isn't CenterFace.
    """
    source = onnx.load_model_from_string(data).graph
    values = {name for node in source.node for name in node.output}
    if len(source.output) != len(_ANSWERS) or not RANGES.keys() - {"pictures"} <= values:
        raise ValueError("not CenterFace")
    steps = _steps(source)
    convs = {step.target: step for step in steps if isinstance(step, Conv)}
    leave_out_the_dead(list(convs.values()), RANGES)
    writer = Writer(RANGES)
    for step in steps:
        if isinstance(step, Conv):
            writer.conv(step)
            continue
        for unfolded in (convs[one] for one in step.sources if one in convs and convs[one].unfolds_onto):
            writer.unfold(unfolded)
        writer.sum(step)
    _tell(writer, source)
    return _file(writer)


def _steps(source: Any) -> list[Conv | Sum]:
    """Give what is computed, in order, up to the last value before the answers."""
    numbers = {one.name: numpy_helper.to_array(one).astype(np.float64) for one in source.initializer}
    users: dict[str, list[Any]] = {}
    for node in source.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    steps: list[Conv | Sum] = []
    for node in source.node:
        target = _after_relu(node.output[0], users)
        values = [name for name in node.input if name not in numbers]
        parameters = [numbers[name] for name in node.input if name in numbers]
        if node.op_type == "Add":
            steps.append(Sum(values, target))
        elif node.op_type == "Conv" and values != [_LAST]:
            steps.append(_conv(node, target, parameters))
        elif node.op_type == "ConvTranspose":
            (normal,) = users[node.output[0]]
            target = _after_relu(normal.output[0], users)
            (sum_,) = users[target]
            (onto,) = set(sum_.input) - {target}
            folded = _normalised(parameters[0], normal, [numbers[name] for name in normal.input[1:]])
            steps.append(Conv(node.input[0], target, *folded, how={}, unfolds_onto=onto))
    return steps


def _after_relu(value: str, users: dict[str, list[Any]]) -> str:
    """Give a value's name after what is below nothing was cut off: its range does that."""
    follows = users.get(value, [])
    return str(follows[0].output[0]) if [one.op_type for one in follows] == ["Relu"] else value


def _conv(node: Any, target: str, parameters: list[Numbers]) -> Conv:
    weights, biases = parameters
    if not node.input[0].isdecimal():  # the picture; all other values have numbers
        return Conv("pictures", target, _on_blocks(weights), biases, {"pads": [1, 1, 0, 0]})
    given = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    how = {name: given[name] for name in ("group", "pads", "strides")}
    return Conv(node.input[0], target, weights, biases, how)


def _on_blocks(weights: Numbers) -> Numbers:
    """Give the weights of a window of 3 x 3 that moves by two, for a picture in blocks of 2 x 2."""
    filters, colours = weights.shape[:2]
    blocks = np.zeros((filters, 2, 2, colours, 2, 2))
    for row, (down, lower) in enumerate(_BLOCK):
        for column, (across, right) in enumerate(_BLOCK):
            blocks[:, lower, right, :, down, across] = weights[:, :, row, column]
    return blocks.reshape(filters, 4 * colours, 2, 2)


def _normalised(weights: Numbers, normal: Any, parameters: list[Numbers]) -> tuple[Numbers, Numbers]:
    """Give weights and biases for the four places that one becomes, with what follows folded in."""
    gamma, beta, mean, variance = parameters
    (epsilon,) = (one.f for one in normal.attribute if one.name == "epsilon")
    factor = gamma / np.sqrt(variance + epsilon)
    channels, filters = weights.shape[:2]
    four = (weights * factor[:, None, None]).transpose(2, 3, 1, 0).reshape(4 * filters, channels, 1, 1)
    return four, np.tile(beta - mean * factor, 4)


def _tell(writer: Writer, source: Any) -> None:
    """Write the four answers as one, in fractions: box and points are told to a part of a pixel."""
    numbers = {one.name: numpy_helper.to_array(one) for one in source.initializer}
    heads = [[numbers[name] for name in node.input[1:]] for node in source.node if node.input[0] == _LAST]
    weights = np.concatenate([head[0][:, :, 0, 0] for head in heads]).T
    writer.node("DequantizeLinear", [_LAST, *writer.scale(_LAST)], "features")
    shape = writer.constant("one after the other", np.array([-1, len(weights)], np.int64))
    writer.node("Reshape", ["features", shape], "listed")
    answers = writer.constant("answers", np.ascontiguousarray(weights))
    levels = writer.constant("levels", np.concatenate([head[1] for head in heads]))
    writer.node("Gemm", ["listed", answers, levels], "cells")


def _file(writer: Writer) -> bytes:
    pictures = helper.make_tensor_value_info("pictures", TensorProto.UINT8, ["n", "height", "width", 12])
    cells = helper.make_tensor_value_info("cells", TensorProto.FLOAT, ["cells", sum(_ANSWERS)])
    made = helper.make_graph(writer.nodes, "CenterFace", [pictures], [cells], list(writer.constants.values()))
    opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS.items()]
    model = helper.make_model(made, opset_imports=opsets, ir_version=IR_VERSION)
    model.producer_name = "smadmin"
    checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))
