"""What decides whether bytes leave: the window, the account, and whether everything is stopped."""

from datetime import timedelta
from pathlib import Path

from smadmin.domain.sending import Next
from tests.unit.services.test_crises import WHY, crises_of, founded


def test_what_missed_its_window_meanwhile_is_asked_about(tmp_path: Path) -> None:
    direct = founded(tmp_path)
    crises = crises_of(direct.road)
    by = direct.road.by
    queued = direct.intended(direct.released())
    crises.hold(by("pat"))
    assert direct.go(queued).decision.next is Next.HOLD

    direct.road.school.clock.forward(seconds=timedelta(days=8).total_seconds())
    assert direct.go(queued).decision.next is Next.ASK
    crises.go_on(by("pat"), WHY)

    assert direct.go(queued).decision.next is Next.ASK
    assert direct.platform.kept == []
