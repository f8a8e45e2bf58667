"""What is asked of a platform's server, before it is sent: the address, the log-in, and what goes along."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from typing_extensions import override

from smadmin.domain.publishers import Access, PublisherFailed, Trouble


@dataclass(frozen=True, repr=False)
class Login:
    """How a call says whose it is; `hidden` is what no answer's words may bring back to the screen."""

    authorization: str
    hidden: tuple[str, ...]

    @override
    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Login()"


def basic(access: Access) -> Login:
    """Log in by name and application password."""
    pair = base64.b64encode(f"{access.user}:{access.secret}".encode()).decode("ascii")
    return Login(f"Basic {pair}", (pair, access.secret, access.secret.replace(" ", "")))


def bearer(token: str, host: str) -> Login:
    """Log in by a token.

    Raises:
        PublisherFailed: `REFUSED` for what can't be a token (letters of another script, line breaks).
    """
    if not token.isascii() or not token.isprintable() or " " in token:
        raise PublisherFailed(Trouble.REFUSED, host)
    return Login(f"Bearer {token}", (token,))


@dataclass(frozen=True, repr=False)
class File:
    """A file of a form; its bytes go out as they are."""

    field: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, repr=False)
class Call:
    """One request.

    Args:
        method: of HTTP.
        address: whole; it is never shown.
        login: whose it is; None as a visitor.
        headers: further ones.
        content: the body's bytes.
        form: fields of a form, which then is the body.
        file: of that form.
        harmless: whether nobody sees anything of it, though it is sent (a session, a file of no post yet).
    """

    method: str
    address: str
    login: Login | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    form: Mapping[str, str] = field(default_factory=dict)
    file: File | None = None
    harmless: bool = False

    @override
    def __repr__(self) -> str:
        """Show the method alone: addresses and bodies are nobody's business."""
        return f"Call({self.method!r})"

    @property
    def asked_only(self) -> bool:
        """Whether nothing changes by it, so that it may be asked again."""
        return self.harmless or self.method in {"GET", "HEAD"}

    @property
    def files(self) -> dict[str, tuple[str, bytes, str]] | None:
        """Give the form's file as the library takes it."""
        one = self.file
        return {one.field: (one.name, one.content, one.media_type)} if one else None

    @property
    def size(self) -> int:
        """Bytes that go out, nearly."""
        return len(self.content) + (len(self.file.content) if self.file else 0)


def get(address: str, login: Login | None = None) -> Call:
    """Ask for something."""
    return Call("GET", address, login)


def post_json(
    address: str,
    fields: Mapping[str, object],
    login: Login | None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Call:
    """Send fields as JSON."""
    content = json.dumps(fields, ensure_ascii=False).encode()
    return Call("POST", address, login, {"Content-Type": "application/json", **(headers or {})}, content)


def with_query(address: str, query: Mapping[str, str]) -> str:
    """Add a query to an address that may have one already."""
    pairs = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in query.items())
    return f"{address}{'&' if '?' in address else '?'}{pairs}"
