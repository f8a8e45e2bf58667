"""Tries a link as a reader's browser would: HEAD, then GET, following redirects; nothing else is sent.

Whoever writes a link could point it into the school's own network. So each host is looked up here, every
address of it must be public, and the connection goes to the very address that was judged.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit

from typing_extensions import override

from smadmin.domain.reach import Reach, Reached

_PORTS = {"http": 80, "https": 443}
_TIMEOUT_S = 6.0
_MOST_HOPS = 6
_TRY_GET = frozenset({403, 404, 405, 501})
"""Some sites answer so to HEAD and open all the same."""
_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_HEADERS = {"User-Agent": "Mozilla/5.0 (link check)", "Accept": "*/*", "Connection": "close"}

Lookup = Callable[[str, int], tuple[str, ...]]
"""(host, port) → its addresses; raises `OSError` where there are none."""
Fetch = Callable[[SplitResult, str, str], tuple[int, str]]
"""(address, method, IP) → status and where it moved; raises `OSError` or `http.client.HTTPException`."""


def looked_up(host: str, port: int) -> tuple[str, ...]:
    """Look a host up."""
    return tuple(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


def fetched(address: SplitResult, method: str, ip: str) -> tuple[int, str]:
    """Ask one server for one page, without its content."""
    host = address.hostname or ""
    context = ssl.create_default_context() if address.scheme == "https" else None
    connection = _Pinned(host, address.port or _PORTS[address.scheme], ip=ip, context=context)
    try:
        path = (address.path or "/") + (f"?{address.query}" if address.query else "")
        connection.request(method, path, headers=_HEADERS)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    finally:
        connection.close()


def reach(link: str, *, lookup: Lookup = looked_up, fetch: Fetch = fetched) -> Reached:
    """Try a link (network, up to some seconds).

    Args:
        link: with its scheme.
        lookup: finds the addresses of a host.
        fetch: asks a server.
    """
    at = link
    for _ in range(_MOST_HOPS):
        address = _usable(at)
        if address is None:
            return Reached(link, Reach.INSIDE, at)
        try:
            addresses = lookup(address.hostname or "", _PORTS[address.scheme])
        except (OSError, UnicodeError):
            return Reached(link, Reach.OFFLINE if at == link else Reach.SILENT, at)
        if not addresses or not all(_public(ip) for ip in addresses):
            return Reached(link, Reach.INSIDE, at)
        try:
            status, moved = _asked(address, addresses[0], fetch)
        except ssl.SSLCertVerificationError:
            return Reached(link, Reach.CERTIFICATE, at)
        except (OSError, http.client.HTTPException, ValueError):
            return Reached(link, Reach.SILENT, at)
        if status in _MOVED and moved:
            at = urljoin(at, moved)
            continue
        return Reached(link, Reach.MISSING if status in _GONE else Reach.OPENS, at)
    return Reached(link, Reach.SILENT, at)


def _asked(address: SplitResult, ip: str, fetch: Fetch) -> tuple[int, str]:
    status, moved = fetch(address, "HEAD", ip)
    return fetch(address, "GET", ip) if status in _TRY_GET else (status, moved)


def _usable(link: str) -> SplitResult | None:
    """Give an address that may be asked: a page of a host, at its usual port, without a password."""
    try:
        address = urlsplit(link)
        port = address.port
    except ValueError:
        return None
    if address.scheme not in _PORTS or not address.hostname or address.username or address.password:
        return None
    return address if port in (None, _PORTS[address.scheme]) else None


def _public(ip: str) -> bool:
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None and not inner.is_global:
        return False
    return address.is_global and not address.is_multicast


class _Pinned(http.client.HTTPConnection):
    """A connection to one address, whatever the name says by now."""

    def __init__(self, host: str, port: int, *, ip: str, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=_TIMEOUT_S)
        self._ip = ip
        self._context = context

    @override
    def connect(self) -> None:
        self.sock = socket.create_connection((self._ip, self.port), _TIMEOUT_S)
        if self._context is not None:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)
