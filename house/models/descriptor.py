"""Rebuilds dlib's face network as ONNX, with the same numbers as result and many times its speed.

The mean and the affine layers are folded into the convolutions, which is exact up to rounding. Where dlib
adds two paths of different size it fills the smaller one with zeros at its end: channels on the pooled
path, rows and columns on the convolved one.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

from house.models.dlib_net import MEAN, SIDE_PX, Floats, Layer, read

OPSET = 17
IR_VERSION = 8
DIGEST = "39c969eb69df56797e9d78a56989e2edffaf67d083e1c895b8f6f2fb131f82a6"
"""SHA-256 of the file as it was tested."""
_SCALE = 256.0


@dataclass
class _Path:
    """A value of the graph: its name, channels, and side in pixels."""

    name: str
    channels: int
    side: int


@dataclass
class _Graph:
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        output = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def constant(self, value: Any) -> str:
        name = f"numbers_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(value, name))
        return name


def build(data: bytes) -> bytes:
    """Give the ONNX file of dlib's network: `pictures` [n, 3, 150, 150] RGB 0-255 to `descriptors` [n, 128].

    Raises:
        ValueError: if the data isn't dlib's face network.
    """
    graph, layers = _Graph(), read(data)
    path = _Path("pictures", 3, SIDE_PX)
    tagged: _Path = path
    skipped: _Path = path
    for place, layer in enumerate(layers):
        match layer.kind:
            case "con":
                path = _convolved(graph, path, layer, layers[place + 1], first=place == 0)
            case "relu":
                path = _Path(graph.node("Relu", path.name), path.channels, path.side)
            case "max" | "avg":
                path = _pooled(graph, path, layer)
            case "tag" if layers[place + 1].kind == "con":
                tagged = path  # dlib's tag1: where the block begins
            case "tag":
                skipped = path  # tag2: the convolved path, while the other one is pooled
            case "skip":
                path = tagged
            case "add":
                # a plain block adds where it began; one that halves adds its two paths
                other = skipped if layers[place - 1].kind == "avg" else tagged
                path = _added(graph, path, other)
            case "fc":
                path = _Path(graph.node("MatMul", path.name, graph.constant(layer.weights.copy())), 128, 1)
    graph.nodes[-1].output[0] = "descriptors"
    return _file(graph)


def _convolved(graph: _Graph, path: _Path, layer: Layer, affine: Layer, *, first: bool) -> _Path:
    weights, biases = _folded(layer, affine, first=first)
    pad = 1 if layer.stride == 1 else 0
    name = graph.node(
        "Conv",
        path.name,
        graph.constant(weights),
        graph.constant(biases),
        strides=[layer.stride] * 2,
        pads=[pad] * 4,
    )
    side = (path.side + 2 * pad - layer.window) // layer.stride + 1
    return _Path(name, weights.shape[0], side)


def _folded(layer: Layer, affine: Layer, *, first: bool) -> tuple[Floats, Floats]:
    weights, biases = layer.weights.astype(np.float64), layer.biases.astype(np.float64)
    if first:
        biases = biases - np.einsum("fkrc,k->f", weights, np.array(MEAN, np.float64)) / _SCALE
        weights = weights / _SCALE
    gamma, beta = affine.weights.astype(np.float64), affine.biases.astype(np.float64)
    return (
        (weights * gamma[:, None, None, None]).astype(np.float32),
        (biases * gamma + beta).astype(np.float32),
    )


def _pooled(graph: _Graph, path: _Path, layer: Layer) -> _Path:
    if not layer.stride:
        return _Path(graph.node("ReduceMean", path.name, axes=[2, 3], keepdims=0), path.channels, 1)
    kind = "MaxPool" if layer.kind == "max" else "AveragePool"
    shape = {"kernel_shape": [layer.window] * 2, "strides": [layer.stride] * 2}
    side = (path.side - layer.window) // layer.stride + 1
    return _Path(graph.node(kind, path.name, **shape), path.channels, side)


def _added(graph: _Graph, path: _Path, other: _Path) -> _Path:
    channels, side = max(path.channels, other.channels), max(path.side, other.side)
    names = []
    for one in (path, other):
        wanted = (channels - one.channels, side - one.side, side - one.side)
        if any(wanted):
            pads = graph.constant(np.array([0, 0, 0, 0, 0, *wanted], np.int64))
            names.append(graph.node("Pad", one.name, pads))
        else:
            names.append(one.name)
    return _Path(graph.node("Add", *names), channels, side)


def _file(graph: _Graph) -> bytes:
    pictures = helper.make_tensor_value_info("pictures", TensorProto.FLOAT, ["n", 3, SIDE_PX, SIDE_PX])
    descriptors = helper.make_tensor_value_info("descriptors", TensorProto.FLOAT, ["n", 128])
    name = "dlib_face_recognition_resnet"
    made = helper.make_graph(graph.nodes, name, [pictures], [descriptors], graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    model.producer_name = "smadmin"
    checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString(deterministic=True))
