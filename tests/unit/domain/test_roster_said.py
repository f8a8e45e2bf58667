"""What the record says of the children's rows: only who stays, and had a right to it, changes it."""

from dataclasses import replace

from smadmin.domain.records import Body, state_digest
from smadmin.domain.roster_said import RosterSaid
from smadmin.domain.vocabulary import Act, Noun
from tests.listed import key_of, row

PAT = key_of("pat")
BEFORE, EDITED, PLANTED = state_digest({}), "edited", "planted"


def said(act: Act, roster: str, noun: Noun = Noun.STUDENTS) -> Body:
    return replace(row(act.value, PAT, noun=noun.value), roster=roster)


def test_an_edit_of_who_stays_is_what_the_record_says() -> None:
    roster = RosterSaid()

    assert roster.take(said(Act.OPT_OUT, EDITED), entitled_to_it=True, counts=True)
    assert roster.digest == EDITED


def test_another_rows_digest_may_not_change() -> None:
    roster = RosterSaid()

    assert roster.take(said(Act.HOLD, BEFORE, Noun.ACCOUNTS), entitled_to_it=True, counts=True)
    assert not roster.take(said(Act.HOLD, EDITED, Noun.ACCOUNTS), entitled_to_it=True, counts=True)


def test_who_had_no_right_to_it_changes_nothing() -> None:
    roster = RosterSaid()

    roster.take(said(Act.OPT_OUT, EDITED), entitled_to_it=False, counts=True)

    assert roster.digest == BEFORE


def test_what_who_leaves_planted_is_borne_out_by_nobody_until_a_restore() -> None:
    roster = RosterSaid()
    roster.take(said(Act.OPT_OUT, EDITED), entitled_to_it=True, counts=True)

    roster.take(said(Act.OPT_OUT, PLANTED), entitled_to_it=True, counts=False)
    assert roster.digest == EDITED
    roster.take(said(Act.OPT_OUT, "built on it"), entitled_to_it=True, counts=True)
    assert roster.digest == EDITED

    roster.take(said(Act.RESTORE, "built on it", Noun.RECORDS), entitled_to_it=True, counts=True)
    assert roster.digest == "built on it"
    roster.take(said(Act.OPT_OUT, "after it"), entitled_to_it=True, counts=True)
    assert roster.digest == "after it"


def test_a_restore_of_who_leaves_decides_nothing() -> None:
    roster = RosterSaid()
    roster.take(said(Act.OPT_OUT, PLANTED), entitled_to_it=True, counts=False)

    roster.take(said(Act.RESTORE, PLANTED, Noun.RECORDS), entitled_to_it=True, counts=False)

    assert roster.digest == BEFORE
