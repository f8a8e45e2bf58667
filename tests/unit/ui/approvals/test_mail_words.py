"""The e-mail that asks for a yes shows what an approver reads on the screen."""

from pathlib import Path

import pytest

from smadmin.domain.policy.findings import Severity
from smadmin.language.catalogue import Catalogue
from smadmin.services.reading import distinct
from smadmin.services.spoken import Asked
from smadmin.ui.approvals.mail_words import mail_text
from smadmin.ui.wording import Wording
from tests.road import Road, make_road
from tests.spoken_road import spoken_of

SALE = "Buy now: our school shirts are here."


def asked_for(road: Road) -> Asked:
    ana = road.by("ana")
    draft = road.draft(text=SALE)
    (found,) = distinct(road.posts.findings(ana, draft.content), Severity.WARN)
    road.posts.override(ana, draft, found, "The PTA's own sale")
    road.posts.submit(ana, draft.id)
    return spoken_of(road).prepare(ana, draft.id, road.school.people["pat"]).value


@pytest.mark.demand("BAL-B1l1")
def test_whoever_says_yes_reads_what_was_let_stand_and_why(tmp_path: Path) -> None:
    asked = asked_for(make_road(tmp_path, signed=False))

    text = mail_text(asked, Wording(Catalogue.load("en")))

    assert "“Buy now” reads like advertising." in text
    assert "Let stand: The PTA's own sale" in text
    assert text.index("advertising") < text.index(asked.code), "before the words that say yes"
