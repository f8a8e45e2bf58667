"""How far an account has come, as the page says it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.account_steps import steps_of
from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.cadence import Cadence, CadenceStage
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.lives import Asked, Life, Yes
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.set_up import SetUpItem, SetUpStep
from smadmin.language.catalogue import Catalogue
from smadmin.services.lives import Carried, LifeSheet
from smadmin.ui.accounts.opening_model import Next, OpeningModel, opening_model
from smadmin.ui.stages import account_stage
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording
from tests.policies import packs

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)
ANA, PAT, CEM = PersonId("ana"), PersonId("pat"), PersonId("cem")
ACCOUNT = Account(AccountId("a"), SchoolId("s"), Platform.FACEBOOK, "Yelm Elementary", "", "")
REQUEST = AccountRequest(
    ("families", "events", "this one", "Ana"), "Families", 45, comments=True, monitor=ANA, administrator=ANA
)
LIFE = Life(
    steps_of(((Role.PRINCIPAL,), (Role.COMMUNICATIONS,))),
    asked=Asked(1, ANA, frozenset({Role.ADMINISTRATOR}), NOW, REQUEST),
)
STEPS = (
    SetUpStep(SetUpItem.NOTICE, "YEL-A3", {"en": "About"}),
    SetUpStep(SetUpItem.RULES, None, {}),
    SetUpStep(SetUpItem.COMMENTS, None, {}),
)
SHEET = LifeSheet(
    account=ACCOUNT,
    life=LIFE,
    pack=packs()["yelm-wa"],
    steps=STEPS,
    names={ANA: "Ana Brooks", PAT: "Pat Winters", CEM: "Cem Aydin"},
    carried=(),
    lacks=(),
    due=None,
    here=frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
    mine=frozenset({Role.ADMINISTRATOR}),
    person=PersonId("bo"),
    today=date(2026, 11, 16),
)
PRINCIPAL, BOTH = (Yes(PAT, NOW),), (Yes(PAT, NOW), Yes(CEM, NOW))
READY = replace(LIFE, yeses=BOTH, rights=Yes(CEM, NOW))
TICKED = {one.item.value: Yes(ANA, NOW) for one in STEPS}


def model(sheet: LifeSheet) -> OpeningModel:
    return opening_model(sheet, "en", works=True)


@pytest.mark.parametrize(
    ("life", "mine", "stage", "step"),
    [
        (replace(LIFE, asked=None), Role.ADMINISTRATOR, AccountStage.SET_UP, Next.ANSWER),
        (LIFE, Role.ADMINISTRATOR, AccountStage.ASKED, Next.WAIT),
        (LIFE, Role.PRINCIPAL, AccountStage.ASKED, Next.APPROVE),
        (LIFE, Role.COMMUNICATIONS, AccountStage.ASKED, Next.WAIT),
        (replace(LIFE, yeses=PRINCIPAL), Role.COMMUNICATIONS, AccountStage.ASKED, Next.APPROVE),
        (replace(LIFE, yeses=BOTH), Role.ADMINISTRATOR, AccountStage.SET_UP, Next.LET_IN),
        (READY, Role.ADMINISTRATOR, AccountStage.SET_UP, Next.TICK),
        (replace(READY, ticks=TICKED), Role.ADMINISTRATOR, AccountStage.SET_UP, Next.ENTER),
        (replace(READY, ticks=TICKED), Role.ADMINISTRATOR, AccountStage.LIVE, Next.NOTHING),
        (LIFE, Role.PRINCIPAL, AccountStage.CLOSED, Next.NOTHING),
    ],
)
def test_there_is_one_next_step_for_whoever_sits_there(
    life: Life, mine: Role, stage: AccountStage, step: Next
) -> None:
    account = replace(ACCOUNT, stage=stage)

    assert model(replace(SHEET, life=life, mine=frozenset({mine}), account=account)).next is step


def test_once_its_address_is_entered_somebody_looks_at_its_page() -> None:
    account = replace(ACCOUNT, stage=AccountStage.SET_UP, handle="yelm", page="https://facebook.com/yelm")

    assert model(replace(SHEET, life=replace(READY, ticks=TICKED), account=account)).next is Next.GO_LIVE


def test_the_path_says_what_is_done_and_what_is_waited_for() -> None:
    path = model(replace(SHEET, life=replace(LIFE, yeses=PRINCIPAL))).path

    assert [(one.words.id.removeprefix("openingui.path-"), one.state) for one in path] == [
        ("asked", State.FINE),
        ("principal", State.FINE),
        ("communications", State.WAITS),
        ("rights", State.NOTE),
        ("list", State.NOTE),
        ("live", State.NOTE),
    ]
    assert path[1].note == say("openingui.by", who="Pat Winters", day=NOW)


def test_in_the_evening_the_path_names_the_schools_own_day() -> None:
    evening = datetime(2026, 11, 17, 3, tzinfo=UTC)
    life = replace(LIFE, asked=replace(LIFE.asked, at=evening), yeses=(Yes(PAT, evening),))  # type: ignore[type-var]  # it is asked for
    words = Wording(Catalogue.load("en", zone="America/Denver"))

    noted = [words(one.note) for one in model(replace(SHEET, life=life)).path if one.note is not None]

    assert [one.split(", ", 1)[1][:12] for one in noted] == ["Nov 16, 2026", "Nov 16, 2026"]


def test_who_asked_enters_nothing_and_others_enter_what_is_next() -> None:
    half = replace(SHEET, life=replace(LIFE, yeses=PRINCIPAL))

    assert model(SHEET).enters == "principal"
    assert model(half).enters == "communications"
    assert model(replace(SHEET, person=ANA)).enters == ""
    assert model(replace(SHEET, life=replace(LIFE, yeses=BOTH))).enters == "rights"
    assert model(replace(SHEET, life=replace(READY, ticks=TICKED))).enters == ""


@pytest.mark.demand("WIC-P8")
def test_where_communications_has_no_key_here_an_e_mail_is_written() -> None:
    half = replace(SHEET, life=replace(LIFE, yeses=PRINCIPAL), here=frozenset({Role.PRINCIPAL}))

    written = model(half)

    assert written.writes
    assert not model(replace(half, here=SHEET.here)).writes
    subject, lines = written.letter
    assert subject.values["name"] == "Yelm Elementary"
    assert lines[1] == say("openingui.letter-answer", asked="Who is the target audience?", answer="families")
    assert lines[-1] == say("openingui.letter-please")


@pytest.mark.demand("YEL-A3")
def test_the_mandated_notice_is_there_to_copy_word_for_word_with_its_clause() -> None:
    notice, rules, comments = model(SHEET).items

    assert notice.texts[0].startswith("This is an official publication of Yelm Community Schools (YCS).")
    assert notice.clause is not None
    assert notice.clause.values["number"] == "4007P Creating"
    assert rules.clause is None
    assert comments.title == say("openingui.item-comments-on")


def test_the_rules_for_visitors_stand_once_on_the_page() -> None:
    (rules,) = model(replace(SHEET, pack=packs()["wichita-ks"], steps=(STEPS[1],))).items

    assert rules.texts == ()  # they stand once on the page, in its own part
    assert rules.lead is not None


def test_what_an_old_account_lacks_has_a_day() -> None:
    lacks = (Reason(say("accounts.no-rights")),)
    old = replace(SHEET, life=replace(READY, adopted_at=NOW), due=date(2027, 1, 15), lacks=lacks)

    assert model(old).due == say("openingui.due", day=date(2027, 1, 15))
    assert model(replace(old, today=date(2027, 2, 1))).due == say("openingui.due-past", day=date(2027, 1, 15))
    assert model(replace(old, lacks=())).due is None
    soon = [model(replace(old, today=day)).due_soon for day in (date(2026, 12, 15), date(2026, 12, 16))]
    assert soon == [False, True]


@pytest.mark.demand("BAL-B1c3")
def test_what_the_school_carries_already_is_told_with_its_minutes() -> None:
    cadence = Cadence(AccountId("x"), CadenceStage.ON_TIME, 0, None, None)
    carried = (Carried(ACCOUNT, cadence, 30), Carried(ACCOUNT, cadence, None))
    told = model(replace(SHEET, carried=carried, used=12))

    kinds = ["openingui.carried", "openingui.carried-untold", "openingui.carried-in-all"]
    assert [one.id for one in told.carried] == kinds
    assert told.carried[0].values["n"] == 30
    assert told.carried[2] == say("openingui.carried-in-all", promised=30, used=12)
    assert len(model(replace(SHEET, carried=carried[1:])).carried) == 1


@pytest.mark.demand("BAL-B1c3")
@pytest.mark.parametrize("minutes", [30, None])
def test_what_the_school_carries_already_is_told_with_how_each_stands(minutes: int | None) -> None:
    due = date(2026, 10, 30)
    lines = [
        Carried(ACCOUNT, Cadence(ACCOUNT.id, stage, 24, due, None), minutes)
        for stage in (CadenceStage.ON_TIME, CadenceStage.OVERDUE, CadenceStage.ABANDONED)
    ]

    told = model(replace(SHEET, carried=tuple(lines))).carried[:3]

    said = [account_stage(ACCOUNT, one.cadence, SHEET.today)[1] for one in lines]
    assert [one.values["stage"] for one in told] == said
    assert len({one.id for one in said}) == len(said), "else they say the same"


@pytest.mark.demand("YEL-A2")
def test_communications_says_of_an_old_account_at_any_time_that_it_gets_in() -> None:
    office = replace(SHEET, mine=frozenset({Role.COMMUNICATIONS}))
    old = replace(office, life=replace(LIFE, adopted_at=NOW))

    assert [model(one).lets_in for one in (office, old)] == [False, True]
    assert not model(replace(old, life=replace(old.life, rights=Yes(CEM, NOW)))).lets_in
    assert not model(replace(old, mine=frozenset({Role.PRINCIPAL}))).lets_in


@pytest.mark.demand("BLO-III-B")
def test_the_request_and_its_letter_say_that_the_policy_doesn_t_name_the_platform() -> None:
    elsewhere = replace(SHEET, account=replace(ACCOUNT, platform=Platform.BLUESKY))
    said = say("openingui.fact-platform", platform="Bluesky")

    assert said in model(elsewhere).facts
    assert said in model(elsewhere).letter[1]
    assert said not in model(SHEET).facts


def test_the_list_of_an_account_that_is_only_asked_for_is_not_ticked_yet() -> None:
    asked = replace(SHEET, account=replace(SHEET.account, stage=AccountStage.ASKED))
    ready = replace(SHEET, account=replace(SHEET.account, stage=AccountStage.SET_UP))

    assert (model(asked).ticks, model(ready).ticks) == (False, True)
