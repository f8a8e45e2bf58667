"""The deeds of the menu *Help*. In place before the first frame, so what it opens is imported when asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.wording import Wording

if TYPE_CHECKING:
    from smadmin.services.doctor import Symptom
    from smadmin.services.parts import Part
    from smadmin.services.whereabouts import Whereabouts


class HelpMenu(QObject):
    """Offers *Help* in the frame's menus; it works without a store, also where the folder is in trouble."""

    def __init__(
        self, frame: Frame, performer: Performer, words: Wording, *, folder: Callable[[], Path | None]
    ) -> None:
        """Take where it opens.

        Args:
            frame: the window.
            performer: looks at the computer beside it.
            words: the person's language.
            folder: gives the data folder that was named, or None for the usual one.
        """
        super().__init__(frame)
        self._frame, self._performer, self._words, self._folder = frame, performer, words, folder
        frame.menus.offer("guide", self.show_guide)
        frame.menus.offer("keys", self.show_keys)
        frame.menus.offer("places", self.show_places)
        frame.menus.offer("check", self.check)
        frame.menus.offer("about", self.show_about)

    def show_guide(self) -> None:
        """Show how the usual things are done."""
        from smadmin.ui.help.guide import GuideSheet  # noqa: PLC0415 - not before it is asked for

        GuideSheet(self._words, self._frame).open()

    def show_keys(self) -> None:
        """Show every key."""
        from smadmin.ui.help.keys import KeysSheet  # noqa: PLC0415 - not before it is asked for

        screen = next((one for one in self._frame.screens() if one.isVisible()), None)
        KeysSheet(self._frame.menus, screen, self._words, self._frame).open()

    def show_places(self) -> None:
        """Show where the data, the log and the backups lie."""
        wanted = self._folder()

        def look() -> "Whereabouts":
            from smadmin.services.whereabouts import whereabouts  # noqa: PLC0415 - heavy, off the GUI thread

            return whereabouts(wanted)

        def show(where: "Whereabouts") -> None:
            from smadmin.ui.help.places import PlacesSheet  # noqa: PLC0415 - as above

            PlacesSheet(where, self._words, self._frame).open()

        self._performer.errand(look, done=show, origin=self)

    def show_about(self) -> None:
        """Show the version, the licence and the parts."""

        def look() -> "tuple[Part, ...]":
            from smadmin.services.parts import installed_parts  # noqa: PLC0415 - reads many small files

            return installed_parts()

        def show(parts: "tuple[Part, ...]") -> None:
            from smadmin.ui.help.about import AboutSheet  # noqa: PLC0415 - as above

            AboutSheet(parts, self._words, self._frame).open()

        self._performer.errand(look, done=show, origin=self)

    def check(self) -> None:
        """Look at this computer."""
        from smadmin.ui.help.check import CheckSheet  # noqa: PLC0415 - not before it is asked for

        sheet = CheckSheet(self._words, self._frame)
        sheet.open()
        wanted = self._folder()

        def look() -> "tuple[Symptom, ...]":
            from smadmin.services.doctor import Doctor  # noqa: PLC0415 - heavy, off the GUI thread
            from smadmin.services.places import find_place  # noqa: PLC0415 - the same

            return tuple(Doctor(find_place(wanted)).examine())

        self._performer.errand(look, done=sheet.show_symptoms, origin=sheet)
