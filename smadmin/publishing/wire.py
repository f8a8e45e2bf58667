"""What is behind `web.py`: httpx, with the system's certificates and proxies.

Nothing of an address, a log-in or a body is logged or raised: the library's own errors hold them, and end
here.
"""

import asyncio
import ipaddress
import logging
import ssl
import zlib
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Any

import httpx
import truststore

from smadmin import __version__
from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.publishing.answers import Answer
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import Call
from smadmin.publishing.stopping import StoppableWork, Stopped

_MOVED = frozenset({301, 302, 303, 307, 308})
_MOST_HOPS = 5
_SILENT = logging.CRITICAL + 1


class Wire:
    """The requests of one `Web`."""

    def __init__(self, bounds: Bounds, *, plain_to_loopback: bool) -> None:
        """Prepare it; nothing is asked yet."""
        self._bounds = bounds
        self._plain_to_loopback = plain_to_loopback
        self._work = StoppableWork()
        for name in ("httpx", "httpcore"):  # they log whole addresses
            logging.getLogger(name).setLevel(_SILENT)

    def ask_all(self, calls: Sequence[Call], also: Collection[int]) -> list[Answer]:
        """Send several, some side by side; the first that fails ends all others."""
        try:
            return self._work.run(self._all(calls, also))
        except Stopped:
            pass
        raise PublisherFailed(Trouble.STOPPED, _host(calls[0].address) if calls else "")

    def errand(self) -> AbstractContextManager[None]:
        """Let what this thread asks in the block be one errand."""
        return self._work.errand(self._bounds.errand_s)

    def stop(self, but: Collection[int]) -> None:
        """End all errands that have begun, but those of some threads (from any thread)."""
        self._work.stop(but)

    def end(self) -> None:
        """End everything for good (from any thread)."""
        self._work.end()

    async def _all(self, calls: Sequence[Call], also: Collection[int]) -> list[Answer]:
        side_by_side = asyncio.Semaphore(self._bounds.at_a_time)

        async def one(call: Call) -> Answer:
            async with side_by_side:
                return await self._judged(call, also)

        tasks = [asyncio.ensure_future(one(call)) for call in calls]
        try:
            return list(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _judged(self, call: Call, also: Collection[int]) -> Answer:
        way, answer = _Way(call.asked_only), None
        try:
            async with asyncio.timeout(min(self._bounds.total_for(call.size), self._work.left_s)):
                answer = await self._followed(call, way)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            trouble = Trouble.CERTIFICATE if _is_about_certificate(error) else way.silence
        except ValueError:  # a proxy, or a name of a host, that can't be one
            trouble = way.silence
        finally:
            await way.hang_up()
        if answer is not None:
            failure = None if answer.status in also else answer.failure(asked_only=call.asked_only)
            if failure is not None:
                raise failure
            return answer
        raise PublisherFailed(trouble, _host(call.address))

    async def _followed(self, call: Call, way: "_Way") -> Answer:
        address = self._allowed(call.address)
        for _ in range(_MOST_HOPS):
            answer = await self._sent(call, address, way)
            moved = answer.headers.get("location", "")
            if answer.status not in _MOVED or not moved or not call.asked_only:
                return answer
            further = address.join(moved)
            if _origin(further) != _origin(address):
                break
            address = further
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, address.host)

    def _allowed(self, written: str) -> httpx.URL:
        address = httpx.URL(written)
        if not address.host or address.userinfo:
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, address.host)
        plain = address.scheme == "http" and self._plain_to_loopback and _is_here(address.host)
        if address.scheme != "https" and not plain:
            raise PublisherFailed(Trouble.CERTIFICATE, address.host)
        return address

    async def _sent(self, call: Call, address: httpx.URL, way: "_Way") -> Answer:
        bounds = self._bounds
        headers = {"User-Agent": f"smadmin/{__version__}", "Accept-Encoding": "identity", **call.headers}
        if call.login:
            headers["Authorization"] = call.login.authorization
        async with (
            httpx.AsyncClient(
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                timeout=httpx.Timeout(bounds.silent_s, connect=bounds.connect_s),
                trust_env=not _is_here(address.host),
            ) as client,
            client.stream(
                call.method,
                address,
                headers=headers,
                content=call.content or None,
                data=dict(call.form) or None,
                files=call.files,
                extensions={"trace": way.noted},
            ) as response,
        ):
            body = await self._body(response, address.host)
            known = {name.lower(): value for name, value in response.headers.items()}
            hidden = call.login.hidden if call.login else ()
            return Answer(address.host, response.status_code, known, body, hidden)

    async def _body(self, response: httpx.Response, host: str) -> bytes:
        most = self._bounds.most_bytes
        raw = bytearray()
        async for chunk in response.aiter_raw():
            raw += chunk
            if len(raw) > most:
                raise PublisherFailed(Trouble.NOT_THE_PLATFORM, host)
        packed = response.headers.get("content-encoding", "identity").strip().lower()
        try:  # some pack what was asked for as it is
            body = bytes(raw) if packed == "identity" else _unpacked(bytes(raw), packed, most)
        except (zlib.error, ValueError):
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, host) from None
        return body


class _Way:
    """How far a request got: whether anything of it left this computer for the server."""

    def __init__(self, asked_only: bool) -> None:  # noqa: FBT001  the call's own word, handed on
        self._asked_only = asked_only
        self._left = False
        self._lines: list[Any] = []

    async def noted(self, event: str, told: dict[str, Any]) -> None:
        """Hear from the library what it does; opening a proxy's tunnel isn't the request yet."""
        if event.endswith("connect_tcp.complete"):
            self._lines.append(told["return_value"])
        if event == "http11.send_request_headers.started":
            self._left = self._left or told["request"].method != b"CONNECT"

    async def hang_up(self) -> None:
        """Close what the library leaves open: a connection whose handshake was broken off from outside."""
        for line in self._lines:
            await line.aclose()

    @property
    def silence(self) -> Trouble:
        """What it means that no answer came."""
        return Trouble.LOST if self._left and not self._asked_only else Trouble.UNREACHABLE


def _unpacked(raw: bytes, packed: str, most: int) -> bytes:
    if packed not in {"gzip", "x-gzip"}:
        raise ValueError
    body = zlib.decompressobj(31).decompress(raw, most + 1)
    if len(body) > most:
        raise ValueError
    return body


def _is_about_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _origin(address: httpx.URL) -> tuple[str, str, int | None]:
    return (address.scheme, address.host, address.port)


def _host(address: str) -> str:
    try:
        return httpx.URL(address).host
    except (httpx.InvalidURL, ValueError):
        return ""
