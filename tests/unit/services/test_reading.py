"""Reading by the school's policy with its children's names."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import Tampered
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.adults import AdultConsent, ConsentKind
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import Content, Override, Picture
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.photos.consented import record_new
from smadmin.services.policy import Policy
from smadmin.services.reading import Reader, distinct, length_reasons, open_blocks
from smadmin.services.students.roster import Students
from tests.road import Road, make_road

MIA = "Well done, Mia Torres!"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def opt_out(road: Road, first: str, last: str) -> None:
    entry = StudentEntry(first, last, opt_outs=frozenset({OptOut.NAMES}))
    Students(road.school.desk, road.media, roster_age_days=30).add(road.by("pat"), entry)


def rules(found: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in found]


def test_names_are_known_since_sign_in_until_they_are_forgotten(road: Road) -> None:
    content = Content(MIA, (road.x,))
    with road.school.desk.look(road.by("ana")) as unit:
        assert rules(road.reader.typed(unit, content)[road.x]) == []
    opt_out(road, "Mia", "Torres")

    with road.school.desk.look(road.by("ana")) as unit:
        before = rules(road.reader.typed(unit, content)[road.x])
        road.reader.forget()
        after = rules(road.reader.typed(unit, content)[road.x])

    assert before == []
    assert "opted-out-name" in after


def test_what_decides_reads_the_list_of_this_moment(road: Road) -> None:
    content = Content(MIA, (road.x,))
    with road.school.desk.look(road.by("ana")) as unit:
        road.reader.typed(unit, content)
    opt_out(road, "Mia", "Torres")

    with road.school.desk.look(road.by("ana")) as unit:
        assert "opted-out-name" in rules(road.reader.now(unit, content)[road.x])


def test_staff_may_be_named_in_full(road: Road) -> None:
    opt_out(road, "Ana", "Brooks")
    with road.school.desk.look(road.by("ana")) as unit:
        findings = road.reader.now(unit, Content("Ask Pat Winters at the door.", (road.x,)))

    assert rules(findings[road.x]) == []


def test_the_schools_own_addresses_are_no_finding(road: Road) -> None:
    with road.school.desk.look(road.by("ana")) as unit:
        own = road.reader.now(unit, Content("Write to office@lincoln.example today.", (road.x,)))
        private = road.reader.now(unit, Content("Write to somebody@gmail.com today.", (road.x,)))

    assert rules(own[road.x]) == []
    assert rules(private[road.x]) == ["email-address"]


@pytest.mark.demand("BAL-B1i3")
def test_the_list_tells_whose_work_must_not_be_shown(road: Road) -> None:
    entry = StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.CREATIVE_WORK}))
    Students(road.school.desk, road.media, roster_age_days=30).add(road.by("pat"), entry)
    content = Content("Mia's painting hangs in the hall.", (road.x,))

    with road.school.desk.look(road.by("ana")) as unit:
        found = {one.rule: one.message.id for one in road.reader.now(unit, content)[road.x]}

    assert found["student-work"] == "policy.student-work-refused"


@pytest.mark.demand("SOC-O9")
def test_our_own_accounts_may_be_mentioned(road: Road) -> None:
    shipped = Policy.shipped()
    packs = {**shipped.packs, "baltimore-city-md": shipped.packs["socorro-tx"]}
    reader = Reader(road.school.desk, Policy(packs, shipped.platforms, lambda: shipped.lexicon))
    with road.school.desk.look(road.by("ana")) as unit:
        own = unit.accounts.get(road.x).handle
        found = reader.now(unit, Content(f"Hi @{own} and @somebody_else", (road.x,)))[road.x]

    assert [one.text for one in found if one.rule == "mention"] == ["@somebody_else"]


def test_a_picture_whose_right_nobody_knows_blocks(road: Road) -> None:
    photo = road.photo()
    content = Content("A tower", (road.x,), pictures=(Picture(photo, "Children build a tower"),))
    with road.school.desk.look(road.by("ana")) as unit:
        known = road.reader.now(unit, content)
    with road.school.desk.deed(road.by("ana")) as deed:
        folder = deed.unit.photo_sets.get(deed.unit.photos.get(photo).set)
        deed.unit.photo_sets.change(replace(folder, right=RightOfUse.UNKNOWN))
        unknown = road.reader.now(deed.unit, content)

    assert rules(known[road.x]) == []
    assert rules(unknown[road.x]) == ["right-of-use"]
    assert [reason.place for reason in open_blocks(unknown, content)] == [f"picture:{photo}"]


@pytest.mark.parametrize(("text", "ends"), [("Damn, the fair opens on Thursday.", True), (MIA, False)])
def test_a_finding_of_two_accounts_counts_once_and_a_reason_ends_a_block_that_leaves_judgement(
    road: Road, text: str, ends: bool
) -> None:
    opt_out(road, "Mia", "Torres")
    content = Content(text, (road.x, road.facebook))
    with road.school.desk.look(road.by("ana")) as unit:
        findings = road.reader.now(unit, content)
    (block,) = distinct(findings, Severity.BLOCK)
    made = Override(block.rule, block.text, "her mother asked", road.school.people["pat"])

    assert len(open_blocks(findings, content)) == 1
    assert (open_blocks(findings, replace(content, overrides=(made,))) == ()) is ends


def test_lengths_are_the_platforms_own(road: Road) -> None:
    content = Content("x" * 281, (road.x, road.facebook))
    with road.school.desk.look(road.by("ana")) as unit:
        reasons = length_reasons(unit, road.reader.policy, content)

    assert [reason.place for reason in reasons] == [f"account:{road.x}"]


def test_a_school_with_an_unknown_policy_says_so(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        school = deed.unit.schools.get(road.school.id)
        deed.unit.schools.change(replace(school, policy="nowhere"))

    with road.school.desk.look() as unit, pytest.raises(Tampered):
        road.reader.pack(unit)


@pytest.mark.demand("BLO-A6")
def test_an_adult_whose_consent_is_recorded_may_be_named_at_once(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="bloomington-mn")
    content = Content("Thank you to Carol Whitman for the books.", (road.x,))
    with road.school.desk.look(road.by("ana")) as unit:
        assert "named-person" in rules(road.reader.typed(unit, content)[road.x])

    with road.school.desk.deed(road.by("pat")) as deed:
        record_new(deed, [AdultConsent("Carol Whitman", ConsentKind.MAIL, deed.now.date())], lambda: "c")

    with road.school.desk.look(road.by("ana")) as unit:
        assert "named-person" not in rules(road.reader.typed(unit, content)[road.x])
