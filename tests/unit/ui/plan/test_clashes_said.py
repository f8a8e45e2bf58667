"""Two posts within an hour, and posts in exams: the weekly page and the week's list say so."""

from dataclasses import replace
from datetime import time, timedelta

from smadmin.domain.messages import say
from smadmin.domain.school_days import DaysKind
from smadmin.domain.week import Planned, SlotStage
from smadmin.domain.weekly_page import PagePost, WeeklyPage
from smadmin.language.catalogue import Catalogue
from smadmin.services.page_decisions import on_clashes
from smadmin.ui.plan.weekly import weekly_model
from smadmin.ui.wording import Wording
from tests.today_views import SCHOOL, TODAY, planned
from tests.unit.ui.plan.test_model import model, week
from tests.unit.ui.plan.test_weekly import empty

SPORTS, CONCERT = "Friday sports", "Concert reminder"


def at_eight(topic: str, stage: SlotStage = SlotStage.PLANNED) -> Planned:
    found = planned(topic, TODAY, stage)
    return replace(found, slot=replace(found.slot, at=time(8)))


def page_of(*posts: Planned, exams: bool = False) -> WeeklyPage:
    named = {TODAY: (DaysKind.EXAMS, "")} if exams else {}
    against = week(*posts, named=named).against
    shown = tuple(PagePost(one, "@larks", clashes=against.get(one.slot.id, ())) for one in posts)
    return replace(empty(), school=SCHOOL, posts=shown)


def lines_of(page: WeeklyPage) -> list[str]:
    words = Wording(Catalogue.load("en"))
    (posts,) = (one for one in weekly_model(page).parts if one.title.id == "weekly.posts")
    return [words(one.said).replace("\u202f", " ").replace("\xa0", " ") for one in posts.lines]


def test_the_page_gives_the_time_and_the_clash_and_asks_once_for_both_posts() -> None:
    page = page_of(at_eight(SPORTS), at_eight(CONCERT))

    for topic in (SPORTS, CONCERT):
        assert f"{topic} at 8:00 AM \u2013 @larks: Planned, another post within the hour" in lines_of(page)
    (found,) = on_clashes(page.posts)
    assert found.said == say("weekly.decide-same-hour", n=2, account="@larks", day=TODAY)


def test_a_post_in_exams_is_to_be_decided_and_one_that_is_out_clashes_with_none() -> None:
    (found,) = on_clashes(page_of(planned(SPORTS, TODAY, SlotStage.PLANNED), exams=True).posts)
    out = page_of(at_eight(SPORTS, SlotStage.PUBLISHED), exams=True)

    assert found.said == say("weekly.decide-exams", topic=SPORTS, account="@larks", day=TODAY)
    assert list(on_clashes(out.posts)) == []
    assert lines_of(out)[-1] == f"{SPORTS} at 8:00 AM \u2013 @larks: Published"


def test_the_weeks_list_says_it_below_each_of_them() -> None:
    later = planned("Chess", TODAY + timedelta(days=1), SlotStage.PLANNED)

    days = model(week(at_eight(SPORTS), at_eight(CONCERT), later)).days

    said = {line.slot.topic: line.clashes for day in days for line in day.slots}
    within = (say("planui.clash-same-hour"),)
    assert said == {SPORTS: within, CONCERT: within, "Chess": ()}
