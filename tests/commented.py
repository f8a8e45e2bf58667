"""The comment desk on the tiny school, for tests: Bo looks at the account on X, and has read the cards."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smadmin.domain.comments import CommentForm, CommentId, CommentKind
from smadmin.domain.rounds import Decision, Spot
from smadmin.services.cards_read import ReadCards
from smadmin.services.comment_desk import CommentSheet, CommentViews
from smadmin.services.comments import Comments
from smadmin.services.rounds import Rounds, RoundSheet
from tests.road import Road, make_road


@dataclass
class Commented:
    """The services of the desk, and short ways to what a test says."""

    road: Road
    cards: ReadCards
    rounds: Rounds
    desk: Comments
    views: CommentViews

    @property
    def now(self) -> datetime:
        """The school's own time without a zone."""
        return self.views.look(self.road.by("ana")).now

    def decide(self, decision: Decision, *, by: str = "ana") -> None:
        self.rounds.decide(self.road.by(by), self.road.x, decision)

    def watched_by(self, name: str = "bo") -> Decision:
        return Decision(comments=True, monitor=self.road.school.people[name])

    def round(self, by: str = "bo", note: str = "") -> None:
        self.rounds.start(self.road.by(by), self.road.x)
        self.rounds.end(self.road.by(by), self.road.x, set(Spot), note)

    def sheet(self, by: str = "bo") -> RoundSheet:
        found = self.rounds.all(self.road.by(by))
        return next(one for one in found if one.account.id == self.road.x)

    def form(
        self, kind: CommentKind = CommentKind.QUESTION, text: str = "When does it begin?"
    ) -> CommentForm:
        return CommentForm(self.road.x, kind, Spot.COMMENTS, text, "A parent", "https://x.com/a/1", self.now)

    def enter(self, kind: CommentKind = CommentKind.QUESTION, text: str = "When?") -> CommentId:
        return self.desk.enter(self.road.by("bo"), self.form(kind, text)).value

    def seen(self, comment: CommentId, by: str = "ana") -> CommentSheet:
        found = self.views.look(self.road.by(by)).comments
        return next(one for one in found if one.comment.id == comment)

    def due(self, by: str) -> list[CommentId]:
        return [one.comment.id for one in self.views.due(self.road.by(by))]

    def pass_days(self, days: float) -> None:
        self.road.school.clock.forward(days=days)


def commented(folder: Path, *, policy: str = "bloomington-mn") -> Commented:
    """Make the school; nobody decided on comments yet."""
    road = make_road(folder, policy=policy)
    stands = road.school.desk, road.reader, road.proof
    cards = ReadCards(*stands)
    rounds = Rounds(*stands, cards)
    return Commented(road, cards, rounds, Comments(*stands), CommentViews(*stands, rounds, cards))
