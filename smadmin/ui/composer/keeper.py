"""Keeps the open draft: saves what is typed, in time, and never loses either text of a conflict.

Runs on the window's thread and hands every deed to the performer. The rules of *when* are `autosave`.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Done
from smadmin.domain.errors import Conflict, KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.posts import Content, Draft
from smadmin.ui.composer.autosave import Autosave
from smadmin.ui.composer.sheet import same_writing, says_something
from smadmin.ui.surroundings import Surroundings


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
        self._person: PersonId | None = None
        self._waiting: list[Callable[[Draft], None]] = []
        self._generation = 0
        self._kept = False
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
        self.save_now()
        self._generation += 1
        self._waiting.clear()
        self._autosave = Autosave()
        self._kept = False
        self._draft, self._content = draft, content
        acting = self._around.acting
        self._person = None if acting is None else acting.person.id
        self._timer.stop()

    def write(self, content: Content) -> None:
        """Take what the editor holds now."""
        self._content = content
        if not self._dirty():
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
        """Save what is unsaved, at once: when locking, closing, leaving."""
        self._timer.stop()
        if self._autosave.under_way or not self._dirty() or not self._writer_sits_here():
            return
        by, content, draft = self._around.by, self._content, self._draft
        generation = self._generation
        self._autosave.begun()
        self._around.performer.perform(
            lambda: self._store(by, draft, content),
            done=lambda done: self._stored(done.value, generation),
            failed=lambda error: self._refused(error, generation, by=by, content=content),
            origin=self._origin,
        )

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
        return acting is not None and acting.person.id == self._person

    def _dirty(self) -> bool:
        if self._draft is None:
            return self._kept or says_something(self._content)
        return not same_writing(self._content, self._draft.content)

    def _store(self, by: Actor, draft: Draft | None, content: Content) -> Done[Draft]:
        posts = self._around.office.posts
        if draft is None:
            return posts.create(by, content.accounts, slot=content.slot, text=content.text)
        return posts.save(by, draft, content)

    def _stored(self, draft: Draft, generation: int) -> None:
        if generation != self._generation:
            return
        self._draft = draft
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

    def _refused(self, error: KnownError, generation: int, *, by: Actor, content: Content) -> None:
        if generation != self._generation:
            return
        self._waiting.clear()
        if isinstance(error, Conflict) and self._draft is not None:
            self._part(by, content, self._draft)
            return
        self._autosave.failed(time.monotonic())
        self._arm()
        self.failed.emit(error)

    def _part(self, by: Actor, content: Content, theirs: Draft) -> None:
        """Keep what is here as a draft of its own; the other stays as somebody saved it."""
        posts, generation = self._around.office.posts, self._generation

        def parted(done: Done[Draft]) -> None:
            self._stored(done.value, generation)
            self.parted.emit(done.value, theirs)

        self._around.performer.perform(
            lambda: posts.create(by, content.accounts, slot=content.slot, text=content.text),
            done=parted,
            failed=lambda error: self._refused(error, generation, by=by, content=content),
            origin=self._origin,
        )

    def _arm(self) -> None:
        due = self._autosave.due()
        if due is not None:
            self._timer.start(max(0, round((due - time.monotonic()) * 1000)))


def _with_overrides(content: Content, draft: Draft) -> Content:
    return Content(
        text=content.text,
        accounts=content.accounts,
        wordings=content.wordings,
        pictures=content.pictures,
        overrides=draft.content.overrides,
        slot=content.slot,
    )
