"""Lanes made by hand, for the view models of *Publish*."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.cadence import Cadence, CadenceStage
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, PublicationId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.post_links import LinkAnswer, LinkVerdict
from smadmin.domain.posts import Content, Draft, Picture, PostStage
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.services.laid_out import HandedOut
from smadmin.services.outgoing import Begun, Going, Lane
from smadmin.ui.publish.lane import Hand, LaneModel, Opened, lane_model

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
SCHOOL, POST, MAYA = SchoolId("school"), PostId("post"), PersonId("maya")
TEXT = "The book fair opens."
PICTURES = ((Picture(PhotoId("1"), "A tower of books"), None), (Picture(PhotoId("2"), "A queue"), None))
HANDED = HandedOut(Path("/out/x"), TEXT, ((Path("/out/x/01.jpg"), "A tower of books"),), "https://x.com/l")


def account(platform: Platform = Platform.X, handle: str = "lincoln_larks") -> Account:
    """Make a live account."""
    page = f"https://{platform.value}.com/{handle}"
    return Account(
        AccountId(platform.value), SCHOOL, platform, "Lincoln", handle, page, stage=AccountStage.LIVE
    )


def lane(
    step: PublicationStep | None = None,
    *,
    platform: Platform = Platform.X,
    mine: bool = True,
    may_end: bool = True,
    blockers: tuple[str, ...] = (),
    due_on: date | None = None,
) -> Lane:
    """Make a lane at a step; None where nobody began."""
    to = account(platform)
    publication = None
    if step is not None:
        publication = Publication(PublicationId(f"p-{to.id}"), SCHOOL, to.id, step, POST, by=MAYA)
    return Lane(
        account=to,
        text=TEXT,
        publication=publication,
        by="Maya Ortega",
        mine=mine and step is not None,
        may_end=may_end and step is not None,
        began=None if step is None else NOW - timedelta(hours=3),
        others=(),
        cadence=Cadence(to.id, CadenceStage.ON_TIME, 0, due_on, NOW.date()) if due_on else None,
        blockers=tuple(Reason(say(one)) for one in blockers),
    )


def judge(link: str) -> LinkVerdict:
    """Judge addresses by what stands in them."""
    if "lincoln_larks" in link:
        return LinkVerdict(LinkAnswer.YES, say("platforms.link-yes", handle="lincoln_larks"))
    if "short" in link:
        return LinkVerdict(LinkAnswer.CANT_TELL, say("platforms.link-cant-tell"))
    if "other" in link:
        return LinkVerdict(
            LinkAnswer.OTHER_ACCOUNT, say("platforms.link-other-account", other="o", handle="l")
        )
    return LinkVerdict(LinkAnswer.NOT_A_POST, say("platforms.link-not-a-post"))


def shown(
    one: Lane, hand: Hand | None = None, *, pictures: bool = False, stopped: tuple[str, ...] = ()
) -> LaneModel:
    """Word a lane."""
    return lane_model(
        one,
        hand or Hand(),
        pictures=PICTURES if pictures else (),
        judge=judge,
        mixed_by="post",
        stopped=tuple(Reason(say(why)) for why in stopped),
    )


def going(*lanes: Lane) -> Going:
    """Make a post with lanes."""
    content = Content(TEXT, tuple(one.account.id for one in lanes))
    draft = Draft(POST, SCHOOL, MAYA, content, PostStage.RELEASED, NOW)
    return Going(draft, "Maya Ortega", "Daniel Reyes", NOW + timedelta(days=7), (), lanes)


def begun(post: str = "earlier", *, mine: bool = True, handed_out: bool = True) -> Begun:
    """Make something left open."""
    return Begun(PostId(post), account(), TEXT * 9, "Maya Ortega", mine, NOW - timedelta(days=2), handed_out)


def picked(handle: str = "@lincoln_larks", **more: object) -> Hand:
    """Make a hand that chose a handle."""
    return replace(Hand(opened=Opened.BROWSER, picked=handle), **more)  # type: ignore[arg-type]  # fields by name
