"""What went out fills slots, and one function judges how long an account has been quiet."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from smadmin.domain.accounts import AccountStage
from smadmin.domain.ids import AccountId, PublicationId, SchoolId, SlotId
from smadmin.domain.plan import CadenceStage, Slot
from smadmin.domain.policy.packs import Cadence
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.services.cadence import Posted, account_cadence
from tests.today_views import TODAY, account

X = account("Lincoln on X")
SLOT = Slot(SlotId("fair"), X.school, X.id, TODAY + timedelta(days=7), "Winter fair")
RULE = Cadence(due_days=14, warn_day=10, source=None)


def posted(*days: date, slot: SlotId | None = None) -> Posted:
    """Give X's posts of some days, all written for one slot or for none."""
    return Posted(tuple((publication(slot), day) for day in days))


def publication(slot: SlotId | None) -> Publication:
    at = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
    done = PublicationStep.CONFIRMED
    return Publication(PublicationId("p"), SchoolId("s"), X.id, done, published_at=at, slot=slot)


def test_a_post_fills_what_it_was_planned_for_whenever_it_went_out() -> None:
    early = posted(TODAY, slot=SLOT.id)

    assert early.written_for(SLOT, frozenset({SLOT.id})) == early.out[0][0]
    assert early.written_for(SLOT, frozenset({SlotId("other")})) is None
    elsewhere = replace(SLOT, account=AccountId("elsewhere"))
    assert early.written_for(elsewhere, frozenset({SLOT.id})) is None


def test_a_day_is_filled_by_a_post_that_was_written_for_nothing_else() -> None:
    assert posted(TODAY).on(X.id, TODAY)
    assert not posted(TODAY, slot=SLOT.id).on(X.id, TODAY)
    assert not posted(TODAY).on(X.id, TODAY + timedelta(days=1))


def test_only_posts_up_to_the_day_count() -> None:
    days = (TODAY - timedelta(days=12), TODAY + timedelta(days=1))

    found = account_cadence(X, RULE, posted(*days), TODAY)

    assert (found.cadence.last_post, found.cadence.quiet_days, found.days) == (days[0], 12, 14)
    assert found.cadence.stage is CadenceStage.DUE_SOON


def test_an_accounts_stricter_promise_counts_and_one_that_isn_t_live_rests() -> None:
    strict = account_cadence(replace(X, promised_days=5), RULE, posted(TODAY - timedelta(days=6)), TODAY)
    resting = account_cadence(replace(X, stage=AccountStage.ON_HOLD), RULE, posted(), TODAY)

    assert (strict.days, strict.cadence.stage) == (5, CadenceStage.OVERDUE)
    assert resting.cadence.stage is CadenceStage.RESTING
