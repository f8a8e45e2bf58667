"""A departure in words: what the main button does next, and what a platform's page says. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.departures import Departure, How, Leaving, Line, LineKind, Receipt
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId, SeatId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.platforms import Place
from smadmin.services.departure_views import Computer, Seen
from smadmin.services.let_in import LetIn
from smadmin.services.policy import Policy
from smadmin.ui.departures.model import (
    Act,
    clock_of,
    departure_model,
    leaver_of,
    leaver_subject,
)
from smadmin.ui.departures.saying import computer_said
from smadmin.ui.theme import State

ANA, KIM, DESK = PersonId("ana"), PersonId("kim"), SeatId("desk")
AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
BLOG = Account(
    AccountId("blog"), SchoolId("s"), Platform.WORDPRESS, "Blog", "news", "https://blog.lincoln.example/all"
)


def seen(*lines: Line, leaving: Leaving | None = None, settled: str = "") -> Seen:
    receipts = {settled: Receipt(How.WAIVED, KIM, AT, "closed")} if settled else {}
    departure = Departure("d", leaving or Leaving(person=ANA, successor=KIM), KIM, AT, lines, receipts)
    names = {ANA: "Ana Brooks", KIM: "Kim Nakamura"}
    return Seen(departure, names, {BLOG.id: BLOG}, to_settle=(), to_end_rights=(), to_end=())


@pytest.mark.parametrize(
    ("kind", "opened", "act"),
    [
        (LineKind.PASSWORD, False, Act.OPEN),
        (LineKind.PASSWORD, True, Act.KEEP),
        (LineKind.SESSIONS, True, Act.DONE),
        (LineKind.RIGHTS, False, Act.RIGHTS),
    ],
)
def test_the_page_is_opened_before_anything_is_said_of_it(kind: LineKind, opened: bool, act: Act) -> None:
    line = Line(kind, None if kind is LineKind.RIGHTS else BLOG.id)
    looked = frozenset({line.key}) if opened else frozenset[str]()

    model = departure_model(seen(line), platforms=Policy.shipped().platforms, now=AT, opened=looked)

    assert (model.act, model.current) == (act, line.key)


def test_what_this_person_may_do_comes_before_what_somebody_else_has_to() -> None:
    """An administrator who began it goes on with the pages; rights are ended by who leads the school."""
    found = seen(Line(LineKind.RIGHTS), Line(LineKind.SESSIONS, BLOG.id))
    theirs = replace(found, to_end_rights=(Reason(say("departures.leaders-only")),))
    platforms = Policy.shipped().platforms

    led = departure_model(found, platforms=platforms, now=AT)
    going = departure_model(theirs, platforms=platforms, now=AT)
    wanted = departure_model(theirs, platforms=platforms, now=AT, wanted="rights")

    assert [one.current for one in (led, going, wanted)] == ["rights", f"sessions:{BLOG.id}", "rights"]
    assert [one.message.id for one in wanted.missing] == ["departures.leaders-only"]


def test_a_line_that_was_left_says_who_left_it_and_why() -> None:
    line = Line(LineKind.SESSIONS, BLOG.id)

    model = departure_model(seen(line, settled=line.key), platforms=Policy.shipped().platforms, now=AT)

    assert model.lines[0].state is State.DOUBT
    assert model.lines[0].note == say("departures.receipt-why", name="Kim Nakamura", at=AT, why="closed")
    assert model.act is Act.END


@pytest.mark.parametrize(("count", "said"), [(0, "departures.how-nothing"), (2, "departures.how-held")])
def test_where_nothing_waited_nothing_is_said_to_be_held(count: int, said: str) -> None:
    line = Line(LineKind.QUEUE, None, count)
    found = seen(line)
    held = replace(found.departure, receipts={line.key: Receipt(How.HELD, KIM, AT)})

    model = departure_model(replace(found, departure=held), platforms=Policy.shipped().platforms, now=AT)

    assert model.lines[0].chip == say(said)


def test_the_clock_is_in_doubt_after_a_quarter_of_an_hour() -> None:
    departure = seen(Line(LineKind.RIGHTS)).departure

    assert clock_of(departure, AT + timedelta(minutes=14))[0] is State.NOTE
    assert clock_of(departure, AT + timedelta(minutes=15))[0] is State.DOUBT


def test_a_page_lies_on_the_accounts_own_server() -> None:
    page = Place("{server}/wp-admin/profile.php?{handle}", "press")

    assert page.address(BLOG) == "https://blog.lincoln.example/wp-admin/profile.php?news"


def test_a_computer_is_called_after_who_sits_there() -> None:
    assert computer_said(Computer(SeatId("x"), (), here=False)).id == "departures.computer-nobody"
    assert computer_said(Computer(SeatId("x"), ("Kim",), here=False)).id == "departures.computer-of"
    named = computer_said(Computer(SeatId("x"), ("Kim",), here=False, name="Library desk"))
    assert named.values["computer"] == "Library desk"


@pytest.mark.demand("BAL-B1b3")
def test_folders_at_another_login_say_where_and_what_they_are_still_worth() -> None:
    there, sessions = Line(LineKind.PROFILES, seat=DESK), Line(LineKind.SESSIONS, BLOG.id)
    desk = Computer(DESK, ("Ana Brooks",), here=False, name="Library desk")
    found = replace(seen(sessions, there), computers={DESK: desk}, here=SeatId("office"))
    over = {sessions.key: Receipt(How.REVOKED, KIM, AT), there.key: Receipt(How.REMOVED_THERE, None, AT)}
    platforms = Policy.shipped().platforms

    before = departure_model(found, platforms=platforms, now=AT, wanted=there.key)
    after = replace(found.departure, receipts={sessions.key: over[sessions.key]})
    later = departure_model(replace(found, departure=after), platforms=platforms, now=AT)
    done = replace(found.departure, receipts=over)
    told = departure_model(replace(found, departure=done), platforms=platforms, now=AT).lines[1]

    line = before.lines[1]
    assert line.said == say("departures.line-folders-there", computer=computer_said(desk))
    assert (before.act, line.elsewhere, line.may_waive) == (Act.SAY, True, True)
    assert line.lists == (say("departures.folder-live", account=BLOG.label),)
    assert later.lines[1].lists == (say("departures.folder-dead", account=BLOG.label),)
    assert (told.chip, told.note) == (
        say("departures.how-removed-there"),
        say("departures.receipt-there", at=AT),
    )


def test_what_ends_by_itself_elsewhere_is_the_last_to_be_asked_about() -> None:
    found = replace(seen(Line(LineKind.PROFILES, seat=DESK), Line(LineKind.COPIES)), here=SeatId("office"))

    model = departure_model(found, platforms=Policy.shipped().platforms, now=AT)

    assert model.current == "copies"


def test_folders_of_this_login_are_removed_here() -> None:
    here = Line(LineKind.PROFILES, count=2, seat=DESK)

    model = departure_model(replace(seen(here), here=DESK), platforms=Policy.shipped().platforms, now=AT)

    assert (model.act, model.lines[0].said) == (Act.PROFILES, say("departures.line-profiles", n=2))


def test_somebody_is_told_from_a_departure() -> None:
    assert leaver_of(leaver_subject(ANA)) == ANA
    assert leaver_of("0199-departure") == ""
    assert leaver_subject(None) == ""


def test_a_log_in_is_nobodys_only_once_its_page_was_opened() -> None:
    line = Line(LineKind.LOG_IN, BLOG.id)
    platforms = Policy.shipped().platforms

    closed = departure_model(seen(line), platforms=platforms, now=AT).lines[0]
    opened = departure_model(seen(line), platforms=platforms, now=AT, opened=frozenset({line.key})).lines[0]

    assert (closed.act, closed.may_deny, closed.elsewhere) == (Act.OPEN, False, True)
    assert (opened.act, opened.may_deny, opened.elsewhere) == (Act.DONE, True, True)


def test_tokens_are_revoked_on_a_page_of_their_platform() -> None:
    model = departure_model(
        seen(Line(LineKind.TOKENS, BLOG.id)), platforms=Policy.shipped().platforms, now=AT
    )

    assert model.act is Act.OPEN
    assert model.lines[0].address.startswith("https://blog.lincoln.example/")
    assert all("tokens" in one.leaving.places for one in Policy.shipped().platforms.values())
    assert model.lines[0].tells == say("departures.tells-tokens")


@pytest.mark.parametrize("kind", [LineKind.WORK, LineKind.WATCHING, LineKind.ACCOUNTS])
def test_what_passes_on_says_to_whom(kind: LineKind) -> None:
    model = departure_model(seen(Line(kind, None, 2)), platforms=Policy.shipped().platforms, now=AT)

    assert model.lines[0].said == say(f"departures.line-{kind}", n=2, name="Kim Nakamura")


def test_what_has_nobody_is_listed_one_by_one() -> None:
    left = (say("departures.nobody-office"),)
    found = replace(seen(Line(LineKind.NOBODY, None, 1)), nobody=left)

    model = departure_model(found, platforms=Policy.shipped().platforms, now=AT)

    assert (model.lines[0].lists, model.act) == (left, Act.DONE)
    assert [one.message for one in model.missing] == [say("departures.nobody-yet", what=left[0])]
    assert not departure_model(
        replace(found, nobody=()), platforms=Policy.shipped().platforms, now=AT
    ).missing


@pytest.mark.parametrize(
    ("may", "said"), [(True, "departures.alone-let-in"), (False, "departures.alone-envelope")]
)
def test_where_nobody_else_leads_it_says_who_must_join_and_how(may: bool, said: str) -> None:
    told = replace(seen(Line(LineKind.RIGHTS)), alone=True, may_let_in=may)

    model = departure_model(told, platforms=Policy.shipped().platforms, now=AT)

    assert model.notes == ((State.STOP, say(said, name="Ana Brooks")),)


def test_above_the_lines_it_says_whom_who_leaves_let_in_since() -> None:
    let_in = (LetIn(KIM, (Role.PRINCIPAL,), 2, key=True), LetIn(PersonId("zoe"), key=True))
    told = replace(seen(Line(LineKind.RIGHTS)), let_in=let_in, codes=3)

    model = departure_model(told, platforms=Policy.shipped().platforms, now=AT)

    got = (say("peopleui.role-principal"), say("peopleui.accounts", n=2))
    assert [one for _state, one in model.notes] == [
        say("departures.let-in", name="Ana Brooks", whom="Kim Nakamura", what=got),
        say("departures.let-in", name="Ana Brooks", whom="", what=(say("departures.let-in-key"),)),
        say("departures.let-in-codes", n=3, name="Ana Brooks"),
    ]
