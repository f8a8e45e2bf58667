"""Yeses by phone on the tiny school: Ana prepares the e-mail, Pat says yes, Bo signs that it was said."""

from dataclasses import replace

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.spoken import SpokenYes, Way
from smadmin.services.spoken import Asked, SpokenYeses
from tests.road import Road


def spoken_of(road: Road) -> SpokenYeses:
    """Give the service on a road."""
    return SpokenYeses(road.school.desk, road.reader, road.proof, road.media)


def yes(road: Road, asked: Asked, **other: object) -> SpokenYes:
    """What Bo heard Pat say a minute after the e-mail."""
    plain = SpokenYes(road.school.people["pat"], Way.PHONE, road.school.clock.at, asked.code)
    return replace(plain, **other)  # type: ignore[arg-type]  # a test's own fields


def prepared(road: Road, yeses: SpokenYeses, post: PostId | None = None) -> Asked:
    post = road.submitted() if post is None else post
    return yeses.prepare(road.by("ana"), post, road.school.people["pat"]).value


def signed(road: Road, yeses: SpokenYeses, *, text: str = "The fair is open.") -> PostId:
    asked = prepared(road, yeses, road.submitted(text=text))
    yeses.sign(road.by("bo"), asked.post, yes(road, asked))
    return asked.post


def why(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]
