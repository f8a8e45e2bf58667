"""What the author let stand, as whoever releases reads it: the words or the photo, what the policy says, why.

A reason about a photo that is no longer there, or that no longer lacks anything, is about nothing and isn't
shown.
"""

from collections.abc import Iterator

from smadmin.domain.messages import Message, say
from smadmin.domain.policy.findings import Finding
from smadmin.domain.posts import Override
from smadmin.services.sheets import Sheet
from smadmin.ui.approvals.lines import FindingLine, Line
from smadmin.ui.theme import State


def let_stand_lines(sheet: Sheet) -> tuple[Line, ...]:
    """Give a line for each reason, each once."""
    said = dict.fromkeys(_said(one, number) for one, _, number in _stand(sheet))
    return tuple(Line(State.NOTE, one) for one in said)


def let_stand_findings(sheet: Sheet) -> tuple[FindingLine, ...]:
    """Give each reason with what the policy says of it and the clause."""
    return tuple(
        FindingLine(
            one.words if number is None else "",
            None if finding is None else finding.message,
            "" if finding is None else sheet.clauses.get(finding.citation, ""),
            one.reason,
        )
        for one, finding, number in _stand(sheet)
    )


def _stand(sheet: Sheet) -> Iterator[tuple[Override, Finding | None, int | None]]:
    """Give what was let stand, with the number of its photo where it is about one."""
    numbers = {picture.photo: number for number, picture in enumerate(sheet.draft.content.pictures, 1)}
    for one, finding in sheet.overrides:
        if not one.picture:
            yield one, finding, None
        elif finding is not None:
            yield one, finding, numbers.get(one.picture)


def _said(one: Override, number: int | None) -> Message:
    if number is None:
        return say("approvalui.stands-with-reason", words=one.words, reason=one.reason)
    return say("approvalui.photo-stands", number=number, reason=one.reason)
