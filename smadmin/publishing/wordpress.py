"""A school's blog (WordPress 5.6 and later) by its REST interface and an application password.

A post is made as a draft under a name of its own that comes from the publication's key, its pictures are put
beside it, and then it is made public by its number: whatever answer is lost on the way, there is at most a
draft that nobody sees, which the next attempt goes on with. Addresses are asked by `?rest_route=`, which
works whatever the blog's own addresses look like.
"""

import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import (
    Access,
    Outgoing,
    Picture,
    Posted,
    PublisherFailed,
    Seen,
    ServerLimits,
    Trouble,
    Who,
)
from smadmin.domain.titles import title_of
from smadmin.publishing.answers import Answer, Told
from smadmin.publishing.calls import Call, File, basic, get, post_json, with_query
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress_page import Shown, box_at, found_on, page_of, with_other_words

_GONE = frozenset({404, 410})
_HIDDEN = frozenset({401, 403, 404, 410})
_DRAFT, _FUTURE = "draft", "future"
_STATES = f"publish,{_FUTURE},private,pending,{_DRAFT},trash"
_OUT = frozenset({"publish", _FUTURE, "private", "trash"})
"""Out, waiting for its time, out of visitors' sight, or taken down: all of them were taken."""
_BINNED = "__trashed"
"""What WordPress adds to the name of a post in its bin."""
_OWN_NAME = re.compile(r"p[0-9a-f]{20}")
_OWN_PICTURE = re.compile(r"p[0-9a-f]{20}-\d+")
_ENDINGS: Mapping[str, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
}
_LEAST_AHEAD = timedelta(seconds=60)
"""A time nearer than this by the server's own clock would be posted at once."""


@dataclass(frozen=True)
class _Kept:
    """A post as the blog has it."""

    id: int
    status: str
    link: str


class WordPress:
    """The adapter; stopping its `web` stops what goes on here."""

    platform = Platform.WORDPRESS
    can_schedule = True
    can_correct = True

    def __init__(self, web: Web) -> None:
        """Prepare; nothing is asked yet."""
        self._web = web

    def who_am_i(self, access: Access) -> Who:
        """Ask who it is; the id names the blog as well, as every blog counts its people from 1."""
        told = self._asked(access, "users/me", {"context": "edit"}).told()
        at = urlsplit(access.server)
        place = f"{at.netloc}{at.path}".rstrip("/")
        id, handle, name = f"{told.whole('id')}@{place}", told.text("slug"), told.text("name")
        return Who(id, handle, name, access.server, told.server_time)

    def limits(self, access: Access) -> ServerLimits | None:
        """WordPress says nothing of its limits."""
        return None

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        """Post, once."""
        with self._web.errand():
            return self._out(access, outgoing, None)

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        """Have the blog post it at a time, once."""
        with self._web.errand():
            return self._out(access, outgoing, at.astimezone(UTC))

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        """Look for it by the name that comes from its key."""
        kept = self._kept(access, outgoing)
        return _posted(access.server, kept) if kept and kept.status in _OUT else None

    def waiting(self, access: Access, outgoing: Outgoing, **_: object) -> Posted | None:
        """Look whether it stands there for its time; one that the blog missed waits still."""
        found = self.find(access, outgoing)
        return found if found is not None and found.waits else None

    def read_back(self, server: str, posted: Posted) -> Seen:
        """Read its page as any visitor."""
        page = _own_page(server, _number(server, posted), posted.link)
        answer = self._web.ask(get(page), also=_HIDDEN)
        found = found_on(answer.body.decode("utf-8", "replace"))
        if answer.status in _HIDDEN or not found.there:
            return Seen("", (), 0, "", public=False, id=posted.id, link=posted.link, captured=answer.body)
        return Seen(
            text=found.text.strip(),
            alts=tuple(found.alts),
            pictures=len(found.alts),
            link_target=found.link,
            public=True,
            id=posted.id,
            link=posted.link,
            captured=answer.body,
            begins=box_at(answer.body),
            further_targets=tuple(found.links[1:]),
        )

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        """Change the words; the title, which is made of them, goes along."""
        route = f"posts/{_number(access.server, posted)}"
        with self._web.errand():
            there = self._asked(access, route, {"context": "edit"}).told()
            _require_own(there, posted)
            written = there.text("content", "raw")
            page = with_other_words(written, text, None)
            if page is None:
                raise PublisherFailed(Trouble.INVALID, _host(access.server))
            self._told(access, route, {"content": page, "title": _title(text, ())})

    def remove(self, access: Access, posted: Posted) -> None:
        """Put it into the blog's bin and delete its pictures; what waits goes for good, to be sent anew."""
        number = _number(access.server, posted)
        with self._web.errand():
            call = get(_address(access.server, f"posts/{number}", {"context": "edit"}), basic(access))
            answer, waits = self._web.ask(call, also=_GONE), False
            if answer.status not in _GONE:
                _require_own(answer.told(), posted)
                waits = answer.told().text("status") == _FUTURE
            self._remove(access, number, {"force": "true"} if waits else {})

    def _remove(self, access: Access, number: int, how: Mapping[str, str]) -> None:
        query = {"parent": str(number), "per_page": "100", "context": "edit"}
        pictures = self._asked(access, "media", query).told().each()
        login = basic(access)
        self._web.ask(Call("DELETE", _address(access.server, f"posts/{number}", how), login), also=_GONE)
        for picture in pictures:
            if _OWN_PICTURE.match(picture.text("slug")):
                route = f"media/{picture.whole('id')}"
                address = _address(access.server, route, {"force": "true"})
                self._web.ask(Call("DELETE", address, login), also=_GONE)

    def _out(self, access: Access, outgoing: Outgoing, at: datetime | None) -> Posted:
        kept = self._kept(access, outgoing)
        if kept and kept.status in _OUT:
            return _posted(access.server, kept)
        title = _title(outgoing.text, outgoing.pictures)
        draft = self._told(
            access,
            f"posts/{kept.id}" if kept else "posts",
            {"status": _DRAFT, "slug": _name(outgoing.key), "title": title},
        )
        number = draft.told().whole("id")
        if at is not None:
            _require_ahead(at, draft)
        shown = self._pictures(access, outgoing, number)
        fields = {"content": page_of(outgoing.text, outgoing.link, shown)}
        fields |= (
            {"status": "publish"}
            if at is None
            else {"status": _FUTURE, "date_gmt": f"{at:%Y-%m-%dT%H:%M:%S}"}
        )
        done = _read(self._told(access, f"posts/{number}", fields).told())
        if done.status not in _OUT:
            raise PublisherFailed(Trouble.INVALID, _host(access.server), said=done.status)
        return _posted(access.server, done)

    def _pictures(self, access: Access, outgoing: Outgoing, number: int) -> list[Shown]:
        """Put the pictures beside the draft, each once; those of an earlier attempt are taken as they are."""
        if not outgoing.pictures:
            return []
        names = [f"{_name(outgoing.key)}-{count}" for count in range(1, len(outgoing.pictures) + 1)]
        query = {"slug": ",".join(names), "per_page": "100", "context": "edit"}
        there = {one.text("slug"): one for one in self._asked(access, "media", query).told().each()}
        calls = [
            _described(access, there[name].whole("id"), picture, number)
            if name in there
            else _upload(access, name, picture, number)
            for name, picture in zip(names, outgoing.pictures, strict=True)
        ]
        # The first alone: it makes the month's folder, and two at once stumble over each other there.
        answers = self._web.ask_all(calls[:1]) + self._web.ask_all(calls[1:])
        told = [answer.told() for answer in answers]
        return [
            Shown(one.whole("id"), one.text("source_url"), picture.alt)
            for one, picture in zip(told, outgoing.pictures, strict=True)
        ]

    def _kept(self, access: Access, outgoing: Outgoing) -> _Kept | None:
        name = _name(outgoing.key)
        query = {"slug": f"{name},{name}{_BINNED}", "status": _STATES, "context": "edit"}
        call = get(_address(access.server, "posts", query), basic(access))
        answer = self._web.ask(call, also=[HTTPStatus.BAD_REQUEST])
        if answer.status == HTTPStatus.BAD_REQUEST:  # so it answers who may see no drafts
            raise PublisherFailed(Trouble.REFUSED, answer.host)
        kept = [_read(one) for one in answer.told().each()]
        return next((one for one in kept if one.status in _OUT), kept[0] if kept else None)

    def _asked(self, access: Access, route: str, query: Mapping[str, str]) -> Answer:
        return self._web.ask(get(_address(access.server, route, query), basic(access)))

    def _told(self, access: Access, route: str, fields: Mapping[str, object]) -> Answer:
        return self._web.ask(post_json(_address(access.server, route), fields, basic(access)))


def _name(key: str) -> str:
    """Give the name under which a publication stands in the blog, the end of its page's address."""
    return f"p{hashlib.sha256(key.encode()).hexdigest()[:20]}"


def _require_own(there: Told, posted: Posted) -> None:
    """Refuse to touch a post that isn't ours by its name: another blog has the same numbers."""
    name = there.text("slug").partition(_BINNED)[0]
    linked = urlsplit(posted.link).path.rstrip("/").rpartition("/")[2]
    if not _OWN_NAME.fullmatch(name) or (_OWN_NAME.fullmatch(linked) and linked != name):
        raise PublisherFailed(Trouble.INVALID, there.host)


def _title(text: str, pictures: Sequence[Picture]) -> str:
    return html.escape(title_of(text, [one.alt for one in pictures]), quote=False)


def _address(server: str, route: str, query: Mapping[str, str] | None = None) -> str:
    return with_query(f"{server.rstrip('/')}/?rest_route=/wp/v2/{route}", query or {})


def _upload(access: Access, name: str, picture: Picture, post: int) -> Call:
    return Call(
        "POST",
        _address(access.server, "media"),
        basic(access),
        form={"slug": name, "title": name, "alt_text": picture.alt, "post": str(post)},
        file=File(
            "file",
            f"{name}.{_ENDINGS.get(picture.media_type, 'jpg')}",
            picture.media_type,
            picture.content,
        ),
    )


def _described(access: Access, id: int, picture: Picture, post: int) -> Call:
    fields = {"alt_text": picture.alt, "post": post}
    return post_json(_address(access.server, f"media/{id}"), fields, basic(access))


def _read(told: Told) -> _Kept:
    return _Kept(told.whole("id"), told.text("status"), told.text("link"))


def _posted(server: str, kept: _Kept) -> Posted:
    waits = kept.status == _FUTURE
    return Posted(str(kept.id), _own_page(server, kept.id, kept.link), waits)


def _own_page(server: str, number: int, link: str) -> str:
    """Give a post's address, which must be on the blog's own server."""
    same = urlsplit(link)[:2] == urlsplit(server)[:2]
    return link if same else f"{server.rstrip('/')}/?p={number}"


def _number(server: str, posted: Posted) -> int:
    if not posted.id.isascii() or not posted.id.isdigit():
        raise PublisherFailed(Trouble.INVALID, _host(server))
    return int(posted.id)


def _require_ahead(at: datetime, answer: Answer) -> None:
    """Refuse a time that is over or nearly so by the server's own clock: it would post at once."""
    try:
        now = parsedate_to_datetime(answer.headers.get("date", ""))
        soonest = (now if now.tzinfo else now.replace(tzinfo=UTC)) + _LEAST_AHEAD
    except (ValueError, TypeError, OverflowError):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host) from None
    if at < soonest:
        raise PublisherFailed(Trouble.INVALID, answer.host)


def _host(server: str) -> str:
    return urlsplit(server).hostname or ""
