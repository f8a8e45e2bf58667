"""What was found, as the worklist shows it: where it is, why it is there, what was decided. Pure, no Qt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, MediaId, PhotoId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import Content
from smadmin.domain.removals import RemovalStage
from smadmin.domain.sweeps import Decided, decide_blockers
from smadmin.services.clearing import OutLine
from smadmin.services.sweep_views import FoundLine, FoundPost, SweepView
from smadmin.ui.cases.model import is_gone
from smadmin.ui.list_line import ListLine
from smadmin.ui.theme import State

KEYS = {Decided.TAKE_DOWN: "T", Decided.COVER: "C", Decided.KEEP: "K", Decided.NOT_THIS_CHILD: "N"}
_ANY_REASON = "-"
REASONS = ("consent-stands", "not-to-be-told", "public-record")
"""Why something may stay, ready to be taken by its number; each is a sentence in the catalogue."""


@dataclass(frozen=True)
class FoundShown:
    """One thing that was found.

    Args:
        key: by which it is decided.
        title: a post's first words, or what a picture was taken at.
        where: where it is out and since when, a line for each post; or that it only lies in the library.
        why: why it is in the list.
        words_of: the post whose words are what was found; they are read once it is open.
        posts: that show it, whether or not they are out still.
        photo, file: the picture and what was kept of it as it went out.
        barred: why an answer can't be given.
        state, chip: how it stands.
        note: what is still to be done after the answer, or that nothing is.
        decided, reason: what somebody said.
        done: whether nothing is left to do about it.
    """

    key: str
    title: str
    where: tuple[Message, ...]
    why: Message
    state: State
    chip: Message
    words_of: PostId | None = None
    posts: tuple[PostId, ...] = ()
    photo: PhotoId | None = None
    file: MediaId | None = None
    barred: Mapping[Decided, tuple[Reason, ...]] = field(default_factory=dict)
    note: Message | None = None
    decided: Decided | None = None
    reason: str = ""
    done: bool = False

    @property
    def open(self) -> bool:
        """Tell whether nobody decided yet."""
        return self.decided is None


def next_of(items: Sequence[FoundShown], after: str) -> str:
    """Give the next thing to decide behind one, else what is still to be done; empty where nothing is."""
    keys = [one.key for one in items]
    place = keys.index(after) if after in keys else -1
    ahead = (*items[place + 1 :], *items[: place + 1])
    wanted = [one for one in ahead if one.open] or [one for one in ahead if not one.done]
    return wanted[0].key if wanted else ""


def whole_words(content: Content) -> str:
    """Give all that a post says, each text once: its words, an account's own, those for pictures."""
    texts = (content.text, *content.wordings.values(), *(picture.alt for picture in content.pictures))
    return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def down_line(line: OutLine, busy: frozenset[AccountId]) -> tuple[State, Message]:
    """Say how taking a post down stands on one account."""
    label, removal = line.account.label, line.view.removal
    if line.account.id in busy:
        return State.WAITS, say("cases.line-removing", account=label)
    if is_gone(line):
        return State.FINE, say("sweepui.gone-from", account=label)
    if line.view.blockers:
        return State.STOP, say("cases.line-barred", account=label, why=line.view.blockers[0].message)
    if removal is not None and removal.stage is RemovalStage.NOT_SEEN:
        return State.STOP, say("cases.line-failed", account=label)
    return State.STOP, say("cases.line-out", account=label)


def found_of(view: SweepView) -> tuple[FoundShown, ...]:
    """Give the worklist: what is open first, the surest of it at the top."""
    shown = [_found(line) for line in view.lines]
    sure = {line.item.key for line in view.lines if line.item.sure}
    return tuple(sorted(shown, key=lambda one: (not one.open, one.key not in sure)))


def found_line(one: FoundShown) -> ListLine:
    """Give the worklist's line of one thing."""
    return ListLine(one.key, one.title, one.where[0], one.state, one.chip)


def _found(line: FoundLine) -> FoundShown:
    item, posts = line.item, line.posts
    out = any(post.accounts for post in posts)
    barred = {
        one: reasons
        for one in Decided
        if (reasons := (*decide_blockers(item, one, _ANY_REASON), *_nothing_out(one, out=out)))
    }
    words = posts[0].words if posts else ""
    state, chip = _answered(line, out=out)
    about_picture = item.photo is not None or item.video is not None
    return FoundShown(
        key=item.key,
        title=(line.event if about_picture else words) or words or line.event or "…",
        where=tuple(_where(line)),
        why=say(f"sweepui.because-{item.found.value}{'' if item.sure else '-unsure'}"),
        state=state,
        chip=chip,
        words_of=item.post,
        posts=tuple(post.post for post in posts),
        photo=item.photo,
        file=line.file,
        barred=barred,
        note=_note(line, out=out),
        decided=item.decided,
        reason=item.reason,
        done=line.done,
    )


def _nothing_out(decided: Decided, *, out: bool) -> tuple[Reason, ...]:
    nothing = decided is Decided.TAKE_DOWN and not out
    return (Reason(say("sweepui.nothing-out")),) if nothing else ()


def _where(line: FoundLine) -> Iterator[Message]:
    for post in line.posts:
        yield _where_post(post)
    if not line.posts:
        yield say("sweepui.in-library") if line.day is None else say("sweepui.in-library-day", day=line.day)


def _where_post(post: FoundPost) -> Message:
    if not post.accounts:
        return say("sweepui.post-gone") if post.gone_at is None else say("sweepui.gone-at", at=post.gone_at)
    accounts = ", ".join(post.accounts)
    if post.at is None:
        return say("sweepui.post-out", accounts=accounts)
    return say("sweepui.post-out-since", accounts=accounts, at=post.at)


def _answered(line: FoundLine, *, out: bool) -> tuple[State, Message]:
    decided = line.item.decided
    if decided is None:
        return (State.STOP if line.item.sure else State.DOUBT), say(
            "sweepui.chip-sure" if line.item.sure else "sweepui.chip-unsure"
        )
    if not line.done:
        return State.WAITS, say("sweepui.chip-not-done" if out else f"sweepui.decided-{decided.value}")
    return State.FINE, say(f"sweepui.decided-{decided.value}")


def _note(line: FoundLine, *, out: bool) -> Message | None:
    if not line.there:
        return say("sweepui.not-there")
    if line.item.decided is Decided.COVER and out:
        return say("sweepui.covered-still-out")
    return None
