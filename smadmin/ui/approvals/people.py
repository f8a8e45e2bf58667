"""Who wrote a post, who looked at its pictures, and on what it rests that adults are shown. Pure, no Qt."""

from datetime import datetime

from smadmin.domain.messages import say
from smadmin.domain.photos.adults import AdultsShown
from smadmin.services.sheets import PictureSheet
from smadmin.services.signers import Signed
from smadmin.ui.adults_said import adults_words
from smadmin.ui.approvals.lines import Line, PictureLine
from smadmin.ui.theme import State
from smadmin.ui.wording import age


def picture_line(number: int, one: PictureSheet) -> PictureLine:
    """Say of a picture who looked at it."""
    photo, alt = one.photo, one.picture.alt
    if photo is None:
        return PictureLine(None, number, alt, Line(State.STOP, say("approvalui.picture-gone")))
    if one.first is None:
        looked = Line(State.WAITS, say("approvalui.nobody-looked"))
    elif one.second is not None:
        names = {"first": one.first.name, "second": one.second.name}
        looked = Line(State.FINE, say("approvalui.seen-by-two", **names))
    elif photo.faces:
        looked = Line(State.WAITS, say("approvalui.seen-by-one", first=one.first.name))
    else:
        looked = Line(State.FINE, say("approvalui.no-faces", first=one.first.name))
    return PictureLine(photo, number, alt, looked)


def wrote_lines(wrote: Signed | None, now: datetime) -> tuple[Line, ...]:
    """Say who handed the post in."""
    if wrote is None:
        return ()
    return (Line(State.FINE, say("approvalui.wrote", name=wrote.name, ago=age(wrote.at, now))),)


def look_lines(pictures: tuple[PictureSheet, ...], *, video: bool) -> tuple[Line, ...]:
    """Say who took which look at its pictures; of a video its own tile says who has seen it."""
    if not pictures:
        return () if video else (Line(State.FINE, say("approvalui.no-pictures")),)
    lines = []
    for message, looks in (
        ("approvalui.first-look", [one.first for one in pictures]),
        ("approvalui.second-look", [one.second for one in pictures]),
    ):
        names = dict.fromkeys(look.name for look in looks if look is not None)
        missing = sum(
            look is None and one.photo is not None and bool(one.photo.faces)
            for look, one in zip(looks, pictures, strict=True)
        )
        if names:
            people = tuple(say("approvalui.name", name=name) for name in names)
            lines.append(Line(State.FINE, say(message, people=people)))
        if missing:
            lines.append(Line(State.WAITS, say(f"{message}-missing", n=missing)))
    return tuple(lines)


def adult_lines(pictures: tuple[PictureSheet, ...]) -> tuple[Line, ...]:
    """Say on what it rests that adults are shown, each thing once (SOC-M2)."""
    there = dict.fromkeys(one.adults for one in pictures if one.photo is not None and one.photo.faces)
    return tuple(
        Line(State.DOUBT if adults.shown is AdultsShown.UNSAID else State.FINE, adults_words(adults))
        for adults in there
    )
