"""Who knows a password that is there again: what was once known counts as known, whenever it comes back.

A row says whether its password is another one than before; whether it was there earlier, its keyed mark says,
which nobody makes otherwise without the school's key. A second mark is of how it looks: who knew it guesses
that. Marks of two school keys can't be compared, so each row has those of the password before it too, under
its own key; what was there earlier still, the sealed log-in itself knows, and the row says so.
"""

from collections.abc import Collection, Iterable, Sequence

from smadmin.domain.ids import KeyId
from smadmin.services.kept_rows import KeptRow, Password


def known_from(kept: Sequence[KeptRow]) -> int:
    """Give from which of an account's rows on whoever could open one knows the password that is there now."""
    place, first = 0, dict[str, int]()
    for n, row in enumerate(kept):
        if row.is_another or row.password is Password.FORMER:
            unseen = 0 if row.password is Password.FORMER else n
            place = min((first[one] for one in row.marks if one in first), default=unseen)
        for one in row.marks:
            first.setdefault(one, place)
    return place


def shut_out_by(
    kept: Iterable[KeptRow], keys: Collection[KeyId], *, since: int, handed: int | None = None
) -> KeptRow | None:
    """Give the row by which nobody with these keys knows the password any more; None where they do.

    Args:
        kept: an account's rows, oldest first.
        keys: of who leaves, or gave the account away.
        since: a place of the record; all that was kept before it they are taken to know.
        handed: the place of a hand-over: whoever gets the account back later has it for another reason.
    """
    walk = _Walk(frozenset(keys), since, handed)
    for row in kept:
        if row.sha256:
            walk.take(row)
    return walk.found


class _Walk:
    """Goes through an account's rows: what is known by then, and since which row it isn't."""

    def __init__(self, keys: frozenset[KeyId], since: int, handed: int | None) -> None:
        self.found: KeptRow | None = None
        self._keys, self._since, self._handed = keys, since, handed
        self._known, self._unknown = set[str](), set[str]()
        self._now_known = self._before_known = True

    def take(self, row: KeptRow) -> None:
        """Take the next row."""
        changed = row.is_another or row.password is Password.FORMER
        self._before_known = self._now_known if changed else self._before_known
        self._note(row.marks_before, known=self._before_known)  # first: the new one may look like it
        if changed:
            self._changed(row)
        self._note(row.marks, known=self._now_known)

    def _note(self, marks: frozenset[str], *, known: bool) -> None:
        (self._known if known else self._unknown).update(marks)

    def _changed(self, row: KeptRow) -> None:
        seq = row.fact.seq
        former = row.password is Password.FORMER
        again = bool(row.marks & self._known) or (former and not row.marks & self._unknown)
        if seq > self._since and not again and row.shuts_out(self._keys):
            self.found = self.found or row
            self._now_known = False
        elif again or self._handed is None or seq <= self._handed:
            self.found, self._now_known = None, True
