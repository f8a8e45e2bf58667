"""Sheets and queue lines made by hand, for the view models of *Approvals*."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.appearing import Several, Shown
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, MediaId, PersonId, PhotoId, PhotoSetId, PostId, SchoolId, SeatId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.posts import Content, Draft, Picture, PostStage
from smadmin.services.how_far import NOT_BEGUN
from smadmin.services.sheets import MandateSheet, PictureSheet, QueueLine, ReleaseSheet, Sheet
from smadmin.services.signers import Signed
from smadmin.ui.approvals.sheet import SheetModel, sheet_model

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
SCHOOL = SchoolId("school")
MAYA, DANIEL, ELLEN = PersonId("maya"), PersonId("daniel"), PersonId("ellen")
PLATFORMS = {
    Platform.X: PlatformFacts(Platform.X, "X", (), pictures=1, videos=1, shown=Shown(several=Several.GRID)),
    Platform.FACEBOOK: PlatformFacts(
        Platform.FACEBOOK, "Facebook", (), pictures=10, videos=1, shown=Shown(fold_characters=20, card=True)
    ),
}
SEAT, OTHER_SEAT = SeatId("one"), SeatId("two")
X = Account(AccountId("x"), SCHOOL, Platform.X, "Lincoln", "lincoln_larks", "https://x.com/lincoln_larks")
FACEBOOK = Account(
    AccountId("fb"), SCHOOL, Platform.FACEBOOK, "Lincoln", "LincolnLarks", "https://facebook.com/LincolnLarks"
)
WROTE = Signed(MAYA, "Maya Ortega", NOW - timedelta(hours=2), SEAT)
SECOND = Signed(DANIEL, "Daniel Reyes", NOW - timedelta(hours=1), SEAT)
WEEK = MandateSheet(ReleaseBy.WEEK, Signed(ELLEN, "Ellen Whitcomb", NOW - timedelta(days=4), SEAT))


def reasons(*ids: str) -> tuple[Reason, ...]:
    """Make reasons by their ids."""
    return tuple(Reason(say(one)) for one in ids)


def draft(text: str = "The book fair opens.", stage: PostStage = PostStage.SUBMITTED) -> Draft:
    """Make a post of Maya's for both accounts."""
    content = Content(text=text, accounts=(X.id, FACEBOOK.id))
    return Draft(PostId("post"), SCHOOL, MAYA, content, stage, NOW)


def line(*why: str, stage: PostStage = PostStage.SUBMITTED, topic: str = "events") -> QueueLine:
    """Make a line of the queue."""
    return QueueLine(draft(stage=stage), "Maya Ortega", (X, FACEBOOK), topic, WROTE.at, reasons(*why))


def photo(*, faces: int = 1) -> Photo:
    """Make a photo with some cleared faces."""
    made = Face("f", Box(1, 1, 9, 9), FaceState.FOUND, decision=Decision.CLEARED)  # type: ignore[arg-type]  # short id
    return Photo(
        PhotoId("p"),
        SCHOOL,
        PhotoSetId("s"),
        "1.jpg",
        MediaId("m"),
        "00",
        looked_for=True,
        faces=(made,) * faces,
    )


def picture(*, first: Signed | None = WROTE, second: Signed | None = SECOND, faces: int = 1) -> PictureSheet:
    """Make a picture of the post."""
    return PictureSheet(Picture(PhotoId("p"), "Children at a table"), photo(faces=faces), first, second)


def sheet(*why: str, **changes: object) -> Sheet:
    """Make a sheet that Daniel reads, with reasons why he can't release it."""
    made = Sheet(
        draft=draft(),
        wrote=WROTE,
        accounts=(X, FACEBOOK),
        topic="events",
        pictures=(),
        warnings=(),
        overrides=(),
        blockers=reasons(*why),
        mandate=WEEK,
        release=None,
        far=NOT_BEGUN,
        roles=frozenset({Role.REVIEWER}),
        seat=SEAT,
        clauses={},
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def released(*, pin: bool = False, **changes: object) -> Sheet:
    """Make a sheet of a post that Daniel released."""
    release = ReleaseSheet(replace(SECOND, at=NOW, pin=pin), WEEK, NOW + timedelta(days=7))
    return sheet(**({"draft": draft(stage=PostStage.RELEASED), "release": release} | changes))


def model(
    one: Sheet,
    *,
    person: PersonId = DANIEL,
    name: str = "Daniel Reyes",
    confined: bool = False,
    changed: tuple[Message, ...] = (),
) -> SheetModel:
    """Word a sheet for somebody."""
    return sheet_model(
        one,
        person=person,
        name=name,
        confined=confined,
        first="Maya Ortega",
        now=NOW,
        platforms=PLATFORMS,
        changed=changed,
    )
