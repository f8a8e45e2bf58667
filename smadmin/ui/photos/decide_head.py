"""The head of the photo being decided: which photo of how many, and the one main button."""

from smadmin.domain.ids import PhotoId
from smadmin.ui.header import ScreenHeader
from smadmin.ui.photos.model import then_words
from smadmin.ui.photos.reading import PhotoRead, SheetRead
from smadmin.ui.wording import Wording


def show_place(header: ScreenHeader, words: Wording, read: PhotoRead, order: tuple[PhotoId, ...]) -> None:
    """Say which photo this is, in the order in which they are looked at."""
    photo = read.view.photo
    number = next((place for place, one in enumerate(order, 1) if one == photo.id), 0)
    header.title.show_text(read.view.set.event)
    place = words.say("photoui.photo-of", number=number, total=len(order), name=photo.name)
    header.note.show_text(" · ".join((place, *(words.say(note) for note in photo.lacks))))


def show_main(
    header: ScreenHeader, words: Wording, read: PhotoRead, sheet: SheetRead, *, unseen: str
) -> None:
    """Word the main button and say what is missing; `unseen` says why nobody can have looked yet."""
    if header.main is None:
        return
    if read.view.photo.first is None:
        header.main.show_words(words.say("photoui.finish-look"))
        reasons = (*words.reasons(read.reasons), *([unseen] if unseen else []))
        more = words.say("shell.and-more", n=len(reasons) - 1) if len(reasons) > 1 else ""
        header.show_missing(reasons, and_more=more)
        return
    header.main.show_words(words(then_words(sheet.main)))
    header.show_missing(())
