"""The plan's week: what can be done with each slot, the gaps in words, and how the signature stands."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.cadence import Pace, Promise, cadence
from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import SignedSlot
from smadmin.domain.week import Gap, Planned, SlotStage
from smadmin.services.off_plan import OffPlan
from smadmin.services.reviewer_lines import Newly
from smadmin.services.week import AccountWeek, WeekView
from smadmin.services.week_changes import Gone
from smadmin.services.week_given import Paper, Signature
from smadmin.ui.plan.model import PlanModel, plan_model
from smadmin.ui.theme import State
from tests.today_views import ME, MONDAY, SCHOOL, SHE, TODAY, account, planned

SIGNATURE = Signature(7, "Ellen Whitcomb", datetime(2026, 11, 16, 16, 0, tzinfo=UTC), "ABCDEFGHJKMNPQRS")
OFFICE_ONLY = Reason(say("plan.office-signs"))


def account_week(
    quiet: int = 2, *, plans: bool = True, writes: bool = True, gap: Gap | None = None
) -> AccountWeek:
    one = account("Larks", Platform.X)
    last = TODAY - timedelta(days=quiet)
    pace = Pace((Promise(14, 10),), last)
    judged = cadence(one.id, today=TODAY, pace=pace, posts=(last,))
    return AccountWeek(one, judged, 14, gap, plans, writes)


def week(*slots: Planned, **changed: object) -> WeekView:
    made = WeekView(
        school=SCHOOL,
        today=TODAY,
        monday=MONDAY,
        slots=slots,
        accounts=(account_week(),),
        signature=None,
        unsigned=frozenset(one.slot.id for one in slots),
        goes_on=None,
        office=False,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # a test names fields of the week


def model(view: WeekView, *blockers: Reason) -> PlanModel:
    return plan_model(view, blockers, ME)


def test_somebody_elses_draft_is_not_mine_to_open() -> None:
    hers = replace(planned("Chess", TODAY, SlotStage.DRAFTED, post="post"), author=SHE)

    assert model(week(hers)).days[2].slots[0].deed is None


def test_who_does_not_write_for_the_account_is_not_offered_to() -> None:
    view = week(planned("Chess", TODAY), accounts=(account_week(writes=False, plans=False),))

    line = model(view).days[2].slots[0]

    assert (line.deed, line.changes) == (None, False)
    assert model(view).plannable == ()


def test_a_slot_with_a_post_cannot_be_taken_out_and_says_why() -> None:
    drafted = model(week(planned("Chess", TODAY, SlotStage.DRAFTED, post="post"))).days[2].slots[0]
    empty = model(week(planned("Chess", TODAY))).days[2].slots[0]

    assert drafted.fixed == say("planui.has-a-post")
    assert empty.fixed is None


def test_whoever_signs_reads_that_it_waits_for_them() -> None:
    slot = planned("Chess", TODAY)

    assert model(week(slot)).signed.title == say("planui.not-signed")
    assert model(week(slot, office=True)).signed.title == say("planui.waits-for-you")
    assert model(week(office=True)).signed.title == say("planui.not-signed")


def test_posts_are_planned_from_today_on() -> None:
    days = model(week()).days

    assert [day.open for day in days] == [False, False, True, True, True, True, True]
    assert [day.today for day in days].index(True) == 2


def test_a_gap_is_said_by_its_weekday() -> None:
    friday = date(2026, 11, 20)
    view = week(accounts=(account_week(12, gap=Gap(account("Larks").id, friday)),))

    line = model(view).accounts[0]

    assert line.gap == say("planui.gap", weekday=say("today.weekday-5"))
    assert (line.state, line.stage) == (State.DOUBT, say("today.due-in", n=2))
    assert line.due == say("planui.due-by", day=friday, n=14)


def was_due(day: date) -> Message:
    return say("planui.was-due", quiet=say("planui.no-post-for", n=17), day=day, n=14)


def test_an_account_that_is_late_says_since_when_and_by_how_much() -> None:
    due = TODAY - timedelta(days=3)
    view = week(accounts=(account_week(17, gap=Gap(account("Larks").id, due)),))

    line = model(view).accounts[0]

    assert line.stage == say("today.stage-overdue", n=3)
    assert (line.gap, line.due) == (say("planui.gap-late"), was_due(due))


def test_a_signed_week_shows_who_when_and_the_letters() -> None:
    view = week(planned("Chess", TODAY), signature=SIGNATURE, unsigned=frozenset())

    shown = model(view)

    assert shown.all_signed
    assert shown.signed.state is State.FINE
    assert shown.signed.title == say(
        "planui.signed", person="Ellen Whitcomb", weekday=say("today.weekday-1"), day=MONDAY
    )
    assert shown.signed.letters == say("planui.record-ends", letters="ABCD-EFGH-JKMN-PQRS")


def test_what_came_after_the_signature_is_marked() -> None:
    signed, later = planned("Chess", TODAY), planned("Art", TODAY)
    view = week(signed, later, signature=SIGNATURE, unsigned=frozenset({SlotId("slot-Art")}))

    shown = model(view)

    assert not shown.all_signed
    assert (shown.signed.state, shown.signed.note) == (State.WAITS, say("planui.came-later", n=1))
    assert [line.extra for line in shown.days[2].slots] == [None, say("planui.not-signed-yet")]


def test_an_unsigned_week_says_how_long_the_last_plan_holds() -> None:
    until = date(2026, 12, 6)

    holds, none = model(week(goes_on=(MONDAY, until))), model(week())

    assert holds.signed.note == say("planui.goes-on", monday=MONDAY, until=until)
    assert none.signed.note == say("planui.no-plan")


def test_who_cannot_sign_hands_over_unless_there_is_nothing_to_sign() -> None:
    empty = Reason(say("plan.week-empty"))

    assert model(week(planned("Chess", TODAY)), OFFICE_ONLY).blockers == ()
    assert model(week(), OFFICE_ONLY, empty).blockers == (empty,)
    assert model(week(office=True), empty).blockers == (empty,)


def test_a_post_that_went_out_early_is_said_once_with_both_days() -> None:
    early = replace(planned("Chess", TODAY + timedelta(days=1), SlotStage.PUBLISHED, post="p"), out_on=TODAY)
    lines = account_week()
    elsewhere = OffPlan(lines.account.id, MONDAY, early.slot)

    days = model(week(early, accounts=(lines,), off_plan=(elsewhere,))).days

    assert days[3].slots[0].word == say("today.slot-published-on", day=TODAY)
    assert days[0].beside[0].about == say("planui.other-day", topic="Chess", day=early.slot.day)


def test_what_went_out_beside_the_plan_stands_on_its_day() -> None:
    lines = account_week()

    days = model(week(accounts=(lines,), off_plan=(OffPlan(lines.account.id, MONDAY),))).days

    assert [len(day.beside) for day in days] == [1, 0, 0, 0, 0, 0, 0]
    assert (days[0].beside[0].account, days[0].beside[0].state) == (lines.account.called, State.FINE)


def test_whoever_signs_reads_who_is_new_at_second_looks() -> None:
    at = datetime(2026, 11, 16, 16, 0, tzinfo=UTC)
    new = (Newly("Kim Osei", at, lacks=False), Newly("Robin Vega", at, lacks=True))

    lines = model(week(seated=new, office=True)).seated

    assert [line.said.id for line in lines] == ["planui.seated", "planui.seated-lacks"]
    assert [line.state for line in lines] == [State.NOTE, State.DOUBT]


def signed_slot(one: Planned, **changed: object) -> SignedSlot:
    slot = one.slot
    made = SignedSlot(slot.id, slot.account, slot.day, slot.topic)
    return replace(made, **changed)  # type: ignore[arg-type]  # a test names fields


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"day": MONDAY}, "planui.signed-for"), ({"topic": "Other"}, "planui.signed-topic")],
)
def test_a_post_says_what_was_signed_of_it_where_that_differs(changed: dict[str, object], said: str) -> None:
    one = planned("Fair", TODAY)
    made = model(week(one, signature=SIGNATURE, signed_as={one.slot.id: signed_slot(one, **changed)}))

    (line,) = (line for day in made.days for line in day.slots)

    assert line.was is not None
    assert line.was.id == said


def test_what_was_signed_and_left_the_week_is_named_and_many_are_counted() -> None:
    one = planned("Fair", TODAY)
    out, moved = Gone(signed_slot(one), None), Gone(signed_slot(one), replace(one.slot, day=MONDAY))

    few = model(week(one, signature=SIGNATURE, gone=(out, moved))).signed.gone
    many = model(week(one, signature=SIGNATURE, gone=(out,) * 8)).signed.gone

    assert [message.id for message in few] == ["planui.gone-out", "planui.gone-moved"]
    assert few[1].values["now"] == MONDAY
    assert [message.id for message in many] == ["planui.gone-out"] * 5 + ["planui.gone-more"]
    assert many[-1].values["n"] == 3


PAPER = Paper(
    "paper",
    MONDAY,
    SHE,
    "Samuel Okoye",
    datetime(2026, 11, 16, 16, 0, tzinfo=UTC),
    MediaId("scan"),
    struck=(SignedSlot(SlotId("s"), planned("Fair", MONDAY).slot.account, MONDAY, "Fair"),),
)


def from_paper(**changed: object) -> PlanModel:
    signature = replace(SIGNATURE, paper=replace(PAPER, **changed))  # type: ignore[arg-type]  # as above
    return model(week(signature=signature, office=True, unsigned=frozenset()))


def test_what_was_entered_from_paper_never_stands_as_the_principals_own_signature() -> None:
    own = model(week(signature=SIGNATURE, office=True, unsigned=frozenset())).signed
    entered = from_paper().signed

    assert (own.state, own.title.id, own.entered) == (State.FINE, "planui.signed", None)
    assert (entered.state, entered.title.id) == (State.WAITS, "planui.entered-paper")
    assert entered.title.values["person"] == "Samuel Okoye"
    assert entered.entered is not None
    assert entered.entered.values["person"] == "Ellen Whitcomb", "whose word it is said to be"
    mailed = from_paper(how="e-mail").signed
    assert mailed.title.id == "planui.entered-e-mail"


def test_once_countersigned_it_says_who_entered_and_who_countersigned_it() -> None:
    at = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)

    after = from_paper(countersigned=("Ellen Whitcomb", at))

    assert (after.signed.state, after.signed.title.id) == (State.FINE, "planui.signed-paper")
    assert after.signed.entered is not None
    assert after.signed.entered.values["name"] == "Ellen Whitcomb"
    assert after.paper is None, "nothing waits any more"


def test_a_week_from_paper_is_shown_to_who_countersigns_and_to_who_entered_it() -> None:
    theirs, mine = from_paper().paper, from_paper(by=ME).paper
    waits = replace(SIGNATURE, paper=PAPER)

    assert theirs is not None
    assert mine is not None
    assert theirs.countersigns
    assert not mine.countersigns, "who entered it never countersigns it"
    assert [one.signed.note.id for one in (from_paper(), from_paper(by=ME))] == [
        "planui.owed",
        "planui.owed-yours",
    ]
    assert len(theirs.struck) == 1
    assert model(week(signature=waits, unsigned=frozenset())).paper is None
