"""Only secure pages are opened, and pictures leave as one bundle."""

from pathlib import Path

import pytest

from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Desktop, SampleDesktop, bundle_of, may_open


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
