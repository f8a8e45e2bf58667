"""Rows that nobody had a right to, which the office can set aside so that work goes on. Pure.

Who left and can write to the store appends such a row with their own key, and the record would never be whole
again. What it says alone tells it: no signature that doesn't hold, and no part that isn't there. So whoever
spoils a row that counted makes none of these of it; that is still a backup's to mend.
"""

from collections.abc import Collection

from smadmin.domain.canonical import parse
from smadmin.domain.errors import KnownError
from smadmin.domain.keys import TRUST_PART, Key, KeyKind, Trust, TrustAct
from smadmin.domain.manifests import MANIFEST_PART
from smadmin.domain.records import Body, Found, Part, Verifier
from smadmin.domain.reviewers import within_mandate
from smadmin.domain.rights import BY_SEAT, entitled, sets_right
from smadmin.domain.seating import brought_key, by_code
from smadmin.domain.timeline import CONFIRMS, Timeline
from smadmin.domain.vocabulary import Act, Noun

SETS_ASIDE = (Noun.RECORDS, Act.SET_ASIDE)

MALFORMED = (AttributeError, KeyError, RecursionError, TypeError, ValueError, KnownError)
"""What bytes that somebody else wrote can raise while they are read: the row is named, whatever it says."""
_DIGITS = 18
"""Of a row's place at the most; SQLite counts no further than with nineteen."""

TRUST_ACTS = frozenset(act.value for act in TrustAct)


class Refused:
    """The rows without a right, and which of them were set aside.

    Args:
        rows: what was refused, by its place.
        aside: who set a row aside: that row's own body, by the place of what it set aside.
    """

    def __init__(self) -> None:
        """Begin before the first row."""
        self.rows: dict[int, Body] = {}
        self.aside: dict[int, Body] = {}

    def set_aside(self, by: Body) -> Collection[int]:
        """Take a row of the office that names the first and the last place; gives what ends to matter."""
        first, _, last = (by.id or "").partition("-")
        begin, end = place_in(first), place_in(last)
        if begin is None or end is None:
            return ()
        named = [seq for seq in self.rows if begin <= seq <= end and seq not in self.aside]
        self.aside |= dict.fromkeys(named, by)
        return named


def place_in(told: str) -> int | None:
    """Read a row's place as somebody else wrote it; None where it is none that any record reaches.

    Of some thousand digits no number can be made, and whoever wrote them would stop every proof.
    """
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= _DIGITS else None


def places(rows: Collection[int]) -> str:
    """Name rows as the row that sets them aside does; what lies between them and counts isn't touched."""
    return f"{min(rows)}-{max(rows)}"


def without_right(
    trust: Trust, timeline: Timeline, found: Found, *, body: Body, judged: Body, verifier: Verifier
) -> bool:
    """Tell whether a row would be refused whoever signed it, and whatever was done to its parts since.

    Args:
        trust: as it stood at its place.
        timeline: of the rows before it.
        found: as it lies there.
        body: the row, linked to the one before it.
        judged: the same, as rights judge it.
        verifier: checks what a list's code signed.
    """
    if body.seq == 1:
        return False
    part = found.parts.get(TRUST_PART)
    whole = part is not None and part.digest == body.parts.get(TRUST_PART)
    if body.act in TRUST_ACTS and not whole:
        return False
    key = trust.key_alive(body.key) or brought(found, body)
    if key is None or key.person != body.person or (key.kind is not KeyKind.ROOT and key.seat != body.seat):
        return True
    if key.kind is KeyKind.SEAT and (body.noun, body.act) not in BY_SEAT:
        return True
    if body.act in TRUST_ACTS and part is not None:
        return not _lets_in(trust, judged, part, verifier)
    set_right = (body.noun, body.act) != CONFIRMS or sets_right(trust, timeline, body)
    return not (entitled(trust, judged) and set_right)


def _lets_in(trust: Trust, judged: Body, part: Part, verifier: Verifier) -> bool:
    try:
        trust.after(judged, parse(part.content), verifier)
    except MALFORMED:
        return False
    return True


def brought(found: Found, body: Body) -> Key | None:
    """Give the key that a row signs itself in with, by the code of a list; whether it may is judged later."""
    part = found.parts.get(TRUST_PART)
    try:
        key = None if part is None else brought_key(body.act, parse(part.content))
    except MALFORMED:
        return None
    return key if key is not None and key.id == body.key else None


def is_by_code(body: Body, part: Part) -> bool:
    """Tell whether a trust row lets somebody in by the code of a list."""
    try:
        return by_code(body.act, parse(part.content))
    except MALFORMED:
        return False


def under_the_week(found: Found, body: Body) -> bool:
    """Hold a reviewer's release to the signed week, where its part can be read."""
    part = found.parts.get(MANIFEST_PART)
    try:
        return within_mandate(body.act, None if part is None else parse(part.content))
    except MALFORMED:
        return False
