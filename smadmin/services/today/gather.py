"""What waits for whom today, gathered in one look at the store.

Here stand the counts and names that tell somebody where to go. Children are counted, never named.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.approvals import OVERRIDERS
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PersonId, PhotoId, PhotoSetId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.plan import monday_of
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Duty, Pack
from smadmin.domain.posts import Draft, PostStage, first_words
from smadmin.domain.students import Roster
from smadmin.domain.verification import End
from smadmin.domain.week import WEEK
from smadmin.services.afterwards import afterwards_lying
from smadmin.services.cadence import Posted, cadences, posted_since
from smadmin.services.desk import Desk
from smadmin.services.held import photo_of, run_out
from smadmin.services.keys import ROOT_SECRET
from smadmin.services.looked import later_reasons
from smadmin.services.off_plan import off_plan
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader, learnt_of
from smadmin.services.roles import any_roles
from smadmin.services.students.checking import list_checked_on
from smadmin.services.today.accounts import WEEKS_SHOWN, accounts_today
from smadmin.services.today.under_way import halfway, hidden, is_stopped
from smadmin.services.today.view import (
    ListToday,
    PhotosToday,
    PostToday,
    TodayView,
    WeekToSign,
)
from smadmin.services.videos.views import later_of
from smadmin.services.week import next_empty, planned_week, week_to_sign
from smadmin.services.week_rows import is_owed, is_signed, signed_until, struck_of
from smadmin.storage.unit import Unit

PHOTOS_OF = timedelta(days=60)
"""Older folders are done with or given up; opening every photo ever taken would only take time."""
_OPEN = (PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED)
_AT_FIRST_SIGHT = OFFICE | {Role.ADMINISTRATOR, Role.REVIEWER}


class Today:
    """Gathers what waits."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk = desk
        self._reader = reader
        self._proof = proof

    def gather(self, by: Actor) -> TodayView:
        """Gather everything in one look; nothing is proven here."""
        with self._desk.look(by) as unit:
            return self._gathered(unit, by)

    def waiting(self, by: Actor) -> Mapping[str, int]:
        """Count what waits on each screen for this person."""
        return self.gather(by).waiting

    def alarms(self, by: Actor) -> tuple[Message, ...]:
        """Say what is wrong with the record or the list of children; empty means nothing.

        The first time after signing in it checks every row, so it is asked after `gather`.
        """
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            checks = (
                (proven.end is not End.OTHER, "today.record-short"),
                (proven.end is not End.UNNOTED, "today.record-unnoted"),
                (proven.rows_right, "today.record-wrong"),
                (proven.school_right, "today.school-changed"),
                (proven.roster_right, "today.children-changed"),
            )
        return tuple(say(message) for right, message in checks if not right)

    def _gathered(self, unit: Unit, by: Actor) -> TodayView:
        school, trust = unit.schools.get(self._desk.school), unit.trust.read()
        today, pack = self._reader.today(unit), self._reader.pack(unit)
        posted = Posted.weeks(unit, school, monday_of(today), 2)
        shown = monday_of(today) - (WEEKS_SHOWN - 1) * WEEK
        past = posted_since(unit, school, shown, today, pack.cadence.posts)
        drafts = tuple(draft for stage in _OPEN for draft in unit.posts.find(stage=stage.value))
        this, following = monday_of(today), monday_of(today) + timedelta(weeks=1)
        after = afterwards_lying(unit, school, this)
        week = planned_week(unit, this, today=today, drafts=drafts, posted=posted, after=after)
        later = planned_week(unit, following, today=today, drafts=drafts, posted=posted)
        empty = next_empty((*week, *later), today)
        judged = cadences(unit, school, pack.cadence, today)
        accounts = accounts_today(judged, by, trust, today=today, past=past, empty=empty)
        to_sign, mute = week_to_sign(today), self._desk.mute
        until, signed = signed_until(unit, today, mute), is_signed(unit, to_sign, mute)
        folders = _recent_folders(unit, self._desk.now)
        photos = {folder.id: unit.photos.find(set_id=folder.id) for folder in folders}
        account_of = {one.account.id: one.account for one in accounts}
        draft_of = {draft.id: draft for draft in drafts}
        return TodayView(
            school=school,
            today=today,
            person=by.person,
            roles=any_roles(trust, by.person, today),
            accounts=accounts,
            week=week,
            signed=until is not None and until.monday == this,
            owed=is_owed(unit, this, mute),
            struck=struck_of(unit, [one.slot for one in week], this, mute),
            to_sign=WeekToSign(to_sign, len(week if to_sign == this else later), signed),
            plan_until=None if until is None else until.last_day,
            posts=tuple(
                replace(
                    one,
                    late=_late(unit, draft_of[one.id], pack),
                    film_late=_film_late(unit, draft_of[one.id], pack),
                    run_out=one.stage is PostStage.RELEASED
                    and run_out(unit, draft_of[one.id], pack, self._desk.now, mute),
                )
                for one in _posts(drafts, by, trust, photos, pack)
            ),
            halfway=halfway(unit, drafts, by, account_of, self._desk.now),
            hidden=hidden(unit, by, account_of, self._desk.now),
            stopped=is_stopped(unit, self._desk.school),
            photos=_photos(folders, photos, by, needs_second=pack.second_look is Duty.REQUIRED),
            students=_list_of(unit, today, pack.roster_age_days, self._desk),
            envelope_open=unit.wraps.has_number(ROOT_SECRET) and not school.sample,
            principal_in=bool(trust.holders(Role.PRINCIPAL, today)),
            second_in=len(_daily(trust, today)) > 1,
            off_plan=off_plan(unit, posted, week, this, after),
            hushed=tuple(sorted(learnt_of(unit).quiet)),
        )


def _daily(trust: Trust, today: date) -> frozenset[PersonId]:
    """Give who does the daily work: administrators and second reviewers, for single accounts too."""
    daily = {Role.ADMINISTRATOR, Role.REVIEWER}
    return frozenset(one.person for one in trust.grants.values() if one.role in daily and one.alive(today))


def _posts(
    drafts: tuple[Draft, ...],
    by: Actor,
    trust: Trust,
    photos: Mapping[PhotoSetId, tuple[Photo, ...]],
    pack: Pack,
) -> tuple[PostToday, ...]:
    first_by = {p.id: p.first.by for found in photos.values() for p in found if p.first is not None}
    told = []
    for draft in drafts:
        author = trust.people.get(draft.author)
        told.append(
            PostToday(
                id=draft.id,
                stage=draft.stage,
                words=first_words(draft),
                author="" if author is None else author.name,
                mine=draft.author == by.person,
                looked=any(first_by.get(one.photo) == by.person for one in draft.content.pictures),
                edited_at=draft.edited_at,
                sentence=draft.sent_back,
                accounts=draft.content.accounts,
                releasers=_releasers(draft, pack),
            )
        )
    return tuple(sorted(told, key=lambda post: post.edited_at, reverse=True))


def _late(unit: Unit, draft: Draft, pack: Pack) -> tuple[PhotoId, ...]:
    """Give the photos of a post under way that were searched before a child came on the list."""
    if draft.stage not in {PostStage.SUBMITTED, PostStage.RELEASED}:
        return ()
    try:
        found = later_reasons(unit, draft.content, pack.roster_mode)
    except NotAllowed:  # an entry can't be read: nothing goes out then, and Students says so
        return ()
    return tuple(PhotoId(photo) for one in found if (photo := photo_of((one,))) is not None)


def _film_late(unit: Unit, draft: Draft, pack: Pack) -> bool:
    """Tell whether the video of a post under way was looked through before a child came on the list."""
    film = draft.content.video
    if film is None or draft.stage not in {PostStage.SUBMITTED, PostStage.RELEASED}:
        return False
    video = unit.videos.maybe(film)
    return video is not None and later_of(unit, video, pack.roster_mode) > 0


def _releasers(draft: Draft, pack: Pack) -> frozenset[Role]:
    """Give who may release a post at first sight: whom the pack names, where a block was let stand."""
    rules = [pack.rules[one.rule] for one in draft.content.overrides if one.rule in pack.rules]
    named = {one.override_by for one in rules if one.severity is Severity.BLOCK}
    hands = [OVERRIDERS[role] for role in named if role is not None]
    return frozenset.union(*hands) if hands else _AT_FIRST_SIGHT


def _recent_folders(unit: Unit, now: datetime) -> tuple[PhotoSet, ...]:
    return tuple(one for one in unit.photo_sets.all() if now - one.created_at <= PHOTOS_OF)


def _photos(
    folders: tuple[PhotoSet, ...],
    photos: Mapping[PhotoSetId, tuple[Photo, ...]],
    by: Actor,
    *,
    needs_second: bool,
) -> tuple[PhotosToday, ...]:
    told = []
    for folder in folders:
        usable = [one for one in photos[folder.id] if one.error is None and (one.picked or one.first)]
        second = [one.first.by for one in usable if one.first and not one.second and one.faces]
        if not needs_second:
            second = []
        told.append(
            PhotosToday(
                set=folder.id,
                event=folder.event,
                to_decide=sum(one.first is None for one in usable),
                second_mine=sum(person == by.person for person in second),
                second_others=sum(person != by.person for person in second),
            )
        )
    return tuple(one for one in told if one.to_decide or one.second_mine or one.second_others)


def _list_of(unit: Unit, today: date, age_days: int, desk: Desk) -> ListToday:
    """Judge the list's age; where the whole list was checked lately, no child's row is opened."""
    last = list_checked_on(unit, desk)
    if last is not None and today - last <= timedelta(days=age_days):
        return ListToday(last, too_old=False, empty=False)
    students, spoilt = unit.students.readable()
    roster = Roster.of(students, today=today, age_days=age_days, list_checked_on=last)
    due = roster.must_check or bool(spoilt)
    return ListToday(roster.checked_on, too_old=due, empty=not (students or spoilt))
