"""Draws the frame with made-up values and keeps pictures of it, to be looked at by people.

Not a test: `python tests/gui/gallery.py FOLDER`, off screen or under Xvfb. The tests of this folder
borrow the sample values.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from house import catalogues
from smadmin.domain.accounts import Account, AccountStage, Identity, Pattern, Platform, Proof
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.language.catalogue import Catalogue
from smadmin.ui.appearance import FUSION, Appearance, Scheme
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.bar.model import BarModel, plate_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, RowCard, rule
from smadmin.ui.crash import CrashDialog, report_of
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.empty import EmptyState
from smadmin.ui.flow import FlowLayout
from smadmin.ui.frame import Frame
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import TEXT_SCALES, State
from smadmin.ui.wording import Wording

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
SIZE = (1280, 800)

ACCOUNTS = tuple(
    Account(
        id=AccountId(f"account-{platform}"),
        school=SchoolId("school"),
        platform=platform,
        name=name,
        handle=handle,
        page="",
        stage=AccountStage.LIVE,
        colour=colour,
        pattern=pattern,
        identity=identity,
    )
    for platform, name, handle, colour, pattern, identity in (
        (
            Platform.X,
            "Cottonwood Elementary",
            "cottonwood_es",
            "#17603f",
            Pattern.STRIPES,
            Identity(Proof.SEEN, NOW - timedelta(minutes=4)),
        ),
        (
            Platform.FACEBOOK,
            "Cottonwood Elementary School",
            "CottonwoodElementary",
            "#1f3f8f",
            Pattern.DOTS,
            Identity(Proof.CONFIRMED, NOW - timedelta(days=17), PersonId("ana")),
        ),
        (Platform.INSTAGRAM, "Cottonwood Eagles", "cottonwood.eagles", "#8a2f5d", Pattern.WAVES, Identity()),
        (
            Platform.MASTODON,
            "Cottonwood Library",
            "library@schools.example",
            "#5a3fa0",
            Pattern.GRID,
            Identity(Proof.SEEN, NOW - timedelta(hours=3)),
        ),
        (
            Platform.LINKEDIN,
            "Cottonwood Elementary Parents and Teachers",
            "cottonwood-pta",
            "#7a4a12",
            Pattern.ZIGZAG,
            Identity(Proof.CONFIRMED, NOW - timedelta(days=2), PersonId("ana")),
        ),
    )
)


class KeptInMemory:
    """A window memory for pictures and tests."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def value(self, key: str) -> str:
        return self.kept.get(key, "")

    def keep(self, key: str, value: str) -> None:
        self.kept[key] = value


def bar_of(count: int, *, person: str = "Marisol Ortega", role: Role = Role.ADMINISTRATOR) -> BarModel:
    """Make a bar with so many accounts."""
    rounds = [replace(ACCOUNTS[i % len(ACCOUNTS)], id=AccountId(f"account-{i}")) for i in range(count)]
    plates = tuple(plate_of(one, now=NOW, confirmed_by="Ana Ruiz") for one in rounds)
    return BarModel(plates, person, say(f"shell.role-{role.value}"))


class PretendToday(Screen):
    """A screen as Today will look."""

    NOUNS = frozenset({"posts"})

    def __init__(self) -> None:
        super().__init__()
        header = ScreenHeader("Today")
        header.note.show_text("Friday, 20 November · Cottonwood Elementary")
        header.add_chip(State.NOTE, "Sample school")
        self.head.addWidget(header)
        for state, title, note, button, kind in (
            (
                State.STOP,
                "Instagram has been silent for 26 days",
                "The policy asks for a post at least once a week (Socorro, Maintenance).",
                "Write one: Book club",
                ButtonKind.MAIN,
            ),
            (
                State.DOUBT,
                "Facebook Page is due tomorrow",
                "6 days since the last post. Friday sports is planned and has no draft yet.",
                "Start the draft",
                ButtonKind.PLAIN,
            ),
            (
                State.WAITS,
                "4 photos wait for a second look",
                "From the chess finals. You took the first look, so somebody else has to sit down.",
                "Hand over the chair",
                ButtonKind.PLAIN,
            ),
            (State.FINE, "Login of @cottonwood_es confirmed", "", "Show", ButtonKind.QUIET),
        ):
            row = RowCard(state, title, note=note)
            row.set_button(button, kind=kind)
            self.page.addWidget(row)
        self.page.addWidget(self._week())
        self.page.addStretch(1)

    def _week(self) -> Card:
        card = Card("This week")
        chips = FlowLayout()
        for state, word in (
            (State.FINE, "Published"),
            (State.WAITS, "In review"),
            (State.STOP, "Gap on Friday"),
            (State.DOUBT, "Due tomorrow"),
            (State.NOTE, "On hold"),
        ):
            chips.addWidget(StateChip(state, word))
        card.body.addLayout(chips)
        card.body.addWidget(rule())
        card.body.addWidget(StateLine(State.STOP, "Solve 1 finding"))
        card.body.addWidget(StateLine(State.FINE, "Account is live and proven"))
        card.body.addWidget(PlainLabel("Planning meeting with the principal: Mon 8:30", kind=TextKind.NOTE))
        return card

    def load(self) -> None:
        self.loaded(lambda: None)


class PretendPhotos(Screen):
    """A screen with a blocked main button and an empty state."""

    def __init__(self) -> None:
        super().__init__()
        header = ScreenHeader("Photos")
        header.note.show_text("Chess finals · 24 photos")
        header.add_chip(State.WAITS, "First look")
        header.set_main("Pass to second person", hint="Ctrl+Return")
        header.add_button(Button("Cover everybody", icon="shield-check"))
        header.show_missing(["2 faces to decide", "Right of use is missing"], and_more="and 1 more")
        self.head.addWidget(header)
        card = Card()
        card.body.addWidget(
            EmptyState(
                "image-plus",
                "No photos here yet",
                text="Drop a folder of photos here. smadmin finds the faces and shows you which "
                "children must not be seen, before anything goes out.",
                step="Choose a folder…",
            )
        )
        self.page.addWidget(card, 1)

    def load(self) -> None:
        self.loaded(lambda: None)


def frame_of(words: Wording, appearance: Appearance) -> Frame:
    """Make a frame with pretended screens."""
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    frame.add_screen("today", PretendToday)
    frame.add_screen("photos", PretendPhotos)
    for name in ("compose", "approvals", "plan", "students", "accounts", "records"):
        frame.add_screen(name, Screen)
    frame.show_roles([Role.ADMINISTRATOR])
    frame.show_waiting({"photos": 4, "approvals": 2})
    frame.show_bar(bar_of(2))
    return frame


def _shoot(frame: Frame, application: QApplication, path: Path) -> None:
    for _ in range(4):
        application.sendPostedEvents()
        application.processEvents()
    frame.grab().save(str(path))


def draw_all(folder: Path) -> None:
    """Draw everything into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    catalogues.compile_all(catalogues.stale())
    application = QApplication([sys.argv[0], *FUSION])
    words = Wording(Catalogue.load("en"))
    appearance = Appearance(application, scheme=Scheme.LIGHT, text_scale=1.0)
    appearance.apply()
    frame = frame_of(words, appearance)
    frame.resize(*SIZE)
    frame.open_screen("today")
    frame.show()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.choose(scheme)
        name = scheme.value
        frame.open_screen("today")
        frame.show_bar(bar_of(2))
        _shoot(frame, application, folder / f"today-{name}.png")
        frame.show_banner(banner_of(OutsideFailed(say("shell.crash-title"), kept=say("shell.crash-kept"))))
        frame.show_banner(BannerModel(State.FINE, say("shell.screen-approvals"), action=say("shell.undo")))
        frame.open_screen("photos")
        frame.sidebar.unfold_more()
        for count in (0, 1, 5, 12, 24):
            frame.show_bar(bar_of(count, person="" if count == 0 else "Marisol Ortega"))
            _shoot(frame, application, folder / f"bar-{count:02}-{name}.png")
        for model in frame.banners.models:
            frame.banners.dismiss(model.same_as)
        for _ in TEXT_SCALES:
            appearance.enlarge()
        long_name = "Maximiliana Wolfeschlegelsteinhausenberger de la Torre y Villanueva"
        frame.show_bar(bar_of(2, person=long_name))
        _shoot(frame, application, folder / f"photos-200-{name}.png")
        frame.open_screen("today")
        frame.show_bar(bar_of(5))
        _shoot(frame, application, folder / f"today-200-{name}.png")
        appearance.reset_scale()
        _shoot_dialogs(frame, words, application, folder, name)
    frame.close()


def _shoot_dialogs(frame: Frame, words: Wording, application: QApplication, folder: Path, name: str) -> None:
    question = Question(
        say("shell.official-accounts-in-draft", n=3),
        say("shell.crash-remedy"),
        say("shell.deed-cut"),
        say("shell.deed-lock"),
    )
    report = report_of(ValueError("private"))
    for kind, dialog in (
        ("confirm", ConfirmDialog(question, words, frame)),
        ("crash", CrashDialog(report, words, frame)),
    ):
        dialog.open()
        application.processEvents()
        dialog.grab().save(str(folder / f"{kind}-{name}.png"))
        dialog.close()
    frame.bar.plates[0].click()
    application.processEvents()
    popup = application.activePopupWidget()
    if popup is not None:
        popup.grab().save(str(folder / f"listing-{name}.png"))
        popup.close()


if __name__ == "__main__":
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    draw_all(Path(sys.argv[1]))
