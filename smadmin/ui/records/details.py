"""One row of the record, opened: who, when, with which key, and what may be shown of it. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.keys import KeyKind
from smadmin.domain.messages import Message, say
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.rows_out import OPEN_NOUNS
from smadmin.services.told import Details, Told
from smadmin.ui.records.model import line_of

_KEYS = {
    KeyKind.PERSON: "recordui.key-person",
    KeyKind.SEAT: "recordui.key-seat",
    KeyKind.ROOT: "recordui.key-root",
    KeyKind.REVIEWER: "recordui.key-reviewer",
}
_WENT_OUT = frozenset({Act.PUBLISH, Act.READ_BACK})


@dataclass(frozen=True)
class Fact:
    """A line: what it says, and its words."""

    label: Message
    words: Message


@dataclass(frozen=True)
class Way:
    """Where the thing itself is seen: a screen, one of its things, and the words of the button."""

    screen: str
    subject: str
    words: Message


@dataclass(frozen=True)
class DetailsModel:
    """Everything the card shows.

    Args:
        notes: say what isn't shown.
        way: leads to the thing itself.
        child_out: has a post that went out taken down everywhere, at one press.
    """

    number: int
    title: Message
    facts: tuple[Fact, ...]
    notes: tuple[Message, ...]
    way: Way | None = None
    child_out: Way | None = None


def details_model(details: Details) -> DetailsModel:
    """Arrange a row's details."""
    told = details.told
    line = line_of(told)
    if line.utc is None:
        return DetailsModel(line.seq, line.what, (), (say("recordui.changed-since"),))
    who = say("recordui.by-program") if line.who is None else say("recordui.named", name=line.who)
    key = "recordui.key-unknown" if details.key is None else _KEYS[details.key]
    facts = [
        Fact(say("recordui.who"), who),
        Fact(say("recordui.when"), say("recordui.moment", when=line.utc)),
        Fact(say("recordui.signed-with"), say(key)),
    ]
    facts += [
        Fact(say(f"recordui.field-{name}"), say("recordui.named", name=", ".join(values)))
        for name, values in details.fields
    ]
    notes = []
    if details.withheld and told.entry.noun in OPEN_NOUNS:
        notes.append(say("recordui.details-in-export"))
    elif details.withheld:
        notes.append(say("recordui.details-withheld"))
    if details.unreadable:
        notes.append(say("recordui.details-unreadable", n=details.unreadable))
    if details.erased:
        notes.append(say("recordui.details-erased", n=details.erased))
    return DetailsModel(line.seq, line.what, tuple(facts), tuple(notes), _way(told), _child_out(told))


def _child_out(told: Told) -> Way | None:
    if told.entry.noun != Noun.PUBLICATIONS or told.entry.act not in _WENT_OUT or not told.about.post:
        return None
    return Way("cases", f"child-out:{told.about.post}", say("cases.child-out"))


def _way(told: Told) -> Way | None:
    entry, about = told.entry, told.about
    if about.post and about.words:
        return Way("publish", about.post, say("recordui.see-post"))
    if entry.noun in {Noun.WEEKS, Noun.SLOTS} and about.day is not None:
        return Way("plan", about.day.isoformat(), say("recordui.see-week"))
    if entry.noun in {Noun.ACCOUNTS, Noun.CREDENTIALS} and about.account and entry.noun_id:
        return Way("accounts", entry.noun_id, say("recordui.see-account"))
    return None
