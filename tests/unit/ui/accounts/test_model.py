"""What the register says of an account: its row, its stage, who may be chosen, its log-in."""

from dataclasses import replace
from datetime import UTC, date, datetime

from smadmin.domain.accounts import Account, AccountStage, Identity, Pattern, Platform, Proof
from smadmin.domain.credentials import Credential
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role
from smadmin.services.listed import Colleague, Listed
from smadmin.ui.accounts.adding import new_form
from smadmin.ui.accounts.model import (
    COLOURS,
    May,
    Register,
    Seen,
    account_model,
    principals_of,
    row_of,
)
from smadmin.ui.bar.model import legible
from smadmin.ui.theme import State

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
ANA, BEN = Person(PersonId("ana"), "Ana Ruiz"), Person(PersonId("ben"), "Ben Cole")
ACCOUNT = Account(
    AccountId("a"),
    SchoolId("s"),
    Platform.X,
    "Lincoln",
    "lincoln_es",
    "https://x.com/lincoln_es",
    stage=AccountStage.LIVE,
    principal=ANA.id,
)
KEPT = Credential(ACCOUNT.id, ACCOUNT.school, "", "", (), NOW, BEN.id, 7)
AGAIN = Reason(say("keys.passphrase-again"), None, "passphrase")
TICK = Reason(say("accounts.not-set-up", n=1), None, "account:larks")
NOT_YOURS = Reason(say("vault.not-yours"))


def seen(
    account: Account = ACCOUNT,
    *,
    missing: tuple[Reason, ...] = (),
    live_blockers: tuple[Reason, ...] = (),
    credential: Credential | None = None,
    open_log_in: tuple[Reason, ...] = (),
) -> Seen:
    may = May((), (), (), open_log_in)
    return Seen(Listed(account, ANA, (ANA,), missing), live_blockers, credential, needs_reseal=False, may=may)


def register(*accounts: Seen) -> Register:
    colleagues = (
        Colleague(ANA, frozenset({Role.PRINCIPAL})),
        Colleague(BEN, frozenset({Role.ADMINISTRATOR})),
    )
    return Register(accounts, colleagues, (), NOW)


def test_how_it_stands_names_all_that_keeps_an_account_from_going_live_first_and_once() -> None:
    set_up = replace(ACCOUNT, stage=AccountStage.SET_UP)
    waits = seen(set_up, missing=(NOT_YOURS, AGAIN), live_blockers=(AGAIN, TICK))
    live = seen(missing=(AGAIN,), live_blockers=(TICK,))

    assert account_model(waits, register(waits)).missing == (AGAIN.message, TICK.message, NOT_YOURS.message)
    assert account_model(live, register(live)).missing == (AGAIN.message,)


def test_a_row_counts_what_is_missing() -> None:
    row = row_of(seen(missing=(NOT_YOURS, AGAIN)))

    assert (row.state, row.chip) == (State.FINE, say("accountui.stage-live"))
    assert row.note == say("accountui.missing-n", n=2, handle="@lincoln_es")


def test_the_dated_list_is_missing_too_but_nothing_of_an_account_only_asked_for() -> None:
    dated = replace(seen(), due=date(2027, 1, 15))
    asked = seen(replace(ACCOUNT, stage=AccountStage.ASKED), missing=(NOT_YOURS,))

    assert (dated.lacks, asked.lacks, seen().lacks) == (True, False, False)
    assert row_of(dated).note == say("accountui.missing-by", day=date(2027, 1, 15), handle="@lincoln_es")


def test_an_account_that_nobody_answers_for_is_incomplete_until_it_is_live() -> None:
    waiting = seen(replace(ACCOUNT, stage=AccountStage.SET_UP, principal=None))
    answered = seen(replace(ACCOUNT, stage=AccountStage.SET_UP))

    assert row_of(waiting).chip == say("accountui.stage-incomplete")
    assert row_of(answered).chip == say("accountui.stage-set-up")


def test_the_open_account_says_by_when_the_rest_is_due() -> None:
    soon = replace(seen(missing=(NOT_YOURS,)), due=date(2027, 1, 15))
    past = replace(seen(), due=date(2026, 11, 19))

    assert account_model(soon, register(soon)).missing == (
        NOT_YOURS.message,
        say("accountui.due", day=date(2027, 1, 15)),
    )
    assert account_model(past, register(past)).missing == (say("accountui.due-past", day=date(2026, 11, 19)),)


def test_a_closed_account_lacks_nothing_any_more() -> None:
    closed = seen(replace(ACCOUNT, stage=AccountStage.CLOSED), missing=(NOT_YOURS,))

    assert row_of(closed).note == say("accountui.handle", handle="@lincoln_es")
    assert account_model(closed, register(closed)).missing == ()


def test_an_account_without_a_handle_is_told_by_its_platform() -> None:
    assert row_of(seen(replace(ACCOUNT, handle=""))).note == say("accountui.handle", handle="X")


def test_only_an_account_being_set_up_waits_to_go_live() -> None:
    live = seen()
    new = seen(replace(ACCOUNT, stage=AccountStage.SET_UP), live_blockers=(NOT_YOURS,))

    assert account_model(live, register(live)).live_blockers is None
    assert account_model(new, register(new)).live_blockers == (NOT_YOURS,)


def test_what_can_be_done_follows_the_stage() -> None:
    held = seen(replace(ACCOUNT, stage=AccountStage.ON_HOLD))
    live, on_hold = account_model(seen(), register()), account_model(held, register())

    assert (live.can_hold, live.can_go_on, live.can_close) == (True, False, True)
    assert (on_hold.can_hold, on_hold.can_go_on, on_hold.can_close) == (False, True, True)


def test_who_administers_it_already_isnt_offered_again() -> None:
    model = account_model(seen(), register())

    assert [one.name for one in model.administrators] == ["Ana Ruiz"]
    assert [one.name for one in model.candidates] == ["Ben Cole"]
    assert [one.name for one in principals_of(register())] == ["Ana Ruiz"]


def test_the_plate_names_who_confirmed_it() -> None:
    confirmed = seen(replace(ACCOUNT, identity=Identity(Proof.CONFIRMED, NOW, BEN.id)))

    plate = account_model(confirmed, register()).plate
    assert plate.proof == say("shell.confirmed-by-ago", person="Ben Cole", ago=say("shell.just-now"))


def test_the_plate_says_what_rows_prove_since() -> None:
    answered = Identity(Proof.SEEN, NOW, seen="lincoln")
    known = replace(register(), proofs={ACCOUNT.id: answered})

    assert account_model(seen(), known).proof == say(
        "shell.seen-as", handle="@lincoln", ago=say("shell.just-now")
    )


def test_an_old_passphrase_doesnt_keep_the_log_in_shut_because_it_is_asked_for() -> None:
    model = account_model(seen(open_log_in=(NOT_YOURS, AGAIN)), register())

    assert model.log_in.blockers == (NOT_YOURS,)


def test_a_kept_log_in_says_when_and_by_whom() -> None:
    model = account_model(seen(credential=KEPT), register()).log_in
    assert (model.kept, model.said) == (True, say("accountui.log-in-kept", who="Ben Cole", day=NOW))


def test_a_new_account_gets_a_colour_and_a_pattern_of_its_own() -> None:
    form = new_form(register(seen()))

    assert form.colour == COLOURS[1]
    assert form.pattern is not Pattern.STRIPES
    assert form.principal == ANA.id


def test_every_colour_carries_white_words() -> None:
    assert [colour for colour in COLOURS if legible(colour) != colour] == []


def test_who_can_t_open_the_log_in_reads_who_can() -> None:
    theirs = replace(seen(credential=KEPT), only_others=frozenset({ANA.id, BEN.id}))
    nobodys = replace(theirs, only_others=frozenset())

    told = account_model(theirs, register(theirs)).log_in.not_mine

    assert told is not None
    assert told.id == "accountui.others-open"
    assert account_model(nobodys, register(nobodys)).log_in.not_mine == say("accountui.nobody-opens")
