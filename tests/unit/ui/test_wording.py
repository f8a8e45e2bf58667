"""Ages, and errors in three sentences."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import Message, say
from smadmin.ui.wording import Wording, age

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class IdsOnly:
    """A catalogue that words a message by its id."""

    language = "en"
    day_pattern = "MMM d, y"

    def word(self, message: Message) -> str:
        return message.id

    def in_zone(self, _zone: str) -> "IdsOnly":
        return self


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (timedelta(seconds=59), say("shell.just-now")),
        (timedelta(seconds=-30), say("shell.just-now")),
        (timedelta(seconds=60), say("shell.minutes-ago", n=1)),
        (timedelta(minutes=59, seconds=59), say("shell.minutes-ago", n=59)),
        (timedelta(hours=1), say("shell.hours-ago", n=1)),
        (timedelta(hours=47), say("shell.days-ago", n=1)),
        (timedelta(days=26), say("shell.days-ago", n=26)),
    ],
)
def test_an_age_is_said_in_its_largest_whole_unit(before: timedelta, expected: Message) -> None:
    assert age(NOW - before, NOW) == expected


def test_an_error_says_what_happened_what_was_kept_and_what_to_do() -> None:
    error = KnownError(say("a.happened"), kept=say("a.kept"), remedy=say("a.do"))

    assert Wording(IdsOnly()).error(error) == "a.happened\na.kept\na.do"


def test_a_refusal_lists_its_reasons() -> None:
    error = NotAllowed((Reason(say("a.first")), Reason(say("a.second"))))

    assert Wording(IdsOnly()).error(error) == "a.first\na.second"
