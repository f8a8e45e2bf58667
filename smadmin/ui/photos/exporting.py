"""Making the covered files of photos that were looked at: an errand, in which one failure stops no other."""

from collections.abc import Sequence
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.services.office import Office
from smadmin.ui.banners import BannerModel
from smadmin.ui.photos.model import picked_of
from smadmin.ui.photos.reading import SheetRead
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


@dataclass(frozen=True)
class NotMade:
    """A covered file that could not be made."""

    name: str
    why: Message


def export_photos(office: Office, by: Actor, photos: Sequence[Photo]) -> Done[tuple[NotMade, ...]]:
    """Make the covered file of each photo that has none (an errand, a chain per photo)."""
    changes, failed = Changes(), list[NotMade]()
    for photo in photos:
        try:
            changes |= office.export.export(by, photo.id)
        except KnownError as error:
            failed.append(NotMade(photo.name, error.happened))
    return Done(tuple(failed), changes)


def not_made_banner(failed: Sequence[NotMade]) -> BannerModel:
    """Say which covered files are missing."""
    details = tuple(say("photoui.left-out", name=one.name, why=one.why) for one in failed)
    return BannerModel(State.STOP, say("photoui.not-exported", n=len(failed)), details, key="photo-export")


def export_picked(around: Surroundings, screen: Screen, read: SheetRead) -> None:
    """Make the covered files of a folder's picked photos, say which couldn't be made, show them all."""
    by, office, photos = around.by, around.office, picked_of(read.view.photos)

    def made(done: Done[tuple[NotMade, ...]]) -> None:
        if done.value:
            screen.bannerAsked.emit(not_made_banner(done.value))
        screen.load()

    around.performer.errand(lambda: export_photos(office, by, photos), done=made, origin=screen)
