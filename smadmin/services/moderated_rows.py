"""Removals of comments and blocks of visitors as the signed rows tell them; anybody else's row does nothing.

A second person's yes counts only from somebody else with a say there, and without it nothing counts as ready.
What was begun for a view, without keeping the comment, or as a block without an end, was never begun.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from smadmin.domain.comments import REMOVES, CommentForm, CommentId
from smadmin.domain.ids import AccountId, MediaId
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
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven

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


Told = tuple[Moderated, Kept | None]


def newest_of(proven: Proven, comment: CommentId, measure: Measure) -> Moderated | None:
    """Give the newest measure of a kind about a comment, or None."""
    rows = proven.about(Noun.COMMENTS, comment)
    found = [one for one, _ in _told(rows, _said(proven, rows)) if one.measure is measure]
    return found[-1] if found else None


def all_of(proven: Proven) -> list[Told]:
    """Give every measure that was begun, with what was kept."""
    begun = (fact.body.id for act in BEGINS.values() for fact in proven.acts(act))
    told = [proven.about(Noun.COMMENTS, one) for one in dict.fromkeys(begun) if one]
    said = _said(proven, [fact for rows in told for fact in rows])
    return [found for rows in told for found in _told(rows, said)]


def removed_when(proven: Proven, comments: Mapping[str, Sequence[Fact]]) -> dict[str, datetime]:
    """Tell of comments, by their rows, since when they are gone (UTC); those that aren't are left out.

    A row that says *gone* alone removes nothing.
    """
    gone = {one: rows for one, rows in comments.items() if any(fact.body.act in REMOVES for fact in rows)}
    begun = [fact for rows in gone.values() for fact in rows if fact.body.act == Act.REMOVE_COMMENT]
    measures = proven.parts(MEASURE_PART, begun)
    said: dict[str, Mapping[int, Any]] = {**{name: {} for name in _PARTS}, MEASURE_PART: measures}
    found: dict[str, datetime] = {}
    for one, rows in gone.items():
        done = [
            told.done_at for told, _ in _told(rows, said) if told.measure is Measure.REMOVAL and told.done_at
        ]
        if done:
            found[one] = min(done)
    return found


def _said(proven: Proven, rows: Sequence[Fact]) -> Mapping[str, Mapping[int, Any]]:
    """Open each part of all rows in one go."""
    return {name: proven.parts(name, rows) for name in _PARTS}


def _told(rows: Sequence[Fact], said: Mapping[str, Mapping[int, Any]]) -> list[Told]:
    """Fold the rows about one comment; each wish is a measure of its own."""
    done: list[Told] = []
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
    if KEPT_PART not in fact.body.parts:  # named there, though it may have been destroyed since
        raise ValueError("nothing was kept")
    if not _has_say(fact, made.account):
        raise ValueError("of somebody without a say there")
    return made


def _has_say(fact: Fact, account: AccountId) -> bool:
    return any(one.role in MODERATORS and one.account in {None, account} for one in fact.held)


def _kept(part: Mapping[str, Any] | None) -> Kept | None:
    try:
        shot = None if part is None else part["shot"]
        file = None if shot is None else MediaId(str(shot["file"]))
        return None if part is None else Kept(CommentForm.from_plain(part), file)
    except _UNREADABLE:
        return None


def _with(one: Moderated, fact: Fact, done: Mapping[int, Mapping[str, Any]]) -> Moderated:
    act, by, at, measure = fact.body.act, fact.body.person, fact.moment, one.measure
    if not _has_say(fact, one.account):
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
