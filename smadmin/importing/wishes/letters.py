"""Reads a saved e-mail (RFC 5322) or a plain text: who it is from, its words, its pictures' names.

Worker only. Markup is dropped, nothing is fetched, and pictures stay where they are: they go the photos' way.
"""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from smadmin.domain.markup import WordsReader
from smadmin.importing.spreadsheets.delimited import decoded
from smadmin.importing.wishes.border import Reason
from smadmin.jail.trade import Refusal

_HEADER = re.compile(rb"(?im)^(from|subject|date|message-id|mime-version|received|return-path):[ \t]")
_HEAD_BYTES = 4_096
_MARKS = re.compile(r"(?i)^(?:(?:re|rv|fw|fwd|wg|aw)\s*:\s*)+")
_NO_TEXT = (b"\xd0\xcf\x11\xe0", b"%PDF-", b"PK\x03\x04")
"""So begin Outlook's own files, PDF and Word's: read as text they are only signs."""
_NAME_MOST, _TEXT_MOST, _PICTURES_MOST = 120, 10_000, 20


def read_letter(content: bytes) -> tuple[str, str, str]:
    """Give who it is from (empty where nobody is named), its words, and its pictures' names by commas.

    Raises:
        Refusal: there are no words in it.
    """
    sender, text, pictures = "", "", ""
    if content.startswith(_NO_TEXT):
        raise Refusal(Reason.NO_WORDS)
    if len(_HEADER.findall(content[:_HEAD_BYTES])) > 1:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
        sender, pictures = _sender(message), _pictures(message)
        text = _with_subject(_subject(message), _text(message))
    else:
        text = decoded(content)
    text = _tidy(text)[:_TEXT_MOST]
    if not text:
        raise Refusal(Reason.NO_WORDS)
    return sender[:_NAME_MOST], text, pictures


def _sender(message: EmailMessage) -> str:
    header = message["from"]
    addresses = getattr(header, "addresses", ())
    first = addresses[0] if addresses else None
    if first is None:
        return ""
    return " ".join(_unescaped(first.display_name or first.addr_spec).split())


def _subject(message: EmailMessage) -> str:
    """Give what it is about, without the marks of answering and forwarding."""
    return _MARKS.sub("", " ".join(_unescaped(str(message["subject"] or "")).split()))


def _with_subject(subject: str, text: str) -> str:
    """Put the subject above the words, as their first line, unless they begin with it."""
    begins = " ".join(text.split()).casefold().startswith(subject.casefold())
    return text if begins or not text.strip() else f"{subject}\n\n{text}"


def _unescaped(header: str) -> str:
    """Give back the letters that a program wrote into a head as they are, as many do against the rule."""
    return header if header.isprintable() else decoded(header.encode("utf-8", "surrogateescape"))


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        written = content.decode(body.get_content_charset("utf-8"))
    except (
        LookupError,
        OSError,
        ValueError,
    ):  # nobody knows it, it isn't loaded here, or it says a wrong one
        written = decoded(content)
    if body.get_content_subtype() != "html":
        return written
    reader = WordsReader()
    reader.read(written)
    return reader.text


def _pictures(message: EmailMessage) -> str:
    parts = (one for one in message.walk() if one.get_content_maintype() == "image")
    names = [" ".join(_unescaped(one.get_filename() or "").split())[:_NAME_MOST] for one in parts]
    return ", ".join(name for name in names[:_PICTURES_MOST] if name)


def _tidy(text: str) -> str:
    """Keep lines and empty lines between them, and no character that only steers."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    shown = "\n".join("".join(one for one in line if one.isprintable()) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", shown).strip()
