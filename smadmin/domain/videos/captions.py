"""Captions: an SRT or WebVTT file, read strictly enough that a platform takes it. Pure.

It runs in the jailed process too: who brought the file, nobody vouches for.
"""

from dataclasses import dataclass
from enum import StrEnum
from html import unescape

import regex

MOST_BYTES = 2_000_000
_AFTER_END_MS = 2_000
"""So far behind the video's end a line may still stand."""
_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
_TIMING = regex.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_WHEN_AND_WHERE = regex.compile(
    rf"^[ \t]*+{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+(?:align|line|position|region|size|vertical):\S++)*+"
)
_TAG = regex.compile(r"<([^<>\n]*+)>")
_MARKS = ("NOTE", "STYLE", "REGION")
_CONTROLS = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_HOUR_MS, _MINUTE_MS, _SECOND_MS = 3_600_000, 60_000, 1_000


class CaptionKind(StrEnum):
    """What the file is; also its ending."""

    SRT = "srt"
    VTT = "vtt"


class CaptionFault(StrEnum):
    """Why a file can't be used as captions."""

    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    NO_LINES = "no-lines"
    TIMES = "times"  # a line ends before it begins, or they aren't in order
    TOO_LONG = "too-long"  # they go on after the video has ended


@dataclass(frozen=True)
class Captions:
    """Captions as they go out.

    Args:
        kind: SRT or WebVTT.
        text: the file's text, with plain line ends and without control characters.
        lines: how many there are.
    """

    kind: CaptionKind
    text: str
    lines: int


def read_captions(untrusted: bytes, *, length_ms: int) -> Captions | CaptionFault:
    """Read a captions file.

    Args:
        untrusted: the file's bytes.
        length_ms: of the video they belong to.
    """
    if len(untrusted) > MOST_BYTES:
        return CaptionFault.TOO_LARGE
    text = _decoded(untrusted)
    if text is None or "\x00" in text:
        return CaptionFault.NOT_TEXT
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip() + "\n"
    kind = CaptionKind.VTT if text.startswith("WEBVTT") else CaptionKind.SRT
    times = _times(text)
    if not times:
        return CaptionFault.NO_LINES
    starts = [start for start, _ in times]
    if starts != sorted(starts) or any(end <= start for start, end in times):
        return CaptionFault.TIMES
    if times[-1][0] > length_ms or max(end for _, end in times) > length_ms + _AFTER_END_MS:
        return CaptionFault.TOO_LONG
    return Captions(kind, text, len(times))


def spoken(captions: Captions) -> str:
    """Give the words alone, without numbers, times and tags, for whoever reads them by the policy.

    All of them: the file goes out as it is, and players show more of it than the format says (what follows an
    empty line). Names stand in tags too (`<v Maya Ortega>`), and automatic captions put tags into names.
    """
    lines = captions.text.removeprefix("WEBVTT").split("\n")
    words = [
        unescape(_TAG.sub("", _WHEN_AND_WHERE.sub("", line))).strip()
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if not ("-->" in after and line.strip().isdecimal())
    ]
    in_tags = dict.fromkeys(unescape(match[1]) for match in _TAG.finditer(captions.text) if " " in match[1])
    return "\n".join(line for line in (*words, *in_tags) if line)


def _decoded(untrusted: bytes) -> str | None:
    wide = untrusted[:2] in {b"\xff\xfe", b"\xfe\xff"}
    try:
        return untrusted.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None


def _times(text: str) -> list[tuple[int, int]]:
    found = []
    for block in text.split("\n\n"):
        lines = block.strip().split("\n")
        at = next((number for number, line in enumerate(lines[:2]) if "-->" in line), None)
        if at is None or lines[0].startswith(_MARKS):
            continue
        timing = _TIMING.fullmatch(lines[at].strip())
        if timing is None or not any(line.strip() for line in lines[at + 1 :]):
            continue
        parts = [int(part or 0) for part in timing.groups()]
        found.append((_ms(parts[:4]), _ms(parts[4:])))
    return found


def _ms(parts: list[int]) -> int:
    hours, minutes, seconds, rest = parts
    return hours * _HOUR_MS + minutes * _MINUTE_MS + seconds * _SECOND_MS + rest
