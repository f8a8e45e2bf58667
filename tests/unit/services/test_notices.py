"""Notices at once: signed in advance, filled and released by one person, countersigned (YEL-B1)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.blanks import blanks_in
from smadmin.domain.errors import NotAllowed
from smadmin.domain.notices import NoticeText, Side
from smadmin.domain.people import Role
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.posts import PostStage
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.notices import Notices
from smadmin.services.students.roster import Students
from tests.road import WEEK, Road, account, make_road

CLOSED = "School is closed on \u2039day\u203a because of \u2039reason\u203a."
VALUES = {"day": "Monday", "reason": "snow"}
YEAR = (WEEK, date(2027, 6, 30))


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def notices(road: Road) -> Notices:
    return Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)


def signed(road: Road, notices: Notices, *, text: str = CLOSED, who: str = "ana") -> NoticeText:
    accounts = (road.x, road.facebook)
    made = notices.sign(
        road.by("pat"),
        text,
        kind=NoticeKind.CLOSURE,
        people=(road.school.people[who],),
        accounts=accounts,
        days=YEAR,
    )
    return next(one.text for one in notices.sheet(road.by(who)).lines if one.text.id == made.value)


def why(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


@pytest.mark.demand("YEL-B1")
def test_one_named_person_releases_it_alone_without_any_plan(road: Road, notices: Notices) -> None:
    text = signed(road, notices)

    post = notices.send(road.by("ana"), text, VALUES, elsewhere=("the website", "phone calls")).value

    draft, released = road.posts.get(road.by("ana"), post), road.approvals.released(road.by("ana"), post)
    assert draft.stage is PostStage.RELEASED
    assert draft.content.text == "School is closed on Monday because of snow."
    assert released is not None
    assert released.manifest is not None
    assert (released.manifest.mandate, released.manifest.mandate_seq) == (ReleaseBy.NOTICE, text.seq)
    assert released.manifest.closes < released.manifest.opens + timedelta(days=7), "it is for Monday"
    for one in (road.x, road.facebook):
        assert road.publications.blockers(road.by("ana"), post, one) == ()


@pytest.mark.demand("WIC-P4")
def test_where_else_it_was_published_stands_in_the_record(road: Road, notices: Notices) -> None:
    notices.send(road.by("ana"), signed(road, notices), VALUES, elsewhere=("the website",))

    (sent,) = notices.sent(road.by("pat"))

    assert sent.elsewhere == ("the website",)


def test_other_words_are_nobodys_to_release_alone(road: Road, notices: Notices) -> None:
    signed(road, notices)
    draft = road.posts.create(
        road.by("ana"), (road.x,), text="Buy our book! School is closed on Monday because of snow."
    ).value
    road.posts.submit(road.by("ana"), draft.id)

    assert "approvals.own-post" in [
        one.message.id for one in road.approvals.blockers(road.by("ana"), draft.id)
    ]


def test_nobody_but_the_named_sends_it(road: Road, notices: Notices) -> None:
    text = signed(road, notices)

    with pytest.raises(NotAllowed) as refused:
        notices.send(road.by("dee"), text, VALUES)

    assert "approvals.own-post" in why(refused)


def test_a_withdrawn_text_releases_nothing_and_stops_what_is_not_out(road: Road, notices: Notices) -> None:
    text = signed(road, notices)
    post = notices.send(road.by("ana"), text, VALUES).value

    notices.withdraw(road.by("pat"), text.id)

    assert [one.message.id for one in road.publications.blockers(road.by("ana"), post, road.x)] != []
    with pytest.raises(NotAllowed) as refused:
        notices.send(road.by("ana"), text, VALUES)
    assert "approvals.own-post" in why(refused)


def test_what_the_policy_blocks_is_no_notice(road: Road, notices: Notices) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres"))
    text = signed(road, notices)

    with pytest.raises(NotAllowed):
        notices.send(road.by("ana"), text, {"day": "Monday", "reason": "the accident of Mia Torres"})

    assert notices.sent(road.by("pat")) == ()


def test_an_empty_blank_begins_nothing(road: Road, notices: Notices) -> None:
    text = signed(road, notices)

    with pytest.raises(NotAllowed) as refused:
        notices.send(road.by("ana"), text, {"day": "Monday"})

    assert why(refused) == ["notices.blank-empty"]
    assert road.posts.mine(road.by("ana")) == ()


def test_only_the_principal_signs_and_never_for_themselves(road: Road, notices: Notices) -> None:
    def sign(who: str, named: str) -> None:
        notices.sign(
            road.by(who),
            CLOSED,
            kind=NoticeKind.DELAY,
            people=(road.school.people[named],),
            accounts=(road.x,),
            days=YEAR,
        )

    with pytest.raises(NotAllowed) as by_another:
        sign("dee", "ana")
    with pytest.raises(NotAllowed) as for_themselves:
        sign("pat", "pat")
    with pytest.raises(NotAllowed) as for_a_reviewer:
        sign("pat", "bo")

    assert why(by_another) == ["approvals.principal-only"]
    assert "approvals.not-to-yourself" in why(for_themselves)
    assert why(for_a_reviewer) == ["notices.not-designated"]


def test_a_passphrase_given_long_ago_signs_nothing(road: Road, notices: Notices) -> None:
    late = road.by("pat")
    road.school.clock.forward(minutes=30)

    with pytest.raises(NotAllowed) as refused:
        notices.sign(
            late,
            CLOSED,
            kind=NoticeKind.SAFETY,
            people=(road.school.people["ana"],),
            accounts=(road.x,),
            days=YEAR,
        )

    assert why(refused) == ["approvals.passphrase-again"]


def test_principal_and_communications_each_countersign_and_the_release_stays(
    road: Road, notices: Notices
) -> None:
    road.school.admit("cam", "Cam Reyes", {Role.COMMUNICATIONS}, by="pat")
    post = notices.send(road.by("ana"), signed(road, notices), VALUES).value
    assert [one.owed for one in notices.owed(road.by("pat"))] == [frozenset(Side)]

    notices.countersign(road.by("pat"), post)

    assert notices.owed(road.by("pat")) == ()
    assert [one.owed for one in notices.owed(road.by("cam"))] == [{Side.COMMUNICATIONS}]
    notices.countersign(road.by("cam"), post)
    assert notices.owed(road.by("cam")) == ()
    assert road.publications.blockers(road.by("ana"), post, road.x) == ()


def test_who_sent_it_and_who_has_no_such_office_cannot_countersign(road: Road, notices: Notices) -> None:
    post = notices.send(road.by("ana"), signed(road, notices), VALUES).value

    with pytest.raises(NotAllowed) as refused:
        notices.countersign(road.by("ana"), post)

    assert why(refused) == ["notices.leading-only", "notices.own"]
    assert notices.owed(road.by("ana")) == ()


def test_a_released_notice_that_was_taken_back_is_owed_no_countersignature(
    road: Road, notices: Notices
) -> None:
    post = notices.send(road.by("ana"), signed(road, notices), VALUES).value

    road.approvals.void(road.by("ana"), post, "wrong day")

    assert notices.owed(road.by("pat")) == ()


def test_the_sheet_names_people_and_accounts_and_who_may_sign(road: Road, notices: Notices) -> None:
    signed(road, notices)

    mine, principals = notices.sheet(road.by("ana")), notices.sheet(road.by("pat"))

    assert [line.mine for line in mine.lines] == [True]
    assert [line.mine for line in principals.lines] == [False]
    assert mine.lines[0].people == ("Ana Brooks",)
    assert {one.id for one in mine.lines[0].accounts} == {road.x, road.facebook}
    assert (mine.may_sign, principals.may_sign) == (False, True)
    assert {one.name for one in principals.people} >= {"Ana Brooks", "Dee Okafor"}


def test_an_account_that_takes_no_words_alone_and_words_that_are_too_long_are_no_notice(
    road: Road, notices: Notices
) -> None:
    instagram = account(road.school, Platform.INSTAGRAM, "lincoln.es", "https://instagram.com/lincoln.es")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.unit.accounts.add(instagram)
        deed.record(Act.ADOPT, Noun.ACCOUNTS, instagram.id, parts={"account": instagram.to_plain()})

    with pytest.raises(NotAllowed) as refused:
        notices.sign(
            road.by("pat"),
            "Closed. " * 50,
            kind=NoticeKind.CLOSURE,
            people=(road.school.people["ana"],),
            accounts=(road.x, instagram.id),
            days=YEAR,
        )

    assert {"posts.picture-needed", "posts.too-long"} <= set(why(refused))
    assert instagram.id not in [one.id for one in notices.sheet(road.by("pat")).accounts]


def test_a_countersignature_is_asked_for_some_weeks_and_not_for_ever(road: Road, notices: Notices) -> None:
    notices.send(road.by("ana"), signed(road, notices), VALUES)
    road.school.clock.forward(days=59)
    still = notices.owed(road.by("pat"))
    road.school.clock.forward(days=2)

    assert (len(still), notices.owed(road.by("pat"))) == (1, ())


def test_what_is_released_again_after_it_was_taken_back_is_countersigned_all_the_same(
    road: Road, notices: Notices
) -> None:
    post = notices.send(road.by("ana"), signed(road, notices), VALUES).value
    notices.countersign(road.by("pat"), post)
    road.approvals.void(road.by("ana"), post, "wrong day")

    road.approvals.release(road.by("ana"), post)

    assert [one.post for one in notices.owed(road.by("pat"))] == [post]


def test_a_passphrase_given_long_ago_begins_no_post(road: Road, notices: Notices) -> None:
    text, late = signed(road, notices), road.by("ana")
    road.school.clock.forward(minutes=30)

    with pytest.raises(NotAllowed) as refused:
        notices.send(late, text, VALUES)

    assert why(refused) == ["approvals.passphrase-again"]
    assert road.posts.mine(road.by("ana")) == ()


def test_what_is_refused_leaves_no_post_behind(road: Road, notices: Notices) -> None:
    Students(road.school.desk, road.media, roster_age_days=30).add(
        road.by("pat"), StudentEntry("Mia", "Torres")
    )
    text = signed(road, notices)
    blocked = {"day": "Monday", "reason": "the accident of Mia Torres"}
    with pytest.raises(NotAllowed):
        notices.send(road.by("ana"), text, blocked)
    notices.withdraw(road.by("pat"), text.id)
    for _ in range(2):
        with pytest.raises(NotAllowed):
            notices.send(road.by("ana"), text, VALUES)

    assert road.posts.mine(road.by("ana")) == ()
    assert road.approvals.queue(road.by("pat")) == ()


def test_the_districts_own_words_are_proposed(road: Road, notices: Notices) -> None:
    proposed = notices.sheet(road.by("pat")).proposed

    assert {one.kind for one in proposed} == set(NoticeKind)
    assert all(blanks_in(one.told.said(language)) for one in proposed for language in ("en", "es"))
