"""The manifest: exactly what a release releases, to the byte (`keys.md`, Approval).

It is signed as the part `manifest` of the row `approve`. What the author let stand is signed beside it, as
the part `overrides`: that quotes names and reasons, so it stays at school when the manifest of a published
post leaves in an export.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, VideoId

MANIFEST_PART, OVERRIDES_PART = "manifest", "overrides"

MANIFEST_VERSION = 3
"""The shape that is signed today. A newer one gets a writer beside the old, which stays: a release is
compared by the writer that made it."""

ONE_FOR_ALL = frozenset({1, 2})
"""The shapes in which one file of a picture goes to every account; 1 knows no video either."""

File = tuple[PhotoId, str, str]
"""A picture's photo, the SHA-256 of its file (hex), and its alt text."""


@dataclass(frozen=True)
class Identified:
    """Which account is meant: its pinned platform id (empty where none is), its handle and its page."""

    pin: str
    handle: str
    page: str


@dataclass(frozen=True)
class SignedVideo:
    """The video that goes out.

    Args:
        sha256: of its bytes, hex; `captions` of theirs, empty where there are none.
        seen: the rows by which persons said that they saw it to its end.
    """

    video: VideoId
    sha256: str
    captions: str
    seen: tuple[int, ...]


@dataclass(frozen=True)
class Manifest:
    """Everything that is released, to the byte. Change one and the release is void.

    Args:
        accounts: which accounts are meant.
        texts: the words per account.
        files: per account the pictures that go out there, in order, each with the file that was made for it.
        looks: per photo the rows of the first and second look.
        overrides: per finding that was let stand its rule, the words and the reason; a part of their own.
        opens, closes: the time window, UTC.
        video: the post's video, or None.
        v: the shape it is written in.
    """

    post: PostId
    revision: int
    author: PersonId
    accounts: Mapping[AccountId, Identified]
    texts: Mapping[AccountId, str]
    files: Mapping[AccountId, tuple[File, ...]]
    looks: tuple[tuple[PhotoId, int | None, int | None], ...]
    findings: tuple[str, ...]
    overrides: tuple[tuple[str, str, str], ...]
    policy: str
    mandate: ReleaseBy
    mandate_seq: int
    opens: datetime
    closes: datetime
    video: SignedVideo | None = None
    v: int = MANIFEST_VERSION

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed, in this manifest's own shape; of overrides only how many."""
        return _WRITERS[self.v](self)

    def overrides_plain(self) -> dict[str, Plain]:
        """Give the overrides as they are signed, beside the rest: they quote names and reasons."""
        return {"v": self.v, "overrides": [list(one) for one in self.overrides]}

    def parts(self) -> dict[str, Plain]:
        """Give the parts of the row that releases."""
        parts: dict[str, Plain] = {MANIFEST_PART: self.to_plain()}
        return {**parts, OVERRIDES_PART: self.overrides_plain()} if self.overrides else parts

    def to_bytes(self) -> bytes:
        """Give the canonical bytes of the part `manifest`."""
        return canonical(self.to_plain())

    @classmethod
    def from_bytes(cls, stored: bytes, overrides: bytes | None = None) -> "Manifest":
        """Read the signed parts back.

        Args:
            stored: the part `manifest`.
            overrides: the part `overrides`; None where there is none.

        Raises:
            ValueError: if the bytes are anything but what was written, or an override is missing.
        """
        value: Mapping[str, Any] = parse(stored)
        try:
            manifest = _READERS[value["v"]](value)
            told: Mapping[str, Any] = {"overrides": []} if overrides is None else parse(overrides)
            spoken = tuple((rule, words, reason) for rule, words, reason in told["overrides"])
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("not a manifest") from error
        manifest = replace(manifest, overrides=spoken)
        beside = canonical(manifest.overrides_plain()) if manifest.overrides else None
        if manifest.to_bytes() != stored or beside != overrides:
            raise ValueError("not a manifest")
        return manifest

    @classmethod
    def told_alone(cls, stored: bytes) -> "Manifest":
        """Read the part `manifest` for somebody to whom nothing is told of what was let stand.

        Raises:
            ValueError: if it is none. That it is the signed one, its part's digest says.
        """
        value: Mapping[str, Any] = parse(stored)
        try:
            return _READERS[value["v"]](value)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("not a manifest") from error


def _write_1(manifest: Manifest) -> dict[str, Plain]:
    return {
        "v": 1,
        "post": manifest.post,
        "revision": manifest.revision,
        "author": manifest.author,
        "accounts": {
            str(k): {"pin": one.pin, "handle": one.handle, "page": one.page}
            for k, one in manifest.accounts.items()
        },
        "texts": {str(k): v for k, v in manifest.texts.items()},
        "files": [list(file) for file in next(iter(manifest.files.values()), ())],
        "looks": [list(look) for look in manifest.looks],
        "findings": list(manifest.findings),
        "overrides": len(manifest.overrides),
        "policy": manifest.policy,
        "mandate": manifest.mandate.value,
        "mandate_seq": manifest.mandate_seq,
        "opens": manifest.opens.isoformat(timespec="seconds"),
        "closes": manifest.closes.isoformat(timespec="seconds"),
    }


def _read_1(value: Mapping[str, Any]) -> Manifest:
    files = _files(value["files"])
    return Manifest(
        post=PostId(value["post"]),
        revision=value["revision"],
        author=PersonId(value["author"]),
        accounts={AccountId(k): Identified(**one) for k, one in value["accounts"].items()},
        texts={AccountId(k): v for k, v in value["texts"].items()},
        files={AccountId(k): files for k in value["accounts"]},
        looks=tuple((PhotoId(photo), first, second) for photo, first, second in value["looks"]),
        findings=tuple(value["findings"]),
        overrides=(),
        policy=value["policy"],
        mandate=ReleaseBy(value["mandate"]),
        mandate_seq=value["mandate_seq"],
        opens=datetime.fromisoformat(value["opens"]),
        closes=datetime.fromisoformat(value["closes"]),
        v=1,
    )


def _write_2(manifest: Manifest) -> dict[str, Plain]:
    one = manifest.video
    video: Plain = None if one is None else [one.video, one.sha256, one.captions, list(one.seen)]
    return {**_write_1(manifest), "v": 2, "video": video}


def _read_2(value: Mapping[str, Any]) -> Manifest:
    told = value["video"]
    video = None if told is None else SignedVideo(VideoId(told[0]), told[1], told[2], tuple(told[3]))
    return replace(_read_1(value), video=video, v=2)


def _write_3(manifest: Manifest) -> dict[str, Plain]:
    files: dict[str, Plain] = {str(k): [list(file) for file in files] for k, files in manifest.files.items()}
    return {**_write_2(manifest), "v": 3, "files": files}


def _read_3(value: Mapping[str, Any]) -> Manifest:
    files = {AccountId(k): _files(told) for k, told in value["files"].items()}
    return replace(_read_2({**value, "files": ()}), files=files, v=3)


def _files(told: Iterable[tuple[str, str, str]]) -> tuple[File, ...]:
    return tuple((PhotoId(photo), sha256, alt) for photo, sha256, alt in told)


_WRITERS = {1: _write_1, 2: _write_2, 3: _write_3}
_READERS = {1: _read_1, 2: _read_2, 3: _read_3}
