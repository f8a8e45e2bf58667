"""Keeps the open draft: saves what is typed, in time, and never loses either text of a conflict.

Runs on the window's thread and hands every deed to the performer. The rules of *when* are `autosave`.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Conflict, KnownError
from smadmin.domain.posts import Content, Draft
from smadmin.ui.composer.autosave import Autosave
from smadmin.ui.composer.sheet import same_writing, says_something
from smadmin.ui.pocket import Kept, Paper
from smadmin.ui.surroundings import Surroundings


@dataclass
class _Save:
    """A save that was begun.

    Args:
        paper: what was written on.
        draft: as it was known then.
        content: what is saved.
        stored: what came of it, once it ended well; set on the store's thread, read there by what follows.
    """

    paper: Paper
    draft: Draft | None
    content: Content
    stored: Draft | None = None


class DraftKeeper(QObject):
    """The open draft and its content as it is in the editor.

    Signals:
        saved: the `Draft` as it is stored now.
        failed: a `KnownError`; what was typed stays here and is tried again.
        parted: the draft was changed elsewhere: `(mine, theirs)`, both kept, mine as a new draft.
    """

    saved = Signal(object)
    failed = Signal(object)
    parted = Signal(object, object)

    def __init__(self, around: Surroundings, origin: QObject) -> None:
        """Take the screen, for which deeds are done."""
        super().__init__(origin)
        self._around = around
        self._origin = origin
        self._autosave = Autosave()
        self._draft: Draft | None = None
        self._content = Content()
        self._paper = Paper(None, self._holds)
        self._waiting: list[Callable[[Draft], None]] = []
        self._kept = False
        self._under_way: _Save | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    @property
    def draft(self) -> Draft | None:
        """The draft as it was stored last; None until something was written."""
        return self._draft

    @property
    def content(self) -> Content:
        """What is in the editor now."""
        return self._content

    @property
    def unsaved(self) -> bool:
        """Whether something typed isn't known to be saved."""
        return self._autosave.unsaved

    @property
    def seconds_since_saved(self) -> float | None:
        """How long ago it was last saved here, or None."""
        at = self._autosave.saved_at
        return None if at is None else time.monotonic() - at

    def open(self, draft: Draft | None, content: Content) -> None:
        """Take up another draft; what the last one still had unsaved is saved first."""
        self.settle()
        self._under_way = None
        self._waiting.clear()
        self._autosave = Autosave()
        self._kept = False
        self._draft, self._content = draft, content
        acting = self._around.acting
        self._paper = Paper(None if acting is None else acting.person.id, self._holds)
        self._timer.stop()

    def write(self, content: Content) -> None:
        """Take what the editor holds now."""
        self._content = content
        if not self._dirty():
            if not self._autosave.under_way:
                self._autosave.undone()
                self._around.pocket.drop(self._paper)
            return
        self._autosave.typed(time.monotonic())
        self._arm()

    def take(self, draft: Draft) -> bool:
        """Take the open draft as it is stored by now; not while something typed here is unsaved."""
        known = self._draft
        if known is None or draft.id != known.id or draft.version <= known.version or self.unsaved:
            return False
        self._draft, self._content = draft, draft.content
        return True

    def restored(self, draft: Draft) -> None:
        """Take a draft that another deed gave back (an override)."""
        self._draft = draft
        self._content = _with_overrides(self._content, draft)

    def save_now(self) -> None:
        """Save what is unsaved, at once."""
        self._timer.stop()
        if self._autosave.under_way or not self._dirty() or not self._writer_sits_here():
            return
        begun = _Save(self._paper, self._draft, self._content)
        self._autosave.begun()
        self._begin(begun, partial(self._store, self._around.by, begun))

    def settle(self) -> None:
        """Save what is unsaved for good: perhaps nobody here hears any more how it ends.

        While a save is under way (another writer may hold the store for seconds), what was typed since is
        queued behind it. What can't be saved stays in the pocket.
        """
        first = self._under_way
        if not self._autosave.under_way or first is None or not self._writer_sits_here():
            self.save_now()
            return
        self._timer.stop()
        last = _Save(self._paper, None, self._content)
        self._begin(last, partial(self._store_behind, self._around.by, first, last))

    def keep(self) -> None:
        """Store the draft even without words, where accounts are chosen: photos are fetched for it."""
        self._kept = bool(self._content.accounts)
        self.save_now()

    def when_saved(self, then: Callable[[Draft], None]) -> None:
        """Call once everything written so far is stored; never, where saving fails."""
        if self._draft is not None and not self._dirty() and not self._autosave.under_way:
            then(self._draft)
            return
        self._waiting.append(then)
        self.save_now()

    def _writer_sits_here(self) -> bool:
        """Tell whether who acts is who writes: a second person in the chair never saves the first's draft."""
        acting = self._around.acting
        return acting is not None and acting.person.id == self._paper.person

    def _dirty(self) -> bool:
        if self._draft is None:
            return self._kept or says_something(self._content)
        return not same_writing(self._content, self._draft.content)

    def _holds(self, paper: Paper) -> bool:
        """Tell whether this is written on here, so that it is saved anew from here."""
        return isValid(self) and paper is self._paper

    def _begin(self, save: _Save, store: Callable[[], Done[Draft]]) -> None:
        by = self._around.by
        self._under_way = save
        self._around.performer.perform(
            partial(self._stored_or_kept, save, store),
            done=lambda _: self._stored(save),
            failed=lambda error: self._refused(error, save, by=by),
            origin=self._origin,
        )

    def _stored_or_kept(self, save: _Save, store: Callable[[], Done[Draft]]) -> Done[Draft]:
        """Store on the store's thread; what isn't taken goes to the pocket, for this screen may be gone."""
        pocket = self._around.pocket
        try:
            done = store()
        except KnownError as error:
            pocket.put(save.paper, Kept(save.draft, save.content, error.happened))
            raise
        save.stored = done.value
        pocket.drop(save.paper)
        return done

    def _store(self, by: Actor, save: _Save) -> Done[Draft]:
        posts = self._around.office.posts
        return (
            posts.keep(by, None, save.content)
            if save.draft is None
            else posts.save(by, save.draft, save.content)
        )

    def _store_behind(self, by: Actor, first: _Save, last: _Save) -> Done[Draft]:
        """Save behind another save; where that one met somebody else's words, as a draft of its own."""
        if first.stored is not None and same_writing(last.content, first.stored.content):
            return Done(first.stored, Changes())
        last.draft = first.stored or first.draft
        return self._around.office.posts.keep(by, last.draft, last.content)

    def _stored(self, save: _Save) -> None:
        if save.paper is not self._paper or save is not self._under_way or save.stored is None:
            return  # another one was queued behind it: its end counts
        self._draft = draft = save.stored
        self._content = _with_overrides(self._content, draft)
        self._autosave.saved(time.monotonic())
        self.saved.emit(draft)
        if self._dirty():
            if self._waiting or self._autosave.first_unsaved is None:
                self.save_now()
            else:
                self._arm()
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(draft)

    def _refused(self, error: KnownError, save: _Save, *, by: Actor) -> None:
        if save.paper is not self._paper or save is not self._under_way:
            return
        self._waiting.clear()
        if isinstance(error, Conflict) and self._draft is not None:
            self._part(by, save.content, self._draft)
            return
        self._autosave.failed(time.monotonic())
        self._arm()
        self.failed.emit(error)

    def _part(self, by: Actor, content: Content, theirs: Draft) -> None:
        """Keep what is here as a draft of its own; the other stays as somebody saved it."""
        self._under_way = mine = _Save(self._paper, None, content)

        def parted(done: Done[Draft]) -> None:
            self._stored(mine)
            self.parted.emit(done.value, theirs)

        self._around.performer.perform(
            partial(self._stored_or_kept, mine, partial(self._store, by, mine)),
            done=parted,
            failed=lambda error: self._refused(error, mine, by=by),
            origin=self._origin,
        )

    def _arm(self) -> None:
        due = self._autosave.due()
        if due is not None:
            self._timer.start(max(0, round((due - time.monotonic()) * 1000)))


def _with_overrides(content: Content, draft: Draft) -> Content:
    return replace(content, overrides=draft.content.overrides)
