"""What goes with somebody who leaves is found in the store, in the order in which it is dealt with."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from tests.drill import SECRET, Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def test_one_act_lists_every_line_in_its_order(drill: Drill) -> None:
    mine = drill.account(Platform.X, "lincoln_es", login="ana@lincoln.example")
    page = drill.account(Platform.FACEBOOK, "lincolnes")
    blog = drill.account(Platform.WORDPRESS, "blog")
    drill.vault.keep(drill.school.by("ana"), mine, SECRET)

    departure = drill.leave()

    keys = [line.key for line in drill.see(departure).departure.lines]
    assert keys == [
        "queue",
        f"log-in:{mine}",
        f"log-in:{blog}",
        "rights",
        f"roles:{page}",
        f"password:{mine}",
        f"password:{blog}",
        f"sessions:{mine}",
        "copies",
    ]
