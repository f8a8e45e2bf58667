"""The first page: the folders of photos, newest first, and where new ones come from."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import PhotoSetId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, RowCard, empty_layout
from smadmin.ui.empty import EmptyState
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.reading import FoldersRead, read_folders
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


class FoldersPage(Page):
    """The list of folders."""

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        *,
        opened: Callable[[PhotoSetId], None],
        add_files: Callable[[], None],
        add_folder: Callable[[], None],
        add_phone: Callable[[], None],
        add_sample: Callable[[], None],
    ) -> None:
        """Build the empty list."""
        super().__init__(around, screen)
        self._opened = opened
        self._add_files = add_files
        self._add_sample = add_sample
        self.read: FoldersRead | None = None
        self.header.title.show_text(self.words.say("photoui.title"))
        self.sample = Button(self.words.say("photoui.take-sample"), icon="images")
        self.sample.setObjectName("take-sample")
        self.sample.clicked.connect(add_sample)
        self.sample.hide()
        folder = Button(self.words.say("photoui.add-folder"), icon="folder-open", hint="Ctrl+O")
        folder.clicked.connect(add_folder)
        self.header.set_main(self.words.say("photoui.add-photos"), icon="image-plus")
        self.header.mainChosen.connect(add_files)
        self.header.add_button(self.sample)
        phone = Button(self.words.say("photoui.from-phone"))
        phone.setObjectName("from-phone")
        phone.clicked.connect(add_phone)
        self.header.add_button(phone)
        self.header.add_button(folder)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_PX)
        self.body.addLayout(self._rows, 1)

    def load(self) -> None:
        """Read the folders."""
        if self.around.acting is None:
            return
        by, office = self.around.by, self.around.office
        self.perform(
            lambda: read_folders(office, by), lambda read: self.host.loaded(lambda: self._render(read))
        )

    def _render(self, read: FoldersRead) -> None:
        self.read = read
        empty_layout(self._rows)
        self.sample.setVisible(read.sample and bool(read.lines))
        if not read.lines:
            self._rows.addWidget(self._nothing_yet(read), 1)
            return
        for line in read.lines:
            row = RowCard(line.state, line.title, note=self.words(line.note))
            button = row.set_button(self.words.say("photoui.open-folder"), kind=ButtonKind.PLAIN)
            button.setObjectName(f"folder-{line.id}")
            row.chosen.connect(partial(self._opened, line.id))
            self._rows.addWidget(row)
        self._rows.addWidget(PlainLabel(self.words.say("photoui.drop-note"), kind=TextKind.NOTE))
        self._rows.addStretch(1)

    def _nothing_yet(self, read: FoldersRead) -> QWidget:
        card = Card()
        step = self.words.say("photoui.take-sample" if read.sample else "photoui.add-photos")
        empty = EmptyState(
            "image-plus",
            self.words.say("photoui.empty-title"),
            text=self.words.say("photoui.empty-text"),
            step=step,
        )
        empty.stepChosen.connect(self._add_sample if read.sample else self._add_files)
        card.body.addWidget(empty, 1)
        return card
