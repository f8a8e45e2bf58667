"""What is said once photos were taken in. Pure, no Qt.

Photos that lie on somebody's own phone stay there until somebody deletes them, and no picture of a student
goes on a personal page (BLO-P1): that is said each time, because it is easily forgotten.
"""

from smadmin.domain.messages import say
from smadmin.services.photos.taken import TakenIn
from smadmin.ui.banners import BannerModel
from smadmin.ui.theme import State

_MOST_NAMED = 3


def banners_after(taken: TakenIn, *, phone: bool) -> tuple[BannerModel, ...]:
    """Say what was left out, set aside or there already; then what is to be done with the phone's own."""
    details = [say("photoui.left-out", name=one.name, why=one.why) for one in taken.left_out[:_MOST_NAMED]]
    if unnamed := len(taken.left_out[_MOST_NAMED:]):
        details.append(say("photoui.left-out-more", n=unnamed))
    if taken.films:
        details.append(say("photoui.films-aside", n=taken.films))
    if taken.same:
        details.append(say("photoui.same", n=taken.same))
    banners = []
    if details:
        state = State.DOUBT if taken.left_out else State.FINE
        happened = say("photoui.taken-in", n=len(taken.photos))
        banners.append(BannerModel(state, happened, tuple(details), key="photos-taken"))
    if phone:
        more = (say("photoui.phone-personal"),)
        banners.append(BannerModel(State.WAITS, say("photoui.phone-delete"), more, key="phone"))
    return tuple(banners)
