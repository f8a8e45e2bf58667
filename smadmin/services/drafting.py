"""What helps while a post is written: its earlier words, posts that say nearly the same, ready-made texts.

Nothing here decides anything. Bringing earlier words back is a deed without a row, like every saving.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from smadmin import resources
from smadmin.domain.actors import Actor
from smadmin.domain.alike import Pairs, nearly_equal, pairs_of
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.messages import say
from smadmin.domain.posts import Content, Draft, PostStage, edit_blockers
from smadmin.domain.ready_made import ReadyMade, licence_line
from smadmin.domain.versions import Earlier, with_version
from smadmin.importing.ready_made import read_ready_made
from smadmin.services.desk import Desk
from smadmin.services.guards import named_elsewhere
from smadmin.services.policy import Policy
from smadmin.storage.openings import Openings
from smadmin.storage.unit import Unit

REMEMBERED_DAYS = 30
"""So long ago a post that says nearly the same is still told."""

_GOING_OUT = (PostStage.SUBMITTED, PostStage.RELEASED, PostStage.PUBLISHED)


@dataclass(frozen=True)
class Version:
    """Earlier words of a draft, with the name of who wrote them."""

    words: Earlier
    by: str


@dataclass(frozen=True)
class Alike:
    """A post that says nearly the same on one of the same accounts.

    Args:
        account: its label.
        at: when it was written last, by the school's clock.
        out: whether it is out already.
    """

    post: PostId
    account: str
    at: datetime
    out: bool


class Drafting:
    """Help for whoever writes."""

    def __init__(self, desk: Desk, openings: Openings, policy: Policy) -> None:
        """Stand on the desk, on who has what open, and on the policies."""
        self._desk = desk
        self._policy = policy
        self._openings = openings
        self._open_here: PostId | None = None

    def versions(self, by: Actor, post: PostId) -> tuple[Version, ...]:
        """Give the earlier words of a draft, the newest first."""
        with self._desk.look(by) as unit:
            people = unit.trust.read().people
            draft = unit.posts.get(post)
        known = {person: one.name for person, one in people.items()}
        return tuple(Version(one, known.get(one.by, "")) for one in draft.earlier)

    def restore(self, by: Actor, draft: Draft, words: Earlier) -> Done[Draft]:
        """Bring earlier words back; those that stand now are kept as a version, whatever they are.

        Photos, accounts and what it is planned for stay as they are.

        Raises:
            Conflict: if the draft was changed elsewhere since.
            KnownError: if these words are no version of it.
            NotAllowed: for anybody but the author, and once it is submitted.
        """
        with self._desk.deed(by) as deed:
            kept = deed.unit.posts.get(draft.id)
            if reasons := edit_blockers(kept, by.person):
                raise NotAllowed(reasons)
            if words not in kept.earlier:
                raise KnownError(say("posts.no-such-version"))
            newer = replace(
                kept,
                content=replace(kept.content, text=words.text, wordings=words.wordings),
                earlier=with_version(kept.earlier, kept.as_earlier),
                edited_at=deed.now,
                version=draft.version,
            )
            stored = deed.unit.posts.change(newer)
        return Done(stored, Changes.of("posts", [stored.id]))

    def alike(self, by: Actor, content: Content, post: PostId | None) -> tuple[Alike, ...]:
        """Find posts of the last days that say nearly the same on one of these accounts, the newest first.

        Args:
            by: who writes.
            content: what is written.
            post: its own draft, which isn't compared; None before it was saved.
        """
        mine = {account: pairs_of(content.text_for(account)) for account in content.accounts}
        with self._desk.look(by) as unit:
            since, school = self._desk.now - timedelta(days=REMEMBERED_DAYS), unit.schools.get(unit.school)
            recent = [one for one in _going_out(unit, since) if one.id != post]
            found = [
                Alike(
                    one.id,
                    unit.accounts.get(account).label,
                    at=school.local(one.edited_at),
                    out=one.stage is PostStage.PUBLISHED,
                )
                for one in recent
                for account in _alike_on(mine, one)[:1]
            ]
        return tuple(sorted(found, key=lambda one: one.at, reverse=True))

    def others_named(self, by: Actor, content: Content) -> tuple[str, ...]:
        """Give the names of our other accounts and schools that a post speaks of without going there."""
        with self._desk.look(by) as unit:
            return named_elsewhere(unit, content)

    def open_here(self, by: Actor, post: PostId) -> tuple[str, ...]:
        """Say that a draft is open here, and give the names of those who have it open elsewhere.

        Asked again while it stays open: somebody may come later. The same person at another computer counts.
        """
        if self._open_here != post:
            self._openings.enter(post, by.person or "")
            self._open_here = post
        others = self._openings.others(post)
        if not others:
            return ()
        with self._desk.look(by) as unit:
            people = unit.trust.read().people
        return tuple(people[person].name for person in map(PersonId, others) if person in people)

    def close_here(self) -> None:
        """Say that no draft is open here any more."""
        self._open_here = None
        self._openings.leave()

    def ready_made(self, language: str) -> tuple[ReadyMade, ...]:
        """Give the ready-made texts of a language.

        Raises:
            BadInput: its file is broken; says which line.
        """
        return read_ready_made(resources.find(f"ready-made/{language}.toml"))

    def licence_line(self, by: Actor, text: str) -> str:
        """Give the line that licenses the school's own work openly, to stand at the end of a text.

        Empty where the policy names no licence, and where the text names it already.

        Raises:
            Tampered: an own policy isn't as it was put in force.
        """
        with self._desk.look(by) as unit:
            school = unit.schools.get(unit.school)
            licence = self._policy.in_force(school.policy, unit).licence
        year = school.local(self._desk.now).year
        return licence_line(school.name, year, licence, text) if licence else ""


def _going_out(unit: Unit, since: datetime) -> list[Draft]:
    """Read only those of the last days: what is asked with each saving must not grow with the years."""
    return [
        draft
        for stage in _GOING_OUT
        for draft in unit.posts.find_since("edited_at", since, stage=stage.value)
    ]


def _alike_on(mine: Mapping[AccountId, Pairs], other: Draft) -> tuple[AccountId, ...]:
    """Give the accounts on which another post says nearly the same."""
    return tuple(
        account
        for account, pairs in mine.items()
        if account in other.content.accounts
        and nearly_equal(pairs, pairs_of(other.content.text_for(account)))
    )
