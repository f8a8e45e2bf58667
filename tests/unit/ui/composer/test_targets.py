"""Where a draft goes: a planned post that is left by the way is said, and comes back alone."""

from dataclasses import replace
from datetime import date

from smadmin.domain.ids import AccountId, PersonId, SchoolId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot
from smadmin.domain.posts import Content
from smadmin.importing.packs import read_packs
from smadmin.resources import find
from smadmin.ui.composer.readings import Grounds
from smadmin.ui.composer.targets import Change, Targets
from tests.unit.ui.approvals.cases import FACEBOOK, X

ART = Slot(SlotId("art"), SchoolId("school"), AccountId("x"), date(2026, 11, 24), "art")


class Draft:
    """The open draft, and what was said of it."""

    def __init__(self, content: Content) -> None:
        pack = next(iter(read_packs(find("policies")).values()))
        grounds = Grounds(pack, PersonId("maya"), (X, FACEBOOK), (), (), (ART,), {})
        self.content = content
        self.said: list[tuple[Message, Change]] = []
        self.targets = Targets(lambda: grounds, lambda: self.content)
        self.targets.wanted.connect(self.change)
        self.targets.gaveUp.connect(lambda said, back: self.said.append((said, back)))

    def change(self, change: Change) -> None:
        self.content = change(self.content)


def test_the_planned_post_that_leaves_with_its_account_is_said_and_comes_back_alone() -> None:
    draft = Draft(Content(text="Art!", accounts=(X.id, FACEBOOK.id), slot=ART.id))

    draft.targets.toggle(X.id)
    assert draft.content.slot is None
    draft.content = replace(draft.content, text="Art! And more.")
    (told, back) = draft.said[0]
    draft.change(back)

    assert told == say("compose.slot-left", topic="art")
    assert draft.content == Content(text="Art! And more.", accounts=(X.id, FACEBOOK.id), slot=ART.id)


def test_the_planned_post_of_an_earlier_day_is_said_too_and_nothing_where_none_was_chosen() -> None:
    earlier = Draft(Content(accounts=(X.id,), slot=SlotId("earlier")))
    free = Draft(Content(accounts=(X.id,)))

    earlier.targets.toggle(X.id)
    free.targets.toggle(X.id)

    assert [told for told, _ in earlier.said] == [say("compose.slot-left-unknown")]
    assert free.said == []


def test_another_account_leaves_the_planned_post_and_says_nothing() -> None:
    draft = Draft(Content(accounts=(X.id,), slot=ART.id))

    draft.targets.toggle(FACEBOOK.id)

    assert draft.content.slot == ART.id
    assert draft.said == []
