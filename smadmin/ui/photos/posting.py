"""Looked-at photos on their way into a post."""

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.posts import Draft
from smadmin.services.office import Office
from smadmin.ui.photos.model import picked_of
from smadmin.ui.photos.reading import SheetRead, open_draft
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


def open_with_looked(around: Surroundings, screen: Screen, read: SheetRead) -> None:
    """Put a folder's looked-at photos into the open draft (or a new one), and open Compose there."""
    by, office = around.by, around.office
    around.performer.perform(
        lambda: attach_looked(office, by, read),
        done=lambda done: around.doors.open("compose", done.value.id),
        origin=screen,
    )


def attach_looked(office: Office, by: Actor, read: SheetRead) -> Done[Draft]:
    """Put them there, on the store thread."""
    photos = [one.id for one in picked_of(read.view.photos) if one.first is not None]
    draft, changes = open_draft(office, by), Changes()
    if draft is None:
        begun = office.posts.create(by, ())
        draft, changes = begun.value, begun.changes
    for photo in photos:
        if photo not in {picture.photo for picture in draft.content.pictures}:
            attached = office.posts.attach(by, draft, photo)
            draft, changes = attached.value, changes | attached.changes
    return Done(draft, changes)
