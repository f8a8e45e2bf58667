"""What the rows tell of removals: a second person's yes is another's, and a planted row begins nothing."""

from pathlib import Path

from smadmin.domain.moderating import (
    DONE_PART,
    KEPT_PART,
    MEASURE_PART,
    Measure,
    Stage,
    Way,
    Wish,
    kept_plain,
    measure_plain,
)
from smadmin.domain.vocabulary import Act, Noun
from tests.unit.services.test_moderating import Moderated


def test_rows_of_another_program_begin_nothing_for_a_view_and_agree_to_nothing_of_their_own(
    tmp_path: Path,
) -> None:
    school = Moderated(tmp_path, policy="bloomington-mn")
    desk, ana = school.school.road.school.desk, school.school.road.by("ana")
    grounds = {one.kind: one for one in school.views.look(ana).grounds}
    form, x = school.school.form(), school.school.road.x
    wish = Wish(Measure.REMOVAL, "off-topic", viewpoint=True, way=Way.HIDE)
    told = measure_plain(wish, grounds["off-topic"], x, pictured=False)

    for viewpoint in (True, None, "no"):
        parts = {KEPT_PART: kept_plain(form, None), MEASURE_PART: {**told, "viewpoint": viewpoint}}
        with desk.deed(ana) as deed:
            deed.record(Act.REMOVE_COMMENT, Noun.COMMENTS, school.comment, parts=parts)
    assert school.views.look(ana).sheets == ()

    with desk.deed(ana) as deed:
        deed.record(
            Act.REMOVE_COMMENT,
            Noun.COMMENTS,
            school.comment,
            parts={KEPT_PART: {"no": 1}, MEASURE_PART: {**told, "viewpoint": False}},
        )
        deed.record(Act.AGREE_REMOVAL, Noun.COMMENTS, school.comment)
        deed.record(Act.COMMENT_GONE, Noun.COMMENTS, school.comment, parts={DONE_PART: {"way": "hide"}})
    sheet = school.sheet()
    assert (sheet.one.stage, sheet.kept, sheet.found_at, sheet.took) == (Stage.ASKED, None, None, None)


def test_nothing_was_removed_at_a_school_that_begins(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    moderation = school.views.look(school.school.road.by("ana"))

    assert moderation.sheets == ()
    assert [one.kind for one in moderation.grounds] == ["spam", "profanity", "unlawful"]
    assert moderation.newest(school.comment, Measure.BLOCK) is None
