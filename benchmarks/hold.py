"""Stops everything while a thousand posts wait to go out: how long the press takes, and what it writes.

`python3 dev.py bench hold` (some minutes, for the posts are written, released and begun one by one), or
`bench hold 100` for fewer. The press is what the key does: the signed row, and the network stopped. Then the
list of what was met, and each of them asked anew by what decides whether it may leave.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from smadmin.domain.sending import Next
from smadmin.publishing.web import Web
from smadmin.services.crises import Crises
from tests.direct import make_direct

POSTS, TIMES = 1_000, 9
FELT_MS = 100.0


def main() -> int:
    """Print the times; 1 where the press is felt or something would still leave."""
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else POSTS
    with tempfile.TemporaryDirectory() as folder:
        direct = make_direct(Path(folder))
        road, web = direct.road, Web()
        by, crises = road.by, Crises(road.school.desk, road.proof)
        began = time.monotonic()
        queued = [direct.intended(direct.released()) for _ in range(posts)]
        print(f"{posts} posts wait; written, released and begun in {time.monotonic() - began:.0f} s")
        took = []
        for _ in range(TIMES):
            pressed = time.perf_counter()
            crises.hold(by("pat"))
            web.stop(direct.sendings.spared)
            took.append((time.perf_counter() - pressed) * 1000)
            crises.go_on(by("pat"), "It was the bench.")
        crises.hold(by("pat"))
        print(f"the press: {median(took):.1f} ms, at most {max(took):.1f} ms in {TIMES}")
        read = time.perf_counter()
        sheet = crises.sheet(by("pat"))
        print(f"what it met: {(time.perf_counter() - read) * 1000:.0f} ms")
        held = [direct.sendings.standing(by("ana"), one).decision.next is Next.HOLD for one in queued]
        stopped = 0 if sheet is None else sheet.stopped
        print(f"{sum(held)} of {posts} stay, {stopped} are named")
    return int(median(took) > FELT_MS or sum(held) < posts or stopped < posts)


if __name__ == "__main__":
    sys.exit(main())
