"""Below the player: why nothing is heard, where nothing is; else the sound is fetched for the player."""

from smadmin.domain.ids import VideoId
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.videos.player import Player
from smadmin.ui.videos.speaker import Samples, load_player, samples_of


class Listening(PlainLabel):
    """The sentence; hidden while sound is played."""

    def __init__(self, around: Surroundings, player: Player) -> None:
        """Take whose player is to be heard."""
        super().__init__("", kind=TextKind.NOTE)
        self._around = around
        self._player = player
        self.hide()

    def begin(self, video: VideoId, *, sound: bool) -> None:
        """Fetch the sound of a video, or say that it has none."""
        if not sound:
            self._tell("videoui.silent")
            return
        by, office = self._around.by, self._around.office

        def hear() -> Samples | None:
            sound = office.video_watching.sound(by, video)
            if sound is None:
                return None
            load_player()
            return samples_of(sound)

        self._around.performer.errand(
            hear,
            done=self._came,
            failed=lambda _error: self._tell("videoui.unheard"),
            origin=self,
        )

    def _came(self, samples: Samples | None) -> None:
        if samples is None:
            self._tell("videoui.no-sound")
        elif not self._player.take_sound(samples):
            self._tell("videoui.no-loudspeaker")

    def _tell(self, message: str) -> None:
        self.show_text(self._around.words.say(message))
        self.show()
