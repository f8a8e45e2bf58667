"""What of an MP4 or MOV file is neither picture nor sound (ISO/IEC 14496-12). Runs in a jailed process only.

Nothing is rewritten: a box that doesn't belong becomes `free` and its bytes zeros, so no offset moves and the
pictures stay as they were, to the bit. Only known boxes stay, and of `mdat` only bytes of kept samples.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from smadmin.imaging.video_border import LONGEST_MS, MOST_BLANKS, Held, VideoReason
from smadmin.imaging.video_codes import heard_here, shown_here
from smadmin.imaging.video_samples import sample_places
from smadmin.imaging.video_tables import IN_DESCRIPTION, IN_WAVE, Box, Place, boxes_at, content_end
from smadmin.jail.trade import Refusal

_TOP = frozenset({b"ftyp", b"moov", b"mdat"})
_FREE, _PIECES = frozenset({b"free", b"skip", b"wide"}), frozenset({b"moof", b"mvex"})
_IN_MOVIE = frozenset({b"mvhd", b"trak"})
_IN_TRACK = frozenset({b"tkhd", b"edts", b"mdia"})
_IN_MEDIA = frozenset({b"mdhd", b"hdlr", b"minf"})
_IN_HANDLER = frozenset({b"vmhd", b"smhd", b"dinf", b"stbl", b"hdlr"})
_IN_TABLES = frozenset(
    {b"stsd", b"stts", b"stss", b"ctts", b"cslg", b"stsc", b"stsz", b"stz2", b"stco", b"co64"} | {b"stps"}
)
_PLACES = (b"\xa9xyz", b"loci", b"location", b"GPS", b"gps")
_MOST_BOXES = 20_000
_MOST_LATE_MS = 1_000
"""An edit list may leave out so much at the beginning or the end: encoders put a few frames there."""
_LONG_HEAD, _SHORT_HEAD, _TIMES_OLD, _TIMES_NEW = 16, 8, 8, 16
_SEARCHED, _NAME_AT = 1 << 16, 12
_COMPRESSOR_AT, _COMPRESSOR_BYTES, _WIDTH_AT, _HANDLERS = 50, 32, 32, (b"vide", b"soun")


@dataclass
class Layout:
    """What is to be taken out of a file, and what it is then.

    Args:
        renamed: boxes that become `free`, by where they begin.
        blanks: bytes that become zeros.
        held: bits of `Held`.
        sound_ms, heard: how long its sound is (-1: none), and whether it may be opened here as coded.
        pictures: how many there are by the file's own word.
    """

    renamed: list[int] = field(default_factory=list)
    blanks: list[Place] = field(default_factory=list)
    held: int = 0
    sound_ms: int = -1
    heard: bool = False
    length_ms: int = 0
    pictures: int = 0


@dataclass(frozen=True)
class _Track:
    box: Box
    handler: bytes
    boxes: dict[bytes, Box]
    pixels: int


def read_layout(body: bytearray) -> Layout:
    """Say what of a file is neither picture nor sound.

    Raises:
        Refusal: it is no MP4 or MOV file, or one whose parts can't be told apart.
    """
    try:
        return _Reader(body).read()
    except (struct.error, LookupError, ValueError, OverflowError, StopIteration) as error:
        raise Refusal(VideoReason.BROKEN) from error


class _Reader:
    """Reads one file."""

    def __init__(self, body: bytearray) -> None:
        self._body = body
        self._left = _MOST_BOXES
        self._layout = Layout()

    def read(self) -> Layout:
        """Go through the whole file."""
        top = list(self._boxes(0, len(self._body), outermost=True))
        kinds = {box.kind for box in top}
        if not kinds & (_TOP | _FREE):
            raise Refusal(VideoReason.NOT_A_VIDEO)
        if kinds & _PIECES:
            raise Refusal(VideoReason.IN_PIECES)
        movies = [box for box in top if box.kind == b"moov"]
        if len(movies) != 1:
            raise Refusal(VideoReason.BROKEN)
        for box in top:
            if box.kind not in _TOP:
                self._take_out(box, Held.REST)
        self._sweep([box for box in top if box.kind == b"mdat"], self._movie(movies[0]))
        if len(self._layout.blanks) > MOST_BLANKS:
            raise Refusal(VideoReason.BROKEN)
        return self._layout

    def _boxes(self, at: int, end: int, *, outermost: bool = False) -> Iterator[Box]:
        while at + _SHORT_HEAD <= end:
            self._left -= 1
            if self._left < 0:
                raise Refusal(VideoReason.BROKEN)
            size, kind = struct.unpack_from(">I4s", self._body, at)
            head = _SHORT_HEAD
            if size == 1:
                (size,), head = struct.unpack_from(">Q", self._body, at + _SHORT_HEAD), _LONG_HEAD
            elif size == 0:
                size = end - at
            if size < head or at + size > end:
                raise Refusal(VideoReason.NOT_A_VIDEO if outermost and at == 0 else VideoReason.BROKEN)
            yield Box(bytes(kind), at, at + head, at + size)
            at += size
        if at < end:
            self._blank(at, end - at)

    def _take_out(self, box: Box, held: Held) -> None:
        """Make a box nothing; what it said is noted only where it said something."""
        if box.kind not in _FREE:
            self._layout.renamed.append(box.start)
        if not self._says_something(box.content, box.end):
            return
        begins = bytes(self._body[box.content : min(box.end, box.content + _SEARCHED)])
        place = box.kind in _PLACES or any(mark in begins for mark in _PLACES)
        self._layout.held |= held | (Held.PLACE if place else 0)
        self._layout.blanks.append((box.content, box.end - box.content))

    def _blank(self, at: int, size: int, held: int = 0) -> None:
        if size > 0 and self._says_something(at, at + size):
            self._layout.blanks.append((at, size))
            self._layout.held |= held

    def _says_something(self, start: int, end: int) -> bool:
        """Tell whether any of these bytes isn't zero."""
        return self._body.count(0, start, end) != end - start

    def _only(self, box: Box, allowed: frozenset[bytes]) -> list[Box]:
        """Give the boxes within one that belong there; the others are taken out."""
        kept = []
        for inner in self._boxes(box.content, box.end):
            if inner.kind in _PIECES:
                raise Refusal(VideoReason.IN_PIECES)
            if inner.kind in allowed:
                kept.append(inner)
            else:
                self._take_out(inner, Held.DEVICE if inner.kind in {b"udta", b"meta"} else Held.REST)
        return kept

    def _movie(self, movie: Box) -> list[Place]:
        """Keep the largest picture and the first sound; give where their samples lie."""
        inside = self._only(movie, _IN_MOVIE)
        (scale,) = (self._times(box)[0] for box in inside if box.kind == b"mvhd")
        tracks = [self._track(box) for box in inside if box.kind == b"trak"]
        pictures = [one for one in tracks if one.handler == b"vide"]
        sounds = [one for one in tracks if one.handler == b"soun"]
        if not pictures:
            raise Refusal(VideoReason.NO_PICTURES)
        kept = [max(pictures, key=lambda one: one.pixels), *sounds[:1]]
        for track in tracks:
            if track not in kept:
                self._take_out(track.box, Held.TRACKS)
        return [place for track in kept for place in self._keep(track, scale)]

    def _track(self, box: Box) -> _Track:
        """Read what kind of track it is, without judging what else is in it."""
        boxes = {inner.kind: inner for inner in self._boxes(box.content, box.end)}
        media = boxes[b"mdia"]
        boxes |= {inner.kind: inner for inner in self._boxes(media.content, media.end)}
        handler = bytes(self._body[boxes[b"hdlr"].content + 8 : boxes[b"hdlr"].content + 12])
        if handler not in _HANDLERS:
            return _Track(box, handler, boxes, 0)
        within = boxes[b"minf"]
        tables = next(one for one in self._boxes(within.content, within.end) if one.kind == b"stbl")
        boxes |= {inner.kind: inner for inner in self._boxes(tables.content, tables.end)}
        boxes[b"stbl"] = tables
        return _Track(box, handler, boxes, self._size(boxes[b"stsd"]) if handler == b"vide" else 0)

    def _size(self, description: Box) -> int:
        entry = description.content + _SHORT_HEAD
        width, height = struct.unpack_from(">HH", self._body, entry + _WIDTH_AT)
        return int(width) * int(height)

    def _keep(self, track: _Track, movie_scale: int) -> Sequence[Place]:
        inside = self._only(track.box, _IN_TRACK)
        for box in (one for one in inside if one.kind == b"tkhd"):
            self._times(box)
        media = next(box for box in inside if box.kind == b"mdia")
        scale, length = 1, 0
        for box in self._only(media, _IN_MEDIA):
            if box.kind == b"mdhd":
                scale, length = self._times(box)
            elif box.kind == b"hdlr":
                self._blank(box.content + _NAME_AT, box.end - box.content - _NAME_AT)
            else:
                self._handler(box, shows=track.handler == b"vide")
        length_ms = length * 1000 // scale
        if length_ms > LONGEST_MS:
            raise Refusal(VideoReason.TOO_LONG)
        if track.handler == b"soun":
            self._layout.sound_ms = length_ms
        else:
            self._layout.length_ms = length_ms
            (self._layout.pictures,) = struct.unpack_from(">I", self._body, track.boxes[b"stsz"].content + 8)
        edits = next((box for box in inside if box.kind == b"edts"), None)
        if edits is not None:
            self._judge_edits(edits, scale=scale, movie_scale=movie_scale, length_ms=length_ms)
        return sample_places(self._body, {kind: (b.content, b.end) for kind, b in track.boxes.items()})

    def _handler(self, box: Box, *, shows: bool) -> None:
        for inner in self._only(box, _IN_HANDLER):
            if inner.kind == b"dinf":
                self._references(inner)
            elif inner.kind == b"hdlr":
                self._blank(inner.content + _NAME_AT, inner.end - inner.content - _NAME_AT)
            elif inner.kind == b"stbl":
                for table in self._only(inner, _IN_TABLES):
                    if table.kind == b"stsd":
                        self._descriptions(table, shows=shows)
                    self._trim(table)
            else:
                self._trim(inner)

    def _descriptions(self, box: Box, *, shows: bool) -> None:
        """Leave of descriptions what a decoder needs, without the encoder's name."""
        (count,) = struct.unpack_from(">I", self._body, box.content + 4)
        for number, entry in enumerate(self._boxes(box.content + _SHORT_HEAD, box.end)):
            if number >= count:
                self._take_out(entry, Held.REST)
                continue
            inside = boxes_at(self._body, entry, shows=shows, newer=self._body[box.content] == 1)
            if shows and entry.start + _COMPRESSOR_AT + _COMPRESSOR_BYTES <= entry.end:
                self._blank(entry.start + _COMPRESSOR_AT, _COMPRESSOR_BYTES, Held.DEVICE)
            kept = self._only(Box(entry.kind, entry.start, inside, entry.end), IN_DESCRIPTION)
            if shows and not shown_here(self._body, entry, kept):
                raise Refusal(VideoReason.UNKNOWN_KIND)
            waves = [found for one in kept if one.kind == b"wave" for found in self._only(one, IN_WAVE)]
            self._layout.heard |= not shows and heard_here(self._body, entry, [*kept, *waves])

    def _trim(self, box: Box) -> None:
        """Take out what stands in a box behind what belongs there."""
        end = content_end(self._body, box)
        self._blank(end, box.end - end, Held.REST)

    def _references(self, box: Box) -> None:
        """Refuse what lies in other files, and take their names out."""
        for references in self._boxes(box.content, box.end):
            for entry in self._boxes(references.content + _SHORT_HEAD, references.end):
                if not self._body[entry.content + 3] & 1:
                    raise Refusal(VideoReason.BROKEN)
                self._blank(entry.content + 4, entry.end - entry.content - 4, Held.REST)

    def _times(self, box: Box) -> tuple[int, int]:
        """Take out when it was made and changed; give the units a second has, and the length in them."""
        newer = self._body[box.content] == 1
        self._trim(box)
        self._blank(box.content + 4, _TIMES_NEW if newer else _TIMES_OLD, Held.DEVICE)
        if box.kind == b"tkhd":
            return 1, 0
        at = box.content + 4 + (_TIMES_NEW if newer else _TIMES_OLD)
        scale, length = struct.unpack_from(">IQ" if newer else ">II", self._body, at)
        if not scale:
            raise Refusal(VideoReason.BROKEN)
        return int(scale), int(length)

    def _judge_edits(self, edits: Box, *, scale: int, movie_scale: int, length_ms: int) -> None:
        """Refuse an edit list that leaves out what would still go out."""
        shown_ms, parts = 0, 0
        for box in self._only(edits, frozenset({b"elst"})):
            self._trim(box)
            newer = self._body[box.content] == 1
            (count,) = struct.unpack_from(">I", self._body, box.content + 4)
            entry = struct.Struct(">Qqi" if newer else ">Iii")
            for number in range(min(count, _MOST_BOXES)):
                length, begins, rate = entry.unpack_from(self._body, box.content + 8 + number * entry.size)
                if begins < 0:
                    continue  # nothing is shown for a while: sound that begins later
                parts += 1
                shown_ms += length * 1000 // movie_scale
                if begins * 1000 // scale > _MOST_LATE_MS or rate != 1 << 16:
                    raise Refusal(VideoReason.CUT_INSIDE)
        if parts > 1 or (parts and shown_ms and shown_ms < length_ms - _MOST_LATE_MS):
            raise Refusal(VideoReason.CUT_INSIDE)

    def _sweep(self, holders: Sequence[Box], kept: Sequence[Place]) -> None:
        """Blank what of the boxes of data belongs to no kept sample."""
        places = sorted(kept)
        for box in holders:
            at = box.content
            for start, size in places:
                if start + size <= box.content or start >= box.end:
                    continue
                if start > at:
                    self._blank(at, start - at, Held.REST)
                at = max(at, start + size)
            if at < box.end:
                self._blank(at, box.end - at, Held.REST)
