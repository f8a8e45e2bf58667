"""The second step: everything is judged anew for the draft as it is stored, then shown once more."""

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.findings import Severity
from smadmin.domain.posts import Content, Draft
from smadmin.ui.composer.doubts import guards_of
from smadmin.ui.composer.files_first import FilesFirst
from smadmin.ui.composer.findings import FindingLine, Hints, hints_of, lines_of
from smadmin.ui.composer.readback import ReadBackPage
from smadmin.ui.composer.readings import Grounds, Readiness, Reading, read_content, read_readiness
from smadmin.ui.header import ScreenHeader
from smadmin.ui.surroundings import Surroundings


class ReadBackStep(QObject):
    """Reading a draft back.

    Signals:
        judged: a `Readiness`, also where something is missing.
        ready: the page shows the post; nothing is missing.
        refused: a `KnownError`.

    `read`: the draft as the page shows it; `alone`: whoever hands it in may release it; `waits`: a question
    about it has no answer yet; `files` are made meanwhile.
    """

    judged = Signal(object)
    ready = Signal()
    refused = Signal(object)

    def __init__(
        self, around: Surroundings, page: ReadBackPage, origin: QObject, *, head: ScreenHeader
    ) -> None:
        """Take the page and its head."""
        super().__init__(origin)
        self._around = around
        self._page = page
        self._origin = origin
        self.read: Draft | None = None
        self.alone = False
        self.waits = False
        self.files = FilesFirst(around, head, origin)
        self._shown: tuple[Draft, Grounds] | None = None
        page.oursAsked.connect(self._keep)
        page.tryAsked.connect(self._try_links)

    def show(self, draft: Draft, grounds: Grounds) -> None:
        """Judge a stored draft and show it, if nothing is missing."""
        self._shown = (draft, grounds)
        by, office, content = self._around.by, self._around.office, draft.content
        accounts = grounds.chosen(content)

        def read() -> tuple[Reading, Hints, Readiness, bool]:
            reading, meant = read_content(office, by, content, accounts), office.policy.meant
            hints = hints_of(reading.findings, content, grounds.pack, meant=meant)
            first = office.staff_pages.first_post(by)
            return reading, hints, read_readiness(office, by, draft), first

        def came(found: tuple[Reading, Hints, Readiness, bool]) -> None:
            reading, hints, readiness, first = found
            self.judged.emit(readiness)
            if readiness.blockers:
                return
            self.files.begin(draft)
            self.alone = readiness.alone
            self.waits = any(one.question.answer is None for one in readiness.asked)
            language = self._around.words.language
            self._page.show_post(
                content,
                accounts,
                reading.photos,
                platforms=grounds.platforms,
                questions=tuple(one.told.said(language) for one in grounds.pack.questions),
                topic=self._topic(grounds, content),
                guards=guards_of(readiness),
                doubts=lines_of(reading.findings, content, grounds.pack, severities=(Severity.WARN,)),
                hints=hints,
                asked=readiness.asked,
                now=self._around.now,
                video=reading.video,
                first=first,
            )
            self.read = draft
            self.ready.emit()

        self._around.performer.perform(read, done=came, failed=self._failed, origin=self._origin)

    def _keep(self, line: FindingLine) -> None:
        if self._shown is None:
            return
        by, learning, shown = self._around.by, self._around.office.learning, self._shown
        keep = learning.add_handle if line.finding.rule == CheckId.MENTION else learning.add_word
        self._around.performer.perform(
            lambda: keep(by, line.finding.text), done=lambda _: self.show(*shown), origin=self._origin
        )

    def _try_links(self) -> None:
        card = self._page.links
        if card is not None:
            links = self._around.office.links
            self._around.performer.trial(lambda: links.tried(card.links), done=card.show_tried, origin=card)

    def _topic(self, grounds: Grounds, content: Content) -> str:
        """Name the planned post that this one is written for, empty where it is for none."""
        words = self._around.words
        if content.slot is None:
            return ""
        found = next((slot for slot in grounds.slots if slot.id == content.slot), None)
        if found is None:
            return words.say("compose.slot-kept")
        return words.say("compose.slot", topic=found.topic, day=found.day)

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(error)
