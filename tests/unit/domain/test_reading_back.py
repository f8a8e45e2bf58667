"""Reading a post back, where visitors are shown all of it and where they aren't."""

from dataclasses import dataclass, replace

from smadmin.domain.publishers import Access, Picture, Posted, Seen
from smadmin.domain.reading_back import TellsOwner, read_back
from smadmin.storage.clock import SystemClock
from tests.fake_platform import FakePlatform

ACCESS = Access("https://graph.example", "", "a-token")
POSTED = Posted("1_2", "https://pages.example/1/posts/2")
SEEN = Seen("Sing!", (), 0, "", public=True, id="1_2", link=POSTED.link, captured=b"page")


@dataclass
class Telling(FakePlatform):
    """Tells the account its pictures, which visitors' page leaves out."""

    public: bool = True

    def read_back(self, server: str, posted: Posted) -> Seen:
        return replace(SEEN, public=self.public)

    def told_to_owner(self, access: Access, posted: Posted, seen: Seen) -> Seen:
        self.calls.append(access.secret)
        return replace(seen, alts=(Picture(b"", "image/jpeg", "A stage").alt,), pictures=1)


def test_what_visitors_are_not_shown_is_asked_for_with_the_log_in() -> None:
    platform = Telling(SystemClock().now)

    seen = read_back(platform, ACCESS, POSTED)

    assert (seen.public, seen.text, seen.alts, seen.pictures) == (True, "Sing!", ("A stage",), 1)
    assert platform.calls == ["a-token"]


def test_a_post_that_visitors_do_not_see_stays_unseen_whatever_the_account_is_told() -> None:
    platform = Telling(SystemClock().now, public=False)

    assert read_back(platform, ACCESS, POSTED) == replace(SEEN, public=False)
    assert platform.calls == []


def test_a_platform_that_shows_visitors_all_of_it_gets_no_log_in() -> None:
    assert not isinstance(FakePlatform(SystemClock().now), TellsOwner)
