"""A yes that was given outside: its scan is asked for, not only named."""

from pathlib import Path

import pytest

from smadmin.domain.vocabulary import Act, Noun
from tests.faults.forgeries import sign_row
from tests.openings import YESTERDAY, School


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_a_yes_from_outside_counts_only_with_the_scan_that_was_signed(school: School) -> None:
    account, bo = school.asked(), school.by("bo")
    asked = school.sheet(account).life.asked
    assert asked is not None
    letter = school.road.media.seal(b"a picture of a letter", "image")
    with school.desk.deed(bo) as deed:
        deed.unit.media.add(letter)
    said = {"asked": asked.seq, "step": "principal", "said_by": "Pat Winters", "how": "letter"}
    said |= {"day": YESTERDAY.isoformat(), "scan": letter.id}

    for lie in ({"scan": "0199c82c-0000-7000-8000-000000000000"}, {"sha256": "0" * 64}, {}):
        whole = {"sha256": letter.sha256, **said, **lie} if lie else said
        sign_row(school.road, bo, Act.ENTER_APPROVAL, Noun.ACCOUNTS, account, approval=whole)
        assert school.sheet(account).life.yeses == ()

    told = {**said, "sha256": letter.sha256}
    sign_row(school.road, bo, Act.ENTER_APPROVAL, Noun.ACCOUNTS, account, approval=told)
    assert [one.scan for one in school.sheet(account).life.yeses] == [letter.id]
