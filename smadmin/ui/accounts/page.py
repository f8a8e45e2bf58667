"""What every page of the open account is: a widget made when first looked at, which shows the account.

A page does its own deeds; what changed is read again by `inside.reload`, and then the page in sight shows
the account anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.accounts.deeds import AccountDeeds
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.buttons import Button
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


def allow(button: Button, blocked: Sequence[str]) -> None:
    """Let a button be pressed, or say why not."""
    if blocked:
        button.block(blocked)
    else:
        button.allow()


@dataclass(frozen=True)
class Inside:
    """What a page stands on.

    Args:
        around: the screen's own surroundings.
        deeds: what is done to an account; its banners say so on the screen.
        screen: for which a page asks the performer (`origin`), and over which it asks questions.
        reload: reads the register again.
        turn_to: shows another page of the open account, by its name in `PAGES`.
    """

    around: Surroundings
    deeds: AccountDeeds
    screen: QWidget
    reload: Callable[[], None]
    turn_to: Callable[[str], object]

    @property
    def words(self) -> Wording:
        """The words of the screen."""
        return self.around.words


class AccountPage(QWidget):
    """Base of the pages: put cards on `column`, show the account in `fill`."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(parent)
        self.inside = inside
        self.model: AccountModel | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_PX + 4)

    def show_account(self, model: AccountModel) -> None:
        """Show an account; another one than before begins with all forms put away."""
        if self.model is not None and self.model.id != model.id:
            self.rest()
        self.model = model
        self.fill(model)

    def fill(self, model: AccountModel) -> None:
        """Show the account as it was just read."""

    def make_next(self) -> None:
        """Make one more part of the page while nobody waits for it; most are made at once."""

    def begin_at(self, part: str) -> None:
        """Show a part of the page at once; of most there is none."""

    def rest(self) -> None:
        """Put forms away; something was done, or another account is about to be shown."""

    def settle(self) -> None:
        """Let go of what nobody else may see: the window is locked, handed over or closed."""

    def on_account(self, do: Callable[[AccountModel], None]) -> None:
        """Do something with the account in sight."""
        if self.model is not None:
            do(self.model)
