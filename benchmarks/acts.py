"""What the daily roads cost a person: presses, keys that aren't text, sign-ins; `python3 dev.py bench acts`.

The roads are the journeys' own, on the real window. It ends with 1 where one costs more than its figure.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smadmin.app.application import make_application
from tests.journeys.account_road import request_to_live
from tests.journeys.forty_road import first_look_at_ten, second_look_at_ten
from tests.journeys.hand import Acts
from tests.journeys.leaving_road import leave_something_behind, somebody_leaves
from tests.journeys.notice_road import send_notice, sign_a_text
from tests.journeys.photo_road import FOUR, photo_job, plan_and_sign
from tests.journeys.roads import permit_alone, text_only_post
from tests.journeys.sitting import Sitting, sitting


@dataclass(frozen=True)
class Leg:
    """A part of a road, and its figures."""

    name: str
    walk: Callable[[Sitting, Path], Acts]
    most_acts: int
    people: int


@dataclass(frozen=True)
class Road:
    """A road; each leg goes on where the one before ended."""

    before: Callable[[Sitting], None]
    legs: tuple[Leg, ...]


ROADS = (
    Road(
        permit_alone,
        (Leg("text-only post, standing permission", lambda seat, _: text_only_post(seat), 10, 1),),
    ),
    Road(sign_a_text, (Leg("a notice, from sign-in to released", lambda seat, _: send_notice(seat), 4, 1),)),
    Road(plan_and_sign, (Leg("four photos to two accounts", lambda seat, _: photo_job(seat, FOUR), 50, 2),)),
    Road(
        lambda _seat: None,
        (
            Leg("40 HEIC photos, ten picked: first look", first_look_at_ten, 60, 1),
            Leg("40 HEIC photos, ten picked: second look", lambda seat, _: second_look_at_ten(seat), 25, 1),
        ),
    ),
    Road(
        lambda _seat: None,
        (Leg("a new account, from request to live", lambda seat, _: request_to_live(seat), 70, 3),),
    ),
    Road(
        leave_something_behind,
        (Leg("somebody with four accounts leaves", lambda seat, _: somebody_leaves(seat), 45, 2),),
    ),
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
            for leg in road.legs:
                seat.hand.acts = Acts()
                acts = leg.walk(seat, Path(folder) / "camera")
                figures = (
                    f"{acts.presses:>8}{acts.keys:>6}{acts.sign_ins:>10}{acts.total:>6}{leg.most_acts:>6}"
                )
                print(f"{leg.name:<40}{figures}{len(acts.people):>8}", flush=True)
                over += acts.total > leg.most_acts or len(acts.people) > leg.people
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
