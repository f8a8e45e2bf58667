"""A Facebook Page, by the Graph API and a Page's own token; a person's log-in is refused.

Facebook knows no name that a program could give a post, and takes no second post of the same words. So before
each post, and after a lost answer, the Page's newest posts are looked through for these words and so many
pictures, none older than the publication's beginning (`docs/decisions/0033-facebook-page.md`).
"""

import contextlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import (
    NOTHING_WENT_OUT,
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
from smadmin.publishing.calls import Call, File, Login, bearer, get, with_query
from smadmin.publishing.facebook_page import WORDS, found_on
from smadmin.publishing.facebook_post import (
    ATTACHED,
    PAGES,
    id_of,
    link_to,
    made_at,
    number_of,
    photos_of,
    posted_as,
    shared_by,
    waits_for,
    words_in,
)
from smadmin.publishing.facebook_said import JUDGED_HERE, PersonsLogIn, failure, is_gone, refusal_of, told_by
from smadmin.publishing.mastodon_page import same_words
from smadmin.publishing.web import Web

SHOWN_BY: Mapping[str, str] = {"https://graph.facebook.com": PAGES}
"""Who shows posts to visitors; another server (a test's) is asked itself."""
_PAGE_FIELDS = "id,name,username,category"
"""The last has a Page alone: to a person's log-in it is an unknown field."""
_NEWEST = "50"
"""Posts that are looked through; Facebook refuses to tell much more than that at a time."""
_CLOCKS_APART = timedelta(minutes=2)
"""So much earlier than the publication was begun, by our clock, a post may be dated and still be it."""
_NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)


@dataclass(frozen=True)
class Facebook:
    """The adapter; stopping its `web` stops what goes on here.

    Args:
        web: the way to the servers.
        version: gives the API's version (`v25.0`), asked when it is needed first.
        shown_by: who shows a server's posts to visitors.
    """

    web: Web
    version: Callable[[], str]
    shown_by: Mapping[str, str] = field(default_factory=lambda: SHOWN_BY)

    platform = Platform.FACEBOOK
    can_schedule = True
    can_correct = True

    def who_am_i(self, access: Access) -> Who:
        """Ask which Page it is; a person's own log-in is refused, whatever it may do."""
        told = self._page(access)
        id, name = told.text("id"), told.at("username").untrusted
        handle = name if isinstance(name, str) and _NAME.fullmatch(name) else id
        return Who(id, handle, told.text("name") or handle, f"{PAGES}/{handle}", told.server_time)

    def limits(self, access: Access) -> ServerLimits | None:
        """Facebook says nothing of its limits."""
        return None

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        """Post, unless the same is there already."""
        with self.web.errand():
            return self._out(access, outgoing, None)

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        """Have Facebook post it at a time, 10 minutes to 30 days ahead by its own clock."""
        with self.web.errand():
            return self._out(access, outgoing, at)

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        """Look for its words among the Page's newest posts: what only waits there isn't out."""
        with self.web.errand():
            return self._found(access, self._page(access).text("id"), outgoing)

    def waiting(
        self, access: Access, outgoing: Outgoing, *, at: datetime | None = None, id: str = ""
    ) -> Posted | None:
        """Look for it by its id, or for its words and its time, among what waits at the Page."""
        with self.web.errand():
            page = self._page(access).text("id")
            return self._waits(access, page, id) if id else self._waiting(access, page, outgoing, at)

    def read_back(self, server: str, posted: Posted) -> Seen:
        """Read it as Facebook shows it to everybody: whether it is there, its words and its first link."""
        address = link_to(id_of(server, posted))
        view = f"{self.shown_by.get(server.rstrip('/'), server.rstrip('/'))}/plugins/post.php"
        query = {"href": address, "show_text": "true", "locale": "en_US"}
        answer = self.web.ask(Call("GET", with_query(view, query), None, {"Accept-Language": "en"}))
        found = found_on(answer.body.decode("utf-8", "replace"))
        if not found.there and not found.gone:
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, answer.host)
        begins = max(0, answer.body.find(WORDS))
        return Seen(
            text=found.text,
            alts=(),
            pictures=0,
            link_target=found.link,
            public=found.there,
            id=posted.id,
            link=posted.link,
            captured=answer.body,
            begins=begins,
            further_targets=tuple(found.links[1:]),
        )

    def told_to_owner(self, access: Access, posted: Posted, seen: Seen) -> Seen:
        """Add the pictures, what they show in words, and the card's link, which visitors' page leaves out."""
        with self.web.errand():
            told = self._asked(access, id_of(access.server, posted), {"fields": f"id,{ATTACHED}"})
            if told.text("id") != posted.id:
                raise PublisherFailed(Trouble.NOT_THE_PLATFORM, told.host)
            photos = photos_of(told)
            calls = [self._get(access, photo, {"fields": "alt_text_custom"}) for photo in photos]
            described = [told_by(one, asked_only=True) for one in self._all(calls)]
        alts = [one.at("alt_text_custom").untrusted for one in described]
        return replace(
            seen,
            alts=tuple(one if isinstance(one, str) else "" for one in alts),
            pictures=len(photos),
            link_target=seen.link_target or shared_by(told),
        )

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        """Change the words; the pictures stay."""
        call = self._change(access, id_of(access.server, posted), {"message": text})
        self._done(self._told(call))

    def remove(self, access: Access, posted: Posted) -> None:
        """Delete the pictures, which would stay in the Page's album, and then the post, for good."""
        id = id_of(access.server, posted)
        with self.web.errand():
            if self._page(access).text("id") != id.partition("_")[0]:
                raise PublisherFailed(Trouble.REFUSED, _host(access.server))
            answer = self.web.ask(self._get(access, id, {"fields": f"id,{ATTACHED}"}), also=JUDGED_HERE)
            if is_gone(answer):
                return
            for photo in photos_of(told_by(answer, asked_only=True)):
                self._delete(access, photo)
            self._delete(access, id)

    def _out(self, access: Access, outgoing: Outgoing, at: datetime | None) -> Posted:
        when = "" if at is None else str(int(at.timestamp()))
        more = {"published": "false", "scheduled_publish_time": when} if when else {}
        page = self._page(access).text("id")
        if (there := self._there(access, page, outgoing, at)) is not None:
            return there
        photos = self._uploaded(access, [self._upload(access, page, one, more) for one in outgoing.pictures])
        fields = {"message": outgoing.text} if outgoing.text else {}
        fields |= {f"attached_media[{at}]": f'{{"media_fbid":"{id}"}}' for at, id in enumerate(photos)}
        if outgoing.link and not photos:
            fields["link"] = outgoing.link
        try:
            told = self._told(self._change(access, f"{page}/feed", {**fields, **more}))
        except PublisherFailed as failed:
            if failed.kind not in NOTHING_WENT_OUT:
                raise
            self._thrown_away(access, photos)
            again = failed.kind is Trouble.INVALID
            there = self._there(access, page, outgoing, at) if again else None
            if there is None:
                raise
            return there  # it was refused as a second one of the same words
        return replace(posted_as(told, page), waits=bool(more))

    def _there(self, access: Access, page: str, outgoing: Outgoing, at: datetime | None) -> Posted | None:
        """Give what is out already; for a post that is to wait until a time, also what waits."""
        out = self._found(access, page, outgoing)
        return out if out is not None or at is None else self._waiting(access, page, outgoing, at)

    def _found(self, access: Access, page: str, outgoing: Outgoing) -> Posted | None:
        query = {"fields": f"id,message,created_time,{ATTACHED}", "limit": _NEWEST}
        earliest = outgoing.since - _CLOCKS_APART if outgoing.since else None
        since = {"since": str(int(earliest.timestamp()))} if earliest else {}
        for one in self._asked(access, f"{page}/published_posts", query | since).each("data"):
            fits = same_words(words_in(one), outgoing.text) and len(photos_of(one)) == len(outgoing.pictures)
            if fits and (earliest is None or made_at(one) >= earliest):
                return posted_as(one, page)
        return None

    def _waits(self, access: Access, page: str, id: str) -> Posted | None:
        call = self._get(access, id_of(access.server, Posted(id, "")), {"fields": "id,is_published"})
        answer = self.web.ask(call, also=JUDGED_HERE)
        if is_gone(answer):
            return None
        told = told_by(answer, asked_only=True)
        out = told.at("is_published").untrusted is True
        return None if out else replace(posted_as(told, page), waits=True)

    def _waiting(self, access: Access, page: str, outgoing: Outgoing, at: datetime | None) -> Posted | None:
        waiting = {"fields": "id,message,scheduled_publish_time", "limit": _NEWEST}
        for one in self._asked(access, f"{page}/scheduled_posts", waiting).each("data"):
            if waits_for(one, at) and same_words(words_in(one), outgoing.text):
                return replace(posted_as(one, page), waits=True)
        return None

    def _page(self, access: Access) -> Told:
        answer = self.web.ask(self._get(access, "me", {"fields": _PAGE_FIELDS}), also=JUDGED_HERE)
        refusal = refusal_of(answer)
        if refusal is not None and refusal.of_a_person:
            raise PersonsLogIn(answer.host)
        told = told_by(answer, asked_only=True)
        number_of(told)
        if not isinstance(told.at("category").untrusted, str):
            raise PersonsLogIn(answer.host)
        return told

    def _upload(self, access: Access, page: str, picture: Picture, more: Mapping[str, str]) -> Call:
        kind = picture.media_type.rpartition("/")[2]
        form = {"published": "false", "alt_text_custom": picture.alt}
        if more:  # Facebook's word for pictures of a post that waits
            form["temporary"] = "true"
        file = File("source", f"picture.{kind}", picture.media_type, picture.content)
        address = self._address(access, f"{page}/photos")
        return Call("POST", address, _login(access), form=form, file=file, harmless=True)

    def _uploaded(self, access: Access, uploads: list[Call]) -> list[str]:
        """Send the pictures and give their ids; where one isn't taken, the others are deleted again."""
        photos, failed = [], None
        for answer in self._all(uploads):
            try:
                photos.append(number_of(told_by(answer, asked_only=True)))
            except PublisherFailed as error:
                failed = failed or error
        if failed is not None:
            self._thrown_away(access, photos)
            raise failed
        return photos

    def _thrown_away(self, access: Access, photos: Sequence[str]) -> None:
        """Delete pictures of a post that came to nothing; nobody sees them, so it may fail."""
        for photo in photos:
            with contextlib.suppress(PublisherFailed):
                self._delete(access, photo)

    def _delete(self, access: Access, id: str) -> None:
        answer = self.web.ask(Call("DELETE", self._address(access, id), _login(access)), also=JUDGED_HERE)
        refusal = refusal_of(answer)
        if refusal is None:
            self._done(told_by(answer, asked_only=False))
        elif not refusal.gone:
            raise failure(answer, refusal, asked_only=False)

    def _done(self, told: Told) -> None:
        if told.at("success").untrusted is not True:
            raise PublisherFailed(Trouble.NOT_THE_PLATFORM, told.host)

    def _asked(self, access: Access, route: str, query: Mapping[str, str]) -> Told:
        return self._told(self._get(access, route, query))

    def _told(self, call: Call) -> Told:
        return told_by(self.web.ask(call, also=JUDGED_HERE), asked_only=call.asked_only)

    def _all(self, calls: list[Call]) -> list[Answer]:
        return self.web.ask_all(calls, also=JUDGED_HERE)

    def _get(self, access: Access, route: str, query: Mapping[str, str]) -> Call:
        return get(with_query(self._address(access, route), query), _login(access))

    def _change(self, access: Access, route: str, fields: Mapping[str, str]) -> Call:
        return Call("POST", self._address(access, route), _login(access), form=fields)

    def _address(self, access: Access, route: str) -> str:
        return f"{access.server.rstrip('/')}/{self.version()}/{route}"


def _login(access: Access) -> Login:
    return bearer(access.secret.strip(), _host(access.server))


def _host(server: str) -> str:
    return urlsplit(server).hostname or ""
