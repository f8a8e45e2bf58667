"""Deeds about comments, cases, wished posts and records, each on a school that is laid out for it.

`python -m tests.faults.desk_deeds FOLDER` does what `acting` does, with these deeds: for each line that it
reads it forks a child that does this deed on a copy of the school that `lay` made.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.cases import CaseId, Opening
from smadmin.domain.comments import ClosedAs, CommentForm, CommentId, CommentKind
from smadmin.domain.escalations import Telling, Trouble, Whom
from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.moderating import Measure, Way, Wish
from smadmin.domain.people import Role
from smadmin.domain.post_requests import PostWish
from smadmin.domain.records_requests import Wanted
from smadmin.domain.rounds import Decision, Spot
from smadmin.domain.visitor_rules import SeenBy
from smadmin.importing.wishes.reading import LetterReader
from smadmin.services.cards_read import ReadCards
from smadmin.services.cases import Cases
from smadmin.services.comments import Comments
from smadmin.services.moderating import Moderating
from smadmin.services.post_requests import PostRequests
from smadmin.services.records_gathered import Answer
from smadmin.services.records_requests import RecordsRequests
from smadmin.services.retention import Keeping
from smadmin.services.rounds import Rounds
from smadmin.services.seats import identities_in, take_seat
from smadmin.services.session import Session
from smadmin.services.visitor_rules import VisitorPages
from tests.faults.acting import ACKNOWLEDGED, in_a_child
from tests.records_asked import FORM, make_asked, word
from tests.records_kept import make_kept
from tests.road import Road, _stand_on
from tests.school import STAFF
from tests.school import _stand_on as school_at

DESK, OLD, ORDERED = "desk", "old", "ordered"
"""A school whose desk is at work; one whose post is due to be destroyed; one where that was ordered."""

HIDE = Wish(Measure.REMOVAL, "spam", viewpoint=False, way=Way.HIDE)
WISH = PostWish("Art department", "Our show opens on Friday.")


@dataclass
class Stand:
    """A school and its services, and the ids of what waits there."""

    road: Road
    waiting: dict[str, str]
    actors: dict[str, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Stand on the desk."""
        road = self.road
        stands = road.school.desk, road.reader, road.proof
        self.rounds, self.comments = Rounds(*stands, ReadCards(*stands)), Comments(*stands)
        self.moderating, self.cases = Moderating(*stands), Cases(*stands)
        self.wishes = PostRequests(road.school.desk, road.proof, LetterReader())
        self.pages = VisitorPages(*stands, None)
        self.requests, self.keeping = RecordsRequests(*stands, road.media), Keeping(*stands, road.media)

    def by(self, name: str) -> Actor:
        """Give somebody who signed in."""
        if name not in self.actors:
            self.actors[name] = self.road.by(name)
        return self.actors[name]

    @property
    def now(self) -> datetime:
        """The school's own time without a zone."""
        with self.road.school.desk.look() as unit:
            local = unit.schools.get(self.road.school.id).local(self.road.school.desk.now)
        return local.replace(tzinfo=None, second=0, microsecond=0)

    def enter(self, text: str = "When does it begin?") -> CommentId:
        form = CommentForm(
            self.road.x, CommentKind.QUESTION, Spot.COMMENTS, text, "A parent", "https://x.com/a/1", self.now
        )
        return self.comments.enter(self.by("bo"), form).value

    def hide(self, comment: CommentId) -> None:
        """Keep a comment with its picture, and ask that it is hidden."""
        self.moderating.ask(self.by("ana"), comment, HIDE, self.road.media.seal(os.urandom(2_000), "image"))

    def block(self, comment: CommentId) -> None:
        until = self.now.date() + timedelta(days=9)
        wish = Wish(Measure.BLOCK, "spam", viewpoint=False, words="Daily.", until=until, unpictured=True)
        self.moderating.ask(self.by("ana"), comment, wish)

    def tell(self, case: CaseId) -> None:
        self.cases.tell(self.by("bo"), case, Telling(Trouble.THREAT, Whom.PRINCIPAL, self.now))

    def answer(self, request: str, folder: Path) -> None:
        found = self.requests.find(self.by("ana"), Wanted())
        self.requests.answer(self.by("ana"), request, Answer(found, {}), folder, word)

    def comment(self, name: str) -> CommentId:
        return CommentId(self.waiting[name])

    @property
    def folder(self) -> Path:
        return self.road.school.folder


DEEDS: Mapping[str, tuple[str, Callable[[Stand], object]]] = {
    "enter-comment": (DESK, lambda s: s.enter("Buy pills!")),
    "answer": (DESK, lambda s: s.comments.answer(s.by("ana"), s.comment("asked"), "At eight, in the gym.")),
    "seek-advice": (
        DESK,
        lambda s: s.comments.seek_advice(s.by("ana"), s.comment("plain"), Role.PRINCIPAL, "What do we say?"),
    ),
    "close-comment": (
        DESK,
        lambda s: s.comments.close(s.by("ana"), s.comment("plain"), next(iter(ClosedAs))),
    ),
    "hide-comment": (DESK, lambda s: s.hide(s.comment("plain"))),
    "hidden": (
        DESK,
        lambda s: s.moderating.done(s.by("ana"), s.comment("hidden"), Measure.REMOVAL, Way.HIDE),
    ),
    "block-visitor": (DESK, lambda s: s.block(s.comment("plain"))),
    "agree-to-block": (
        DESK,
        lambda s: s.moderating.agree(s.by("pat"), s.comment("blocked"), Measure.BLOCK),
    ),
    "decide-comments": (DESK, lambda s: s.rounds.decide(s.by("ana"), s.road.facebook, Decision(False))),
    "start-round": (DESK, lambda s: s.rounds.start(s.by("ana"), s.road.x)),
    "open-card": (DESK, lambda s: s.cases.open(s.by("bo"), Opening(Trouble.MEDIA))),
    "tell": (DESK, lambda s: s.tell(CaseId(s.waiting["open"]))),
    "close-card": (DESK, lambda s: s.cases.close(s.by("bo"), CaseId(s.waiting["told"]))),
    "hand-in-wish": (DESK, lambda s: s.wishes.hand_in(s.by("bo"), WISH)),
    "take-wish": (DESK, lambda s: s.wishes.take(s.by("ana"), s.waiting["wish"], (s.road.x,))),
    "decline-wish": (DESK, lambda s: s.wishes.decline(s.by("ana"), s.waiting["wish"], "It is over.")),
    "visitors-words": (DESK, lambda s: s.pages.posted(s.by("ana"), s.road.x, SeenBy.PERSON)),
    "enter-request": (DESK, lambda s: s.requests.enter(s.by("ana"), FORM)),
    "answer-request": (DESK, lambda s: s.answer(s.waiting["request"], s.folder / "package")),
    "legal-hold": (OLD, lambda s: s.keeping.put_on_hold(s.by("pat"), "A claim.")),
    "order-destruction": (OLD, lambda s: s.keeping.order(s.by("pat"))),
    "take-back-order": (ORDERED, lambda s: s.keeping.take_back(s.by("pat"))),
    "destroy": (ORDERED, lambda s: s.keeping.sign(s.by("cem"))),
}


def lay(folder: Path) -> None:
    """Make the schools, and note what their computer's keyring holds (they are made-up ones)."""
    made = {
        DESK: _desk(folder / DESK),
        OLD: Stand(make_kept(folder / OLD).road, {}),
        ORDERED: Stand(make_kept(folder / ORDERED).road, {}),
    }
    made[ORDERED].keeping.order(made[ORDERED].by("pat"))
    noted = {name: _noted(stand) for name, stand in made.items()}
    (folder / "noted.json").write_text(json.dumps(noted))


def _desk(folder: Path) -> Stand:
    asked = make_asked(folder)
    stand = Stand(asked.road, {"request": asked.request})
    bo = asked.road.school.people["bo"]
    stand.rounds.decide(stand.by("ana"), stand.road.x, Decision(comments=True, monitor=bo))
    for who in ("ana", "bo"):
        ReadCards(stand.road.school.desk, stand.road.reader, stand.road.proof).read(stand.by(who))
    for name in ("plain", "asked", "hidden", "blocked"):
        stand.waiting[name] = stand.enter(f"When? {name}")
    stand.hide(stand.comment("hidden"))
    stand.block(stand.comment("blocked"))
    for name in ("open", "told"):
        stand.waiting[name] = stand.cases.open(stand.by("bo"), Opening(Trouble.THREAT, subject=name)).value
    stand.tell(CaseId(stand.waiting["told"]))
    stand.waiting["wish"] = stand.wishes.hand_in(stand.by("bo"), WISH).value
    return stand


def _noted(stand: Stand) -> dict[str, Any]:
    road, school = stand.road, stand.road.school
    school.rest()
    return {
        "folder": str(school.folder),
        "school": school.id,
        "root": school.root.secret,
        "secrets": school.secrets._items,
        "people": school.people,
        "given": school.desk.ids.given,  # type: ignore[attr-defined]  # it is CountedIds
        "at": school.clock.at.isoformat(),
        "accounts": [road.x, road.facebook, road.slot],
        "waiting": stand.waiting,
    }


def stand_in(folder: Path, name: str, at: Path | None = None) -> Stand:
    """Stand on a school that `lay` made, or on a copy of it elsewhere."""
    noted = json.loads((folder / "noted.json").read_text())[name]
    root, place = Identity(noted["root"]), at or Path(noted["folder"])
    made = school_at(place, SchoolId(noted["school"]), root)
    for item, secret in noted["secrets"].items():
        made.secrets.set(item, secret)
    made.seat = take_seat(made.secrets, found=False)
    made.session = Session(made.desk, identities_in(place), made.seat)
    made.people.update(noted["people"])
    made.desk.ids.given = noted["given"]  # type: ignore[attr-defined]  # it is CountedIds
    made.clock.at = datetime.fromisoformat(noted["at"])
    x, facebook, slot = noted["accounts"]
    return Stand(_stand_on(made, AccountId(x), AccountId(facebook), SlotId(slot)), noted["waiting"])


def copy_of(folder: Path, name: str, at: Path) -> Path:
    """Copy a school's files."""
    shutil.copytree(json.loads((folder / "noted.json").read_text())[name]["folder"], at)
    return at


def signed_in(folder: Path) -> dict[str, dict[str, Actor]]:
    """Sign everybody in once, so that a child begins with its deed."""
    found = {}
    for name in (DESK, OLD, ORDERED):
        stand = stand_in(folder, name)
        found[name] = {who: stand.by(who) for who in STAFF}
        stand.road.school.rest()
    return found


def main() -> None:
    """Serve deeds from the lines of stdin; each line names a deed and where its copy goes."""
    folder = Path(sys.argv[1])
    actors = signed_in(folder)
    for line in map(str.split, sys.stdin):
        deed, at = line[0], Path(line[1])
        school, act = DEEDS[deed]
        copy_of(folder, school, at)

        def done(at: Path = at, school: str = school, act: Callable[[Stand], object] = act) -> None:
            stand = stand_in(folder, school, at)
            stand.actors = actors[school]
            act(stand)

        os.write(1, f"{at} {deed} {in_a_child(done)}\n".encode())


__all__ = ["ACKNOWLEDGED", "DEEDS", "Stand", "copy_of", "lay", "signed_in", "stand_in"]


if __name__ == "__main__":
    main()
