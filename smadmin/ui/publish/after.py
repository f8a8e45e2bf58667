"""What is said of a post once it is out: that it corrects another, was taken down, or can be. Pure, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Difference
from smadmin.domain.removals import Removal, RemovalStage
from smadmin.domain.took import took_said
from smadmin.services.corrections import Corrected, ToldCorrection
from smadmin.services.office import Office
from smadmin.services.outgoing import Going, Lane
from smadmin.services.removals import STILL_THERE, RemovalView
from smadmin.ui.publish.hand import Act
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.theme import State

_IN_A_BIN = frozenset({Platform.WORDPRESS})
"""Where a post can be brought back by hand, without its pictures (decision 0028)."""


@dataclass(frozen=True)
class AfterSeen:
    """What one reading found of a post.

    Args:
        corrects: what it corrects, where it is a correction.
        correcting: why this person can't begin to correct it.
        removals: per account on which it is out, how taking it down stands.
        in_place: the accounts on which its words take the place of those that are out.
        since: what the accounts say since it was corrected itself.
    """

    corrects: ToldCorrection | None = None
    correcting: tuple[Reason, ...] = ()
    removals: Mapping[AccountId, RemovalView] = field(default_factory=dict)
    in_place: frozenset[AccountId] = frozenset()
    since: Mapping[AccountId, Corrected] = field(default_factory=dict)

    def corrects_on(self, account: AccountId) -> str:
        """Say how it corrects another one on an account: `in-place`, `beside`; empty where it is none."""
        if self.corrects is None:
            return ""
        return "in-place" if account in self.in_place else "beside"

    @property
    def gone(self) -> frozenset[AccountId]:
        """The accounts from which it was taken down."""
        return frozenset(one for one, view in self.removals.items() if is_gone(view.removal))


@dataclass(frozen=True)
class AfterModel:
    """What a card says and offers.

    Args:
        said: lines with their states.
        chip: what the card's chip says instead; None: as it was.
        link: the post's address.
        correct, take_down: why it can't be corrected or taken down; None: it isn't offered.
        directly: whether the program takes it down.
        go_on: whether taking down can be gone on with, and how it is pressed.
        returns: whether it can be brought back, in words.
        now: what visitors read since it was corrected.
        look_again: whether it can be read once more, since it was found to differ.
        overtaken: whether what a visitor saw after sending is no longer so.
        page: whether the page that visitors saw was read, so that it may have been kept.
    """

    account: Account
    publication: Publication | None
    said: tuple[tuple[State, Message], ...] = ()
    chip: tuple[State, Message] | None = None
    link: str = ""
    correct: tuple[Reason, ...] | None = None
    take_down: tuple[Reason, ...] | None = None
    directly: bool = False
    go_on: bool = False
    returns: Message | None = None
    now: str = ""
    look_again: bool = False
    overtaken: bool = False
    page: bool = False


def is_gone(removal: Removal | None) -> bool:
    """Tell whether a post was seen to be gone."""
    return removal is not None and removal.stage is RemovalStage.GONE


def read_after(office: Office, by: Actor, going: Going) -> AfterSeen:
    """Read what stands after a post (on the store's thread)."""
    out = {one.account.id: one.publication for one in going.lanes if _is_out(one)}
    corrects = office.corrections.of(by, going.draft.id)
    return AfterSeen(
        corrects=corrects,
        correcting=office.corrections.blockers(by, going.draft.id) if out else (),
        removals={id_: office.removals.view(by, one) for id_, one in out.items() if one is not None},
        in_place=frozenset(one.account.id for one in going.lanes if corrects and _edits(office, one)),
        since=office.corrections.since(by, going.draft.id) if out else {},
    )


def after_model(lane: Lane, seen: AfterSeen, *, busy: bool, looked: datetime | None = None) -> AfterModel:
    """Word what stands after a post on one account.

    Args:
        lane: what the store knows.
        seen: what was read beside it.
        busy: whether it is being taken down this moment.
        looked: when this person had it read once more, UTC; None where nobody did since the start.
    """
    account, view = lane.account, seen.removals.get(lane.account.id)
    corrects = _corrects(lane, seen)
    if view is None or lane.publication is None:
        return AfterModel(account, lane.publication, corrects)
    removal, told = view.removal, _removed(view, busy=busy)
    since = seen.since.get(account.id) if removal is None and not busy else None
    by_itself = view.directly and not (removal is not None and removal.by_hand)
    chip, again = _chip(removal, since, busy=busy), _differs(lane) and removal is None and not busy
    return AfterModel(
        account=account,
        publication=lane.publication,
        said=(*corrects, *told, *_since(since), *(_looked(lane.publication, looked) if again else ())),
        chip=chip or _hidden(lane.publication, removal),
        overtaken=chip is not None,
        page=bool(lane.publication.posted_id),
        look_again=again,
        now="" if since is None else since.text,
        link=lane.publication.link,
        correct=None if removal is not None or busy else seen.correcting,
        take_down=None if removal is not None or busy else view.blockers,
        directly=by_itself,
        go_on=removal is not None and not is_gone(removal) and not busy and not view.blockers,
        returns=_returns(account) if by_itself else None,
    )


def as_correction(lane: LaneModel, seen: AfterSeen) -> LaneModel:
    """Say that sending corrects another post; it goes out at once, so no time is offered."""
    how = seen.corrects_on(lane.account.id)
    if not how or lane.direct is None:
        return lane
    said = say(f"afterui.act-{how}", platform=PLATFORM_NAMES[lane.account.platform])
    ready = lane.chip == say("directui.chip-ready")
    return replace(
        lane,
        chip=say("afterui.chip-ready") if ready else lane.chip,
        act_said=said if lane.act is Act.SEND else lane.act_said,
        direct=replace(lane.direct, queue=None),
    )


def _is_out(lane: Lane) -> bool:
    return lane.publication is not None and lane.publication.step is PublicationStep.CONFIRMED


def _edits(office: Office, lane: Lane) -> bool:
    publisher = office.publishers.get(lane.account.platform)
    return publisher is not None and publisher.can_correct and lane.connection is not None


def _corrects(lane: Lane, seen: AfterSeen) -> tuple[tuple[State, Message], ...]:
    if seen.corrects is None:
        return ()
    if _is_out(lane):
        if lane.publication is not None and Difference.TEXT in lane.publication.differs:
            return ((State.STOP, say("afterui.corrected-unseen")),)
        took = seen.corrects.took
        done = say("afterui.corrected") if took is None else say("afterui.corrected-in", took=took_said(took))
        return ((State.FINE, done),)
    platform = PLATFORM_NAMES[lane.account.platform]
    if lane.connection is None:
        return ((State.NOTE, say("afterui.corrects-by-hand", platform=platform)),)
    return ((State.NOTE, say(f"afterui.corrects-{seen.corrects_on(lane.account.id)}", platform=platform)),)


def _removed(view: RemovalView, *, busy: bool) -> tuple[tuple[State, Message], ...]:
    removal = view.removal
    if busy:
        return ((State.WAITS, say("afterui.taking-down")),)
    if removal is None:
        return ()
    why = (State.NOTE, say("afterui.why", why=say(f"afterui.ground-{removal.ground.value}")))
    kept = (State.NOTE if removal.captured else State.DOUBT, _kept(removal))
    if removal.stage is RemovalStage.GONE and removal.ended is not None:
        gone = say("afterui.gone-said" if removal.by_hand else "afterui.gone-seen", when=removal.ended)
        return ((State.FINE, gone), why, kept, (State.NOTE, say("afterui.cached")))
    if removal.stage is RemovalStage.NOT_SEEN:
        return ((State.STOP, _trouble(removal.trouble)), why, kept)
    word = "begun-by-hand" if removal.by_hand else "begun"
    return ((State.DOUBT, say(f"afterui.{word}")), why, kept)


def _kept(removal: Removal) -> Message:
    return say("afterui.kept" if removal.captured else "afterui.not-kept")


def _trouble(trouble: str) -> Message:
    return say("afterui.still-there") if trouble == STILL_THERE else say("afterui.not-seen")


def _since(since: Corrected | None) -> tuple[tuple[State, Message], ...]:
    """Say that visitors read other words by now, and since when."""
    if since is None:
        return ()
    word = "here" if since.in_place else "beside"
    return ((State.NOTE, say(f"afterui.since-{word}", when=since.at)),)


def _chip(removal: Removal | None, since: Corrected | None, *, busy: bool) -> tuple[State, Message] | None:
    if busy:
        return State.WAITS, say("afterui.chip-going")
    if removal is None:
        corrected = since is not None and since.in_place
        return (State.FINE, say("afterui.chip-corrected")) if corrected else None
    if is_gone(removal):
        return State.NOTE, say("afterui.chip-gone")
    return State.STOP, say("afterui.chip-not-seen")


def _hidden(publication: Publication, removal: Removal | None) -> tuple[State, Message] | None:
    """Say first of all that families see nothing of it."""
    if removal is not None or Difference.HIDDEN not in publication.differs:
        return None
    return State.STOP, say("afterui.chip-hidden")


def _looked(publication: Publication, looked: datetime | None) -> tuple[tuple[State, Message], ...]:
    """Answer whoever had it read once more, where that changed nothing."""
    if looked is None:
        return ()
    word = "hidden" if Difference.HIDDEN in publication.differs else "differs"
    return ((State.DOUBT, say(f"afterui.looked-{word}", at=looked)),)


def _differs(lane: Lane) -> bool:
    publication = lane.publication
    return (
        lane.may_end and lane.connection is not None and publication is not None and bool(publication.differs)
    )


def _returns(account: Account) -> Message:
    word = "bin" if account.platform in _IN_A_BIN else "never"
    return say(f"afterui.returns-{word}", platform=PLATFORM_NAMES[account.platform])
