"""The story of the demo: a post with a photo, from the first word to the verified record, by two people.

It calls the same services as the window, with real signing in and real keys; only the keyring is one in
memory, and the report says so. Each chapter tells what was really seen, never what was hoped for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import TypeVar

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PhotoId, PostId
from smadmin.domain.media import RightOfUse
from smadmin.domain.meetings import Meeting
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.plan import monday_of
from smadmin.domain.policy.findings import Finding
from smadmin.domain.posts import Content, Draft
from smadmin.domain.records import grouped
from smadmin.domain.week import WEEK
from smadmin.services.office import Office
from smadmin.services.photos.intake import SetFacts
from smadmin.services.sample.pictures import SamplePicture
from smadmin.services.session import Unlocked

AUTHOR, SECOND, PRINCIPAL = "Maya Ortega", "Daniel Reyes", "Ellen Whitcomb"
TOPIC = "events"
PLANNING, MEETINGS = "planning.ics", "meeting.ics"
MEETING_AT = time(15, 30)
POST_LINKS = {
    Platform.X: "https://x.com/{handle}/status/1990000000000000001",
    Platform.FACEBOOK: "https://www.facebook.com/{handle}/posts/1990000000000001",
}

Made = TypeVar("Made")


@dataclass
class Chapter:
    """A part of the report: sentences, and pictures by file name with what they show."""

    title: Message
    sentences: list[Message] = field(default_factory=list)
    pictures: list[tuple[str, Message]] = field(default_factory=list)


@dataclass
class Story:
    """Runs the main job on an office of the sample school, chapter by chapter.

    Args:
        office: fresh, nobody signed in.
        photo: a drawn group photo with an opted-out child in it, and who stands where.
        out: where covered photos and what is handed out are written.
        passphrase: the sample's.
    """

    office: Office
    photo: SamplePicture
    out: Path
    passphrase: str
    _post: PostId | None = None
    _photo: PhotoId | None = None

    def chapters(self) -> Iterator[Chapter]:
        """Do the job; each chapter is given when it is done."""
        steps: tuple[Callable[[], Chapter], ...] = (
            self._look_around,
            self._sign_the_week,
            self._write,
            self._find_faces,
            self._decide,
            self._hand_over,
            self._release,
            self._publish,
            self._end,
        )
        for step in steps:
            yield step()

    def week_on_paper(
        self, meeting: str, print_page: Callable[[Office, Actor, Path], list[str]] | None
    ) -> Chapter:
        """Leave the weekly page and the planning for other calendars; the meeting is set for it.

        Args:
            meeting: what it is called in a calendar.
            print_page: prints the page; gives file names, none where that can't be done here.
        """
        office, by = self.office, self._sit(PRINCIPAL).actor
        monday = monday_of(office.school.local(office.desk.now).date())
        office.meetings.set(by, Meeting(monday + WEEK, MEETING_AT))
        (self.out / PLANNING).write_text(office.calendars_out.posts(by), "utf-8", newline="")
        (self.out / MEETINGS).write_text(office.calendars_out.meeting(by, title=meeting), "utf-8", newline="")
        printed = [] if print_page is None else print_page(office, by, self.out)
        chapter = Chapter(say("demo.weekly"))
        chapter.sentences += [say("demo.left-page", file=name) for name in printed]
        chapter.sentences += [say("demo.left-planning", file=name) for name in (PLANNING, MEETINGS)]
        return chapter

    def _sit(self, name: str) -> Unlocked:
        person = next(s.person for s in self.office.session.sitters() if s.name == name)
        unlocked = self.office.session.sign_in(person, self.passphrase)
        self.office.begin_work(unlocked.actor)
        return unlocked

    def _look_around(self) -> Chapter:
        chapter = Chapter(say("demo.school"))
        chapter.sentences.append(say("demo.school-is", school=self.office.school.name))
        chapter.sentences.append(say("demo.keys-in-memory"))
        chapter.sentences += [
            say("demo.account-stage", account=one.account.name, stage=say(f"demo.stage-{one.cadence.stage}"))
            for one in self.office.plan.cadence()
        ]
        return chapter

    def _sign_the_week(self) -> Chapter:
        """The author plans today's post; the principal signs the week."""
        office, today = self.office, self.office.school.local(self.office.desk.now).date()
        author = self._sit(AUTHOR)
        for account in self._accounts(author):
            office.plan.add(author.actor, account.id, today, TOPIC)
        signed = office.plan.sign_week(self._sit(PRINCIPAL).actor, monday_of(today)).value
        chapter = Chapter(say("demo.week"))
        chapter.sentences.append(say("demo.week-signed", person=PRINCIPAL, letters=grouped(signed.letters)))
        return chapter

    def _accounts(self, who: Unlocked) -> tuple[Account, ...]:
        mine = self.office.posts.may_post(who.actor)
        return tuple(one for one in mine if one.platform in POST_LINKS)

    def _write(self) -> Chapter:
        """Write, be stopped by the policy, mend with the remedies offered."""
        office, author = self.office, self._sit(AUTHOR)
        accounts = tuple(one.id for one in self._accounts(author))
        today = office.school.local(office.desk.now).date()
        week = office.plan.week(author.actor, monday_of(today))
        slot = next(one.id for one in week.slots if one.topic == TOPIC and one.day == today)
        draft = office.posts.create(author.actor, accounts, slot=slot, text=self.photo.text).value
        chapter = Chapter(say("demo.write"), [say("demo.written", person=AUTHOR, text=self.photo.text)])
        draft = self._mended(author, draft, chapter)
        chapter.sentences.append(say("demo.mended", text=draft.content.text))
        self._post = draft.id
        return chapter

    def _mended(self, author: Unlocked, draft: Draft, chapter: Chapter) -> Draft:
        for _ in range(10):
            findings = self._findings(author, draft)
            mendable = [one for one in findings if one.remedy is not None and one.remedy.span is not None]
            if not mendable:
                return draft
            finding = mendable[0]
            chapter.sentences.append(
                say("demo.finding", words=finding.text, why=finding.message, citation=finding.citation)
            )
            text = finding.remedy.mended(draft.content.text) if finding.remedy else draft.content.text
            draft = self.office.posts.save(author.actor, draft, _with_text(draft, text)).value
        return draft

    def _findings(self, author: Unlocked, draft: Draft) -> tuple[Finding, ...]:
        found = self.office.posts.findings(author.actor, draft.content)
        return tuple(dict.fromkeys(finding for each in found.values() for finding in each))

    def _find_faces(self) -> Chapter:
        office, author = self.office, self._sit(AUTHOR)
        for _ in office.portraits.make_patterns(author.actor):
            pass
        facts = SetFacts("Science fair", AUTHOR, RightOfUse.STAFF, "Science fair", ("4b", "3a", "garden"))
        taken = office.intake.take_in(author.actor, facts, [self.photo.file]).value
        self._photo = taken.photos[0]
        for _ in office.finder.run(author.actor, taken.set):
            pass
        view = office.review.photo(author.actor, self._photo)
        chapter = Chapter(say("demo.faces"), [say("demo.faces-found", n=len(view.photo.faces))])
        for face in view.photo.faces:
            near = view.near(face.near)
            if face.hint in {FaceState.MATCH, FaceState.POSSIBLE} and near:
                chapter.sentences.append(say(f"demo.face-{face.hint}", child=near[0].name))
        return chapter

    def _decide(self) -> Chapter:
        """A person decides: the first likeness is the child, the others aren't; then the first look ends."""
        office, author = self.office, self._sit(AUTHOR)
        photo = _need(self._photo)
        view = office.review.photo(author.actor, photo)
        covered = 0
        for face in view.photo.faces:
            child = next((c for c in view.beside if c.name == self._who_is(face)), None)
            if child is not None:
                office.review.decide(author.actor, photo, face.id, Decision.OPTED_OUT, child.id)
                covered += 1
            elif face.must_decide:
                choice = Choice.none_of(face.near) if face.near else Choice(Decision.CLEARED)
                office.review.decide_together(author.actor, ((photo, face.id),), choice)
        office.looks.finish(author.actor, photo, other_things_fine=True)
        draft = office.posts.get(author.actor, _need(self._post))
        office.posts.attach(author.actor, draft, photo, alt=self.photo.alt)
        office.export.export(author.actor, photo)
        office.posts.submit(author.actor, draft.id)
        (self.out / "covered.jpg").write_bytes(office.export.content(author.actor, photo))
        chapter = Chapter(say("demo.cover"))
        chapter.sentences.append(say("demo.covered", person=AUTHOR, n=covered))
        chapter.sentences += [
            say("demo.author-cant", why=reason.message)
            for reason in office.approvals.blockers(author.actor, draft.id)
        ]
        chapter.pictures.append(("covered.jpg", say("demo.covered-picture")))
        return chapter

    def _who_is(self, face: Face) -> str | None:
        """Know who a drawn face is, as somebody from the school would."""
        known = max(self.photo.people, key=lambda one: one[1].overlap(face.box))
        return known[0] if known[1].overlap(face.box) > 0 else None

    def _hand_over(self) -> Chapter:
        office, photo = self.office, _need(self._photo)
        self._sit(AUTHOR)
        second = next(s.person for s in office.session.sitters() if s.name == SECOND)
        reviewer = office.session.hand_over(second, self.passphrase)
        view = office.review.photo(reviewer.actor, photo)
        again = tuple(face.id for face in view.photo.faces if face.asks_again)
        office.looks.finish(reviewer.actor, photo, other_things_fine=True, again=again)
        chapter = Chapter(say("demo.second"))
        chapter.sentences.append(say("demo.second-look", person=SECOND, n=len(again)))
        return chapter

    def _release(self) -> Chapter:
        office, post = self.office, _need(self._post)
        seq = office.approvals.release(office.session.actor, post).value
        office.session.give_back()
        return Chapter(say("demo.release"), [say("demo.released", person=SECOND, row=seq)])

    def _publish(self) -> Chapter:
        """Hand out text and covered file per account, and confirm by the post's own address."""
        office, post, author = self.office, _need(self._post), self._sit(AUTHOR)
        chapter = Chapter(say("demo.publish"))
        for account in self._accounts(author):
            going = office.publications.intend(author.actor, post, account.id).value
            handed = office.publications.hand_out(
                author.actor, going, folder=self.out, handle=account.at_handle
            )
            going = office.publications.note_handed_out(author.actor, going).value
            link = POST_LINKS[account.platform].format(handle=account.handle)
            office.publications.confirm(author.actor, going, link, handle_seen=account.at_handle)
            files = len(handed.files)
            chapter.sentences.append(say("demo.handed-out", account=account.name, n=files))
        chapter.sentences.append(self._twice(author, post))
        return chapter

    def _twice(self, author: Unlocked, post: PostId) -> Message:
        """Try to publish once more; the refusal is what is told."""
        account = self._accounts(author)[0]
        try:
            self.office.publications.intend(author.actor, post, account.id)
        except NotAllowed as refusal:
            return say("demo.not-twice", why=refusal.reasons[0].message)
        return say("demo.published-twice")

    def _end(self) -> Chapter:
        office = self.office
        office.settle()
        verdict = office.verify()
        chapter = Chapter(say("demo.end"))
        chapter.sentences += [
            say("demo.account-stage", account=one.account.name, stage=say(f"demo.stage-{one.cadence.stage}"))
            for one in office.plan.cadence()
        ]
        proven = say("demo.record-whole", n=verdict.rows)
        chapter.sentences.append(proven if verdict.whole else say("demo.record-broken"))
        return chapter


def _with_text(draft: Draft, text: str) -> Content:
    return replace(draft.content, text=text)


def _need(made: Made | None) -> Made:
    if made is None:
        raise LookupError("the chapters are told in order")
    return made
