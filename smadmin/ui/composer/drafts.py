"""The person's posts that aren't out yet, as a menu: switch, begin one, put this one away, bring words in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.ready_made import ReadyMade
from smadmin.domain.versions import Earlier
from smadmin.services.drafting import Version
from smadmin.ui.plaintext import for_button, one_line
from smadmin.ui.wording import Wording, age

_TITLE_AT_MOST = 48
_SHOWN_AT_MOST = 20


@dataclass(frozen=True)
class DraftLine:
    """One post in the menu."""

    post: PostId
    title: str
    note: Message


def draft_lines(drafts: tuple[Draft, ...], now: datetime) -> tuple[DraftLine, ...]:
    """Name posts by their first words, with where they are and when they were written on.

    Args:
        drafts: newest edit first.
        now: UTC, from the clock.
    """
    return tuple(
        DraftLine(draft.id, title_of(draft), say(_NOTES[draft.stage], ago=age(draft.edited_at, now)))
        for draft in drafts[:_SHOWN_AT_MOST]
        if draft.stage in _NOTES
    )


def title_of(draft: Draft) -> str:
    """Give a post's first words, or nothing where there are none."""
    return _begin_of(draft.content.text)


def _begin_of(text: str) -> str:
    words = one_line(text[: 4 * _TITLE_AT_MOST])
    return words if len(words) <= _TITLE_AT_MOST else f"{words[:_TITLE_AT_MOST].rstrip()}…"


_NOTES = {
    PostStage.DRAFT: "compose.stage-draft",
    PostStage.SENT_BACK: "compose.stage-sent-back",
    PostStage.SUBMITTED: "compose.stage-submitted",
    PostStage.RELEASED: "compose.stage-released",
}


def version_lines(versions: tuple[Version, ...], now: datetime) -> tuple[tuple[Version, str, Message], ...]:
    """Name earlier words by how they begin, with who wrote them and when."""
    return tuple(
        (one, _begin_of(one.words.text), say("compose.version-of", ago=age(one.words.at, now), name=one.by))
        for one in versions[:_SHOWN_AT_MOST]
    )


@dataclass(frozen=True)
class Offered:
    """What the menu offers: the posts, ready-made texts, earlier words of the open draft, a licence line."""

    drafts: tuple[Draft, ...]
    ready_made: tuple[ReadyMade, ...] = ()
    versions: tuple[Version, ...] = ()
    licence_line: str = ""


@dataclass(frozen=True)
class Chosen:
    """What is called with what was chosen; `drop`, `put_in` and `put_last` are None where they can't be."""

    post: Callable[[PostId], None]
    begin: Callable[[], None]
    wishes: Callable[[], None]
    restore: Callable[[Earlier], None]
    drop: Callable[[], None] | None = None
    put_in: Callable[[str], None] | None = None
    put_last: Callable[[str], None] | None = None


def drafts_menu(
    offered: Offered,
    current: PostId | None,
    words: Wording,
    now: datetime,
    *,
    chosen: Chosen,
    parent: QWidget,
) -> QMenu:
    """Make the menu.

    Args:
        offered: what it offers.
        current: which post is open.
        words: the language.
        now: UTC, from the clock.
        chosen: what is called.
        parent: what it opens from.
    """
    menu = QMenu(parent)
    menu.addAction(words.say("compose.new"), chosen.begin)
    menu.addAction(words.say("compose.wishes"), chosen.wishes)
    if chosen.put_in is not None and offered.ready_made:
        texts = menu.addMenu(words.say("compose.ready-made"))
        for one in offered.ready_made:
            texts.addAction(for_button(one.name), partial(chosen.put_in, one.text))
    if chosen.put_last is not None and offered.licence_line:
        named = words.say("compose.licence-line", line=offered.licence_line)
        menu.addAction(for_button(named), partial(chosen.put_last, offered.licence_line))
    if offered.versions:
        earlier = menu.addMenu(words.say("compose.versions"))
        for version, begins, note in version_lines(offered.versions, now):
            said = for_button(f"{begins or words.say('compose.untitled')} · {words(note)}")
            earlier.addAction(said, partial(chosen.restore, version.words))
    if chosen.drop is not None:
        menu.addAction(words.say("compose.drop"), chosen.drop)
    menu.addSeparator()
    for line in draft_lines(offered.drafts, now):
        title = line.title or words.say("compose.untitled")
        action = menu.addAction(for_button(f"{title} · {words(line.note)}"))
        action.setCheckable(True)
        action.setChecked(line.post == current)
        action.triggered.connect(lambda _checked, post=line.post: chosen.post(post))
    return menu
