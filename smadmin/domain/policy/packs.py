"""A district's policy as values: what runs, how strictly, and which clause says so.

A pack is data read by `smadmin.importing.packs`. Nothing in the program asks which district it is;
whatever differs between two districts is a value here. A school may only make a value stricter.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from smadmin.domain.accounts import Platform
from smadmin.domain.approvals import RELEASE_DAYS, ReleaseBy
from smadmin.domain.people import Role
from smadmin.domain.photos.unpicked import UNPICKED_PHOTO_DAYS
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.policy.enforcement import Enforcer
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.opening import OpeningRules
from smadmin.domain.policy.values import (
    CORRECTED,
    Contact,
    FollowKind,
    Notice,
    Question,
    Removal,
    Statement,
    Told,
)
from smadmin.domain.retention import Retention


class Duty(StrEnum):
    """How binding a step is."""

    REQUIRED = "required"
    ADVISED = "advised"


class RosterMode(StrEnum):
    """Whether families opt their child out of being shown, or in."""

    OPT_OUT = "opt_out"
    OPT_IN = "opt_in"


class CopiesOpen(StrEnum):
    """When whoever doesn't administer an account opens the locked copy of its log-in."""

    AT_WILL = "at_will"
    EMERGENCY = "emergency"  # with a reason, which stands in the record


@dataclass(frozen=True)
class Clause:
    """One demand of the district.

    Args:
        demand: its id (`BAL-B1j2`).
        number: where it stands in the district's document (`II.B.1.j`).
        says: what it asks, in our own words.
        verbatim: the district's wording, only where that wording itself is mandated.
        also: what it asks in further languages (ISO 639-1).
        enforced_by: what keeps it today.
        awaits: what will keep it, or the rest of it, once it is built.
    """

    demand: str
    number: str
    says: str
    verbatim: str | None = None
    enforced_by: tuple[Enforcer, ...] = ()
    awaits: tuple[Enforcer, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict, hash=False)

    def said(self, language: str) -> str:
        """Give what it asks, in a language where it was put into it."""
        return self.also.get(language) or self.says


@dataclass(frozen=True)
class RuleSetting:
    """That a rule runs under this pack, how hard it bites, and the demands it serves (first = main one).

    Args:
        override_by: who lets a block of this rule stand, with a reason, by releasing the post; None: nobody.
    """

    rule: str
    severity: Severity
    demands: tuple[str, ...]
    override_by: Role | None = None

    @property
    def judgement(self) -> bool:
        """Tell whether a block of this rule may be let stand at all."""
        return self.override_by is not None


@dataclass(frozen=True)
class Cadence:
    """How often an account is to post, in days since its last post.

    Args:
        due_days: a post is due at the latest on this day.
        warn_day: the warning starts on this day.
        source: the demand that names the number, or None where it is only the program's default.
        posts: so many posts are asked for within these days.
        rests: whether days on which the school rests add nothing to a silence.
        holidays: whose public holidays stand in the school's calendar (`US-MD`), or none.
    """

    due_days: int
    warn_day: int
    source: str | None
    posts: int = 1
    rests: bool = False
    holidays: str = ""


@dataclass(frozen=True)
class Pack:
    """A district's policy, whole.

    Args:
        id: `baltimore-city-md`.
        name: the district's name.
        version: counts up with each change once it was shipped; a release names it.
        document: title of the district's document.
        based_on: id of the pack that it was copied from, or None.
        cadence: how often accounts post.
        releases: who releases.
        release_days: how many days a release stands.
        yes_by_phone: whether a principal elsewhere may say yes to somebody who signs for it.
        second_look: whether a second person must look at pictures with students.
        roster_age_days: older than this, somebody must confirm the list of students.
        roster_mode: opt-out or opt-in.
        video_seen_by: how many people see a video to its end.
        alt_text: whether a picture needs a description.
        platforms: approved platforms, by id.
        languages: languages of the district's posts, most used first (ISO 639-1).
        questions: what the writer is asked at *Read it back*.
        governing: further documents that the policy names.
        mail_domains: the district's own mail domains.
        rules: which rules run, by rule id.
        clauses: the demands by id.
        contacts: whom the policy names.
        removals: for what a visitor's comment may be removed.
        statements: texts that must stand on accounts.
        notices: what is proposed for notices, which are sent at once.
        follow: which kinds of accounts the district's own may follow; none: any, with a reason.
        locked_copies: when principal and communications open the locked copy of a log-in.
        password_months: how old a password may grow; None: none is changed for its age alone.
        opening: what is asked before an account is official.
        unpicked_photo_days: after how many days photos that nobody picked are removed.
        elections: days on which the district's voters go to the polls, in order.
        speakers: people and offices who may speak for the whole district, as posts name them.
        match_hundredths: the largest distance of a match, in hundredths; None is the program's own
            (`photos/matching.py`).
        corrected: what a post says of itself once it was corrected, with a blank for the day.
        licence: under which the school's own work may be passed on (`CC BY-NC-SA 3.0 US`), or none.
        comments: how often somebody looks at comments, how soon they answer, in which words.
    """

    id: str
    name: str
    version: int
    document: str
    cadence: Cadence
    releases: ReleaseBy
    second_look: Duty
    roster_age_days: int
    roster_mode: RosterMode
    video_seen_by: int
    alt_text: Duty
    platforms: tuple[Platform, ...]
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    mail_domains: tuple[str, ...]
    rules: Mapping[str, RuleSetting]
    clauses: Mapping[str, Clause]
    contacts: tuple[Contact, ...]
    removals: tuple[Removal, ...] = ()
    statements: tuple[Statement, ...] = ()
    notices: tuple[Notice, ...] = ()
    follow: tuple[FollowKind, ...] = ()
    governing: tuple[str, ...] = ()
    based_on: str | None = None
    release_days: int = RELEASE_DAYS
    yes_by_phone: bool = True
    match_hundredths: int | None = None
    elections: tuple[date, ...] = ()
    speakers: tuple[str, ...] = ()
    unpicked_photo_days: int = UNPICKED_PHOTO_DAYS
    retention: Retention = field(default_factory=Retention)
    opening: OpeningRules = field(default_factory=OpeningRules)
    locked_copies: CopiesOpen = CopiesOpen.AT_WILL
    password_months: int | None = None
    corrected: Told = CORRECTED
    licence: str | None = None
    comments: CommentRules = field(default_factory=CommentRules)

    @property
    def cadence_days(self) -> int:
        """On which day after the last post the next one is due."""
        return self.cadence.due_days

    @property
    def cadence_warn_day(self) -> int:
        """From which day after the last post the program warns."""
        return self.cadence.warn_day

    @property
    def as_signed(self) -> str:
        """Which policy this is, as a release names it."""
        return f"{self.id}/{self.version}"

    @property
    def awaited(self) -> tuple[Clause, ...]:
        """The demands that are still open, wholly or in part."""
        return tuple(clause for clause in self.clauses.values() if clause.awaits)

    def clause_number(self, demand: str) -> str:
        """Give the place of a demand in the district's document; empty for one the pack doesn't have."""
        clause = self.clauses.get(demand)
        return clause.number if clause else ""
