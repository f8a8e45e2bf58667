"""Today asks about a clock that doesn't agree with the record: both times, what waits, who may answer."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.people import Role
from smadmin.domain.timeline import ClockState
from smadmin.language.catalogue import Catalogue
from smadmin.services.clocks import ClockView, Dated
from smadmin.ui.theme import State
from smadmin.ui.today.clock import clock_needs, clock_question
from smadmin.ui.today.need import Beside, Deed, Need, Urgency
from smadmin.ui.today.needs import needs_of
from smadmin.ui.wording import Wording
from tests.today_views import halfway, view

NOW = datetime(2026, 11, 22, 16, tzinfo=UTC)
LATER = NOW + timedelta(days=3650)
DATED = Dated(first=9, rows=2, latest=LATER, people=("Ana Brooks",))


def only(state: ClockState, *, may: bool, others: tuple[str, ...] = ()) -> Need:
    (need,) = clock_needs(ClockView(state, NOW, LATER, DATED, may, others))
    return need


def test_a_clock_that_agrees_needs_nobody() -> None:
    assert list(clock_needs(None)) == []


@pytest.mark.parametrize(
    ("state", "deed"),
    [(ClockState.AHEAD, Deed.VOUCH_CLOCK), (ClockState.BEHIND, Deed.CONFIRM_CLOCK)],
)
def test_who_may_answer_has_the_button_and_who_may_not_is_told_who_can(state: ClockState, deed: Deed) -> None:
    own, others, nobody = (
        only(state, may=True),
        only(state, may=False, others=("Cem",)),
        only(state, may=False),
    )

    assert own.step is not None
    assert own.step.deed is deed
    assert (others.step, nobody.step) == (None, None)
    assert others.note is not None
    assert "people" in others.note.values
    assert nobody.note is not None
    assert nobody.note.id == "clock.nobody"


def test_it_stands_above_everything_else() -> None:
    beside = Beside(clock=ClockView(ClockState.BEHIND, NOW, LATER, DATED, may=True, others=()))

    first = needs_of(view(Role.ADMINISTRATOR, halfway=(halfway(),)), beside)[0]

    assert (first.urgency, first.state, first.title.id) == (Urgency.ALARM, State.STOP, "clock.behind")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_question_names_the_rows_and_their_people(language: str) -> None:
    words, question = Wording(Catalogue.load(language)), clock_question(NOW, DATED)

    said = words(question.consequence)

    assert "9" in said
    assert "Ana Brooks" in said
    assert "2026" in words(question.title)
