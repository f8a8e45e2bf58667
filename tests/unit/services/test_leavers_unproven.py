"""What another program signs for who leaves is found by nobody: not by who proves nothing either."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.people import Role
from smadmin.domain.photos.adults import AdultConsent, ConsentKind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.kept_here import Signatures
from smadmin.services.photos.consented import Consented, record_new
from smadmin.services.reading import Reader
from smadmin.services.students.checking import list_checked_on
from smadmin.services.week_rows import is_signed, signed_until
from tests.drill import Drill
from tests.road import WEEK, shipped
from tests.unit.services.test_leavers_silence import changed_program

pytestmark = pytest.mark.demand("BAL-B1b3")


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    """A school whose principal leaves, and signed with another program since."""
    drill = Drill(tmp_path)
    drill.leave(by="cem", who="pat", to="kim")
    desk, adult = drill.school.desk, AdultConsent("Ida Ash", ConsentKind.WRITTEN, WEEK)
    with changed_program(drill), desk.deed(drill.school.by("pat")) as deed:
        deed.record(Act.STILL_RIGHT, Noun.STUDENTS, None, parts={"student": {"children": 0}})
        record_new(deed, [adult], desk.ids.new)
        deed.record(Act.SIGN_WEEK, Noun.WEEKS, WEEK.isoformat())
        deed.record(Act.RESTORE, Noun.RECORDS, None)
    drill.proof.catch_up(drill.school.by("cem"))
    return drill


def test_it_makes_no_list_right(drill: Drill) -> None:
    desk = drill.school.desk
    with desk.look(drill.school.by("cem")) as unit:
        assert list_checked_on(unit, desk) is None


def test_it_is_no_adults_consent(drill: Drill) -> None:
    desk, cem = drill.school.desk, drill.school.by("cem")
    assert Consented(desk).recorded(cem) == {}
    with desk.look(cem) as unit:
        assert Reader(desk, shipped())._who_agreed(unit) == frozenset()


def test_it_is_no_signed_week_on_a_list(drill: Drill) -> None:
    mute = drill.school.desk.mute
    with drill.school.desk.look() as unit:
        assert not is_signed(unit, WEEK, mute)
        assert signed_until(unit, WEEK + timedelta(weeks=1), mute) is None


def test_it_loses_no_log_in_to_a_restore(drill: Drill) -> None:
    """Else a log-in that they put into the keyring would be taken for one that a backup lacks."""
    with drill.school.desk.look() as unit:
        trust = unit.trust.read()
        (row,) = unit.record.rows(acts=(Act.RESTORE,))
    signatures = Signatures(trust, Ed25519Verifier())
    assert Role.PRINCIPAL in trust.roles(drill.school.people["pat"], WEEK)
    assert signatures.right(row.row)
    assert not signatures.rightful(row.row)
