"""A reason that was given while something was in doubt."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.posts import overridden
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.students.roster import Students
from tests.road import make_road


def test_a_reason_about_an_adult_of_that_name_names_no_opted_out_child(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    entry = StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.EVERYTHING}))
    Students(road.school.desk, road.media, roster_age_days=30).add(road.by("pat"), entry)
    ana, draft = road.by("ana"), road.draft(text="Ms. Mia Torres reads to us in our library on Friday.")
    found = road.posts.findings(ana, draft.content)[road.x]
    (doubt,) = [one for one in found if one.rule == "opted-out-name"]
    draft = road.posts.override(ana, draft, doubt, "She is our librarian").value
    adult = road.posts.submit_blockers(ana, draft.id)

    child = replace(draft.content, text="Mia Torres of 4b won in our library on Friday.")
    draft = road.posts.save(ana, draft, child).value

    assert adult == ()
    assert [why.citation for why in road.posts.submit_blockers(ana, draft.id)] == ["BAL-B1i3"]


def test_a_reason_about_one_photo_is_none_about_another(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    ana = road.by("ana")
    first, second = road.photo(), road.photo()
    draft = road.posts.attach(ana, road.draft(), first).value
    (bare,) = [one for one in road.posts.findings(ana, draft.content)[road.x] if one.rule == "alt-text"]
    draft = road.posts.override(ana, draft, bare, "A pattern that says nothing").value
    draft = road.posts.attach(ana, draft, second).value
    found = [one for one in road.posts.findings(ana, draft.content)[road.x] if one.rule == "alt-text"]

    standing = [one.place for one in found if overridden(one, draft.content.overrides)]

    assert [one.place for one in found] == [f"picture:{first}", f"picture:{second}"]
    assert standing == [f"picture:{first}"]
    assert [one.picture for one in draft.content.overrides] == [first]
