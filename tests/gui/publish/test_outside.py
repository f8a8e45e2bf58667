"""Only secure pages are opened, and pictures leave as one bundle."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.publishing.browsers import Profiles, System
from smadmin.services.browsing import Browsing
from smadmin.services.policy import Policy
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Desktop, SampleDesktop, bundle_of, may_open

LARKS = Account(
    AccountId("larks"), SchoolId("s"), Platform.X, "Larks", "lincoln_larks", "https://x.com/lincoln_larks"
)


@pytest.mark.parametrize(
    "address",
    [
        "http://x.com/lincoln",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://x.com@evil.example/lincoln",
        "x.com/lincoln",
        "",
    ],
)
def test_only_secure_pages_are_opened(address: str) -> None:
    assert not may_open(address)
    assert Desktop().open_page(address) is Opened.NO_BROWSER


def test_a_secure_page_may_be_opened() -> None:
    assert may_open(" https://x.com/lincoln_larks ")


def test_pictures_are_dragged_as_one_bundle() -> None:
    bundle = bundle_of([Path("/out/01.jpg"), Path("/out/02.jpg")])

    assert [url.toLocalFile() for url in bundle.urls()] == ["/out/01.jpg", "/out/02.jpg"]


def test_the_sample_schools_pages_are_never_opened() -> None:
    assert SampleDesktop().open_page("https://x.com/lincoln_larks") is Opened.SAMPLE


@pytest.mark.demand("BAL-D4")
def test_an_accounts_page_never_opens_in_the_persons_own_browser(tmp_path: Path) -> None:
    profiles = Profiles(tmp_path, System("linux", {}, lambda _path: False))
    desktop = Desktop(Browsing(profiles, lambda: Policy.shipped().platforms))

    opened = desktop.open_apart(LARKS, LARKS.page, None)

    assert opened is Opened.NO_BROWSER
    assert Desktop().open_apart(LARKS, LARKS.page, None) is Opened.NO_BROWSER
    assert SampleDesktop().open_apart(LARKS, LARKS.page, None) is Opened.SAMPLE
