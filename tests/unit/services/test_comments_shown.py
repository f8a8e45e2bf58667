"""Which posts are asked for on a round, and what is told of the comments under them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.comments import CommentForm, CommentKind
from smadmin.domain.publishers import Posted, PublisherFailed, Trouble
from smadmin.domain.rounds import Decision, Spot
from smadmin.domain.shown_comments import ShownComment, shown
from smadmin.services.cards_read import ReadCards
from smadmin.services.comments import Comments
from smadmin.services.comments_shown import CommentsShown, ShownComments
from smadmin.services.rounds import Rounds
from tests.direct import Direct, make_direct

LINK = "https://blog0.lincoln.example/choir/#comment-1"


@dataclass
class Blog:
    """What visitors wrote, by the post's own id."""

    wrote: dict[str, list[ShownComment]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    fails: bool = False

    def comments(self, server: str, posted: Posted) -> tuple[ShownComment, ...]:
        if self.fails:
            raise PublisherFailed(Trouble.UNREACHABLE, "blog0.lincoln.example")
        self.asked.append(f"{server} {posted.id}")
        return tuple(self.wrote.get(posted.id, ()))


@dataclass
class Asked:
    """The school with a post that is out on its blog, and what asks the blog."""

    direct: Direct
    blog: Blog
    service: CommentsShown

    @property
    def now(self) -> datetime:
        return self.direct.road.school.clock.now()

    def publish(self, text: str = "The choir sings on Friday.") -> str:
        """Publish a post; gives its id on the blog."""
        post = self.direct.released(text=text)
        self.direct.go(self.direct.intended(post))
        return self.direct.platform.kept[-1].posted.id

    def ask(self) -> ShownComments:
        places = self.service.places(self.direct.road.by("ana"), self.direct.blogs[0])
        assert places is not None
        return self.service.ask(places)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    direct, blog = make_direct(tmp_path), Blog()
    desk, proof = direct.road.school.desk, direct.road.proof
    return Asked(direct, blog, CommentsShown(desk, proof, {Platform.WORDPRESS: blog}))


def test_comments_come_newest_first_with_their_post(asked: Asked) -> None:
    post, hour = asked.publish(), timedelta(hours=1)
    asked.blog.wrote[post] = [
        shown(author="Ann", text="Old", at=asked.now - 2 * hour),
        shown(author="Ben", text="Young", at=asked.now - hour),
        shown(author="Cy", text="Whenever"),
    ]

    found = asked.ask()

    assert [one.comment.text for one in found.lines] == ["Young", "Old", "Whenever"]
    assert {one.under.words for one in found.lines} == {"The choir sings on Friday."}
    assert (found.posts, found.by_hand) == (1, 0)
    assert asked.blog.asked == [f"https://blog0.lincoln.example {post}"]


def test_what_the_account_itself_answered_is_no_visitors(asked: Asked) -> None:
    post = asked.publish()
    own = asked.direct.platform.kept[-1].who.id
    asked.blog.wrote[post] = [shown(author="School", text="Thanks!", by=own.partition("@")[0])]

    assert asked.ask().lines == ()


def test_new_is_what_came_after_the_last_round_and_what_was_entered_is_said(asked: Asked) -> None:
    road, blog = asked.direct.road, asked.direct.blogs[0]
    stands = road.school.desk, road.reader, road.proof
    cards = ReadCards(*stands)
    rounds = Rounds(*stands, cards)
    post, ana = asked.publish(), road.by("ana")
    cards.read(ana)
    rounds.decide(ana, blog, Decision(comments=True, monitor=road.school.people["ana"]))
    rounds.start(ana, blog)
    rounds.end(ana, blog, set(Spot), "")
    before = asked.now - timedelta(minutes=1)
    road.school.clock.forward(hours=2)
    asked.blog.wrote[post] = [
        shown(author="Ann", text="Seen on the round", at=before, link=LINK),
        shown(author="Ben", text="Since then", at=asked.now),
    ]
    found_at = (asked.now - timedelta(days=1)).replace(tzinfo=None)
    form = CommentForm(blog, CommentKind.QUESTION, Spot.COMMENTS, "Seen", "Ann", LINK, found_at)
    Comments(*stands).enter(ana, form)

    told = {one.comment.author: (one.new, one.entered) for one in asked.ask().lines}

    assert told == {"Ann": (False, True), "Ben": (True, False)}


def test_old_posts_and_posts_that_are_gone_are_not_asked_for(asked: Asked) -> None:
    asked.publish()
    asked.direct.road.school.clock.forward(days=31)

    assert asked.ask().posts == 0
    assert asked.blog.asked == []


def test_an_account_that_cannot_be_asked_has_no_answer(tmp_path: Path) -> None:
    direct = make_direct(tmp_path, connected=False)
    service = CommentsShown(direct.road.school.desk, direct.road.proof, {Platform.WORDPRESS: Blog()})

    assert service.places(direct.road.by("ana"), direct.blogs[0]) is None
    assert service.places(direct.road.by("ana"), direct.road.x) is None


def test_what_the_platform_refuses_is_told(asked: Asked) -> None:
    asked.publish()
    asked.blog.fails = True

    with pytest.raises(PublisherFailed):
        asked.ask()


def test_no_strangers_words_stand_in_what_a_log_could_print(asked: Asked) -> None:
    post = asked.publish()
    asked.blog.wrote[post] = [shown(author="Ann Example", text="Secret words", link=LINK)]

    printed = repr(asked.ask())

    assert "Ann Example" not in printed
    assert "Secret words" not in printed
    assert LINK not in printed
