"""The first steps of a new school, in the order in which each opens the next. Pure, no Qt.

They stand on Today until all are done and vanish then: nothing is remembered, each follows from the store.
"""

from dataclasses import dataclass

from smadmin.domain.accounts import AccountStage
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.services.today.view import TodayView
from smadmin.ui.theme import State
from smadmin.ui.today.need import Step

LETTER = "letter"
NEW = "new"
"""What the register is opened with, so that its form for another account stands there at once."""


@dataclass(frozen=True)
class FirstStep:
    """A step: one line, and the button that leads there; None where it is done."""

    key: str
    line: Message
    step: Step | None

    @property
    def done(self) -> bool:
        """Tell whether it is ticked off."""
        return self.step is None

    @property
    def state(self) -> State:
        """Red is the envelope alone: until its paper is proven nothing real can be entered (`keys.md`)."""
        if self.done:
            return State.FINE
        return State.STOP if self.key == LETTER else State.WAITS


def first_steps(view: TodayView) -> tuple[FirstStep, ...]:
    """Give the first steps of a school that isn't ready to post; none once all are done.

    Only who can take them sees them: the office and administrators. A sample school is ready from the start.
    """
    if view.school.sample or not (view.office or Role.ADMINISTRATOR in view.roles):
        return ()
    steps: tuple[FirstStep, ...] = (_letter(view), _principal(view), _account(view))
    if view.office:  # an administrator may let nobody in but the first principal, who can take second looks
        steps = (*steps, _second(view))
    return () if all(one.done for one in steps) else steps


def _letter(view: TodayView) -> FirstStep:
    if not view.envelope_open:
        return FirstStep(LETTER, say("today.start-letter"), None)
    return FirstStep(
        LETTER, say("today.start-letter-bars"), Step(say("today.start-letter-do"), screen="envelope")
    )


def _principal(view: TodayView) -> FirstStep:
    step = None if view.principal_in else Step(say("today.start-person-do"), screen="newcomer")
    return FirstStep("principal", say("today.start-principal"), step)


def _account(view: TodayView) -> FirstStep:
    accounts = [one.account for one in view.accounts]
    ready = any(one.stage in {AccountStage.LIVE, AccountStage.ON_HOLD} for one in accounts)
    if not accounts:
        return FirstStep(
            "account",
            say("today.start-account"),
            Step(say("today.start-account-do"), screen="accounts", subject=NEW),
        )
    first = accounts[0]
    step = Step(say("today.open-account"), screen="accounts", subject=first.id)
    return FirstStep("account", say("today.start-live", account=first.label), None if ready else step)


def _second(view: TodayView) -> FirstStep:
    step = None if view.second_in else Step(say("today.start-person-do"), screen="newcomer")
    return FirstStep("second", say("today.start-second"), step)
