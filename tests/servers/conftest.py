"""The real servers, each started once for all tests that ask for it."""

from collections.abc import Iterator

import pytest

from tests.servers import blog as wordpress
from tests.servers import bluesky_pds as bluesky
from tests.servers import graph as facebook


@pytest.fixture(scope="session")
def blog() -> Iterator[wordpress.Blog]:
    if lacking := wordpress.missing():
        pytest.skip(f"NO WORDPRESS: {', '.join(lacking)} missing; dev.py test installs it for root")
    with wordpress.running() as started:
        yield started


@pytest.fixture(scope="session")
def pds() -> Iterator[bluesky.Pds]:
    if lacking := bluesky.missing():
        pytest.skip(f"NO BLUESKY SERVER: {', '.join(lacking)} missing; dev.py test installs it, with npm")
    with bluesky.running() as started:
        yield started


@pytest.fixture(scope="session")
def graph() -> Iterator[facebook.Graph]:
    with facebook.running() as started:
        yield started


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
