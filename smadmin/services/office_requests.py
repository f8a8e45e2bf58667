"""Communications asks a school to remove a post or to close an account, and hears what became of it.

Everything is taken from the proven record: a request that somebody wrote past it stands nowhere, and none can
be made to vanish. Closing the account answers a request to close it; taking the post down, one to remove it.
"""

from dataclasses import dataclass, replace

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.office_requests import (
    ANSWERED_PART,
    ASKED_PART,
    OfficeAnswer,
    OfficeRequest,
    Wish,
    answered_plain,
    answering_blockers,
    asked_of,
    asked_plain,
    asking_blockers,
    same_page,
)
from smadmin.domain.publications import PublicationStep
from smadmin.domain.removals import Removal, RemovalStage
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.correcting import gone_there
from smadmin.services.desk import Desk
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.published import link_of
from smadmin.services.removal_rows import all_removals
from smadmin.services.roles import roles_for, today_of
from smadmin.storage.unit import Unit

_ASKS = {Wish.REMOVAL: Act.ASK_REMOVAL, Wish.CLOSING: Act.ASK_CLOSING}
_WISHES = {act.value: wish for wish, act in _ASKS.items()}


@dataclass(frozen=True)
class RequestSheet:
    """A request as somebody reads it: about which account, who asked, who answered (names)."""

    request: OfficeRequest
    account: Account
    asked_by: str
    answered_by: str


@dataclass(frozen=True)
class OfficeBrief:
    """What Today says of requests.

    Args:
        waiting: those that this person can see to, oldest first.
        refused: for communications, those that were answered with a no; newest first.
    """

    waiting: tuple[RequestSheet, ...] = ()
    refused: tuple[RequestSheet, ...] = ()


class OfficeRequests:
    """What communications asked of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def blockers(self, by: Actor, account: AccountId, act: Act) -> tuple[Reason, ...]:
        """List why this person may not ask or answer about an account."""
        with self._desk.look() as unit:
            return self._not_theirs(unit, unit.trust.read(), by, account, act)

    def ask(self, by: Actor, account: AccountId, wish: Wish, *, page: str = "", reason: str) -> Changes:
        """Ask for a post's removal or an account's closing (a deed).

        Args:
            by: somebody of communications.
            account: which one.
            wish: what is asked for.
            page: the post's address, where it is a post.
            reason: why.

        Raises:
            NotAllowed: for anybody else, without a reason, or where the same is asked for already.
        """
        with self._desk.deed(by) as deed:
            found = deed.unit.accounts.get(account)
            self._require(deed.unit, deed.trust, by, account, _ASKS[wish])
            asked = asked_plain(page, reason)
            twice = any(
                one.open and one.wish is wish and one.page == asked["page"]
                for one in requests_of(self._proof.now(deed.unit), account)
            )
            reasons = asking_blockers(wish, page, reason, found.stage)
            if reasons := (*reasons, *((Reason(say("powers.asked-already")),) if twice else ())):
                raise NotAllowed(reasons)
            deed.record(_ASKS[wish], Noun.OFFICE_REQUESTS, account, parts={ASKED_PART: asked})
        return Changes.of("accounts", [account])

    def answer(self, by: Actor, request: OfficeRequest, sentence: str, *, done: bool) -> Changes:
        """Say that it is done, or why it isn't (a deed).

        Raises:
            NotAllowed: for people who don't work with the account, twice, a no without a sentence, or done
                while the program knows the post as out.
            KnownError: if nobody asked for it.
        """
        with self._desk.deed(by) as deed:
            account = deed.unit.accounts.get(request.account)
            self._require(deed.unit, deed.trust, by, account.id, Act.ANSWER_OFFICE)
            proven = self._proof.now(deed.unit)
            found = _one(proven, request)
            out = _is_out(proven, found)
            if reasons := answering_blockers(found, sentence, account.stage, done=done, out=out):
                raise NotAllowed(reasons)
            parts = {ANSWERED_PART: answered_plain(found.seq, sentence, done=done)}
            deed.record(Act.ANSWER_OFFICE, Noun.OFFICE_REQUESTS, account.id, parts=parts)
        return Changes.of("accounts", [request.account])

    def take_back(self, by: Actor, request: OfficeRequest) -> Changes:
        """Ask no longer (a deed).

        Raises:
            NotAllowed: for anybody but communications, or once it was done.
        """
        with self._desk.deed(by) as deed:
            self._require(deed.unit, deed.trust, by, request.account, Act.TAKE_BACK)
            found = _one(self._proof.now(deed.unit), request)
            if found.taken_back or (found.answer is not None and found.answer.done):
                raise NotAllowed((Reason(say("powers.answered-already")),))
            parts = {ANSWERED_PART: answered_plain(found.seq, "", done=False)}
            deed.record(Act.TAKE_BACK, Noun.OFFICE_REQUESTS, request.account, parts=parts)
        return Changes.of("accounts", [request.account])

    def about(self, by: Actor, account: AccountId) -> tuple[RequestSheet, ...]:
        """Give what was asked about an account, newest first; what was taken back is left out.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            asked = [one for one in requests_of(proven, account) if not one.taken_back]
            return tuple(_sheet(unit, proven, one) for one in reversed(asked))

    def brief(self, by: Actor) -> OfficeBrief:
        """Say what waits for this person, and what communications was refused."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            asked_about = {fact.body.id for fact in proven.about(Noun.OFFICE_REQUESTS)}
            if not proven.whole or not asked_about:
                return OfficeBrief()  # a record that was meddled with is an alarm of its own
            today, waiting, refused = today_of(unit, self._desk), [], []
            for account in (one for one in unit.accounts.all() if one.id in asked_about):
                roles = roles_for(proven.trust, by.person, today, account.id)
                for one in requests_of(proven, account.id):
                    if one.open and roles & who_may(Noun.OFFICE_REQUESTS, Act.ANSWER_OFFICE):
                        waiting.append(_sheet(unit, proven, one))
                    elif _refused(one) and roles & who_may(Noun.OFFICE_REQUESTS, Act.TAKE_BACK):
                        refused.append(_sheet(unit, proven, one))
            return OfficeBrief(tuple(waiting), tuple(reversed(refused)))

    def _require(self, unit: Unit, trust: Trust, by: Actor, account: AccountId, act: Act) -> None:
        if reasons := self._not_theirs(unit, trust, by, account, act):
            raise NotAllowed(reasons)

    def _not_theirs(
        self, unit: Unit, trust: Trust, by: Actor, account: AccountId, act: Act
    ) -> tuple[Reason, ...]:
        today, allowed = today_of(unit, self._desk), who_may(Noun.OFFICE_REQUESTS, act)
        if roles_for(trust, by.person, today, account) & allowed:
            return ()
        answers = act is Act.ANSWER_OFFICE
        return (Reason(say("accounts.no-role" if answers else "powers.communications-only"), "BAL-B1f4"),)


def requests_of(proven: Proven, account: AccountId) -> tuple[OfficeRequest, ...]:
    """Give what was asked about an account, oldest first, each with its first answer."""
    asked: dict[int, OfficeRequest] = {}
    for fact in proven.about(Noun.OFFICE_REQUESTS, account):
        if fact.body.act in _WISHES:
            made = _asked(proven, fact, account)
            if made is not None:
                asked[fact.seq] = made
            continue
        part = proven.part(fact, ANSWERED_PART) or {}
        to = part.get("to")
        found = asked.get(to) if isinstance(to, int) else None
        if found is None:
            continue
        if fact.body.act == Act.TAKE_BACK:
            asked[found.seq] = replace(found, taken_back=True)
        elif found.answer is None:
            done, sentence = part.get("done") is True, str(part.get("sentence", ""))
            answer = OfficeAnswer(fact.body.person, fact.moment, done, sentence)
            asked[found.seq] = replace(found, answer=answer)
    closings = [fact for fact in proven.about(Noun.ACCOUNTS, account) if fact.body.act == Act.CLOSE]
    gone = _gone(proven, account) if any(one.open for one in asked.values()) else []
    return tuple(_removed(_closed(one, closings), gone) for one in asked.values())


def _asked(proven: Proven, fact: Fact, account: AccountId) -> OfficeRequest | None:
    try:
        page, reason = asked_of(proven.part(fact, ASKED_PART) or {})
    except KeyError:  # signed, and yet no request
        return None
    wish = _WISHES[fact.body.act]
    return OfficeRequest(fact.seq, account, wish, page, reason, fact.body.person, fact.moment)


def _closed(request: OfficeRequest, closings: list[Fact]) -> OfficeRequest:
    """Take an account's closing for the answer to what asked for it."""
    after = next((fact for fact in closings if fact.seq > request.seq), None)
    if request.wish is not Wish.CLOSING or after is None or not request.open:
        return request
    return replace(request, answer=OfficeAnswer(after.body.person, after.moment, done=True, sentence=""))


def _gone(proven: Proven, account: AccountId) -> list[Removal]:
    removals = all_removals(proven.unit, proven)
    return [one for one in removals if one.account == account and one.stage is RemovalStage.GONE]


def _removed(request: OfficeRequest, gone: list[Removal]) -> OfficeRequest:
    """Take a post that was taken down since for the answer to what asked for it."""
    if request.wish is not Wish.REMOVAL or not request.open:
        return request
    for one in gone:
        if one.ended is not None and one.ended >= request.at and same_page(one.link, request.page):
            return replace(request, answer=OfficeAnswer(one.by, one.ended, done=True, sentence=""))
    return request


def _is_out(proven: Proven, request: OfficeRequest) -> bool:
    """Tell whether the program knows the post that is asked about as out."""
    kept = proven.unit.publications.find(account_id=request.account, step=PublicationStep.CONFIRMED.value)
    return any(
        same_page(link_of(proven, one.id, one.account), request.page)
        and not (one.post and gone_there(proven, one.post, one.account))
        for one in kept
        if same_page(one.link, request.page)
    )


def _refused(request: OfficeRequest) -> bool:
    return request.answer is not None and not request.answer.done and not request.taken_back


def _one(proven: Proven, request: OfficeRequest) -> OfficeRequest:
    found = next((one for one in requests_of(proven, request.account) if one.seq == request.seq), None)
    if found is None:
        raise KnownError(say("powers.gone"))
    return found


def _sheet(unit: Unit, proven: Proven, request: OfficeRequest) -> RequestSheet:
    answered = None if request.answer is None else request.answer.by
    account = unit.accounts.get(request.account)
    return RequestSheet(request, account, name_in(proven, request.by), name_in(proven, answered))
