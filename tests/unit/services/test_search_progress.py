"""How far a search is, as the logins signed it."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain import sweep_tasks as pieces
from smadmin.services.search_progress import progress_of
from tests.sweeping import make_sweeping


def test_what_was_signed_counts_and_an_end_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    sweeping = make_sweeping(tmp_path)
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    login, clock = sweeping.login(), sweeping.room.school.clock
    list(login.seat.go_on(login.by))

    with sweeping.room.school.desk.look() as unit:
        proven = sweeping.proof.now(unit)
        now = progress_of(proven, sweeping.sweep, clock.at)
        later = progress_of(proven, sweeping.sweep, clock.at + timedelta(hours=24))
        assert progress_of(proven, "another", clock.at) is None

    assert now is not None
    assert later is not None
    assert (now.done, now.waiting, now.running, later.running) == (2, 2, True, False)
    assert now.seats == (sweeping.room.school.seat.id,)
    assert now.ends_at == clock.at + pieces.LASTS
