"""*Read it back*: the final post once, plain, with the district's own question, its doubts and hints."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import Message
from smadmin.domain.photos.review import Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.posts import Content
from smadmin.domain.reach import links_in
from smadmin.services.questions import QuestionSheet
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.composer.ask_first import AskCard
from smadmin.ui.composer.findings import FindingLine, Hints
from smadmin.ui.composer.hints import HintsCard, finding_frame
from smadmin.ui.composer.images import PhotoView
from smadmin.ui.composer.paragraphs import breakable
from smadmin.ui.composer.preview import WhoPosts
from smadmin.ui.composer.seen import Told, seen_on
from smadmin.ui.composer.sheet import groups_of
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.links import LinksCard
from smadmin.ui.narrow import keep_narrow
from smadmin.ui.staff.topics import questions_text
from smadmin.ui.states import RoundMark, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_PHOTO_PX = 150
_WIDTH_PX = 720


class ReadBackPage(QWidget):
    """The post as it will go out.

    Signals:
        mendAsked: the hints that are to be mended.
        oursAsked: the line of what is right at this school.
        tryAsked: its links are to be tried.
        askedFirst: a question for the principal.
    """

    mendAsked = Signal(tuple)
    oursAsked = Signal(object)
    tryAsked = Signal()
    askedFirst = Signal(str)

    def __init__(self, words: Wording, pictures: PictureSource, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self.setProperty("kind", "scrolled")
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_PX + 4)
        narrow = QWidget()
        narrow.setProperty("kind", "scrolled")
        keep_narrow(narrow, _WIDTH_PX)
        narrow.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(narrow, 100)
        row.addStretch(1)
        self.hints: HintsCard | None = None
        self.links: LinksCard | None = None
        self.ask: AskCard | None = None

    def show_post(
        self,
        content: Content,
        accounts: tuple[Account, ...],
        photos: Mapping[PhotoId, Photo],
        *,
        platforms: Mapping[Platform, PlatformFacts],
        questions: tuple[str, ...],
        topic: str,
        guards: tuple[Message, ...],
        doubts: tuple[FindingLine, ...],
        hints: Hints,
        asked: tuple[QuestionSheet, ...],
        now: datetime,
        video: Message | None = None,
        first: bool = False,
    ) -> None:
        """Show what will go out.

        Args:
            content: the post.
            accounts: where it goes.
            photos: its photos as they stand.
            platforms: what each platform takes and shows.
            questions: the district's.
            topic: the planned post that it is written for, with its day; empty where it is for none.
            guards: why it may be on the wrong account, or out already.
            doubts: what the policy warns of and nobody let stand with a reason.
            hints: the small things.
            asked: what was asked about it.
            now: UTC, from the clock.
            video: its name and length; None where there is none.
            first: whether its author never handed one in: the questions on privacy stand below (WIC-S2).
        """
        empty_layout(self._column)
        self.hints = self.links = None
        self._column.addWidget(self._asked(questions))
        for guard in guards:
            self._column.addWidget(StateLine(State.DOUBT, self._words(guard)))
        if doubts:
            self._column.addWidget(self._doubted(doubts))
        texts = groups_of(content, accounts)
        for text, together in texts:
            card = self._post(text, together, content, photos)
            for line in _lost(text, together, content, photos, platforms=platforms):
                card.body.addWidget(StateLine(line.state, self._words(line.says)))
            self._column.addWidget(card)
        if video is not None:
            self._column.addWidget(PlainLabel(self._words(video), kind=TextKind.STRONG))
        if links := links_in(text for text, _ in texts):
            self._add_links(links)
        said = self._words.say("compose.topic-is", topic=topic) if topic else ""
        self._column.addWidget(PlainLabel(said or self._words.say("compose.topic-none"), kind=TextKind.NOTE))
        if hints.number:
            self._add_hints(hints)
        self._add_ask(asked, now)
        if first:
            self._add_privacy()
        self._column.addStretch(1)

    def _add_links(self, links: tuple[str, ...]) -> None:
        self.links = LinksCard(links, self._words)
        self.links.tryAsked.connect(self.tryAsked)
        self._column.addWidget(self.links)

    def _add_ask(self, asked: tuple[QuestionSheet, ...], now: datetime) -> None:
        self.ask = AskCard(self._words)
        self.ask.show_asked(asked, now)
        self.ask.asked.connect(self.askedFirst)
        self._column.addWidget(self.ask)

    def _add_privacy(self) -> None:
        privacy = Card(self._words.say("staffpage.privacy"))
        privacy.body.addWidget(PlainLabel(questions_text(self._words), kind=TextKind.MUTED))
        self._column.addWidget(privacy)

    def _add_hints(self, hints: Hints) -> None:
        self.hints = HintsCard(hints, self._words)
        self.hints.mendAsked.connect(self.mendAsked)
        self.hints.oursAsked.connect(self.oursAsked)
        self._column.addWidget(self.hints)

    def _asked(self, questions: tuple[str, ...]) -> QWidget:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(RoundMark(State.WAITS), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(HALF_SPACE_PX)
        for question in questions:
            lines.addWidget(PlainLabel(question, kind=TextKind.HEADING))
        lines.addWidget(PlainLabel(self._words.say("compose.read-aloud"), kind=TextKind.MUTED))
        row.addLayout(lines, 1)
        card.body.addLayout(row)
        return card

    def _post(
        self,
        text: str,
        accounts: tuple[Account, ...],
        content: Content,
        photos: Mapping[PhotoId, Photo],
    ) -> Card:
        card = Card()
        for account in accounts:
            who = WhoPosts()
            who.show_account(account, platform=PLATFORM_NAMES[account.platform])
            card.body.addWidget(who)
        card.body.addWidget(rule())
        card.body.addWidget(PlainLabel(breakable(text), kind=TextKind.WRITING))
        for number, picture in enumerate(content.pictures, 1):
            row = QHBoxLayout()
            row.setSpacing(SPACE_PX + 4)
            view = PhotoView(height_px=_PHOTO_PX)
            view.setFixedWidth(round(_PHOTO_PX * 1.5))
            photo = photos.get(picture.photo)
            if photo is not None:
                self._pictures.fetch(photo, view.show_pixmap, owner=view)
            row.addWidget(view)
            lines = QVBoxLayout()
            lines.addWidget(PlainLabel(self._words.say("compose.photo", number=number), kind=TextKind.STRONG))
            lines.addWidget(PlainLabel(picture.alt or self._words.say("compose.alt-none")))
            lines.addStretch(1)
            row.addLayout(lines, 1)
            card.body.addLayout(row)
        return card

    def _doubted(self, doubts: tuple[FindingLine, ...]) -> QWidget:
        """Show what stands in doubt, above the post: it goes along to whoever releases it."""
        card = Card(self._words.say("compose.doubts-stand", n=len(doubts)))
        for line in doubts:
            card.body.addWidget(finding_frame(line, self._words))
        card.body.addWidget(PlainLabel(self._words.say("compose.doubts-go-along"), kind=TextKind.MUTED))
        return card


def _lost(
    text: str,
    accounts: tuple[Account, ...],
    content: Content,
    photos: Mapping[PhotoId, Photo],
    *,
    platforms: Mapping[Platform, PlatformFacts],
) -> tuple[Told, ...]:
    """List what readers on these accounts won't get, each once."""
    seen = [
        seen_on(text, content.pictures, photos, platforms[one.platform], video=content.video)
        for one in accounts
    ]
    return tuple(dict.fromkeys(line for one in seen for line in one.told if line.state is State.DOUBT))
