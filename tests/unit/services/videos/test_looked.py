"""A video's whole road: seen by as many as the policy says, released by the principal, out to the byte."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed, Reason, Tampered
from smadmin.domain.ids import PostId
from smadmin.domain.manifests import Manifest
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.posts import PostStage
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.videos.video import Music, VideoSaid
from smadmin.services.releases import newest_release
from smadmin.services.students.roster import Students
from smadmin.services.today.gather import Today
from tests.cinema import ONE_FACE, QUIET, SAID, Cinema, make_cinema


def ids(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.message.id for reason in reasons]


def release_blockers(cinema: Cinema, who: str, post: PostId) -> list[str]:
    return ids(cinema.road.approvals.blockers(cinema.by(who), post))


def signed(cinema: Cinema, post: PostId) -> Manifest:
    with cinema.road.school.desk.look(cinema.by("ana")) as unit:
        release = newest_release(cinema.road.proof.now(unit), post)
    assert release is not None
    assert release.manifest is not None
    return release.manifest


@pytest.mark.demand("SOC-O7")
def test_a_video_that_its_author_has_not_seen_is_not_handed_in(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)
    draft = cinema.road.draft()
    cinema.road.posts.save(ana, draft, replace(draft.content, video=video))

    assert ids(cinema.road.posts.submit_blockers(ana, draft.id)) == ["videos.not-seen-by-author"]
    with pytest.raises(NotAllowed):
        cinema.road.posts.submit(ana, draft.id)


@pytest.mark.demand("BLO-IV-B3")
def test_a_video_whose_source_nobody_told_is_not_handed_in(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana = cinema.by("ana")
    video = cinema.taking.take_in(ana, cinema.file()).value
    list(cinema.faces.run(ana, video))
    draft = cinema.road.draft()
    cinema.road.posts.save(ana, draft, replace(draft.content, video=video))

    assert "videos.right-missing" in ids(cinema.road.posts.submit_blockers(ana, draft.id))


@pytest.mark.demand("SOC-O5")
@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (replace(SAID, music=Music.UNKNOWN), "videos.music-missing"),
        (replace(SAID, music=Music.LICENSED), "videos.music-note-missing"),
    ],
)
def test_music_leaves_only_with_its_right_of_use(tmp_path: Path, said: VideoSaid, missing: str) -> None:
    cinema = make_cinema(tmp_path)
    ana, video, out = cinema.by("ana"), cinema.taken(QUIET), tmp_path / "out"
    licensed = replace(SAID, music=Music.LICENSED, music_note="Licence 77 of Hill Music, in the office")
    cinema.taking.tell(ana, video, licensed)
    cinema.see("ana", video)
    post = cinema.submitted(video)
    cinema.road.approvals.release(cinema.by("pat"), post)
    intended = cinema.road.publications.intend(ana, post, cinema.road.x).value

    cinema.taking.tell(ana, video, said)  # the right is found not to be there
    with pytest.raises(NotAllowed) as refused:
        cinema.road.publications.hand_out(ana, intended, folder=out, handle="lincoln_es")
    assert missing in ids(refused.value.reasons)
    assert not out.exists()

    cinema.taking.tell(ana, video, licensed)
    handed = cinema.road.publications.hand_out(ana, intended, folder=out, handle="lincoln_es")
    assert QUIET.encode() in {path.read_bytes() for path, _ in handed.files}


@pytest.mark.demand("SOC-O7")
def test_the_whole_road_ends_with_the_very_bytes_in_a_folder(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(QUIET)
    captions = cinema.taking.captions(
        cinema.by("ana"), video, cinema.file("1\n00:00:00,000 --> 00:00:01,000\nHi\n", "a.srt")
    )
    cinema.taking.tell(cinema.by("ana"), video, replace(SAID, captions=captions))
    cinema.see("ana", video)
    post = cinema.submitted(video)
    assert release_blockers(cinema, "bo", post) == ["approvals.video-needs-principal"]

    cinema.road.approvals.release(cinema.by("pat"), post)
    intended = cinema.road.publications.intend(cinema.by("ana"), post, cinema.road.x).value
    out = cinema.road.publications.hand_out(
        cinema.by("ana"), intended, folder=tmp_path / "out", handle="lincoln_es"
    )

    told = signed(cinema, post).video
    files = {path.name: path.read_bytes() for path, _ in out.files}
    assert told is not None
    assert told.sha256 == hashlib.sha256(files["video.mp4"]).hexdigest()
    assert told.captions == hashlib.sha256(files["captions.srt"]).hexdigest()
    assert files["video.mp4"] == QUIET.encode()
    assert len(told.seen) == 1


@pytest.mark.demand("SOC-O7")
def test_where_students_show_and_two_must_look_two_see_the_video(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(ONE_FACE)
    cinema.see("ana", video)
    post = cinema.submitted(video)

    before = release_blockers(cinema, "pat", post)
    cinema.see("bo", video)
    cinema.road.approvals.release(cinema.by("pat"), post)

    assert before == ["videos.seen-by-too-few"]
    told = signed(cinema, post).video
    assert told is not None
    assert len(told.seen) == 2


def test_a_face_decided_anew_ends_what_was_seen(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(ONE_FACE)
    cinema.see("ana", video)
    post = cinema.submitted(video)
    (one,) = cinema.kept(video).faces

    cinema.answered("bo", video, one.face.id, Choice(Decision.OPEN))

    assert release_blockers(cinema, "pat", post) == ["videos.faces-open"]


def test_captions_changed_after_the_release_are_told_by_the_gate(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(QUIET)
    cinema.see("ana", video)
    post = cinema.submitted(video)
    cinema.road.approvals.release(cinema.by("pat"), post)
    captions = cinema.taking.captions(
        cinema.by("ana"), video, cinema.file("1\n00:00:00,000 --> 00:00:01,000\nHi\n", "a.srt")
    )

    cinema.taking.tell(cinema.by("ana"), video, replace(SAID, captions=captions))

    (reason,) = cinema.road.publications.blockers(cinema.by("ana"), post, cinema.road.x)
    assert reason.message.id == "publications.not-what-was-released"


def test_a_video_whose_row_was_put_back_is_not_what_the_record_says(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)
    cinema.see("ana", video)
    post = cinema.submitted(video)
    older = cinema.kept(video)
    cinema.taking.tell(ana, video, replace(SAID, taken_by="Somebody else"))

    with cinema.road.school.desk.deed(ana) as deed:  # as somebody who has the school's key would
        newer = deed.unit.videos.get(video)
        deed.unit.videos.change(replace(older, version=newer.version))

    assert release_blockers(cinema, "pat", post) == ["videos.changed"]


def test_a_post_carries_pictures_or_a_video(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)
    cinema.see("ana", video)
    draft = cinema.road.draft()
    draft = cinema.road.posts.save(ana, draft, replace(draft.content, video=video)).value
    cinema.road.posts.attach(ana, draft, cinema.road.photo(), alt="The fair")

    assert "videos.pictures-or-video" in ids(cinema.road.posts.submit_blockers(ana, draft.id))


def test_a_video_too_long_for_a_platform_is_told_before_it_is_handed_in(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken("video\n" + "\n" * 141)  # X takes 2:20
    cinema.see("ana", video)

    with pytest.raises(NotAllowed) as caught:
        cinema.submitted(video)

    assert ids(caught.value.reasons) == ["platforms.video-too-long"]
    with cinema.road.school.desk.look(cinema.by("ana")) as unit:
        assert [one.stage for one in unit.posts.all()] == [PostStage.DRAFT]


def test_captions_are_read_by_the_policy_like_the_post(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)
    students = Students(cinema.road.school.desk, cinema.road.media, roster_age_days=30)
    students.add(ana, StudentEntry("Annabel", "Quillfeather", ("4b",), frozenset({OptOut.EVERYTHING})))
    named = "1\n00:00:00,000 --> 00:00:01,000\nAnnabel Quillfeather won.\n"
    captions = cinema.taking.captions(ana, video, cinema.file(named, "a.srt"))
    cinema.taking.tell(ana, video, replace(SAID, captions=captions))
    list(cinema.faces.run(ana, video))
    cinema.see("ana", video)

    with pytest.raises(NotAllowed) as caught:
        cinema.submitted(video)

    assert "videos.captions-say" in ids(caught.value.reasons)


@pytest.mark.demand("SOC-O7")
def test_bytes_that_nobody_watched_do_not_go_out_whatever_the_row_says(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)
    cinema.see("ana", video)
    post = cinema.submitted(video)
    cinema.road.approvals.release(cinema.by("pat"), post)
    other = cinema.kept(cinema.taken("video\nZoe\nZoe\n", name="other.mp4"))

    with cinema.road.school.desk.deed(ana) as deed:  # as somebody who has the school's key would
        deed.unit.videos.change(replace(deed.unit.videos.get(video), media=other.media))

    (reason,) = cinema.road.publications.blockers(ana, post, cinema.road.x)
    assert reason.message.id == "publications.not-what-was-released"


@pytest.mark.demand("SOC-O7")
def test_a_file_that_was_changed_after_it_was_watched_does_not_go_out(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(QUIET)
    cinema.see("ana", video)
    post = cinema.submitted(video)
    cinema.road.approvals.release(cinema.by("pat"), post)
    intended = cinema.road.publications.intend(cinema.by("ana"), post, cinema.road.x).value
    (sealed,) = (path for path in (cinema.road.school.folder / "media").iterdir() if path.is_file())
    content = bytearray(sealed.read_bytes())
    content[-1] ^= 1
    sealed.write_bytes(content)

    with pytest.raises(Tampered):
        cinema.watching.open(cinema.by("ana"), video)
    with pytest.raises(KnownError):
        cinema.road.publications.hand_out(
            cinema.by("ana"), intended, folder=tmp_path / "out", handle="lincoln_es"
        )


@pytest.mark.demand("SOC-O7")
def test_one_person_twice_is_not_two(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(ONE_FACE)
    cinema.see("ana", video)
    cinema.road.school.clock.forward(minutes=5)
    cinema.see("ana", video)
    post = cinema.submitted(video)

    assert release_blockers(cinema, "pat", post) == ["videos.seen-by-too-few"]


@pytest.mark.demand("BAL-B1i1")
def test_today_tells_of_a_video_that_was_looked_through_before_a_child_came_on_the_list(
    tmp_path: Path,
) -> None:
    cinema = make_cinema(tmp_path)
    road, ana = cinema.road, cinema.by("ana")
    video = cinema.taken(QUIET)
    cinema.see("ana", video)
    cinema.submitted(video)
    today = Today(road.school.desk, road.reader, road.proof)
    before = [one.look_at for one in today.gather(ana).posts]

    child = StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.PHOTOS}))
    Students(road.school.desk, road.media, roster_age_days=30).add(cinema.by("pat"), child)

    (late,) = today.gather(ana).posts
    assert before == [None]
    assert late.look_at == ("approvals", late.id)
