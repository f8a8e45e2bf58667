"""What is found at once: names that are out, and photos on which people told the child."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.ids import FaceId, MediaId, PostId, VideoId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.publications import PublicationStep
from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided, Found
from smadmin.domain.videos.captions import CaptionKind, Captions
from smadmin.domain.videos.video import Video, VideoFace, VideoFacts, VideoSaid
from tests.afterwards import take_down
from tests.swept import NAMED, NOW, Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


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


@pytest.mark.parametrize("named", [True, False])
def test_a_video_that_is_out_is_told_or_has_to_be_watched(swept: Swept, *, named: bool) -> None:
    publication = swept.out("The fair.")
    assert publication.post is not None
    desk, ana = swept.road.school.desk, swept.ana
    assert ana.person is not None
    face = Face(FaceId("f"), Box(0, 0, 9, 9), FaceState.FOUND, decision=Decision.CONSENTED)
    shown = VideoFace(replace(face, student=swept.maya if named else None), 0, 900, 320, 180)
    facts = VideoFacts(320, 180, 1_000, sound=False)
    made = Video(
        *(VideoId("v"), desk.school, "fair.mp4", MediaId("m"), "0", "0", facts, ana.person, desk.now),
        faces=(shown,),
    )
    with swept.road.school.store.deed(desk.school, ana.cells) as unit:
        unit.videos.add(made)
        draft = unit.posts.get(publication.post)
        unit.posts.change(replace(draft, content=replace(draft.content, video=made.id)))
    swept.says(OptOut.PHOTOS)

    view = swept.sweeps.view(ana, swept.begun())

    (line,) = view.lines
    assert (line.item.found, line.item.sure) == ((Found.TOLD, True) if named else (Found.VIDEO, False))
    assert (line.event, [one.post for one in line.posts]) == ("fair.mp4", [publication.post])
    assert view.sweep.counts["videos"] == 1


@pytest.mark.demand("BAL-B1j2")
def test_a_name_in_a_videos_captions_is_found_where_names_alone_are_barred(swept: Swept) -> None:
    publication = swept.out("The fair.")
    assert publication.post is not None
    assert swept.ana.person is not None
    desk = swept.road.school.desk
    words = "1\n00:00:00,000 --> 00:00:02,000\nMaya Ortega built the tower.\n"
    facts = VideoFacts(320, 180, 1_000, sound=True)
    made = Video(
        *(VideoId("v"), desk.school, "fair.mp4", MediaId("m"), "0", "0", facts, swept.ana.person, desk.now),
        said=VideoSaid(captions=Captions(CaptionKind.SRT, words, 1)),
    )
    with swept.road.school.store.deed(desk.school, swept.ana.cells) as unit:
        unit.videos.add(made)
        draft = unit.posts.get(publication.post)
        unit.posts.change(replace(draft, content=replace(draft.content, video=made.id)))
    swept.says(OptOut.NAMES)

    (line,) = swept.sweeps.view(swept.ana, swept.begun()).lines

    assert (line.item.found, line.item.post, line.item.sure) == (Found.NAME, publication.post, True)


def test_what_was_gone_before_is_no_find_and_what_can_t_be_opened_is_said(swept: Swept) -> None:
    take_down(swept.direct, swept.out(), NOW)
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.change(replace(unit.photos.get(photo), error="imaging.broken", faces=()))
    swept.says(OptOut.EVERYTHING)

    view = swept.sweeps.view(swept.ana, swept.begun())

    assert (view.lines, view.left_to_look) == ((), 0)
    assert "sweeping.unreadable" in {one.id for one in view.elsewhere}


@pytest.mark.demand("BAL-B1i1")
def test_a_child_who_was_covered_after_it_went_out_is_found_in_what_went_out(swept: Swept) -> None:
    publication = swept.out("The fair.", photo=True)
    photo = swept.photo_of(publication)
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        kept = unit.photos.get(photo)
        face = replace(kept.faces[0], decision=Decision.OPTED_OUT, student=swept.maya)
        as_it_went = unit.photos.change(replace(kept, faces=(face,)))
    swept.says(OptOut.PHOTOS)
    assert swept.sweeps.view(swept.ana, swept.begun()).lines == (), "covered as it went out"

    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.change(replace(as_it_went, exported_sha256="ab" * 32, made=()))
    view = swept.sweeps.view(swept.ana, swept.begun())

    assert [(one.item.found, one.item.photo) for one in view.lines] == [(Found.TOLD, photo)]
    assert [one.post for one in view.lines[0].posts] == [publication.post]


@pytest.mark.parametrize("step", [PublicationStep.SENDING, PublicationStep.HANDED_OUT])
def test_what_is_perhaps_out_is_searched_too_and_keeps_it_open(swept: Swept, step: PublicationStep) -> None:
    publication = swept.out()
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        kept = replace(unit.publications.get(publication.id), step=step, text="", published_at=None)
        unit.publications.change(kept)
        draft = unit.posts.get(kept.post or PostId(""))
        unit.posts.change(replace(draft, content=replace(draft.content, text=NAMED)))
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()

    (line,) = swept.sweeps.view(swept.ana, sweep).lines
    assert line.item.post == publication.post
    swept.sweeps.decide(swept.ana, sweep, line.item.key, Decided.TAKE_DOWN)
    (line,) = swept.sweeps.view(swept.ana, sweep).lines
    assert not line.done
