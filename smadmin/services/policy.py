"""The policy at hand: packs, platforms, and reading or counting a text with them.

Shipped packs need no store, so the command line can use them anywhere; `reading` uses the same with a
school's people.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput, Tampered
from smadmin.domain.messages import say
from smadmin.domain.platforms import Count, PlatformFacts, count
from smadmin.domain.policy.context import ANY_WORD, Context, Speller
from smadmin.domain.policy.findings import SUGGEST, Finding, Remedy
from smadmin.domain.policy.lexicon import EMPTY, Lexicon
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People
from smadmin.domain.post_links import LinkVerdict, link_belongs, page_fits
from smadmin.importing.packs import parse_pack, read_packs
from smadmin.importing.platforms import read_platforms
from smadmin.importing.rosters import read_roster
from smadmin.importing.words import read_words
from smadmin.language.spelling import Dictionaries
from smadmin.storage.unit import Unit

if TYPE_CHECKING:
    from smadmin.domain.policy.context import PostText

# What comes with the program stays as it is while it runs.
_packs, _platforms, _words = cache(read_packs), cache(read_platforms), cache(read_words)
_MOST_ASKED = 20
"""Of so many words the dictionary is asked at most: each takes up to 0.15 s."""


class Policy:
    """Packs and platforms, read once.

    Args:
        packs: by id.
        platforms: the facts of every platform.
        words: gives the word lists of the checks; asked when the first post is read, not at the start.
        speller: the dictionaries.
    """

    def __init__(
        self,
        packs: Mapping[str, Pack],
        platforms: Mapping[Platform, PlatformFacts],
        words: Callable[[], Lexicon] = lambda: EMPTY,
        speller: Speller = ANY_WORD,
    ) -> None:
        """Take what was read."""
        self.speller = speller
        self._words = words
        self.packs = packs
        self.platforms = platforms
        self._own: dict[str, Pack] = {}

    @classmethod
    def shipped(cls) -> "Policy":
        """Read the packs and platforms that come with the program.

        Raises:
            BadInput: one of the files is broken; says which line.
        """
        return cls(
            _packs(resources.find("policies")),
            _platforms(resources.find("platforms")),
            lambda: _words(resources.find("words")),
            Dictionaries(resources.find("dictionaries")),
        )

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists of the checks."""
        return self._words()

    def pack(self, policy: str) -> Pack:
        """Give a pack.

        Raises:
            BadInput: there is none of that id; the remedy lists those there are.
        """
        if policy in self._own:
            return self._own[policy]
        if policy not in self.packs:
            raise BadInput(
                say("policy.no-such-policy", policy=policy),
                remedy=say("policy.no-such-policy-remedy", known=", ".join(sorted(self.packs))),
            )
        return self.packs[policy]

    def knows(self, policy: str) -> bool:
        """Tell whether a pack needs no look into the store any more."""
        return policy in self.packs or policy in self._own

    def in_force(self, policy: str, unit: Unit) -> Pack:
        """Give the pack that a school names: a shipped one, or an own one from the store.

        Raises:
            Tampered: an own one isn't in the store as it was put in force.
            BadInput: an own one that this version of the program can't read; says which line.
        """
        if not self.knows(policy):
            own = unit.packs.maybe(policy)
            if own is None or not own.right:
                raise Tampered(
                    say("policies.not-as-signed"),
                    kept=say("records.nothing-changed"),
                    remedy=say("policies.put-another"),
                )
            self._own[policy] = parse_pack(own.id, own.text.encode())
        return self.pack(policy)

    def facts(self, platform: str) -> PlatformFacts:
        """Give a platform's facts.

        Raises:
            BadInput: there is no such platform; the remedy lists those there are.
        """
        if platform not in set(Platform):
            raise BadInput(
                say("platforms.no-such", platform=platform),
                remedy=say("platforms.no-such-remedy", known=", ".join(sorted(Platform))),
            )
        return self.platforms[Platform(platform)]

    def check(self, post: "PostText", *, policy: str, context: Context) -> tuple[Finding, ...]:
        """Read a post by a policy."""
        from smadmin.domain.policy.proofreading import check  # noqa: PLC0415 - its patterns take 0.3 s

        return check(post, pack=self.pack(policy), context=context)

    def meant(self, finding: Finding, text: str) -> Finding:
        """Ask the dictionary what a misspelled word may mean (0.15 s); other findings stay as they are.

        Args:
            finding: of a reading.
            text: what was read.
        """
        if finding.remedy is None or finding.remedy.act != SUGGEST or finding.span is None:
            return finding
        start, end = text.rfind("\n\n", 0, finding.span.start), text.find("\n\n", finding.span.start)
        paragraph = text[max(0, start) : end if end >= 0 else len(text)]
        suggested = self.speller.suggested(finding.text, Reading(paragraph).language)
        if not suggested:
            return replace(finding, remedy=None)
        remedy = Remedy(say("policy.write-so", words=suggested[0]), finding.span, suggested[0], judged=True)
        return replace(finding, remedy=remedy)

    def all_meant(self, findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
        """Ask the dictionary for the first few misspelled words; the rest is left without a mend."""
        asked = [one for one in findings if one.remedy is not None and one.remedy.act == SUGGEST]
        answers = {one: self.meant(one, text) for one in asked[:_MOST_ASKED]}
        answers |= {one: replace(one, remedy=None) for one in asked[_MOST_ASKED:]}
        return tuple(answers.get(one, one) for one in findings)

    def count(self, text: str, platform: Platform) -> Count:
        """Count a text as a platform does."""
        return count(text, self.platforms[platform])

    def judge_link(self, link: str, platform: Platform, *, handle: str, page: str) -> LinkVerdict:
        """Judge whether a pasted link is a post of an account."""
        return link_belongs(link, self.platforms[platform], handle=handle, page=page)

    def page_fits(self, platform: Platform, page: str) -> bool:
        """Tell whether an address may be an account's page on a platform."""
        return page_fits(page, self.platforms[platform])

    def context(
        self, *, school: str = "", accounts: Iterable[str] = (), roster: Path | None = None
    ) -> Context:
        """Prepare what the rules may know where there is no store.

        Args:
            school: the school's official name.
            accounts: names of the official accounts.
            roster: a CSV file of students.

        Raises:
            BadInput: the roster can't be used.
        """
        return Context(
            people=People.of(read_roster(roster) if roster else ()),
            school_name=school,
            account_names=tuple(accounts),
            handles=tuple(accounts),
            lexicon=self.lexicon,
            speller=self.speller,
        )
