"""Gathers the weekly page from the store and the proven record. Nothing is changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, KeyId, MediaId, PostId
from smadmin.domain.keys import KeyKind
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import Decoder
from smadmin.domain.plan import PLAN_GOES_ON
from smadmin.domain.posts import PostStage, shortened
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import WEEK
from smadmin.domain.week_pictures import PagePicture
from smadmin.domain.weekly_page import (
    Decision,
    Decisions,
    Minutes,
    PageAccount,
    PagePost,
    PageRelease,
    Urgency,
    WeeklyPage,
)
from smadmin.domain.yearly import Stage
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Desk
from smadmin.services.excuses import excused_why
from smadmin.services.log_in_tasks import LogInTasks, TaskKind
from smadmin.services.looked import later_reasons
from smadmin.services.media import Media
from smadmin.services.meetings import Meetings
from smadmin.services.minutes import last_week, promised_minutes, used_minutes
from smadmin.services.page_afterwards import afterwards_said
from smadmin.services.page_changes import changes_said
from smadmin.services.page_decisions import (
    on_accounts,
    on_clashes,
    on_later,
    on_meeting,
    on_owed,
    on_posts,
    on_strategies,
    seated_said,
)
from smadmin.services.photos.away import keys_of
from smadmin.services.picture_files import smallest_files
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.released_parts import manifest_of
from smadmin.services.releases import Release, newest_release
from smadmin.services.week import AccountWeek, Weeks, WeekView, week_to_sign
from smadmin.services.week_given import from_paper, signed_by
from smadmin.services.week_signatures import SIGNING_ACTS
from smadmin.services.week_standing import week_signed
from smadmin.services.yearly import YearlyConfirmations
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Beside:
    """What other services know for the page."""

    weeks: Weeks
    meetings: Meetings
    yearly: YearlyConfirmations
    log_ins: LogInTasks


class WeeklyPages:
    """Makes the weekly page of one school."""

    def __init__(
        self, desk: Desk, reader: Reader, proof: Proof, *, beside: Beside, media: Media, pictures: Decoder
    ) -> None:
        """Stand on the desk, the policy, the proven record and what opens pictures."""
        self._desk, self._reader, self._proof, self._beside = desk, reader, proof, beside
        self._media, self._pictures = media, pictures

    def page(self, by: Actor, monday: date | None = None) -> WeeklyPage:
        """Make the page of a week; where none is named, of the one whose plan is signed next."""
        with self._desk.look(by) as unit:
            named = monday or week_to_sign(self._reader.today(unit))
        view = self._beside.weeks.week(by, named)
        meeting = self._beside.meetings.view(by)
        log_ins = tuple(self._log_ins(by, view))
        with self._desk.look(by) as unit:
            proven, school = self._proof.now(unit), view.school
            since = _since(proven, self._desk.now)
            facts = _facts_since(proven, since)
            called = {one.account.id: one.account.called for one in view.accounts}
            found = (
                _release(proven, fact, called, school.local(fact.moment).date())
                for fact in facts
                if fact.body.act == Act.APPROVE
            )
            released = tuple(one for one in found if one is not None)
            waiting = tuple(_waiting(unit, proven, called))
            seated = tuple(seated_said(view))
            minutes = _minutes(proven, self._desk.now, view)
            posts = tuple(self._posts(unit, proven, view, called))
            decisions = (
                *on_owed(proven, self._desk.now),
                *on_later(view, called),
                *on_accounts(view),
                *on_posts(waiting),
                *(Decision(Urgency.LOG_IN, one) for one in log_ins),
                *(Decision(Urgency.REVIEWER, one) for one in seated[: sum(one.lacks for one in view.seated)]),
                *on_clashes(posts),
                *on_meeting(meeting.missed),
                *on_strategies(proven, view),
            )
            return WeeklyPage(
                school=school,
                today=view.today,
                monday=view.monday,
                since=school.local(since[0]).date(),
                head=proven.head,
                posts=posts,
                accounts=tuple(_account(proven, one) for one in view.accounts),
                signed=signed_by(view.signature, school),
                paper=from_paper(view.signature),
                goes_on=None if view.goes_on is None else view.goes_on[1],
                released=released,
                waiting=waiting,
                log_ins=log_ins,
                seated=seated,
                admitted=tuple(_admitted(proven, facts, view)),
                minutes=minutes,
                changes=(*afterwards_said(unit, proven, facts, called), *changes_said(facts)),
                decisions=Decisions.of(decisions),
                meeting=None
                if meeting.meeting is None or meeting.next is None
                else datetime.combine(meeting.next, meeting.meeting.at),
                days=view.named,
            )

    def small(self, by: Actor, page: WeeklyPage, *, longest_px: int) -> Mapping[MediaId, Picture]:
        """Give the page's covered pictures, small, opened in a worker (an errand)."""
        wanted = {one.picture for one in page.posts if one.picture is not None}
        return {
            one: self._pictures.preview(self._media.open(by, one), longest_px=longest_px)
            for one in sorted(wanted)
        }

    def opened(self, pictures: Sequence[PagePicture], *, longest_px: int) -> tuple[Picture, ...]:
        """Open the pictures of a page that somebody sent, each in a worker (an errand).

        Raises:
            BadInput: if one can't be opened: nobody approves a page whose pictures aren't seen.
        """
        return tuple(self._pictures.preview(one.content, longest_px=longest_px) for one in pictures)

    def _posts(
        self, unit: Unit, proven: Proven, view: WeekView, called: Mapping[AccountId, str]
    ) -> Iterator[PagePost]:
        for planned in view.slots:
            slot = planned.slot
            yield PagePost(
                planned,
                called.get(slot.account, ""),
                unsigned=slot.id in view.unsigned,
                struck=slot.id in view.struck,
                picture=None if planned.post is None else self._picture(unit, proven, planned.post),
                clashes=view.against.get(slot.id, ()),
            )

    def _picture(self, unit: Unit, proven: Proven, post: PostId) -> MediaId | None:
        """Give a post's first covered picture, if it was released, or if two people looked at every photo.

        None where a child came on the list since: then somebody must look anew.
        """
        draft = unit.posts.maybe(post)
        if draft is None or not draft.content.pictures:
            return None
        photos = [unit.photos.maybe(one.photo) for one in draft.content.pictures]
        looked = all(one is not None and one.first and one.second and one.exported for one in photos)
        if not (_stands(newest_release(proven, post)) or (looked and draft.stage is PostStage.SUBMITTED)):
            return None
        try:
            if later_reasons(unit, draft.content, self._reader.pack(unit).roster_mode):
                return None
        except NotAllowed:  # the list can't be read: no face is shown then
            return None
        return smallest_files(unit, draft.content, self._reader.policy.platforms)[0]

    def _log_ins(self, by: Actor, view: WeekView) -> Iterator[Message]:
        for one in view.accounts:
            found = self._beside.yearly.of(by, one.account.id)
            if found is not None and found.stage >= Stage.DUE:
                yield say("weekly.log-in-due", account=one.account.called, day=found.due)
        for task in self._beside.log_ins.brief(by):
            if task.kind is TaskKind.ROTATE:
                yield say("weekly.log-in-known", account=task.account.called)
            elif task.kind is TaskKind.TOKEN:
                yield say("weekly.log-in-ends", account=task.account.called, day=task.day)


def _since(proven: Proven, now: datetime) -> tuple[datetime, int]:
    """Give since when and after which row the page tells: since a plan was signed last, a week at least."""
    signed = [
        (one.moment, one.seq)
        for act in SIGNING_ACTS
        for one in proven.acts(act)
        if one.moment >= now - PLAN_GOES_ON - WEEK and week_signed(proven, one) is not None
    ]
    return min((now - WEEK, 0), max(signed, default=(now - WEEK, 0)))


def _facts_since(proven: Proven, since: tuple[datetime, int]) -> list[Fact]:
    """Give the rows since a moment and after a row, oldest first; read from the record's end."""
    found: list[Fact] = []
    moment, after = since
    for seq in range(proven.head.seq, after, -1):
        fact = proven.at(seq)
        if fact is None:
            continue
        if fact.moment < moment:
            break
        found.append(fact)
    return found[::-1]


def _stands(release: Release | None) -> bool:
    """Tell whether a post is released as it stands; what went out was, before its last row."""
    return release is not None and release.manifest is not None and not release.edited_later


def _release(proven: Proven, fact: Fact, called: Mapping[AccountId, str], on: date) -> PageRelease | None:
    manifest = manifest_of(proven, fact)
    if manifest is None:
        return None
    handed_in = [
        one
        for one in proven.about(Noun.POSTS, fact.body.id)
        if one.body.act == Act.SUBMIT and one.seq < fact.seq
    ]
    return PageRelease(
        words=shortened(next(iter(manifest.texts.values()), "")),
        accounts=tuple(called.get(one, "") for one in manifest.accounts),
        by=name_in(proven, fact.body.person),
        on=on,
        mandate=manifest.mandate,
        same_computer=bool(handed_in)
        and fact.body.person != manifest.author
        and fact.body.seat == handed_in[-1].body.seat,
        overridden=len(manifest.overrides),
    )


def _waiting(unit: Unit, proven: Proven, called: Mapping[AccountId, str]) -> Iterator[tuple[str, str]]:
    """Give what waits for a release by topic and author: its words nobody has released."""
    for draft in unit.posts.find(stage=PostStage.SUBMITTED.value):
        slot = None if draft.content.slot is None else unit.slots.maybe(draft.content.slot)
        account = next((called.get(one, "") for one in draft.content.accounts), "")
        yield account if slot is None else slot.topic, name_in(proven, draft.author)


def _admitted(proven: Proven, facts: list[Fact], view: WeekView) -> Iterator[tuple[str, date]]:
    """Give whom somebody let in with a key of their own; computers and codes aren't people let in.

    Nor is who worked here then and got a key more, for another computer.
    """
    for fact in facts:
        key = proven.trust.keys.get(KeyId(fact.body.id or "")) if fact.body.act == Act.ADMIT else None
        if key is None or key.kind is not KeyKind.PERSON or key.person is None:
            continue
        if all(one.id == key.id for one in keys_of(proven.trust_at(fact.seq), key.person)):
            yield name_in(proven, key.person), view.school.local(fact.moment).date()


def _account(proven: Proven, one: AccountWeek) -> PageAccount:
    why = "" if one.cadence.excused_until is None else excused_why(proven, one.account.id)
    return PageAccount(one.account, one.cadence, None if one.gap is None else one.gap.due, why)


def _minutes(proven: Proven, now: datetime, view: WeekView) -> Minutes:
    """Count what is promised to the live accounts, and what the last week's rows show (BAL-B1e3)."""
    live = (one.account.id for one in view.accounts if one.account.stage is AccountStage.LIVE)
    promised = [promised_minutes(proven, one) or 0 for one in live]
    used = used_minutes(reversed(tuple(last_week(proven, now))))
    spent = tuple((name_in(proven, one), minutes) for one, minutes in used.items())
    return Minutes(sum(promised), sum(one > 0 for one in promised), sum(one == 0 for one in promised), spent)
