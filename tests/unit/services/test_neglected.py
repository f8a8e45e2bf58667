"""Topics of a strategy that nobody posted about, from posts that really went out (BAL-D3)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.strategies import LOOKED_BACK_WEEKS, Strategy, Topic
from smadmin.services.strategies import Strategies
from tests.road import WEEK, Road, make_road

WORDS = ("Bring a book.", "Take a book.", "Thank you all.", "Doors open at eight.")


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def posted(road: Road, folder: Path, topics: tuple[str, ...]) -> None:
    """Let a post of each topic go out on X today, planned and approved as posts are."""
    ana = road.by("ana")
    slots = [road.plan.add(ana, road.x, WEEK + timedelta(days=3), topic).value for topic in topics]
    road.plan.sign_week(road.by("pat"), WEEK)
    for number, (slot, text) in enumerate(zip(slots, WORDS, strict=True)):
        draft = road.posts.create(ana, (road.x,), slot=slot.id, text=text).value
        road.posts.submit(ana, draft.id)
        road.approvals.release(road.by("bo"), draft.id)
        out = road.handed_out(draft.id, folder / str(number))
        road.publications.confirm(ana, out, f"https://x.com/lincoln_es/status/195000000000000000{number}")


@pytest.mark.demand("BAL-D3")
def test_a_topic_is_neglected_by_the_posts_of_the_last_eight_weeks(road: Road, tmp_path: Path) -> None:
    strategies, ana = Strategies(road.school.desk, road.proof), road.by("ana")
    topics = (Topic("Sports", 50), Topic("Music", 25), Topic("Chess", 25))
    strategies.write(ana, road.x, Strategy("News", "Families", topics, road.school.people["ana"], 40))
    today: date = road.school.clock.now().date()
    assert strategies.neglected(ana) == {}, "nothing went out, and nothing is told of shares"

    posted(road, tmp_path, ("Sports", "sports", "Sports", "Music"))

    ((account, late),) = strategies.neglected(road.by("ana")).items()
    assert (account, [(one.topic.name, one.posts) for one in late]) == (road.x, [("Chess", 0)])
    (sheet,) = (strategies.sheet(road.by("pat"), road.x),)
    assert [one.posts for one in sheet.topics] == [3, 1, 0]
    road.school.clock.forward(days=LOOKED_BACK_WEEKS * 7)
    assert road.school.clock.now().date() - today == timedelta(weeks=8)
    assert set(strategies.neglected(road.by("ana"))) == {road.x}, "the eighth week still counts"
    road.school.clock.forward(days=1)
    assert strategies.neglected(road.by("ana")) == {}, "what is older says nothing of late"
