"""How the decision about matching stands, and what its form begins with. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.messages import Message, say
from smadmin.domain.schools import LawRecord


@dataclass(frozen=True)
class LawModel:
    """The decision about matching: whether it is on, what is said of it, and the form's first values.

    Args:
        today: the latest day that a decision can be of.
    """

    on: bool
    title: Message
    details: tuple[Message, ...]
    today: date
    state: str = ""
    decided_by: str = ""
    basis: str = ""


def law_model(law: LawRecord | None, name: str, *, today: date, keyless: bool = False) -> LawModel:
    """Say how matching stands; `name` fills the form for who is signed in, `keyless` is as in `Seen`."""
    if law is None:
        return LawModel(
            on=False,
            title=say("studentui.law-none"),
            details=(say("studentui.law-none-means"),),
            today=today,
            decided_by=name,
        )
    on = law.matching
    decided = say("studentui.law-decided", who=law.decided_by, state=law.state, day=law.decided_on.date())
    return LawModel(
        on=on,
        title=say("studentui.law-on" if on else "studentui.law-off"),
        details=(
            decided,
            say("studentui.law-basis", basis=law.basis),
            *((say("studentui.law-keyless"),) if on and keyless else ()),
        ),
        today=today,
        state=law.state,
        decided_by=name,
        basis="",
    )
