"""Having a week signed elsewhere, by a file that another computer's smadmin opens.

What comes back is a statement of principal or deputy; who takes it in can't write one (`week_signatures`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.changes import Changes, Done
from smadmin.domain.departing import leaves_reason
from smadmin.domain.errors import BadInput, Reason
from smadmin.domain.ids import PersonId, SlotId
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Person
from smadmin.domain.photos.statement import signed_statement
from smadmin.domain.plan import PLANNERS, SignedSlot, monday_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week_pictures import PagePicture, in_file
from smadmin.domain.week_signing import (
    WAITS,
    Section,
    WeekAsked,
    WeekStatement,
    answer_bytes,
    answered_in,
    week_digest,
)
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Deed, Desk
from smadmin.services.photos.away import keys_of
from smadmin.services.photos.lookfiles import LookFile, packed, read_file, unpacked
from smadmin.services.plan import slots_of
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, office_besides, person_of, refuse, today_of
from smadmin.services.week_parts import nothing_reasons, over_reasons, plan_part, slot_plain
from smadmin.services.week_questions import (
    asked_pictures,
    asked_posts,
    clock_reasons,
    not_a_week,
    question_bytes,
    read_question,
    require_sender,
    stranger,
    strikes_some,
)
from smadmin.services.week_signatures import (
    ASKED_PART,
    PLAN_PART,
    STATEMENT_PART,
    believed_week,
    end_letters,
)
from smadmin.services.week_standing import answered_questions, signed_since

ENDING = ".smweek"


@dataclass(frozen=True)
class WeekVisit:
    """A week as the person sees it who is asked to sign it.

    Args:
        sender: a name.
        pictures: the page's covered ones, in small; what opens them is a worker, for they came from outside.
    """

    asked: WeekAsked
    sender: str
    slots: tuple[SignedSlot, ...]
    pictures: tuple[PagePicture, ...] = ()


@dataclass(frozen=True)
class WeekReply:
    """An answer that came back, with the question that it answers; it isn't believed yet."""

    body: bytes
    signature: bytes
    asked: bytes


class WeekAway:
    """Weeks of one school that are signed elsewhere."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def signers(self, by: Actor) -> tuple[Person, ...]:
        """Give who may be asked: principals and deputies with a key who stay, by name; not who asks."""
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, today_of(unit, self._desk)
        return tuple(
            one
            for one in office_besides(trust, today, by.person)
            if keys_of(trust, one.id) and leaver(trust, one.id, today) is Leaver.STAYS
        )

    def only_here(self, by: Actor) -> frozenset[PersonId]:
        """Give whose keys all lie on this computer: nothing opens a file for them anywhere else."""
        with self._desk.look(by) as unit:
            trust = self._proof.now(unit).trust
        if by.seat is None:  # without a keyring nobody knows which computer this is
            return frozenset()
        return frozenset(
            person
            for person in trust.people
            if (keys := keys_of(trust, person)) and all(one.seat == by.seat for one in keys)
        )

    def ask(
        self,
        by: Actor,
        monday: date,
        signer: PersonId,
        page: Sequence[Section],
        pictures: Iterable[PagePicture] = (),
    ) -> bytes:
        """Give the sealed file that asks somebody to sign a week (an errand).

        Args:
            by: who asks.
            monday: the week's first day.
            signer: the one person who can open the file.
            page: the weekly page in words.
            pictures: its covered pictures in small, as `WeeklyPages.small` gave them: never others.

        Raises:
            NotAllowed: an empty week, or somebody who signs no weeks.
        """
        taken = in_file(pictures)
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            slots = slots_of(unit, monday)
            named = frozenset(one.id for one in slots)
            reasons = [*over_reasons(monday, today), *(() if slots else nothing_reasons(named))]
            if not any_roles(proven.trust, by.person, today) & PLANNERS:
                reasons.append(Reason(say("weeksign.not-yours")))
            keys = keys_of(proven.trust, signer)
            if not keys or not proven.trust.roles(signer, today) & OFFICE:
                reasons.append(Reason(say("weeksign.not-office")))
            elif leaver(proven.trust, signer, today) is not Leaver.STAYS:
                reasons.append(Reason(say("weeksign.signer-leaves"), "BAL-B1b3"))
            refuse(tuple(reasons))
            asked = WeekAsked(
                id=self._desk.ids.new(),
                school=self._desk.school,
                monday=monday_of(monday),
                sender=person_of(by),
                key=by.signer.key,
                signer=signer,
                ends=self._desk.now + WAITS,
                seq=proven.head.seq,
                letters=proven.head.letters,
                slots=tuple(slot_plain(one) for one in slots),
                page=tuple(page),
                pictures=tuple(one.told for one in taken),
            )
        recipients, contents = [key.recipient for key in keys], [one.content for one in taken]
        return packed(by, question_bytes(asked), recipients=recipients, pictures=contents)

    def open(self, by: Actor, path: Path) -> WeekVisit | WeekReply:
        """Open a file that somebody brought: a week to sign, or the answer (an errand).

        Raises:
            BadInput: it is for somebody else, was changed, isn't from somebody of this school, is too old.
        """
        file = unpacked(by, read_file(path))
        try:
            said = answered_in(file.head)
        except (KeyError, TypeError, ValueError) as error:
            raise not_a_week() from error
        if said is not None:
            return WeekReply(*said)
        asked = read_question(file.head)
        if asked is None:
            raise not_a_week()
        return self._visit(by, asked, file)

    def sign(self, by: Actor, visit: WeekVisit, struck: frozenset[SlotId] = frozenset()) -> bytes:
        """Sign a week that somebody sent, and give the file for them (an errand).

        Raises:
            NotAllowed: everything struck, too late, a passphrase given too long ago, no principal or deputy.
        """
        asked = visit.asked
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            reasons = list(self._untimely(asked, today))
            if not proven.trust.roles(person_of(by), today) & OFFICE:
                reasons.append(Reason(say("plan.office-signs")))
            if leaver(proven.trust, person_of(by), today) is not Leaver.STAYS:
                reasons.extend(leaves_reason())
            if (named := frozenset(one.id for one in visit.slots)) <= struck:
                reasons.extend(nothing_reasons(named))
            if not by.fresh(self._desk.now):
                reasons.append(Reason(say("approvals.passphrase-again")))
            refuse(tuple(reasons))
            sender = proven.trust.key_alive(asked.key)
        if sender is None:
            raise stranger()
        body = WeekStatement(
            question=asked.id,
            asked=asked.digest,
            school=asked.school,
            monday=asked.monday,
            # Not where the record ends here: on another computer its own rows come after its copy's. Nobody
            # asks ahead: the letters of a place that the school's record hasn't reached are known to nobody.
            seq=asked.seq,
            letters=asked.letters,
            plan=week_digest(asked.slots),
            struck=tuple(sorted(struck)),
            signer=person_of(by),
            key=by.signer.key,
            ends=min(asked.ends, self._desk.now + WAITS),
        ).to_bytes()
        head = answer_bytes(body, by.signer.sign(signed_statement(body)), asked.to_bytes())
        return packed(by, head, recipients=[sender.recipient])

    def take_in(self, by: Actor, reply: WeekReply) -> Done[date]:
        """Take in a week's signature that was given elsewhere (a deed); gives its Monday.

        Raises:
            BadInput: if no principal or deputy of this school signed it.
            NotAllowed: it is too old, taken in already, or about another plan than this week's.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            said = believed_week(proven.trust, reply.body, reply.signature, verifier=self._desk.verifier)
            question = read_question(reply.asked)
            if said is None or question is None or question.digest != said.asked:
                raise BadInput(say("weeksign.not-signed"), remedy=say("weeksign.ask-again"))
            slots = slots_of(deed.unit, said.monday)
            refuse(self._take_reasons(deed, proven, said, week_digest(slot_plain(one) for one in slots)))
            if not strikes_some(
                said, frozenset(one.id for one in slots)
            ):  # a changed program's: it signs nothing
                raise BadInput(say("weeksign.not-signed"), remedy=say("weeksign.ask-again"))
            statement: dict[str, Plain] = {"body": reply.body.decode(), "signature": reply.signature.hex()}
            part = plan_part(said.monday, slots, frozenset(said.struck))
            # What they read when they signed: the statement has its digest.
            parts = {PLAN_PART: part, STATEMENT_PART: statement, ASKED_PART: parse(reply.asked)}
            deed.record(Act.TAKE_WEEK, Noun.WEEKS, said.monday.isoformat(), parts=parts)
        return Done(said.monday, Changes.of("plan", [said.monday.isoformat()]))

    def _visit(self, by: Actor, asked: WeekAsked, file: LookFile) -> WeekVisit:
        if asked.school != self._desk.school:
            raise BadInput(say("weeksign.other-school"), remedy=say("weeksign.open-that-school"))
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            require_sender(proven.trust, asked, file, verifier=self._desk.verifier)
            if asked.signer != person_of(by):
                raise BadInput(say("away.not-for-you"), remedy=say("away.not-for-you-remedy"))
            refuse(self._untimely(asked, today))
            sender = name_in(proven, asked.sender)
        return WeekVisit(asked, sender, asked_posts(asked), asked_pictures(asked, file))

    def _untimely(self, asked: WeekAsked, today: date) -> tuple[Reason, ...]:
        """List why a question isn't answered now."""
        late = self._late(asked.ends)
        return late or clock_reasons(asked, self._desk.now) or over_reasons(asked.monday, today)

    def _take_reasons(self, deed: Deed, proven: Proven, said: WeekStatement, plan: str) -> tuple[Reason, ...]:
        """List why a statement doesn't count, in the order in which it is to be said."""
        monday, today = said.monday.isoformat(), today_of(deed.unit, self._desk)
        if said.school != self._desk.school:
            return (Reason(say("weeksign.other-school")),)
        if not deed.trust.roles(said.signer, today) & OFFICE:
            return (Reason(say("weeksign.office-ended", name=name_in(proven, said.signer))),)
        if leaver(deed.trust, said.signer, today) is not Leaver.STAYS:
            return leaves_reason()
        if said.question in answered_questions(proven):
            return (Reason(say("weeksign.taken-already")),)
        if late := self._late(said.ends):
            return late
        if said.letters != end_letters(proven, said.seq):
            return (Reason(say("weeksign.other-copy")),)
        if said.plan != plan or signed_since(proven, monday, said.seq, pages=False):
            return (Reason(say("weeksign.changed-since")),)
        return ()

    def _late(self, ends: datetime) -> tuple[Reason, ...]:
        return () if self._desk.now <= ends else (Reason(say("weeksign.too-late")),)
