"""Answering a request for public records: entering it, looking for what it means, giving it as a package.

What leaves is covered first (`names_covered.py`); rows whose details would show what is covered keep these at
school and still verify. Photos leave as their covered files only, kept pages only where they name no child.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.blackening import Covered
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person
from smadmin.domain.policy.context import Context
from smadmin.domain.records_requests import (
    ANSWER_PART,
    LEFT_OUT_PART,
    REQUEST_PART,
    Answered,
    RecordsRequest,
    RequestForm,
    Wanted,
    due_on,
    request_blockers,
)
from smadmin.domain.records_rights import ANSWERING
from smadmin.domain.students import Student, unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import require_whole
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact
from smadmin.services.media import Media
from smadmin.services.names_covered import NamesCovered
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.records_found import Found, found_for
from smadmin.services.records_gathered import Answer, Gathering
from smadmin.services.records_given import Giving
from smadmin.services.roles import any_roles, leaving_reasons, refuse, roles_in, today_of
from smadmin.services.sites import staff_of
from smadmin.storage.unit import Unit

_UNREADABLE = (KeyError, TypeError, ValueError)


class RecordsRequests:
    """Requests for public records of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, media: Media) -> None:
        """Stand on the desk, the policy with the names that it knows, the proven record and the files."""
        self._desk, self._reader, self._proof, self._media = desk, reader, proof, media

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not answer requests."""
        with self._desk.look() as unit:
            roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
            noun, act = Noun.RECORDS_REQUESTS, Act.ENTER_RECORDS_REQUEST
            leaves = leaving_reasons(self._desk, unit, by, act, noun)
            return leaves if roles & ANSWERING else (Reason(say("recordsasked.who-may")),)

    def all(self, by: Actor) -> tuple[RecordsRequest, ...]:
        """Give every request: open ones first, by the day until which the law wants an answer."""
        with self._desk.look(by) as unit:
            found = requests_of(require_whole(self._proof.now(unit)))
        return tuple(sorted(found.values(), key=lambda one: (not one.open, one.form.due, one.id)))

    def due(self, received: date) -> date:
        """Propose until when a request is to be answered, by the policy in force."""
        with self._desk.look() as unit:
            law = self._reader.pack(unit).retention
        return due_on(received, law.answer_days, weekdays=law.answer_weekdays)

    def staff(self) -> tuple[Person, ...]:
        """Give whoever may be asked for by name, by name."""
        with self._desk.look() as unit:
            return tuple(sorted(unit.trust.read().people.values(), key=lambda one: one.name))

    def enter(self, by: Actor, form: RequestForm) -> Done[str]:
        """Write down that somebody asked (a deed); gives the request's id.

        Raises:
            NotAllowed: for reviewers, without who asked or for what, or with a due day before it was asked.
        """
        made = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            refuse(request_blockers(form, roles_in(deed)))
            parts: Mapping[str, Plain] = {REQUEST_PART: form.to_plain()}
            deed.record(Act.ENTER_RECORDS_REQUEST, Noun.RECORDS_REQUESTS, made, parts=parts)
        return Done(made, Changes.of("records-requests", [made]))

    def find(self, by: Actor, wanted: Wanted) -> tuple[Found, ...]:
        """Give what a request finds, newest first, as it is at school (an errand: there may be thousands).

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            school = unit.schools.get(self._desk.school)
            return found_for(unit, require_whole(self._proof.now(unit)), school, wanted)

    def as_it_leaves(self, by: Actor, found: Found) -> Covered:
        """Give the words of a thing with what is covered before it leaves.

        Raises:
            NotAllowed: if a child's entry can't be read: nobody knows then what must be covered.
        """
        with self._desk.look(by) as unit:
            known = self._known(unit)
        return NamesCovered(*known).cover(found.text, found.author)

    def answer(
        self,
        by: Actor,
        request: str,
        answer: Answer,
        folder: Path,
        word: Callable[[Message], str],
    ) -> Done[Answered]:
        """Write the package, then the row about it (a chain: errand, then deed).

        A kill between the two leaves a package that no row knows, and an open request.

        Args:
            by: who answers.
            request: the request's id.
            answer: what was found, and what of it stays at school with its reason.
            folder: made here.
            word: words the page's sentences.

        Raises:
            NotAllowed: for reviewers; where something is left out without a reason; nothing was found.
            KnownError: the request isn't there.
            BadInput: the folder is there already.
            OutsideFailed: no space, no permission.
        """
        self._require(by, request, answer)
        gathering = Gathering(self._desk, self._proof, self._reader, by)
        with self._desk.look(by) as unit:
            known, school = self._known(unit), unit.schools.get(self._desk.school)
        names = NamesCovered(*known)
        with self._desk.look(by) as unit:
            require_whole(self._proof.now(unit))
            giving = Giving(gathering, unit, school, answer, names=names, word=word)
        written = giving.write(folder, lambda file: self._media.open(by, file), self._desk.now)
        done = Answered(
            self._desk.now,
            by.person,
            given=len(written.given),
            left_out=len(written.left_out),
            covered=written.covered,
            package=written.package,
            head=written.head,
        )
        left: list[Plain] = [{"id": one.id, "why": one.why} for one in written.left_out]
        things: list[Plain] = list(written.given)
        told: dict[str, Plain] = {
            "given": done.given,
            "left_out": done.left_out,
            "covered": done.covered,
            "package": done.package,
            "head": done.head,
        }
        parts: Mapping[str, Plain] = {ANSWER_PART: told, LEFT_OUT_PART: {"given": things, "left_out": left}}
        with self._desk.deed(by) as deed:
            deed.record(Act.ANSWER_RECORDS_REQUEST, Noun.RECORDS_REQUESTS, request, parts=parts)
        return Done(done, Changes.of("records-requests", [request]))

    def _require(self, by: Actor, request: str, answer: Answer) -> None:
        refuse(self.blockers(by))
        with self._desk.look(by) as unit:
            if request not in requests_of(self._proof.now(unit)):
                raise KnownError(say("recordsasked.gone"))
        if not answer.found:
            raise NotAllowed((Reason(say("recordsasked.nothing-found")),))
        if any(not why.strip() for why in answer.left_out.values()):
            raise NotAllowed((Reason(say("recordsasked.why-left-out"), None, "why"),))

    def _known(self, unit: Unit) -> tuple[tuple[Student, ...], tuple[str, ...], Context]:
        """Give whose names are covered and whose aren't, and what the checks know of the school."""
        students, spoilt = unit.students.readable()
        refuse(unreadable_blockers(len(spoilt)))
        trust = unit.trust.read()
        staff = (trust.people[one].name for one in staff_of(trust, today_of(unit, self._desk)))
        return students, tuple(staff), self._reader.context(unit)


def requests_of(proven: Proven) -> dict[str, RecordsRequest]:
    """Give the requests as the record has them, oldest first."""
    found: dict[str, RecordsRequest] = {}
    for fact in proven.about(Noun.RECORDS_REQUESTS):
        one = fact.body.id or ""
        try:
            if fact.body.act == Act.ENTER_RECORDS_REQUEST:
                form = RequestForm.from_plain(proven.part(fact, REQUEST_PART) or {})
                found[one] = RecordsRequest(one, form, fact.body.person)
            elif one in found:
                before = found[one]
                answers = (*before.answers, _answered(proven, fact))
                found[one] = RecordsRequest(one, before.form, before.entered_by, answers)
        except _UNREADABLE:  # signed and yet no request, or erased by its schedule
            continue
    return found


def _answered(proven: Proven, fact: Fact) -> Answered:
    told = proven.part(fact, ANSWER_PART) or {}
    given, left_out, covered = (int(str(told[name])) for name in ("given", "left_out", "covered"))
    package, head = str(told["package"]), str(told["head"])
    return Answered(fact.body.utc, fact.body.person, given, left_out, covered, package, head)
