"""The browser folders of accounts that are closed: they go by a signed row, never by a table alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.logins import PAT, sit_down
from tests.unit.services.test_left_folders import TwoLogins


@pytest.fixture
def there(tmp_path: Path) -> TwoLogins:
    return TwoLogins(tmp_path)


def test_the_folder_of_a_closed_account_goes_with_the_next_start(there: TwoLogins) -> None:
    with there.first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        office.accounts.close(office.session.actor, there.account, why="Nobody reads it.")
        office.settle()

    there.start_second()

    assert not there.folder.exists()


def test_an_account_that_is_closed_in_its_table_alone_keeps_its_log_in(there: TwoLogins) -> None:
    store = next(there.first.store.rglob("store.db"))
    with closing(sqlite3.connect(store)) as behind, behind:
        behind.execute("update account set stage = 'closed'")
        behind.execute(
            "update account set body = cast(replace(cast(body as text), ?, ?) as blob)",
            ('"stage":"set-up"', '"stage":"closed"'),
        )

    there.start_second()

    assert there.folder.exists()
