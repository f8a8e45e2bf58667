"""Reads the corpus as the sample school would, and counts how each check does: right, false alarm, missed."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from smadmin import resources
from smadmin.domain.policy.context import Context, PostPicture, PostText
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Clause, Duty, Pack, RuleSetting
from smadmin.domain.policy.proofreading import Proofreader
from smadmin.domain.policy.roster import People, PersonName
from smadmin.importing.packs import read_packs
from smadmin.importing.words import read_words
from smadmin.language.spelling import Dictionaries
from tests.corpus import CorpusPost, Expected, severities

OWN_PHONE = "719-555-0100"
_CLAUSE = "ALL"


@cache
def sample_school() -> Context:
    """Give the sample school with all its children, staff and accounts."""
    sample = tomllib.loads(resources.find("sample/school.toml").read_text("utf-8"))
    students = [
        PersonName(
            child["first"],
            child["last"],
            opted_out=_refused(child, "everything", "names"),
            no_work=_refused(child, "everything", "creative", "media"),
            number=child["number"],
            guarded="opt_out" in child,
        )
        for child in sample["student"]
    ]
    return Context(
        people=People.of(students, staff=[f"{one['first']} {one['last']}" for one in sample["staff"]]),
        school_name=sample["school"]["name"],
        account_names=tuple(account["name"] for account in sample["account"]),
        handles=tuple(account["handle"] for account in sample["account"]),
        phones=(OWN_PHONE,),
        domains=tuple(sample["school"]["domains"]),
        groups=frozenset(sample["school"]["classes"]),
        lexicon=read_words(resources.find("words")),
        speller=Dictionaries(resources.find("dictionaries")),
    )


def _refused(child: dict[str, str], *kinds: str) -> bool:
    return any(kind in child.get("opt_out", "") for kind in kinds)


@cache
def shipped_packs() -> dict[str, Pack]:
    """Give the five districts' packs."""
    return read_packs(resources.find("policies"))


@cache
def whole_pack() -> Pack:
    """Give a pack with every check on, as hard as the corpus says."""
    rules = {name: RuleSetting(name, Severity(weight), (_CLAUSE,)) for name, weight in severities().items()}
    some = next(iter(shipped_packs().values()))
    clauses = {_CLAUSE: Clause(_CLAUSE, "0", "Every check.")}
    return replace(some, rules=rules, clauses=clauses, alt_text=Duty.ADVISED)


def found(post: CorpusPost, pack: Pack) -> tuple[Expected, ...]:
    """Read a post by a pack."""
    pictures = tuple(
        PostPicture(str(number), picture.alt, picture.right, picture.group)
        for number, picture in enumerate(post.pictures)
    )
    findings = Proofreader().check(PostText(post.text, pictures), pack=pack, context=sample_school())
    return tuple(Expected(one.rule, one.text, one.severity.value) for one in findings)


@dataclass(frozen=True)
class Figures:
    """How the checks did on some posts; each count by check."""

    right: Counter[str]
    alarms: Counter[str]
    missed: Counter[str]

    @property
    def checks(self) -> tuple[str, ...]:
        """Every check that found, or should have found, something."""
        return tuple(sorted({*self.right, *self.alarms, *self.missed}))

    def precision(self, *checks: str) -> float:
        """Give which part of what these checks found was right; 1 where they found nothing."""
        right, wrong = (sum(counts[check] for check in checks) for counts in (self.right, self.alarms))
        return right / (right + wrong) if right + wrong else 1.0

    def recall(self, *checks: str) -> float:
        """Give which part of what is there these checks found; 1 where there is nothing."""
        right, missed = (sum(counts[check] for check in checks) for counts in (self.right, self.missed))
        return right / (right + missed) if right + missed else 1.0


def figures(posts: Iterable[CorpusPost]) -> Figures:
    """Read posts with every check on; right is a finding of that check and weight whose words overlap."""
    right, alarms, missed = Counter[str](), Counter[str](), Counter[str]()
    for post in posts:
        expected = list(post.expected)
        for finding in found(post, whole_pack()):
            meant = next((one for one in expected if _same(one, finding)), None)
            if meant is None:
                alarms[finding.check] += 1
            else:
                expected.remove(meant)
                right[finding.check] += 1
        missed.update(one.check for one in expected)
    return Figures(right, alarms, missed)


def _same(one: Expected, other: Expected) -> bool:
    overlap = one.words in other.words or other.words in one.words
    return (one.check, one.severity) == (other.check, other.severity) and overlap


def stopped(posts: Iterable[CorpusPost], pack: Pack) -> tuple[str, ...]:
    """Give the ids of the ordinary posts in which something stops or warns."""
    return tuple(
        post.id
        for post in posts
        if post.ordinary and any(one.severity != Severity.HINT for one in found(post, pack))
    )
