"""What stands between communications and the school about one account, as the page shows it. Pure, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.office_requests import OfficeRequest, Wish
from smadmin.domain.vocabulary import Act
from smadmin.services.district_hand import Confirmed
from smadmin.services.office import Office
from smadmin.services.office_requests import RequestSheet
from smadmin.ui.theme import State


@dataclass(frozen=True)
class Asked:
    """One request in words.

    Args:
        page: what can be opened; empty where the account is to be closed.
        answers, takes_back: whether this person may do so now.
        closes: whether it is answered by closing the account.
        post: the post that is taken down from its own card; None where the program doesn't know it.
    """

    request: OfficeRequest
    state: State
    title: Message
    reason: Message
    told: Message
    page: str
    answers: bool
    closes: bool
    takes_back: bool
    post: PostId | None = None


@dataclass(frozen=True)
class OfficeSeen:
    """One account as one reading found it; `posts` are out at the addresses that were asked about."""

    account: Account
    sheets: tuple[RequestSheet, ...]
    ask: tuple[Reason, ...]
    answer: tuple[Reason, ...]
    stand_in: tuple[Reason, ...]
    confirmed: Confirmed | None
    confirmed_by: str
    standing_in: Confirmed | None
    standing_in_by: str
    any_live: bool
    any_stopped: bool
    posts: Mapping[str, PostId] = field(default_factory=dict)


@dataclass(frozen=True)
class OfficeModel:
    """The page.

    Args:
        powers: whether this person is of communications.
        access: whether communications can get in, and since when.
        stands_in: whether this person can answer for it now.
    """

    asked: tuple[Asked, ...]
    powers: bool
    access: Message
    access_state: State
    stands_in: bool
    standing_in: Message | None
    can_ask: bool
    can_hold_all: bool
    can_go_on_all: bool


def read_office(office: Office, by: Actor, account: Account) -> OfficeSeen:
    """Read what stands between communications and the school (on the store's thread)."""
    requests, hand = office.office_requests, office.district_hand
    confirmed, stood_in = hand.confirmed(by).get(account.id), hand.stands_in(by, account.id)
    sheets, at = requests.about(by, account.id), office.removals.post_at
    pages = {one.request.page for one in sheets if one.request.page and one.request.open}
    people = {one.person.id: one.person.name for one in office.accounts.colleagues()}
    return OfficeSeen(
        account=account,
        sheets=sheets,
        ask=requests.blockers(by, account.id, Act.ASK_REMOVAL),
        answer=requests.blockers(by, account.id, Act.ANSWER_OFFICE),
        stand_in=hand.stand_in_blockers(by, account.id),
        confirmed=confirmed,
        confirmed_by=_name(confirmed, people),
        standing_in=stood_in,
        standing_in_by=_name(stood_in, people),
        any_live=any(one.stage is AccountStage.LIVE for one in office.accounts.all()),
        any_stopped=bool(hand.stopped_whole(by)),
        posts={page: post for page in sorted(pages) if (post := at(by, account.id, page))},
    )


def _name(signed: Confirmed | None, people: Mapping[PersonId, str]) -> str:
    return "" if signed is None or signed.by is None else people.get(signed.by, "")


def office_model(seen: OfficeSeen) -> OfficeModel:
    """Put what was read into words."""
    powers, found = not seen.ask, seen.confirmed
    if found is None:
        access = say("powers.access-none")
    else:
        access = say("powers.access", name=seen.confirmed_by, day=found.on)
    return OfficeModel(
        asked=tuple(
            _asked(one, answers=not seen.answer, powers=powers, post=seen.posts.get(one.request.page))
            for one in seen.sheets
        ),
        powers=powers,
        access=access,
        access_state=State.NOTE if found is None else State.FINE,
        stands_in=not seen.stand_in,
        standing_in=None
        if seen.standing_in is None
        else say("powers.standing-in", name=seen.standing_in_by, day=seen.standing_in.on),
        can_ask=powers and seen.account.stage is not AccountStage.CLOSED,
        can_hold_all=powers and seen.any_live,
        can_go_on_all=powers and seen.any_stopped,
    )


def _asked(sheet: RequestSheet, *, answers: bool, powers: bool, post: PostId | None) -> Asked:
    request, answer = sheet.request, sheet.request.answer
    if answer is None:
        state, told = State.STOP, say("powers.waits")
    elif answer.done:
        state, told = State.FINE, say("powers.done", name=sheet.answered_by, at=answer.at)
    else:
        told = say("powers.not-done", name=sheet.answered_by, at=answer.at, sentence=answer.sentence)
        state = State.DOUBT
    return Asked(
        request=request,
        state=state,
        title=say(f"powers.asked-{request.wish.value}", name=sheet.asked_by, at=request.at),
        reason=say("powers.reason", sentence=request.reason),
        told=told,
        page=request.page,
        answers=answers and request.open,
        closes=request.wish is Wish.CLOSING,
        takes_back=powers and (answer is None or not answer.done),
        post=post,
    )
