"""Where things lie."""

from pathlib import Path

from smadmin.services.backup_files import FOLDER
from smadmin.services.whereabouts import whereabouts


def test_everything_lies_in_the_folder_that_was_named_and_nothing_is_made(tmp_path: Path) -> None:
    named = tmp_path / "school"

    where = whereabouts(named)

    assert where.store == named
    assert where.backups == named / FOLDER
    assert where.log.parent == named
    assert not named.exists()
