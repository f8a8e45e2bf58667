"""The trade of the process that opens lists and archives of past posts. It also lists an archive's files."""

from collections.abc import Mapping, Sequence

from smadmin.importing.past_posts import archives, lists
from smadmin.importing.past_posts.border import MOST_FILE_BYTES, SOURCES, Reason, Verb
from smadmin.importing.spreadsheets import archives as zips
from smadmin.importing.spreadsheets import trade as spreadsheets
from smadmin.importing.spreadsheets.border import packed
from smadmin.jail.trade import Job, Refusal, Reply


def prepare() -> Mapping[int, Job]:
    """Load what reads and give the verbs, those of lists of children among them."""
    b"".decode("utf-8-sig")  # codecs are looked up by name: not behind the fences
    own: dict[int, Job] = {
        Verb.POSTS: posts,
        Verb.ENTRY_POSTS: entry_posts,
        Verb.ENTRY_WHOSE: entry_whose,
        Verb.TITLES: titles,
    }
    return {**spreadsheets.prepare(), **own}


def posts(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the posts of a file."""
    content = bytes(body)
    if numbers:
        chosen = lists.read_list(content, tuple(one - 1 if one else None for one in numbers))
        return Reply((0, len(chosen.rows), chosen.broken_at, 0), packed(chosen.rows))
    begins = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begins in {b"[", b"{"}:
        source, rows = archives.read_archive(content)
        return Reply((SOURCES.index(source), len(rows), 0, 0), packed(rows))
    found = lists.read_list(content)
    return Reply((0, len(found.rows), found.broken_at, int(found.spanish)), packed(found.rows))


def titles(_numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the titles of a list."""
    found = lists.read_titles(bytes(body))
    return Reply((len(found),), packed((one,) for one in found))


def entry_posts(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give the posts of one file of an archive."""
    return posts((), bytearray(_unpacked(numbers, body)))


def entry_whose(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give what one file of an archive says of whose it is."""
    found = archives.whose_archive(_unpacked(numbers, body))
    return Reply((len(found),), packed(found))


def _unpacked(numbers: Sequence[int], body: bytearray) -> bytes:
    method, size, crc = numbers
    if size > MOST_FILE_BYTES:
        raise Refusal(Reason.TOO_LARGE)
    return zips.unpack(method, size, crc, bytes(body))
