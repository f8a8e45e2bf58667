"""What was let stand names the words or the photo, and nothing that is gone."""

from dataclasses import replace

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import Override, Picture
from smadmin.ui.approvals.let_stand import let_stand_findings, let_stand_lines
from tests.unit.ui.approvals.cases import MAYA, draft, sheet

MISSING = say("policy.alt-text-missing")
BARE = Finding("alt-text", "LAW-ALT", None, "", MISSING, Severity.WARN, place="picture:p2")
PATTERN = Override("alt-text", "picture:p2", "A pattern", MAYA)


def test_a_reason_about_a_photo_names_the_photo() -> None:
    content = replace(draft().content, pictures=(Picture(PhotoId("p1")), Picture(PhotoId("p2"))))
    one = sheet(
        draft=replace(draft(), content=content), overrides=((PATTERN, BARE),), clauses={"LAW-ALT": "35.200"}
    )

    assert [line.said for line in let_stand_lines(one)] == [
        say("approvalui.photo-stands", number=2, reason="A pattern")
    ]
    (finding,) = let_stand_findings(one)
    assert (finding.words, finding.said, finding.citation, finding.reason) == (
        "",
        MISSING,
        "35.200",
        "A pattern",
    )


def test_a_reason_about_a_photo_that_lacks_nothing_any_more_is_not_shown() -> None:
    words = Override("political", "VOTE", "A quotation", MAYA)
    one = sheet(overrides=((PATTERN, None), (words, None)))

    assert [line.said.id for line in let_stand_lines(one)] == ["approvalui.stands-with-reason"]
    assert [finding.words for finding in let_stand_findings(one)] == ["VOTE"]
