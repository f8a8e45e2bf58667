"""Ways to bring photos: files, a folder, a connected phone, the sample school's own."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from smadmin import resources
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.services.photos.phones import phone_folders
from smadmin.ui.banners import BannerModel, BannerStack
from smadmin.ui.photo_files import ask_for_photos
from smadmin.ui.photos.facts import Offered
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

_DROP = "drop"


class Choosing:
    """Asks for photos.

    Args:
        chosen: called with the places that somebody chose.
        offered: called with the sample's photos, about which everything is known.
    """

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        banners: BannerStack,
        *,
        chosen: Callable[[Sequence[Path]], None],
        offered: Callable[[Offered], None],
    ) -> None:
        """Stand beside the screen; `banners` are those within it."""
        self._around = around
        self._screen = screen
        self._banners = banners
        self._chosen = chosen
        self._offered = offered
        banners.actionChosen.connect(self._acted)

    def nothing_dropped(self) -> None:
        """Answer a drop that held no photo, with the way that often leads to it."""
        details, phone = (say("photoui.drop-remedy"),), say("photoui.from-phone")
        self._banners.show_banner(
            BannerModel(State.NOTE, say("photoui.drop-nothing"), details, action=phone, key=_DROP)
        )

    def came(self) -> None:
        """Take that answer away once photos came."""
        self._banners.dismiss(_DROP)

    def files(self) -> None:
        """Ask for photo files."""
        self._ask(QFileDialog.FileMode.ExistingFiles)

    def folder(self) -> None:
        """Ask for a folder of photos."""
        self._ask(QFileDialog.FileMode.Directory)

    def from_phone(self) -> None:
        """Ask which photos of a connected phone are wanted, or say how to connect one."""

        def found(places: tuple[Path, ...]) -> None:
            if places:
                self._ask(QFileDialog.FileMode.ExistingFiles, places[0])
            else:
                how = (say("photoui.phone-how"),)
                self._screen.bannerAsked.emit(
                    BannerModel(State.NOTE, say("photoui.no-phone"), how, key="phone")
                )

        self._around.performer.errand(phone_folders, done=found, origin=self._screen)

    def sample(self) -> None:
        """Offer the sample school's own photos."""
        words = self._around.words
        self._offered(
            Offered(
                (resources.find("sample/photos"),),
                event=words.say("photoui.sample-event"),
                right=RightOfUse.OWN,
                purpose=words.say("photoui.sample-purpose"),
            )
        )

    def _acted(self, model: BannerModel) -> None:
        if model.key == _DROP:
            self.from_phone()

    def _ask(self, mode: QFileDialog.FileMode, there: Path | None = None) -> None:
        ask_for_photos(self._screen, self._around.words, mode, there=there, chosen=self._chosen)
