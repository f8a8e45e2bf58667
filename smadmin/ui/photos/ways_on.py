"""The buttons beside the contact sheet's main one: into a post, and the second look before there is one."""

from collections.abc import Callable

from smadmin.ui.buttons import Button
from smadmin.ui.header import ScreenHeader
from smadmin.ui.photos.model import Step, step_of
from smadmin.ui.photos.reading import SheetRead
from smadmin.ui.wording import Wording


class WaysOn:
    """Each stands there where the main button doesn't lead the same way."""

    def __init__(
        self,
        header: ScreenHeader,
        words: Wording,
        *,
        use: Callable[[], None],
        hand_over: Callable[[], None],
    ) -> None:
        """Put both into a head."""
        self._words = words
        self.use = Button(words.say("photoui.use"), icon="pencil-line")
        self.use.clicked.connect(use)
        self.second_look = Button(words.say("photoui.second-first"))
        self.second_look.clicked.connect(hand_over)
        for button in (self.second_look, self.use):
            header.add_button(button)
            button.hide()

    def show_read(self, read: SheetRead) -> None:
        """Show those that lead on from here."""
        photos, main = read.view.photos, read.main
        early = step_of(photos, read.me, twice=read.twice) is Step.HAND_OVER
        self.second_look.setVisible(early and main is Step.USE)
        self.use.setVisible(main is not Step.USE)
        if any(one.picked and one.error is None and one.first is not None for one in photos):
            self.use.allow()
        else:
            self.use.block([self._words.say("photoui.use-after-look")])
