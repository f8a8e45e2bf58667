"""Renders the open draft on the writing page: what was read of it, and how it stands."""

from collections.abc import Callable
from datetime import datetime

from smadmin.domain.errors import Reason
from smadmin.domain.posts import Content
from smadmin.ui.composer import sheet
from smadmin.ui.composer.counters import chips_of, counts_of
from smadmin.ui.composer.doubts import doubts_of
from smadmin.ui.composer.findings import FindingLine, lines_of, none_said
from smadmin.ui.composer.readiness import missing_now, pictures_of, ready_lines
from smadmin.ui.composer.readings import NOTHING_READ, Grounds, Readiness, Reading
from smadmin.ui.composer.sheet import Voice
from smadmin.ui.composer.writing import WritingPage
from smadmin.ui.theme import State

_COUNTED_AT_ONCE = 1_500
"""Characters up to which lengths are counted with each key; beyond, beside the typing."""


class Showing:
    """The newest reading of the open draft, and its rendering."""

    def __init__(self, page: WritingPage, now: Callable[[], datetime]) -> None:
        """Take the page and the clock (UTC)."""
        self._page = page
        self._now = now
        self.grounds: Grounds | None = None
        self.reading: Reading = NOTHING_READ
        self.readiness = Readiness()
        self.lines: tuple[FindingLine, ...] = ()

    @property
    def known(self) -> Grounds:
        """What composing stands on.

        Raises:
            RuntimeError: before it was read; nothing can be written then.
        """
        if self.grounds is None:
            raise RuntimeError("nothing can be written before the grounds were read")
        return self.grounds

    def forget(self) -> None:
        """Forget what was read: another draft is open."""
        self.reading, self.readiness, self.lines = NOTHING_READ, Readiness(), ()
        self._page.findings.show_lines((), none=none_said(Content()))

    def missing(self, content: Content) -> tuple[Reason, ...]:
        """Give what keeps the draft from being read back."""
        return missing_now(content, self.readiness.blockers)

    def show_accounts(self, content: Content, voice: Voice) -> None:
        """Show accounts, topics and whose words there are."""
        self._page.show_grounds(self.known, content.accounts)
        self._page.ask_where(() if content.accounts else self.known.last_accounts(), content.accounts)
        self._page.show_slots(self.known.slots_for(content.accounts), content.slot)
        self._page.offer.show_next(*self.known.next_planned(content.accounts), content.slot)
        self.show_voices(content, voice)

    def show_voices(self, content: Content, voice: Voice) -> None:
        """Show whose words there are, and whose are in the editor."""
        self._page.show_voices(self.known, sheet.voices(content), voice)

    def show_words(self, content: Content) -> None:
        """Show at once what can be shown with each key: the preview, and short texts' lengths."""
        accounts = self.known.chosen(content)
        self._page.preview.show_post(content, accounts, self.reading.photos, self.known.platforms)
        if all(len(content.text_for(one.id)) <= _COUNTED_AT_ONCE for one in accounts):
            self._page.show_counters(chips_of(accounts, counts_of(content, accounts, self.known.platforms)))

    def show_reading(self, content: Content, voice: Voice) -> None:
        """Show everything that was read."""
        reading, accounts = self.reading, self.known.chosen(content)
        self.lines = lines_of(reading.findings, content, self.known.pack)
        self._page.findings.show_lines(self.lines, none=none_said(content))
        self.show_marks(voice)
        self._page.show_counters(chips_of(accounts, reading.counts))
        self._page.preview.show_post(content, accounts, reading.photos, self.known.platforms)
        pictures = pictures_of(content, reading.photos, self.known.pack)
        self._page.tiles.show_pictures(content, pictures, reading.photos)
        self.show_ready(content)

    def show_marks(self, voice: Voice) -> None:
        """Underline the findings of a voice."""
        mine = tuple(line for line in self.lines if line.photo is None and line.voice == voice)
        self._page.editor.show_marks(mine)

    def show_ready(self, content: Content) -> None:
        """Show what is missing and what is fine."""
        lines = ready_lines(
            content,
            accounts=self.known.chosen(content),
            findings=self.reading.findings,
            blockers=self.readiness.blockers,
            pictures=pictures_of(content, self.reading.photos, self.known.pack),
            partly=self.known.partly_planned(content.accounts, content.slot),
            doubts=doubts_of(content, self.known, self.readiness),
        )
        self._page.show_ready(lines)
        # Also while something keeps it from being read back: that is when somebody asks.
        self._page.ask.setVisible(self.readiness.askable)
        self._page.ask.show_asked(self.readiness.asked, self._now())
        if not self.lines and self.reading.content == content:
            stopped = any(line.state is State.STOP for line in lines)
            self._page.findings.show_lines((), none=none_said(content, stopped=stopped))
