"""A strict stand-in for the calls of Facebook's Graph that a Page's posts need, and for what visitors see.

No server of it can be had. It is written from its reference, and refuses what the real one refuses and more:
a parameter or field that it doesn't know, a token in an address. What it can't show: Facebook's own moods.
"""

import itertools
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import formatdate
from urllib.parse import parse_qsl, urlsplit

from smadmin.domain.publishers import Access, Outgoing, Posted
from tests.loopback import Caller, answer, header, serving
from tests.servers.graph_asked import GraphError, fields_of, form_of, invalid, only, waits_until
from tests.servers.graph_page import Post, shown

VERSION = "v25.0"
SCOPES = frozenset({"pages_manage_posts", "pages_read_engagement", "pages_show_list"})
LARGEST = 10_000_000
MOST_CHARACTERS, MOST_PICTURES = 63_206, 10
PAGE_FIELDS = frozenset({"id", "name", "username", "category", "link", "is_published"})
PERSON_FIELDS = frozenset({"id", "name", "link"})
POST_FIELDS = frozenset({"id", "message", "created_time", "permalink_url", "is_published", "attachments"})
PHOTO_FIELDS = frozenset({"id", "alt_text", "alt_text_custom", "created_time"})


@dataclass(frozen=True, repr=False)
class Holder:
    """Whose a token is, and what it may do.

    Args:
        id, name, handle: of the Page or the person.
        page: whether it is a Page's.
        scopes: what was allowed.
        trouble: the subcode with which it is refused: 463 ended, 460 the password was changed; 0 for none.
        live: whether the app that made it is in Live mode; else only its own people see what it posts.
    """

    id: str
    name: str
    handle: str
    page: bool = True
    scopes: frozenset[str] = SCOPES
    trouble: int = 0
    live: bool = True


@dataclass
class Photo:
    """An uploaded picture, of a Page."""

    page: str
    content: bytes
    alt: str
    used: bool = False


@dataclass
class Graph:
    """The stand-in; `instead` are answers that are given next, whatever is asked."""

    tokens: dict[str, Holder] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    photos: dict[str, Photo] = field(default_factory=dict)
    instead: list[bytes] = field(default_factory=list)
    address: str = ""
    now: Callable[[], float] = time.time
    lock: threading.RLock = field(default_factory=threading.RLock)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(7001))

    def access(self, name: str = "larks") -> Access:
        """Log in by the token that is called so."""
        return Access(self.address, "", f"{name}-token")

    def how_many(self, outgoing: Outgoing) -> int:
        """Count the posts with these words, also those that wait."""
        with self.lock:
            return sum(one.message == outgoing.text for one in self.posts.values())

    def bytes_of(self, posted: Posted) -> list[bytes]:
        """Give a post's pictures as they came."""
        with self.lock:
            return [self.photos[one].content for one in self.posts[posted.id].photos]

    def talk(self, caller: Caller) -> None:
        """Hold one conversation."""
        head = caller.head()
        if not head:
            return
        body = caller.body(head)
        with self.lock:
            caller.say(self.instead.pop(0) if self.instead else self._answered(head, body))

    def _answered(self, head: bytes, body: bytes) -> bytes:
        method, target, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ", 2)
        at = urlsplit(target)
        query = dict(parse_qsl(at.query, keep_blank_values=True))
        if at.path == "/plugins/post.php":
            return answer(
                200, shown(self._asked_for(query)).encode(), content_type="text/html; charset=utf-8"
            )
        try:
            told = self._told(method, at.path, query, form_of(head, body), head)
        except GraphError as refused:
            return refused.answer
        return answer(200, json.dumps(told).encode(), date=formatdate(usegmt=True))

    def _asked_for(self, query: dict[str, str]) -> Post | None:
        href = urlsplit(query["href"])
        page, _, number = href.path.strip("/").partition("/posts/")
        return self.posts.get(f"{page}_{number}") if href.netloc == "www.facebook.com" else None

    def _told(
        self, method: str, path: str, query: dict[str, str], form: dict[str, bytes], head: bytes
    ) -> Mapping[str, object]:
        _, version, *route = path.split("/")
        if version != VERSION:
            raise GraphError(2635, "(#2635) You are calling a deprecated version.")
        if "access_token" in query or "access_token" in form:
            raise AssertionError("a token in an address or a body")
        holder = self._holder(header(head, "authorization"))
        match method, route:
            case "GET", [id]:
                return self._node(holder, holder.id if id == "me" else id, query)
            case "GET", [page, ("published_posts" | "scheduled_posts") as edge]:
                return self._listed(_own(holder, page), edge, query)
            case "POST", [page, "photos"]:
                return self._uploaded(_may_post(_own(holder, page)), form)
            case "POST", [page, "feed"]:
                return self._posted(_may_post(_own(holder, page)), form)
            case "POST", [id]:
                only(form, {"message"})
                self._post(_may_post(holder), id).message = form["message"].decode()
                return {"success": True}
            case "DELETE", [id]:
                return self._deleted(_may_post(holder), id)
        raise GraphError(2500, "Unknown path components")

    def _holder(self, authorization: str) -> Holder:
        kind, _, token = authorization.partition(" ")
        holder = self.tokens.get(token)
        if kind != "Bearer" or not token:
            raise GraphError(2500, "An active access token must be used to query information.")
        if holder is None:
            raise GraphError(190, "Invalid OAuth access token - Cannot parse access token", status=401)
        if holder.trouble:
            raise GraphError(
                190, "Error validating access token: Session has expired.", holder.trouble, status=401
            )
        return holder

    def _node(self, holder: Holder, id: str, query: dict[str, str]) -> Mapping[str, object]:
        only(query, {"fields"})
        if id == holder.id:
            fields = fields_of(query, PAGE_FIELDS if holder.page else PERSON_FIELDS)
            told = {"id": id, "name": holder.name, "username": holder.handle, "category": "School"}
            return {name: told[name] for name in fields if told.get(name)}
        if id in self.photos:
            fields = fields_of(query, PHOTO_FIELDS)
            told = {"id": id, "alt_text_custom": self.photos[id].alt, "alt_text": "May be an image"}
            return {name: told[name] for name in {*fields, "id"} if told.get(name)}
        _need(holder, "pages_read_engagement")
        return self._as_told(self._post(holder, id), fields_of(query, POST_FIELDS))

    def _listed(self, holder: Holder, edge: str, query: dict[str, str]) -> Mapping[str, object]:
        _need(holder, "pages_read_engagement")
        only(query, {"fields", "limit", "since"})
        if not 1 <= int(query.get("limit", "25")) <= 100:
            raise invalid("limit must be at most 100")
        fields = fields_of(query, POST_FIELDS | {"scheduled_publish_time"})
        waiting = edge == "scheduled_posts"
        mine = [
            one for one in self.posts.values() if one.page == holder.id and (one.at is not None) == waiting
        ]
        newer = [one for one in mine if one.made >= float(query.get("since", "0"))]
        newest = sorted(newer, key=lambda one: (one.made, one.id), reverse=True)
        told = [self._as_told(one, fields) for one in newest[: int(query.get("limit", "25"))]]
        return {"data": told, "paging": {"cursors": {"before": "b", "after": "a"}}}

    def _as_told(self, post: Post, fields: set[str]) -> Mapping[str, object]:
        made = datetime.fromtimestamp(post.made, UTC)
        told: dict[str, object] = {
            "id": post.id,
            "message": post.message,
            "created_time": f"{made:%Y-%m-%dT%H:%M:%S}+0000",
            "is_published": post.at is None,
            "scheduled_publish_time": None if post.at is None else int(post.at),
            "permalink_url": f"https://www.facebook.com/{post.id.replace('_', '/posts/')}",
            "attachments": self._attachments(post),
        }
        return {name: told[name] for name in {*fields, "id"} if told.get(name)}

    def _attachments(self, post: Post) -> Mapping[str, object] | None:
        each: list[object] = [{"type": "photo", "target": {"id": one}} for one in post.photos]
        if len(each) > 1:
            return {"data": [{"type": "album", "target": {"id": "9"}, "subattachments": {"data": each}}]}
        if post.link:
            each = [{"type": "share", "target": {}, "unshimmed_url": post.link}]
        return {"data": each} if each else None

    def _uploaded(self, holder: Holder, form: dict[str, bytes]) -> Mapping[str, object]:
        only(form, {"source", "published", "alt_text_custom", "temporary"})
        if form.get("published") != b"false":
            raise invalid("a picture that would be a post of its own")
        if len(form["source"]) >= LARGEST or not form["source"].startswith((b"\xff\xd8", b"\x89PNG")):
            raise GraphError(1, "Please reduce the amount of data you're asking for", 1366046, status=500)
        id = str(next(self.numbers))
        self.photos[id] = Photo(holder.id, form["source"], form["alt_text_custom"].decode())
        return {"id": id}

    def _posted(self, holder: Holder, form: dict[str, bytes]) -> Mapping[str, object]:
        media = [name for name in form if name.startswith("attached_media[")]
        only(form, {"message", "link", "published", "scheduled_publish_time", *media})
        if sorted(media) != sorted(f"attached_media[{at}]" for at in range(len(media))):
            raise invalid("attached_media must be a list")
        photos = [json.loads(form[f"attached_media[{at}]"])["media_fbid"] for at in range(len(media))]
        message, link = form.get("message", b"").decode(), form.get("link", b"").decode()
        self._fits(holder, message, link, photos)
        at = waits_until(form, self.now())
        for one in photos:
            self.photos[one].used = True
        id = f"{holder.id}_{next(self.numbers)}"
        self.posts[id] = Post(id, holder.id, message, link, photos, self.now(), holder.live, at)
        return {"id": id}

    def _fits(self, holder: Holder, message: str, link: str, photos: list[str]) -> None:
        if not message and not link and not photos:
            raise invalid("Missing message or attachment")
        if link and photos:
            raise invalid("a link and pictures in one post")
        if len(message.encode("utf-16-le")) // 2 > MOST_CHARACTERS or len(photos) > MOST_PICTURES:
            raise invalid("Param message is too long")
        if any(one not in self.photos or self.photos[one].page != holder.id for one in photos):
            raise invalid("Invalid photo")
        if any(self.photos[one].used for one in photos):
            raise invalid("Photos were already posted.")
        mine = [one for one in self.posts.values() if one.page == holder.id]
        if message and any((one.message, one.link) == (message, link) for one in mine if not one.photos):
            raise GraphError(506, "Duplicate status message")

    def _deleted(self, holder: Holder, id: str) -> Mapping[str, object]:
        if id in self.photos and self.photos[id].page == holder.id:
            del self.photos[id]
            for post in self.posts.values():
                post.photos = [one for one in post.photos if one != id]
        else:
            del self.posts[self._post(holder, id).id]
        return {"success": True}

    def _post(self, holder: Holder, id: str) -> Post:
        post = self.posts.get(id)
        if post is None or post.page != holder.id:
            raise GraphError(
                100, f"Unsupported request. Object with ID '{id}' does not exist, cannot be loaded", 33
            )
        return post


def _need(holder: Holder, scope: str) -> Holder:
    if not holder.page or scope not in holder.scopes:
        raise GraphError(200, f"(#200) This endpoint requires the '{scope}' permission", status=403)
    return holder


def _own(holder: Holder, page: str) -> Holder:
    if page != holder.id:
        raise GraphError(200, "(#200) The user hasn't authorized the application", status=403)
    return holder


def _may_post(holder: Holder) -> Holder:
    return _need(holder, "pages_manage_posts")


@contextmanager
def running() -> Iterator[Graph]:
    """Have it answer on this computer until the end of the block."""
    graph = Graph(
        {
            "larks-token": Holder("1001", "Lark Hill School", "larkhill"),
            "wrens-token": Holder("1002", "Wrens Primary", ""),
            "person-token": Holder("5", "Ana Pérez", "", page=False),
            "ended-token": Holder("1001", "Lark Hill School", "larkhill", trouble=463),
            "reader-token": Holder(
                "1001", "Lark Hill School", "larkhill", scopes=SCOPES - {"pages_manage_posts"}
            ),
            "trying-token": Holder("1001", "Lark Hill School", "larkhill", live=False),
        }
    )
    with serving(graph.talk) as server:
        graph.address = server.address
        yield graph
