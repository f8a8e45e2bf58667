"""The command line compares faces only where the school's newest decision allows it."""

from pathlib import Path

from smadmin.domain.law import LawDecision
from smadmin.services.photos.permission import comparing_blockers
from smadmin.services.students.law import Law
from tests.school import make_school


def test_comparing_is_off_until_the_school_decides_for_it_and_after_it_decides_against_it(
    tmp_path: Path,
) -> None:
    school = make_school(tmp_path)
    law = Law(school.desk)
    allowed = [comparing_blockers(school.desk) == ()]

    for matching in (True, False):
        law.decide(school.by("pat"), LawDecision("CO", "Pat Winters", "counsel's letter", matching))
        allowed.append(comparing_blockers(school.desk) == ())

    assert allowed == [False, True, False]
    school.rest()
