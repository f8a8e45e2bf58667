"""Keeping and destroying: what is due by the schedule, legal holds, orders of two, certificates.

Nothing here destroys by itself. One person orders what is due, another one signs; then the details go, and
with them the words and kept pages of the posts they were about. Rows stay. A legal hold beats all of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.erasures import ERASURE_PART, erasure_plain
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Reason
from smadmin.domain.messages import say
from smadmin.domain.retention import NOUNS, Kind, Retention
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.desk import Deed, Desk
from smadmin.services.destroying import destroy
from smadmin.services.due_records import DueThing, due_things
from smadmin.services.media import Media
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.records_requests import requests_of
from smadmin.services.retention_rows import (
    CERTIFICATE_PART,
    REASON_PART,
    Certificate,
    Hold,
    Order,
    certificates_of,
    hold_of,
    order_of,
)
from smadmin.services.roles import any_roles, leaving_reasons, refuse, today_of
from smadmin.services.whole_files import write_whole
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class RetentionView:
    """How keeping stands.

    Args:
        due: what is due today, oldest first; nothing is destroyed by that.
        order_blockers: why this person may not order that it is destroyed; `sign_blockers`: nor sign for it.
    """

    schedule: Retention
    hold: Hold | None
    due: tuple[DueThing, ...]
    order: Order | None
    certificates: tuple[Certificate, ...]
    hold_blockers: tuple[Reason, ...]
    lift_blockers: tuple[Reason, ...]
    order_blockers: tuple[Reason, ...]
    sign_blockers: tuple[Reason, ...]


class Keeping:
    """Schedules, holds and destruction of one school."""

    def __init__(
        self,
        desk: Desk,
        reader: Reader,
        proof: Proof,
        media: Media,
        note_erased: Callable[[str, Iterable[str]], None] = lambda _table, _ids: None,
    ) -> None:
        """Stand on the desk, the policy, the proven record and the files.

        Args:
            desk: whose record it is.
            reader: the policy in force.
            proof: the record as proven.
            media: the sealed files.
            note_erased: told which files were removed, so that a restored backup removes them again.
        """
        self._desk, self._reader, self._proof, self._media = desk, reader, proof, media
        self._note_erased = note_erased

    def view(self, by: Actor) -> RetentionView:
        """Tell how keeping stands (an errand: after years thousands of things may be due).

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            hold, order = hold_of(proven, by), order_of(proven)
            due = self._due(unit, proven)
            return RetentionView(
                self._reader.pack(unit).retention,
                hold,
                due,
                order,
                tuple(certificates_of(proven)),
                hold_blockers=self._may(unit, by, Noun.LEGAL_HOLDS, Act.PUT_ON_LEGAL_HOLD),
                lift_blockers=self._lift_blockers(unit, by, hold),
                order_blockers=self._order_blockers(unit, proven, by, due),
                sign_blockers=self._sign_blockers(unit, proven, by, order, due),
            )

    def held(self, by: Actor) -> bool:
        """Tell whether a legal hold stands; photos and videos that nobody picked stay as long, too."""
        with self._desk.look(by) as unit:
            return hold_of(self._proof.now(unit), by) is not None

    def put_on_hold(self, by: Actor, why: str) -> Changes:
        """Put everything on a legal hold (a deed): from now on nothing is destroyed.

        Raises:
            NotAllowed: for anybody but the principal and communications; without a reason.
        """
        made = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            refuse(self._may(deed.unit, by, Noun.LEGAL_HOLDS, Act.PUT_ON_LEGAL_HOLD))
            if not why.strip():
                raise NotAllowed((Reason(say("retention.why-missing"), None, "why"),))
            parts: Mapping[str, Plain] = {REASON_PART: {"why": why.strip()}}
            deed.record(Act.PUT_ON_LEGAL_HOLD, Noun.LEGAL_HOLDS, made, parts=parts)
        return Changes.of("records", [self._desk.school])

    def lift_hold(self, by: Actor) -> Changes:
        """Sign that the hold is lifted (a deed); it is once two persons have.

        Raises:
            NotAllowed: for anybody but the office; a second time; without a fresh passphrase.
            KnownError: none stands.
        """
        with self._desk.deed(by) as deed:
            hold = hold_of(self._proof.now(deed.unit), by)
            if hold is None:
                raise KnownError(say("retention.no-hold"))
            refuse(self._lift_blockers(deed.unit, by, hold))
            self._fresh(by)
            deed.record(Act.LIFT_LEGAL_HOLD, Noun.LEGAL_HOLDS, hold.id)
        return Changes.of("records", [self._desk.school])

    def order(self, by: Actor) -> Done[Order]:
        """Order that what is due is destroyed (a deed); nothing is, until somebody else signs.

        Raises:
            NotAllowed: nothing is due, a hold stands, an order waits, a request is open; not the office.
        """
        made = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            proven = require_whole(self._proof.now(deed.unit))
            due = self._due(deed.unit, proven)
            refuse(self._order_blockers(deed.unit, proven, by, due))
            self._fresh(by)
            details = tuple(sorted(detail for one in due for detail in one.details))
            parts: Mapping[str, Plain] = {ERASURE_PART: erasure_plain(details)}
            deed.record(Act.ORDER_DESTRUCTION, Noun.DESTRUCTIONS, made, parts=parts)
            order = Order(made, name_in(proven, by.person), by.person, deed.now, details)
        return Done(order, Changes.of("records", [self._desk.school]))

    def take_back(self, by: Actor) -> Changes:
        """Take back the order that waits (a deed).

        Raises:
            NotAllowed: for anybody but the office.
            KnownError: none waits.
        """
        with self._desk.deed(by) as deed:
            order = order_of(self._proof.now(deed.unit))
            if order is None:
                raise KnownError(say("retention.no-order"))
            refuse(self._may(deed.unit, by, Noun.DESTRUCTIONS, Act.TAKE_BACK))
            deed.record(Act.TAKE_BACK, Noun.DESTRUCTIONS, order.id)
        return Changes.of("records", [self._desk.school])

    def sign(self, by: Actor) -> Done[Certificate]:
        """Sign somebody else's order and destroy what it names (a chain: rows and details, then the files).

        A kill between the two leaves files without rows, which nobody can read; the next start removes them.

        Raises:
            NotAllowed: a hold stands, the order is one's own or names what isn't due now, a request is open,
                not the office.
            KnownError: none waits.
        """
        with self._desk.deed(by) as deed:
            proven = require_whole(self._proof.now(deed.unit))
            order = order_of(proven)
            if order is None:
                raise KnownError(say("retention.no-order"))
            due = self._due(deed.unit, proven)
            refuse(self._sign_blockers(deed.unit, proven, by, order, due))
            self._fresh(by)
            files = destroy(deed.unit, proven, order.details)
            certificate = self._certify(deed, proven, order)
        self._note_erased("media", [file.id for file in files])
        self._media.shred(files)
        return Done(certificate, Changes.of("records", [self._desk.school]))

    def save(self, file: Path, certificate: bytes) -> None:
        """Write a certificate for its owner alone (an errand).

        Raises:
            OutsideFailed: no space, no permission.
        """
        refused = OutsideFailed(say("retention.not-saved"), remedy=say("retention.another-place"))
        write_whole(file, certificate, refused=refused)

    def _certify(self, deed: Deed, proven: Proven, order: Order) -> Certificate:
        counted: dict[Kind, int] = {}
        for seq, _ in order.details:
            fact = proven.at(seq)
            kind = None if fact is None else NOUNS.get(Noun(fact.body.noun))
            if kind is not None:
                counted[kind] = counted.get(kind, 0) + 1
        rows = len({seq for seq, _ in order.details})
        told: dict[str, Plain] = {
            "details": len(order.details),
            "rows": rows,
            "kinds": {kind.value: number for kind, number in counted.items()},
        }
        parts: Mapping[str, Plain] = {CERTIFICATE_PART: told}
        row = deed.record(Act.SIGN_DESTRUCTION, Noun.DESTRUCTIONS, order.id, parts=parts)
        by = name_in(proven, deed.by.person)
        kinds = tuple(sorted(counted.items()))
        return Certificate(row, deed.now, len(order.details), rows, order.by, by, kinds)

    def _due(self, unit: Unit, proven: Proven) -> tuple[DueThing, ...]:
        today = today_of(unit, self._desk)
        return due_things(unit, proven, self._reader.pack(unit).retention.years, today)

    def _may(self, unit: Unit, by: Actor, noun: Noun, act: Act) -> tuple[Reason, ...]:
        roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
        if not roles & who_may(noun, act):
            who = "hold-who" if act is Act.PUT_ON_LEGAL_HOLD else "office-only"
            return (Reason(say(f"retention.{who}")),)
        return leaving_reasons(self._desk, unit, by, act, noun)

    def _lift_blockers(self, unit: Unit, by: Actor, hold: Hold | None) -> tuple[Reason, ...]:
        mine = hold is not None and hold.mine
        signed = (Reason(say("retention.signed-already")),) if mine else ()
        return (*self._may(unit, by, Noun.LEGAL_HOLDS, Act.LIFT_LEGAL_HOLD), *signed)

    def _order_blockers(
        self, unit: Unit, proven: Proven, by: Actor, due: tuple[DueThing, ...]
    ) -> tuple[Reason, ...]:
        checks = (
            (bool(due), Reason(say("retention.nothing-due"))),
            (order_of(proven) is None, Reason(say("retention.order-waits"))),
        )
        barred = tuple(reason for right, reason in checks if not right)
        may = self._may(unit, by, Noun.DESTRUCTIONS, Act.ORDER_DESTRUCTION)
        return (*may, *_kept_by(proven, by), *barred)

    def _sign_blockers(
        self, unit: Unit, proven: Proven, by: Actor, order: Order | None, due: tuple[DueThing, ...]
    ) -> tuple[Reason, ...]:
        own = order is not None and order.person == by.person
        # What was ordered may have been used since, or never have been due: a changed program can write any.
        now = {detail for one in due for detail in one.details}
        left = {one for one in (order.details if order else ()) if not proven.erased(*one)}
        checks = (
            (not own, Reason(say("retention.own-order"))),
            (left <= now, Reason(say("retention.order-outdated"))),
        )
        barred = tuple(reason for right, reason in checks if not right)
        may = self._may(unit, by, Noun.DESTRUCTIONS, Act.SIGN_DESTRUCTION)
        return (*may, *_kept_by(proven, by), *barred)

    def _fresh(self, by: Actor) -> None:
        if not by.fresh(self._desk.now):
            raise NotAllowed((Reason(say("keys.passphrase-again"), None, "passphrase"),))


def _kept_by(proven: Proven, by: Actor) -> tuple[Reason, ...]:
    """List what keeps everything: a legal hold, and a request that isn't answered."""
    checks = (
        (hold_of(proven, by) is None, Reason(say("retention.held"))),
        (not any(one.open for one in requests_of(proven).values()), Reason(say("retention.request-open"))),
    )
    return tuple(reason for right, reason in checks if not right)
