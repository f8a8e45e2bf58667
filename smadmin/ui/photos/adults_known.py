"""Whose consent is recorded, for the form about adults: read when it is shown, and once one is withdrawn."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from smadmin.domain.errors import KnownError
from smadmin.domain.photos.adults import AdultConsent
from smadmin.ui.banners import banner_of
from smadmin.ui.photos.adults_form import AdultsForm
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class AdultsKnown(QObject):
    """Keeps one form up to date."""

    def __init__(self, around: Surroundings, screen: Screen, form: AdultsForm) -> None:
        """Stand beside the form."""
        super().__init__(form)
        self._around = around
        self._screen = screen
        self._form = form
        form.withdrawAsked.connect(self._withdraw)

    def load(self) -> None:
        """Read the recorded consents."""
        if self._around.acting is None:
            return
        by, office = self._around.by, self._around.office
        self._around.performer.perform(
            lambda: office.consented.recorded(by), done=self._came, origin=self._screen
        )

    def _came(self, recorded: Mapping[str, AdultConsent]) -> None:
        school = self._around.office.school
        self._form.show_recorded(recorded, today=school.local(self._around.now).date())

    def _withdraw(self, name: str) -> None:
        by, office = self._around.by, self._around.office

        def refused(error: KnownError) -> None:
            self._screen.bannerAsked.emit(banner_of(error))

        self._around.performer.perform(
            lambda: office.consented.withdraw(by, name),
            done=lambda _: self.load(),
            failed=refused,
            origin=self._screen,
        )
