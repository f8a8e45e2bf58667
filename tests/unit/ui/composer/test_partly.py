"""A planned post of only some of the chosen accounts: none is offered, and it is said why."""

from dataclasses import replace
from datetime import date

from smadmin.domain.ids import AccountId, PersonId, SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.posts import Content
from smadmin.importing.packs import read_packs
from smadmin.resources import find
from smadmin.ui.composer.planned import offered_words
from smadmin.ui.composer.readiness import ready_lines
from smadmin.ui.composer.readings import Grounds
from smadmin.ui.theme import State
from tests.unit.ui.approvals.cases import FACEBOOK, X

ART = Slot(SlotId("art"), SchoolId("school"), AccountId("x"), date(2026, 11, 24), "art")


def test_it_is_said_why_no_planned_post_fits_all_accounts() -> None:
    lines = ready_lines(
        Content(text="Art.", accounts=(X.id, FACEBOOK.id)),
        accounts=(X, FACEBOOK),
        findings={},
        blockers=(),
        pictures=(),
        partly=ART,
    )

    assert lines[-1].state is State.NOTE
    assert lines[-1].says.id == "compose.planned-for-some"
    assert lines[-1].says.values == {"topic": "art", "account": X.label}


def grounds(*slots: Slot) -> Grounds:
    pack = next(iter(read_packs(find("policies")).values()))
    return Grounds(pack, PersonId("maya"), (X, FACEBOOK), (), (), slots, {})


def test_a_draft_without_accounts_is_offered_the_next_planned_post_with_its_accounts() -> None:
    later = replace(ART, id=SlotId("later"), day=date(2026, 11, 25), topic="zoo")
    both = (replace(ART, id=SlotId("art-too"), account=FACEBOOK.id), later, ART)
    gone = replace(ART, id=SlotId("gone"), account=AccountId("closed"), day=date(2026, 11, 20))

    assert grounds(*both, gone).next_planned(()) == (ART, (X, FACEBOOK))
    assert grounds(*both).next_planned((FACEBOOK.id,)) == (both[0], ())
    assert grounds().next_planned(()) == (None, ())
    assert offered_words(ART, (X, FACEBOOK)).values == {"topic": "art", "accounts": "X, Facebook"}
    assert offered_words(ART, (X, X, X)).values == {"topic": "art", "n": 3}


def test_what_is_planned_for_one_account_is_no_choice_for_two() -> None:
    known = grounds(ART)

    assert known.planned_for_some((X.id,)) is None
    assert known.still_for(ART.id, (X.id,)) == ART.id
    assert known.planned_for_some((X.id, FACEBOOK.id)) == ART
    assert known.still_for(ART.id, (X.id, FACEBOOK.id)) is None


def test_the_planned_post_stays_where_the_other_account_has_its_topic_too() -> None:
    other = replace(ART, id=SlotId("art-too"), account=FACEBOOK.id)
    known = grounds(ART, other)

    assert known.planned_for_some((X.id, FACEBOOK.id)) is None
    assert known.still_for(other.id, (X.id, FACEBOOK.id)) == ART.id
    assert known.still_for(None, (X.id, FACEBOOK.id)) is None
