"""What is worth a second look and stops nothing."""

from datetime import UTC, date, datetime

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SchoolId
from smadmin.domain.posts import Content, Picture
from smadmin.services.drafting import Alike
from smadmin.services.policy import Policy
from smadmin.ui.composer.doubts import doubts_of
from smadmin.ui.composer.readings import Grounds, Readiness
from tests.policies import platforms

X, FACEBOOK, YOUTUBE = (
    Account(AccountId(one.value), SchoolId("s"), one, one.value, one.value, "")
    for one in (Platform.X, Platform.FACEBOOK, Platform.YOUTUBE)
)
GROUNDS = Grounds(
    Policy.shipped().pack("baltimore-city-md"), PersonId("p"), (X, FACEBOOK, YOUTUBE), (), (), (), platforms()
)
NOT_READ = Readiness()
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SIX = tuple(Picture(PhotoId(str(number))) for number in range(6))


def ids(content: Content, readiness: Readiness = NOT_READ) -> list[str]:
    return [message.id for message in doubts_of(content, GROUNDS, readiness)]


def test_an_account_that_takes_fewer_photos_is_told_at_once() -> None:
    content = Content("Hello", (X.id, FACEBOOK.id, YOUTUBE.id), pictures=SIX)

    assert ids(content) == ["platforms.loses-pictures", "platforms.loses-all-pictures"]
    assert doubts_of(content, GROUNDS, Readiness())[0].values == {"n": 2, "platform": "X", "takes": 4}
    assert ids(Content("Hello", (FACEBOOK.id,), pictures=SIX)) == []


def test_a_near_twin_is_told_with_where_and_when() -> None:
    twins = (Alike(PostId("1"), "X @larks", NOON, out=True), Alike(PostId("2"), "X @larks", NOON, out=False))

    told = doubts_of(Content(), GROUNDS, Readiness(alike=twins))

    assert [(one.id, one.values["account"], one.values["day"]) for one in told] == [
        ("compose.alike-out", "X @larks", date(2026, 5, 4))
    ]
    assert ids(Content(), Readiness(alike=twins[1:])) == ["compose.alike-waits"]


def test_another_account_that_is_named_comes_first() -> None:
    readiness = Readiness(named=("Larks Music", "Library"), alike=(Alike(PostId("1"), "X", NOON, out=True),))

    assert ids(Content(), readiness) == ["compose.names-another", "compose.alike-out"]
