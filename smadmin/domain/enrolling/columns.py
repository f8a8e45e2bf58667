"""What a list's columns mean: guessed from their titles, put right by a person, remembered for next time.

Titles are those of PowerSchool, Infinite Campus, Skyward, Aeries and of people, in English and Spanish. A
wrong guess about consent would show a child, so what a title says of it must be plain, or nothing is guessed.
"""

import re
from collections.abc import Mapping, Sequence

from smadmin.domain.enrolling.meanings import SEVERAL, Meaning, Meanings
from smadmin.domain.enrolling.titles import TITLES
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.policy.reading import fold

_KNOWN = {
    re.sub(r"[^a-z0-9]", "", fold(title)): meaning
    for meaning, titles in TITLES.items()
    for title in titles.split("|")
}
_OWNER = re.compile(r"^.*[.\]]")
"""What systems put before a field's name: `[Students]Student_Number`, `student.lastName`."""


def meaning_of(title: str) -> Meaning | None:
    """Say what a title means, whatever its spelling, or None."""
    for name in (title, _OWNER.sub("", title)):
        meaning = _KNOWN.get(re.sub(r"[^a-z0-9]", "", fold(name)))
        if meaning is not None:
            return meaning
    return None


def is_known(title: str) -> bool:
    """Tell whether a title means something here."""
    return meaning_of(title) is not None


def recognised(titles: Sequence[str]) -> dict[int, Meaning]:
    """Guess what each column means; where two mean the same, the first counts."""
    found: dict[int, Meaning] = {}
    for column, title in enumerate(titles):
        meaning = meaning_of(title)
        if meaning is not None and (meaning in SEVERAL or meaning not in found.values()):
            found[column] = meaning
    named = {Meaning.FIRST_NAME, Meaning.LAST_NAME}
    if named <= set(found.values()):
        # "Name" beside first and last name is theirs once more.
        return {column: meaning for column, meaning in found.items() if meaning is not Meaning.WHOLE_NAME}
    return found


def remembered(titles: Sequence[str], choices: Mapping[str, str]) -> dict[int, Meaning]:
    """Say what each column means by what a person said last of titles spelled like these.

    Args:
        titles: those of the list at hand.
        choices: title to meaning as they were kept; an empty meaning passes the column over.
    """
    guessed, found = recognised(titles), {}
    for column, title in enumerate(titles):
        if title in choices:
            if choices[title] in set(Meaning):
                found[column] = Meaning(choices[title])
        elif column in guessed:
            found[column] = guessed[column]
    return found


def choices_of(titles: Sequence[str], mapping: Meanings) -> dict[str, str]:
    """Give what is remembered of a mapping: each title once."""
    return {
        title: mapping[column].value if column in mapping else ""
        for column, title in enumerate(titles)
        if title
    }


def mapping_blockers(mapping: Meanings) -> tuple[Reason, ...]:
    """List why a list can't be read with these meanings."""
    reasons, meant = [], list(mapping.values())
    both = {Meaning.FIRST_NAME, Meaning.LAST_NAME} <= set(meant)
    if not both and Meaning.WHOLE_NAME not in meant:
        reasons.append(Reason(say("enrolling.no-name-column")))
    reasons += [
        Reason(say("enrolling.twice", meaning=say(f"enrolling.means-{meaning}")))
        for meaning in Meaning
        if meaning not in SEVERAL and meant.count(meaning) > 1
    ]
    return tuple(reasons)
