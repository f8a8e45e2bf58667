"""What Today tells of corrections and removals."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.accounts import Account
from smadmin.domain.corrections import Correction
from smadmin.domain.ids import PersonId, PostId, PublicationId
from smadmin.domain.removals import Ground, Removal, RemovalStage
from smadmin.domain.took import took_said
from smadmin.services.corrections import CorrectionBrief, ToldCorrection, ToldRemoval
from smadmin.ui.theme import State
from smadmin.ui.today.corrected import corrected_needs
from smadmin.ui.today.need import Urgency
from tests.today_views import account

AT = datetime(2026, 11, 16, 15, tzinfo=UTC)
EL = PersonId("ana")


def removed(blog: Account, stage: RemovalStage) -> ToldRemoval:
    removal = Removal(
        PublicationId("one"), blog.id, Ground.PERSON, "https://x.com/1", EL, AT, True, False, stage
    )
    return ToldRemoval(removal, blog, "Our fair", "Ana Brooks", PostId("post"))


@pytest.mark.demand("SOC-O2")
def test_what_nobody_saw_gone_stands_first_and_stops() -> None:
    gone, left = (removed(account("larks"), stage) for stage in (RemovalStage.GONE, RemovalStage.NOT_SEEN))

    told, first = corrected_needs(CorrectionBrief(removals=(gone, left)))

    assert (first.title.id, first.state) == ("afterui.today-not-gone", State.STOP)
    assert (told.title.id, told.state) == ("afterui.today-removed", State.NOTE)
    assert first.urgency < told.urgency
    assert first.step is not None
    assert (first.step.screen, first.step.subject) == ("publish", "post")


@pytest.mark.demand("WIC-G3")
@pytest.mark.demand("SOC-O2")
def test_a_correction_is_told_with_its_time() -> None:
    one = ToldCorrection(Correction(PostId("b"), PostId("a"), EL, AT), "Our fair", "Ana Brooks", None)
    done = ToldCorrection(one.correction, one.words, one.by, timedelta(minutes=12))

    under_way, corrected = corrected_needs(CorrectionBrief(corrections=(one, done)))

    assert under_way.urgency > Urgency.TO_RELEASE  # who must release reads that first
    assert (under_way.title.id, under_way.state) == ("afterui.today-correcting", State.WAITS)
    assert corrected.note is not None
    assert corrected.note.values["took"] == took_said(timedelta(minutes=12))
