"""Pictures of the real screens for the report and for `dev.py shots`: light, dark, some with large text.

What is shown is really in the office: a draft that still misses something, a post that waits, one that is
released. They are written by the sample's staff, each with their own passphrase.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from smadmin.app.screens import SCREENS
from smadmin.app.stage import Stage, staged
from smadmin.domain.ids import PhotoId, PostId
from smadmin.domain.media import RightOfUse
from smadmin.importing.sample import read_demo_words
from smadmin.resources import find
from smadmin.services.office import Office
from smadmin.services.photos.intake import SetFacts
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.sample.pictures import sample_picture
from smadmin.services.session import Unlocked
from smadmin.ui.appearance import Scheme
from smadmin.ui.plan.calendar import KINDS
from smadmin.ui.plan.screen import CALENDAR, PlanScreen
from smadmin.ui.plan.table import Kind
from smadmin.ui.screen import Screen

AUTHOR, PRINCIPAL, OFFICE = "Maya Ortega", "Ellen Whitcomb", "Samuel Okoye"
PHOTO, EVENT = "02-chess-club.jpg", "Chess club"
_DRAWN_BESIDE_MS = 600
"""What is drawn beside (small pictures, previews) has come by then; the photo itself takes longest."""

_PHOTO_MS = 2_500
_ALSO_LARGE = ("today", "compose", "plan", "approvals")
"""Where most is read and written: photographed with the largest text too."""
_AGAIN_MS = 200


@dataclass(frozen=True)
class View:
    """A screen to photograph, at one of its things.

    Args:
        named: the file's name where the screen's own is another picture's.
        turn: turns to a page of the screen.
    """

    screen: str
    subject: str | None = None
    beside_ms: int = _DRAWN_BESIDE_MS
    named: str | None = None
    turn: Callable[[Screen], None] | None = None


@dataclass(frozen=True)
class Camera:
    """Photographs an office of the sample school.

    Args:
        office: after the demo's story.
        out: the folder for the files.
        application: the one there is.
        language: of the screens.
    """

    office: Office
    out: Path
    application: QApplication
    language: str

    def take(self) -> list[tuple[str, str]]:
        """Photograph the screens; gives file names and screens."""
        author = tuple(self._photographed(AUTHOR, tuple(_as_author(self.office))))
        principal = (View("approvals"), View("students"), View("records"), View("school"))
        todays = {one: View("today", named=f"today-{one}") for one in ("principal", "communications")}
        return [
            *author,
            *self._photographed(PRINCIPAL, (todays["principal"], *principal)),
            *self._photographed(OFFICE, (todays["communications"],)),
        ]

    def _photographed(self, name: str, views: tuple[View, ...]) -> Iterator[tuple[str, str]]:
        _sit(self.office, name)
        there = [view for view in views if view.screen in SCREENS]
        with staged(self.office, self.application, language=self.language) as stage:
            for view in there:
                yield self._taken(stage, view, Scheme.LIGHT.value, beside_ms=view.beside_ms)
            # Once for all screens: a new theme is laid on everything that stands.
            stage.choose(Scheme.DARK)
            for view in there:
                yield self._taken(stage, view, Scheme.DARK.value, beside_ms=_AGAIN_MS)
            stage.choose(Scheme.LIGHT)
            stage.enlarge()
            for view in there:
                if view.screen in _ALSO_LARGE:
                    yield self._taken(stage, view, "large", beside_ms=_AGAIN_MS)

    def _taken(self, stage: Stage, view: View, look: str, *, beside_ms: int) -> tuple[str, str]:
        screen = stage.open(view.screen, view.subject)
        if view.turn is not None:
            view.turn(screen)
        stage.rest(beside_ms)
        name = f"{view.named or view.screen}-{look}.png"
        stage.frame.grab().save(str(self.out / name))
        return name, view.screen


def _as_author(office: Office) -> Iterator[View]:
    author = _sit(office, AUTHOR)
    accounts = [one.id for one in office.posts.may_post(author.actor)]
    words = read_demo_words(find("sample"))
    draft = office.posts.create(author.actor, tuple(accounts[:2]), text=words.text).value
    waits = office.posts.create(author.actor, tuple(accounts[:1]), text=words.waits).value
    out = office.posts.create(author.actor, tuple(accounts[:2]), text=words.released).value
    for post in (waits, out):
        office.posts.submit(author.actor, post.id)
    _release(office, out.id)
    _sit(office, AUTHOR)
    photo = _take_in(office, author)
    yield View("today")
    yield View("compose", draft.id)
    yield View("photos", photo, _PHOTO_MS)
    yield View("publish", out.id)
    yield View("plan", turn=_this_week)
    yield View("plan", named="plan-month", turn=_month)
    yield View("accounts")


def _this_week(screen: Screen) -> None:
    if isinstance(screen, PlanScreen):
        screen.tabs.setCurrentIndex(0)


def _month(screen: Screen) -> None:
    if isinstance(screen, PlanScreen):
        screen.tabs.setCurrentIndex(CALENDAR)
        screen.calendar.kinds.setCurrentIndex(KINDS.index(Kind.MONTH))


def _take_in(office: Office, author: Unlocked) -> PhotoId:
    """Take a photo in, up to the moment at which a person decides."""
    facts = SetFacts(EVENT, AUTHOR, RightOfUse.STAFF, EVENT, ("4b", "4a", "chess"))
    taken = office.intake.take_in(author.actor, facts, [sample_picture(PHOTO).file]).value
    for _ in office.finder.run(author.actor, taken.set):
        pass
    return taken.photos[0]


def _release(office: Office, post: PostId) -> None:
    office.approvals.release(_sit(office, PRINCIPAL).actor, post)


def _sit(office: Office, name: str) -> Unlocked:
    person = next(sitter.person for sitter in office.session.sitters() if sitter.name == name)
    unlocked = office.session.sign_in(person, PASSPHRASE)
    office.begin_work(unlocked.actor)
    return unlocked
