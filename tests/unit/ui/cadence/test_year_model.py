"""What the pictures and the card of past posts say, as plain values."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.past_posts import PastImport, PastPost, RawFile, Reading, Refused, Source, Step
from smadmin.domain.rhythm import Rhythm, Silence
from smadmin.domain.week import PastWeek
from smadmin.services.past_posts import Told
from smadmin.services.rhythms import RhythmView
from smadmin.ui.cadence.model import bars_said, state_word, year_model
from smadmin.ui.cadence.past_model import MOST_REFUSED, import_line, told_model

ACCOUNT = Account(AccountId("a"), SchoolId("s"), Platform.X, "Lincoln", "lincoln", "https://x.com/lincoln")
MONDAY = date(2026, 11, 16)


def view(*posts: int, promised: float | None = 1.0) -> RhythmView:
    weeks = tuple(
        PastWeek(MONDAY - timedelta(weeks=len(posts) - 1 - number), count, before=count < 0)
        for number, count in enumerate(posts)
    )
    return RhythmView(ACCOUNT, Rhythm(weeks, promised), (), ())


def test_each_week_has_its_words_and_each_month_its_first_week() -> None:
    year = year_model(view(1, 0, 0, 2, 1))

    assert [state_word(one).id for one in year.weeks] == [
        "pastposts.key-kept",
        "pastposts.key-none",
        "pastposts.key-none",
        "pastposts.key-kept",
        "pastposts.key-kept",
    ]
    assert [one.month for one in year.weeks] == [date(2026, 10, 1), None, date(2026, 11, 1), None, None]
    assert year.weeks[1].said == say("today.week-posts", monday=date(2026, 10, 26), n=0)
    assert year.most == 2
    assert bars_said(year) == say("pastposts.bars-most", n=2)


def test_the_present_week_isnt_said_to_be_without_a_post_yet() -> None:
    year = year_model(view(1, 0, 0))

    assert [state_word(one).id for one in year.weeks[1:]] == ["pastposts.key-none", "pastposts.none-yet"]
    assert year.weeks[2].said == say("pastposts.week-none-yet", monday=MONDAY)


def test_nothing_known_is_told_as_that() -> None:
    unknown = PastWeek(MONDAY, 0, before=True)
    year = year_model(RhythmView(ACCOUNT, Rhythm((unknown,), None), (), ()))

    assert not year.known
    assert year.weeks[0].silence is None
    assert (year.promise.id, bars_said(year).id) == ("pastposts.no-promise", "pastposts.bars-alone")


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        (1.0, say("pastposts.promise-days", n=7)),
        (0.5, say("pastposts.promise-days", n=14)),
        (3.0, say("pastposts.promise-week", n=3)),
        (7 / 5, say("pastposts.promise-days", n=5)),
    ],
)
def test_the_promise_is_said_in_days_where_it_is_so_many_days(promised: float, said: object) -> None:
    assert year_model(view(1, promised=promised)).promise == said


def told(reading: Reading, *new: PastPost) -> Told:
    return Told(ACCOUNT, RawFile(Source.LIST, "", ()), reading, new, (), (frozenset(), 0))


def test_what_a_file_would_do_is_said_before_it_is_done() -> None:
    posts = tuple(PastPost(MONDAY - timedelta(days=9 - day), None, "", day) for day in range(9))
    reading = Reading(posts, (), twice=2, guessed=True, day_first=True, names_account=False)

    model = told_model(told(reading, *posts[:5]))

    assert [one.id for one in model.lines] == [
        "pastposts.would",
        "pastposts.known",
        "pastposts.twice",
        "pastposts.guess-day",
        "pastposts.unnamed",
    ]
    assert model.refused_title is None
    assert model.take == say("pastposts.take", n=5)


def test_rows_that_are_not_taken_are_named_up_to_a_number_and_then_counted() -> None:
    why = say("pastposts.bad-day")
    refused = (
        Refused(1, "posts_1.json", why),
        *(Refused(row, "", why) for row in range(2, MOST_REFUSED + 4)),
    )

    model = told_model(told(Reading((), refused)))

    assert model.refused_title == say("pastposts.refused", n=MOST_REFUSED + 3)
    assert model.refused[0] == say("pastposts.refused-part", part="posts_1.json", row=1, why=why)
    assert model.refused[1] == say("pastposts.refused-row", row=2, why=why)
    assert model.refused[-1] == say("pastposts.refused-more", n=3)


@pytest.mark.parametrize("source", list(Source))
def test_a_file_that_was_taken_says_what_and_when(source: Source) -> None:
    at = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
    found = PastImport(
        "i", SchoolId("s"), ACCOUNT.id, Step.DONE, Source.LIST, "", 3, 0, MONDAY, MONDAY, at
    )  # fmt: skip

    line = import_line(replace(found, source=source))

    assert line.title == say("pastposts.line", n=3, first=MONDAY, last=MONDAY)
    assert line.note == say(f"pastposts.line-{source.value}", day=at)


def test_silence_has_an_order() -> None:
    assert Silence.KEPT < Silence.SOME < Silence.NONE < Silence.LATE
