"""The page on which a post is written: accounts, text, pictures, counters, findings, preview.

It only arranges and renders; what was done on it goes out as signals and comes back as `show_…`.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.plan import Slot
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.composer.ask_first import AskCard
from smadmin.ui.composer.columns import Columns, Scrolled
from smadmin.ui.composer.corrects import CorrectsCard
from smadmin.ui.composer.counters import CounterChip
from smadmin.ui.composer.editor import WritingEditor
from smadmin.ui.composer.margin import FindingsCard
from smadmin.ui.composer.planned import PlannedOffer, names_of
from smadmin.ui.composer.preview import PreviewCard
from smadmin.ui.composer.readiness import ReadyLine
from smadmin.ui.composer.readings import Grounds
from smadmin.ui.composer.sheet import Voice
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.composer.tiles import PictureTiles
from smadmin.ui.composer.toggles import AccountToggles
from smadmin.ui.composer.upper import Upper
from smadmin.ui.flow import FlowBox, FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.videos.tile import VideoTile
from smadmin.ui.wording import Wording

_TOPIC_CHARACTERS = 27


class WritingPage(QWidget):
    """The page.

    Signals:
        voiceChosen: an account's id, or empty for the shared words.
        slotChosen: a planned slot's id, or empty for none.
        lastChosen: the accounts of the last post are wanted again.
        filesDropped: paths of files that were dropped anywhere on it.
    """

    voiceChosen = Signal(str)
    slotChosen = Signal(str)
    lastChosen = Signal()
    filesDropped = Signal(list)

    def __init__(self, words: Wording, pictures: PictureSource, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self.setProperty("kind", "scrolled")
        self.setAcceptDrops(True)
        self.toggles = AccountToggles()
        self.toggles.setAccessibleName(words.say("compose.accounts"))
        self.last = Button("", kind=ButtonKind.SMALL, icon="history")
        self.last.clicked.connect(self.lastChosen)
        self._where = QWidget()
        self.held = False
        self.offer = PlannedOffer(words)
        self.offer.chosen.connect(self.slotChosen)
        self._planned = QWidget()
        self.topic = QComboBox()
        self.topic.setObjectName("topic")
        self.topic.setAccessibleName(words.say("compose.topic"))
        self.topic.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.topic.setMinimumContentsLength(_TOPIC_CHARACTERS)
        self.topic.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.topic.activated.connect(lambda at: self.slotChosen.emit(self.topic.itemData(at)))
        self.editor = WritingEditor()
        self.editor.setAccessibleName(words.say("compose.words"))
        self.tiles = PictureTiles(words, pictures)
        self.video = VideoTile(words, removable=True)
        self.findings = FindingsCard(words)
        self.preview = PreviewCard(words, pictures)
        self._ready = Card(words.say("compose.before"))
        self.ask = AskCard(words)
        self.ask.hide()
        self._ready_lines: tuple[ReadyLine, ...] = ()
        self._chips: tuple[CounterChip, ...] = ()
        self._voices = QWidget()
        self._voice_row = FlowLayout(self._voices, gap_px=HALF_SPACE_PX)
        self._voice_buttons = QButtonGroup(self)
        self._voices_shown: tuple[Voice, ...] = ()
        self._sent_back = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 2)
        self.corrects = CorrectsCard(words, self._upper())
        for one in (self.corrects, self.corrects.questions, self._sent_back):
            column.addWidget(one)
        self._sent_back.hide()
        self._beside = Scrolled(self._side(), "beside")
        self._columns = Columns(self._writing_card(), self.findings, self._beside)
        self._columns.arranged.connect(lambda _count: self._stand())
        self.tiles.arranged.connect(self._stand)
        column.addWidget(self._columns, 1)
        self._stand()

    def show_grounds(self, grounds: Grounds, chosen: tuple[AccountId, ...]) -> None:
        """Show the accounts that can be chosen, and which are."""
        self.toggles.show_accounts(grounds.offered(chosen), chosen)

    def ask_where(self, last: tuple[Account, ...], chosen: tuple[AccountId, ...]) -> None:
        """Ask where the post goes as long as nothing is chosen; the accounts of the last post are one press.

        Args:
            last: those of the post that was written last; none where one needn't be offered.
            chosen: those of the open draft.
        """
        said = ", ".join(names_of(last))
        self.last.show_words(self._words.say("compose.as-last-time", accounts=said))
        self.last.setToolTip(for_tooltip(", ".join(one.at_handle for one in last)))
        self.last.setVisible(len(last) > 1)
        self.editor.setPlaceholderText(
            self._words.say("compose.begin-here" if chosen else "compose.where-first")
        )

    def hold(self) -> None:
        """Take no press and no letter: another draft is on its way."""
        self.held = True
        self.toggles.setEnabled(False)
        self.topic.setEnabled(False)
        self.editor.setReadOnly(True)

    def let_go(self) -> None:
        """Let the draft that is open now be written."""
        self.held = False
        self.toggles.setEnabled(True)
        self.topic.setEnabled(True)
        self.editor.setReadOnly(False)

    def show_slots(self, slots: tuple[Slot, ...], chosen: SlotId | None) -> None:
        """Offer planned topics; a topic is never required.

        The list stands there also with nothing planned: what comes and goes moves the accounts under the
        mouse.
        """
        lines = [(self._words.say("compose.no-topic"), "")]
        lines += [
            (one_line(self._words.say("compose.slot", topic=slot.topic, day=slot.day)), str(slot.id))
            for slot in slots
        ]
        if chosen is not None and all(slot.id != chosen for slot in slots):
            lines.append((self._words.say("compose.slot-kept"), str(chosen)))
        if [self.topic.itemData(at) for at in range(self.topic.count())] != [known for _, known in lines]:
            self.topic.clear()
            for line, known in lines:
                self.topic.addItem(line, known)
        at = next((index for index, (_, known) in enumerate(lines) if known == chosen), 0)
        self.topic.setCurrentIndex(at)

    def show_voices(self, grounds: Grounds, accounts: tuple[Voice, ...], current: Voice) -> None:
        """Show whose words there are, where an account has its own."""
        if accounts != self._voices_shown:
            self._voices_shown = accounts
            for button in self._voice_buttons.buttons():
                self._voice_buttons.removeButton(button)
            empty_layout(self._voice_row)
            names = {one.id: PLATFORM_NAMES[one.platform] for one in grounds.accounts}
            for voice in accounts:
                name = self._words.say("compose.everywhere") if voice is None else names.get(voice, "")
                self._voice_row.addWidget(self._voice_button(voice, name))
        for button in self._voice_buttons.buttons():
            button.setChecked(button.objectName() == f"voice-{current or ''}")
        self._voices.setVisible(len(accounts) > 1)

    def show_counters(self, chips: tuple[CounterChip, ...]) -> None:
        """Show the counters; those that stay keep their chips."""
        if len(chips) != len(self._chips):
            empty_layout(self._counters)
            for chip in chips:
                self._counters.addWidget(StateChip(chip.state, self._words(chip.words)))
        elif chips != self._chips:
            for at, chip in enumerate(chips):
                item = self._counters.itemAt(at)
                widget = None if item is None else item.widget()
                if isinstance(widget, StateChip):
                    widget.show_state(chip.state, self._words(chip.words))
        self._chips = chips
        self._counters.invalidate()

    def show_ready(self, lines: tuple[ReadyLine, ...]) -> None:
        """Show what is missing and what is fine."""
        if lines == self._ready_lines:
            return
        self._ready_lines = lines
        self._ready.clear()
        for line in lines:
            self._ready.body.addWidget(StateLine(line.state, self._words(line.says)))

    def show_sent_back(self, sentence: str) -> None:
        """Show the reviewer's sentence where a post came back."""
        self._sent_back.clear()
        self._sent_back.setVisible(bool(sentence))
        if sentence:
            head = StateLine(State.WAITS, self._words.say("compose.sent-back"))
            self._sent_back.body.addWidget(head)
            self._sent_back.body.addWidget(PlainLabel(sentence, kind=TextKind.STRONG))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.filesDropped.emit(paths)

    def _upper(self) -> Upper:
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.addWidget(PlainLabel(self._words.say("compose.where"), kind=TextKind.STRONG))
        kept = self.last.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.last.setSizePolicy(kept)
        where.addWidget(self.last)
        where.addStretch(1)
        label = PlainLabel(self._words.say("compose.topic"), kind=TextKind.STRONG)
        label.setBuddy(self.topic)
        planned = QHBoxLayout(self._planned)
        planned.setContentsMargins(0, 0, 0, 0)
        planned.addWidget(label)
        planned.addStretch(1)
        planned.addWidget(self.offer)
        return Upper(self._where, self.toggles, self._planned, self.topic)

    def _writing_card(self) -> Card:
        card = Card()
        card.body.setSpacing(SPACE_PX + 4)
        card.body.addWidget(self._voices)
        card.body.addWidget(self.editor, 1)
        card.body.addWidget(self.tiles)
        card.body.addWidget(self.video)
        card.body.addWidget(rule())
        counters = QWidget()
        self._counters = FlowLayout(counters, gap_px=HALF_SPACE_PX + 2)
        counters.setSizePolicy(_high_by_width(counters))
        card.body.addWidget(counters)
        adding = FlowBox()
        for add in (self.tiles.add, self.video.add):
            adding.flow.addWidget(add)
        card.body.addWidget(adding)
        self.corrects.hide_too(adding)
        card.body.addStretch(0)
        self._writing = card.body
        return card

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("kind", "scrolled")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.preview)
        column.addWidget(self._ready)
        column.addWidget(self.ask)
        column.addStretch(1)
        return side

    def _stand(self) -> None:
        """Where the page scrolls anyway, nothing on it scrolls for itself."""
        whole = self._columns.count == 1 or bool(self.tiles.tiles)
        for area in (self.findings.area, self._beside, self.editor):
            if whole:
                area.stand_whole()
            else:
                area.scroll_inside()
        # What the columns beside need never pushes the pictures away from the text above them.
        self._writing.setStretch(self._writing.count() - 1, int(whole))

    def _voice_button(self, voice: Voice, name: str) -> Button:
        button = Button(name, kind=ButtonKind.SMALL)
        button.setCheckable(True)
        button.setObjectName(f"voice-{voice or ''}")
        button.clicked.connect(lambda: self.voiceChosen.emit(voice or ""))
        self._voice_buttons.addButton(button)
        return button


def _high_by_width(widget: QWidget) -> QSizePolicy:
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    return policy
