"""Who releases by which mandate, what is sent back and what is void."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import NotAllowed
from smadmin.domain.policy.findings import Severity
from smadmin.domain.posts import PostStage
from smadmin.domain.students import StudentEntry
from smadmin.services.approvals import Approvals
from smadmin.services.heads import Noted
from smadmin.services.proof import Proof
from smadmin.services.students.roster import Students
from tests.faults.forgeries import sql
from tests.road import WEEK, Road, make_road

YEAR_END = date(2027, 6, 1)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def test_the_second_looker_releases_under_the_signed_week(road: Road) -> None:
    post = road.submitted(photo=True)

    seq = road.approvals.release(road.by("bo"), post).value

    released = road.approvals.released(road.by("ana"), post)
    assert released is not None
    assert released.manifest is not None
    assert (released.seq, released.person) == (seq, road.school.people["bo"])
    assert released.manifest.mandate is ReleaseBy.WEEK
    assert released.manifest.files[road.x][0][2] == "Children build a tower"
    assert road.posts.get(road.by("ana"), post).stage is PostStage.RELEASED


def test_a_text_only_post_is_released_by_another_administrator(road: Road) -> None:
    post = road.submitted()

    assert road.approvals.blockers(road.by("dee"), post) == ()


def test_the_principal_releases_what_is_off_the_plan(road: Road) -> None:
    draft = road.posts.create(road.by("ana"), (road.x,), text="School is closed on Friday.").value
    road.posts.submit(road.by("ana"), draft.id)
    assert [r.message.id for r in road.approvals.blockers(road.by("bo"), draft.id)] == [
        "approvals.not-in-plan"
    ]

    road.approvals.release(road.by("pat"), draft.id)

    released = road.approvals.released(road.by("pat"), draft.id)
    assert released is not None
    assert released.manifest is not None
    assert released.manifest.mandate is ReleaseBy.EACH
    assert road.publications.blockers(road.by("ana"), draft.id, road.x) == ()


def test_the_principal_releases_what_stands_against_a_rule_that_blocks(road: Road) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres"))
    draft = road.draft(text="Mia Torres opens the book fair on Thursday.")
    findings = road.posts.findings(road.by("ana"), draft.content)[road.x]
    found = next(one for one in findings if one.rule == "first-names-only")
    road.posts.override(road.by("ana"), draft, found, "She won the state prize and her parents agreed")
    road.posts.submit(road.by("ana"), draft.id)

    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("bo"), draft.id)
    road.approvals.release(road.by("pat"), draft.id)

    assert found.severity is Severity.BLOCK
    assert ids(refused) == ["approvals.override-needs-principal"]


def test_nothing_is_released_while_a_row_of_the_record_is_not_as_it_was_signed(road: Road) -> None:
    post = road.submitted()
    sql(road, "UPDATE record_row SET signature = zeroblob(64) WHERE seq = 9")
    started = Approvals(
        road.school.desk, road.reader, Proof(road.school.desk, lambda: Noted(road.school.heads.kept()))
    )

    with pytest.raises(NotAllowed) as refused:
        started.release(road.by("bo"), post)

    assert "approvals.record-short" in ids(refused)


def test_a_topic_counts_for_the_accounts_it_was_signed_for(road: Road) -> None:
    both = road.submitted(accounts=(road.x, road.facebook))

    assert road.approvals.blockers(road.by("bo"), both) == ()


def test_without_a_signed_week_only_the_principal_releases(tmp_path: Path) -> None:
    road = make_road(tmp_path, signed=False)
    post = road.submitted()

    assert [r.message.id for r in road.approvals.blockers(road.by("bo"), post)] == [
        "approvals.needs-principal"
    ]
    assert road.approvals.blockers(road.by("pat"), post) == ()


def test_the_signed_week_goes_on_for_three_weeks(road: Road) -> None:
    road.school.clock.forward(weeks=3)
    assert road.approvals.blockers(road.by("bo"), road.submitted()) == ()

    road.school.clock.forward(weeks=1)

    assert [r.message.id for r in road.approvals.blockers(road.by("bo"), road.submitted())] == [
        "approvals.needs-principal"
    ]


def test_a_week_signed_anew_keeps_the_releases_it_still_covers(road: Road) -> None:
    post = road.released()
    road.plan.add(road.by("ana"), road.x, date(2026, 11, 20), "Chess club")

    road.plan.sign_week(road.by("pat"), WEEK)

    assert road.publications.blockers(road.by("ana"), post, road.x) == ()


def test_an_administrator_releases_clean_text_alone_under_a_standing_permission(road: Road) -> None:
    ana = road.school.people["ana"]
    made = road.approvals.permit(road.by("pat"), ana, starts=WEEK, ends=YEAR_END, accounts=(road.x,))

    post = road.released(by="ana")

    released = road.approvals.released(road.by("ana"), post)
    assert released is not None
    assert released.manifest is not None
    assert released.manifest.mandate is ReleaseBy.STANDING
    assert road.publications.blockers(road.by("ana"), post, road.x) == ()
    assert [one.id for one in road.approvals.permissions(road.by("pat"))] == [made.value]


def test_a_standing_permission_is_for_text_without_warnings_on_its_accounts(road: Road) -> None:
    ana = road.school.people["ana"]
    road.approvals.permit(road.by("pat"), ana, starts=WEEK, ends=YEAR_END, accounts=(road.x,))

    photo = road.approvals.blockers(road.by("ana"), road.submitted(photo=True))
    warned = road.approvals.blockers(road.by("ana"), road.submitted(text="Call 410-555-0148."))
    elsewhere = road.approvals.blockers(road.by("ana"), road.submitted(accounts=(road.facebook,)))

    assert [r.message.id for r in photo] == ["approvals.own-post"]
    assert [r.message.id for r in warned] == ["approvals.standing-clean-only"]
    assert [r.message.id for r in elsewhere] == ["approvals.own-post"]


def test_a_permission_ends_on_its_last_day_and_when_it_is_withdrawn(road: Road) -> None:
    ana = road.school.people["ana"]
    made = road.approvals.permit(road.by("pat"), ana, starts=WEEK, ends=WEEK, accounts=(road.x,)).value
    assert road.approvals.blockers(road.by("ana"), road.submitted()) == ()

    road.approvals.withdraw(road.by("pat"), made)

    assert road.approvals.permissions(road.by("pat")) == ()
    assert [r.message.id for r in road.approvals.blockers(road.by("ana"), road.submitted())] == [
        "approvals.own-post"
    ]


@pytest.mark.parametrize(
    ("who", "whom", "ends", "expected"),
    [
        ("ana", "ana", YEAR_END, "approvals.principal-only"),
        ("bo", "ana", YEAR_END, "approvals.principal-only"),
        ("pat", "bo", YEAR_END, "approvals.permission-administrators-only"),
        ("pat", "pat", YEAR_END, "approvals.not-to-yourself"),
        ("pat", "ana", date(2028, 1, 1), "approvals.permission-too-long"),
    ],
)
def test_permissions_are_the_principals_to_give(
    road: Road, who: str, whom: str, ends: date, expected: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        road.approvals.permit(
            road.by(who), road.school.people[whom], starts=WEEK, ends=ends, accounts=(road.x,)
        )

    assert expected in ids(refused)


def test_releasing_asks_the_passphrase_again_after_five_minutes(road: Road) -> None:
    post, bo = road.submitted(), road.by("bo")
    road.school.clock.forward(minutes=5)
    assert bo.fresh(road.school.clock.now())

    road.school.clock.forward(seconds=1)
    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(bo, post)

    assert ids(refused) == ["approvals.passphrase-again"]
    assert road.approvals.blockers(bo, post) == ()


def test_the_queue_says_to_each_what_keeps_them_from_it(road: Road) -> None:
    post = road.submitted()

    (to_ana,), (to_bo,) = road.approvals.queue(road.by("ana")), road.approvals.queue(road.by("bo"))

    assert (to_bo.draft.id, to_bo.author, to_bo.mandate) == (post, "Ana Brooks", ReleaseBy.WEEK)
    assert to_bo.blockers == ()
    assert [reason.message.id for reason in to_ana.blockers] == ["approvals.own-post"]


def test_a_post_is_sent_back_with_a_sentence(road: Road) -> None:
    post = road.submitted()

    road.approvals.send_back(road.by("bo"), post, " The fair is on Friday. ")

    draft = road.posts.get(road.by("ana"), post)
    assert (draft.stage, draft.sent_back) == (PostStage.SENT_BACK, "The fair is on Friday.")
    assert road.approvals.queue(road.by("bo")) == ()
    assert road.posts.submit(road.by("ana"), post).value.number == 2
    assert road.posts.get(road.by("ana"), post).sent_back == ""


def test_sending_back_needs_a_sentence_a_role_and_a_waiting_post(road: Road) -> None:
    post = road.submitted()

    with pytest.raises(NotAllowed) as empty:
        road.approvals.send_back(road.by("bo"), post, " ")
    with pytest.raises(NotAllowed) as own:
        road.approvals.send_back(road.by("ana"), post, "Better not")
    with pytest.raises(NotAllowed) as draft:
        road.approvals.send_back(road.by("bo"), road.draft().id, "Not yet")

    assert ids(empty) == ["approvals.sentence-missing"]
    assert ids(own) == ["approvals.take-back-instead"]
    assert ids(draft) == ["approvals.not-waiting"]


@pytest.mark.parametrize("who", ["ana", "bo", "pat"])
def test_a_release_is_taken_back_by_author_releaser_or_office(road: Road, who: str) -> None:
    post = road.released()

    road.approvals.void(road.by(who), post, "The fair is off")

    assert road.approvals.released(road.by("ana"), post) is None
    assert road.posts.get(road.by("ana"), post).stage is PostStage.SUBMITTED
    assert [one.draft.id for one in road.approvals.queue(road.by("bo"))] == [post]


def test_nobody_else_takes_a_release_back_nor_what_is_going_out(road: Road) -> None:
    post = road.released()

    with pytest.raises(NotAllowed) as stranger:
        road.approvals.void(road.by("dee"), post, "mine")
    road.publications.intend(road.by("ana"), post, road.x)
    with pytest.raises(NotAllowed) as late:
        road.approvals.void(road.by("pat"), post, "stop")

    assert ids(stranger) == ["approvals.not-yours-to-void"]
    assert ids(late) == ["posts.already-going-out"]


def test_a_post_is_released_once(road: Road) -> None:
    post = road.released()

    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("pat"), post)

    assert ids(refused) == ["approvals.not-waiting"]


def test_the_case_names_everything_that_the_decision_stands_on(road: Road) -> None:
    post = road.submitted(photo=True)

    case = road.approvals.case(road.by("bo"), post)

    assert (case.author, case.releaser) == (road.school.people["ana"], road.school.people["bo"])
    assert [(look.first, look.second) for look in case.looks] == [(case.author, case.releaser)]
    assert case.head_right
    assert case.roster_right
    assert case.clock_right


def test_nothing_is_released_while_the_clock_is_behind_the_record(road: Road) -> None:
    post = road.submitted()
    road.school.clock.at -= timedelta(minutes=2, seconds=1)

    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("bo"), post)

    assert ids(refused) == ["approvals.clock-behind"]
