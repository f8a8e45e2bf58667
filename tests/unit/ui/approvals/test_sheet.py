"""One post before and after its release: the next step, what keeps it, and what the record will say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.accounts import Account
from smadmin.domain.messages import Message, Value, say
from smadmin.domain.people import Role
from smadmin.domain.photos.adults import AdultConsent, Adults, AdultsShown, ConsentKind
from smadmin.domain.plan import PlannedDay
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import Override
from smadmin.services.how_far import HowFar
from smadmin.services.sheets import PictureSheet, Sheet
from smadmin.ui.approvals.lines import Line
from smadmin.ui.approvals.sheet import Help, Next
from smadmin.ui.theme import State
from tests.unit.ui.approvals.cases import (
    FACEBOOK,
    MAYA,
    NOW,
    WEEK,
    WROTE,
    X,
    draft,
    model,
    picture,
    released,
    sheet,
)


@pytest.mark.demand("SOC-M2")
def test_who_releases_sees_on_what_it_rests_that_adults_are_shown() -> None:
    told = AdultConsent("Ida Ash", ConsentKind.WRITTEN, NOW.date())
    agreed = replace(picture(), adults=Adults(AdultsShown.CONSENTED, None, (told,)))
    public = replace(picture(), adults=Adults(AdultsShown.PUBLIC_EVENT, NOW.date()))

    def said(*pictures: PictureSheet) -> list[tuple[State, str]]:
        lines = model(sheet(pictures=pictures)).people
        return [(one.state, one.said.id) for one in lines if one.said.id.startswith("adults.")]

    assert said(agreed, agreed, public) == [
        (State.FINE, "adults.seen-consented"),
        (State.FINE, "adults.seen-public-event"),
    ]
    assert said(picture()) == [(State.DOUBT, "adults.seen-unsaid")]
    assert said(picture(faces=0)) == []


def test_what_nothing_keeps_can_be_released() -> None:
    shown = model(sheet())

    assert shown.next is Next.RELEASE
    assert shown.missing == ()
    assert [(one.state, one.said.id) for one in shown.stands] == [(State.FINE, "approvalui.you-can-release")]
    assert shown.more == ()


def test_the_same_reason_for_two_photos_is_said_once() -> None:
    shown = model(sheet("approvals.second-look-missing", "approvals.second-look-missing"))

    assert len(shown.stands) == len(shown.missing) == 1
    assert shown.more == (Help.PHOTOS,)


def test_a_broken_rule_stops_and_a_missing_person_waits() -> None:
    shown = model(sheet("policy.full-name", "approvals.needs-principal"))

    assert [one.state for one in shown.stands] == [State.STOP, State.WAITS]
    assert Help.HAND_OVER in shown.more


def test_the_author_hands_over_or_takes_back_but_never_sends_back() -> None:
    shown = model(sheet("approvals.own-post"), person=MAYA, name="Maya Ortega")

    assert shown.more == (Help.HAND_OVER, Help.TAKE_BACK)
    assert shown.send_back_missing is None


def test_a_second_person_in_the_chair_hands_over_to_nobody() -> None:
    assert Help.HAND_OVER not in model(sheet("approvals.needs-principal"), confined=True).more


def test_who_has_no_part_in_it_cant_send_it_back() -> None:
    shown = model(sheet("approvals.no-role", roles=frozenset()))

    assert [one.message.id for one in shown.send_back_missing or ()] == ["approvals.no-role"]


def test_after_the_release_comes_publishing() -> None:
    shown = model(released())

    assert (shown.next, shown.missing) == (Next.PUBLISH, ())
    assert [one.said.id for one in shown.stands] == ["approvalui.released-until", "approvalui.next-publish"]


def test_in_the_chair_the_release_ends_with_giving_it_back() -> None:
    shown = model(released(), confined=True)

    assert shown.next is Next.GIVE_BACK
    assert shown.stands[-1].said.values["first"] == "Maya Ortega"


def test_who_has_no_part_in_publishing_is_told_so() -> None:
    shown = model(released(roles=frozenset()))

    assert [one.message.id for one in shown.missing] == ["publications.no-role"]


def test_a_release_that_no_longer_holds_publishes_nothing() -> None:
    shown = model(released(release=None))

    assert [one.message.id for one in shown.missing] == ["approvalui.release-broken"]
    assert shown.stands[0].state is State.STOP


def test_a_half_published_post_says_per_account_what_is_out_and_who_is_at_it() -> None:
    half = released(far=HowFar((FACEBOOK,), (X,), "Maya Ortega", going=True))

    def named(account: Account) -> tuple[Message, ...]:
        return (say("approvalui.name", name=account.label),)

    told = [one.said for one in model(half).stands]
    in_the_chair = [one.said.id for one in model(half, confined=True).stands]

    assert told[:2] == [
        say("approvalui.far-out", accounts=named(FACEBOOK)),
        say("approvalui.far-missing", accounts=named(X)),
    ]
    assert told[-1] == say("approvalui.next-rest", name="Maya Ortega")
    assert in_the_chair[-1] == "approvalui.next-give-back-rest"


@pytest.mark.parametrize(
    ("at_it", "roles", "may"),
    [
        (False, frozenset({Role.REVIEWER}), True),
        (True, frozenset({Role.REVIEWER}), False),
    ],
)
def test_who_released_takes_it_back_unless_it_goes_out_now(
    at_it: bool, roles: frozenset[Role], may: bool
) -> None:
    assert model(released(far=HowFar(going=at_it, under_way=at_it), roles=roles)).may_void is may


@pytest.mark.parametrize(
    ("ahead", "one", "told"),
    [
        (2, sheet(), "today.planned-ahead"),
        (2, released(), "today.planned-released"),
        (0, sheet(), "today.planned-today"),
        (-1, sheet(), "today.planned-past"),
        (9, released(), "approvalui.planned-too-late"),
    ],
)
def test_the_day_a_post_is_planned_for_stands_beside_its_release(ahead: int, one: Sheet, told: str) -> None:
    today = NOW.date()
    planned = PlannedDay("music", today + timedelta(days=ahead), today)

    said = [line.said for line in model(replace(one, planned=planned)).stands if line.said.id == told]

    assert [one.values.get("day") for one in said] == [planned.day if ahead else None]


def test_nobody_else_takes_a_release_back() -> None:
    assert not model(released(), person=replace(WROTE, person="dee").person, name="Dee").may_void  # type: ignore[arg-type]  # a short id


def test_accounts_that_get_the_same_words_are_read_once() -> None:
    content = replace(draft().content, wordings={FACEBOOK.id: "For families: the book fair opens."})
    same, own = model(sheet()), model(sheet(draft=replace(draft(), content=content)))

    assert [accounts for _, accounts in same.voices] == [(X, FACEBOOK)]
    assert [accounts for _, accounts in own.voices] == [(X,), (FACEBOOK,)]


def test_a_picture_says_who_looked() -> None:
    both, one, plain = (
        model(sheet(pictures=(shown,))).pictures[0].looked
        for shown in (picture(), picture(second=None), picture(second=None, faces=0))
    )

    assert (both.state, both.said.id) == (State.FINE, "approvalui.seen-by-two")
    assert (one.state, one.said.id) == (State.WAITS, "approvalui.seen-by-one")
    assert (plain.state, plain.said.id) == (State.FINE, "approvalui.no-faces")


def test_the_photo_that_needs_a_look_is_the_one_to_open() -> None:
    assert model(sheet(pictures=(picture(second=None),))).photo_to_see == "p"
    assert model(sheet(pictures=(picture(),))).photo_to_see is None


def test_findings_that_stand_and_those_spoken_about_are_told_with_their_clause() -> None:
    finding = Finding("promotion", "BAL-B1l1", None, "20% off", say("policy.promotion"), Severity.WARN)
    override = Override("political", "VOTE", "A quotation", MAYA)

    shown = model(sheet(warnings=(finding,), overrides=((override, None),), clauses={"BAL-B1l1": "II.B.1.l"}))

    first, second = shown.findings
    assert (first.words, first.citation, first.reason) == ("20% off", "II.B.1.l", "")
    assert (second.words, second.said, second.reason) == ("VOTE", None, "A quotation")


def test_whoever_releases_is_told_of_an_unnamed_platform_as_its_author_was() -> None:
    shown = model(sheet(unnamed=(say("accounts.platform-unnamed", platform="Mastodon"),)))
    told = [one.said for one in shown.findings]
    assert told == [shown.stands[-1].said] == [say("accounts.platform-unnamed", platform="Mastodon")]


def test_what_somebody_else_has_to_release_proves_nothing_of_mine() -> None:
    assert model(sheet("approvals.needs-principal")).proves is None


def test_what_the_signed_week_lacks_is_named() -> None:
    given: dict[str, Value] = {"name": "Ellen Whitcomb", "on": NOW - timedelta(days=4)}
    lacking = sheet(mandate=replace(WEEK, covers=False, lacking=(FACEBOOK,)))

    off = model(replace(lacking, topic="science fair")).right
    assert off == say("approvalui.off-plan-lacks", topic="science fair", accounts="Facebook", **given)

    none = model(replace(lacking, topic="")).right
    assert none == say("approvalui.off-plan-none", **given)


def test_what_is_in_doubt_stands_in_the_first_card_and_keeps_nobody_from_releasing() -> None:
    finding = Finding("promotion", "BAL-B1l1", None, "20% off", say("policy.promotion"), Severity.WARN)
    override = Override("political", "VOTE", "A quotation", MAYA)

    shown = model(sheet(warnings=(finding,), overrides=((override, None),)))

    assert shown.missing == ()
    assert [(one.state, one.said.id) for one in shown.stands] == [
        (State.NOTE, "approvalui.you-can-release-in-doubt"),
        (State.DOUBT, "approvalui.doubt-stands"),
        (State.NOTE, "approvalui.stands-with-reason"),
    ]


def test_a_release_that_ended_is_none_any_more() -> None:
    release = released().release
    assert release is not None
    over = replace(release, closes=NOW - timedelta(minutes=1))

    shown = model(released(release=over))

    assert [reason.message.id for reason in shown.missing] == ["approvalui.release-over"]
    assert [one.state for one in shown.stands] == [State.STOP]


def test_what_changed_since_an_earlier_release_is_named() -> None:
    changed = (say("publications.changed-texts"),)

    shown = model(sheet(), changed=changed)

    assert Line(State.NOTE, say("approvalui.changed-since", what=changed)) in shown.stands
