"""The school's own telephone numbers: they may stand in posts. They belong to its signed facts.

Only whoever may describe the school adds or removes one; others are told who.
"""

from collections.abc import Callable
from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.keys import TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.policy.checks.phones import national_digits
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.roles import any_roles, roles_in, today_of

_LEAST_DIGITS = 7


class OwnNumbers:
    """The numbers of one school.

    Args:
        desk: whose.
        changed: told of the school once its facts are others.
    """

    def __init__(self, desk: Desk, changed: Callable[[School], None]) -> None:
        """Stand on the desk."""
        self._desk = desk
        self._changed = changed

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why somebody can't say that a number is the school's."""
        with self._desk.look(by) as unit:
            return _role_reasons(any_roles(unit.trust.read(), by.person, today_of(unit, self._desk)))

    def remember(self, by: Actor, phone: str) -> Changes:
        """Take a number into the school's signed facts (a deed); one that is there changes nothing.

        Raises:
            NotAllowed: to another role, or if it is no number.
        """
        with self._desk.deed(by) as deed:
            reasons = _role_reasons(roles_in(deed))
            if len(national_digits(phone) or "") < _LEAST_DIGITS:
                reasons = (*reasons, Reason(say("policy.no-number", words=phone)))
            if reasons:
                raise NotAllowed(reasons)
            school = deed.unit.schools.get(self._desk.school)
            if national_digits(phone) in {national_digits(one) for one in school.phones}:
                return Changes()
            school = _described(deed, replace(school, phones=(*school.phones, phone.strip())))
        return self._told(school)

    def forget(self, by: Actor, phone: str) -> Changes:
        """Take a number out of the school's signed facts (a deed); one that isn't there changes nothing.

        Raises:
            NotAllowed: to another role.
        """
        with self._desk.deed(by) as deed:
            if reasons := _role_reasons(roles_in(deed)):
                raise NotAllowed(reasons)
            school = deed.unit.schools.get(self._desk.school)
            if phone not in school.phones:
                return Changes()
            left = tuple(one for one in school.phones if one != phone)
            school = _described(deed, replace(school, phones=left))
        return self._told(school)

    def _told(self, school: School) -> Changes:
        self._changed(school)
        return Changes.of("schools", [school.id]) | Changes.of("records", [school.id])


def _described(deed: Deed, school: School) -> School:
    described: dict[str, Plain] = {"school": school.to_plain()}
    deed.record_trust(TrustAct.DESCRIBE_SCHOOL, Noun.SCHOOLS, school.id, described)
    return school


def _role_reasons(roles: frozenset[Role]) -> tuple[Reason, ...]:
    return () if roles & LEADING else (Reason(say("policy.not-your-number")),)
