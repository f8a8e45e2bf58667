"""How a week stands: which of its rows signed it, took that back, or undid it.

The rows of a week are judged in one go, each by those before it that were believed (decision 0024). A row
that proves nothing is passed over: whoever brings one in ends nobody's signature, and makes nobody's late.
Pure reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from smadmin.domain.people import OFFICE
from smadmin.domain.plan import SignedSlot
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import left_then
from smadmin.services.proof import Fact, Proven
from smadmin.services.week_signatures import (
    PLAN_PART,
    WeekSigned,
    asked_at,
    claimed,
    countersigned_at,
    question_of,
    signed_slots,
)

_BY_THE_OFFICE = frozenset({Act.SIGN_WEEK, Act.WITHDRAW_WEEK, Act.UNDO_WEEK})


@dataclass(frozen=True)
class Judged:
    """A row that signed a week, or took that back.

    Args:
        signed: who signed by it; None where it took something back.
        settled: the place from which it is the office's own word: a page's is its countersignature's.
    """

    fact: Fact
    signed: WeekSigned | None
    settled: int | None


@dataclass(frozen=True)
class Standing:
    """A week after all its rows.

    Args:
        signings: the rows that signed it and still stand, oldest first.
        undone: those that were undone since it was withdrawn last.
        withdrawn: whether it was withdrawn; no earlier week's approval goes on into it then.
    """

    signings: tuple[Judged, ...] = ()
    undone: tuple[Fact, ...] = ()
    withdrawn: bool = False

    @property
    def signing(self) -> Fact | None:
        """The row by which the week is signed.

        A page that waits for its countersignature isn't it, over what principal or deputy signed or withdrew.
        """
        settled = [one.fact for one in self.signings if one.settled is not None]
        if settled or self.withdrawn:
            return settled[-1] if settled else None
        return self.signings[-1].fact if self.signings else None


def judged_rows(proven: Proven, monday: str) -> tuple[Judged, ...]:
    """Give the rows that signed a week or took that back, oldest first; each release asks, so it's kept."""
    rows = proven.about(Noun.WEEKS, monday)
    return proven.once(("week", monday, len(rows)), lambda: _judge(proven, rows))


def week_standing(proven: Proven, monday: date) -> Standing:
    """Tell how a week stands."""
    signings, undone, withdrawn = list[Judged](), list[Fact](), False
    for one in judged_rows(proven, monday.isoformat()):
        if one.signed is not None:
            signings.append(one)
        elif one.fact.body.act == Act.UNDO_WEEK and signings and undoes(proven, one.fact, signings[-1]):
            undone.append(signings.pop().fact)
        else:
            signings, undone, withdrawn = [], [], True
    return Standing(tuple(signings), tuple(undone), withdrawn)


def undoes(proven: Proven, fact: Fact, newest: Judged) -> bool:
    """Tell whether a row undoes the newest signature: their own, or a page that nobody countersigned.

    Otherwise it withdraws the week. So does the row of who leaves: by their word nothing comes back.
    """
    return fact.body.person is not None and not left_then(proven, fact) and undoable(newest, fact.body.person)


def undoable(newest: Judged, person: str) -> bool:
    """Tell whether this person of the office may undo a signature."""
    body = newest.fact.body
    own = body.act == Act.SIGN_WEEK and body.person == person
    return own or (newest.signed is not None and newest.signed.owed)


def week_signed(proven: Proven, fact: Fact) -> WeekSigned | None:
    """Give who signed by a row about a week, or None where the row proves no signature."""
    rows = judged_rows(proven, fact.body.id or "")
    return next((one.signed for one in rows if one.fact.seq == fact.seq), None)


def answered_questions(proven: Proven) -> frozenset[str]:
    """Give the questions whose answers were taken in; a second time they are older than the first."""
    rows = (one for one in proven.acts(Act.TAKE_WEEK) if week_signed(proven, one) is not None)
    return frozenset(said for one in rows if (said := question_of(proven, one)) is not None)


def signed_since(proven: Proven, monday: str, seq: int, *, pages: bool = True) -> bool:
    """Tell whether a week was signed, or a signature taken back, after a place of the record.

    Args:
        proven: the record.
        monday: the week's.
        seq: the place.
        pages: whether a page that nobody countersigned counts too.
    """
    return _late(judged_rows(proven, monday), seq, proven.head.seq + 1, pages=pages)


def left_out(proven: Proven, rows: Iterable[Fact]) -> tuple[SignedSlot, ...]:
    """Give the posts that were struck in some signatures, each as it stood then."""
    parts = (proven.part(one, PLAN_PART) or {} for one in rows)
    return tuple(slot for part in parts for slot in signed_slots(part.get("struck")))


def _judge(proven: Proven, rows: Iterable[Fact]) -> tuple[Judged, ...]:
    found: list[Judged] = []
    for one in rows:
        judged = _judged(proven, one, found)
        if judged is not None:
            found.append(judged)
    return tuple(found)


def _judged(proven: Proven, fact: Fact, before: list[Judged]) -> Judged | None:
    if fact.body.act in _BY_THE_OFFICE:
        if not fact.roles & OFFICE or fact.body.person is None:
            return None
        signed = WeekSigned(fact.body.person) if fact.body.act == Act.SIGN_WEEK else None
        left = signed is not None and left_then(proven, fact)
        return None if left else Judged(fact, signed, fact.seq)
    page, asked = fact.body.act == Act.ENTER_WEEK, asked_at(proven, fact)
    # Whether it's late is seen first, for that costs nothing: of many copies one signature is verified.
    if asked is None or _late(before, asked, fact.seq, pages=page):
        return None
    signed = claimed(proven, fact)
    if signed is None or left_then(proven, fact, signed.signer) or (page and left_then(proven, fact)):
        return None
    return Judged(fact, signed, countersigned_at(proven, fact) if page else fact.seq)


def _late(rows: Iterable[Judged], asked: int, at: int, *, pages: bool) -> bool:
    """Tell whether a week was decided after one place of the record, by another one."""
    return any(
        one.fact.seq > asked and (pages or (one.settled is not None and one.settled < at)) for one in rows
    )
