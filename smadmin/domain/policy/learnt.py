"""What a school taught the checks: its own words, whom it may mention, and which findings were let stand.

A check of which people let 10 of the last 20 findings stand only hints from then on; those that protect
children never do.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.ids import SchoolId
from smadmin.domain.policy.check_ids import CHILD_PROTECTION
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.reading import fold

LEARNT = "learnt"
"""The one row's id."""
LAST = 20
"""So many findings of a check are remembered."""
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
        outcomes: by check what became of its last findings, the newest last: `s` let stand, `m` mended.
    """

    id: str
    school: SchoolId
    words: tuple[str, ...] = ()
    outcomes: Mapping[str, str] | None = None
    handles: tuple[str, ...] = ()
    version: int = 1

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
            if rule not in CHILD_PROTECTION and became.count(_STOOD) >= QUIET_FROM
        )

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

    def after(self, *, stood: Iterable[str], mended: Iterable[str]) -> "Learnt":
        """Remember what became of a post's findings, one name of a check for each."""
        outcomes = dict(self.outcomes or {})
        became = [(rule, _STOOD) for rule in stood] + [(rule, _MENDED) for rule in mended]
        for rule, letter in became:
            if rule not in CHILD_PROTECTION:
                outcomes[rule] = (outcomes.get(rule, "") + letter)[-LAST:]
        return replace(self, outcomes=outcomes)

    def woken(self, rule: str) -> "Learnt":
        """Forget what became of a check's findings: it warns again."""
        outcomes = {name: became for name, became in (self.outcomes or {}).items() if name != rule}
        return replace(self, outcomes=outcomes)


def hushed(pack: Pack, quiet: Collection[str]) -> Pack:
    """Give a pack in which these checks only hint; what stops a post stays as it is."""
    rules = {
        name: replace(setting, severity=Severity.HINT)
        if name in quiet and setting.severity is Severity.WARN
        else setting
        for name, setting in pack.rules.items()
    }
    return replace(pack, rules=rules) if rules != pack.rules else pack
