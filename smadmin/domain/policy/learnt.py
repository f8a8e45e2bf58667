"""What a school taught the checks: own words, whom it may mention, other schools, what was let stand.

A check that people let stand in 10 of the last 20 posts only hints from then on, if more than one person did
so where more than one writes; those that protect children never do.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.ids import PersonId, SchoolId
from smadmin.domain.policy.check_ids import CHILD_PROTECTION
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.reading import fold
from smadmin.domain.typed import tidy

LEARNT = "learnt"
"""The one row's id."""
LAST = 20
"""So many posts of which a check said something are remembered."""
QUIET_FROM = 10
"""So many of them let stand make it a hint."""
MOST_WORDS = 2_000
_STOOD, _MENDED = "s", "m"


@dataclass(frozen=True)
class Learnt:
    """What one school taught the checks.

    Args:
        words: its own words, as typed.
        handles: accounts of others that agreed to be mentioned, without the sign.
        schools: names of the district's other schools: a text that names one may be on the wrong account.
        outcomes: by check what became of its warnings in the last posts, the newest last: `s` let stand,
            `m` mended.
        writers: by check who wrote those posts, in the same order.
        alone: whether one person writes all posts of the school.
    """

    id: str
    school: SchoolId
    words: tuple[str, ...] = ()
    outcomes: Mapping[str, str] | None = None
    handles: tuple[str, ...] = ()
    version: int = 1
    writers: Mapping[str, tuple[PersonId, ...]] | None = None
    alone: bool = False
    schools: tuple[str, ...] = ()

    @property
    def folded(self) -> frozenset[str]:
        """The own words, folded as texts are."""
        return frozenset(fold(word) for word in self.words)

    @property
    def quiet(self) -> frozenset[str]:
        """The checks that only hint."""
        return frozenset(
            rule
            for rule, became in (self.outcomes or {}).items()
            if rule not in CHILD_PROTECTION and became.count(_STOOD) >= QUIET_FROM and self._agreed(rule)
        )

    def _agreed(self, rule: str) -> bool:
        """Tell whether not one of several writers alone let a check's warnings stand."""
        became, writers = (self.outcomes or {})[rule], (self.writers or {}).get(rule, ())
        # From the end: an outcome of before the writers were noted has nobody.
        newest = zip(reversed(became), reversed(writers), strict=False)
        return self.alone or len({who for letter, who in newest if letter == _STOOD}) > 1

    def with_word(self, word: str) -> "Learnt":
        """Take a word in; one that is there already changes nothing."""
        word = word.strip()
        if not word or fold(word) in self.folded:
            return self
        return replace(self, words=tuple(sorted((*self.words, word), key=fold))[:MOST_WORDS])

    def without_word(self, word: str) -> "Learnt":
        """Take a word out."""
        return replace(self, words=tuple(one for one in self.words if fold(one) != fold(word)))

    def with_handle(self, handle: str) -> "Learnt":
        """Take an account in that may be mentioned; one that is there already changes nothing."""
        handle = handle.strip().lstrip("@\uff20").casefold()
        if not handle or handle in self.handles:
            return self
        return replace(self, handles=tuple(sorted((*self.handles, handle)))[:MOST_WORDS])

    def without_handle(self, handle: str) -> "Learnt":
        """Take an account out again: mentioning it is warned of."""
        return replace(self, handles=tuple(one for one in self.handles if one != handle))

    def with_school(self, name: str) -> "Learnt":
        """Take another school's name in; one that is there already changes nothing."""
        name = " ".join(tidy(name).split())
        if not name or fold(name) in map(fold, self.schools):
            return self
        return replace(self, schools=tuple(sorted((*self.schools, name), key=fold))[:MOST_WORDS])

    def without_school(self, name: str) -> "Learnt":
        """Take another school's name out."""
        return replace(self, schools=tuple(one for one in self.schools if one != name))

    def after(
        self, *, stood: Collection[str], mended: Collection[str], writer: PersonId, alone: bool
    ) -> "Learnt":
        """Remember what became of a post's warnings: one outcome for each check, however many there were.

        Args:
            stood: the checks of which something still stands.
            mended: those of which something was mended.
            writer: who wrote the post.
            alone: whether nobody else writes posts of the school.
        """
        outcomes, writers = dict(self.outcomes or {}), dict(self.writers or {})
        for rule in sorted({*stood, *mended} - CHILD_PROTECTION):
            letter = _STOOD if rule in stood else _MENDED
            outcomes[rule] = (outcomes.get(rule, "") + letter)[-LAST:]
            writers[rule] = (*writers.get(rule, ()), writer)[-LAST:]
        return replace(self, outcomes=outcomes, writers=writers, alone=alone)

    def woken(self, rule: str) -> "Learnt":
        """Forget what became of a check's warnings: it warns again."""
        outcomes = {name: became for name, became in (self.outcomes or {}).items() if name != rule}
        writers = {name: those for name, those in (self.writers or {}).items() if name != rule}
        return replace(self, outcomes=outcomes, writers=writers)


def hushed(pack: Pack, quiet: Collection[str]) -> Pack:
    """Give a pack in which these checks only hint; what stops a post stays as it is."""
    rules = {
        name: replace(setting, severity=Severity.HINT)
        if name in quiet and setting.severity is Severity.WARN
        else setting
        for name, setting in pack.rules.items()
    }
    return replace(pack, rules=rules) if rules != pack.rules else pack
