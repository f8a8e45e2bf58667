"""A comment that is to go, a visitor who is to be blocked: the form, the second look, what was seen done."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.comments import CommentId
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import MediaId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.moderating import (
    Measure,
    Stage,
    Way,
    agree_blockers,
    begin_blockers,
    ways_on,
)
from smadmin.domain.moderating import Wish as Asked
from smadmin.domain.photos.pictures import Picture
from smadmin.services.comment_desk import CommentSheet
from smadmin.services.moderated import ModeratedSheet
from smadmin.services.office import Office
from smadmin.services.scans import ScanUnreadable
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.comments.model import Seen
from smadmin.ui.comments.parts import CommentPart, Wish
from smadmin.ui.comments.removing_form import Chosen, MeasureForm, png_of
from smadmin.ui.comments.removing_said import lines_of
from smadmin.ui.composer.images import pixmap_of
from smadmin.ui.flow import FlowBox
from smadmin.ui.publish.outside import may_open
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording

_PICTURE_PX = 560


class MeasurePart(CommentPart):
    """One measure about a comment: its button, its form, and how far it is.

    Signals:
        pictureCame: the picture that was kept, from the thread that opened it.
    """

    pictureCame = Signal(object)

    MEASURE = Measure.REMOVAL

    def __init__(self, words: Wording) -> None:
        """Begin folded."""
        super().__init__(words)
        self._sheet: CommentSheet | None = None
        self._found: ModeratedSheet | None = None
        self._may: tuple[str, ...] = ()
        self._open = False
        self.told = QVBoxLayout()
        self.told.setSpacing(HALF_SPACE_PX)
        self.steps = FlowBox()
        self.button = Button(words.say(f"moderating.{self.MEASURE.value}-open"), kind=ButtonKind.QUIET)
        self.button.clicked.connect(self._unfold)
        self.form = MeasureForm(words, self.MEASURE)
        self.form.given.connect(self._ask)
        self.form.left.connect(self._fold)
        self.picture = QLabel()
        # It never pushes its card wider than its page.
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setAccessibleName(words.say("moderating.shot-label"))
        self.pictureCame.connect(self._show_picture)
        self.column.addLayout(self.told)
        for part in (self.picture, self.steps, self.button, self.form):
            self.column.addWidget(part)

    @override
    def show_comment(self, sheet: CommentSheet, seen: Seen) -> None:
        other = self._sheet is None or self._sheet.comment.id != sheet.comment.id
        comment, was = sheet.comment, self._stage
        self._sheet, self._found = sheet, seen.moderation.newest(comment.id, self.MEASURE)
        before = None if self._found is None else self._found.one
        gone = comment.removed_at is not None
        reasons = begin_blockers(self.MEASURE, comment.form, before, gone=gone, speaks=sheet.writes)
        grounds = seen.moderation.grounds
        self._may = self.words.reasons(reasons) or (
            () if grounds else (self.words.say("moderating.no-grounds"),)
        )
        platform = None if sheet.account is None else sheet.account.platform
        self.form.show_choices(grounds, ways_on(platform), seen.today)
        if other or self._may:
            self.rest()
        self._show_state(seen)
        self._arrange()
        if not other and self._stage is not was:  # it went on a step: what is to be done now is in sight
            bring_into_view(self)

    @override
    def rest(self) -> None:
        self._open = False
        self.form.rest()
        self._arrange()

    # ---- rendering

    @property
    def _stage(self) -> Stage | None:
        return None if self._found is None else self._found.one.stage

    def _arrange(self) -> None:
        over = self._stage in {None, Stage.SPARED, Stage.ENDED}
        self.button.setVisible(over and not self._open and not self._never)
        if self._may:
            self.button.block(self._may)
        else:
            self.button.allow()
        self.form.setVisible(self._open)

    @property
    def _never(self) -> bool:
        """Whether the button would only be in the way: it is gone already."""
        gone = self._sheet is not None and self._sheet.comment.removed_at is not None
        return gone and self.MEASURE is Measure.REMOVAL

    def _show_state(self, seen: Seen) -> None:
        empty_layout(self.told)
        empty_layout(self.steps.flow)
        self.picture.clear()
        self.picture.hide()
        found = self._found
        if found is None:
            self.steps.hide()
            return
        for state, line in lines_of(found, self.words):
            self.told.addWidget(StateLine(state, line))
        if found.one.stage is Stage.DONE and self.MEASURE is Measure.REMOVAL:
            self.told.addWidget(StateLine(State.NOTE, self.words.say("moderating.copies")))
        for button in self._buttons(found, seen):
            self.steps.flow.addWidget(button)
        self.steps.setVisible(self.steps.flow.count() > 0)

    def _buttons(self, found: ModeratedSheet, seen: Seen) -> list[Button]:
        measure, words, one = self.MEASURE, self.words, found.one
        if not found.speaks:
            return []
        shot = [self._button("moderating.look", self._look)] if found.shot is not None else []
        spare = self._button(f"moderating.spare-{measure.value}", self._spare, kind=ButtonKind.QUIET)
        if one.stage is Stage.ASKED:
            agree = self._button("moderating.agree", self._agree)
            if reasons := agree_blockers(one, seen.me, speaks=found.speaks):
                agree.block(words.reasons(reasons))
            return [*shot, agree, spare]
        link = "" if found.kept is None else found.kept.link
        page = (
            [self._button("moderating.open-page", lambda: self.opened.emit(link))] if may_open(link) else []
        )
        if one.stage is Stage.READY:
            return [*shot, *page, *self._seen_buttons(found), spare]
        if one.stage is Stage.DONE and measure is Measure.BLOCK:
            return [*shot, *page, self._button("moderating.unblock", self._unblock)]
        return shot

    def _seen_buttons(self, found: ModeratedSheet) -> list[Button]:
        if self.MEASURE is Measure.BLOCK:
            return [self._button("moderating.saw-blocked", lambda: self._done(None))]
        platform = None if found.account is None else found.account.platform
        ways = [one for one in ways_on(platform) if one is not Way.REPORT or found.one.way is one]
        return [self._button(f"moderating.saw-{way.value}", partial(self._done, way)) for way in ways]

    def _button(
        self, said: str, pressed: Callable[[], None], *, kind: ButtonKind = ButtonKind.PLAIN
    ) -> Button:
        button = Button(self.words.say(said), kind=kind)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    # ---- what is pressed

    def _unfold(self) -> None:
        self._open = True
        self._arrange()
        self.form.begin()

    def _fold(self) -> None:
        self._open = False
        self._arrange()
        self.button.setFocus()

    def _ask(self, asked: Asked, picture: Chosen | None) -> None:
        if self._sheet is None:
            return
        comment, link = self._sheet.comment.id, self._sheet.comment.form.link
        second = self.form.second.isVisibleTo(self.form)
        said = say("moderating.said-asked" if second else "moderating.said-kept")
        opens = (lambda: self.opened.emit(link)) if may_open(link) and not second else None
        wish = Wish(_asking(comment, asked, None), said, self.form.show_error, then=opens)
        if picture is not None:
            wish = replace(wish, first=lambda office, _by: _sealed(office, picture, comment, asked, wish))
            self.form.shot.clear_error()
        self.wished.emit(wish)

    def _look(self) -> None:
        """Have the kept picture opened in a worker; it lives in memory only."""
        shot = None if self._found is None else self._found.shot
        if shot is None:
            return

        def fetch(office: Office, by: Actor) -> None:
            self.pictureCame.emit((shot, office.scans.picture(by, shot, longest_px=_PICTURE_PX)))

        self.wished.emit(Wish(lambda _office, _by: Changes(), say("moderating.said-done"), first=fetch))

    def _show_picture(self, came: tuple[MediaId, Picture]) -> None:
        shot, picture = came
        if self._found is not None and self._found.shot == shot:
            self.picture.setPixmap(pixmap_of(picture))
            self.picture.show()

    def _agree(self) -> None:
        self._wish(lambda office, by, comment: office.moderating.agree(by, comment, self.MEASURE), "agreed")

    def _spare(self) -> None:
        self._wish(lambda office, by, comment: office.moderating.spare(by, comment, self.MEASURE), "spared")

    def _done(self, way: Way | None) -> None:
        self._wish(
            lambda office, by, comment: office.moderating.done(by, comment, self.MEASURE, way),
            "done" if self.MEASURE is Measure.REMOVAL else "blocked",
        )

    def _unblock(self) -> None:
        self._wish(lambda office, by, comment: office.moderating.unblock(by, comment), "unblocked")

    def _wish(self, do: Callable[[Office, Actor, CommentId], Changes], said: str) -> None:
        if self._sheet is not None:
            comment = self._sheet.comment.id
            self.wished.emit(Wish(lambda office, by: do(office, by, comment), say(f"moderating.said-{said}")))


class BlockPart(MeasurePart):
    """Blocking a visitor."""

    MEASURE = Measure.BLOCK


def _asking(comment: CommentId, asked: Asked, shot: MediaFile | None) -> Callable[[Office, Actor], Changes]:
    return lambda office, by: office.moderating.ask(by, comment, asked, shot)


def _sealed(office: Office, picture: Chosen, comment: CommentId, asked: Asked, wish: Wish) -> Wish:
    """Look at the picture in a worker and seal it (an errand); gives the wish with its deed."""
    scans = office.scans
    try:
        shot = scans.seal(picture) if isinstance(picture, Path) else scans.seal_content(png_of(picture))
    except ScanUnreadable as error:
        raise NotAllowed((Reason(error.happened, None, "shot"),)) from error
    return replace(
        wish, do=_asking(comment, asked, shot), first=None, unmade=lambda there: there.scans.drop(shot)
    )
