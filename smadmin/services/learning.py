"""What a school teaches the checks: own words, other schools, and which checks people keep letting stand.

What became of warnings is counted once a post and check, when it is handed in first: one that still stands
was let stand; one that was there at an earlier saving was mended. None of this is signed: it decides nothing.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.people import WRITERS, Role
from smadmin.domain.policy.check_ids import CHILD_PROTECTION, CheckId
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.learnt import LEARNT, Learnt
from smadmin.domain.posts import Draft
from smadmin.services.desk import Deed, Desk
from smadmin.services.reading import Findings, Reader, distinct, learnt_of
from smadmin.services.roles import any_roles
from smadmin.storage.unit import Unit

_MOST_FLAGGED = 100
_LONG = 20_000
"""No post has so many characters; reading them would keep a saving waiting."""


@dataclass(frozen=True)
class Taught:
    """What people told the checks: words, accounts to mention, own numbers, the district's other schools."""

    words: tuple[str, ...]
    handles: tuple[str, ...]
    phones: tuple[str, ...]
    schools: tuple[str, ...] = ()


class Learning:
    """What one school taught its checks."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Stand on the desk and on who reads."""
        self._desk = desk
        self._reader = reader

    def taught(self, by: Actor) -> Taught:
        """Give all that can be taken out again, in order."""
        with self._desk.look(by) as unit:
            learnt = learnt_of(unit)
            phones = unit.schools.get(self._desk.school).phones
            return Taught(learnt.words, learnt.handles, phones, learnt.schools)

    def add_word(self, by: Actor, word: str) -> Changes:
        """Take a word into the school's own (a deed without a row)."""
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).with_word(word))

    def remove_word(self, by: Actor, word: str) -> Changes:
        """Take a word out again (a deed without a row)."""
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).without_word(word))

    def add_handle(self, by: Actor, handle: str) -> Changes:
        """Note that an account of others agreed to be mentioned (a deed without a row)."""
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).with_handle(handle))

    def remove_handle(self, by: Actor, handle: str) -> Changes:
        """Take an account out again (a deed without a row)."""
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).without_handle(handle))

    def add_school(self, by: Actor, name: str) -> Changes:
        """Note another school of the district (a deed without a row)."""
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).with_school(name))

    def remove_school(self, by: Actor, name: str) -> Changes:
        """Take another school out again (a deed without a row)."""
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).without_school(name))

    def quiet(self, by: Actor) -> tuple[CheckId, ...]:
        """Give the checks that only hint because people kept letting them stand, in order."""
        with self._desk.look(by) as unit:
            return tuple(sorted(CheckId(rule) for rule in learnt_of(unit).quiet))

    def wake_blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why somebody can't let a quiet check warn again."""
        with self._desk.look(by) as unit:
            roles = any_roles(unit.trust.read(), by.person, self._reader.today(unit))
        return () if Role.COMMUNICATIONS in roles else (Reason(say("policy.wake-communications-only")),)

    def wake(self, by: Actor, rule: CheckId) -> Changes:
        """Let a check that only hints warn again (a deed without a row).

        Raises:
            NotAllowed: to anybody but communications.
        """
        if reasons := self.wake_blockers(by):
            raise NotAllowed(reasons)
        with self._desk.deed(by) as deed:
            return _keep(deed, learnt_of(deed.unit).woken(rule))


def noticed(unit: Unit, reader: Reader, draft: Draft) -> Draft:
    """Note what the policy warns of in words that are being saved; nothing here keeps them from it."""
    if len(draft.content.text) > _LONG:
        return draft
    with suppress(KnownError):
        return replace(draft, flagged=_joined(draft.flagged, _warned(reader.typed(unit, draft.content))))
    return draft


def remember(deed: Deed, reader: Reader, draft: Draft, findings: Findings) -> None:
    """Count what became of a post's warnings, within the deed that hands it in first."""
    if draft.revision:
        return
    stand = _warned(findings)
    mended = set(draft.flagged) - stand
    if stand or mended:
        learnt, today = learnt_of(deed.unit), reader.today(deed.unit)
        writers = [one for one in deed.trust.people if any_roles(deed.trust, one, today) & WRITERS]
        after = learnt.after(
            stood=_checks(stand), mended=_checks(mended), writer=draft.author, alone=len(writers) == 1
        )
        _keep(deed, after)


def _warned(findings: Findings) -> set[tuple[str, str]]:
    return {
        (one.rule, one.text)
        for one in distinct(findings, Severity.WARN)
        if one.rule not in CHILD_PROTECTION and one.text
    }


def _joined(flagged: tuple[tuple[str, str], ...], found: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((*flagged, *sorted(found))))[:_MOST_FLAGGED]


def _checks(findings: set[tuple[str, str]]) -> frozenset[str]:
    return frozenset(rule for rule, _ in findings)


def _keep(deed: Deed, learnt: Learnt) -> Changes:
    kept = deed.unit.learnt.maybe(LEARNT)
    if kept is None:
        deed.unit.learnt.add(learnt)
    elif kept != learnt:
        deed.unit.learnt.change(learnt)
    return Changes.of("learnt", [LEARNT])
