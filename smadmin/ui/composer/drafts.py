"""The person's posts that aren't out yet, as a menu: switch, begin a new one, put this one away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QMenu, QWidget

from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import Draft, PostStage
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
    words = one_line(draft.content.text[: 4 * _TITLE_AT_MOST])
    return words if len(words) <= _TITLE_AT_MOST else f"{words[:_TITLE_AT_MOST].rstrip()}…"


_NOTES = {
    PostStage.DRAFT: "compose.stage-draft",
    PostStage.SENT_BACK: "compose.stage-sent-back",
    PostStage.SUBMITTED: "compose.stage-submitted",
    PostStage.RELEASED: "compose.stage-released",
}


def drafts_menu(
    lines: tuple[DraftLine, ...],
    current: PostId | None,
    words: Wording,
    *,
    open_post: Callable[[PostId], None],
    begin: Callable[[], None],
    drop: Callable[[], None] | None,
    parent: QWidget,
) -> QMenu:
    """Make the menu.

    Args:
        lines: the posts.
        current: which is open.
        words: the language.
        open_post: called with the chosen one.
        begin: begins a new draft.
        drop: puts the open draft away; None where there is nothing to put away.
        parent: what it opens from.
    """
    menu = QMenu(parent)
    menu.addAction(words.say("compose.new"), begin)
    if drop is not None:
        menu.addAction(words.say("compose.drop"), drop)
    menu.addSeparator()
    for line in lines:
        title = line.title or words.say("compose.untitled")
        action = menu.addAction(for_button(f"{title} · {words(line.note)}"))
        action.setCheckable(True)
        action.setChecked(line.post == current)
        action.triggered.connect(lambda _checked, post=line.post: open_post(post))
    return menu
