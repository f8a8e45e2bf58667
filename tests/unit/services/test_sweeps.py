"""A sweep: proposed when a family says no, what is found at once, what people decide, how it ends."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.publications import Publication
from smadmin.domain.removals import Ground, Wish
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.sweeps import Decided, Found, SweepId, SweepStep, SweepWhy, key_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.students.roster import Students
from smadmin.services.sweeps import Sweeps
from smadmin.storage import schema
from tests.afterwards import take_down
from tests.direct import Direct, make_direct

EVERYTHING = frozenset({OptOut.EVERYTHING})
NAMED = "Maya Ortega built the tallest tower of the fair in the library."
NOW = Wish(Ground.CHILD, "A child is out", uncaptured=True)


class Swept:
    """A school that posts, with Maya on its list, and its sweeps."""

    def __init__(self, folder: Path) -> None:
        self.direct = make_direct(folder)
        self.road = self.direct.road
        self.ana = self.road.by("ana")
        self.students = Students(self.road.school.desk, self.road.media, roster_age_days=30)
        self.maya = self.add("Maya", "Ortega")
        self.sweeps = Sweeps(self.road.school.desk, self.road.proof, mode=RosterMode.OPT_OUT)

    def add(self, first: str, last: str) -> StudentId:
        return self.students.add(self.ana, StudentEntry(first, last, ("4b",))).value

    def says(self, *kinds: OptOut, student: StudentId | None = None) -> None:
        whose = student or self.maya
        with self.road.school.desk.look(self.ana) as unit:
            version = unit.students.get(whose).version
        self.students.set_opt_outs(self.ana, whose, frozenset(kinds), version=version)

    def out(self, text: str = NAMED, *, photo: bool = False) -> Publication:
        """Publish a post while the child may still be named, as nobody's name is checked then."""
        post = self.direct.released(text="The fair begins at noon.", photo=photo)
        publication = self.direct.go(self.direct.intended(post)).publication
        with self.road.school.store.deed(self.road.school.id, self.ana.cells) as unit:
            return unit.publications.change(replace(publication, text=text))

    def photo_of(self, publication: Publication) -> PhotoId:
        assert publication.post is not None
        with self.road.school.desk.look(self.ana) as unit:
            return unit.posts.get(publication.post).content.pictures[0].photo

    def is_on(self, photo: PhotoId) -> None:
        """Have it told that Maya, with a yes, is on a photo, as somebody decided at the time."""
        with self.road.school.store.deed(self.road.school.id, self.ana.cells) as unit:
            kept = unit.photos.get(photo)
            face = replace(kept.faces[0], decision=Decision.CONSENTED, student=self.maya)
            unit.photos.change(replace(kept, faces=(face,)))

    def begun(self) -> SweepId:
        return self.sweeps.begin(self.ana, self.maya).value


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def acts(direct: Direct, sweep: SweepId) -> list[str]:
    with direct.road.school.desk.look() as unit:
        return [row.act for row in unit.record.about(Noun.SWEEPS, sweep)]


def test_a_no_of_a_child_on_the_list_is_proposed_until_somebody_begins(swept: Swept) -> None:
    swept.says(OptOut.EVERYTHING)
    assert swept.sweeps.proposed(swept.ana) == (), "nothing is out, so there is nothing to search"
    swept.out()
    swept.students.add(swept.ana, StudentEntry("Noa", "Adler", (), EVERYTHING))

    (proposed,) = swept.sweeps.proposed(swept.ana)
    assert (proposed.student, proposed.name, proposed.why) == (swept.maya, "Maya Ortega", SweepWhy.OPTED_OUT)

    swept.begun()
    assert swept.sweeps.proposed(swept.ana) == ()


def test_less_of_a_no_proposes_nothing_and_a_yes_again_takes_the_proposal_back(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.CREATIVE_WORK)
    assert swept.sweeps.proposed(swept.ana) == ()
    swept.says(OptOut.PHOTOS, OptOut.NAMES)
    assert len(swept.sweeps.proposed(swept.ana)) == 1
    swept.says(OptOut.NAMES)
    assert len(swept.sweeps.proposed(swept.ana)) == 1
    swept.says()

    assert swept.sweeps.proposed(swept.ana) == ()


def test_a_yes_to_photos_that_is_taken_back_is_proposed(swept: Swept) -> None:
    swept.out()
    for given in (True, False):
        with swept.road.school.desk.look(swept.ana) as unit:
            version = unit.students.get(swept.maya).version
        swept.students.set_photo_consent(swept.ana, swept.maya, version=version, given=given)

    (proposed,) = swept.sweeps.proposed(swept.ana)
    assert proposed.why is SweepWhy.CONSENT_ENDED
    view = swept.sweeps.view(swept.ana, swept.begun())
    assert view.sweep.pictures


def test_names_in_what_is_out_are_found_at_once_and_who_shares_them_isn_t(swept: Swept) -> None:
    named, _ = swept.out(), swept.out("The book fair opens on Thursday.")
    perhaps = swept.out("Well done, Maya! Our group won.")
    swept.says(OptOut.EVERYTHING)

    view = swept.sweeps.view(swept.ana, swept.begun())

    found = {line.item.post: (line.item.found, line.item.sure) for line in view.lines}
    assert found == {named.post: (Found.NAME, True), perhaps.post: (Found.NAME, False)}
    (line, *_) = (one for one in view.lines if one.item.post == named.post)
    (post,) = line.posts
    assert post.accounts
    assert post.text == NAMED
    assert view.sweep.counts["texts"] == 3


def test_photos_on_which_people_told_the_child_are_found_with_the_posts_that_show_them(swept: Swept) -> None:
    publication = swept.out("The fair.", photo=True)
    photo = swept.photo_of(publication)
    swept.is_on(photo)
    swept.says(OptOut.PHOTOS)

    view = swept.sweeps.view(swept.ana, swept.begun())

    (line,) = view.lines
    assert (line.item.found, line.item.photo, line.event) == (Found.TOLD, photo, "Fair")
    assert [one.post for one in line.posts] == [publication.post]
    assert line.file is not None
    assert view.left_to_look == 0, "what is found needn't be looked through"


def test_where_names_alone_are_barred_no_picture_is_searched(swept: Swept) -> None:
    swept.is_on(swept.photo_of(swept.out("The fair.", photo=True)))
    swept.says(OptOut.NAMES)

    view = swept.sweeps.view(swept.ana, swept.begun())

    assert (view.lines, view.left_to_look, view.total) == ((), 0, 0)
    assert view.end_blockers == ()


def test_a_picture_is_looked_through_once_and_who_is_seen_becomes_a_thing_to_decide(swept: Swept) -> None:
    first, second = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2))
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    looking = swept.sweeps.looking(swept.ana, sweep)
    assert {one.photo for one in looking.waiting} == {first, second}
    assert (looking.left, looking.left_in_all, looking.total) == (2, 2, 2)

    swept.sweeps.look_through(swept.ana, sweep, [first, second], [second])
    swept.sweeps.look_through(swept.ana, sweep, [first], [])  # pressed twice: nothing is written twice

    assert acts(swept.direct, sweep) == ["begin-sweep", "look-sweep"]
    view = swept.sweeps.view(swept.ana, sweep)
    assert [(one.item.key, one.item.found) for one in view.lines] == [(key_of(photo=second), Found.SEEN)]
    assert swept.sweeps.looking(swept.ana, sweep).waiting == ()
    # After a restart it goes on where it stopped.
    anew = Sweeps(swept.road.school.desk, swept.road.proof, mode=RosterMode.OPT_OUT)
    assert anew.view(swept.ana, sweep).sweep == view.sweep


def test_the_looking_list_is_narrowed_by_days_and_folder(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    looking = swept.sweeps.looking(swept.ana, sweep)
    assert looking.days is not None
    day, _ = looking.days
    ((folder, event),) = looking.events

    def left(**narrowed: object) -> tuple[int, int]:
        found = swept.sweeps.looking(swept.ana, sweep, **narrowed)  # type: ignore[arg-type]  # as named
        assert all(one.photo == photo for one in found.waiting)
        return found.left, found.left_in_all

    assert event == "Fair"
    assert left(since=day, until=day, event=folder) == (1, 1)
    assert left(since=day + timedelta(days=1)) == (0, 1)
    assert left(until=day - timedelta(days=1)) == (0, 1)


def test_what_shall_go_keeps_a_sweep_open_until_it_is_gone_everywhere(swept: Swept) -> None:
    publication = swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep, key = swept.begun(), key_of(post=publication.post)
    with pytest.raises(NotAllowed) as refused:
        swept.sweeps.end(swept.ana, sweep)
    assert refused.value.happened.id == "sweeping.undecided"

    swept.sweeps.decide(swept.ana, sweep, key, Decided.TAKE_DOWN)
    with pytest.raises(NotAllowed) as refused:
        swept.sweeps.end(swept.ana, sweep)
    assert refused.value.happened.id == "sweeping.still-out"
    take_down(swept.direct, publication, NOW)
    swept.sweeps.end(swept.ana, sweep)

    view = swept.sweeps.view(swept.ana, sweep)
    assert view.sweep.step is SweepStep.ENDED
    assert [one.done for one in view.lines] == [True]
    assert acts(swept.direct, sweep) == ["begin-sweep", "decide-sweep", "end-sweep"]
    with pytest.raises(NotAllowed):
        swept.sweeps.decide(swept.ana, sweep, key, Decided.NOT_THIS_CHILD)


def test_keeping_wants_a_reason_and_words_can_t_be_covered(swept: Swept) -> None:
    key = key_of(post=swept.out().post)
    swept.says(OptOut.NAMES)
    sweep = swept.begun()

    for decided, reason in ((Decided.KEEP, " "), (Decided.KEEP, "x" * 1001), (Decided.COVER, "")):
        with pytest.raises(NotAllowed):
            swept.sweeps.decide(swept.ana, sweep, key, decided, reason)
    swept.sweeps.decide(swept.ana, sweep, key, Decided.KEEP, "The family agreed to this one")
    swept.sweeps.decide(swept.ana, sweep, key, Decided.NOT_THIS_CHILD)

    (line,) = swept.sweeps.view(swept.ana, sweep).lines
    assert (line.item.decided, line.done) == (Decided.NOT_THIS_CHILD, True)
    with pytest.raises(KnownError):
        swept.sweeps.decide(swept.ana, sweep, "post:none", Decided.NOT_THIS_CHILD)


def test_to_cover_unmakes_the_files_and_covers_the_named_face(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.is_on(photo)
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()

    swept.sweeps.decide(swept.ana, sweep, key_of(photo=photo), Decided.COVER)

    with swept.road.school.desk.look(swept.ana) as unit:
        kept = unit.photos.get(photo)
    assert [(one.decision, one.student) for one in kept.faces] == [(Decision.OPTED_OUT, swept.maya)]
    assert (kept.exported, kept.made, kept.second) == (None, (), None)
    (line,) = swept.sweeps.view(swept.ana, sweep).lines
    assert (line.covered, line.done) == (True, False), "the post that shows the child is still out"


def test_to_cover_whom_nobody_named_asks_about_each_face_again(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    swept.sweeps.look_through(swept.ana, sweep, [], [photo])

    swept.sweeps.decide(swept.ana, sweep, key_of(photo=photo), Decided.COVER)

    with swept.road.school.desk.look(swept.ana) as unit:
        kept = unit.photos.get(photo)
    assert [(one.decision, one.may_be) for one in kept.faces] == [(Decision.OPEN, (swept.maya,))]
    assert (kept.exported, kept.first) == (None, None)


def test_a_second_no_while_one_is_open_makes_no_twin(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.NAMES)
    sweep = swept.begun()
    swept.sweeps.decide(
        swept.ana, sweep, swept.sweeps.view(swept.ana, sweep).lines[0].item.key, Decided.KEEP, "x"
    )
    swept.road.school.clock.forward(hours=1)
    swept.says(OptOut.EVERYTHING)
    assert len(swept.sweeps.proposed(swept.ana)) == 1
    swept.out("Maya Ortega again.")

    assert swept.begun() == sweep

    view = swept.sweeps.view(swept.ana, sweep)
    assert [one.item.decided for one in view.lines] == [Decided.KEEP, None]
    assert view.sweep.pictures
    assert swept.sweeps.proposed(swept.ana) == ()


def test_two_children_have_a_sweep_each(swept: Swept) -> None:
    noa = swept.add("Noa", "Adler")
    swept.out("Noa Adler and Maya Ortega sang together.")
    swept.says(OptOut.NAMES)
    swept.says(OptOut.NAMES, student=noa)

    one, other = swept.begun(), swept.sweeps.begin(swept.ana, noa).value
    swept.sweeps.decide(
        swept.ana, one, swept.sweeps.view(swept.ana, one).lines[0].item.key, Decided.KEEP, "x"
    )

    assert [sweep.id for sweep in swept.sweeps.all(swept.ana)] == [other, one]
    (line,) = swept.sweeps.view(swept.ana, other).lines
    assert line.item.decided is None


@pytest.mark.parametrize("how", ["off-the-list", "yes-again"])
def test_a_sweep_that_is_moot_can_be_ended_as_it_stands(swept: Swept, how: str) -> None:
    swept.out()
    swept.out("The fair.", photo=True)
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    assert swept.sweeps.view(swept.ana, sweep).end_blockers

    if how == "yes-again":
        swept.says()
    else:
        swept.students.remove(swept.ana, swept.maya)

    view = swept.sweeps.view(swept.ana, sweep)
    assert (view.on_list, view.allowed_again) == (how == "yes-again", how == "yes-again")
    swept.sweeps.end(swept.ana, sweep)
    assert swept.sweeps.report(swept.ana, sweep, "es")


def test_who_doesn_t_keep_the_list_decides_nothing(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep, bo = swept.begun(), swept.road.by("bo")
    key = swept.sweeps.view(swept.ana, sweep).lines[0].item.key

    for deed in (
        lambda: swept.sweeps.begin(bo, swept.maya),
        lambda: swept.sweeps.decide(bo, sweep, key, Decided.NOT_THIS_CHILD),
        lambda: swept.sweeps.end(bo, sweep),
        lambda: swept.sweeps.report(bo, sweep, "en"),
    ):
        with pytest.raises(NotAllowed) as refused:
            deed()
        assert refused.value.happened.id == "sweeping.not-your-role"


def test_a_list_that_was_changed_by_hand_stops_it(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    with swept.road.school.desk.look(swept.ana) as unit:
        older = unit.students.stored()[swept.maya]
    swept.says()
    table = schema.student
    with swept.road.school.store._engine.begin() as raw:
        raw.execute(sa.update(table).where(table.c.id == swept.maya).values(body=older))

    with pytest.raises(Tampered):
        swept.sweeps.begin(swept.ana, swept.maya)


def test_a_row_about_a_sweep_names_no_child_outside_of_its_parts(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()

    with swept.road.school.desk.look() as unit:
        (row,) = unit.record.about(Noun.SWEEPS, sweep)
    assert row.act == Act.BEGIN_SWEEP
    assert swept.maya.encode() not in row.row.body
    with swept.road.school.store._engine.begin() as raw:
        parts = raw.execute(sa.select(schema.record_part).where(schema.record_part.c.seq == row.seq)).all()
    assert parts
    assert all(one.sealed and swept.maya.encode() not in bytes(one.content) for one in parts)


def test_a_kill_while_it_is_searched_leaves_it_proposed(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)

    def killed(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        swept.sweeps.begin(swept.ana, swept.maya, killed)

    assert len(swept.sweeps.proposed(swept.ana)) == 1
    assert swept.sweeps.all(swept.ana) == ()


@pytest.mark.parametrize(("language", "word"), [("en", "What was searched"), ("es", "Dónde se buscó")])
def test_the_report_tells_what_was_done_and_names_no_other_child(
    swept: Swept, language: str, word: str
) -> None:
    swept.add("Noa", "Adler")
    publication = swept.out("Noa Adler and Maya Ortega sang together.")
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    reason = "Agreed <with> the family of Noa Adler too"
    swept.sweeps.decide(swept.ana, sweep, key_of(post=publication.post), Decided.KEEP, reason)

    page = swept.sweeps.report(swept.ana, sweep, language).decode()

    assert word in page
    assert f'lang="{language}"' in page
    assert "Maya Ortega" in page
    assert "&lt;with&gt;" in page
    assert "Noa" not in page
    assert "Adler" not in page
    assert "sweeping." not in page
