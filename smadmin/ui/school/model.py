"""What the school's policy is, worded as messages: lines of clauses, the policy in force, a proposal."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.packs import Clause, Pack
from smadmin.domain.policy.telling import name_of
from smadmin.services.policies import PolicySheet, Proposal
from smadmin.ui.school.places import with_place
from smadmin.ui.theme import State

_MOST_SHOWN = 12


class Keeping(StrEnum):
    """How far a clause is kept today."""

    KEPT = "kept"
    PART = "part"
    OPEN = "open"


STATES = {Keeping.KEPT: State.FINE, Keeping.PART: State.WAITS, Keeping.OPEN: State.NOTE}


@dataclass(frozen=True)
class ClauseLine:
    """A clause in the list, and opened.

    Args:
        demand: its id.
        number: where it stands in the district's document.
        says: what it asks.
        kept, awaits: what keeps it, and what will.
    """

    demand: str
    number: str
    says: str
    verbatim: str | None
    keeping: Keeping
    kept: tuple[Message, ...]
    awaits: tuple[Message, ...]

    @property
    def state(self) -> State:
        """Its shape and colour."""
        return STATES[self.keeping]

    @property
    def word(self) -> Message:
        """Its state in a word."""
        return say(f"policies.state-{self.keeping.value}")


def clause_lines(pack: Pack, language: str) -> tuple[ClauseLine, ...]:
    """Give a policy's clauses in its own order, in the reader's language where they were put into it."""
    return tuple(_line(clause, language) for clause in pack.clauses.values())


def found(lines: Iterable[ClauseLine], text: str, keeping: Keeping | None) -> tuple[ClauseLine, ...]:
    """Give the clauses that hold these words, in this state (None: in any)."""
    wanted = text.casefold().split()
    return tuple(
        line
        for line in lines
        if (keeping is None or line.keeping is keeping)
        and all(word in f"{line.demand} {line.number} {line.says}".casefold() for word in wanted)
    )


def put_sentences(sheet: PolicySheet) -> tuple[Message, ...]:
    """Tell whose the policy in force is, and who put it there."""
    if sheet.pack is None:
        return ()
    told = [say("policies.document", name=sheet.pack.document, version=sheet.pack.version)]
    if sheet.own:
        base = sheet.pack.based_on
        told.append(say("policies.own", base=base) if base else say("policies.own-alone"))
    if sheet.since is None:
        told.append(say("policies.put-first"))
    else:
        told.append(say("policies.put-by", name=sheet.by, day=sheet.since.date()))
    if sheet.own and sheet.district:
        told.append(say("policies.district", name=sheet.district))
    return tuple(told)


@dataclass(frozen=True)
class Verdict:
    """How what was written stands.

    Args:
        state: `STOP` for what can't be read, `DOUBT` for what is looser, else `FINE` or `NOTE`.
        said: the first sentence.
        line: the line of the text that is wrong, or None.
        changes, looser: what would be otherwise; each at most a dozen.
        more_changes, more_looser: how many more there are.
        proposal: what could be put in force, or None.
    """

    state: State
    said: tuple[Message, ...]
    line: int | None = None
    changes: tuple[Message, ...] = ()
    looser: tuple[Message, ...] = ()
    more_changes: int = 0
    more_looser: int = 0
    proposal: Proposal | None = None


def verdict_of(proposal: Proposal) -> Verdict:
    """Tell what a policy that was read would do."""
    if not proposal.changes:
        return Verdict(State.NOTE, (say("policies.would-nothing"),), proposal=proposal)
    return Verdict(
        State.DOUBT if proposal.looser else State.FINE,
        (say("policies.looser", n=len(proposal.looser)) if proposal.looser else say("policies.fine"),),
        changes=proposal.changes[:_MOST_SHOWN],
        looser=proposal.looser[:_MOST_SHOWN],
        more_changes=max(0, len(proposal.changes) - _MOST_SHOWN),
        more_looser=max(0, len(proposal.looser) - _MOST_SHOWN),
        proposal=proposal,
    )


def broken_verdict(error: KnownError) -> Verdict:
    """Tell why what was written isn't a policy, with its line where one is known."""
    line = error.happened.values.get("line")
    said = tuple(one for one in (error.happened, error.remedy, error.kept) if one is not None)
    return Verdict(State.STOP, said, line=line if isinstance(line, int) else None)


def _line(clause: Clause, language: str) -> ClauseLine:
    keeping = Keeping.OPEN
    if clause.enforced_by:
        keeping = Keeping.PART if clause.awaits else Keeping.KEPT
    return ClauseLine(
        demand=clause.demand,
        number=clause.number,
        says=clause.said(language),
        verbatim=clause.verbatim,
        keeping=keeping,
        kept=tuple(with_place(one) for one in clause.enforced_by),
        awaits=tuple(name_of(one) for one in clause.awaits),
    )
