"""How the stand-in for Facebook's Graph takes a question apart, and how it refuses one."""

import json
import re
from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import unquote

from tests.loopback import answer, header

SOONEST_S, LATEST_S = 600, 30 * 86_400
_NESTED = re.compile(r"\{[^{}]*\}")


class GraphError(Exception):
    """What the Graph answers instead."""

    def __init__(self, code: int, message: str, finer: int = 0, status: int = 400) -> None:
        super().__init__(message)
        error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A1"}
        self.answer = answer(
            status, json.dumps({"error": error | ({"error_subcode": finer} if finer else {})}).encode()
        )


def invalid(message: str, finer: int = 0) -> GraphError:
    """Give the answer to a parameter that it doesn't take."""
    return GraphError(100, f"(#100) {message}", finer)


def form_of(head: bytes, body: bytes) -> dict[str, bytes]:
    """Give what was sent along, by name."""
    kind = header(head, "content-type")
    if kind.startswith("multipart/form-data"):
        message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
        parts = [part for part in message.iter_parts() if part.get_content_disposition() == "form-data"]
        return {str(one.get_param("name", header="content-disposition")): _content(one) for one in parts}
    pairs = (pair.partition("=") for pair in body.decode("ascii").split("&") if pair)
    return {
        unquote(name.replace("+", " ")): unquote(value.replace("+", " ")).encode() for name, _, value in pairs
    }


def _content(part: object) -> bytes:
    content = part.get_payload(decode=True)  # type: ignore[attr-defined]  # a part of a form
    return bytes(content)


def fields_of(query: dict[str, str], known: frozenset[str]) -> set[str]:
    """Give the fields that are asked for; an unknown one is refused."""
    plain = query.get("fields", "id,name")
    while _NESTED.search(plain):
        plain = _NESTED.sub("", plain)
    for name in plain.split(","):
        if name not in known:
            raise invalid(f"Tried accessing nonexisting field ({name})")
    return set(plain.split(","))


def only(given: Mapping[str, object], known: set[str]) -> None:
    """Refuse parameters that aren't known."""
    if further := set(given) - known:
        raise invalid(f"Unknown parameters {sorted(further)}")


def waits_until(form: dict[str, bytes], now: float) -> float | None:
    """Give when a post is to go out (seconds since 1970), or None for now."""
    at = form.get("scheduled_publish_time")
    if (form.get("published") == b"false") != (at is not None):
        raise invalid("published and scheduled_publish_time go together")
    if at is None:
        return None
    if not SOONEST_S <= int(at) - now <= LATEST_S:
        raise invalid("The specified scheduled publish time is invalid.")
    return float(at)
