"""What is done to the list of children, each deed with its way back where there is one.

A child's version is counted on while deeds are under way, so that two quick ticks don't collide with one
another; somebody else's change still does.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.law import LawDecision
from smadmin.domain.messages import Message, say
from smadmin.domain.receipts import Receipt, receipt_lines
from smadmin.domain.students import MatchingConsent, OptOut, StudentEntry
from smadmin.ui.students.model import ChildModel
from smadmin.ui.students.waiting import WaitingPosts
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners

Way = Callable[[], None]


_SHOWN_BY = frozenset({OptOut.EVERYTHING, OptOut.PHOTOS, OptOut.NAMES})  # what is out may show it already


class StudentDeeds(QObject):
    """Deeds for the screen.

    Signals:
        settled: nothing is under way any more; read again.
        added: the id of a child that was typed in.
        notAdded: a `KnownError`.
        portraitRefused: a `KnownError` about a file.
        lawRefused: a `KnownError` about a decision.
        renameRefused: a `KnownError` about a name.
        consentRefused: a `KnownError` about a consent.
        renamed, lawDecided: it is done.
    """

    settled = Signal()
    added = Signal(str)
    notAdded = Signal(object)
    portraitRefused = Signal(object)
    lawRefused = Signal(object)
    renameRefused = Signal(object)
    consentRefused = Signal(object)
    renamed = Signal()
    lawDecided = Signal()

    def __init__(self, around: Surroundings, banners: UndoBanners, origin: QObject) -> None:
        """Take the screen for which deeds are done, and its banners."""
        super().__init__(origin)
        self._around, self._banners, self._origin = around, banners, origin
        self._waiting = WaitingPosts(around, banners, origin)
        self._under_way = 0
        self._ahead: dict[StudentId, int] = {}

    @property
    def busy(self) -> bool:
        """Whether a deed is under way, so that what was read is older than what was asked."""
        return self._under_way > 0

    def set_kinds(self, child: ChildModel, wanted: frozenset[OptOut]) -> None:
        """Enter what the family says no to."""
        self._kinds(child.id, child.version, wanted, (child.name, child.opt_outs))

    def set_photo_consent(self, child: ChildModel, given: bool) -> None:
        """Enter or withdraw the yes to photos."""
        by, students = self._around.by, self._around.office.students
        version = self._next(child.id, child.version)
        said = say("studentui.said-consent-yes" if given else "studentui.said-consent-no", name=child.name)
        self._deed(
            lambda: students.set_photo_consent(by, child.id, version=version, given=given),
            said,
            undo=lambda: self.set_photo_consent(child, not given),
            then=self._list_changed,
        )

    def rename(self, child: ChildModel, name: tuple[str, str], groups: tuple[str, ...], notes: str) -> None:
        """Correct a name, classes and clubs, and what staff should know."""
        by, students = self._around.by, self._around.office.students
        version = self._next(child.id, child.version)
        before = (child.first_name, child.last_name)
        self._deed(
            lambda: students.rename(
                by,
                child.id,
                version=version,
                first_name=name[0],
                last_name=name[1],
                groups=groups,
                notes=notes,
            ),
            say("studentui.said-corrected", name=" ".join(name)),
            undo=lambda: self.rename(child, before, child.groups, child.noted),
            failed=self.renameRefused.emit,
            then=self.renamed.emit,
        )

    def give_consent(self, child: ChildModel, consent: MatchingConsent) -> None:
        """Enter a guardian's consent to a face pattern."""
        by, consents = self._around.by, self._around.office.consents
        version = self._next(child.id, child.version)
        self._deed(
            lambda: consents.give(by, child.id, consent, version=version),
            say("studentui.said-matching-until", name=child.name, day=consent.until),
            undo=lambda: self.end_consent(child),
            then=self._make_patterns,
            failed=self.consentRefused.emit,
        )

    def end_consent(self, child: ChildModel) -> None:
        """End a guardian's consent; the receipt is shown."""
        by, consents, before = self._around.by, self._around.office.consents, child.consent
        version = self._next(child.id, child.version)
        back = None
        if before.until is not None and before.given_on is not None and before.guardian:
            given = MatchingConsent(before.given_on, before.until, before.guardian)
            back = partial(self.give_consent, child, given)
        self._receipt(
            lambda: consents.end(by, child.id, version=version),
            say("studentui.said-matching-ended", name=child.name),
            undo=back,
        )

    def end_all_consents(self) -> None:
        """End every consent and erase every face pattern."""
        by, consents = self._around.by, self._around.office.consents
        self._receipt(lambda: consents.end_all(by), say("studentui.said-all-ended"))

    def add(self, entry: StudentEntry) -> None:
        """Type a child in."""
        by, students = self._around.by, self._around.office.students
        name = f"{entry.first_name} {entry.last_name}"

        def added(done: Done[StudentId]) -> None:
            self._banners.say_done(say("studentui.said-added", name=name))
            self._waiting.tell()
            self.added.emit(done.value)

        self._around.performer.perform(
            lambda: students.add(by, entry), done=added, failed=self.notAdded.emit, origin=self._origin
        )

    def remove(self, child: ChildModel) -> None:
        """Take a child off the list."""
        by, students = self._around.by, self._around.office.students
        self._receipt(
            lambda: students.remove(by, child.id),
            say("studentui.said-removed", name=child.name),
            run=self._around.performer.errand,
        )

    def remove_unreadable(self, student: StudentId) -> None:
        """Take an entry off that can't be read."""
        by, students = self._around.by, self._around.office.students
        self._deed(
            lambda: students.remove_unreadable(by, student),
            say("studentui.said-unreadable-removed"),
            run=self._around.performer.errand,
        )

    def still_right(self) -> None:
        """Say that the whole list is right today."""
        by, students = self._around.by, self._around.office.students
        self._deed(lambda: students.still_right(by), say("studentui.said-still-right"))

    def add_portrait(self, child: ChildModel, path: Path) -> None:
        """Add a portrait from a file."""
        by, portraits = self._around.by, self._around.office.portraits
        self._deed(
            lambda: portraits.add(by, child.id, path),
            say("studentui.said-portrait-added", name=child.name),
            run=self._around.performer.errand,
            failed=self.portraitRefused.emit,
        )

    def remove_portrait(self, child: ChildModel, portrait: MediaId) -> None:
        """Remove a portrait."""
        by, portraits = self._around.by, self._around.office.portraits
        self._deed(
            lambda: portraits.remove(by, child.id, portrait),
            say("studentui.said-portrait-removed", name=child.name),
            run=self._around.performer.errand,
        )

    def decide_law(self, decision: LawDecision) -> None:
        """Record whether faces may be compared; the passphrase is asked for."""

        def decide() -> None:
            by, law = self._around.by, self._around.office.law
            said = say("studentui.said-law-on" if decision.matching else "studentui.said-law-off")
            self._deed(
                lambda: law.decide(by, decision),
                said,
                failed=self.lawRefused.emit,
                then=self._law_decided,
            )

        self._around.doors.with_passphrase(decide)

    def _kinds(
        self,
        student: StudentId,
        version: int,
        wanted: frozenset[OptOut],
        before: tuple[str, frozenset[OptOut]],
    ) -> None:
        by, students = self._around.by, self._around.office.students
        name, was = before
        following = self._next(student, version)
        self._deed(
            lambda: students.set_opt_outs(by, student, wanted, version=following),
            say("studentui.said-no" if (wanted - was) & _SHOWN_BY else "studentui.said-kinds", name=name),
            undo=lambda: self._kinds(student, version, was, (name, wanted)),
            then=self._list_changed,
        )

    def _list_changed(self) -> None:
        self._make_patterns()
        self._waiting.tell()

    def _law_decided(self) -> None:
        self.lawDecided.emit()
        self._make_patterns()

    def _next(self, student: StudentId, seen: int) -> int:
        """Give the version a child will have once the deeds under way are done."""
        version = max(self._ahead.get(student, 0), seen)
        self._ahead[student] = version + 1
        return version

    def _make_patterns(self) -> None:
        """Make the face patterns that became lawful; finds nothing to do in most cases."""
        by, portraits = self._around.by, self._around.office.portraits

        def make() -> Changes:
            changes = Changes()
            for step in portraits.make_patterns(by):
                changes |= step.changes
            return changes

        self._around.performer.errand(make, failed=self._banners.say_error, origin=self._origin)

    def _receipt(
        self,
        deed: Callable[[], Done[Receipt]],
        said: Message,
        *,
        undo: Way | None = None,
        run: Callable[..., None] | None = None,
    ) -> None:
        """Do a deed that erases, and show its receipt below what was done."""

        def done(receipt: Done[Receipt]) -> None:
            self._banners.say_done(said, *receipt_lines(receipt.value), undo=undo)
            self._settle()

        self._under_way += 1
        refused = partial(self._refused, self._banners.say_error)
        (run or self._around.performer.perform)(deed, done=done, failed=refused, origin=self._origin)

    def _deed(
        self,
        deed: Callable[[], Changes],
        said: Message,
        *,
        undo: Way | None = None,
        then: Way | None = None,
        failed: Callable[[KnownError], None] | None = None,
        run: Callable[..., None] | None = None,
    ) -> None:
        self._under_way += 1
        (run or self._around.performer.perform)(
            deed,
            done=partial(self._done, said, undo, then),
            failed=partial(self._refused, failed or self._banners.say_error),
            origin=self._origin,
        )

    def _done(self, said: Message, undo: Way | None, then: Way | None, _changes: Changes) -> None:
        self._banners.say_done(said, undo=undo)
        if then is not None:
            then()
        self._settle()

    def _refused(self, tell: Callable[[KnownError], None], error: KnownError) -> None:
        self._ahead.clear()
        tell(error)
        self._settle()

    def _settle(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.settled.emit()
