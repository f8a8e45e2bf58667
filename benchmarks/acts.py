"""What the daily roads cost a person: presses, keys that aren't text, sign-ins; `python3 dev.py bench acts`.

The roads are the journeys' own, on the real window. It ends with 1 where one costs more than its figure.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smadmin.app.window import make_application
from tests.journeys.hand import Acts
from tests.journeys.photo_road import FOUR, photo_job, plan_and_sign
from tests.journeys.roads import permit_alone, text_only_post
from tests.journeys.sitting import Sitting, sitting


@dataclass(frozen=True)
class Road:
    """A road and its figures."""

    name: str
    before: Callable[[Sitting], None]
    walk: Callable[[Sitting], Acts]
    most_acts: int
    people: int


ROADS = (
    Road("text-only post, standing permission", permit_alone, text_only_post, 12, 1),
    Road("four photos to two accounts", plan_and_sign, lambda seat: photo_job(seat, FOUR), 60, 2),
)


def main() -> int:
    """Walk each road once in a sample school of its own."""
    application = make_application()
    over = 0
    print(f"{'road':<40}{'presses':>8}{'keys':>6}{'sign-ins':>10}{'acts':>6}{'most':>6}{'people':>8}")
    for road in ROADS:
        with tempfile.TemporaryDirectory() as folder, sitting(application, Path(folder) / "data") as seat:
            seat.look_around()
            road.before(seat)
            acts = road.walk(seat)
        figures = f"{acts.presses:>8}{acts.keys:>6}{acts.sign_ins:>10}{acts.total:>6}{road.most_acts:>6}"
        print(f"{road.name:<40}{figures}{len(acts.people):>8}", flush=True)
        over += acts.total > road.most_acts or len(acts.people) > road.people
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
