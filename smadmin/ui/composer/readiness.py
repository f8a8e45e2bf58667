"""*Before it can be submitted*: what is missing and what is fine, in a few lines. Pure, no Qt.

Whether a post may be handed in is the service's word (`submit_blockers`); here it is only arranged.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.policy.packs import Duty, Pack
from smadmin.domain.posts import Content, content_blockers, overridden
from smadmin.ui.composer.sheet import says_something
from smadmin.ui.theme import State


@dataclass(frozen=True)
class ReadyLine:
    """One line of the list: its state and its sentence."""

    state: State
    says: Message


@dataclass(frozen=True)
class PictureLine:
    """How a picture of the post stands: who looked (`says`, short), what is `missing`, is it described."""

    photo: PhotoId
    number: int
    state: State
    says: Message
    missing: Message | None
    described: bool


def pictures_of(content: Content, photos: Mapping[PhotoId, Photo], pack: Pack) -> tuple[PictureLine, ...]:
    """Say how each picture stands, in the post's order."""
    return tuple(
        _picture(number, picture.photo, photos.get(picture.photo), pack, described=bool(picture.alt.strip()))
        for number, picture in enumerate(content.pictures, 1)
    )


def missing_now(content: Content, blockers: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Give what keeps a draft from being read back, with what can be told at once told at once.

    Args:
        content: as it is in the editor.
        blockers: the service's list for the draft as it was saved last.
    """
    at_once = content_blockers(content)
    said = {reason.message.id for reason in _EMPTIES}
    later = tuple(reason for reason in blockers if reason.message.id not in said and reason not in at_once)
    return (*at_once, *later)


_EMPTIES = content_blockers(Content()) + content_blockers(Content(accounts=(AccountId(""),)))


def ready_lines(
    content: Content,
    *,
    accounts: tuple[Account, ...],
    findings: Mapping[AccountId, tuple[Finding, ...]],
    blockers: tuple[Reason, ...],
    pictures: tuple[PictureLine, ...],
    partly: Message | None = None,
    doubts: tuple[Message, ...] = (),
) -> tuple[ReadyLine, ...]:
    """Arrange what is missing and what is fine, most urgent first.

    Args:
        content: as it is in the editor.
        accounts: the chosen ones.
        findings: per account.
        blockers: the service's list.
        pictures: how each picture stands.
        partly: that it is planned for only some of the accounts; stands first, for it decides who releases.
        doubts: what is worth a second look and stops nothing.
    """
    blocks = {
        finding
        for found in findings.values()
        for finding in found
        if finding.severity is Severity.BLOCK and not overridden(finding, content.overrides)
    }
    said = {finding.message for finding in blocks}
    in_text = sum(not finding.place.startswith("picture:") for finding in blocks)
    lines = [ReadyLine(State.STOP, say("compose.solve", n=in_text))] if in_text else []
    others = missing_now(content, blockers)
    begun = content_blockers(content)
    lines += [
        ReadyLine(State.WAITS if reason in begun else State.STOP, reason.message)
        for reason in others
        if reason.message not in said and not _about_photo(reason)
    ]
    lines += [
        ReadyLine(State.DOUBT, say("compose.alt-for", number=one.number))
        for one in pictures
        if not one.described
    ]
    lines += [
        ReadyLine(one.state, say("compose.about-photo", number=one.number, says=one.missing))
        for one in pictures
        if one.missing is not None
    ]
    if in_doubt := len(_open_doubts(content, findings)):
        lines.append(ReadyLine(State.DOUBT, say("compose.in-doubt", n=in_doubt)))
    lines += [ReadyLine(State.DOUBT, doubt) for doubt in doubts]
    first = () if partly is None else (ReadyLine(State.NOTE, partly),)
    return (*first, *lines, *_fine(content, accounts, pictures, missing=bool(lines)))


def _open_doubts(
    content: Content, findings: Mapping[AccountId, tuple[Finding, ...]]
) -> frozenset[tuple[str, str]]:
    """Give the warnings about the text that nobody let stand: each rule and words once for all accounts."""
    return frozenset(
        (finding.rule, finding.text)
        for found in findings.values()
        for finding in found
        if finding.severity is Severity.WARN
        and not finding.place.startswith("picture:")
        and not overridden(finding, content.overrides)
    )


def _fine(
    content: Content,
    accounts: tuple[Account, ...],
    pictures: tuple[PictureLine, ...],
    *,
    missing: bool,
) -> list[ReadyLine]:
    fine = []
    if accounts and not any(account.blockers() for account in accounts):
        fine.append(ReadyLine(State.FINE, say("compose.accounts-live", n=len(accounts))))
    if pictures and all(one.state is State.FINE and one.described for one in pictures):
        fine.append(ReadyLine(State.FINE, say("compose.pictures-fine", n=len(pictures))))
    if says_something(content) and not missing:
        fine.append(ReadyLine(State.FINE, say("compose.nothing-missing")))
    if content.overrides:
        fine.append(ReadyLine(State.NOTE, say("compose.left-standing", n=len(content.overrides))))
    return fine


def _about_photo(reason: Reason) -> bool:
    return reason.place is not None and reason.place.startswith(("photo:", "picture:"))


def _picture(number: int, photo: PhotoId, seen: Photo | None, pack: Pack, *, described: bool) -> PictureLine:
    state, says, missing = _looks(seen, pack.second_look)
    return PictureLine(photo, number, state, says, missing, described)


def _looks(seen: Photo | None, second: Duty) -> tuple[State, Message, Message | None]:
    if seen is None:
        return State.WAITS, say("compose.photo-loading"), None
    if reasons := seen.look_blockers():
        return State.STOP, say("compose.to-decide"), reasons[0].message
    if seen.first is None:
        return State.WAITS, say("compose.first-look"), say("compose.waits-for-first")
    if seen.second is not None:
        return State.FINE, say("compose.seen-by-two"), None
    if seen.faces and second is Duty.REQUIRED:
        return State.WAITS, say("compose.second-look"), say("compose.waits-for-second")
    if seen.faces:
        return State.NOTE, say("compose.seen-by-one"), say("compose.second-advised")
    return State.FINE, say("compose.seen-by-one"), None
