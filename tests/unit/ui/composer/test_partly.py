"""A planned post of only some of the chosen accounts: it stays chosen, and it is said who then releases."""

from dataclasses import replace
from datetime import date

from smadmin.domain.ids import AccountId, PersonId, SchoolId, SlotId
from smadmin.domain.messages import say
from smadmin.domain.plan import Slot
from smadmin.domain.posts import Content
from smadmin.importing.packs import read_packs
from smadmin.resources import find
from smadmin.ui.composer.planned import offered_words
from smadmin.ui.composer.readiness import ready_lines
from smadmin.ui.composer.readings import Grounds
from smadmin.ui.composer.sheet import toggled
from smadmin.ui.theme import State
from tests.unit.ui.approvals.cases import FACEBOOK, X

ART = Slot(SlotId("art"), SchoolId("school"), AccountId("x"), date(2026, 11, 24), "art")


def test_who_releases_a_post_planned_for_some_of_its_accounts_is_said_before_all_else() -> None:
    said = say("compose.planned-for-some")

    lines = ready_lines(
        Content(accounts=(X.id, FACEBOOK.id)),
        accounts=(X, FACEBOOK),
        findings={},
        blockers=(),
        pictures=(),
        partly=said,
    )

    assert (lines[0].state, lines[0].says) == (State.NOTE, said)
    assert len(lines) > 1


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


def test_a_second_account_leaves_the_planned_post_chosen_and_it_is_said_who_releases() -> None:
    known, both = grounds(ART), (X.id, FACEBOOK.id)

    said = known.partly_planned(both, ART.id)

    assert known.still_for(ART.id, both) == ART.id
    assert known.slots_for(both) == (ART,)
    assert said is not None
    assert said.values == {"topic": "art", "accounts": (say("compose.name", name=X.label),)}
    assert known.partly_planned(both, None) == say("compose.next-for-some", **said.values)
    assert known.partly_planned((X.id,), ART.id) is None
    assert known.still_for(ART.id, (FACEBOOK.id,)) is None


def test_a_planned_post_of_an_earlier_day_outlives_another_account() -> None:
    earlier = SlotId("earlier")

    assert grounds(ART).still_for(earlier, (X.id, FACEBOOK.id)) == earlier
    assert grounds(ART).still_for(earlier, ()) is None


def test_what_all_accounts_have_planned_is_offered_before_what_one_has() -> None:
    music = [
        replace(ART, id=SlotId(f"music-{one}"), account=one, day=date(2026, 11, 26), topic="music")
        for one in (X.id, FACEBOOK.id)
    ]

    assert grounds(ART, *music).next_planned((X.id, FACEBOOK.id))[0] == music[0]
    assert grounds(ART).next_planned((X.id, FACEBOOK.id))[0] == ART


def test_the_planned_post_stays_where_the_other_account_has_its_topic_too() -> None:
    other = replace(ART, id=SlotId("art-too"), account=FACEBOOK.id)
    known = grounds(ART, other)

    assert known.partly_planned((X.id, FACEBOOK.id), ART.id) is None
    assert known.still_for(other.id, (X.id, FACEBOOK.id)) == ART.id
    assert known.still_for(None, (X.id, FACEBOOK.id)) is None


def test_an_account_that_somebody_isnt_named_for_any_more_can_only_leave_a_draft() -> None:
    known = replace(grounds(ART), accounts=(FACEBOOK,), others=(X,))
    begun = Content(accounts=(FACEBOOK.id, X.id))

    assert known.chosen(begun) == (FACEBOOK, X)
    assert known.offered(begun.accounts) == (FACEBOOK, X)
    assert toggled(begun, X.id, known.order).accounts == (FACEBOOK.id,)
    assert known.offered((FACEBOOK.id,)) == (FACEBOOK,)
    assert known.first_accounts() == (FACEBOOK.id,)
    assert known.next_planned(()) == (None, ())
