"""What the signed rows say of comments that were hidden or removed, and of visitors that were blocked.

A second person's yes counts only from somebody else with a say, and without it nothing counts as ready.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.comments import CommentForm, CommentId
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.moderating import (
    DONE_PART,
    KEPT_PART,
    MEASURE_PART,
    MODERATORS,
    WORDS_PART,
    Measure,
    Moderated,
    Stage,
    Way,
    begun_of,
)
from smadmin.domain.policy.values import Removal
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.comment_desk import speaks_for
from smadmin.services.desk import Desk
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit

BEGINS = {Measure.REMOVAL: Act.REMOVE_COMMENT, Measure.BLOCK: Act.BLOCK_VISITOR}
AGREES = {Measure.REMOVAL: Act.AGREE_REMOVAL, Measure.BLOCK: Act.AGREE_BLOCK}
SPARES = {Measure.REMOVAL: Act.SPARE_COMMENT, Measure.BLOCK: Act.SPARE_VISITOR}
DOES = {Measure.REMOVAL: Act.COMMENT_GONE, Measure.BLOCK: Act.VISITOR_BLOCKED}

_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)
_PARTS = (MEASURE_PART, WORDS_PART, DONE_PART, KEPT_PART)


@dataclass(frozen=True)
class Kept:
    """A comment as it was kept before it went, and the picture of it, if there is one."""

    form: CommentForm
    shot: MediaId | None


_Told = tuple[Moderated, Kept | None]


@dataclass(frozen=True)
class ModeratedSheet:
    """A measure as somebody sees it.

    Args:
        kept: the comment as it was kept; None where that was erased.
        shot: the picture of it; None where there is none.
        account: None where it is gone.
        names: of everybody who did something about it.
        found_at: when the comment was found (UTC); None where `kept` is.
        over: whether a block is to be lifted by now.
        speaks: whether this person may speak for the account.
        mine: whether they asked for it.
    """

    one: Moderated
    kept: CommentForm | None
    shot: MediaId | None
    account: Account | None
    names: Mapping[PersonId, str]
    found_at: datetime | None
    over: bool
    speaks: bool
    mine: bool

    @property
    def took(self) -> timedelta | None:
        """How long it took from found to removed (SOC-M7); None while it isn't, or where nobody knows."""
        done = self.one.done_at
        return None if done is None or self.found_at is None else max(timedelta(), done - self.found_at)

    def name(self, person: PersonId | None) -> str:
        """Give somebody's name, empty where nobody is known by this id."""
        return self.names.get(person, "") if person is not None else ""


@dataclass(frozen=True)
class Moderation:
    """Everything that was removed or blocked, newest first, and on which grounds the policy lets it be."""

    sheets: tuple[ModeratedSheet, ...]
    grounds: tuple[Removal, ...]

    def newest(self, comment: CommentId, measure: Measure) -> ModeratedSheet | None:
        """Give the newest measure of a kind about a comment."""
        found = (one for one in self.sheets if one.one.comment == comment and one.one.measure is measure)
        return next(found, None)


class ModerationViews:
    """What was removed and blocked at one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def look(self, by: Actor) -> Moderation:
        """Give all of it.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            return Moderation(self._sheets(unit, proven, by), self._reader.pack(unit).removals)

    def due(self, by: Actor) -> tuple[ModeratedSheet, ...]:
        """Give what waits for this person: their second look, the deed on the platform, a block's end."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            if not proven.whole or by.person is None:
                return ()
            found = self._sheets(unit, proven, by)
        return tuple(one for one in found if one.speaks and _waits(one))

    def _sheets(self, unit: Unit, proven: Proven, by: Actor) -> tuple[ModeratedSheet, ...]:
        school, today = unit.schools.get(unit.school), today_of(unit, self._desk)
        accounts = {one.id: one for one in unit.accounts.all()}
        found = []
        for one, kept in _all(proven):
            account = accounts.get(one.account)
            people = (one.by, one.agreed_by, one.done_by, one.ended_by)
            found.append(
                ModeratedSheet(
                    one,
                    None if kept is None else kept.form,
                    None if kept is None else kept.shot,
                    account,
                    {person: name_in(proven, person) for person in people if person is not None},
                    None if kept is None else found_at(school, kept.form),
                    one.over_on(today),
                    account is not None and speaks_for(proven.trust, by.person, account, today),
                    one.by == by.person,
                )
            )
        return tuple(sorted(found, key=lambda sheet: sheet.one.at, reverse=True))


def found_at(school: School, form: CommentForm) -> datetime:
    """Give when a comment was found (UTC)."""
    return school.moment(form.found_at.date(), form.found_at.time())


def newest_of(proven: Proven, comment: CommentId, measure: Measure) -> Moderated | None:
    """Give the newest measure of a kind about a comment, or None."""
    rows = proven.about(Noun.COMMENTS, comment)
    found = [one for one, _ in _told(rows, _said(proven, rows)) if one.measure is measure]
    return found[-1] if found else None


def _all(proven: Proven) -> list[_Told]:
    begun = (fact.body.id for act in BEGINS.values() for fact in proven.acts(act))
    told = [proven.about(Noun.COMMENTS, one) for one in dict.fromkeys(begun) if one]
    said = _said(proven, [fact for rows in told for fact in rows])
    return [found for rows in told for found in _told(rows, said)]


def _said(proven: Proven, rows: Sequence[Fact]) -> Mapping[str, Mapping[int, Any]]:
    """Open each part of all rows in one go."""
    return {name: proven.parts(name, rows) for name in _PARTS}


def _told(rows: Sequence[Fact], said: Mapping[str, Mapping[int, Any]]) -> list[_Told]:
    """Fold the rows about one comment; each wish is a measure of its own."""
    done: list[_Told] = []
    open_: dict[Measure, int] = {}
    for fact in rows:
        for measure in Measure:
            try:
                if fact.body.act == BEGINS[measure]:
                    done.append((_begun(fact, said), _kept(said[KEPT_PART].get(fact.seq))))
                    open_[measure] = len(done) - 1
                elif measure in open_:
                    place = open_[measure]
                    done[place] = (_with(done[place][0], fact, said[DONE_PART]), done[place][1])
            except _UNREADABLE:  # signed, and yet nothing of the kind
                continue
    return done


def _begun(fact: Fact, said: Mapping[str, Mapping[int, Any]]) -> Moderated:
    words = str(said[WORDS_PART].get(fact.seq, {}).get("words", ""))
    comment = CommentId(fact.body.id or "")
    part = said[MEASURE_PART][fact.seq]
    made = begun_of(part, comment, words, by=fact.body.person, at=fact.moment)
    if fact.body.act != BEGINS[made.measure]:
        raise ValueError("another measure than its act")
    return made


def _kept(part: Mapping[str, Any] | None) -> Kept | None:
    try:
        shot = None if part is None else part["shot"]
        file = None if shot is None else MediaId(str(shot["file"]))
        return None if part is None else Kept(CommentForm.from_plain(part), file)
    except _UNREADABLE:
        return None


def _with(one: Moderated, fact: Fact, done: Mapping[int, Mapping[str, Any]]) -> Moderated:
    act, by, at, measure = fact.body.act, fact.body.person, fact.moment, one.measure
    if not fact.any_roles & MODERATORS:
        return one
    if act == AGREES[measure] and one.stage is Stage.ASKED and by != one.by:
        return replace(one, agreed_by=by, stage=Stage.READY)
    if act == SPARES[measure] and one.under_way:
        return replace(one, ended_by=by, ended_at=at, stage=Stage.SPARED)
    if act == DOES[measure] and one.stage is Stage.READY:
        way = done.get(fact.seq, {}).get("way")
        return replace(one, done_by=by, done_at=at, done=None if way is None else Way(way), stage=Stage.DONE)
    if act == Act.UNBLOCK_VISITOR and measure is Measure.BLOCK and one.stage is Stage.DONE:
        return replace(one, ended_by=by, ended_at=at, stage=Stage.ENDED)
    return one


def _waits(sheet: ModeratedSheet) -> bool:
    stage = sheet.one.stage
    return sheet.over or stage is Stage.READY or (stage is Stage.ASKED and not sheet.mine)
