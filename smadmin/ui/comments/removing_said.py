"""How far a removal or a block is, in sentences: the ground, what was kept, how long it took (SOC-M7)."""

from datetime import datetime, timedelta

from smadmin.domain.messages import Message, say
from smadmin.domain.moderating import Measure, Stage, Way
from smadmin.services.moderated import ModeratedSheet
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def lines_of(found: ModeratedSheet, words: Wording) -> list[tuple[State, str]]:
    """Say how far a measure is, what was kept, and how long it took (SOC-M7)."""
    one, kind = found.one, found.one.told.said(words.language)
    measure = one.measure.value
    until = one.until or ""
    asked = words.say(f"moderating.asked-{measure}", name=found.name(one.by), kind=kind, until=until)
    # Of what somebody did alone the end says as much.
    alone = one.stage is Stage.DONE and one.done_by == one.by and one.agreed_by is None
    lines = [] if alone else [(State.WAITS if one.under_way else State.NOTE, asked)]
    if one.words:
        lines.append((State.NOTE, words.say("moderating.own-words", words=one.words)))
    kept = "moderating.pictured" if one.pictured else "moderating.unpictured-kept"
    lines.append((State.FINE if one.pictured else State.NOTE, words.say(kept)))
    if one.agreed_by is not None:
        lines.append((State.FINE, words.say("moderating.agreed", name=found.name(one.agreed_by))))
    if one.stage is Stage.ASKED:
        lines.append((State.WAITS, words.say("moderating.waits-second", name=found.name(one.by))))
    elif one.stage is Stage.READY:
        lines.append((State.WAITS, words.say(f"moderating.ready-{measure}")))
    else:
        lines.extend(_end_lines(found, words, kind))
    return lines


def duration(took: timedelta) -> Message:
    """Say how long something took, in its largest whole unit."""
    if took >= 2 * _DAY:
        return say("moderating.took-days", n=took // _DAY)
    if took >= 2 * _HOUR:
        return say("moderating.took-hours", n=took // _HOUR)
    return say("moderating.took-minutes", n=took // timedelta(minutes=1))


def _end_lines(found: ModeratedSheet, words: Wording, kind: str) -> list[tuple[State, str]]:
    one = found.one
    ended = {"day": one.ended_at or "", "name": found.name(one.ended_by)}
    if one.stage is Stage.SPARED:
        return [(State.NOTE, words.say(f"moderating.done-spared-{one.measure.value}", **ended))]
    way = "block" if one.measure is Measure.BLOCK else (one.done or one.way or Way.HIDE).value
    day: datetime | str = one.done_at or ""
    done = words.say(
        f"moderating.done-{way}", day=day, name=found.name(one.done_by), kind=kind, until=one.until or ""
    )
    lines = [(State.FINE, done)]
    if one.measure is Measure.REMOVAL and found.took is not None:
        lines.append((State.NOTE, words.say("moderating.took", time=words(duration(found.took)))))
    if found.over:
        lines.append((State.STOP, words.say("moderating.done-over", until=one.until or "")))
    if one.stage is Stage.ENDED:
        lines.append((State.FINE, words.say("moderating.done-ended", **ended)))
    return lines
