"""What the report of a sweep says: what was searched and how, what was found, what was done, what can't be.

It goes to one family. So it tells no words of posts and shows no picture; in whatever staff wrote, and in
each address, every other child's name is covered, or the whole left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.ids import StudentId
from smadmin.domain.messages import Message, Value, say
from smadmin.domain.policy.context import Context
from smadmin.domain.schools import School
from smadmin.domain.sweep_page import ReportPart, ReportTable, sweep_page
from smadmin.domain.sweeps import Decided, Found, SweepStep
from smadmin.services.borne_out import name_in
from smadmin.services.names_covered import NamesCovered
from smadmin.services.proof import Proven
from smadmin.services.sweep_views import FoundLine, FoundPost, LeftOutLine, SweepView
from smadmin.storage.unit import Unit

Word = Callable[[Message], str]
_ALWAYS = frozenset({"searched-texts", "searched-told", "searched-left"})
"""Lines that stand there whatever their number is."""


@dataclass(frozen=True)
class Reported:
    """What is reported.

    Args:
        view: the sweep as it stands; `now`, UTC.
        names: finds every other child's name.
    """

    proven: Proven
    view: SweepView
    school: School
    names: NamesCovered
    now: datetime


def names_of_others(unit: Unit, student: StudentId) -> NamesCovered:
    """Give what finds the names of all children but one."""
    students, _ = unit.students.readable()
    staff = [person.name for person in unit.trust.read().people.values()]
    return NamesCovered((one for one in students if one.id != student), staff, Context())


def report_page(told: Reported, word: Word, language: str) -> str:
    """Make the page."""
    return _Report(told, word).page(language)


class _Report:
    def __init__(self, told: Reported, word: Word) -> None:
        self._told, self._view, self._sweep, self._word = told, told.view, told.view.sweep, word

    def page(self, language: str) -> str:
        name = self._view.name or self._say("report-off-list")
        title = self._say("report-title", child=name)
        parts = (self._searched(), self._found(), self._elsewhere())
        return sweep_page(language, title, tuple(self._intro()), parts)

    def _intro(self) -> Iterator[str]:
        sweep = self._sweep
        yield self._say("report-school", school=self._told.school.name, day=self._day(self._told.now))
        yield self._say(f"report-why-{sweep.why.value}")
        by = name_in(self._told.proven, sweep.begun_by)
        yield self._say("report-begun", day=self._day(sweep.begun_at), by=by)
        if sweep.step is SweepStep.ENDED and sweep.ended_at is not None:
            by = name_in(self._told.proven, sweep.ended_by)
            day = self._day(sweep.ended_at)
            yield self._say("report-ended", day=day, by=by, row=sweep.ended_seq)
        else:
            yield self._say("report-open")

    def _searched(self) -> ReportPart:
        sweep, counts = self._sweep, self._sweep.counts
        rows = [("searched-texts", counts.get("texts", 0), "by-program")]
        if sweep.pictures:
            by_people = len(sweep.passed | {one.photo for one in sweep.items if one.found is Found.SEEN})
            rows += [
                ("searched-told", counts.get("photos", 0), "by-decisions"),
                ("searched-faces", len(sweep.searched), "by-engine"),
                ("searched-seen", by_people, "by-people"),
                ("searched-left", self._view.left_to_look, "by-nobody"),
                ("searched-videos", counts.get("videos", 0), "by-watching"),
            ]
        told = [row for row in rows if row[1] or row[0] in _ALWAYS]
        cells = [(self._say(what), str(number), self._say(how)) for what, number, how in told]
        cells += [self._left_out(one) for one in self._view.left_out if one.n]
        titles = tuple(self._say(f"report-{one}") for one in ("what", "how-many", "how"))
        sentences = () if sweep.pictures else (self._say("report-no-pictures"),)
        return ReportPart(self._say("report-searched"), sentences, ReportTable(titles, tuple(cells)))

    def _left_out(self, line: LeftOutLine) -> tuple[str, str, str]:
        """Tell of what was settled without a look: of when and what, who said so, and why."""
        left, cover = line.left, self._told.names.cover
        since, until = (
            self._say("day", day=one) if one else "…" for one in (left.narrowed.since, left.narrowed.until)
        )
        days = "" if since == until == "…" else self._say("from-to", since=since, until=until)
        what = (self._say("searched-left-out"), cover(line.event).text, days)
        day, reason = self._day(left.at), cover(left.reason).text
        said = self._say("by-nobody-because", day=day, by=line.by, reason=reason)
        return " · ".join(one for one in what if one), str(line.n), said

    def _found(self) -> ReportPart:
        lines = [one for one in self._view.lines if one.item.decided is not Decided.NOT_THIS_CHILD]
        others = len(self._view.lines) - len(lines)
        after = (self._say("report-others", n=others),) if others else ()
        if not lines:
            return ReportPart(self._say("report-found"), (self._say("report-nothing"),), after=after)
        titles = tuple(self._say(f"report-{one}") for one in ("thing", "where", "done"))
        rows = tuple((self._thing(one), self._where(one), self._done(one)) for one in lines)
        return ReportPart(self._say("report-found"), (), ReportTable(titles, rows), after)

    def _elsewhere(self) -> ReportPart:
        return ReportPart(self._say("report-elsewhere"), tuple(map(self._word, self._view.elsewhere)))

    def _thing(self, line: FoundLine) -> str:
        kind = "video" if line.item.video else "photo" if line.item.photo else "post"
        found = self._say(f"report-{kind}-{line.item.found.value}")
        event = self._told.names.cover(line.event).text if line.item.photo else ""
        day = "" if line.day is None else self._say("day", day=line.day)
        return " · ".join(one for one in (found, event, day) if one)

    def _where(self, line: FoundLine) -> str:
        return "; ".join(map(self._post, line.posts)) or self._say("report-not-out")

    def _post(self, post: FoundPost) -> str:
        clean = bool(post.link) and self._told.names.clean_link(post.link)
        at = "" if post.at is None else self._day(post.at)
        return " · ".join(one for one in (", ".join(post.was), at, post.link if clean else "") if one)

    def _done(self, line: FoundLine) -> str:
        item = line.item
        if item.decided is None:
            return self._say("report-undecided")
        reason = self._told.names.cover(item.reason).text
        went = [one.gone_at for one in line.posts if one.gone_at is not None]
        gone = max(went) if went and not any(one.accounts for one in line.posts) else None
        kind = "took-down" if item.decided is Decided.TAKE_DOWN and gone else item.decided.value
        said = [self._day(item.at)] if item.at is not None else []
        said.append(self._say(f"report-{kind}", reason=reason))
        if gone is not None:
            said.append(self._say("report-gone", day=self._day(gone)))
        elif not line.done:
            said.append(self._say("report-still-out"))
        return " · ".join(said)

    def _day(self, moment: datetime) -> str:
        return self._say("day", day=self._told.school.local(moment).date())

    def _say(self, name: str, **values: Value) -> str:
        return self._word(say(f"sweeping.{name}", **values))
