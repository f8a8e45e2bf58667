"""A real Bluesky server (its PDS, from npm by `house/npm.py`) on this computer alone, while tests need it."""

import json
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from house import npm
from smadmin.domain.publishers import Access
from tests.servers.starting import end, free_ports, start, wait

PATIENCE_S = 90.0
PASSWORD = "not an app password"


@dataclass(frozen=True, repr=False)
class Pds:
    """A running server with two accounts, larks and wrens.

    Args:
        port: where it listens.
        secrets: app passwords, by the name of whose they are; those of `…-ended` are revoked.
        ids: of the accounts.
    """

    port: int
    secrets: dict[str, str]
    ids: dict[str, str]

    @property
    def address(self) -> str:
        """Give where it is."""
        return f"http://127.0.0.1:{self.port}"

    def access(self, name: str = "larks", secret: str = "") -> Access:
        """Log in as somebody; another secret may be tried."""
        return Access(self.address, f"{name}.test", secret or self.secrets[name])

    def texts(self, name: str = "larks") -> list[str]:
        """Give the words of all posts of an account."""
        query = f"?repo={self.ids[name]}&collection=app.bsky.feed.post&limit=100"
        with _opened(self.port, "repo.listRecords", query=query) as answer:
            return [one["value"]["text"] for one in json.load(answer)["records"]]

    def value(self, rkey: str, name: str = "larks") -> Any:
        """Give a post's record."""
        query = f"?repo={self.ids[name]}&collection=app.bsky.feed.post&rkey={rkey}"
        with _opened(self.port, "repo.getRecord", query=query) as answer:
            return json.load(answer)["value"]

    def file(self, cid: str, name: str = "larks") -> bytes:
        """Give a picture's file as anybody gets it."""
        with _opened(self.port, "sync.getBlob", query=f"?did={self.ids[name]}&cid={cid}") as answer:
            return bytes(answer.read())


def missing() -> tuple[str, ...]:
    """Name what this computer lacks for the server."""
    return (
        *(("node",) if not shutil.which("node") else ()),
        *(("its packages",) if not npm.ready() else ()),
    )


@contextmanager
def running() -> Iterator[Pds]:
    """Start it with two accounts, and have it run until the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="smadmin-pds-"))
    port, registers_port = free_ports(2)
    said = folder / "said"
    process = start(
        (shutil.which("node") or "node", "server.js", str(folder), str(port), str(registers_port)),
        folder=npm.TARGET,
        said=said,
        more={"LOG_ENABLED": "false", "TMPDIR": str(folder)},
    )
    try:
        wait(lambda: _ready(said, process), PATIENCE_S, lambda: said.read_text("utf-8"))
        yield _with_accounts(port)
    finally:
        end(process)
        shutil.rmtree(folder, ignore_errors=True)


def _ready(said: Path, process: "subprocess.Popen[bytes]") -> bool:
    if process.poll() is not None:
        raise RuntimeError(f"the tests' Bluesky server ended:\n{said.read_text('utf-8')[-2000:]}")
    return b"READY" in said.read_bytes()


def _with_accounts(port: int) -> Pds:
    secrets, ids = {}, {}
    for name in ("larks", "wrens"):
        email = f"{name}@hill.example"
        made = _told(port, "createAccount", {"handle": f"{name}.test", "email": email, "password": PASSWORD})
        ids[name], token = str(made["did"]), str(made["accessJwt"])
        secrets[name] = str(_told(port, "createAppPassword", {"name": "a"}, token)["password"])
        ended = _told(port, "createAppPassword", {"name": "b"}, token)["password"]
        _told(port, "revokeAppPassword", {"name": "b"}, token)
        secrets[f"{name}-ended"] = str(ended)
    return Pds(port, secrets, ids)


def _told(port: int, method: str, fields: Mapping[str, str], token: str = "") -> dict[str, object]:
    with _opened(port, f"server.{method}", fields, token) as answer:
        return dict(json.loads(answer.read() or b"{}"))


def _opened(  # type: ignore[no-untyped-def]  # what the library opens has no name
    port: int, method: str, fields: Mapping[str, str] | None = None, token: str = "", *, query: str = ""
):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = None if fields is None else json.dumps(fields).encode()
    address = f"http://127.0.0.1:{port}/xrpc/com.atproto.{method}{query}"
    asking = urllib.request.Request(address, data, headers)
    return urllib.request.urlopen(asking, timeout=PATIENCE_S)  # noqa: S310  this very computer
