"""What became of a post that was handed in, as the composer reads it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.messages import Message, say
from smadmin.domain.plan import monday_of
from smadmin.services.office import Office
from smadmin.ui.composer.stood import read_standing
from tests.sample import CHEAP, sample_office, sit


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with closing(sample_office(tmp_path / "store")) as made:
        yield made


def test_of_posts_of_one_topic_the_named_one_is_covered_and_the_struck_one_isnt(office: Office) -> None:
    principal = sit(office, "ellen-whitcomb").actor
    maya = sit(office, "maya-ortega").actor
    account = office.posts.may_post(maya)[0].id
    today = office.school.local(office.desk.now).date()
    sunday = monday_of(today) + timedelta(days=6)
    kept, struck = (office.plan.add(maya, account, sunday, "Lantern night").value for _ in range(2))
    sit(office, "ellen-whitcomb")
    office.plan.sign_week(principal, monday_of(today), struck=frozenset({struck.id}))
    sit(office, "maya-ortega")

    said: list[Message] = []
    for slot in (kept, struck):
        draft = office.posts.create(maya, (account,), slot=slot.id, text=f"Come at {len(said)}.").value
        office.posts.submit(maya, draft.id)
        said.append(read_standing(office, maya, draft.id).model.next)

    assert [one.id for one in said] == ["compose.release-planned", "compose.release-by"]


def test_who_has_a_code_of_the_reviewers_list_is_named_until_they_use_it(office: Office) -> None:
    principal, today = sit(office, "ellen-whitcomb").actor, office.school.local(office.desk.now).date()
    ends = today + timedelta(days=200)
    office.reviewers.sign(principal, office.reviewers.prepare(principal, ("Robin Vega",), ends, costs=CHEAP))
    maya = sit(office, "maya-ortega").actor
    account = office.posts.may_post(maya)[0].id
    slot = office.plan.add(maya, account, today, "Lantern night").value
    office.plan.sign_week(sit(office, "ellen-whitcomb").actor, monday_of(today))
    sit(office, "maya-ortega")
    draft = office.posts.create(maya, (account,), slot=slot.id, text="Come.").value
    office.posts.submit(maya, draft.id)

    said = read_standing(office, maya, draft.id).model.next

    assert said.id == "compose.release-planned"
    assert say("compose.name-with-code", name="Robin Vega") in said.values["people"]  # type: ignore[operator]  # names
