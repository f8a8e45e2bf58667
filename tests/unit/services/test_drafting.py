"""Earlier words of a draft, nearly equal posts, ready-made texts."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.domain.errors import Conflict, KnownError, NotAllowed
from smadmin.domain.posts import Draft
from smadmin.services.drafting import REMEMBERED_DAYS, Drafting
from smadmin.services.learning import Learning
from smadmin.storage.openings import Openings
from tests.road import TEXT, Road, make_road, shipped


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def helping(road: Road) -> Drafting:
    return Drafting(road.school.desk, Openings(road.school.folder), shipped())


@pytest.fixture
def drafting(road: Road) -> Drafting:
    return helping(road)


def written_over(road: Road, draft: Draft, text: str) -> Draft:
    return road.posts.save(road.by("ana"), draft, replace(draft.content, text=text)).value


def test_words_that_were_written_over_come_with_who_and_when(road: Road, drafting: Drafting) -> None:
    draft = road.draft()
    written_over(road, draft, "Something else altogether")

    versions = drafting.versions(road.by("ana"), draft.id)

    assert [(one.words.text, one.words.at) for one in versions] == [(TEXT, draft.edited_at)]
    assert versions[0].by.startswith("Ana")


def test_restoring_brings_words_back_and_keeps_those_that_stood(road: Road, drafting: Drafting) -> None:
    draft = written_over(road, road.draft(), "Something else altogether")

    restored = drafting.restore(road.by("ana"), draft, draft.earlier[0]).value

    assert restored == road.posts.get(road.by("ana"), draft.id)
    assert restored.content == replace(draft.content, text=TEXT)
    assert [one.text for one in restored.earlier] == ["Something else altogether", TEXT]


def test_only_the_author_restores_and_only_the_newest(road: Road, drafting: Drafting) -> None:
    first = road.draft()
    draft = written_over(road, first, "Something else altogether")

    with pytest.raises(NotAllowed):
        drafting.restore(road.by("cem"), draft, draft.earlier[0])
    with pytest.raises(Conflict):
        drafting.restore(road.by("ana"), first, draft.earlier[0])
    with pytest.raises(KnownError):
        drafting.restore(road.by("ana"), draft, replace(draft.earlier[0], text="never said"))


def test_a_post_that_says_nearly_the_same_is_told(road: Road, drafting: Drafting) -> None:
    sent = road.submitted()
    draft = road.draft(text=TEXT.upper())

    found = drafting.alike(road.by("ana"), draft.content, draft.id)

    assert [(one.post, one.out) for one in found] == [(sent, False)]
    assert getattr(found[0].at.tzinfo, "key", None) == "America/Denver"  # whose day is told
    assert drafting.alike(road.by("ana"), replace(draft.content, accounts=(road.facebook,)), None) == ()
    assert (
        drafting.alike(road.by("ana"), replace(draft.content, text="Report cards come home today."), None)
        == ()
    )


def test_neither_the_post_itself_nor_a_mere_draft_nor_an_old_post_is_told(
    road: Road, drafting: Drafting
) -> None:
    content = road.draft().content
    sent = road.submitted()

    assert drafting.alike(road.by("ana"), content, sent) == ()
    road.school.clock.forward(days=REMEMBERED_DAYS + 1)
    assert drafting.alike(road.by("ana"), content, None) == ()


def test_there_are_ready_made_texts_in_each_language(drafting: Drafting) -> None:
    assert [one.name for one in drafting.ready_made("en")] == [
        "Game day",
        "Closure or delay",
        "Award",
        "Event",
    ]
    assert drafting.ready_made("es")[0].name == "Día de partido"


def test_two_who_open_one_draft_are_told_of_each_other(road: Road, drafting: Drafting) -> None:
    elsewhere = helping(road)
    draft = road.draft()
    assert drafting.open_here(road.by("ana"), draft.id) == ()

    later = elsewhere.open_here(road.by("cem"), draft.id)

    assert [one.split()[0] for one in later] == ["Ana"]
    assert [one.split()[0] for one in drafting.open_here(road.by("ana"), draft.id)] == ["Cem"]
    elsewhere.close_here()
    assert drafting.open_here(road.by("ana"), draft.id) == ()


def test_an_account_that_is_named_but_not_meant_is_told(road: Road, drafting: Drafting) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        facebook = deed.unit.accounts.get(road.facebook)
        deed.unit.accounts.change(replace(facebook, name="Larks Music"))
    content = road.draft(text="More from Larks Music tomorrow.").content

    assert drafting.others_named(road.by("ana"), content) == ("Larks Music",)
    assert drafting.others_named(road.by("ana"), replace(content, accounts=(road.facebook,))) == ()


def test_another_school_of_the_district_that_is_named_is_told(road: Road, drafting: Drafting) -> None:
    ana, learning = road.by("ana"), Learning(road.school.desk, road.reader)
    content = road.draft(text="Roosevelt Middle won the chess cup.").content
    assert drafting.others_named(ana, content) == ()

    learning.add_school(ana, " Roosevelt  Middle School ")
    learning.add_school(ana, "roosevelt middle school")

    assert learning.taught(ana).schools == ("Roosevelt Middle School",)
    assert drafting.others_named(ana, content) == ("Roosevelt Middle School",)
    learning.remove_school(ana, "Roosevelt Middle School")
    assert drafting.others_named(ana, content) == ()


@pytest.mark.demand("BLO-A9")
def test_the_licence_line_is_offered_until_the_text_names_the_licence(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="bloomington-mn")
    drafting, ana = helping(road), road.by("ana")

    line = drafting.licence_line(ana, TEXT)

    with road.school.desk.look(ana) as unit:
        school = unit.schools.get(unit.school)
    year = school.local(road.school.desk.now).year
    assert line == f"\u00a9 {school.name} {year}, CC BY-NC-SA 3.0 US"
    assert drafting.licence_line(ana, f"{TEXT}\n{line}") == ""


@pytest.mark.demand("BLO-A9")
def test_the_year_of_the_licence_line_is_the_schools_own(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="bloomington-mn")
    drafting, ana, clock = helping(road), road.by("ana"), road.school.clock

    clock.at = datetime(2027, 1, 1, 6, 59, tzinfo=UTC)  # a minute to midnight in Denver
    before = drafting.licence_line(ana, TEXT)
    clock.forward(minutes=1)

    assert " 2026, " in before
    assert " 2027, " in drafting.licence_line(ana, TEXT)


def test_where_the_policy_names_no_licence_no_line_is_offered(road: Road, drafting: Drafting) -> None:
    assert drafting.licence_line(road.by("ana"), TEXT) == ""
