"""Rings when the record isn't the one that was here last: a banner that leads to the screen."""

from PySide6.QtCore import QObject

from smadmin.domain.messages import say
from smadmin.services.alarm import Alarm
from smadmin.ui.banners import BannerModel
from smadmin.ui.frame import Frame
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

ALARM = "alarm"


class Bell(QObject):
    """Looks once for everybody who sits down."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Take the frame on which it shows."""
        super().__init__(parent)
        self._frame = frame
        self._around = around
        self._unanswered = False
        frame.bannerActed.connect(self._acted)

    def look(self) -> None:
        """Look whether something is wrong, and say so; what is no longer wrong is taken back."""
        by, alarms = self._around.by, self._around.office.alarms
        self._around.performer.perform(lambda: alarms.look(by), done=self._looked, origin=self)

    def _looked(self, alarm: Alarm | None) -> None:
        self._unanswered = alarm is not None and alarm.only_unanswered
        self._frame.banners.dismiss(ALARM)
        if alarm is not None and self._around.acting is not None:
            self._frame.show_banner(banner_of(alarm))

    def _acted(self, model: BannerModel) -> None:
        if model.key != ALARM or self._around.acting is None:
            return
        if not self._unanswered:
            self._around.doors.open(ALARM)
            return
        office = self._around.office
        self._around.performer.errand(office.note_outside, done=lambda _: self.look(), origin=self)


def banner_of(alarm: Alarm) -> BannerModel:
    """Word an alarm in one sentence, the gravest first; a keyring that is silent is no alarm."""
    if alarm.only_unanswered:
        details = (say("trouble.unanswered-note"),)
        again = say("trouble.deed-try-again")
        return BannerModel(State.DOUBT, say("trouble.unanswered"), details, action=again, key=ALARM)
    if alarm.other_root:
        happened = say("trouble.other-root")
    elif alarm.refused:
        happened = say("trouble.refused-some", n=len(alarm.refused))
    elif alarm.changed:
        happened = say("trouble.changed")
    elif alarm.school:
        happened = say("trouble.school")
    elif alarm.restored is not None:
        happened = say("trouble.restored", on=alarm.restored.made)
    elif alarm.noted is not None:
        happened = say("trouble.shorter")
    elif alarm.head_gone:
        happened = say("trouble.unnoted")
    elif alarm.root_gone:
        happened = say("trouble.root-gone")
    else:
        happened = say("trouble.children")
    by_office = bool(alarm.refused) and not alarm.other_root  # the deputy and communications decide that too
    details = (say("trouble.refused-until" if by_office else "trouble.nothing-out"),)
    return BannerModel(State.STOP, happened, details, action=say("trouble.look"), key=ALARM)
