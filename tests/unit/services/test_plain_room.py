"""What a command may know where nobody signs in."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from smadmin.domain.cadence import CadenceStage
from smadmin.services.plain_room import PlainRoom
from tests.road import make_road


def test_an_account_is_judged_as_the_plan_judges_it(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    room = PlainRoom(road.school.desk)
    late = road.school.clock.now().date() + timedelta(days=90)

    assert room.cadence() == road.plan.cadence()
    assert room.cadence(late) == road.plan.cadence(late)
    assert room.cadence(late)[0].cadence.stage is CadenceStage.ABANDONED


def test_it_is_open_without_what_reads_posts_or_sees_photos() -> None:
    heavy = {"smadmin.domain.policy.proofreading", "smadmin.services.office", "numpy", "PySide6"}
    look = f"import sys, smadmin.services.plain_room; print(*sorted({heavy!r} & set(sys.modules)))"

    asked = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert asked.stdout.split() == []
