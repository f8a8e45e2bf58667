"""The facts of a release: the same before it and at the gate."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.media import RightOfUse
from smadmin.domain.people import Role
from smadmin.domain.photos.review import PhotoSet
from smadmin.domain.students import OptOut, StudentEntry, unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.intake import Intake, SetFacts
from smadmin.services.releases import Facts, newest_release, newest_revision, proven_author
from smadmin.services.students.roster import Students
from tests.faults.forgeries import put_back, sealed_rows, sign_row, sql, stored_rows
from tests.road import Road, account, make_road, shipped


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def folders_of(road: Road) -> tuple[PhotoSet, ...]:
    with road.school.desk.look(road.by("ana")) as unit:
        return unit.photo_sets.all()


def test_the_newest_release_is_the_one_that_counts(road: Road) -> None:
    post = road.released()
    road.approvals.void(road.by("pat"), post, "once more")
    seq = road.approvals.release(road.by("dee"), post).value

    with road.school.desk.look(road.by("ana")) as unit:
        found = newest_release(road.proof.now(unit), post)

    assert found is not None
    assert (found.seq, found.edited_later) == (seq, False)
    assert found.person == road.school.people["dee"]


def test_any_later_row_about_the_post_makes_a_release_void(road: Road) -> None:
    post = road.released()
    sign_row(road, road.by("ana"), "something-new", "posts", post)

    with road.school.desk.look(road.by("ana")) as unit:
        found = newest_release(road.proof.now(unit), post)

    assert found is not None
    assert found.edited_later


def test_a_part_that_is_no_manifest_releases_nothing(road: Road) -> None:
    post = road.submitted()
    sign_row(road, road.by("bo"), "approve", "posts", post, manifest={"post": post})

    with road.school.desk.look(road.by("ana")) as unit:
        found = newest_release(road.proof.now(unit), post)

    assert found is not None
    assert found.manifest is None


def test_a_draft_that_differs_from_its_revision_has_none(road: Road) -> None:
    post = road.submitted()
    with road.school.desk.look(road.by("ana")) as unit:
        assert newest_revision(unit, unit.posts.get(post)) is not None
    with sealed_rows(road) as unit:
        draft = unit.posts.get(post)
        changed = replace(draft, content=replace(draft.content, text="other"))

        assert newest_revision(unit, changed) is None
        assert newest_revision(unit, replace(draft, revision=2)) is None


def test_the_author_is_who_signed_the_handing_in_of_exactly_this(road: Road) -> None:
    post = road.submitted()

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (revision,) = unit.revisions.find(post_id=post)

        assert proven_author(unit, proven, revision) == road.school.people["ana"]
        assert proven_author(unit, proven, replace(revision, author=road.school.people["bo"])) is None
        assert proven_author(unit, proven, replace(revision, number=2)) is None
        assert proven_author(unit, proven, replace(revision, seq=1)) is None
        assert proven_author(unit, proven, replace(revision, seq=999)) is None


def test_roles_count_where_they_hold_for_every_account(road: Road) -> None:
    facts, people = Facts(road.school.desk, road.reader), road.school.people

    with road.school.desk.look(road.by("ana")) as unit:
        trust = unit.trust.read()

        assert facts.roles(unit, trust, people["bo"], (road.x, AccountId("other"))) == {Role.REVIEWER}
        assert facts.roles(unit, trust, people["pat"], ()) == {Role.PRINCIPAL}
        assert facts.roles(unit, trust, None, (road.x,)) == frozenset()


def test_an_account_that_is_gone_is_a_reason(road: Road) -> None:
    facts = Facts(road.school.desk, road.reader)

    with road.school.desk.look(road.by("ana")) as unit:
        reasons = facts.account_reasons(unit, road.proof.now(unit), (road.x, AccountId("gone")))

    assert [reason.message.id for reason in reasons] == ["approvals.account-gone"]


def test_a_clock_two_minutes_behind_the_record_decides_nothing(road: Road) -> None:
    facts = Facts(road.school.desk, road.reader)
    road.submitted()

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        road.school.clock.at -= timedelta(minutes=2)
        assert facts.clock_right(proven)
        road.school.clock.at -= timedelta(seconds=1)
        assert not facts.clock_right(proven)


def test_while_a_child_s_entry_can_t_be_read_nothing_is_released_nor_leaves(road: Road) -> None:
    """The principal took the list as it stands, so its digest is right again."""
    released, waiting = road.released(photo=True), road.submitted()
    school = road.school
    children = Students(school.desk, road.media, roster_age_days=60)
    ann = StudentEntry("Ann", "Ash", ("4b",), frozenset({OptOut.PHOTOS}))
    child = children.add(road.by("ana"), ann).value
    sql(road, f"UPDATE student SET body = x'00' WHERE id = '{child}'")
    school.note()
    school.restoring.sign(road.by("pat"))

    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("bo"), waiting)
    leaving = road.publications.blockers(road.by("ana"), released, road.x)

    assert refused.value.reasons == unreadable_blockers(1)
    assert unreadable_blockers(1)[0] in leaving


def test_an_older_revision_put_back_with_its_seal_whole_is_not_released(road: Road) -> None:
    post = road.submitted(text="Ann won the chess finals.")
    (draft,), (revision,) = stored_rows(road, "post"), stored_rows(road, "revision")
    ana = road.by("ana")
    taken = road.posts.take_back(ana, post).value
    road.posts.save(ana, taken, replace(taken.content, text="The chess finals are over."))
    road.posts.submit(ana, post)
    put_back(road, "post", draft)
    put_back(road, "revision", revision)

    reasons = road.approvals.blockers(road.by("bo"), post)

    assert [one.message.id for one in reasons] == ["approvals.not-as-handed-in"]
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("bo"), post)


def test_an_older_folder_put_back_is_noticed_at_the_release_and_before_anything_leaves(road: Road) -> None:
    released, waiting = road.released(photo=True), road.submitted(photo=True)
    folders = stored_rows(road, "photo_set")
    intake, ana = Intake(road.school.desk, road.media), road.by("ana")
    for folder in folders_of(road):
        facts = SetFacts(folder.event, folder.taken_by, RightOfUse.UNKNOWN, folder.purpose, folder.groups)
        intake.change_facts(ana, folder.id, facts, version=folder.version)
    for row in folders:
        put_back(road, "photo_set", row)

    before = {one.message.id for one in road.approvals.blockers(road.by("bo"), waiting)}
    leaving = {one.message.id for one in road.publications.blockers(ana, released, road.x)}

    assert "photos.folder-differs" in before & leaving


def test_odd_rows_by_a_key_of_the_school_spoil_no_screen(road: Road) -> None:
    """A changed program signs with its own person's key whatever it likes."""
    post = road.submitted(photo=True)
    with road.school.desk.look(road.by("ana")) as unit:
        photo = unit.posts.get(post).content.pictures[0].photo
    sign_row(road, road.by("pat"), Act.STANDING_PERMISSION, Noun.PERMISSIONS, "p", permission={"person": "x"})
    sign_row(road, road.by("pat"), Act.STANDING_PERMISSION, Noun.PERMISSIONS, "q", permission=["odd"])
    sign_row(road, road.by("ana"), Act.DECIDE_FACES, Noun.PHOTOS, photo, faces={"odd": 1})

    reasons = {one.message.id for one in road.approvals.blockers(road.by("bo"), post)}

    assert road.approvals.permissions(road.by("pat")) == ()
    assert "approvals.first-look-missing" in reasons


@pytest.mark.demand("BLO-III-B")
def test_no_post_goes_to_a_platform_that_the_district_didn_t_approve(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="bloomington-mn")
    other = account(road.school, Platform.BLUESKY, "lincoln", "https://bsky.app/profile/lincoln")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.unit.accounts.add(other)
        deed.record(Act.ADOPT, Noun.ACCOUNTS, other.id, parts={"account": other.to_plain()})
        deed.record(Act.GO_LIVE, Noun.ACCOUNTS, other.id)
    road.school.designate("ana", other.id)
    draft = road.draft(accounts=(road.x, other.id))

    with pytest.raises(NotAllowed) as refused:
        road.posts.submit(road.by("ana"), draft.id)
    with road.school.desk.look(road.by("pat")) as unit:
        reasons = Facts(road.school.desk, road.reader).account_reasons(
            unit, road.proof.now(unit), (road.x, other.id)
        )

    assert [one.message.id for one in refused.value.reasons] == ["accounts.platform-unapproved"]
    assert [one.message.id for one in reasons] == ["accounts.platform-unapproved"]


def test_what_changed_since_an_earlier_release_is_said_to_whoever_releases_anew(road: Road) -> None:
    post, ana = road.released(), road.by("ana")
    assert road.approvals.changed_since(ana, post) == ()
    draft = road.posts.take_back(ana, post).value
    road.posts.submit(ana, post)
    same = road.approvals.changed_since(road.by("bo"), post)
    draft = road.posts.take_back(ana, post).value
    road.posts.save(ana, draft, replace(draft.content, text="The fair is over."))
    road.posts.submit(ana, post)

    changed = road.approvals.changed_since(road.by("bo"), post)

    assert same == ()
    assert [one.id for one in changed] == ["publications.changed-texts"]


def test_a_block_that_the_pack_leaves_to_communications_is_released_by_their_hand(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = shipped().packs["baltimore-city-md"]
    rules = {
        **pack.rules,
        "first-names-only": replace(pack.rules["first-names-only"], override_by=Role.COMMUNICATIONS),
    }
    monkeypatch.setattr(road.reader, "pack", lambda _unit: replace(pack, rules=rules))
    Students(road.school.desk, road.media, roster_age_days=30).add(
        road.by("pat"), StudentEntry("Mia", "Torres")
    )
    draft = road.draft(text="Mia Torres opens the book fair on Thursday.")
    findings = road.posts.findings(road.by("ana"), draft.content)[road.x]
    found = next(one for one in findings if one.rule == "first-names-only")
    road.posts.override(road.by("ana"), draft, found, "Her parents and she asked for it")
    road.posts.submit(road.by("ana"), draft.id)

    for somebody in ("pat", "bo"):
        with pytest.raises(NotAllowed) as refused:
            road.approvals.release(road.by(somebody), draft.id)
        assert [one.message.id for one in refused.value.reasons] == [
            "approvals.override-needs-communications"
        ]
    road.approvals.release(road.by("cem"), draft.id)

    released = road.approvals.released(road.by("ana"), draft.id)
    assert released is not None
    assert released.manifest is not None
    assert released.manifest.mandate is ReleaseBy.EACH
    assert released.manifest.overrides == (
        ("first-names-only", "Mia Torres", "Her parents and she asked for it"),
    )
    assert road.publications.blockers(road.by("ana"), draft.id, road.x) == ()
