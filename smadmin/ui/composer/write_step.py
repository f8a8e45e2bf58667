"""The writing step: leads what is typed and pressed to the draft, and what was read back to the page.

The open draft is the keeper's, its voice the editor's; this class keeps only the newest reading of it.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from smadmin.domain.ids import AccountId, PhotoId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.policy.findings import TEXT
from smadmin.domain.posts import Content, Draft
from smadmin.ui.composer import sheet
from smadmin.ui.composer.findings import FindingLine, mended
from smadmin.ui.composer.keeper import DraftKeeper
from smadmin.ui.composer.reader import BackgroundReader
from smadmin.ui.composer.readings import Grounds, Readiness, Reading
from smadmin.ui.composer.sheet import Voice
from smadmin.ui.composer.showing import Showing
from smadmin.ui.composer.targets import Change, Targets
from smadmin.ui.composer.writing import WritingPage
from smadmin.ui.surroundings import Surroundings


class WriteStep(QObject):
    """Writing the open draft.

    Signals:
        missingChanged: the reasons why it can't be read back yet.
        accountsChanged: the accounts of the open draft.
        photoSought: a photo's id, to be opened in Photos.
        standAsked: a `FindingLine` and the reason for letting it stand.
        gaveUp: a `Message` of what went away, and the `Change` that brings it back.
    """

    missingChanged = Signal(tuple)
    accountsChanged = Signal(tuple)
    photoSought = Signal(str)
    standAsked = Signal(object, str)
    gaveUp = Signal(object, object)

    def __init__(self, around: Surroundings, page: WritingPage, origin: QObject) -> None:
        """Take the page that is led."""
        super().__init__(origin)
        self._around = around
        self._page = page
        self.keeper = DraftKeeper(around, origin)
        self._reader = BackgroundReader(around, origin)
        self.showing = Showing(page, lambda: around.now)
        self.targets = Targets(lambda: self.showing.known, lambda: self.content, self)
        self.targets.wanted.connect(self._aim)
        self.targets.gaveUp.connect(self.gaveUp)
        self._voice: Voice = None
        self._at = -1
        self.keeper.saved.connect(self._reader.judge)
        self._reader.read.connect(self._read)
        self._reader.judged.connect(self._judged)
        page.editor.written.connect(self._wrote)
        page.editor.left.connect(self.keeper.save_now)
        page.toggles.toggled.connect(self.targets.toggle)
        page.lastChosen.connect(self.targets.choose_last)
        page.slotChosen.connect(self.targets.choose_slot)
        page.voiceChosen.connect(lambda voice: self.show_voice(AccountId(voice) if voice else None))
        page.preview.ownWordsAsked.connect(lambda account: self._begin_own_words(AccountId(account)))
        page.preview.sharedWordsAsked.connect(lambda account: self._leave_own_words(AccountId(account)))
        page.findings.mendAsked.connect(self._mend)
        page.findings.standAsked.connect(self.standAsked)
        page.findings.oursAsked.connect(self._remember_number)
        page.findings.sought.connect(self._seek)
        page.findings.policiesAsked.connect(lambda: self._around.doors.open("school"))
        tiles = page.tiles
        tiles.described.connect(
            lambda photo, alt: self._edit(
                lambda c: sheet.described(c, PhotoId(photo), alt), read_at_once=False
            )
        )
        tiles.removed.connect(lambda photo: self._edit(lambda c: sheet.without_picture(c, PhotoId(photo))))
        tiles.sought.connect(self.photoSought)
        tiles.moved.connect(lambda photo, steps: self._edit(lambda c: sheet.moved(c, PhotoId(photo), steps)))

    @property
    def content(self) -> Content:
        """The content of the open draft, as it is in the editor."""
        return self.keeper.content

    def ground(self, grounds: Grounds) -> None:
        """Take what composing stands on; it may have changed under an open draft."""
        self.showing.grounds = grounds
        self._show_accounts()
        self.read_again()

    def begin(self) -> None:
        """Begin a new draft; where there is only one account, on it. A person says what it is planned for."""
        if self.showing.grounds is None:
            return
        self._open(None, Content(accounts=self.showing.known.first_accounts()))

    def open(self, draft: Draft) -> None:
        """Take up a draft; one without words and accounts (begun in Photos) gets the only one there is."""
        self._open(draft, draft.content)
        content = draft.content
        if not content.accounts and not content.text:
            accounts = self.showing.known.first_accounts()
            self._edit(lambda content: replace(content, accounts=accounts))
            self._show_accounts()

    def refresh(self, draft: Draft) -> None:
        """Take the open draft as somebody (Photos, the same person elsewhere) stored it meanwhile."""
        before = self.content
        if not self.keeper.take(draft):
            return
        self._page.show_sent_back(draft.sent_back)
        if (before.text, before.wordings) != (draft.content.text, draft.content.wordings):
            self.open(draft)
            return
        self._show_accounts()
        self._show_reading()
        self.read_again()

    def stood(self, draft: Draft) -> None:
        """Take the draft in which a finding was let stand."""
        self.keeper.restored(draft)
        self.read_again()
        self._reader.judge(draft)

    def read_again(self) -> None:
        """Read the open draft anew: a photo, the children's list or an account changed."""
        if self.showing.grounds is not None:
            self._reader.want_at_once(self.content, self.showing.known.chosen(self.content))
            if self.keeper.draft is not None:
                self._reader.judge(self.keeper.draft)

    def judged(self, readiness: Readiness) -> None:
        """Take a judgement that somebody asked for elsewhere."""
        self._judged(readiness)

    def add_pictures(self, photos: tuple[PhotoId, ...]) -> None:
        """Put photos under the post."""
        self._edit(lambda content: sheet.with_pictures(content, photos))

    def put_video(self, video: str) -> None:
        """Put a video under the post; empty takes it off, and tells of it: all answers go with it."""
        before = self.content.video
        self._edit(lambda content: sheet.with_video(content, VideoId(video) if video else None))
        self.accountsChanged.emit(self.showing.known.chosen(self.content))
        if not video and before is not None:
            back: Change = lambda content: sheet.with_video(content, before)  # noqa: E731  typed
            self.gaveUp.emit(say("compose.video-off"), back)

    def put_back(self, change: Change) -> None:
        """Bring back what `gaveUp` told of; what was written since stays."""
        self._aim(change)

    def mend_all(self, lines: tuple[FindingLine, ...]) -> None:
        """Do the remedies of several findings, each voice in one step that undo takes back."""
        for voice in dict.fromkeys(line.voice for line in lines):
            self.show_voice(voice)
            mine = [line for line in lines if line.voice == voice]
            self._page.editor.rewrite(mended(self._page.editor.words, mine))

    def next_finding(self, steps: int) -> None:
        """Go to the next finding (F8) or the one before (Shift+F8)."""
        lines = self.showing.lines
        places = [line for line in lines if line.finding.span is not None or line.photo is not None]
        if not places:
            return
        self._at = (
            (self._at + steps) % len(places) if self._at >= 0 else (0 if steps > 0 else -1) % len(places)
        )
        self._seek(places[self._at])

    def show_voice(self, voice: Voice) -> None:
        """Put a voice's words into the editor."""
        known = voice if voice in sheet.voices(self.content) else None
        self._voice = known
        self._page.editor.show_voice(known, sheet.words_of(self.content, known))
        self.showing.show_voices(self.content, known)
        self.showing.show_marks(known)

    def _open(self, draft: Draft | None, content: Content) -> None:
        self.keeper.open(draft, content)
        self._reader.forget()
        self.showing.forget()
        self._at = -1
        self._page.editor.forget()
        self.show_voice(None)
        self._page.show_sent_back("" if draft is None else draft.sent_back)
        self._show_accounts()
        self._show_reading()
        self.read_again()

    def _wrote(self, text: str) -> None:
        if self.showing.grounds is None:
            return
        self._write(sheet.with_words(self.content, self._voice, text))
        self._reader.want(self.content, self.showing.known.chosen(self.content))

    def _edit(self, change: Change, *, read_at_once: bool = True) -> None:
        """Change something but the editor's own text."""
        grounds = self.showing.known
        self._write(change(self.content))
        if read_at_once:
            self._show_reading()
            self._reader.want_at_once(self.content, grounds.chosen(self.content))
        else:
            self._reader.want(self.content, grounds.chosen(self.content))

    def _write(self, content: Content) -> None:
        self.keeper.write(content)
        self.showing.show_words(content)
        self._say_missing()

    def _aim(self, change: Change) -> None:
        """Change where the draft goes, or whose words go there."""
        self._edit(change)
        if self._voice is not None and self._voice not in self.content.accounts:
            self.show_voice(None)
        self._show_accounts()

    def _begin_own_words(self, account: AccountId) -> None:
        self._edit(lambda content: sheet.with_words(content, account, content.text))
        self.show_voice(account)
        self._page.editor.setFocus()

    def _leave_own_words(self, account: AccountId) -> None:
        own = sheet.words_of(self.content, account)
        self._edit(lambda content: sheet.without_own_words(content, account))
        self.show_voice(None)
        back: Change = lambda content: sheet.with_words(content, account, own)  # noqa: E731  typed
        self.gaveUp.emit(say("compose.own-words-left"), back)

    def _mend(self, line: FindingLine) -> None:
        finding, remedy = line.finding, line.finding.remedy
        if remedy is None:
            return
        if line.photo is not None:
            self._mend_picture(line)
            return
        if remedy.span is None or finding.span is None or finding.place != TEXT:
            return
        self.show_voice(line.voice)
        # Words may have been typed since it was found; then it is found anew at its new place.
        if self._page.editor.words[finding.span.start : finding.span.end] == finding.text:
            self._page.editor.mend(remedy.span, remedy.replacement)
        self._page.editor.setFocus()

    def _remember_number(self, line: FindingLine) -> None:
        numbers, by, phone = self._around.office.own_numbers, self._around.by, line.finding.text
        self._around.performer.perform(
            lambda: numbers.remember(by, phone), done=lambda _: self.read_again(), origin=self
        )

    def _mend_picture(self, line: FindingLine) -> None:
        remedy, photo = line.finding.remedy, line.photo
        if remedy is None or photo is None:
            return
        if remedy.act == "record-right-of-use":
            self.photoSought.emit(photo)
        elif remedy.span is not None:
            alt = next((one.alt for one in self.content.pictures if one.photo == photo), "")
            self._edit(lambda content: sheet.described(content, photo, remedy.mended(alt)))
        else:
            self._page.tiles.ask_for_words(photo)

    def _seek(self, line: FindingLine) -> None:
        if line.photo is not None:
            self._page.tiles.ask_for_words(line.photo)
        elif line.finding.span is not None:
            self.show_voice(line.voice)
            self._page.editor.go_to(line.finding.span)

    def _read(self, reading: Reading) -> None:
        if self.showing.grounds is None or not sheet.same_writing(reading.content, self.content):
            return
        self.showing.reading = reading
        self._show_reading()

    def _judged(self, readiness: Readiness) -> None:
        draft = self.keeper.draft
        if draft is not None and readiness.post == draft.id and readiness.version == draft.version:
            self.showing.readiness = readiness
            self.showing.show_ready(self.content)
            self._say_missing()

    def _show_accounts(self) -> None:
        self.showing.show_accounts(self.content, self._voice)
        self.accountsChanged.emit(self.showing.known.chosen(self.content))

    def _show_reading(self) -> None:
        self.showing.show_reading(self.content, self._voice)
        self._say_missing()

    def _say_missing(self) -> None:
        self.missingChanged.emit(self.showing.missing(self.content))
