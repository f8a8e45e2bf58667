"""Whose consent to a face pattern was ended: noted beside the backups, so that no restore brings one back.

An older backup holds the consent as it stood then, and patterns are made anew where a consent stands. What is
noted are random ids, as of children who were removed; who consents again is taken off.
"""

from collections.abc import Iterable
from typing import Protocol

from smadmin.domain.students import Student

CONSENTS = "consent"


class Notes(Protocol):
    """What is noted beside the backups, by table."""

    def erased_of(self, table: str) -> frozenset[str]:
        """Give the ids that are noted."""
        ...

    def note_erased(self, table: str, ids: Iterable[str]) -> None:
        """Note further ids."""
        ...

    def take_off(self, table: str, ids: Iterable[str]) -> None:
        """Take ids off again."""
        ...


class Withdrawn:
    """The consents that were ended and not given anew."""

    def __init__(self, notes: Notes) -> None:
        """Stand on the notes."""
        self._notes = notes

    def among(self, students: Iterable[Student]) -> tuple[Student, ...]:
        """Give those of whom a consent stands though it was ended."""
        ended = self._notes.erased_of(CONSENTS)
        return tuple(one for one in students if one.id in ended and one.matching_until is not None)

    def ended(self, before: Iterable[Student], after: Iterable[Student]) -> None:
        """Note whose consent a deed ends, as the last thing within it: what can't be noted isn't ended.

        If the deed fails after that, the consent ends at the next sign-in, as was wanted.

        Raises:
            OutsideFailed: if it can't be written.
        """
        if ended := [one.id for one in _changed(before, after) if one.matching_until is None]:
            self._notes.note_erased(CONSENTS, ended)

    def given(self, before: Iterable[Student], after: Iterable[Student]) -> None:
        """Take off who consented anew by a deed (an errand after it).

        Raises:
            OutsideFailed: if it can't be written.
        """
        given = {one.id for one in _changed(before, after) if one.matching_until is not None}
        if again := given & self._notes.erased_of(CONSENTS):
            self._notes.take_off(CONSENTS, again)


def _changed(before: Iterable[Student], after: Iterable[Student]) -> list[Student]:
    until = {one.id: one.matching_until for one in before}
    return [one for one in after if one.matching_until != until.get(one.id)]
