"""The crisis hold of one school: pressing it, saying why, letting everything go on, and what it met.

Pressing it is one row, however much is queued: whoever is about to send asks the record (`crisis_rows.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.crisis import MAY_END, WHY_PART, Caught, Crisis, CrisisSheet, why_blockers
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import opening
from smadmin.domain.publications import UNFINISHED, Publication, PublicationStep
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.crisis_rows import crisis_holds, crisis_in, crisis_told, is_notice
from smadmin.services.desk import Deed, Desk
from smadmin.services.entrusted_rows import address_there, waits_there
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import day_of, refuse, school_roles, today_of
from smadmin.storage.unit import Unit

MOST_NAMED = 12
"""So many of the posts that wait are named."""
_LATELY = timedelta(hours=1)
"""What went out so shortly before is named: perhaps it should be taken down."""


class Crises:
    """The crisis hold of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def now(self, by: Actor) -> Crisis | None:
        """Give the crisis hold that lasts, or None."""
        with self._desk.look(by) as unit:
            return crisis_told(self._proof.now(unit))

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not stop everything."""
        with self._desk.look(by) as unit:
            return _not_among(self._proof.now(unit).trust, by, today_of(unit, self._desk), Act.HOLD)

    def end_blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not let everything go on."""
        with self._desk.look(by) as unit:
            return self._end_reasons(self._proof.now(unit), by, today_of(unit, self._desk))

    def hold(self, by: Actor) -> Changes:
        """Stop everything at once but notices (a deed); pressed again by the same side it changes nothing.

        Raises:
            NotAllowed: for anybody but principal, deputy and communications.
        """
        with self._desk.deed(by) as deed:
            refuse(_not_among(deed.trust, by, day_of(deed), Act.HOLD))
            holds = crisis_holds(self._proof.now(deed.unit))
            district = Role.COMMUNICATIONS in school_roles(deed.trust, by.person, day_of(deed))
            if holds.district if district else holds.any:
                return Changes()
            deed.record(Act.HOLD, Noun.CRISES, self._desk.school)
        return self._changed()

    def say_why(self, by: Actor, why: str) -> Changes:
        """Say why everything was stopped (a deed); the newest reason is the one that is shown.

        Raises:
            NotAllowed: for anybody but principal, deputy and communications; where nothing is stopped.
        """
        with self._desk.deed(by) as deed:
            self._require_lasting(deed)
            refuse((*_not_among(deed.trust, by, day_of(deed), Act.SAY_WHY), *why_blockers(why)))
            deed.record(Act.SAY_WHY, Noun.CRISES, self._desk.school, parts={WHY_PART: why.strip()})
        return self._changed()

    def go_on(self, by: Actor, why: str) -> Changes:
        """Let everything go on (a deed).

        Raises:
            NotAllowed: for anybody but principal and communications, without a reason, where nothing is
                stopped; for the principal where communications stopped it too.
        """
        with self._desk.deed(by) as deed:
            self._require_lasting(deed)
            reasons = self._end_reasons(self._proof.now(deed.unit), by, day_of(deed))
            refuse((*reasons, *why_blockers(why)))
            deed.record(Act.GO_ON, Noun.CRISES, self._desk.school, parts={WHY_PART: why.strip()})
        return self._changed()

    def sheet(self, by: Actor) -> CrisisSheet | None:
        """Give what the lasting crisis hold stopped, and what it couldn't; None where nothing is stopped."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            crisis = crisis_told(proven)
            if crisis is None:
                return None
            begun = [one for step in UNFINISHED for one in unit.publications.find(step=step.value)]
            queued = [one for one in begun if one.step is PublicationStep.INTENDED]
            sending = [one for one in begun if one.step is PublicationStep.SENDING]
            there = {one.id: one for one in sending if waits_there(proven, one)}
            leaving = [one for one in sending if one.id not in there]
            notices = _notices(proven, queued)
            lately = unit.publications.find_since(
                "published_at", crisis.at - _LATELY, step=PublicationStep.CONFIRMED.value
            )
            dated = [(one, one.published_at) for one in lately if one.published_at is not None]
            out = [one for one, at in dated if at <= crisis.at]
            despite = [one for one, at in dated if at > crisis.at and not is_notice(proven, one)]
            return CrisisSheet(
                crisis,
                len(queued) - notices,
                notices,
                leaving=tuple(_caught(unit, proven, leaving, PublicationStep.SENDING)),
                there=tuple(_there(unit, proven, there.values())),
                by_hand=tuple(_caught(unit, proven, begun, PublicationStep.HANDED_OUT)),
                despite=tuple(_caught(unit, proven, despite, PublicationStep.CONFIRMED)),
                out=tuple(_caught(unit, proven, out, PublicationStep.CONFIRMED)),
                waits=tuple(_waiting(unit, proven, queued, notices=notices)),
                accounts=tuple(one.label for one in unit.accounts.all() if one.stage is AccountStage.LIVE),
                may_say_why=not _not_among(proven.trust, by, today, Act.SAY_WHY),
                may_end=self._end_reasons(proven, by, today),
            )

    def _require_lasting(self, deed: Deed) -> None:
        if crisis_in(self._proof.now(deed.unit)) is None:
            raise NotAllowed((Reason(say("crisis.nothing-stopped")),))

    def _end_reasons(self, proven: Proven, by: Actor, today: date) -> tuple[Reason, ...]:
        crisis, roles = crisis_in(proven), school_roles(proven.trust, by.person, today)
        if not roles & MAY_END:
            return (Reason(say("crisis.ends-by")),)
        if crisis is not None and crisis.district and Role.COMMUNICATIONS not in roles:
            return (Reason(say("crisis.district"), "BAL-B1f4"),)
        return ()

    def _changed(self) -> Changes:
        """Tell those too who show how posts stand."""
        school = [self._desk.school]
        return Changes.of("crises", school) | Changes.of("publications", school)


def _not_among(trust: Trust, by: Actor, today: date, act: Act) -> tuple[Reason, ...]:
    if school_roles(trust, by.person, today) & who_may(Noun.CRISES, act):
        return ()
    return (Reason(say("crisis.pressed-by")),)


def _notices(proven: Proven, queued: Iterable[Publication]) -> int:
    """Count what goes out all the same; where no text was ever signed in advance nothing is opened for it."""
    first = next((row.seq for row in proven.about(Noun.NOTICES)), None)
    if first is None:
        return 0
    return sum((one.release_seq or 0) > first and is_notice(proven, one) for one in queued)


def _waiting(unit: Unit, proven: Proven, queued: list[Publication], *, notices: int) -> Iterator[Caught]:
    """Name the first of those that wait; of many, opening each would take its time."""
    stopped = (one for one in queued if not notices or not is_notice(proven, one))
    yield from _caught(unit, proven, list(islice(stopped, MOST_NAMED)), PublicationStep.INTENDED)


def _there(unit: Unit, proven: Proven, among: Iterable[Publication]) -> Iterator[Caught]:
    """Name what platforms' own schedulers have; what was signed for such days goes out all the same."""
    stopped = [replace(one, link=address_there(proven, one)) for one in among if not is_notice(proven, one)]
    return _caught(unit, proven, stopped, PublicationStep.SENDING)


def _caught(unit: Unit, proven: Proven, among: list[Publication], step: PublicationStep) -> Iterator[Caught]:
    for one in among:
        account = unit.accounts.maybe(one.account)
        if one.step is not step or account is None or one.post is None:
            continue
        words = opening(unit.posts.get(one.post).content)
        yield Caught(one.post, account.id, account.label, words, name_in(proven, one.by), one.link)
