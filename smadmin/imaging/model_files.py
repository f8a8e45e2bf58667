"""Which files the networks are, and whether they are there: the one thing the program's own process asks."""

import importlib.util

from smadmin import resources

FINDER = "models/centerface-8bit.onnx"
DESCRIBER = "models/dlib_face_recognition_resnet_model_v1.onnx"


def are_there() -> bool:
    """Tell whether the networks can be loaded, without loading them."""
    try:
        for file in (FINDER, DESCRIBER):
            resources.find(file)
    except FileNotFoundError:
        return False
    return importlib.util.find_spec("onnxruntime") is not None
