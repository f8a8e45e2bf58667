"""Bluesky, by the few calls (XRPC) that a post needs, and an app password.

A post is a record under a name that comes from the publication's key; the server is told to write it only
where nothing stands yet, so that no lost answer makes a second one. A name is free again once its post was
deleted: Bluesky keeps nothing that could be found then. Nothing here can be changed or wait for its time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
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
from smadmin.publishing.bluesky_post import POSTS, alts_of, mentioned_in, read, record, record_key
from smadmin.publishing.calls import Call, Login, bearer, get, post_json, with_query
from smadmin.publishing.web import Web

PAGES = "https://bsky.app"
SHOWN_BY: Mapping[str, str] = {"https://bsky.social": "https://public.api.bsky.app"}
"""Who shows the posts of a server to visitors; other servers are asked themselves."""
_PROFILE = "app.bsky.actor.profile"
_ENDED = frozenset({"InvalidToken", "ExpiredToken", "AccountTakedown", "AccountDeactivated"})
"""What a server says, with the number of a wrong request, of a log-in that doesn't hold."""
_THERE_ALREADY = "InvalidSwap"
_NOT_THERE = frozenset(
    {"RecordNotFound", "RepoNotFound", "RepoTakendown", "RepoDeactivated", "RepoSuspended"}
)
_NO_HANDLE = "handle.invalid"
_SIGNED_IN_ONLY = "!no-unauthenticated"
_DID = re.compile(r"did:[a-z]+:[\w.:%-]+", re.ASCII)
_HANDLE = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)
_POST = re.compile(rf"at://({_DID.pattern})/{re.escape(POSTS)}/([a-z2-7]{{13}})", re.ASCII)


@dataclass(frozen=True, repr=False)
class _Session:
    """A log-in that the server took; `now` is its own clock, which no wrong clock of ours spoils."""

    server: str
    did: str
    handle: str
    login: Login
    now: datetime


@dataclass(frozen=True)
class Bluesky:
    """The adapter; stopping its `web` stops what goes on here.

    Args:
        web: the way to the servers.
        shown_by: who shows a server's posts to visitors.
    """

    web: Web
    shown_by: Mapping[str, str] = field(default_factory=lambda: SHOWN_BY)

    platform = Platform.BLUESKY
    can_schedule = False
    can_correct = False

    def who_am_i(self, access: Access) -> Who:
        """Log in anew and give whose it is; the id stays when the handle changes."""
        with self.web.errand():
            session = self._session(access)
            told = self._record(session.server, session.did, _PROFILE, "self", session.login)
        said = told.told().at("value", "displayName").untrusted if told else None
        name = said if isinstance(said, str) and said.strip() else session.handle
        return Who(session.did, session.handle, name, f"{PAGES}/profile/{_name(session)}", session.now)

    def limits(self, access: Access) -> ServerLimits | None:
        """Bluesky's servers say nothing of their limits."""
        return None

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        """Post, once."""
        with self.web.errand():
            session, rkey = self._session(access), record_key(outgoing.key)
            posted = _posted(session, rkey)
            if self._record(session.server, session.did, POSTS, rkey, session.login):
                return posted
            uploads = [_upload(session, picture) for picture in outgoing.pictures]
            # The record asks for what the server said of each file, word for word.
            blobs = [self._done(answer).told().at("blob").untrusted for answer in self._all(uploads)]
            written = record(outgoing, blobs, self._people(session, outgoing.text), session.now)
            fields = _place(session, rkey) | {"record": written, "swapRecord": None, "validate": True}
            written_at = self._told(session, "repo.putRecord", fields)
            if (
                _error(written_at) != _THERE_ALREADY
                and self._done(written_at).told().text("uri") != posted.id
            ):
                raise PublisherFailed(Trouble.NOT_THE_PLATFORM, written_at.host)
            return posted

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        """Bluesky keeps no post until a time."""
        raise PublisherFailed(Trouble.INVALID, _host(access.server))

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        """Look for it by the name that comes from its key."""
        with self.web.errand():
            session, rkey = self._session(access), record_key(outgoing.key)
            there = self._record(session.server, session.did, POSTS, rkey, session.login)
        return _posted(session, rkey) if there else None

    def waiting(self, access: Access, outgoing: Outgoing, **_: object) -> Posted | None:
        """Bluesky keeps nothing until a time."""
        return None

    def read_back(self, server: str, posted: Posted) -> Seen:
        """Read it as any visitor's program."""
        did, rkey = _taken_apart(server, posted)
        hidden = Seen("", (), 0, "", public=False, id=posted.id, link=posted.link, captured=b"")
        if view := self.shown_by.get(server.rstrip("/")):
            return self._shown(view, server, posted, hidden)
        found = self._record(server, did, POSTS, rkey, None)
        if found is None:
            return hidden
        said = read(found.told().at("value"))
        return _seen(hidden, said.text, said.alts, said.links, found)

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        """Bluesky shows a post as it was first, whatever is written over it."""
        raise PublisherFailed(Trouble.INVALID, _host(access.server))

    def remove(self, access: Access, posted: Posted) -> None:
        """Delete a post for good, its pictures with it: Bluesky has no bin."""
        did, rkey = _taken_apart(access.server, posted)
        with self.web.errand():
            session = self._session(access)
            if session.did != did:
                raise PublisherFailed(Trouble.REFUSED, _host(access.server))
            self._done(self._told(session, "repo.deleteRecord", _place(session, rkey))).told().at("commit")

    def _session(self, access: Access) -> _Session:
        fields = {"identifier": access.user.strip().removeprefix("@"), "password": access.secret.strip()}
        asking = post_json(_address(access.server, "server.createSession"), fields, None)
        try:
            answer = self._done(self.web.ask(replace(asking, harmless=True), also=[HTTPStatus.BAD_REQUEST]))
        except PublisherFailed as failed:
            unsaid = PublisherFailed(failed.kind, failed.host, retry_after_s=failed.retry_after_s)
        else:
            return _session_of(access.server, answer)
        raise unsaid  # without the server's words, which might repeat the password

    def _people(self, session: _Session, text: str) -> dict[str, str]:
        """Ask for the ids of those whom a text names; who isn't there is left out."""
        people = {}
        for handle in sorted(mentioned_in(text)):
            address = _address(session.server, "identity.resolveHandle", {"handle": handle})
            answer = self.web.ask(get(address), also=[HTTPStatus.BAD_REQUEST])
            if answer.status == HTTPStatus.OK:
                people[handle] = answer.told().text("did")
        return people

    def _shown(self, view: str, server: str, posted: Posted, hidden: Seen) -> Seen:
        """Read it where visitors do; what its own server has and visitors not yet is asked for later."""
        address = with_query(f"{view}/xrpc/app.bsky.feed.getPosts", {"uris": posted.id})
        answer = self.web.ask(get(address))
        shown = answer.told().each("posts")
        if not shown:
            did, rkey = _taken_apart(server, posted)
            if self._record(server, did, POSTS, rkey, None):
                raise PublisherFailed(Trouble.BUSY, answer.host)
            return replace(hidden, captured=answer.body)
        one = shown[0]
        if one.text("uri") != posted.id:
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host)
        if _SIGNED_IN_ONLY in _labels(one.at("author")):
            return replace(hidden, captured=answer.body)
        said = read(one.at("record"))
        return _seen(hidden, said.text, alts_of(one.at("embed")), said.links, answer)

    def _record(self, server: str, did: str, kind: str, rkey: str, login: Login | None) -> Answer | None:
        query = {"repo": did, "collection": kind, "rkey": rkey}
        asking = get(_address(server, "repo.getRecord", query), login)
        answer = self.web.ask(asking, also=[HTTPStatus.BAD_REQUEST])
        if answer.status == HTTPStatus.BAD_REQUEST and _error(answer) in _NOT_THERE:
            return None
        if self._done(answer).told().text("uri") != f"at://{did}/{kind}/{rkey}":
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host)
        return answer

    def _told(self, session: _Session, method: str, fields: Mapping[str, object]) -> Answer:
        call = post_json(_address(session.server, method), fields, session.login)
        return self.web.ask(call, also=[HTTPStatus.BAD_REQUEST])

    def _all(self, calls: list[Call]) -> list[Answer]:
        return self.web.ask_all(calls, also=[HTTPStatus.BAD_REQUEST])

    def _done(self, answer: Answer) -> Answer:
        """Judge what a server says with the number of a wrong request, which it uses for much else."""
        if _error(answer) in _ENDED:
            raise PublisherFailed(Trouble.REFUSED, answer.host)
        if failure := answer.failure(asked_only=True):
            raise failure
        return answer


def _session_of(server: str, answer: Answer) -> _Session:
    told = answer.told()
    did, handle = told.text("did"), told.text("handle")
    if not _DID.fullmatch(did) or not _HANDLE.fullmatch(handle):
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host)
    return _Session(server, did, handle, bearer(told.text("accessJwt"), answer.host), _servers_time(answer))


def _seen(hidden: Seen, text: str, alts: tuple[str, ...], links: tuple[str, ...], answer: Answer) -> Seen:
    shown = replace(hidden, text=text, alts=alts, pictures=len(alts), further_targets=links[1:])
    return replace(shown, link_target=next(iter(links), ""), public=True, captured=answer.body)


def _error(answer: Answer) -> str:
    """Give the server's short name of what is wrong; empty for a success and for what isn't Bluesky's."""
    if answer.status != HTTPStatus.BAD_REQUEST:
        return ""
    try:
        return answer.told().text("error")
    except PublisherFailed:
        return ""


def _address(server: str, method: str, query: Mapping[str, str] | None = None) -> str:
    address = f"{server.rstrip('/')}/xrpc/com.atproto.{method}"
    return with_query(address, query) if query else address


def _upload(session: _Session, picture: Picture) -> Call:
    return Call(
        "POST",
        _address(session.server, "repo.uploadBlob"),
        session.login,
        {"Content-Type": picture.media_type},
        picture.content,
        harmless=True,
    )


def _place(session: _Session, rkey: str) -> dict[str, object]:
    return {"repo": session.did, "collection": POSTS, "rkey": rkey}


def _name(session: _Session) -> str:
    return session.did if session.handle == _NO_HANDLE else session.handle


def _posted(session: _Session, rkey: str) -> Posted:
    return Posted(f"at://{session.did}/{POSTS}/{rkey}", f"{PAGES}/profile/{_name(session)}/post/{rkey}")


def _taken_apart(server: str, posted: Posted) -> tuple[str, str]:
    found = _POST.fullmatch(posted.id)
    if found is None:
        raise PublisherFailed(Trouble.INVALID, _host(server))
    return found[1], found[2]


def _labels(author: Told) -> set[str]:
    """List what is said of an account, also by itself."""
    there = author.at("labels").untrusted is not None
    return {label.text("val") for label in author.each("labels")} if there else set()


def _servers_time(answer: Answer) -> datetime:
    if answer.server_time is None:
        raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host)
    return answer.server_time


def _host(server: str) -> str:
    return urlsplit(server).hostname or ""
