"""Comments that were hidden or removed, and visitors that were blocked, as somebody sees them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.comments import CommentForm, CommentId
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.moderating import Measure, Moderated, Stage
from smadmin.domain.policy.values import Removal
from smadmin.domain.schools import School
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.comment_desk import speaks_for
from smadmin.services.desk import Desk
from smadmin.services.moderated_rows import all_of
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit


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
        for one, kept in all_of(proven):
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


def _waits(sheet: ModeratedSheet) -> bool:
    stage = sheet.one.stage
    return sheet.over or stage is Stage.READY or (stage is Stage.ASKED and not sheet.mine)
