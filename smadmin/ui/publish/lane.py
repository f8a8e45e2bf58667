"""A post on one account as words: what comes next there, and what is missing.

Pure, no Qt. What a person did at this start (`Hand`) stands beside what the store knows (`Lane`); the order
of acts follows from both, so that the main button always does the next one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smadmin.domain.accounts import PLATFORM_NAMES, Account, same_handle
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.post_links import LinkAnswer, LinkVerdict
from smadmin.domain.posts import Picture
from smadmin.domain.publications import PublicationStep
from smadmin.services.outgoing import Lane
from smadmin.ui.publish.carried import PictureWords, copied_said
from smadmin.ui.publish.direct_said import DirectModel
from smadmin.ui.publish.hand import ANOTHER, Act, Hand, Opened, Step
from smadmin.ui.publish.lookalikes import handles_to_choose
from smadmin.ui.stopped import held_among, hold_of
from smadmin.ui.theme import State

__all__ = ["ANOTHER", "Act", "Hand", "LaneModel", "Opened", "Step", "lane_model"]

Judge = Callable[[str], LinkVerdict]


@dataclass(frozen=True)
class LaneModel:
    """A post on one account.

    Args:
        handles: to choose from; the right one is among them, in no place of its own.
        hand: what the person did so far.
        opened_said: where the page is, once it was asked for; None before.
        wrong: what to do where another handle was chosen.
        stopped: why nothing may leave, said on the card.
        link_said: what the pasted address is, with its state; None while the line is empty.
        ask_seen: whether the handle beside the post is asked too.
        act: the next act; None where nothing is left for this person, or nothing can be done.
        missing: what the next act still needs.
        copied_said: what lies on the clipboard and what to do with it now; None before the first time.
        sample_link: an address to take in the sample school, where nothing is published; else empty.
        direct: what is said where the program itself posts; None where a person does.
    """

    lane: Lane
    step: Step
    state: State
    chip: Message
    handles: tuple[str, ...]
    hand: Hand
    opened_said: tuple[State, Message] | None
    wrong: Message | None
    stopped: tuple[Message, ...]
    pictures: tuple[PictureWords, ...]
    link_said: tuple[State, Message] | None
    ask_seen: bool
    act: Act | None
    act_said: Message | None
    missing: tuple[Reason, ...]
    copied_said: Message | None = None
    sample_link: str = ""
    direct: DirectModel | None = None

    @property
    def account(self) -> Account:
        """Whose lane it is."""
        return self.lane.account

    @property
    def held(self) -> bool:
        """Tell whether an account on hold keeps it from going out, and nothing can be pressed."""
        return self.step is Step.IDENTIFY and self.act is None

    @property
    def rests(self) -> bool:
        """Tell whether the program is at it, or waits for its time, and nothing can be pressed."""
        return self.direct is not None and self.act is None

    @property
    def may_give_up(self) -> bool:
        """Tell whether it was begun and this person may end it."""
        begun = self.lane.publication
        left = begun is None or begun.step is PublicationStep.SENDING  # it is looked for first
        left = left or (self.direct is not None and self.direct.queued)  # it is taken out first
        return self.step is not Step.OUT and not left and self.lane.may_end

    @property
    def turns(self) -> tuple[str, ...]:
        """What comes onto the clipboard in turn: the words, then each description."""
        return (self.lane.text, *(one.alt for one in self.pictures))


def lane_model(
    lane: Lane,
    hand: Hand,
    *,
    pictures: Sequence[tuple[Picture, Photo | None]],
    judge: Judge,
    mixed_by: str,
    stopped: tuple[Reason, ...] = (),
    sample_link: str = "",
) -> LaneModel:
    """Word a lane.

    Args:
        lane: what the store knows.
        hand: what the person did.
        pictures: of the post, in its order.
        judge: judges a pasted address for this account.
        mixed_by: what the order of the handles follows from, another for each post.
        stopped: what speaks against it now.
        sample_link: an address to take in the sample school.
    """
    step, platform = _step(lane), PLATFORM_NAMES[lane.account.platform]
    words = tuple(
        PictureWords(number, one.alt, photo, copied=hand.copied > number)
        for number, (one, photo) in enumerate(pictures, 1)
    )
    verdict = judge(hand.link) if hand.link.strip() else None
    why = (*lane.blockers, *lane.distrusted, *stopped) if step is Step.IDENTIFY else ()
    if step is Step.CARRY and stopped:  # it lies ready, and must not be posted any more
        why = (Reason(say("publishui.held-handed", platform=platform)), *stopped)
    wrong = None
    if hand.picked and same_handle(hand.picked) != lane.account.pin:
        wrong = say("publishui.wrong-handle", handle=lane.account.at_handle)
    act, missing = _next(lane, hand, step, verdict=verdict, turns=1 + len(words), why=why, wrong=wrong)
    state, chip = _chip(step, lane, bool(why), verdict, missing)
    return LaneModel(
        lane=lane,
        step=step,
        state=state,
        chip=chip,
        handles=handles_to_choose(lane.account.handle, lane.others, mixed_by=mixed_by),
        hand=hand,
        opened_said=_OPENED_SAID.get(hand.opened),
        wrong=wrong,
        stopped=tuple(dict.fromkeys(reason.message for reason in hold_of(lane.account, why) or why)),
        pictures=words,
        link_said=_link_said(lane, hand, verdict),
        ask_seen=verdict is not None and verdict.answer is LinkAnswer.CANT_TELL,
        act=act,
        act_said=_act_said(act, lane, hand, len(words)),
        missing=missing,
        copied_said=copied_said(platform, copied=hand.copied, pictures=len(words)),
        sample_link=sample_link if verdict is None else "",
    )


_OPENED_SAID = {
    Opened.BROWSER: (State.NOTE, say("publishui.opened")),
    Opened.PUBLIC_PAGE: (State.NOTE, say("publishui.opened-public")),
    Opened.NO_BROWSER: (State.DOUBT, say("publishui.no-browser")),
    Opened.COPIED: (State.NOTE, say("publishui.address-copied")),
    Opened.SAMPLE: (State.NOTE, say("publishui.sample-page")),
}


def _step(lane: Lane) -> Step:
    publication = lane.publication
    if publication is None:
        return Step.IDENTIFY
    if publication.step is PublicationStep.CONFIRMED:
        return Step.OUT
    if publication.step is PublicationStep.HANDED_OUT and lane.may_end:
        return Step.CARRY
    return Step.IDENTIFY if lane.mine and publication.step is PublicationStep.INTENDED else Step.OTHERS


def _next(
    lane: Lane,
    hand: Hand,
    step: Step,
    *,
    verdict: LinkVerdict | None,
    turns: int,
    why: tuple[Reason, ...],
    wrong: Message | None,
) -> tuple[Act | None, tuple[Reason, ...]]:
    if step in {Step.OUT, Step.OTHERS}:
        return None, ()
    if step is Step.IDENTIFY:
        if why:
            return (None, ()) if held_among(why) else (Act.HAND_OUT, why)
        if wrong is not None:
            return Act.HAND_OUT, (Reason(wrong),)
        if hand.picked:
            return Act.HAND_OUT, ()
        if hand.opened is Opened.NOT_YET:
            return Act.OPEN, ()
        return Act.HAND_OUT, (Reason(say("publishui.pick-first")),)
    if verdict is None and hand.copied < turns and not why:
        return Act.COPY, ()
    return Act.CONFIRM, why[1:2] if why and verdict is None else _link_missing(lane, hand, verdict)


def _link_missing(lane: Lane, hand: Hand, verdict: LinkVerdict | None) -> tuple[Reason, ...]:
    if verdict is None:
        return (Reason(say("publishui.paste-first")),)
    if verdict.answer is LinkAnswer.YES:
        return ()
    if verdict.answer is LinkAnswer.CANT_TELL:
        if same_handle(hand.seen) == lane.account.pin:
            return ()
        if hand.seen:
            return (Reason(say("publishui.posted-elsewhere", handle=lane.account.at_handle)),)
        return (Reason(say("publishui.seen-first")),)
    return (Reason(verdict.message),)


def _link_said(lane: Lane, hand: Hand, verdict: LinkVerdict | None) -> tuple[State, Message] | None:
    if verdict is None:
        return None
    missing = _link_missing(lane, hand, verdict)
    if not missing:
        return State.FINE, say("platforms.link-yes", handle=lane.account.at_handle)
    doubtful = verdict.answer is LinkAnswer.CANT_TELL and not hand.seen
    return (State.DOUBT, verdict.message) if doubtful else (State.STOP, missing[0].message)


def _chip(
    step: Step, lane: Lane, stopped: bool, verdict: LinkVerdict | None, missing: tuple[Reason, ...]
) -> tuple[State, Message]:
    if step is Step.OUT:
        return State.FINE, say("publishui.chip-out")
    if step is Step.OTHERS:
        return State.WAITS, say("publishui.chip-others", name=lane.by)
    if stopped:
        return State.STOP, say("publishui.chip-stopped")
    if step is not Step.CARRY:
        return State.WAITS, say("publishui.chip-waits")
    if verdict is not None and not missing:
        return State.WAITS, say("publishui.chip-to-confirm")
    if verdict is not None and verdict.answer is LinkAnswer.CANT_TELL:
        return State.WAITS, say("publishui.chip-which-handle")
    return State.DOUBT, say("publishui.chip-handed-out")


def _act_said(act: Act | None, lane: Lane, hand: Hand, pictures: int) -> Message | None:
    platform = PLATFORM_NAMES[lane.account.platform]
    if act is None:
        return None
    if act is Act.OPEN:
        return say("publishui.act-open", platform=platform)
    if act is Act.HAND_OUT:
        return say("publishui.act-hand-out-pictures" if pictures else "publishui.act-hand-out")
    if act is Act.COPY and hand.copied == 0:
        return say("publishui.act-copy-text")
    if act is Act.COPY:
        return say("publishui.act-copy-alt", number=hand.copied, count=pictures)
    return say("publishui.act-confirm", platform=platform)
