"""Mastodon (4.0 and later), by its REST interface and an access token.

A post carries a name from the publication's key (`Idempotency-Key`); a server that knows it gives the post
that is there. It forgets the name after an hour, and nobody can ask for it: what was lost is looked for among
the account's newest posts by its words, none older than the publication's beginning. Two posts of the same
words since then can't be told apart; then one that is out counts as found, so there is never one too many.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
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
from smadmin.publishing.answers import Answer, Told
from smadmin.publishing.calls import Call, File, Login, bearer, get, post_json, with_query
from smadmin.publishing.mastodon_page import same_words, words_of
from smadmin.publishing.web import Web

_GONE = frozenset({404, 410})
_HIDDEN = frozenset({401, 403, 404, 410})
_OPEN = frozenset({"public", "unlisted"})
_WAITING = "waits-"
"""Before the number of a post that waits for its time: when it is out it has another one."""
_NEWEST = "40"
"""Posts that are looked through; a server gives no more at a time."""
_CLOCKS_APART = timedelta(minutes=2)
"""So much earlier than the publication was begun, by our clock, a post may be dated and still be it."""
_SAME_TIME = timedelta(minutes=1)
"""So near to each other two times of posts that wait are one."""
_NUMBER = re.compile(r"[0-9]{1,20}", re.ASCII)
_NAME = re.compile(r"\w+(?:[.-]+\w+)*", re.ASCII)


class Mastodon:
    """The adapter; stopping its `web` stops what goes on here."""

    platform = Platform.MASTODON
    can_schedule = True
    can_correct = True

    def __init__(self, web: Web) -> None:
        """Prepare; nothing is asked yet."""
        self._web = web

    def who_am_i(self, access: Access) -> Who:
        """Ask who it is; the id names the server as well, as each counts by itself."""
        told = self._asked(access, "v1/accounts/verify_credentials")
        name = told.text("username")
        if not _NAME.fullmatch(name):
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, _host(access.server))
        page = f"{access.server.rstrip('/')}/@{name}"
        id = f"{_said_number(access.server, told)}@{urlsplit(access.server).netloc}"
        return Who(id, name, told.text("display_name") or name, page, told.server_time)

    def limits(self, access: Access) -> ServerLimits | None:
        """Ask what the server allows, which each sets for itself."""
        told = self._web.ask(get(_address(access.server, "v2/instance"))).told().at("configuration")
        texts, files = told.at("statuses"), told.at("media_attachments")
        types = [one.untrusted for one in files.each("supported_mime_types")]
        return ServerLimits(
            text=texts.known_whole("max_characters"),
            pictures=texts.known_whole("max_media_attachments"),
            alt=files.known_whole("description_limit"),
            picture_bytes=files.known_whole("image_size_limit"),
            picture_types=tuple(str(one)[6:] for one in types if str(one).startswith("image/")),
        )

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        """Post, once an hour; who sends later than that after a lost answer looks first."""
        with self._web.errand():
            told = self._out(access, outgoing, {})
        return _posted(access.server, told)

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        """Have the server post it at a time, which must be more than five minutes ahead."""
        with self._web.errand():
            when = at.astimezone(UTC).isoformat(timespec="seconds")
            told = self._out(access, outgoing, {"scheduled_at": when})
            waits, later = _waiting(access.server, told), _time(told, "scheduled_at") - at
            if abs(later) > _SAME_TIME:
                try:
                    gone = self._removed(access, waits)
                except PublisherFailed:  # it goes out at some time; by its name it is watched and taken back
                    return waits
                raise PublisherFailed(Trouble.INVALID if gone else Trouble.LOST, _host(access.server))
        return waits

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        """Look for its words among the newest posts: what only waits there isn't out."""
        with self._web.errand():
            id = _said_number(access.server, self._asked(access, "v1/accounts/verify_credentials"))
            query = {"limit": _NEWEST, "exclude_reblogs": "true"}
            out = self._asked(access, f"v1/accounts/{id}/statuses", query)
            for one in out.each():
                if _is_it(one, outgoing):
                    return _posted(access.server, one)
        return None

    def waiting(
        self, access: Access, outgoing: Outgoing, *, at: datetime | None = None, id: str = ""
    ) -> Posted | None:
        """Look for it by its number, or for its words among what waits; its pictures are named by nobody."""
        if id:
            route = f"v1/scheduled_statuses/{_number(access.server, id).removeprefix(_WAITING)}"
            answer = self._web.ask(get(_address(access.server, route), _login(access)), also=_GONE)
            return None if answer.status in _GONE else _waiting(access.server, answer.told())
        for one in self._asked(access, "v1/scheduled_statuses", {"limit": _NEWEST}).each():
            same_time = at is None or abs(_time(one, "scheduled_at") - at) < _SAME_TIME
            if same_time and same_words(one.text("params", "text"), outgoing.text):
                return _waiting(access.server, one)
        return None

    def read_back(self, server: str, posted: Posted) -> Seen:
        """Read it as any visitor."""
        id = _number(server, posted.id)
        hidden = Seen("", (), 0, "", public=False, id=posted.id, link=posted.link, captured=b"")
        if id.startswith(_WAITING):
            return hidden
        answer = self._web.ask(get(_address(server, f"v1/statuses/{id}")), also=_HIDDEN)
        if answer.status in _HIDDEN or answer.told().text("visibility") not in _OPEN:
            return replace(hidden, captured=answer.body)
        if answer.told().text("id") != id:
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host)
        return _seen(hidden, answer)

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        """Change the words; the pictures are named again, as the server drops those that aren't."""
        route = f"v1/statuses/{_number(access.server, posted.id)}"
        with self._web.errand():
            there = self._asked(access, route)
            fields = {
                "status": text,
                "media_ids": [one.text("id") for one in there.each("media_attachments")],
                "language": there.at("language").untrusted,
                "spoiler_text": there.text("spoiler_text"),
                "sensitive": there.at("sensitive").untrusted is True,
            }
            call = post_json(_address(access.server, route), fields, _login(access))
            changed = self._web.ask(_as_put(call)).told()
            if changed.text("id") != posted.id:
                raise PublisherFailed(Trouble.NOT_THE_PLATFORM, _host(access.server))

    def remove(self, access: Access, posted: Posted) -> None:
        """Delete a post for good and its pictures at once, or take one back that waits."""
        self._removed(access, posted)

    def _removed(self, access: Access, posted: Posted) -> bool:
        """Delete a post; tell whether it was there still."""
        id = _number(access.server, posted.id)
        waits = id.startswith(_WAITING)
        route = f"v1/{'scheduled_statuses' if waits else 'statuses'}/{id.removeprefix(_WAITING)}"
        query = {} if waits else {"delete_media": "true"}
        call = Call("DELETE", _address(access.server, route, query), _login(access))
        answer = self._web.ask(call, also=_GONE)
        if answer.status in _GONE:
            return False
        answer.told().at("id")
        return True

    def _out(self, access: Access, outgoing: Outgoing, more: Mapping[str, object]) -> Told:
        answers = self._web.ask_all([_upload(access, picture) for picture in outgoing.pictures])
        if any(answer.status == HTTPStatus.ACCEPTED for answer in answers):  # it is still at a file
            raise PublisherFailed(Trouble.BUSY, _host(access.server))
        fields = {
            "status": outgoing.text,
            "media_ids": [answer.told().text("id") for answer in answers],
            "language": outgoing.language,
            "visibility": "public",
            "sensitive": False,
            **more,
        }
        # What was taken back is still known by its key for an hour, and nothing else would be taken by it.
        key = f"{outgoing.key}{more.get('scheduled_at', '')}"
        name = {"Idempotency-Key": hashlib.sha256(key.encode()).hexdigest()}
        call = post_json(_address(access.server, "v1/statuses"), fields, _login(access), headers=name)
        return self._web.ask(call).told()

    def _asked(self, access: Access, route: str, query: Mapping[str, str] | None = None) -> Told:
        return self._web.ask(get(_address(access.server, route, query), _login(access))).told()


def _is_it(status: Told, outgoing: Outgoing) -> bool:
    """Tell whether a post of the account is this publication, which can't be older than its beginning."""
    if outgoing.since and _time(status) < outgoing.since - _CLOCKS_APART:
        return False
    alts = [one.at("description").untrusted or "" for one in status.each("media_attachments")]
    return same_words(words_of(status.text("content")).text, outgoing.text) and alts == [
        picture.alt for picture in outgoing.pictures
    ]


def _time(status: Told, name: str = "created_at") -> datetime:
    try:
        return datetime.fromisoformat(status.text(name)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, status.host) from None


def _seen(hidden: Seen, answer: Answer) -> Seen:
    told = answer.told()
    people = {one.text("url"): one.text("acct") for one in told.each("mentions")}
    found = words_of(told.text("content"), people)
    descriptions = [one.at("description").untrusted for one in told.each("media_attachments")]
    alts = tuple(one if isinstance(one, str) else "" for one in descriptions)
    shown = replace(hidden, text=found.text, alts=alts, pictures=len(alts), link_target=found.link)
    return replace(shown, public=True, captured=answer.body, further_targets=found.links[1:])


def _upload(access: Access, picture: Picture) -> Call:
    file = File(
        "file", f"picture.{picture.media_type.rpartition('/')[2]}", picture.media_type, picture.content
    )
    form = {"description": picture.alt}
    address = _address(access.server, "v2/media")
    return Call("POST", address, _login(access), form=form, file=file, harmless=True)


def _as_put(call: Call) -> Call:
    return Call("PUT", call.address, call.login, call.headers, call.content)


def _login(access: Access) -> Login:
    return bearer(access.secret.strip(), _host(access.server))


def _address(server: str, route: str, query: Mapping[str, str] | None = None) -> str:
    address = f"{server.rstrip('/')}/api/{route}"
    return with_query(address, query) if query else address


def _posted(server: str, status: Told) -> Posted:
    id, name = _said_number(server, status), status.text("account", "username")
    if not _NAME.fullmatch(name):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, _host(server))
    return Posted(id, f"{server.rstrip('/')}/@{name}/{id}")


def _waiting(server: str, told: Told) -> Posted:
    return Posted(f"{_WAITING}{_said_number(server, told)}", f"{server.rstrip('/')}/home", waits=True)


def _said_number(server: str, told: Told) -> str:
    """Give the id that a server says; a wrong one leaves open whether the post that it should name is out."""
    id = told.text("id")
    if not _NUMBER.fullmatch(id):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, _host(server))
    return id


def _number(server: str, id: str) -> str:
    """Give the id of one of our posts as it is kept here; with a wrong one nothing is asked."""
    if not _NUMBER.fullmatch(id.removeprefix(_WAITING)):
        raise PublisherFailed(Trouble.INVALID, _host(server))
    return id


def _host(server: str) -> str:
    return urlsplit(server).hostname or ""
