"""Writing, saving, handing in and taking back."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import Conflict, KnownError, NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.policy.findings import Severity
from smadmin.domain.posts import PostStage
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Noun
from smadmin.services.students.roster import Students
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def rows(road: Road, post: str) -> list[str]:
    with road.school.desk.look() as unit:
        return [row.act for row in unit.record.about(Noun.POSTS, post)]


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("name", ["bo", "cem", "pat"])
def test_only_who_was_designated_for_an_account_writes_for_it(road: Road, name: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        road.posts.create(road.by(name), (road.x, road.facebook))

    assert ids(refused) == ["posts.not-designated"] * 2
    assert road.posts.may_post(road.by(name)) == ()
    assert [one.id for one in road.posts.may_post(road.by("ana"))] == [road.x, road.facebook]


def test_saving_keeps_what_was_typed_and_leaves_no_row(road: Road) -> None:
    draft = road.draft()

    saved = road.posts.save(road.by("ana"), draft, replace(draft.content, text="Hello")).value

    assert road.posts.get(road.by("ana"), draft.id) == saved
    assert saved.content.text == "Hello"
    assert rows(road, draft.id) == []


def test_a_stale_save_is_a_conflict_and_changes_nothing(road: Road) -> None:
    draft = road.draft()
    road.posts.save(road.by("ana"), draft, replace(draft.content, text="newer"))

    with pytest.raises(Conflict):
        road.posts.save(road.by("ana"), draft, replace(draft.content, text="older"))

    assert road.posts.get(road.by("ana"), draft.id).content.text == "newer"


def test_only_the_author_saves(road: Road) -> None:
    draft = road.draft()

    with pytest.raises(NotAllowed) as refused:
        road.posts.save(road.by("dee"), draft, replace(draft.content, text="mine now"))

    assert ids(refused) == ["posts.not-the-author"]


def test_accounts_are_added_only_by_who_was_designated(road: Road) -> None:
    road.school.admit("eli", "Eli Stone", set(), by="pat")
    with pytest.raises(NotAllowed):
        road.posts.create(road.by("eli"), (road.x,))


def test_words_are_saved_also_when_their_writer_isnt_designated_any_more(road: Road) -> None:
    ana, person = road.by("ana"), road.school.people["ana"]
    draft = road.draft(accounts=(road.x,))
    with road.school.desk.deed(road.by("pat")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.person == person]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, person, {"grant": grant.id})

    saved = road.posts.save(ana, draft, replace(draft.content, text="Typed since")).value

    assert road.posts.get(ana, draft.id).content.text == "Typed since"
    assert [one.message.id for one in road.posts.submit_blockers(ana, draft.id)] == ["posts.not-designated"]
    with pytest.raises(NotAllowed):
        road.posts.save(ana, saved, replace(saved.content, accounts=(road.x, road.facebook)))


def test_pictures_are_put_in_order_and_described(road: Road) -> None:
    ana, first, second = road.by("ana"), road.photo(), road.photo()
    draft = road.posts.attach(ana, road.draft(), first, alt="one").value
    draft = road.posts.attach(ana, draft, second).value
    draft = road.posts.attach(ana, draft, second, alt="two").value

    assert [(one.photo, one.alt) for one in draft.content.pictures] == [(first, "one"), (second, "two")]


def test_submitting_makes_a_revision_that_says_what_stood_there(road: Road) -> None:
    draft = road.draft()

    revision = road.posts.submit(road.by("ana"), draft.id).value

    assert (revision.number, revision.author, revision.content) == (1, draft.author, draft.content)
    assert rows(road, draft.id) == ["submit"]
    assert road.posts.get(road.by("ana"), draft.id).stage is PostStage.SUBMITTED
    with pytest.raises(NotAllowed):
        road.posts.save(road.by("ana"), draft, draft.content)


@pytest.mark.demand("BAL-D2")
def test_words_that_werent_read_back_are_not_handed_in(road: Road) -> None:
    ana, read = road.by("ana"), road.draft()
    road.posts.save(ana, read, replace(read.content, text="Words that nobody read back."))

    with pytest.raises(Conflict):
        road.posts.submit(ana, read.id, read=read)

    assert road.posts.get(ana, read.id).stage is PostStage.DRAFT


def test_an_empty_draft_is_not_handed_in(road: Road) -> None:
    draft = road.draft(text=" ")

    with pytest.raises(NotAllowed) as refused:
        road.posts.submit(road.by("ana"), draft.id)

    assert ids(refused) == ["posts.empty"]
    assert road.posts.submit_blockers(road.by("ana"), draft.id) == refused.value.reasons


def test_a_draft_for_an_account_on_hold_is_not_handed_in(road: Road) -> None:
    draft = road.draft()
    with road.school.desk.deed(road.by("pat")) as deed:
        account = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(account, stage=type(account.stage).ON_HOLD))

    reasons = road.posts.submit_blockers(road.by("ana"), draft.id)

    assert [reason.message.id for reason in reasons] == ["accounts.on-hold"]


def test_words_too_long_for_a_platform_are_told_before_handing_in(road: Road) -> None:
    draft = road.draft(text="é" * 300)

    reasons = road.posts.submit_blockers(road.by("ana"), draft.id)

    assert [(r.message.id, r.message.values["n"]) for r in reasons] == [("posts.too-long", 20)]


def test_a_platform_without_words_alone_wants_a_picture_before_handing_in(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        account = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(account, platform=Platform.INSTAGRAM))
    draft = road.draft(text="The concert is on Tuesday.")

    reasons = road.posts.submit_blockers(road.by("ana"), draft.id)

    assert [(r.message.id, r.place) for r in reasons] == [("posts.picture-needed", f"account:{road.x}")]


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize("first", [None, "ana"])
def test_a_photo_that_nobody_finished_looking_at_keeps_a_post_back(road: Road, first: str | None) -> None:
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, road.photo(first=first, second=None), alt="A tower")

    reasons = road.posts.submit_blockers(road.by("ana"), draft.id)

    assert [r.message.id for r in reasons] == ([] if first else ["posts.first-look-missing"])


def test_a_picture_that_is_gone_keeps_a_post_back(road: Road) -> None:
    photo = road.photo()
    draft = road.posts.attach(road.by("ana"), road.draft(), photo, alt="A tower").value
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.unit.photos.remove(photo)

    reasons = road.posts.submit_blockers(road.by("ana"), draft.id)

    assert "posts.photo-gone" in [reason.message.id for reason in reasons]


@pytest.mark.demand("BAL-B1i3")
def test_the_name_of_an_opted_out_child_blocks_in_any_accounts_wording(road: Road) -> None:
    entry = StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.EVERYTHING}))
    Students(road.school.desk, road.media, roster_age_days=30).add(road.by("pat"), entry)
    road.reader.forget()
    draft = road.draft(accounts=(road.x, road.facebook))
    wordings = {road.facebook: "Well done, Mia Torres!"}
    draft = road.posts.save(road.by("ana"), draft, replace(draft.content, wordings=wordings)).value

    findings = road.posts.findings(road.by("ana"), draft.content)
    reasons = road.posts.submit_blockers(road.by("ana"), draft.id)

    assert "opted-out-name" not in [f.rule for f in findings[road.x]]
    assert "opted-out-name" in [f.rule for f in findings[road.facebook]]
    assert [(reason.citation, reason.place) for reason in reasons] == [("BAL-B1i3", "text")]


def test_a_warning_is_let_stand_with_a_reason_that_the_record_keeps(road: Road) -> None:
    draft = road.draft(text="COME TO THE BOOK FAIR and call Ana at 410-555-0148 now.")
    (found,) = {
        f for f in road.posts.findings(road.by("ana"), draft.content)[road.x] if f.rule == "phone-number"
    }

    newer = road.posts.override(road.by("ana"), draft, found, "The fair's own line").value

    assert found.severity is Severity.WARN
    assert [(one.rule, one.reason) for one in newer.content.overrides] == [
        ("phone-number", "The fair's own line")
    ]
    assert rows(road, draft.id) == ["override"]


def test_an_override_is_no_field_that_saving_could_set(road: Road) -> None:
    draft = road.draft(text="Call 410-555-0148.")
    (found,) = road.posts.findings(road.by("ana"), draft.content)[road.x]
    made = road.posts.override(road.by("ana"), draft, found, "Our line").value

    stripped = replace(made.content, overrides=())
    saved = road.posts.save(road.by("ana"), made, stripped).value

    assert saved.content.overrides == made.content.overrides


def test_a_post_is_taken_back_changed_and_handed_in_as_revision_two(road: Road) -> None:
    post, ana = road.submitted(), road.by("ana")

    draft = road.posts.take_back(ana, post).value
    road.posts.save(ana, draft, replace(draft.content, text="Better words."))
    revision = road.posts.submit(ana, post).value

    assert revision.number == 2
    assert rows(road, post) == ["submit", "take-back", "submit"]


def test_only_the_author_takes_back_and_only_what_is_handed_in(road: Road) -> None:
    post, draft = road.submitted(), road.draft()

    assert [r.message.id for r in road.posts.take_back_blockers(road.by("dee"), post)] == [
        "posts.not-the-author"
    ]
    assert [r.message.id for r in road.posts.take_back_blockers(road.by("ana"), draft.id)] == [
        "posts.nothing-to-take-back"
    ]


def test_what_is_going_out_is_not_taken_back(road: Road) -> None:
    post = road.released()
    road.publications.intend(road.by("ana"), post, road.x)

    with pytest.raises(NotAllowed) as refused:
        road.posts.take_back(road.by("ana"), post)

    assert ids(refused) == ["posts.already-going-out"]


def test_a_dropped_draft_comes_back(road: Road) -> None:
    draft, ana = road.draft(), road.by("ana")
    road.posts.drop(ana, draft.id)
    assert road.posts.mine(ana) == ()

    road.posts.undo_drop(ana, draft.id)

    assert [one.id for one in road.posts.mine(ana)] == [draft.id]
    assert rows(road, draft.id) == ["drop", "undo-drop"]
    with pytest.raises(NotAllowed):
        road.posts.undo_drop(ana, draft.id)


def test_lists_begin_with_what_was_edited_last(road: Road) -> None:
    first = road.draft()
    road.school.clock.forward(minutes=1)
    second = road.submitted()

    assert [one.id for one in road.posts.mine(road.by("ana"))] == [second, first.id]
    assert [one.id for one in road.posts.at_stage(road.by("dee"), PostStage.SUBMITTED)] == [second]
    assert road.posts.mine(road.by("dee")) == ()


def test_a_seat_writes_nothing(road: Road) -> None:
    seat = replace(road.by("ana"), person=None)

    with pytest.raises(KnownError) as refusal:
        road.posts.create(seat, (road.x,))

    assert refusal.value.happened.id == "records.not-your-key"


def test_drafts_are_sealed_while_nobody_is_signed_in(road: Road) -> None:
    draft = road.draft()

    with pytest.raises(KnownError):
        road.posts.get(replace(road.by("ana"), cells=None), draft.id)
