"""Somebody at work with comments, cards, wished posts and records, in no order, until they are killed."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from smadmin.domain.cases import CaseId, Opening
from smadmin.domain.comments import CommentId
from smadmin.domain.errors import KnownError, OutsideFailed, Tampered
from smadmin.domain.escalations import Trouble
from smadmin.domain.moderating import Measure, Way
from smadmin.domain.rounds import Spot
from smadmin.domain.visitor_rules import SeenBy
from tests.faults.desk_deeds import WISH, Stand
from tests.records_asked import FORM

_SAID = "At eight, in the gym."


@dataclass
class Worker:
    """What somebody did, deed by deed; each of these is several deeds in a row, as people do them."""

    stand: Stand
    acknowledge: Callable[[], None]

    def done(self, *deeds: Callable[[], object]) -> None:
        """Do some deeds and acknowledge each."""
        for deed in deeds:
            deed()
            self.acknowledge()

    def unless_refused(self, deed: Callable[[], object]) -> None:
        """Do a deed and acknowledge it; what was left half way may stand against it."""
        try:
            deed()
        except KnownError as error:
            if isinstance(error, OutsideFailed | Tampered):
                raise
        else:
            self.acknowledge()

    def comment(self) -> CommentId:
        made = self.stand.enter("Buy pills!")
        self.acknowledge()
        return made

    def answered(self) -> None:
        comment = self.comment()
        self.done(lambda: self.stand.comments.answer(self.stand.by("ana"), comment, _SAID))

    def hidden(self) -> None:
        comment, deeds, ana = self.comment(), self.stand.moderating, self.stand.by("ana")
        self.done(
            lambda: self.stand.hide(comment),
            lambda: deeds.done(ana, comment, Measure.REMOVAL, Way.HIDE),
        )

    def blocked(self) -> None:
        comment, deeds = self.comment(), self.stand.moderating
        self.done(
            lambda: self.stand.block(comment),
            lambda: deeds.agree(self.stand.by("pat"), comment, Measure.BLOCK),
            lambda: deeds.done(self.stand.by("ana"), comment, Measure.BLOCK),
        )

    def rounds(self) -> None:
        rounds, bo, x = self.stand.rounds, self.stand.by("bo"), self.stand.road.x
        self.unless_refused(lambda: rounds.start(bo, x))
        self.unless_refused(lambda: rounds.end(bo, x, {Spot.COMMENTS}, "all fine"))

    def card(self) -> None:
        bo, name = self.stand.by("bo"), self.stand.road.school.desk.ids.new()
        case = self.stand.cases.open(bo, Opening(Trouble.THREAT, subject=name)).value
        self.acknowledge()
        self.done(lambda: self.stand.tell(CaseId(case)), lambda: self.stand.cases.close(bo, CaseId(case)))

    def wish(self) -> str:
        made = self.stand.wishes.hand_in(self.stand.by("bo"), WISH).value
        self.acknowledge()
        return made

    def taken(self) -> None:
        wish, accounts = self.wish(), (self.stand.road.x,)
        self.done(lambda: self.stand.wishes.take(self.stand.by("ana"), wish, accounts))

    def declined(self) -> None:
        wish = self.wish()
        self.done(lambda: self.stand.wishes.decline(self.stand.by("ana"), wish, "It is over."))

    def visitors_words(self) -> None:
        self.done(
            lambda: self.stand.pages.posted(self.stand.by("ana"), self.stand.road.facebook, SeenBy.PERSON)
        )

    def asked_for_records(self) -> None:
        request = self.stand.requests.enter(self.stand.by("ana"), FORM).value
        self.acknowledge()
        folder = self.stand.folder / f"package-{request}"
        self.done(lambda: self.stand.answer(request, folder))

    def ordered(self) -> None:
        keeping, pat = self.stand.keeping, self.stand.by("pat")
        self.unless_refused(lambda: keeping.order(pat))
        self.unless_refused(lambda: keeping.take_back(pat))

    def destroyed(self) -> None:
        keeping = self.stand.keeping
        self.unless_refused(lambda: keeping.order(self.stand.by("pat")))
        self.unless_refused(lambda: keeping.sign(self.stand.by("cem")))

    def held(self) -> None:
        keeping, pat, cem = self.stand.keeping, self.stand.by("pat"), self.stand.by("cem")
        self.unless_refused(lambda: keeping.put_on_hold(pat, "A claim."))
        self.unless_refused(lambda: keeping.lift_hold(pat))
        self.unless_refused(lambda: keeping.lift_hold(cem))


def work(stand: Stand, chance: random.Random, acknowledge: Callable[[int, str], object]) -> None:
    """Do one thing after the other, for ever."""

    def say_so() -> None:
        head = stand.road.school.desk.newest
        if head is not None:
            acknowledge(head.seq, head.row_hash.hex())

    worker = Worker(stand, say_so)
    at_desk = (worker.answered, worker.hidden, worker.blocked, worker.rounds, worker.card, worker.taken)
    others = (worker.declined, worker.visitors_words, worker.asked_for_records)
    of_old = (worker.ordered, worker.ordered, worker.held, worker.held, worker.destroyed)
    deeds = (*at_desk, *others) if stand.waiting else of_old
    stand.road.school.desk.ids.given += chance.randrange(10**6, 10**9)  # type: ignore[attr-defined]  # it counts
    while True:
        chance.choice(deeds)()
