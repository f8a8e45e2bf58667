"""The record in words: each row a sentence, filtered by person, kind and text. Pure, no Qt.

Every act that services write has its sentence, `recordui.act-<act>`; a test collects the acts and looks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.reading import fold
from smadmin.domain.records import Head, grouped
from smadmin.domain.rights import FOR_ONE_ACCOUNT
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backups import BackupState, Made
from smadmin.services.export import Exported
from smadmin.services.records import Verdict
from smadmin.services.told import About, Told
from smadmin.ui.theme import State

MOST_FAULTS = 4


class Topic(StrEnum):
    """What a row is about, as people look for it."""

    POSTS = "posts"
    CHILDREN = "children"
    ACCOUNTS = "accounts"
    PEOPLE = "people"


TOPICS: Mapping[str, Topic] = {
    Noun.POSTS: Topic.POSTS,
    Noun.CRISES: Topic.POSTS,
    Noun.NOTICES: Topic.POSTS,
    Noun.PERMISSIONS: Topic.POSTS,
    Noun.PUBLICATIONS: Topic.POSTS,
    Noun.CORRECTIONS: Topic.POSTS,
    Noun.REMOVALS: Topic.POSTS,
    Noun.QUESTIONS: Topic.POSTS,
    Noun.SPOKEN_YESES: Topic.POSTS,
    Noun.SCHOOL_DAYS: Topic.POSTS,
    Noun.SLOTS: Topic.POSTS,
    Noun.WEEKS: Topic.POSTS,
    Noun.MEETINGS: Topic.POSTS,
    Noun.PHOTOS: Topic.CHILDREN,
    Noun.VIDEOS: Topic.CHILDREN,
    Noun.PHOTO_SETS: Topic.CHILDREN,
    Noun.STUDENTS: Topic.CHILDREN,
    Noun.SWEEPS: Topic.CHILDREN,
    Noun.ADULTS: Topic.PEOPLE,
    Noun.LAW: Topic.CHILDREN,
    Noun.ACCOUNTS: Topic.ACCOUNTS,
    Noun.CREDENTIALS: Topic.ACCOUNTS,
    Noun.FOLLOWED: Topic.ACCOUNTS,
    Noun.OFFICE_REQUESTS: Topic.ACCOUNTS,
    Noun.PAST_POSTS: Topic.ACCOUNTS,
    Noun.REPORTED: Topic.ACCOUNTS,
    **dict.fromkeys((Noun.POST_REQUESTS, Noun.VISITOR_RULES), Topic.ACCOUNTS),
    **dict.fromkeys((Noun.SITES, Noun.CARDS, Noun.CASES, Noun.COMMENTS, Noun.ROUNDS), Topic.ACCOUNTS),
    Noun.STRATEGIES: Topic.ACCOUNTS,
    Noun.COMPUTERS: Topic.PEOPLE,
    Noun.DEPARTURES: Topic.PEOPLE,
    Noun.PEOPLE: Topic.PEOPLE,
    Noun.KEYS: Topic.PEOPLE,
    Noun.REVIEWERS: Topic.PEOPLE,
    Noun.SCHOOL_KEYS: Topic.PEOPLE,
    Noun.POLICIES: Topic.PEOPLE,
    Noun.SCHOOLS: Topic.PEOPLE,
    **dict.fromkeys((Noun.RECORDS, Noun.RECORDS_REQUESTS, Noun.LEGAL_HOLDS), Topic.PEOPLE),
    Noun.DESTRUCTIONS: Topic.PEOPLE,
}
"""The nouns of rows and where people look for them."""


@dataclass(frozen=True)
class Line:
    """A row of the record: its place, when (UTC), who (None: the program itself), what, about what.

    One without a time can't be read, and so belongs to every topic.
    """

    seq: int
    utc: datetime | None
    who: str | None
    what: Message
    topic: Topic | None


@dataclass(frozen=True)
class Worded:
    """A line in words, ready to be searched."""

    line: Line
    what: str
    by: str

    @cached_property
    def folded(self) -> str:
        """What a search looks at."""
        return fold(f"{self.what} {self.by} {self.line.seq}")


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, one person, one topic; empty and None stand for all."""

    text: str = ""
    who: str = ""
    topic: Topic | None = None


@dataclass(frozen=True)
class ProofModel:
    """How the record was found: whole or not, where it ends, what is wrong first."""

    state: State
    title: Message
    faults: tuple[Message, ...]
    head: Message


@dataclass(frozen=True)
class BackupModel:
    """How backups stand."""

    state: State
    title: Message
    details: tuple[Message, ...]


def intakes_once(rows: Sequence[Told]) -> tuple[Told, ...]:
    """Leave out the rows of a folder's further lots: people took it in once, by the row that began it.

    Args:
        rows: newest first.
    """
    began = {one.entry.noun_id: one.entry.seq for one in rows if one.entry.act == Act.TAKE_IN}
    return tuple(
        one for one in rows if one.entry.act != Act.TAKE_IN or began[one.entry.noun_id] == one.entry.seq
    )


def line_of(told: Told) -> Line:
    """Put a row into words: what was done, and to which post, account or other thing."""
    entry, about = told.entry, told.about
    if entry.utc is None:
        return Line(entry.seq, None, None, say("records.row-unreadable", row=entry.seq), None)
    named = about.person or (about.account if entry.noun in FOR_ONE_ACCOUNT else "")
    what = say("recordui.named", name=named) if named else say(f"recordui.noun-{entry.noun}")
    said = say(f"recordui.act-{entry.act}", what=what)
    which = _which(entry.noun, about)
    return Line(
        seq=entry.seq,
        utc=entry.utc,
        who=entry.person,
        what=said if which is None else say("recordui.about", done=said, which=which),
        topic=TOPICS.get(entry.noun, Topic.PEOPLE),
    )


def _which(noun: str, about: About) -> Message | None:
    """Say which one it was, where the sentence of the act doesn't."""
    if noun == Noun.WEEKS and about.day is not None:
        return say("recordui.about-week", monday=about.day)
    if noun == Noun.SLOTS and about.day is not None:
        return say("recordui.about-slot", topic=about.words, account=about.account, day=about.day)
    if noun in {Noun.PUBLICATIONS, Noun.REMOVALS} and about.account:
        if not about.words:
            return say("recordui.about-elsewhere", account=about.account)
        return say("recordui.about-publication", words=about.words, account=about.account)
    if noun in {Noun.POSTS, Noun.CORRECTIONS} and about.words:
        return say("recordui.about-post", words=about.words)
    if noun in {Noun.PHOTOS, Noun.PHOTO_SETS} and about.words:
        return say("recordui.named", name=about.words)
    return say("recordui.named", name=about.person) if noun == Noun.PERMISSIONS and about.person else None


def found(lines: Sequence[Worded], wanted: Wanted) -> tuple[Worded, ...]:
    """Give the lines that hold every word looked for."""
    words = [fold(word) for word in wanted.text.split()]
    return tuple(
        one
        for one in lines
        if (not wanted.who or one.line.who == wanted.who)
        and (wanted.topic is None or one.line.topic in (wanted.topic, None))
        and (not words or all(word in one.folded for word in words))
    )


def people_in(lines: Sequence[Worded]) -> tuple[str, ...]:
    """Give who did something, by name."""
    return tuple(sorted({one.line.who for one in lines if one.line.who is not None}))


def end_of(head: Head) -> Message:
    """Say where the record ends."""
    return say("recordui.ends", letters=grouped(head.letters), row=head.seq)


def not_proven(head: Head) -> ProofModel:
    """Say where the record ends before anybody verified it here."""
    return ProofModel(State.NOTE, say("recordui.not-verified"), (), end_of(head))


def proof_model(verdict: Verdict) -> ProofModel:
    """Say how the record was found."""
    if verdict.whole:
        whole = say("recordui.whole", n=verdict.rows)
        if not verdict.answered:
            return ProofModel(State.DOUBT, whole, (say("records.not-answered"),), end_of(verdict.head))
        paper = (say("recordui.end-on-paper"),) if verdict.noted is None else ()
        return ProofModel(State.FINE, whole, (*paper, *verdict.clocks), end_of(verdict.head))
    first = verdict.faults[0]
    title = say("recordui.broken-at", row=first.seq) if first.seq else say("recordui.broken")
    told = [fault.message for fault in verdict.faults[:MOST_FAULTS]]
    if len(verdict.faults) > MOST_FAULTS:
        told.append(say("recordui.more-faults", n=len(verdict.faults) - MOST_FAULTS))
    return ProofModel(State.STOP, title, tuple(told), end_of(verdict.head))


def exported_said(exported: Exported) -> tuple[Message, ...]:
    """Say what was exported, and what was left out."""
    return (
        say("recordui.exported", n=exported.rows, folder=exported.folder.name),
        say("recordui.withheld", n=exported.withheld) if exported.withheld else say("recordui.withheld-none"),
        say("recordui.exported-ends", letters=grouped(exported.head.letters)),
    )


def backup_model(state: BackupState) -> BackupModel:
    """Say how backups stand; one that never left the computer doesn't survive it."""
    if state.last is None:
        title = say("recordui.backup-never")
    else:
        title = say("recordui.backup-last", day=state.last)
    away = (
        say("recordui.backup-away", day=state.away)
        if state.away is not None
        else say("recordui.backup-never-away")
    )
    bad = state.away_overdue or state.last is None
    return BackupModel(State.DOUBT if bad else State.FINE, title, (away,))


def made_said(made: Made) -> tuple[Message, ...]:
    """Say where a backup was written, and whether it is safe from this computer's end."""
    said = say("recordui.backup-written", file=made.file.name)
    return (said,) if made.away else (said, say("recordui.backup-same-disk"))


def export_name(now: datetime) -> str:
    """Name the export's folder by its day."""
    return f"record-{now:%Y-%m-%d-%H%M}"


def backup_name(now: datetime) -> str:
    """Name a backup's file by its moment."""
    return f"school-{now:%Y-%m-%d-%H%M}.smadmin-backup"


@dataclass(frozen=True)
class RecordsRead:
    """What one reading found.

    Args:
        whole: whether `lines` reach back to the first row.
        export_blockers: why this person may not export the record.
    """

    lines: tuple[Worded, ...]
    head: Head
    whole: bool
    export_blockers: tuple[Reason, ...]
