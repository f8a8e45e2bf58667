"""Yes by phone: the e-mail, who signs that it was said, the countersignature, and everybody who cheats."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import NotAllowed
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.publishing.mail import MAIL_FILE
from smadmin.services.spoken import SpokenYeses
from tests.road import Road, make_road
from tests.spoken_road import prepared, signed, spoken_of, why, yes


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def yeses(road: Road) -> SpokenYeses:
    return spoken_of(road)


def test_another_employee_signs_who_said_yes_how_and_when(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)

    yeses.sign(road.by("bo"), asked.post, yes(road, asked))

    released = road.approvals.released(road.by("ana"), asked.post)
    assert released is not None
    assert released.manifest is not None
    assert released.manifest.mandate is ReleaseBy.PHONE
    assert released.person == road.school.people["bo"]
    assert road.posts.get(road.by("ana"), asked.post).stage is PostStage.RELEASED
    assert road.publications.blockers(road.by("ana"), asked.post, road.x) == ()


def test_the_code_is_four_words_and_another_for_another_post(road: Road, yeses: SpokenYeses) -> None:
    first, second = prepared(road, yeses), prepared(road, yeses)

    assert len(first.code.split()) == 4
    assert first.code != second.code


def test_the_e_mail_lies_there_with_covered_pictures_and_no_childs_name(
    road: Road, yeses: SpokenYeses, tmp_path: Path
) -> None:
    asked = prepared(road, yeses, road.submitted(photo=True))

    folder = yeses.write(
        road.by("ana"), asked, tmp_path / "out", subject="Please say\nyes", text=f"Code: {asked.code}"
    )

    mail = (folder / MAIL_FILE).read_bytes()
    assert {path.name for path in folder.iterdir()} == {MAIL_FILE, "post.txt", "01.jpg"}
    assert b"Subject: Please say yes\r\n" in mail
    assert b"X-Unsent: 1" in mail
    assert asked.code.encode() in mail
    assert mail.count(b"image/jpeg") == 1


def test_the_author_never_signs_a_yes_for_their_own_post(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)

    with pytest.raises(NotAllowed) as refused:
        yeses.sign(road.by("ana"), asked.post, yes(road, asked))

    assert why(refused) == ["approvals.own-post"]


def test_who_took_the_first_look_never_signs(road: Road, yeses: SpokenYeses) -> None:
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, road.photo(first="dee", second="bo"), alt="A tower")
    road.posts.submit(road.by("ana"), draft.id)
    asked = prepared(road, yeses, draft.id)

    with pytest.raises(NotAllowed) as refused:
        yeses.sign(road.by("dee"), asked.post, yes(road, asked))

    assert why(refused) == ["approvals.own-first-look"]


def test_the_code_of_another_e_mail_opens_nothing(road: Road, yeses: SpokenYeses) -> None:
    asked, another = prepared(road, yeses), prepared(road, yeses)

    with pytest.raises(NotAllowed) as refused:
        yeses.sign(road.by("bo"), asked.post, yes(road, asked, code=another.code))
    with pytest.raises(NotAllowed) as silent:
        yeses.sign(road.by("bo"), asked.post, yes(road, asked, code=""))

    assert why(refused) == why(silent) == ["spoken.other-code"]


def test_words_changed_after_the_yes_need_another(road: Road, yeses: SpokenYeses) -> None:
    asked, ana = prepared(road, yeses), road.by("ana")
    draft = road.posts.take_back(ana, asked.post).value
    road.posts.save(ana, draft, replace(draft.content, text="Buy our book instead."))
    road.posts.submit(ana, asked.post)

    with pytest.raises(NotAllowed) as refused:
        yeses.sign(road.by("bo"), asked.post, yes(road, asked))

    assert why(refused) == ["spoken.changed"]


def test_what_was_released_by_a_yes_is_void_once_it_is_edited(road: Road, yeses: SpokenYeses) -> None:
    post, ana = signed(road, yeses), road.by("ana")

    draft = road.posts.take_back(ana, post).value
    road.posts.save(ana, draft, replace(draft.content, text="Buy our book instead."))
    road.posts.submit(ana, post)

    assert road.publications.blockers(ana, post, road.x) != ()


def test_a_fourth_prepared_before_the_third_was_signed_is_not_signed(road: Road, yeses: SpokenYeses) -> None:
    waits = prepared(road, yeses)
    for n in range(3):
        signed(road, yeses, text=f"Day {n} of the fair.")

    with pytest.raises(NotAllowed) as refused:
        yeses.sign(road.by("bo"), waits.post, yes(road, waits))

    assert "spoken.closed" in why(refused)


def test_only_the_office_countersigns_and_never_what_it_signed_itself(road: Road, yeses: SpokenYeses) -> None:
    road.school.admit("vic", "Vic Stone", {Role.DEPUTY}, by="pat")
    asked = prepared(road, yeses)
    yeses.sign(road.by("vic"), asked.post, yes(road, asked))

    for somebody, expected in (
        ("ana", {"spoken.office-only", "spoken.own"}),
        ("dee", {"spoken.office-only"}),
        ("cem", {"spoken.office-only"}),
        ("vic", {"spoken.own"}),
    ):
        with pytest.raises(NotAllowed) as refused:
            yeses.countersign(road.by(somebody), asked.post)
        assert set(why(refused)) == expected
        assert yeses.owed(road.by(somebody)) == ()

    (owed,) = yeses.owed(road.by("pat"))
    assert (owed.said_by, owed.signed_by) == ("Pat Winters", "Vic Stone")
    yeses.countersign(road.by("pat"), asked.post)
    assert yeses.owed(road.by("pat")) == ()


def test_who_said_it_must_be_in_office_and_be_who_was_asked(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)

    with pytest.raises(NotAllowed) as a_colleague:
        yeses.sign(road.by("bo"), asked.post, yes(road, asked, said_by=road.school.people["dee"]))
    with pytest.raises(NotAllowed) as oneself:
        yeses.sign(road.by("pat"), asked.post, yes(road, asked))

    assert "spoken.not-the-office" in why(a_colleague)
    assert "spoken.yours" in why(oneself)


def test_nobody_says_yes_before_being_asked_or_tomorrow(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)

    for moved in (timedelta(hours=-1), timedelta(hours=1)):
        with pytest.raises(NotAllowed) as refused:
            yeses.sign(road.by("bo"), asked.post, yes(road, asked, said_at=road.school.clock.at + moved))
        assert why(refused) == ["spoken.time-wrong"]


def test_a_yes_is_for_its_days(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)
    road.school.clock.forward(days=8)

    with pytest.raises(NotAllowed) as refused:
        yeses.sign(road.by("bo"), asked.post, yes(road, asked))

    assert "spoken.too-old" in why(refused)
